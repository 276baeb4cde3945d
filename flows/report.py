"""The week on one page."""

from __future__ import annotations

from datetime import datetime

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from tasks import report as steps
from tasks.steps import now


@flow(name="report", flow_run_name=run_name("report"), persist_result=False)
@in_words
def report(as_of: datetime | None = None) -> State[None]:
    """Make the weekly report: 周报.

    Heat map, causes, funnel, calibration, experiments, adverse impact: as an artifact here, and as HTML files in Chinese and
    English in reports/ of the home folder, to be mailed or printed.

    Args:
        as_of: 按当时的情况计算，不填就是现在 / as it was at this instant; empty means now.
    """
    return Completed(message=steps.make_report(as_of or now()))
