"""The steps of the flows ``readmit`` and ``dismiss``."""

from __future__ import annotations

from prefect.logging import get_run_logger

from ringback.actions.dismiss import dismiss
from ringback.actions.read_again import read_again
from ringback.actions.readmit import ReadmitResult
from ringback.actions.readmit import readmit as readmit_chosen
from ringback.reports.intake import readmit_rows
from tasks.publish import publish_table
from tasks.steps import now, step, workspace


@step()
def readmit_rows_and_files(
    *, ids: list[int], code: str | None, phones: list[str], emails: list[str]
) -> list[ReadmitResult]:
    """Take what was chosen out of quarantine."""
    results = readmit_chosen(workspace(), now=now(), ids=ids, code=code, phones=phones, emails=emails)
    get_run_logger().info("%d taken out of quarantine", len(results))
    return results


@step()
def look_again(results: list[ReadmitResult]) -> list[ReadmitResult]:
    """Add what the pass over the drop folders made of the files that went back there."""
    return read_again(workspace(), results)


@step()
def dismiss_rows_and_files(*, ids: list[int], code: str | None) -> int:
    """Take what was chosen off the list."""
    n = len(dismiss(workspace(), now=now(), ids=ids, code=code))
    get_run_logger().info("%d dismissed", n)
    return n


def publish_readmitted(results: list[ReadmitResult]) -> None:
    """Leave what became of each."""
    publish_table("readmitted", readmit_rows(results), f"{len(results)} 份 / taken out of quarantine")
