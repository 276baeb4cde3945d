"""The steps of the flow ``remind``."""

from __future__ import annotations

from prefect.logging import get_run_logger

from ringback.actions.reminders import fire_due, list_today
from ringback.reports.today import today_markdown, today_rows
from ringback.store.queries.today import Task
from tasks.publish import publish_markdown, publish_table, shows_contacts
from tasks.steps import now, step, workspace


@step()
def fire_reminders() -> list[Task]:
    """Fire every reminder whose time has come, once."""
    fired = fire_due(workspace(), now=now())
    get_run_logger().info("%d reminders fired", len(fired))
    return fired


def publish_reminders(fired: list[Task]) -> int:
    """Leave what just fired, and the whole list of today; return the length of that list."""
    office = workspace().settings.timezone
    is_revealed = shows_contacts(workspace())
    if fired:
        publish_table(
            "reminders-now", today_rows(fired, office=office, is_revealed=is_revealed), f"{len(fired)} 项到点 / due now"
        )
    tasks = list_today(workspace(), now=now())
    publish_markdown(
        "today",
        today_markdown(tasks, now=now(), timezone=office, is_revealed=is_revealed),
        f"今天 {len(tasks)} 项 / to do today",
    )
    return len(tasks)
