"""Two candidates are one person."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.people import merged_sentence
from schemas.forms import MergeForm
from tasks import people as steps


@flow(name="merge-candidates", flow_run_name=run_name("merge candidates"), persist_result=False)
@in_words
def merge_candidates(pair: MergeForm) -> State[None]:
    """Make two candidates one person: 合并两位候选人.

    Honoured for ever and taken back by split-candidate; nothing of either history is lost, the stricter consent wins.

    Args:
        pair: 哪两位 / which two.
    """
    decided = steps.merge_candidates(
        candidate=pair.candidate,
        other=pair.other,
        note=pair.note or None,
        is_confirmed=pair.is_confirmed,
        actor=pair.recruiter,
    )
    steps.show_candidate(candidate=decided.candidate_id_a)
    return Completed(message=merged_sentence(decided))
