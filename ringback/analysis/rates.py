"""When does each kind of candidate answer? Rates by role family, weekday and local hour, each with count and interval.

A raw rate by hour misleads twice: late hours are tried on people who missed earlier calls, and small cells are noise. Both
are handled in ``shrinkage.py``; here counts become that table, and the table becomes sentences a person can check.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from scipy.special import expit, logit
from scipy.stats import norm

from ringback.analysis.apart import how_people_differ
from ringback.analysis.differences import usable_differences
from ringback.analysis.exposure import (
    CallTable,
    FallingOff,
    Runs,
    fit_falling_off,
    relative_exposure,
    runs_of,
    some_people,
)
from ringback.analysis.frames import RATES, check_as_of, codes_of
from ringback.analysis.shrinkage import Floats, Ints, RateTable, fit_rate_table
from ringback.analysis.week import FIRST_WEEKEND_DAY, WEEKDAYS, part_of_slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from ringback.analysis.calls import CleanCalls
    from schemas.policy import Policy


MODEL_ERROR: Final = 0.02
"""Standard error added for what the model simplifies (one fade, smooth curves), in rate units; measured in simulation."""

ROUNDS: Final = 3
PREPARED_CALLS: Final = 250_000
"""Of more calls some people's prepare the last round, which takes all."""
EVENING_HOUR: Final = 17
PEOPLE_ROUND: Final = 2
"""The round in which that is found out: in the first one the table rests on first calls alone."""
WARM_BOUNDS: Final = (0.5, 4.0)
WARM_AS_EXPECTED: Final = 0.10
"""Smaller differences, however certain, are within what the model simplifies."""

COLD_DEAD_SHARE: Final = 0.28
"""Share of fresh candidates who cannot be reached at all, before there are calls (timing trials: 0.28)."""


@dataclass(frozen=True, slots=True)
class LearnedRates:
    """What one fit of the call log gives.

    ``rates`` (columns RATES), ``differences`` (columns DIFFERENCES), ``table`` the fit itself by cell, ``falling_off`` how
    answers fall off with the tries.
    """

    rates: pd.DataFrame
    differences: pd.DataFrame
    table: RateTable
    falling_off: FallingOff

    @property
    def dead_share(self) -> float:
        """The share of new people who are out of reach."""
        return self.falling_off.dead_share


def answer_rates(
    calls: CleanCalls,
    *,
    as_of: datetime,
    policy: Policy,
    families: Iterable[str] = (),
    half_life_days: float | None = None,
) -> pd.DataFrame:
    """Return one row for each role family x weekday x call hour (columns RATES); see :func:`learn_rates`."""
    return learn_rates(calls, as_of=as_of, policy=policy, families=families, half_life_days=half_life_days).rates


LEARNED_FROM: Final = (
    "candidate", "role_family", "weekday", "hour", "age_days", "is_counted", "is_answered", "try_number", "is_warm",
    "gone_odds",
)  # fmt: skip
"""The columns of CLEAN_CALLS that rates are learned from."""


def learn_rates(
    calls: CleanCalls,
    *,
    as_of: datetime,
    policy: Policy,
    families: Iterable[str] = (),
    half_life_days: float | None = None,
) -> LearnedRates:
    """Learn the chance that a *first* call is answered, for each role family x weekday x call hour.

    ``families`` are added to those of the policy and of the log, so that every candidate finds a row. ``n_calls`` and
    ``n_answered`` are real counts of the cell (wrong numbers and unknown outcomes left out), ``n_calls_part`` those of its
    part of day. ``rate`` borrows as far as ``borrowed_from`` says: None, ``part of day``, ``role`` or ``all``.
    ``half_life_days`` overrides the policy when a drift check asks for a shorter memory.
    """
    check_as_of(as_of)
    roles = role_names(calls, policy, families)
    counted = _counted_calls(calls, roles, policy, half_life_days or policy.learning.half_life_days)
    n_cells = len(roles) * WEEKDAYS * (policy.call_hours.last_hour - policy.call_hours.first_hour)
    n_calls = np.bincount(counted.cell, minlength=n_cells)
    n_answered = np.bincount(counted.cell, counted.is_answered, n_cells).astype(np.int64)
    table, falling_off = _fit(counted, len(roles), policy)
    return LearnedRates(
        rates=_rates_frame(table, n_calls, n_answered, roles, policy),
        differences=usable_differences(table, n_calls, roles, policy),
        table=table,
        falling_off=falling_off,
    )


