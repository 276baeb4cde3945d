"""The steps of the flows around doubtful pairs."""

from __future__ import annotations

from prefect.logging import get_run_logger

from ringback.actions.duplicates import review_duplicate as decide
from ringback.actions.reviews import count_open_reviews, open_reviews
from ringback.reports.duplicates import side_by_side
from schemas.words import DuplicateVerdict
from tasks.publish import publish_table
from tasks.steps import now, step, workspace

MOST_PAIRS = 100


@step()
def list_reviews() -> int:
    """Leave the likeliest pairs that wait for a person, side by side; return how many wait in all."""
    n_open = count_open_reviews(workspace())
    pairs = open_reviews(workspace(), limit=MOST_PAIRS)
    shown = f"，先看最像的 {MOST_PAIRS} 对 / the {MOST_PAIRS} likeliest are shown" if n_open > len(pairs) else ""
    publish_table("duplicates", side_by_side(pairs), f"{n_open} 对待判断 / pairs wait for a person{shown}")
    get_run_logger().info("%d pairs wait", n_open)
    return n_open


@step()
def review_duplicate(
    *, record_id_a: str, record_id_b: str, verdict: DuplicateVerdict, note: str | None, actor: str
) -> str:
    """Store what a person says of a pair, and bring the pool in line with it; return what stood against it, if anything."""
    decided = decide(
        workspace(),
        record_id_a=record_id_a,
        record_id_b=record_id_b,
        verdict=verdict,
        note=note,
        actor=actor,
        now=now(),
    )
    get_run_logger().info("pair judged: %s", verdict)
    return decided.note
