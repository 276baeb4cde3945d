"""Only the scores and windows, now."""

from __future__ import annotations

from datetime import datetime

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.learning import scores_sentence
from tasks import nightly as steps
from tasks.steps import now


@flow(name="score-candidates", flow_run_name=run_name("score candidates"), persist_result=False)
@in_words
def score_candidates(as_of: datetime | None = None) -> State[None]:
    """Score who is likely lost, and choose everybody's next windows: 预测失联、选择时段.

    Args:
        as_of: 按当时的情况计算，不填就是现在 / as it was at this instant; empty means now.
    """
    return Completed(message=scores_sentence(steps.score_candidates(as_of or now())))
