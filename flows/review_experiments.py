"""Experiments, now: who gets which arm, what came of it, and whether it can be told."""

from __future__ import annotations

from datetime import datetime

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.experiments import review_sentence
from tasks import experiments as steps
from tasks.steps import now


@flow(name="review-experiments", flow_run_name=run_name("review experiments"), persist_result=False)
@in_words
def review_experiments(as_of: datetime | None = None) -> State[None]:
    """Start, assign and judge experiments: 评估实验.

    Part of every night; looking more often changes nothing, because only planned looks can name a winner.

    Args:
        as_of: 按当时的情况计算，不填就是现在 / as it was at this instant; empty means now.
    """
    summary = steps.review_experiments(as_of or now())
    steps.publish_review(summary)
    return Completed(message=review_sentence(summary))
