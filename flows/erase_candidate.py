"""A candidate is to be forgotten."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from schemas.forms import EraseForm
from tasks import people as steps


@flow(name="erase-candidate", flow_run_name=run_name("erase candidate"), persist_result=False)
@in_words
def erase_candidate(chosen: EraseForm) -> State[None]:
    """Erase a candidate: 删除一位候选人的全部资料.

    The pool is then as if they had never come; archived originals go too. It cannot be undone.

    Args:
        chosen: 哪一位 / which one.
    """
    message = steps.erase_candidate(
        candidate=chosen.candidate,
        record_ids=chosen.record_ids,
        is_confirmed=chosen.is_confirmed,
        actor=chosen.recruiter,
    )
    return Completed(message=message)
