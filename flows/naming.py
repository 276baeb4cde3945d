"""Run names that say what is done: ``ingest zhaopin 2026-11-22 14:05`` (office time)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from prefect.runtime import flow_run

from ringback.settings import load_settings


def run_name(what: str, *, about: str | None = None) -> Callable[[], str]:
    """Return a name maker for ``flow_run_name``; ``about`` is a parameter whose value is shown if it is set.

    Only parameters without personal data may be shown: run names are plain text for everybody.
    """

    def name() -> str:
        value = flow_run.parameters.get(about) if about else None
        at = datetime.now(UTC).astimezone(ZoneInfo(load_settings().timezone))
        return " ".join(str(part) for part in (what, value, f"{at:%Y-%m-%d %H:%M}") if part)

    return name
