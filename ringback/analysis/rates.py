"""When does each kind of candidate answer? Rates by role family, weekday and local hour, each with count and interval.

A raw rate by hour misleads twice: late hours are tried on people who missed earlier calls, and small cells are noise. Both
are handled in ``shrinkage.py``; here counts become that table, and the table becomes sentences a person can check.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

import numpy as np
import pandas as pd
from scipy.special import betaincinv
from scipy.stats import norm

from ringback.analysis.calls import CleanCalls
from ringback.analysis.frames import DIFFERENCES, RATES, check_as_of
from ringback.analysis.shrinkage import TRY_CLASSES, WARM, Floats, Grid, Ints, RateTable, fit_rate_table
from schemas.policy import Band, Policy

WEEKDAYS: Final = 7
FIRST_WEEKEND_DAY: Final = 5

MODEL_ERROR: Final = 0.015
"""Standard error added for what the model simplifies (one fade for all hours), in rate units; measured in simulation."""

DRAWS: Final = 4000

BAND_ZH: Final = {"morning": "上午", "noon": "中午", "afternoon": "下午", "early evening": "傍晚", "evening": "晚间"}
"""Chinese names of the shipped bands; a band of another name is shown by that name."""
DAYTYPE: Final = (("weekdays", "工作日"), ("weekends", "周末"))


def answer_rates(
    calls: CleanCalls,
    *,
    as_of: datetime,
    policy: Policy,
    families: Iterable[str] = (),
    half_life_days: float | None = None,
) -> pd.DataFrame:
    """Return one row for each role family x weekday x call hour (columns RATES): the chance that a *first* call is answered.

    ``families`` are added to those of the policy and of the log, so that every candidate finds a row. ``n_calls`` and
    ``n_answered`` are real counts of the cell (wrong numbers and unknown outcomes left out), ``n_calls_part`` those of its
    part of day. ``rate`` borrows as far as ``borrowed_from`` says: None, ``part of day``, ``role`` or ``all``.
    ``half_life_days`` overrides the policy when a drift check asks for a shorter memory.
    """
    check_as_of(as_of)
    roles = role_names(calls, policy, families)
    counts = count_cells(calls, roles=roles, policy=policy, half_life_days=half_life_days)
    table = fit_cells(counts, n_roles=len(roles), policy=policy)
    return _rates_frame(table, counts, roles, policy)


def role_names(calls: CleanCalls, policy: Policy, families: Iterable[str] = ()) -> list[str]:
    """Return all role families in a fixed order: the policy's, then others by name."""
    known = list(policy.roles.families)
    seen = {str(name) for name in calls.frame["role_family"].dropna().unique()} | set(families)
    return known + sorted(seen - set(known))


class CellCounts:
    """Counts by cell (role x weekday x hour, flattened) and try class: ``weighted`` by recency for learning, ``plain`` shown."""

    def __init__(self, calls: Floats, answers: Floats, n_calls: Ints, n_answered: Ints) -> None:
        self.calls, self.answers, self.n_calls, self.n_answered = calls, answers, n_calls, n_answered


def count_cells(
    calls: CleanCalls, *, roles: Sequence[str], policy: Policy, half_life_days: float | None = None
) -> CellCounts:
    """Count calls with a known outcome in call hours by cell and try class; each weighs half after ``half_life_days``."""
    rows = calls.frame
    first, last = policy.call_hours.first_hour, policy.call_hours.last_hour
    hour = rows["hour"].to_numpy(dtype=np.int64)
    role = pd.Index(roles).get_indexer(pd.Index(rows["role_family"].fillna(policy.roles.fallback)))
    used = rows["is_counted"].to_numpy(dtype=bool) & (hour >= first) & (hour < last) & (role >= 0)
    weekday = rows["weekday"].to_numpy(dtype=np.int64)
    cell = ((role * WEEKDAYS + weekday) * (last - first) + hour - first)[used]
    tries = np.minimum(rows["try_number"].to_numpy(dtype=np.int64), WARM) - 1
    kind = np.where(rows["is_warm"].to_numpy(dtype=bool), WARM, tries)[used]
    age = rows["age_days"].to_numpy(dtype=float)[used]
    weight = 0.5 ** (age / (half_life_days or policy.learning.half_life_days))
    answered = rows["is_answered"].to_numpy(dtype=float)[used]
    size = len(roles) * WEEKDAYS * (last - first)

    def tally(weights: Floats) -> Floats:
        return np.bincount(cell * TRY_CLASSES + kind, weights, size * TRY_CLASSES).reshape(size, TRY_CLASSES)

    plain = np.bincount(cell, minlength=size)
    return CellCounts(
        tally(weight), tally(weight * answered), plain, np.bincount(cell, answered, size).astype(np.int64)
    )


