"""Has the world moved? Recent calls against what the table of two weeks ago expected of them, and the holdout against the plan.

A shift of the scores alone shows little (their spread stayed still in trials while answers fell), so the alarms look at outcomes:
answers seen against answers expected (calibration in the large, a p-chart with 3 sigma), the same by hour of the day, and
whether random windows do as well as recommended ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from scipy.stats import chi2

from ringback.analysis.calls import CleanCalls
from ringback.analysis.frames import check_as_of
from ringback.analysis.rates import expected_answers, learn_rates

if TYPE_CHECKING:
    from datetime import datetime

    from ringback.analysis.shrinkage import Floats
    from schemas.policy import Policy

RECENT_DAYS: Final = 14
SIGMA: Final = 3.0
MIN_RELATIVE_GAP: Final = 0.07
"""Smaller gaps, however certain, are within what the model simplifies."""
SHAPE_P: Final = 1e-6
MIN_SHAPE_GAP: Final = 0.15
MIN_CALLS: Final = 200
MIN_EXPECTED: Final = 5
"""The usual rule for a field of a chi-square."""
SHORT_HALF_LIVES: Final = (30.0, 10.0)
"""Memories in days that are tried when something has moved."""
CHART: Final[tuple[str, ...]] = ("day", "n_calls", "n_answered", "expected", "low", "high", "is_out")


@dataclass(frozen=True, slots=True)
class DriftReport:
    """What the last two weeks say of the table learned before them.

    ``alarms`` are sentences (empty: nothing moved). ``half_life_days`` is the memory to learn with now: the policy's, or a
    shorter one that predicted the recent days better. ``trust_table`` is False when random windows do better than
    recommended ones: then plan with :func:`spread_rates`. ``chart`` has columns CHART.
    """

    n_recent: int
    n_answered: int
    expected: float
    z: float
    shape_p: float
    n_random: int
    rate_random: float
    rate_recommended: float
    alarms: tuple[str, ...]
    alarms_zh: tuple[str, ...]
    half_life_days: float
    trust_table: bool
    chart: pd.DataFrame


def check_drift(calls: CleanCalls, *, as_of: datetime, policy: Policy) -> DriftReport:
    """Compare the calls of the last RECENT_DAYS with what the calls before them promised; nothing after ``as_of`` is used."""
    now = check_as_of(as_of)
    half_life = policy.learning.half_life_days
    p = _forecast(calls, as_of=as_of, policy=policy, half_life_days=half_life, days=RECENT_DAYS)
    recent = calls.frame.loc[p.index]
    answered = recent["is_answered"].to_numpy(dtype=float)
    gap, z = _calibration(answered, p.to_numpy())
    shape_p, is_shape = _shape(recent, answered, p.to_numpy())
    is_random = recent["was_random"].to_numpy(dtype=bool)
    random, planned, trust = _holdout(answered, p.to_numpy(), is_random)
    enough = len(recent) >= MIN_CALLS
    moved = enough and abs(z) > SIGMA and abs(gap) > MIN_RELATIVE_GAP
    english, chinese = _alarms(moved=moved, is_shape=enough and is_shape, trust=trust, gap=gap, n=len(recent))
    if english:
        half_life = _best_memory(calls, as_of=as_of, policy=policy)
    return DriftReport(
        n_recent=len(recent),
        n_answered=int(answered.sum()),
        expected=float(p.sum()),
        z=z,
        shape_p=shape_p,
        n_random=int(is_random.sum()),
        rate_random=random,
        rate_recommended=planned,
        alarms=english,
        alarms_zh=chinese,
        half_life_days=half_life,
        trust_table=trust,
        chart=_chart(recent, p.to_numpy(), now),
    )


def spread_rates(rates: pd.DataFrame) -> pd.DataFrame:
    """Return the rates frame with every hour of a role family at its mean: what to plan with while the table is not trusted.

    Then only a person's own misses order the hours, so calls spread over the day.
    """
    by_role = rates.groupby("role_family")
    return rates.assign(
        rate=by_role["rate"].transform("mean"),
        low=by_role["low"].transform("mean"),
        high=by_role["high"].transform("mean"),
    )


def _forecast(
    calls: CleanCalls, *, as_of: datetime, policy: Policy, half_life_days: float, days: float
) -> pd.Series[float]:
    """Return what a table learned up to ``days`` before ``as_of`` expects of each call since then."""
    age = calls.frame["age_days"]
    before = CleanCalls(calls.frame[age > days].reset_index(drop=True), calls.report)
    learned = learn_rates(
        before,
        as_of=as_of,
        policy=policy,
        families=calls.frame["role_family"].dropna().unique(),
        half_life_days=half_life_days,
    )
    p = expected_answers(calls, learned, policy=policy)
    return p[age.loc[p.index] <= days]


def _calibration(answered: Floats, p: Floats) -> tuple[float, float]:
    if not len(p):
        return 0.0, 0.0
    return float(answered.sum() / p.sum() - 1), float((answered.sum() - p.sum()) / np.sqrt((p * (1 - p)).sum()))


def _shape(recent: pd.DataFrame, answered: Floats, p: Floats) -> tuple[float, bool]:
    """Chi-square over the hours of the day after the level is matched, and whether the misfit is large enough to matter."""
    hours = recent["hour"].to_numpy(dtype=np.int64)
    expected = np.bincount(hours, p, 24)
    used = expected >= MIN_EXPECTED
    if used.sum() <= 1:
        return 1.0, False
    seen = np.bincount(hours, answered, 24)[used]
    expected, spread = expected[used], np.bincount(hours, p * (1 - p), 24)[used]
    expected = expected * seen.sum() / expected.sum()
    share = float(chi2.sf(((seen - expected) ** 2 / spread).sum(), used.sum() - 1))
    excess = np.maximum((seen - expected) ** 2 - spread, 0).sum() / (expected**2).sum()
    return share, share < SHAPE_P and bool(np.sqrt(excess) > MIN_SHAPE_GAP)


def _holdout(
    answered: Floats, p: Floats, is_random: np.ndarray[tuple[int], np.dtype[np.bool_]]
) -> tuple[float, float, bool]:
    """Return both answer rates, and False when random windows did better than the plan.

    The random windows lie on the same days and people as planned ones, so the plain comparison is fair.
    """
    _ = p
    if is_random.sum() < MIN_CALLS / 4 or (~is_random).sum() < MIN_CALLS / 4:
        return float("nan"), float("nan"), True
    random, planned = float(answered[is_random].mean()), float(answered[~is_random].mean())
    spread = np.sqrt(random * (1 - random) / is_random.sum() + planned * (1 - planned) / (~is_random).sum())
    return random, planned, bool(random - planned <= spread)


def _best_memory(calls: CleanCalls, *, as_of: datetime, policy: Policy) -> float:
    """Return the half-life whose table, learned up to a week ago, best predicted the last week (mean log-loss)."""
    losses = {}
    for days in (policy.learning.half_life_days, *SHORT_HALF_LIVES):
        p = _forecast(calls, as_of=as_of, policy=policy, half_life_days=days, days=RECENT_DAYS / 2)
        answered = calls.frame.loc[p.index, "is_answered"].to_numpy(dtype=bool)
        losses[days] = float(-np.log(np.where(answered, p, 1 - p)).mean()) if len(p) else 0.0
    return min(losses, key=lambda days: losses[days])


def _alarms(*, moved: bool, is_shape: bool, trust: bool, gap: float, n: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    english, chinese = [], []
    if moved:
        english.append(f"answers are {gap:+.0%} against what was expected of the last {n} calls")
        chinese.append(f"最近 {n} 通的接通数与预期相差 {gap:+.0%}")
    if is_shape:
        english.append(
            "the hours at which people answer have moved; the table is being learned anew with a shorter memory"
        )
        chinese.append("接通时段发生变化，正以更短的记忆重新学习")
    if not trust:
        english.append("random windows are answered more often than recommended ones; calls are spread over the day")
        chinese.append("随机时段的接通率高于推荐时段，暂时分散到全天")
    return tuple(english), tuple(chinese)


def _chart(recent: pd.DataFrame, p: Floats, now: pd.Timestamp) -> pd.DataFrame:
    day = now.normalize() - pd.to_timedelta(np.floor(recent["age_days"].to_numpy(dtype=float)), unit="D")
    rows = pd.DataFrame(
        {"day": day, "answered": recent["is_answered"].to_numpy(dtype=float), "p": p, "spread": p * (1 - p)}
    )
    daily = rows.groupby("day").agg(
        n_calls=("p", "size"), n_answered=("answered", "sum"), total=("p", "sum"), spread=("spread", "sum")
    )
    n, sigma = daily["n_calls"], np.sqrt(daily["spread"])
    expected, low, high = daily["total"] / n, (daily["total"] - SIGMA * sigma) / n, (daily["total"] + SIGMA * sigma) / n
    rate = daily["n_answered"] / n
    return (
        daily.assign(
            expected=expected, low=low.clip(lower=0), high=high.clip(upper=1), is_out=(rate < low) | (rate > high)
        )
        .reset_index()[list(CHART)]
        .sort_values("day", ignore_index=True)
    )
