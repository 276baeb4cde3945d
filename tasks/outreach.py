"""The steps that send, and that ask what was sent.

None has retries, a cache or a stored result: what may be sent again is decided by the outbox alone.
"""

from __future__ import annotations

from datetime import datetime

from prefect.logging import get_run_logger

from ringback.actions.calls import start_call
from ringback.actions.outreach import DispatchLine, DispatchSummary, dispatch_due, dispatch_released
from ringback.actions.outreach import reconcile as ask_providers
from ringback.actions.outreach_preview import preview
from ringback.actions.outreach_settle import list_unclear, settle
from ringback.errors import SetupError
from ringback.reports.outreach import dispatch_markdown, dispatch_sentence, shown_lines
from ringback.reports.preview import call_sentence, preview_markdown, preview_sentence, unclear_rows
from ringback.rules.wording import TemplateError
from ringback.store.queries.facts import names_of
from schemas.words import Channel, SendVerdict
from tasks.publish import publish_markdown, publish_table
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


@step()
def preview_messages(*, candidate: str | None, template: str | None, channel: Channel, limit: int) -> str:
    """Leave what would leave as an artifact, addresses masked; return it in one sentence."""
    found = preview(workspace(), candidate=candidate, template=template, channel=channel, limit=limit, now=now())
    publish_markdown("preview", preview_markdown(found), preview_sentence(found))
    return preview_sentence(found)


@step()
def settle_message(message: str | None, verdict: SendVerdict, *, actor: str) -> str:
    """Record what a person found out, and list what still waits; return what was done."""
    done = ""
    if message is not None:
        settled = settle(workspace(), message, verdict, now=now(), actor=actor)
        get_run_logger().info("message %s: %s", settled.message_id, settled.state.value)
        done = f"{settled.message_id[:8]}: {settled.state.both}; "
    rows = unclear_rows(list_unclear(workspace()), timezone=workspace().settings.timezone)
    publish_table("unclear", rows, f"{len(rows)} 条待核实 / to be looked up by the marker")
    return f"{done}{len(rows)} 条待核实 / still wait"


@step(is_repeatable=False)
def ring_candidate(*, candidate: str, recruiter: str) -> str:
    """Ring the recruiter, then the candidate, once; return what is to be expected."""
    started = start_call(workspace(), candidate=candidate, recruiter=recruiter, now=now())
    get_run_logger().info("candidate %s: %s", started.candidate_id, started.provider_id)
    return call_sentence(started)


def publish_outreach(summary: DispatchSummary) -> None:
    """Leave what was sent, held and why, in doubt, dead; nothing when there was nothing to do."""
    if summary.lines or summary.alarms:
        with workspace().reading() as session:
            names = names_of(session, {line.candidate_id for line in shown_lines(summary)})
        publish_markdown("outreach", dispatch_markdown(summary, names=names), dispatch_sentence(summary))


def _tell(summary: DispatchSummary) -> None:
    for alarm in summary.alarms:
        get_run_logger().error(alarm)
    get_run_logger().info("%d started: %s", summary.n_started, {s.value: n for s, n in summary.counts.items()})
