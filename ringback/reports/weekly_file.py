"""Where the weekly report lies: one file a week and language in ``reports/`` of the home folder, replaced when made again."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from zoneinfo import ZoneInfo

from ringback.actions.report import WeeklyReport
from ringback.errors import RingbackError
from ringback.reports.weekly import weekly_html
from ringback.workspace import Workspace
from schemas.words import Language


def write_weekly(workspace: Workspace, report: WeeklyReport, *, language: Language, out: Path | None = None) -> Path:
    """Write the page and return where; it appears whole or not at all.

    Raises:
        RingbackError: the place cannot be written to.
    """
    zone = workspace.settings.timezone
    day = report.as_of.astimezone(ZoneInfo(zone))
    target = out or workspace.settings.home / "reports" / f"{day:%Y-%m-%d}.{language}.html"
    page = weekly_html(report, families=workspace.policy.roles.families, language=language, zone=zone)
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        if out is None:
            target.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(page, encoding="utf-8")
        os.replace(draft, target)  # noqa: PTH105 (one atomic step)
    except OSError as error:
        raise RingbackError(f"Cannot write {target} ({error.strerror}); choose another place with --out.") from error
    finally:
        draft.unlink(missing_ok=True)
    return target
