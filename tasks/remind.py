"""The steps of the flow ``remind``."""

from __future__ import annotations

from datetime import datetime

from prefect.logging import get_run_logger

from ringback.actions.reminders import fire_due, list_today, next_after_today, unplanned
from ringback.reports.today import today_markdown, today_rows
from ringback.store.queries.today import Task
from tasks.publish import publish_markdown, publish_table, shows_contacts
from tasks.steps import step, workspace


@step()
def fire_reminders(as_of: datetime) -> list[Task]:
    """Fire every reminder whose time has come by ``as_of``, once."""
    fired = fire_due(workspace(), now=as_of)
    get_run_logger().info("%d reminders fired", len(fired))
    return fired


def publish_fired(fired: list[Task]) -> None:
    """Leave what just fired; nothing when nothing did."""
    if not fired:
        return
    ws = workspace()
    shown = today_rows(fired, office=ws.settings.timezone, roles=ws.policy.roles.labels, is_revealed=shows_contacts(ws))
    publish_table("reminders-now", shown, f"{len(fired)} 项到点 / due now")


def publish_today(as_of: datetime) -> int:
    """Leave the whole list of the day of ``as_of``, in the order to work through; return its length."""
    ws = workspace()
    tasks = list_today(ws, now=as_of)
    page = today_markdown(
        tasks,
        now=as_of,
        timezone=ws.settings.timezone,
        roles=ws.policy.roles.labels,
        next_at=next_after_today(ws, now=as_of),
        n_new=0 if tasks else unplanned(ws),
        is_revealed=shows_contacts(ws),
    )
    publish_markdown("today", page, f"今天 {len(tasks)} 项 / to do today")
    return len(tasks)
