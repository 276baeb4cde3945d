"""When does each kind of candidate answer? Rates by role family, weekday and local hour, each with count and interval.

A raw rate by hour misleads twice: late hours are tried on people who missed earlier calls, and small cells are noise. Both
are handled in ``shrinkage.py``; here counts become that table, and the table becomes sentences a person can check.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from scipy.special import betaincinv
from scipy.stats import norm

from ringback.analysis.exposure import CallTable, fit_dead_share, relative_exposure
from ringback.analysis.frames import DIFFERENCES, RATES, check_as_of
from ringback.analysis.shrinkage import Floats, Ints, Level, RateTable, fit_rate_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from ringback.analysis.calls import CleanCalls
    from schemas.policy import Band, Policy

WEEKDAYS: Final = 7
FIRST_WEEKEND_DAY: Final = 5

MODEL_ERROR: Final = 0.015
"""Standard error added for what the model simplifies (one fade for all hours), in rate units; measured in simulation."""

DRAWS: Final = 2000
ROUNDS: Final = 3
SHOWN: Final = ("part", "hour")
WARM_BOUNDS: Final = (0.5, 4.0)

COLD_DEAD_SHARE: Final = 0.28
"""Share of fresh candidates who cannot be reached at all, before there are calls (timing trials: 0.28)."""

BAND_ZH: Final = {"morning": "上午", "noon": "中午", "afternoon": "下午", "early evening": "傍晚", "evening": "晚间"}
"""Chinese names of the shipped bands; a band of another name is shown by that name."""
DAYTYPE: Final = (("weekdays", "工作日"), ("weekends", "周末"))


@dataclass(frozen=True, slots=True)
class LearnedRates:
    """What one fit of the call log gives.

    ``rates`` (columns RATES), ``differences`` (columns DIFFERENCES), ``dead_share`` of fresh candidates who cannot be reached
    at all, ``table`` the fit itself by cell.
    """

    rates: pd.DataFrame
    differences: pd.DataFrame
    dead_share: float
    table: RateTable


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
    table, dead_share = _fit(counted, rate_levels(len(roles), policy), policy)
    return LearnedRates(
        rates=_rates_frame(table, n_calls, n_answered, roles, policy),
        differences=_differences(table, n_calls, roles, policy),
        dead_share=dead_share,
        table=table,
    )


def role_names(calls: CleanCalls, policy: Policy, families: Iterable[str] = ()) -> list[str]:
    """Return all role families in a fixed order: the policy's, then others by name."""
    known = list(policy.roles.families)
    seen = {str(name) for name in calls.frame["role_family"].dropna().unique()} | set(families)
    return known + sorted(seen - set(known))


def role_codes(names: pd.Series[Any], rates: pd.DataFrame, policy: Policy) -> Ints:
    """Return each row's place among the role families of ``rates``; families without a rate count as the fallback."""
    roles = rates["role_family"].unique().tolist()
    codes = pd.Categorical(names.fillna(policy.roles.fallback), categories=roles).codes.astype(np.int64)
    return np.where(codes < 0, roles.index(policy.roles.fallback), codes)


def _counted_calls(calls: CleanCalls, roles: Sequence[str], policy: Policy, half_life_days: float) -> CallTable:
    """Return calls with a known outcome in call hours; each weighs half after ``half_life_days``."""
    rows = calls.frame
    first, last = policy.call_hours.first_hour, policy.call_hours.last_hour
    hour = rows["hour"].to_numpy(dtype=np.int64)
    used = rows["is_counted"].to_numpy(dtype=bool) & (hour >= first) & (hour < last)
    names = pd.Categorical(rows["role_family"].fillna(policy.roles.fallback), categories=list(roles))
    cell = (names.codes.astype(np.int64) * WEEKDAYS + rows["weekday"].to_numpy()) * (last - first) + hour - first
    weight = 0.5 ** (rows["age_days"].to_numpy(dtype=float) / half_life_days)
    return CallTable(
        candidate=rows["candidate"].to_numpy(dtype=np.int64)[used],
        cell=cell[used],
        try_number=rows["try_number"].to_numpy(dtype=np.int64)[used],
        is_warm=rows["is_warm"].to_numpy(dtype=bool)[used],
        is_answered=rows["is_answered"].to_numpy(dtype=bool)[used],
        weight=weight[used],
    )


