"""The step of the flow ``report``."""

from __future__ import annotations

from datetime import datetime

from prefect.logging import get_run_logger

from ringback.actions.report import weekly_report
from ringback.reports.weekly import weekly_markdown, weekly_sentence
from ringback.reports.weekly_file import write_weekly
from tasks.publish import publish_markdown
from tasks.steps import step, workspace


@step()
def make_report(as_of: datetime) -> str:
    """Count the week, write the files, leave the artifact; return the week in one sentence."""
    ws = workspace()
    made = weekly_report(ws, as_of=as_of)
    files = [write_weekly(ws, made, language=language) for language in ("zh", "en")]
    page = weekly_markdown(made, families=ws.policy.roles.families, zone=ws.settings.timezone)
    told = weekly_sentence(made)
    publish_markdown("weekly-report", page, told)
    get_run_logger().info("%s: %s", told, ", ".join(str(path) for path in files))
    return told
