"""One candidate on one page: the records, and everything that happened."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from schemas.forms import CandidateForm
from tasks import people as steps


@flow(name="show-candidate", flow_run_name=run_name("show candidate"), persist_result=False)
@in_words
def show_candidate(who: CandidateForm) -> State[None]:
    """Show one candidate: 查看一位候选人的记录和时间线.

    The artifact "candidate" lists the records and everything that happened, newest first.

    Args:
        who: 哪一位 / which one.
    """
    return Completed(message=steps.show_candidate(candidate=who.candidate))
