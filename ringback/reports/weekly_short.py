"""The week in a few sentences: what moved, when to ring, what is lost where, what waits. Said only where the counts bear it."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from ringback.actions.report import WeekCounts
from ringback.reports.weekly_writer import MIN_CALLS, Writer
from ringback.rules.rounding import rounded_parts
from schemas.words import Cause

MIN_WEEK_CALLS = 50
"""Fewer calls a week say nothing about a change."""

CLEAR_SIGMA = 2.58
"""A change between two weeks is named from the 1 % level on (two proportions, normal approximation), for it is asked weekly."""

MIN_WORST_PEOPLE = 100
MIN_WRONG_LEAD = 0.03
"""A source is named as the worst where its share of wrong numbers stands so far above the next."""


def in_short(writer: Writer) -> Iterator[str]:
    """Yield the sentences, the most useful first; none about what was not counted."""
    yield from _answers(writer)
    yield from _hours(writer)
    yield from _lost_calls(writer)
    yield from _worst_source(writer)
    yield from _waiting(writer)


def _answers(writer: Writer) -> Iterator[str]:
    week, before = writer.report.week, writer.report.before
    if not week.n_calls:
        yield writer.say("short_no_calls")
        return
    told = {"calls": f"{week.n_calls:,}", "answered": f"{week.n_answered:,}", "rate": f"{_rate(week):.0%}"}
    if min(week.n_calls, before.n_calls) < MIN_WEEK_CALLS:
        yield writer.say("short_answers", **told)
        return
    gap = _rate(week) - _rate(before)
    is_clear = abs(gap) > CLEAR_SIGMA * _error_of_gap(week, before)
    key = ("short_more" if gap > 0 else "short_less") if is_clear else "short_same"
    yield writer.say(key, before=f"{_rate(before):.0%}", **told)


def _rate(week: WeekCounts) -> float:
    return week.n_answered / week.n_calls


def _error_of_gap(week: WeekCounts, before: WeekCounts) -> float:
    pooled = (week.n_answered + before.n_answered) / (week.n_calls + before.n_calls)
    return sqrt(pooled * (1 - pooled) * (1 / week.n_calls + 1 / before.n_calls))


def _hours(writer: Writer) -> Iterator[str]:
    """Name the role families with a part of the day worth waiting for, those that gain most first."""
    told = writer.report.differences
    n_calls = 0 if told.empty else int(told["n_calls"].sum())
    if not n_calls:
        return
    usable = told[told["is_usable"]]
    if usable.empty:
        is_early = n_calls < MIN_CALLS
        yield (
            writer.say("short_early", n=f"{n_calls:,}", needed=MIN_CALLS) if is_early else writer.say("short_no_hours")
        )
        return
    usable = usable.assign(gain=usable["best_rate"] - usable["median_rate"]).sort_values("gain", ascending=False)
    part = "best_part_zh" if writer.language == "zh" else "best_part"
    named: dict[str, list[str]] = {}
    for role, when, best, usual in zip(
        usable["role_family"], usable[part], usable["best_rate"], usable["median_rate"], strict=True
    ):
        told_of = {"role": writer.roles.get(role, role), "best": f"{best:.0%}", "usual": f"{usual:.0%}"}
        named.setdefault(when, []).append(writer.say("short_hour", **told_of))
    for when, roles in named.items():
        yield writer.say("short_hours", part=when, roles=writer.say("short_comma").join(roles))


def _lost_calls(writer: Writer) -> Iterator[str]:
    """Share the missed calls out over what can be done about them."""
    groups = writer.report.causes_by_role
    if groups.empty:
        return
    by_cause = groups.groupby("cause")["count"].sum()
    total = float(by_cause.sum())
    if total:
        causes = {"wrong": Cause.WRONG_NUMBER, "lost": Cause.LOST_INTEREST, "hour": Cause.BAD_HOUR}
        shares = {name: 100 * float(by_cause.get(cause.value, 0.0)) / total for name, cause in causes.items()}
        shares["rest"] = 100 - sum(shares.values())
        percents = zip(shares, rounded_parts([*shares.values()]), strict=True)
        told = {"n": f"{total:,.0f}", "since": writer.since()} | {name: f"{percent}%" for name, percent in percents}
        yield writer.say("short_missed" if shares["hour"] else "short_missed_anyhow", **told)


def _worst_source(writer: Writer) -> Iterator[str]:
    sources = writer.report.wrong_by_source.dropna(subset=["p_wrong"])
    sources = sources[sources["n"] >= MIN_WORST_PEOPLE].sort_values("p_wrong", ascending=False)
    if len(sources) > 1 and sources["p_wrong"].iloc[0] - sources["p_wrong"].iloc[1] >= MIN_WRONG_LEAD:
        worst, rest = sources.iloc[0], sources["p_wrong"].iloc[1]
        yield writer.say("short_source", source=worst["source"], wrong=f"{worst['p_wrong']:.0%}", rest=f"{rest:.0%}")


def _waiting(writer: Writer) -> Iterator[str]:
    counts = writer.report.funnel
    if n := counts["known"] - counts["tried"]:
        yield writer.say("short_waiting", n=f"{n:,}", known=f"{counts['known']:,}")
