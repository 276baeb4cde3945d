"""A recruiter has rung somebody, on any phone, and writes down how it ended."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.actions.outreach import is_left_over
from ringback.reports.followup import call_sentence
from schemas.forms import CallForm
from tasks import followup as steps
from tasks import outreach
from tasks.remind import publish_today
from tasks.steps import now, workspace
from tasks.wake import wake_dispatch


@flow(name="log-call", flow_run_name=run_name("log-call"), persist_result=False)
@in_words
def log_call(call: CallForm) -> State[None]:
    """Log a call: 记一通电话.

    The status moves, the next call is set for another part of the day, and after an unanswered call the right message is
    sent at once, if it may be. The same call logged twice is one call.

    Args:
        call: 谁、结果如何 / who was rung and how it ended.
    """
    result = steps.log_call(
        candidate=call.candidate,
        outcome=call.chosen,
        at=call.at,
        note=call.note or None,
        callback_at=call.callback_at,
        actor=call.recruiter,
    )
    sent = outreach.send_released(result.message_id)
    if is_left_over(result.message_due_at, sent, now=now()):
        wake_dispatch()
    publish_today(now())
    return Completed(message=call_sentence(result, sent, timezone=workspace().settings.timezone))
