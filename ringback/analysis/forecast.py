"""What a table learned some days ago expects of the calls since: the yardstick of every drift check."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ringback.analysis.calls import CleanCalls
from ringback.analysis.episodes import role_cells
from ringback.analysis.rates import LEARNED_FROM, LearnedRates, expected_answers, learn_rates
from ringback.analysis.week import FIRST_WEEKEND_DAY, WEEKDAYS

if TYPE_CHECKING:
    from datetime import datetime

    from numpy.typing import NDArray

    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a table expects of recent calls (``p``, by row of the log), how unsure it is of each, and at which role and point.

    ``rows`` are the calls themselves, ``answered`` their ends, ``age`` their days, ``cell`` their places in the table,
    ``role`` and ``point`` (hours of weekdays, then of weekends) those on its surface, and
    ``is_planned`` tells those since the first random window: a plan rings other people than habit, so their level differs.
    """

    p: pd.Series[float]
    rows: pd.DataFrame
    answered: Floats
    age: Floats
    is_planned: NDArray[np.bool_]
    cell: Ints
    doubt: Floats
    role: Ints
    point: Ints
    learned: LearnedRates


def forecast(
    calls: CleanCalls, *, as_of: datetime, policy: Policy, half_life_days: float, days: float, is_flat: bool = False
) -> Forecast:
    """Return what a table learned up to ``days`` before ``as_of`` expects of each call since then."""
    age = calls.frame["age_days"]
    before = CleanCalls(calls.frame.loc[age > days, list(LEARNED_FROM)].reset_index(drop=True), calls.report)
    families = calls.frame["role_family"].dropna().unique()
    learned = learn_rates(before, as_of=as_of, policy=policy, families=families, half_life_days=half_life_days)
    if is_flat:
        learned = _flat(learned)
    p = expected_answers(calls, learned, policy=policy)
    p = p[age.loc[p.index] <= days]
    rows, table = calls.frame.loc[p.index], learned.table
    relative = (1 - table.rate) * table.sd
    cell = role_cells(rows, learned.rates, policy)
    n_hours = policy.call_hours.last_hour - policy.call_hours.first_hour
    day, hour = cell // n_hours, cell % n_hours
    days_ago = rows["age_days"].to_numpy(dtype=float)
    is_random = rows["was_random"].to_numpy(dtype=bool)
    return Forecast(
        p=p,
        rows=rows,
        answered=rows["is_answered"].to_numpy(dtype=float),
        age=days_ago,
        is_planned=days_ago <= days_ago[is_random].max(initial=0.0),
        cell=cell,
        doubt=p.to_numpy() * relative[cell],
        role=day // WEEKDAYS,
        point=hour + n_hours * (day % WEEKDAYS >= FIRST_WEEKEND_DAY),
        learned=learned,
    )


def spread_rates(rates: pd.DataFrame) -> pd.DataFrame:
    """Return the rates frame with every hour of a role family at its mean: what to plan with while the table is not trusted.

    Then only a person's own misses order the hours, so calls spread over the day.
    """
    by_role = rates.groupby("role_family")
    means = {name: by_role[name].transform("mean") for name in ("rate", "low", "high")}
    return rates.assign(**means)


def hours_told(learned: LearnedRates) -> pd.DataFrame:
    """Return the rates frame with every hour at the mean of its role family, but for those whose hours are told apart.

    What is said of hours rests on this: where no hour is known to be better than another, nobody was rung at a bad one.
    """
    differences = learned.differences
    apart = differences.loc[differences["is_usable"].astype(bool), "role_family"]
    return learned.rates.where(learned.rates["role_family"].isin(apart), spread_rates(learned.rates))


def _flat(learned: LearnedRates) -> LearnedRates:
    """Return the rates with one chance for all hours of a role family."""
    flat = spread_rates(learned.rates)["rate"].to_numpy(dtype=float)
    return replace(learned, table=replace(learned.table, rate=flat))
