"""The steps of the flow ``nightly`` and of its parts."""

from __future__ import annotations

from datetime import datetime

from prefect.logging import get_run_logger

from ringback.actions import learn as actions
from ringback.actions.export import export_rows
from ringback.actions.learn import Night, NightlySummary, RatesSummary, ScoresSummary
from ringback.actions.plan import PlanSummary
from ringback.actions.plan import plan_followup as make_plan
from ringback.reports.learning import (
    differences_markdown,
    nightly_markdown,
    plan_sentence,
    rates_rows,
    rates_sentence,
    scores_sentence,
)
from ringback.store.queries.counts import people_by_status, silent_by_cause
from tasks.publish import publish_markdown, publish_table
from tasks.steps import Parcel, step, workspace


@step()
def read_night(as_of: datetime) -> Parcel[Night]:
    """Read the history once, for all that the night learns from it."""
    return Parcel(actions.read_night(workspace(), as_of=as_of))


@step()
def learn_call_times(as_of: datetime, night: Parcel[Night] | None = None) -> RatesSummary:
    """Learn how often calls are answered by role family, weekday and hour."""
    rates = actions.learn_call_times(workspace(), as_of=as_of, night=None if night is None else night.content)
    for warning in (*rates.warnings, *rates.alarms, *rates.signs):
        get_run_logger().warning(warning)
    get_run_logger().info(rates_sentence(rates))
    return rates


@step()
def score_candidates(as_of: datetime, night: Parcel[Night] | None = None) -> ScoresSummary:
    """Score everybody and choose their next windows; a night that was read for it ends here."""
    scores = actions.score_candidates(workspace(), as_of=as_of, night=None if night is None else night.content)
    get_run_logger().info(scores_sentence(scores))
    return scores


@step()
def plan_followup(as_of: datetime) -> PlanSummary:
    """Plan messages and call reminders, and give up honestly."""
    plan = make_plan(workspace(), as_of=as_of)
    get_run_logger().info(plan_sentence(plan))
    return plan


def publish_rates(rates: RatesSummary) -> None:
    """Leave the verdict on each role family, and the whole table with counts and intervals."""
    roles = workspace().policy.roles.labels
    publish_markdown("call-times", differences_markdown(rates, roles=roles), rates_sentence(rates))
    rows = rates_rows(list(export_rows(workspace(), "rates")), rates.differences, roles=roles)
    publish_table("answer-rates", rows, rates_sentence(rates))


def publish_night(summary: NightlySummary) -> None:
    """Leave the night in one page: what was learned, who is where, what is planned."""
    with workspace().reading() as session:
        page = nightly_markdown(
            summary,
            statuses=people_by_status(session),
            causes=silent_by_cause(session),
            timezone=workspace().settings.timezone,
        )
    publish_markdown("nightly", page, plan_sentence(summary.plan))
