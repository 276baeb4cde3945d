"""Only the answer rates, now."""

from __future__ import annotations

from datetime import datetime

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.learning import rates_sentence
from tasks import nightly as steps
from tasks.steps import now


@flow(name="learn-call-times", flow_run_name=run_name("learn call times"), persist_result=False)
@in_words
def learn_call_times(as_of: datetime | None = None) -> State[None]:
    """Learn when each kind of candidate answers: 学习接通时段.

    Args:
        as_of: 按当时的情况计算，不填就是现在 / as it was at this instant; empty means now.
    """
    rates = steps.learn_call_times(as_of or now())
    steps.publish_rates(rates)
    return Completed(message=rates_sentence(rates))
