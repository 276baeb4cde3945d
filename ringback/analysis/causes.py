"""Why is this person silent, and why is this group? One cause each with its counts; groups with intervals.

"Associated with", never "because": only the random windows and the experiments can say because.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from scipy.stats import gamma

from ringback.analysis.episodes import CELL_COLUMNS, call_places, role_cells
from ringback.analysis.frames import (
    CANDIDATES,
    CANDIDATES_OPTIONAL,
    CAUSES,
    GROUP_CAUSES,
    check_as_of,
    check_frame,
    places_of,
    shared_texts,
)
from ringback.analysis.rates import role_codes
from ringback.analysis.week import WEEKDAYS
from schemas.words import Cause

if TYPE_CHECKING:
    from datetime import datetime

    from ringback.analysis.calls import CleanCalls
    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy

LIKELY: Final = 0.5
"""A state is named as the cause from even odds on."""
POOR_HOURS: Final = 0.75
"""Hours are "bad" when the chance there was below this share of the role's best part of the week."""

SENTENCES: Final = {
    Cause.ONE_TRY_ONLY: ("Only {n} call so far; too early to say.", "只打过 {n} 次，还不能下结论。"),
    Cause.WRONG_NUMBER: (
        "{n} calls, none answered; the number is wrong with {wrong} %.",
        "{n} 通未接，号码错误可能 {wrong}%。",
    ),
    Cause.BAD_HOUR: (
        "{n} missed calls at hours when {used} % answer; {best} % do at the best hour.",
        "{n} 通未接，所拨时段接通率约 {used}%，最佳时段约 {best}%。",
    ),
    Cause.DEAD_MAIL: ("{n} missed calls, and the mail address bounced.", "{n} 通未接，邮箱也已退信。"),
    Cause.LOST_INTEREST: (
        "{n} missed calls and few signs of life; lost with {lost} %.",
        "{n} 通未接，几乎没有动静，失联可能 {lost}%。",
    ),
    Cause.BAD_LUCK: (
        "{n} missed calls at hours when {used} % answer; misses happen.",
        "{n} 通未接，所拨时段接通率约 {used}%，只是没接到。",
    ),
}


BY_VALUE: Final = {cause.value: texts for cause, texts in SENTENCES.items()}


@dataclass(frozen=True, slots=True)
class _Silent:
    """Silent candidates: place in the frame, misses, mean chance at the hours used and at the role's best hour."""

    place: Ints
    n_misses: Ints
    p_used: Floats
    p_best: Floats
    too_few: Ints
    lost_points: Floats


def candidate_causes(
    candidates: pd.DataFrame,
    calls: CleanCalls,
    rates: pd.DataFrame,
    lost: pd.DataFrame,
    *,
    as_of: datetime,
    policy: Policy,
) -> pd.DataFrame:
    """Return one row a silent candidate (columns CAUSES): the likeliest cause, a sentence and its evidence.

    Silent means rung at least once since the last answer. In this order: number shown or thought to be wrong (at
    ``policy.lost.verify_number_at``), one try only, lost from even odds on, bad hours, dead mail, else bad luck. ``rates`` are
    those of :func:`hours_told`: where the hours of a role family are not told apart, none of them is bad.
    ``evidence`` is a dictionary of counts and chances.
    """
    check_as_of(as_of)
    people = check_frame(candidates, CANDIDATES, CANDIDATES_OPTIONAL, name="candidates")
    silent = _silent(people, calls, rates, policy)
    p_lost, p_wrong = (chance[silent.place] for chance in _chances(people, lost, ("p_lost", "p_wrong")))
    has_dead_mail = people["has_dead_mail"].to_numpy(dtype=bool)[silent.place]
    ladder = {
        Cause.WRONG_NUMBER: p_wrong >= policy.lost.verify_number_at,
        Cause.ONE_TRY_ONLY: silent.too_few.astype(bool),
        Cause.LOST_INTEREST: p_lost >= LIKELY,
        Cause.BAD_HOUR: silent.p_used < POOR_HOURS * silent.p_best,
        Cause.DEAD_MAIL: has_dead_mail,
    }
    cause = np.select([*ladder.values()], [each.value for each in ladder], default=Cause.BAD_LUCK.value)
    percents = {"used": silent.p_used, "best": silent.p_best, "lost": p_lost, "wrong": p_wrong}
    rows = pd.DataFrame({"cause": cause, "n": silent.n_misses} | {name: _percent(p) for name, p in percents.items()})
    english, chinese, evidence = _told(rows)
    return pd.DataFrame(
        {
            "candidate_id": people["candidate_id"].to_numpy()[silent.place],
            "cause": pd.Series(cause, dtype="str"),
            "sentence": english,
            "sentence_zh": chinese,
            "evidence": evidence,
        }
    )[list(CAUSES)]


