"""What a night learned and planned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ringback.actions.learn import NightlySummary, RatesSummary, ScoresSummary
from ringback.actions.plan import PlanSummary
from ringback.reports.markdown import table


def nightly_sentence(summary: NightlySummary) -> str:
    """Return one night in one sentence."""
    return "; ".join((rates_sentence(summary.rates), scores_sentence(summary.scores), plan_sentence(summary.plan)))


def rates_sentence(rates: RatesSummary) -> str:
    """Return what the answer rates rest on."""
    duplicates = f" ({rates.n_duplicates} logged twice)" if rates.n_duplicates else ""
    return f"answer rates from {rates.n_calls} calls{duplicates}"


def scores_sentence(scores: ScoresSummary) -> str:
    """Return how the pool was scored."""
    badge = "" if scores.is_learned else ", not learned yet: stated priors"
    return f"{scores.n_candidates} candidates scored ({scores.model}{badge}), {scores.n_windows} windows"


def plan_sentence(plan: PlanSummary) -> str:
    """Return what the plan decided."""
    parts = [
        f"{plan.n_reminders_new} call reminders new, {plan.n_reminders_moved} moved",
        f"{plan.n_messages_planned} messages planned",
    ]
    if plan.n_messages_unreachable:
        parts.append(f"{plan.n_messages_unreachable} without a usable address")
    if plan.n_given_up:
        parts.append(f"{plan.n_given_up} given up")
    return ", ".join(parts)


def differences_markdown(rates: RatesSummary) -> str:
    """Return, for each role family, which part of the day is best and whether that can be trusted."""
    lines = ["# 什么时候接电话 / When people answer", "", rates_sentence(rates) + ".", ""]
    lines += [f"> {warning}" for warning in rates.warnings]
    rows = [
        (d["role_family"], d["n_calls"], d["verdict_zh"], d["verdict"]) for d in rates.differences
    ]
    return "\n".join([*lines, "", table(("岗位 / role", "通话 / calls", "结论", "verdict"), rows)])


def rates_rows(rates: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the answer rates as rows of a table artifact: a rate never without its count and interval."""
    return [
        {
            "role": row["role_family"],
            "weekday": row["weekday"],
            "hour": f"{row['hour']:02d}:00",
            "calls": row["n_calls"],
            "answered": row["n_answered"],
            "rate": f"{row['rate']:.0%} ({row['low']:.0%}-{row['high']:.0%})",
            "note": row["note"] or "",
        }
        for row in rates
    ]
