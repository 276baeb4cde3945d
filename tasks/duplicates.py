"""The steps of the flows around doubtful pairs."""

from __future__ import annotations

from prefect.logging import get_run_logger

from ringback.actions.duplicates import open_reviews
from ringback.actions.duplicates import review_duplicate as decide
from ringback.reports.duplicates import review_rows
from schemas.words import DuplicateVerdict
from tasks.publish import publish_table
from tasks.steps import now, step, workspace

MOST_PAIRS = 200


@step()
def list_reviews() -> int:
    """Leave the pairs that wait for a person, side by side with their evidence."""
    rows = review_rows(open_reviews(workspace(), limit=MOST_PAIRS))
    publish_table("duplicates", rows, f"{len(rows)} 对待判断 / pairs wait for a person")
    get_run_logger().info("%d pairs wait", len(rows))
    return len(rows)


@step()
def review_duplicate(*, record_id_a: str, record_id_b: str, verdict: DuplicateVerdict, note: str | None) -> None:
    """Store what a person says of a pair, and bring the pool in line with it."""
    decide(
        workspace(),
        record_id_a=record_id_a,
        record_id_b=record_id_b,
        verdict=verdict,
        note=note,
        actor="recruiter",
        now=now(),
    )
    get_run_logger().info("pair judged: %s", verdict)
