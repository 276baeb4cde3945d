"""Reminding recruiters in time."""

from __future__ import annotations

from datetime import datetime

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from tasks import remind as steps
from tasks.steps import now


@flow(name="remind", flow_run_name=run_name("remind"), persist_result=False)
@in_words
def remind(as_of: datetime | None = None) -> State[None]:
    """Fire the reminders whose time has come, each once: 到点提醒.

    The artifact "today" always holds the whole list of today, in the order to work through.

    Args:
        as_of: 按哪个时刻判断，不填就是现在 / decide as if it were this instant; empty means now.
    """
    moment = as_of or now()
    fired = steps.fire_reminders(moment)
    steps.publish_fired(fired)
    n_today = steps.publish_today(moment)
    return Completed(message=f"{len(fired)} 项到点 / due now; 今天共 {n_today} 项 / to do today")