def role_names(calls: CleanCalls, policy: Policy, families: Iterable[str] = ()) -> list[str]:
    """Return all role families in a fixed order: the policy's, then others by name."""
    known = list(policy.roles.families)
    seen = {str(name) for name in calls.frame["role_family"].dropna().unique()} | set(families)
    return known + sorted(seen - set(known))


def role_codes(names: pd.Series[Any], rates: pd.DataFrame, policy: Policy) -> Ints:
    """Return each row's place among the role families of ``rates``; families without a rate count as the fallback."""
    roles = rates["role_family"].unique().tolist()
    codes = codes_of(names, roles)
    return np.where(codes < 0, roles.index(policy.roles.fallback), codes)


def _counted_calls(calls: CleanCalls, roles: Sequence[str], policy: Policy, half_life_days: float) -> CallTable:
    """Return calls with a known outcome in call hours; each weighs half after ``half_life_days``."""
    rows = calls.frame
    first, last = policy.call_hours.first_hour, policy.call_hours.last_hour
    hour = rows["hour"].to_numpy(dtype=np.int64)
    used = rows["is_counted"].to_numpy(dtype=bool) & (hour >= first) & (hour < last)
    role = codes_of(rows["role_family"], roles)
    role[role < 0] = roles.index(policy.roles.fallback)
    cell = (role * WEEKDAYS + rows["weekday"].to_numpy()) * (last - first) + hour - first
    part = np.where(rows["weekday"].to_numpy() >= FIRST_WEEKEND_DAY, 2, (hour >= EVENING_HOUR).astype(np.int64))
    weight = 0.5 ** (rows["age_days"].to_numpy(dtype=float) / half_life_days)
    return CallTable(
        row=np.flatnonzero(used),
        candidate=rows["candidate"].to_numpy(dtype=np.int64)[used],
        cell=cell[used],
        part=part[used],
        try_number=rows["try_number"].to_numpy(dtype=np.int64)[used],
        is_warm=rows["is_warm"].to_numpy(dtype=bool)[used],
        is_answered=rows["is_answered"].to_numpy(dtype=bool)[used],
        weight=weight[used],
        gone_odds=rows["gone_odds"].to_numpy(dtype=float)[used],
    )


def expected_answers(calls: CleanCalls, learned: LearnedRates, *, policy: Policy) -> pd.Series[float]:
    """Return the chance that ``learned`` gave each counted call in call hours, after its person's earlier misses.

    Indexed like ``calls.frame``; calls with no known outcome, outside the call hours or to people who answered before are left
    out.
    """
    roles = learned.rates["role_family"].unique().tolist()
    counted = _counted_calls(calls, roles, policy, policy.learning.half_life_days)
    worth = relative_exposure(counted, learned.table.rate, learned.falling_off)
    p = pd.Series(worth * learned.table.rate[counted.cell], index=calls.frame.index[counted.row])
    return p[~counted.is_warm].clip(1e-4, 1 - 1e-4)


def _fit(calls: CallTable, n_roles: int, policy: Policy) -> tuple[RateTable, FallingOff]:
    """Alternate between the table and what each call is worth; three rounds settle it to a tenth of a point."""
    part = part_of_slot(policy)
    n_cells = n_roles * part.size

    def fitted(calls: CallTable, worth: Floats, *, is_final: bool = False) -> RateTable:
        return fit_rate_table(
            np.bincount(calls.cell, calls.weight * worth, n_cells),
            np.bincount(calls.cell, calls.weight * calls.is_answered, n_cells),
            part,
            prior_rate=policy.learning.cold_start_rate,
            prior_calls=policy.learning.cold_start_calls,
            is_final=is_final,
        )

    def believing(law: FallingOff, calls: CallTable, rate: Floats, runs: Runs) -> Floats:
        worth = relative_exposure(calls, rate, law, runs=runs)
        return np.where(calls.is_warm, worth * _warm_level(calls, worth * rate[calls.cell]), worth)

    first, some = calls.take(calls.try_number == 1), some_people(calls, PREPARED_CALLS)
    table, runs = fitted(first, np.ones(len(first.cell))), runs_of(some)
    people = policy.personal
    falling_off = FallingOff(COLD_DEAD_SHARE, people.user_variance + people.hour_variance)
    for number in range(1, ROUNDS + 1):
        if len(calls.cell):
            falling_off = fit_falling_off(some, table.rate, falling_off)
        if number == PEOPLE_ROUND:
            falling_off = how_people_differ(
                some, table.rate, falling_off, table_of=lambda *given: fitted(given[1], believing(*given)).rate
            )
        if number == ROUNDS and some is not calls:
            some, runs = calls, runs_of(calls)
        table = fitted(some, believing(falling_off, some, table.rate, runs), is_final=number == ROUNDS)
    if not runs.n:  # nobody was rung twice
        falling_off = replace(falling_off, variance=people.user_variance, own_variance=people.hour_variance)
    return table, falling_off


