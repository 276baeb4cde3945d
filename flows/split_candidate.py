"""Some records of a candidate are somebody else's."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.people import split_sentence
from schemas.forms import SplitForm
from tasks import people as steps


@flow(name="split-candidate", flow_run_name=run_name("split candidate"), persist_result=False)
@in_words
def split_candidate(chosen: SplitForm) -> State[None]:
    """Take records out of a candidate: 把误合并的记录拆成另一位候选人.

    Honoured for ever and taken back by merge-candidates; what hangs on a record goes with it.

    Args:
        chosen: 哪一位、哪些记录 / which candidate, which records.
    """
    decided = steps.split_candidate(
        candidate=chosen.candidate, record_ids=chosen.record_ids, note=chosen.note or None, actor=chosen.recruiter
    )
    return Completed(message=split_sentence(decided))
