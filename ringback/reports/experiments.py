"""Experiments in words: what a file defines, what a review found, what stands in the policy."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.experiments import Checked, Reviewed, ReviewSummary
from ringback.reports.counting import counted
from ringback.reports.markdown import as_written, quoted, table
from ringback.store.queries.experiments import promotions
from schemas.tables import Experiment


def definition_sentence(checked: Checked) -> str:
    """Return an experiment file in one sentence, with the number of candidates it needs."""
    one = checked.definition
    assert one is not None  # noqa: S101 (the caller has looked at the problem)
    arms = " / ".join(f"{arm.name} {arm.share:.0%}" for arm in one.arms)
    return (
        f"{one.name} ({one.role_family or 'every role family'}; {arms}): needs up to {checked.n_per_arm} candidates an arm"
        f" to find {100 * one.lift:g} points more than {one.base_rate:.0%} with {one.power:.0%} chance, five looks"
    )


def review_sentence(summary: ReviewSummary) -> str:
    """Return a whole review in one sentence, in both languages."""
    return " / ".join(review_said(summary))


def review_said(summary: ReviewSummary) -> tuple[str, str]:
    """Return the same sentence in Chinese and in English."""
    n, n_ended = len(summary.experiments), sum(one.is_ended for one in summary.experiments)
    ended_zh, ended = (f"，结束 {n_ended} 个", f", {n_ended} ended") if n_ended else ("", "")
    return (
        f"评估实验 {n} 个{ended_zh}，{summary.n_assigned} 位候选人分到方案",
        f"{counted(n, 'experiment')} reviewed{ended}, {counted(summary.n_assigned, 'candidate')} got an arm",
    )


def reviewed_sentence(one: Reviewed) -> str:
    """Return one experiment in one sentence: rates with counts, and the verdict."""
    arms = "; ".join(
        f"{arm['arm']} {arm['rate']:.1%} of {arm['n']} ({arm['low']:.1%}-{arm['high']:.1%})"
        if arm["n"]
        else f"{arm['arm']}: nobody counted yet"
        for arm in one.arms
    )
    promoted = "; now in the policy" if one.promoted else ""
    return f"{one.experiment}: {one.verdict}{promoted}. {arms}. {one.n_waiting} not counted yet, needs {one.n_per_arm} an arm"


def review_markdown(summary: ReviewSummary) -> str:
    """Return a review as a page: a table an experiment, in words why nothing more can be said yet.

    How many were reviewed is the page's description, which stands above it.
    """
    lines = ["# 实验 / Experiments", ""]
    if summary.problems:
        lines += [quoted(as_written(problem) for problem in summary.problems), ""]
    if not summary.experiments:
        lines += ["没有正在进行的实验 / no experiment is running"]
    for one in summary.experiments:
        rows = [_arm_row(arm) for arm in one.arms]
        lines += [
            f"## {one.experiment}",
            "",
            f"**{one.verdict_zh} / {one.verdict}**" + (" → 已写入策略 / now in the policy" if one.promoted else ""),
            "",
            table(
                (
                    "方案 / arm",
                    "人数 / people",
                    "72h 双向联系 / contacts",
                    "比例 / rate (90 %)",
                    "最优的可能 / chance to be best",
                ),
                rows,
            ),
            "",
            f"每组需 {one.n_per_arm} 人 / needs {one.n_per_arm} an arm",
            "",
            f"{one.n_waiting} 人未满 72 小时，未计入 / {one.n_waiting} not counted yet: touched less than 72 h ago",
            "",
        ]
    return "\n".join(lines)


def _arm_row(arm: dict[str, Any]) -> tuple[Any, ...]:
    if not arm["n"]:
        return arm["arm"], 0, 0, "—", "—"
    rate = f"{arm['rate']:.1%} ({arm['low']:.1%}-{arm['high']:.1%})"
    return arm["arm"], arm["n"], arm["successes"], rate, f"{arm['p_best']:.0%}"


def experiment_rows(session: Session) -> list[dict[str, Any]]:
    """Return every experiment as a row: since when, until when, how it ended."""
    return [
        {
            "experiment": row.name,
            "role_family": row.role_family or "every role family",
            "n_per_arm": row.n_per_arm,
            "started_at": row.started_at,
            "ended_at": row.ended_at,
            "verdict": row.verdict or "running",
            "winner": row.winner,
        }
        for row in session.scalars(select(Experiment).order_by(Experiment.started_at, Experiment.name))
    ]


def promotion_rows(session: Session) -> list[dict[str, Any]]:
    """Return every promotion as a row: what, why, by whom, and whether it was taken back."""
    return [
        {
            "experiment": row.experiment,
            "arm": row.arm,
            "role_family": row.role_family or "every role family",
            "reason": row.reason,
            "promoted_at": row.promoted_at,
            "promoted_by": row.promoted_by,
            "taken_back_at": row.ended_at,
            "taken_back_by": row.ended_by,
        }
        for row in promotions(session, active_only=False)
    ]