def _fit(calls: CallTable, levels: Sequence[Level], policy: Policy) -> tuple[RateTable, float]:
    """Alternate between the table and what each call is worth; three rounds settle it to a tenth of a point."""
    n_cells = len(levels[0].group)
    answered = np.bincount(calls.cell, calls.weight * calls.is_answered, n_cells)
    variance = policy.personal.user_variance + policy.personal.hour_variance
    priors = {"prior_rate": policy.learning.cold_start_rate, "prior_calls": policy.learning.cold_start_calls}
    first = np.bincount(calls.cell, calls.weight * (calls.try_number == 1), n_cells)
    first_answered = np.bincount(calls.cell, calls.weight * calls.is_answered * (calls.try_number == 1), n_cells)
    table = fit_rate_table(first, first_answered, levels, shown=SHOWN, **priors)
    dead_share = COLD_DEAD_SHARE
    for _ in range(ROUNDS):
        if len(calls.cell):
            dead_share = fit_dead_share(calls, table.rate, variance=variance)
        worth = relative_exposure(calls, table.rate, dead_share=dead_share, variance=variance)
        worth = np.where(calls.is_warm, _warm_level(calls, table.rate), worth)
        table = fit_rate_table(
            np.bincount(calls.cell, calls.weight * worth, n_cells), answered, levels, shown=SHOWN, **priors
        )
    return table, dead_share


def _warm_level(calls: CallTable, rate: Floats) -> float:
    """How often people who have answered before answer again, against a first call; 1 until there are such calls."""
    warm = calls.is_warm
    return float(np.clip((calls.is_answered[warm].sum() + 5) / (rate[calls.cell[warm]].sum() + 5), *WARM_BOUNDS))


def part_of_slot(policy: Policy) -> Ints:
    """Return (7, hours) the part of day of each weekday and call hour: bands of weekdays first, then those of weekends."""
    hours = np.arange(policy.call_hours.first_hour, policy.call_hours.last_hour)
    band = np.array([band_index(int(hour), policy.bands) for hour in hours])
    weekend = (np.arange(WEEKDAYS) >= FIRST_WEEKEND_DAY).astype(np.int64)
    return np.asarray(weekend[:, None] * len(policy.bands) + band[None, :])


def band_index(hour: int, bands: Sequence[Band]) -> int:
    """Return which band holds this local hour; hours outside the call hours belong to the nearest band."""
    inside = [place for place, band in enumerate(bands) if band.first_hour <= hour < band.last_hour]
    return inside[0] if inside else (0 if hour < bands[0].first_hour else len(bands) - 1)