def _warm_level(calls: CallTable, expected: Floats) -> float:
    """How often people who have answered before answer again, against what is ``expected`` of them (n,).

    1 unless they clearly differ, as they do where the next call was agreed upon: then they say nothing of the level of others.
    """
    warm = calls.is_warm
    ratio = float((calls.is_answered[warm].sum() + 5) / (expected[warm].sum() + 5))
    return 1.0 if abs(ratio - 1) <= WARM_AS_EXPECTED else float(np.clip(ratio, *WARM_BOUNDS))


def _rates_frame(
    table: RateTable, n_calls: Ints, n_answered: Ints, roles: Sequence[str], policy: Policy
) -> pd.DataFrame:
    first, last = policy.call_hours.first_hour, policy.call_hours.last_hour
    n_roles, n_hours = len(roles), last - first
    low, high = interval(table, share=policy.learning.interval)
    part = part_of_slot(policy).ravel()
    role = np.repeat(np.arange(n_roles), len(part))
    group = role * (int(part.max()) + 1) + np.tile(part, n_roles)
    n_part = np.bincount(group, n_calls)[group].astype(np.int64)
    n_role = np.bincount(role, n_calls)[role]
    enough = policy.learning.min_calls
    lender = np.select(
        [n_calls >= enough, n_part >= enough, n_role >= enough], ["", "part of day", "role"], default=WHOLE_POOL
    )
    frame = pd.DataFrame(
        {
            "role_family": np.repeat(np.array(roles, dtype=object), WEEKDAYS * n_hours),
            "weekday": np.tile(np.repeat(np.arange(WEEKDAYS), n_hours), n_roles),
            "hour": np.tile(np.arange(first, last), n_roles * WEEKDAYS),
            "n_calls": n_calls,
            "n_answered": n_answered,
            "n_calls_part": n_part,
            "rate": table.rate,
            "low": low,
            "high": high,
            "borrowed_from": pd.Series(lender, dtype="str").where(lender != "", None),
        }
    )
    notes = frame["borrowed_from"].map(NOTES).fillna("")
    return frame.assign(
        role_family=frame["role_family"].astype("str"),
        note=notes,
        note_zh=frame["borrowed_from"].map(NOTES_ZH).fillna(""),
    )[list(RATES)]


WHOLE_POOL: Final = "all"
NOTES: Final = {
    "part of day": "not enough calls in this hour yet, borrowed from the part of day",
    "role": "not enough calls in this part of day yet, borrowed from the role family",
    WHOLE_POOL: "not enough calls for this role family yet, borrowed from all",
}
NOTES_ZH: Final = {
    "part of day": "该时段通话不足，参考同一时间段",
    "role": "该时间段通话不足，参考该岗位类别",
    WHOLE_POOL: "该岗位类别通话不足，参考全部岗位",
}


def interval(table: RateTable, *, share: float) -> tuple[Floats, Floats]:
    """Return the central interval of each rate, widened in quadrature by MODEL_ERROR and cut to [0, 1]."""
    z = norm.ppf((1 + share) / 2)
    centre, reach = logit(table.rate), z * table.sd
    low = table.rate - np.hypot(table.rate - expit(centre - reach), z * MODEL_ERROR)
    high = table.rate + np.hypot(expit(centre + reach) - table.rate, z * MODEL_ERROR)
    return np.clip(low, 0, 1), np.clip(high, 0, 1)
