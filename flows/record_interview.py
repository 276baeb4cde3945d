"""An interview was booked, held, missed, or decided."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.followup import interview_sentence
from schemas.forms import InterviewForm
from tasks import followup as steps
from tasks.steps import workspace


@flow(name="record-interview", flow_run_name=run_name("record-interview"), persist_result=False)
@in_words
def record_interview(interview: InterviewForm) -> State[None]:
    """Record an interview: 记录面试（约定、已面试、录用、未录用）.

    Booked, held, not come, hired or not hired; the result goes back to the pool for later roles.

    Args:
        interview: 谁、到哪一步 / who, and what happened.
    """
    result = steps.record_interview(
        candidate=interview.candidate,
        step_taken=interview.chosen,
        starts_at=interview.starts_at,
        note=interview.note or None,
        actor=interview.recruiter,
    )
    return Completed(message=interview_sentence(result, timezone=workspace().settings.timezone))
