"""Only the plan, from the scores that stand."""

from __future__ import annotations

from datetime import datetime

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.learning import plan_sentence
from tasks import nightly as steps
from tasks.remind import publish_today
from tasks.steps import now


@flow(name="plan-followup", flow_run_name=run_name("plan follow-up"), persist_result=False)
@in_words
def plan_followup(as_of: datetime | None = None) -> State[None]:
    """Plan messages and call reminders from the scores that stand: 制定跟进计划.

    Args:
        as_of: 为哪个时刻制定，不填就是现在 / the moment to plan for; empty means now.
    """
    moment = as_of or now()
    plan = steps.plan_followup(moment)
    publish_today(moment)
    return Completed(message=plan_sentence(plan))
