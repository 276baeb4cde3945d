"""Reminding recruiters in time."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from tasks import remind as steps


@flow(name="remind", flow_run_name=run_name("remind"), persist_result=False)
def remind() -> State[None]:
    """Fire the reminders whose time has come, each once: 到点提醒.

    The artifact "today" always holds the whole list of today, in the order to work through.
    """
    fired = steps.fire_reminders()
    n_today = steps.publish_reminders(fired)
    return Completed(message=f"{len(fired)} 项到点 / due now; 今天共 {n_today} 项 / to do today")
