"""The step of the flow ``review-experiments``, also of the night."""

from __future__ import annotations

from datetime import datetime

from prefect.logging import get_run_logger

from ringback.actions import experiments as actions
from ringback.actions.experiments import ReviewSummary
from ringback.reports.experiments import review_markdown, review_sentence, reviewed_sentence
from tasks.publish import publish_markdown
from tasks.steps import step, workspace


@step()
def review_experiments(as_of: datetime) -> ReviewSummary:
    """Start what is due, give arms, count outcomes and judge."""
    summary = actions.review_experiments(workspace(), as_of=as_of)
    for problem in summary.problems:
        get_run_logger().warning(problem)
    get_run_logger().info("; ".join([review_sentence(summary), *map(reviewed_sentence, summary.experiments)]))
    return summary


def publish_review(summary: ReviewSummary) -> None:
    """Leave every experiment with counts, intervals and verdict."""
    publish_markdown("experiments", review_markdown(summary), review_sentence(summary))
