"""A person says whether two records are one candidate."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from schemas.forms import DuplicateForm
from tasks import duplicates as steps


@flow(name="review-duplicate", flow_run_name=run_name("review duplicate"), persist_result=False)
@in_words
def review_duplicate(pair: DuplicateForm) -> State[None]:
    """Judge one pair: 判断一对疑似重复.

    The verdict is honoured for ever and can be taken back; nothing of either history is lost.

    Args:
        pair: 哪一对、怎么判断 / which pair, and what you say of it.
    """
    against = steps.review_duplicate(
        record_id_a=pair.record_id_a,
        record_id_b=pair.record_id_b,
        verdict=pair.chosen,
        note=pair.note or None,
        actor=pair.recruiter,
    )
    said = f"{pair.verdict.value}; {against}" if against else pair.verdict.value
    return Completed(message=f"{said}; {steps.list_reviews()} 对待判断 / pairs still wait")
