"""The steps that send, and that ask what was sent.

None has retries, a cache or a stored result: what may be sent again is decided by the outbox alone.
"""

from __future__ import annotations

from datetime import datetime

from prefect.logging import get_run_logger

from ringback.actions.outreach import DispatchLine, DispatchSummary, dispatch_due, dispatch_released
from ringback.actions.outreach import reconcile as ask_providers
from ringback.errors import SetupError
from ringback.reports.outreach import dispatch_markdown, dispatch_sentence
from ringback.rules.wording import TemplateError
from tasks.publish import publish_markdown
from tasks.steps import now, step, workspace


@step(is_repeatable=False)
def dispatch_messages(limit: int | None, as_of: datetime | None) -> DispatchSummary:
    """Send what is due and may be sent."""
    clock = now if as_of is None else lambda: as_of
    summary = dispatch_due(workspace(), now=clock, limit=limit)
    _tell(summary)
    return summary


@step(is_repeatable=False)
def reconcile_messages() -> DispatchSummary:
    """Ask the providers about messages whose sending is in doubt."""
    summary = ask_providers(workspace(), now=now)
    _tell(summary)
    return summary


@step(is_repeatable=False)
def send_released(message_id: str | None) -> DispatchLine | None:
    """Send the message that a call has just released, if it is due; what cannot be sent now is left to ``dispatch``."""
    try:
        line = dispatch_released(workspace(), message_id, now=now)
    except (SetupError, TemplateError) as error:
        get_run_logger().error("the message waits: %s", error)
        return None
    if line is not None:
        get_run_logger().info("message %s: %s", line.message_id, line.state.value)
    return line


def publish_outreach(summary: DispatchSummary) -> None:
    """Leave what was sent, held and why, in doubt, dead; nothing when there was nothing to do."""
    if summary.lines or summary.alarms:
        publish_markdown("outreach", dispatch_markdown(summary), dispatch_sentence(summary))


def _tell(summary: DispatchSummary) -> None:
    for alarm in summary.alarms:
        get_run_logger().error(alarm)
    get_run_logger().info("%d started: %s", summary.n_started, {s.value: n for s, n in summary.counts.items()})