def part_label(part: int, bands: Sequence[Band]) -> tuple[str, str]:
    """Return the English and the Chinese name of a part of day: ``weekdays 17-19``, ``工作日傍晚（17-19 点）``."""
    english, chinese = DAYTYPE[part // len(bands)]
    band = bands[part % len(bands)]
    hours = f"{band.first_hour}-{band.last_hour}"
    return f"{english} {hours} ({band.name})", f"{chinese}{BAND_ZH.get(band.name, band.name)}（{hours} 点）"


def rate_levels(n_roles: int, policy: Policy) -> list[Level]:
    """Return how cells (role x weekday x hour, flattened) borrow from each other, coarse to fine."""
    part = part_of_slot(policy)
    n_hours = part.shape[1]
    n_parts, n_points = len(DAYTYPE) * len(policy.bands), len(DAYTYPE) * n_hours
    weekday, hour = (grid.ravel() for grid in np.mgrid[0:WEEKDAYS, 0:n_hours])
    point = (weekday >= FIRST_WEEKEND_DAY) * n_hours + hour
    role = np.repeat(np.arange(n_roles), part.size)

    def every(group: Ints) -> Ints:
        return np.tile(group, n_roles)

    return [
        Level("part, all roles", every(part.ravel()), n_parts),
        Level("hour, all roles", every(point), n_points),
        Level("weekday, all roles", every(weekday), WEEKDAYS),
        Level("role", role, n_roles),
        Level("part", role * n_parts + every(part.ravel()), n_roles * n_parts),
        Level("hour", role * n_points + every(point), n_roles * n_points),
    ]


def _rates_frame(
    table: RateTable, n_calls: Ints, n_answered: Ints, roles: Sequence[str], policy: Policy
) -> pd.DataFrame:
    first, last = policy.call_hours.first_hour, policy.call_hours.last_hour
    n_roles, n_hours = len(roles), last - first
    levels = {level.name: level for level in rate_levels(n_roles, policy)}
    low, high = interval(table.alpha, table.beta, share=policy.learning.interval)
    n_part = np.bincount(levels["part"].group, n_calls)[levels["part"].group].astype(np.int64)
    n_role = np.bincount(levels["role"].group, n_calls)[levels["role"].group]
    enough = policy.learning.min_calls
    lender = np.select(
        [n_calls >= enough, n_part >= enough, n_role >= enough], ["", "part of day", "role"], default="all"
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


NOTES: Final = {
    "part of day": "not enough calls in this hour yet, borrowed from the part of day",
    "role": "not enough calls in this part of day yet, borrowed from the role family",
    "all": "not enough calls for this role family yet, borrowed from all",
}
NOTES_ZH: Final = {
    "part of day": "该时段通话不足，参考同一时间段",
    "role": "该时间段通话不足，参考该岗位类别",
    "all": "该岗位类别通话不足，参考全部岗位",
}


def interval(alpha: Floats, beta: Floats, *, share: float) -> tuple[Floats, Floats]:
    """Return the central interval of Beta(alpha, beta), widened in quadrature by MODEL_ERROR and cut to [0, 1]."""
    mean = alpha / (alpha + beta)
    tail = (1 - share) / 2
    extra = norm.ppf(1 - tail) * MODEL_ERROR
    low = mean - np.hypot(mean - betaincinv(alpha, beta, tail), extra)
    high = mean + np.hypot(betaincinv(alpha, beta, 1 - tail) - mean, extra)
    return np.clip(low, 0, 1), np.clip(high, 0, 1)


def _differences(table: RateTable, n_calls: Ints, roles: Sequence[str], policy: Policy) -> pd.DataFrame:
    """Return one row a role family (columns DIFFERENCES): is its best part of day worth waiting for?

    ``p_usable`` is the posterior probability that the part with the highest estimate beats the median hour of the week by at least
    ``policy.learning.usable_points``; below ``usable_probability`` the verdict is "no usable difference". The best part is
    picked once by its shrunk mean, not in each draw: the largest of ten noisy draws always looks good.
    """
    n_parts = len(DAYTYPE) * len(policy.bands)
    alpha, beta = (
        side.reshape(len(roles), n_parts) for side in (table.levels["part"].alpha, table.levels["part"].beta)
    )
    mean = alpha / (alpha + beta)
    best = mean.argmax(axis=1)
    draws = np.random.default_rng(0).beta(alpha, beta, size=(DRAWS, *alpha.shape))
    gap = draws[:, np.arange(len(roles)), best] - np.median(draws[:, :, part_of_slot(policy).ravel()], axis=2)
    p_usable = (gap >= policy.learning.usable_points).mean(axis=0)
    labels = [part_label(int(part), policy.bands) for part in best]
    frame = pd.DataFrame(
        {
            "role_family": roles,
            "best_part": [english for english, _ in labels],
            "best_part_zh": [chinese for _, chinese in labels],
            "best_rate": mean.max(axis=1),
            "median_rate": np.median(mean[:, part_of_slot(policy).ravel()], axis=1),
            "p_usable": p_usable,
            "n_calls": n_calls.reshape(len(roles), -1).sum(axis=1),
        }
    )
    return _with_verdict(frame, policy)


def _with_verdict(frame: pd.DataFrame, policy: Policy) -> pd.DataFrame:
    learning = policy.learning
    is_usable = (frame["p_usable"] >= learning.usable_probability) & (frame["n_calls"] >= learning.min_calls)
    few = frame["n_calls"] < learning.min_calls
    best, median = frame["best_rate"].map("{:.0%}".format), frame["median_rate"].map("{:.0%}".format)
    sure, count = frame["p_usable"].map("{:.0%}".format), frame["n_calls"].astype("str")
    yes = (
        "answer most on "
        + frame["best_part"]
        + ": "
        + best
        + " against "
        + median
        + " (probability "
        + sure
        + ", "
        + count
        + " calls)"
    )
    yes_zh = (
        frame["best_part_zh"] + "最易接通：" + best + "，中位时段 " + median + "（把握 " + sure + "，" + count + " 通）"
    )
    no = "no usable difference between hours (probability " + sure + ", " + count + " calls)"
    no_zh = "各时段没有可用的差别（把握 " + sure + "，" + count + " 通）"
    unknown, unknown_zh = (
        "not enough calls yet (" + count + "): no usable difference known",
        "通话不足（" + count + " 通），尚看不出差别",
    )
    return frame.assign(
        is_usable=is_usable,
        verdict=_choose(few, unknown, is_usable, yes, no),
        verdict_zh=_choose(few, unknown_zh, is_usable, yes_zh, no_zh),
    )[list(DIFFERENCES)]


def _choose(few: Any, unknown: Any, is_usable: Any, yes: Any, no: Any) -> Any:
    return no.mask(is_usable, yes).mask(few, unknown)
