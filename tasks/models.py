"""The step of the flow ``choose-model``."""

from __future__ import annotations

from prefect.logging import get_run_logger

from ringback.actions import models as actions
from ringback.reports.models import model_rows
from tasks.publish import publish_table
from tasks.steps import now, step, workspace


@step()
def choose_model(*, kind: str, action: str, version: str | None, by: str, reason: str) -> str:
    """Make another version live, leave the register as a table, and return the version."""
    ws = workspace()
    if action == "promote":
        live = actions.promote_model(ws, kind, now=now(), actor=by, version=version, reason=reason)
    else:
        live = actions.rollback_model(ws, kind, now=now(), actor=by, reason=reason)
    with ws.reading() as session:
        rows = model_rows(actions.list_models(session), with_metrics=False)
    publish_table("models", rows, f"{live} is live")
    get_run_logger().info("%s is live", live)
    return live
