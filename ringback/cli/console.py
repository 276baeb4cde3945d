"""What all commands share: the open workspace, instants, and printing."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ringback.errors import UsageError

if TYPE_CHECKING:
    from ringback.workspace import Workspace

AS_OF_HELP = "As it was at this instant, ISO 8601 (2026-11-22T06:05:00Z); without a zone it is office time."
JSON_HELP = "Print one JSON object."


def opened(*, is_beginning: bool = False) -> Workspace:
    """Return the open workspace; the log goes to stderr. A command that brings something in may begin a pool."""
    from ringback.settings import load_settings  # noqa: PLC0415
    from ringback.workspace import open_workspace, require_pool  # noqa: PLC0415

    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    for noisy in ("twilio", "python_http_client", "alembic", "httpx"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    settings = load_settings()
    if not is_beginning:
        require_pool(settings)
    return open_workspace(settings)


def utc_now() -> datetime:
    """Return the present instant, aware UTC."""
    return datetime.now(UTC)


def instant(text: str | None, *, timezone: str, option: str) -> datetime | None:
    """Return an ISO 8601 instant as aware UTC; without a zone it is office time; None for None.

    Raises:
        UsageError: it is not one.
    """
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=ZoneInfo(timezone))
        return moment.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"{option} {text!r} is not a time; write it like 2026-11-22T15:00+08:00.") from error


def coming_instant(text: str | None, *, timezone: str, option: str, now: datetime) -> datetime | None:
    """Return what :func:`instant` does; a bare hour (18:00) is the next one on the office's clock, today or tomorrow.

    Raises:
        UsageError: it is neither.
    """
    from ringback.rules.clocks import coming_hour  # noqa: PLC0415

    at = None if text is None else coming_hour(text, timezone=timezone, now=now)
    return at or instant(text, timezone=timezone, option=option)


def say(text: str) -> None:
    """Print a line of the result."""
    print(text)  # noqa: T201 (the command line prints)


def say_json(value: Any) -> None:
    """Print a result as one JSON object on one line."""
    print(json.dumps(value, ensure_ascii=False, default=_plain))  # noqa: T201


def note(text: str) -> None:
    """Print a line that is not the result: to stderr."""
    print(text, file=sys.stderr)  # noqa: T201


class Bar:
    """Progress on stderr: a line that redraws itself on a terminal, every tenth elsewhere."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._shown = -1

    def __call__(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``."""
        if not total:  # how much there is, is not known yet
            note(f"{self._what} {done}")
            return
        percent = 100 * done // total
        if sys.stderr.isatty():
            if percent != self._shown:
                print(f"\r{self._what} {done}/{total}", end="\n" if done >= total else "", file=sys.stderr)  # noqa: T201
        elif percent // 10 != self._shown // 10:
            note(f"{self._what} {done}/{total}")
        self._shown = percent


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return str(value)
