"""A call was logged wrongly, and is taken back."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.followup import voided_sentence
from schemas.forms import VoidCallForm
from tasks import followup as steps
from tasks.remind import publish_today
from tasks.steps import now, workspace


@flow(name="void-call", flow_run_name=run_name("void-call"), persist_result=False)
@in_words
def void_call(call: VoidCallForm) -> State[None]:
    """Take back a wrongly logged call: 撤回记错的通话.

    It stays in the timeline, marked as taken back, and counts nowhere: the status, the number, the reminders and the messages
    that wait are as if it had not been logged. What has left, and what they wrote themselves, stays. Asked twice,
    it is done once.

    Args:
        call: 哪一通、为什么 / which one, and why.
    """
    result = steps.void_call(candidate=call.candidate, reason=call.reason, at=call.at, actor=call.recruiter)
    publish_today(now())
    return Completed(message=voided_sentence(result, timezone=workspace().settings.timezone))
