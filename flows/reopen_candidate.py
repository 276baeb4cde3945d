"""Somebody whose follow-up had ended comes back into the pool."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.followup import reopened_sentence
from schemas.forms import ReopenForm
from tasks import people as steps
from tasks.remind import publish_today
from tasks.steps import now, workspace


@flow(name="reopen-candidate", flow_run_name=run_name("reopen candidate"), persist_result=False)
@in_words
def reopen_candidate(chosen: ReopenForm) -> State[None]:
    """Take a candidate back into the pool: 重新启用一位候选人.

    For who was given up, not hired, or hired: they are followed up anew, and their tries are counted from now on. Who asked to
    be left alone or refused consent stays as they are.

    Args:
        chosen: 哪一位 / which one.
    """
    reopened = steps.reopen_candidate(candidate=chosen.candidate, actor=chosen.recruiter)
    publish_today(now())
    return Completed(message=reopened_sentence(reopened, timezone=workspace().settings.timezone))
