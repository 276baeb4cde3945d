"""The night: learn the hours, score everybody, plan tomorrow."""

from __future__ import annotations

from datetime import datetime
from time import monotonic

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.actions.learn import NightlySummary
from ringback.reports.learning import nightly_sentence
from tasks import nightly as steps
from tasks.experiments import publish_review, review_experiments
from tasks.remind import publish_today
from tasks.steps import now


@flow(name="nightly", flow_run_name=run_name("nightly"), persist_result=False)
@in_words
def nightly(as_of: datetime | None = None) -> State[None]:
    """Learn, score and plan: 夜间学习与计划.

    Answer rates and best hours, the probability that somebody is lost, the order of tomorrow's list, messages and call
    reminders. Run it again at any time: it replaces its own results and doubles nothing.

    Args:
        as_of: 按当时的情况计算，不填就是现在 / as it was at this instant (nothing later is looked at); empty means now.
    """
    started, moment = monotonic(), as_of or now()
    experiments = review_experiments(moment)
    night = steps.read_night(moment)
    summary = NightlySummary(
        as_of=moment,
        rates=steps.learn_call_times(moment, night),
        scores=steps.score_candidates(moment, night),
        plan=steps.plan_followup(moment),
        experiments=experiments,
        seconds=round(monotonic() - started, 3),
    )
    steps.publish_rates(summary.rates)
    steps.publish_night(summary)
    if experiments.experiments or experiments.problems:
        publish_review(experiments)
    publish_today(moment)
    return Completed(message=nightly_sentence(summary))