def fit_cells(counts: CellCounts, *, n_roles: int, policy: Policy) -> RateTable:
    """Fit the nested table to the weighted counts."""
    learning = policy.learning
    return fit_rate_table(
        counts.calls,
        counts.answers,
        _grid(n_roles, policy),
        prior_rate=learning.cold_start_rate,
        prior_calls=learning.cold_start_calls,
    )


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


def _grid(n_roles: int, policy: Policy) -> Grid:
    slot = part_of_slot(policy)
    n_parts = len(DAYTYPE) * len(policy.bands)
    role = np.repeat(np.arange(n_roles), slot.size)
    part = role * n_parts + np.tile(slot.ravel(), n_roles)
    return Grid(role=role, part=part, n_roles=n_roles, n_parts=n_roles * n_parts)


def _rates_frame(table: RateTable, counts: CellCounts, roles: Sequence[str], policy: Policy) -> pd.DataFrame:
    first, last = policy.call_hours.first_hour, policy.call_hours.last_hour
    n_roles, n_hours = len(roles), last - first
    grid = _grid(n_roles, policy)
    low, high = interval(table.alpha, table.beta, share=policy.learning.interval)
    n_part = np.bincount(grid.part, counts.n_calls, grid.n_parts)[grid.part].astype(np.int64)
    n_role = np.bincount(grid.role, counts.n_calls, n_roles)[grid.role]
    enough = policy.learning.min_calls
    lender = np.select(
        [counts.n_calls >= enough, n_part >= enough, n_role >= enough], ["", "part of day", "role"], default="all"
    )
    frame = pd.DataFrame(
        {
            "role_family": np.repeat(np.array(roles, dtype=object), WEEKDAYS * n_hours),
            "weekday": np.tile(np.repeat(np.arange(WEEKDAYS), n_hours), n_roles),
            "hour": np.tile(np.arange(first, last), n_roles * WEEKDAYS),
            "n_calls": counts.n_calls,
            "n_answered": counts.n_answered,
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


def usable_differences(
    calls: CleanCalls,
    *,
    as_of: datetime,
    policy: Policy,
    families: Iterable[str] = (),
    half_life_days: float | None = None,
) -> pd.DataFrame:
    """Return one row a role family (columns DIFFERENCES): is its best part of day worth waiting for?

    ``p_usable`` is the posterior probability that the part with the highest estimate beats the median part by at least
    ``policy.learning.usable_points``; below ``usable_probability`` the verdict is "no usable difference". The best part is
    picked once by its shrunk mean, not in each draw: the largest of ten noisy draws always looks good.
    """
    check_as_of(as_of)
    roles = role_names(calls, policy, families)
    counts = count_cells(calls, roles=roles, policy=policy, half_life_days=half_life_days)
    table = fit_cells(counts, n_roles=len(roles), policy=policy)
    n_parts = len(DAYTYPE) * len(policy.bands)
    alpha, beta = (side.reshape(len(roles), n_parts) for side in (table.part_alpha, table.part_beta))
    mean = alpha / (alpha + beta)
    best = mean.argmax(axis=1)
    draws = np.random.default_rng(0).beta(alpha, beta, size=(DRAWS, *alpha.shape))
    gap = draws[:, np.arange(len(roles)), best] - np.median(draws, axis=2)
    p_usable = (gap >= policy.learning.usable_points).mean(axis=0)
    n_calls = counts.n_calls.reshape(len(roles), -1).sum(axis=1)
    labels = [part_label(int(part), policy.bands) for part in best]
    frame = pd.DataFrame(
        {
            "role_family": roles,
            "best_part": [english for english, _ in labels],
            "best_part_zh": [chinese for _, chinese in labels],
            "best_rate": mean.max(axis=1),
            "median_rate": np.median(mean, axis=1),
            "p_usable": p_usable,
            "n_calls": n_calls,
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