def group_causes(
    candidates: pd.DataFrame,
    calls: CleanCalls,
    rates: pd.DataFrame,
    lost: pd.DataFrame,
    *,
    as_of: datetime,
    policy: Policy,
    group_by: str = "role_family",
) -> pd.DataFrame:
    """Return how the missed calls of each group divide over causes (columns GROUP_CAUSES).

    ``group_by`` is a column of the candidates frame (``role_family`` or ``source``). Each missed call is shared out: to the wrong
    number and to lost interest by their probabilities, to a bad hour by what the best hour would have added for the rest,
    and to bad luck what remains. ``low`` and ``high`` are the 90 % interval of the count, taken as Poisson and of no
    more than were missed.
    """
    check_as_of(as_of)
    people = check_frame(candidates, CANDIDATES, CANDIDATES_OPTIONAL, name="candidates")
    silent = _silent(people, calls, rates, policy)
    p_lost, p_wrong, p_reachable = (
        chance[silent.place] for chance in _chances(people, lost, ("p_lost", "p_wrong", "p_reachable"))
    )
    missed = silent.n_misses.astype(float)
    by_cause = {
        Cause.WRONG_NUMBER: missed * p_wrong,
        Cause.LOST_INTEREST: missed * p_lost,
        Cause.BAD_HOUR: np.minimum(silent.lost_points, missed) * p_reachable,
    }
    by_cause[Cause.BAD_LUCK] = np.maximum(missed - sum(by_cause.values()), 0.0)
    group = people[group_by].fillna("").to_numpy()[silent.place]
    wide = pd.DataFrame({cause.value: count for cause, count in by_cause.items()}).assign(group=group, n_missed=missed)
    long = (
        wide.groupby("group").sum().melt(id_vars="n_missed", var_name="cause", value_name="count", ignore_index=False)
    )
    count = long["count"].to_numpy(dtype=float)
    return (
        long.assign(
            group_by=group_by,
            low=np.where(count > 0, gamma.ppf(0.05, np.maximum(count, 1e-9)), 0.0),
            high=np.minimum(gamma.ppf(0.95, count + 1), long["n_missed"]),
            share=long["count"] / long["n_missed"].clip(lower=1),
        )
        .reset_index(names="group")
        .sort_values(["group", "count"], ascending=[True, False], ignore_index=True)[list(GROUP_CAUSES)]
    )


def _chances(people: pd.DataFrame, lost: pd.DataFrame, names: tuple[str, ...]) -> list[Floats]:
    """Return what the scores say of each candidate, 0 for those they do not know."""
    place = places_of(people["candidate_id"], lost["candidate_id"])
    return [np.nan_to_num(np.append(lost[name].to_numpy(dtype=float), 0.0)[place]) for name in names]


def _silent(people: pd.DataFrame, calls: CleanCalls, rates: pd.DataFrame, policy: Policy) -> _Silent:
    rows = calls.frame
    code = rows["candidate"].to_numpy(dtype=np.int64)
    answered = rows["is_answered"].to_numpy(dtype=bool)
    last_answer = np.full(int(code.max(initial=-1)) + 1, -1)
    last_answer[code[answered]] = np.flatnonzero(answered)
    mine = call_places(people, calls)
    rung = (rows["is_counted"] | rows["is_wrong"]).to_numpy(dtype=bool)
    used = rung & (np.arange(len(rows)) > last_answer[code]) & (mine >= 0)
    who = mine[used]
    p_call = rates["rate"].to_numpy(dtype=float)[role_cells(rows.loc[used, list(CELL_COLUMNS)], rates, policy)]
    best = _best_rate(rates, policy)[role_codes(people["role_family"], rates, policy)]
    n = np.bincount(who, minlength=len(people))
    place = np.flatnonzero(n)
    total = np.bincount(who, p_call, len(people))
    gap = np.round(best[who] - p_call, 9)  # of hours that are all alike it is nothing, not a quadrillionth
    shortfall = np.bincount(who, np.maximum(gap, 0), len(people))
    return _Silent(place, n[place], total[place] / n[place], best[place], n[place] == 1, shortfall[place])


def _best_rate(rates: pd.DataFrame, policy: Policy) -> Floats:
    """The mean chance in the best hour of the day by role, over weekdays: one great cell on one day is no advice."""
    n_hours = policy.call_hours.last_hour - policy.call_hours.first_hour
    return np.asarray(rates["rate"].to_numpy(dtype=float).reshape(-1, WEEKDAYS, n_hours).mean(axis=1).max(axis=1))


def _percent(p: Floats) -> Ints:
    return np.round(p * 100).astype(np.int64)


def _told(rows: pd.DataFrame) -> tuple[pd.Series[str], pd.Series[str], pd.Series[Any]]:
    """Equal situations share one sentence and one evidence dictionary."""
    groups = rows.groupby(list(rows.columns), sort=False)
    where = groups.ngroup().to_numpy()
    distinct: list[dict[str, Any]] = [
        {str(name): value for name, value in row.items()} for row in rows.drop_duplicates().to_dict("records")
    ]
    english = shared_texts(where, [BY_VALUE[row["cause"]][0].format(**row) for row in distinct])
    chinese = shared_texts(where, [BY_VALUE[row["cause"]][1].format(**row) for row in distinct])
    evidence = np.empty(len(distinct), dtype=object)
    evidence[:] = [
        {
            "n_missed": row["n"],
            "p_at_hours_used": row["used"] / 100,
            "p_at_best_hour": row["best"] / 100,
            "p_lost": row["lost"] / 100,
            "p_wrong": row["wrong"] / 100,
        }
        for row in distinct
    ]
    return english, chinese, pd.Series(evidence[where], dtype=object)
