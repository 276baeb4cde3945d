"""Has the world moved? Recent calls against what the table of two weeks ago expected of them, and the holdout against the plan.

A shift of the scores alone shows little (their spread stayed still in trials while answers fell), so the alarms look at outcomes:
fewer answers than expected; the same table moved by an hour or two explaining the calls better; hours of the day off in any
other way; and random windows doing better than recommended ones. What the table itself is unsure of is no alarm: hours that
were hardly ever rung before may well differ.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from ringback.analysis.calls import CleanCalls
from ringback.analysis.episodes import role_cells
from ringback.analysis.frames import check_as_of
from ringback.analysis.rates import LearnedRates, expected_answers, learn_rates
from ringback.analysis.week import FIRST_WEEKEND_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy

RECENT_DAYS: Final = 14
SIGMA: Final = 3.0
MIN_RELATIVE_GAP: Final = 0.10
"""Smaller falls of the level, however certain, are within what the model simplifies. A rise is no alarm: it comes whenever
the plan leaves out people who are probably lost."""
MOVES_HOURS: Final = (-2.0, -1.5, -1.0, 1.0, 1.5, 2.0)
MOVED: Final[tuple[tuple[int, float], ...]] = ((7, 4.0), (14, 5.0))
"""Days back, and by how much log-likelihood the moved table must be better: odds of 55 and 150 to 1."""
MISFIT: Final[tuple[tuple[int, float, float], ...]] = ((5, 5.0, 0.16), (7, 4.0, 0.14), (14, 4.0, 0.12))
"""Days back, chi-square above its mean in standard deviations, and relative misfit beyond chance, both to be passed."""
HOLDOUT_SIGMA: Final = 3.0
"""Asked every night of two weeks that overlap, two sigma would come up by chance in one month of five."""
MIN_CALLS: Final = 200
MIN_HOLDOUT: Final = 50
MIN_EXPECTED: Final = 5
"""The usual rule for a field of a chi-square."""
SHORT_HALF_LIVES: Final = (30.0, 10.0, 5.0)
"""Memories in days that are tried when something has moved; an alarm never leaves a longer one than the first."""
TRIAL_DAYS: Final = 5
HOURS: Final = 24
CHART: Final[tuple[str, ...]] = ("day", "n_calls", "n_answered", "expected", "low", "high", "is_out")


@dataclass(frozen=True, slots=True)
class DriftReport:
    """What the last two weeks say of the table learned before them.

    ``z`` is the level (answers against expected), ``misfit`` the largest chi-square over hours of MISFIT in standard deviations.
    ``alarms`` are sentences (empty: nothing moved). ``half_life_days`` is the memory to learn with now: the policy's, or a
    shorter one that predicted the recent days better. ``trust_table`` is False when random windows do better than
    recommended ones: then plan with :func:`spread_rates`. ``chart`` has columns CHART.
    """

    n_recent: int
    n_answered: int
    expected: float
    z: float
    misfit: float
    n_random: int
    rate_random: float
    rate_recommended: float
    alarms: tuple[str, ...]
    alarms_zh: tuple[str, ...]
    half_life_days: float
    trust_table: bool
    chart: pd.DataFrame

    def as_metrics(self) -> dict[str, Any]:
        """Return the figures as plain values for the register; a rate that is not known is None."""
        known = {"rate_random": self.rate_random, "rate_recommended": self.rate_recommended}
        return {
            "n_recent": self.n_recent,
            "n_answered": self.n_answered,
            "expected": round(self.expected, 2),
            "z": round(self.z, 3),
            "misfit": round(self.misfit, 3),
            "n_random": self.n_random,
            **{name: None if np.isnan(rate) else round(rate, 4) for name, rate in known.items()},
            "alarms": list(self.alarms),
            "half_life_days": self.half_life_days,
            "trust_table": self.trust_table,
        }


def check_drift(calls: CleanCalls, *, as_of: datetime, policy: Policy) -> DriftReport:
    """Compare the calls of the last RECENT_DAYS with what the calls before them promised; nothing after ``as_of`` is used."""
    now = check_as_of(as_of)
    half_life = policy.learning.half_life_days
    told = _forecast(calls, as_of=as_of, policy=policy, half_life_days=half_life, days=RECENT_DAYS)
    recent = calls.frame.loc[told.p.index]
    answered, p = recent["is_answered"].to_numpy(dtype=float), told.p.to_numpy()
    gap, z = _level(answered, p, told)
    misfits = [_misfit(recent, answered, told, days=days) for days, _, _ in MISFIT]
    is_random = recent["was_random"].to_numpy(dtype=bool)
    random, planned, trust = _holdout(answered, is_random)
    enough = len(recent) >= MIN_CALLS
    fell = enough and z < -SIGMA and gap < -MIN_RELATIVE_GAP
    is_shape = enough and any(
        size > most_size and excess > most_excess
        for (size, excess), (_, most_size, most_excess) in zip(misfits, MISFIT, strict=True)
    )
    by = _moved_by(recent, answered, told, policy) if enough else 0.0
    english, chinese = _alarms(fell=fell, is_shape=is_shape, by=by, trust=trust, gap=gap, n=len(recent))
    if english:
        half_life, is_flat = _best_memory(calls, as_of=as_of, policy=policy)
        trust = trust and not is_flat
    return DriftReport(
        n_recent=len(recent),
        n_answered=int(answered.sum()),
        expected=float(p.sum()),
        z=z,
        misfit=max(size for size, _ in misfits),
        n_random=int(is_random.sum()),
        rate_random=random,
        rate_recommended=planned,
        alarms=english,
        alarms_zh=chinese,
        half_life_days=half_life,
        trust_table=trust,
        chart=_chart(recent, p, now),
    )


def spread_rates(rates: pd.DataFrame) -> pd.DataFrame:
    """Return the rates frame with every hour of a role family at its mean: what to plan with while the table is not trusted.

    Then only a person's own misses order the hours, so calls spread over the day.
    """
    by_role = rates.groupby("role_family")
    means = {name: by_role[name].transform("mean") for name in ("rate", "low", "high")}
    return rates.assign(**means)


def planning_rates(
    calls: CleanCalls, report: DriftReport, *, as_of: datetime, policy: Policy, families: Iterable[str] = ()
) -> tuple[pd.DataFrame, float]:
    """Return the rates to plan with after a drift check, and the share of unreachable people."""
    learned = learn_rates(calls, as_of=as_of, policy=policy, families=families, half_life_days=report.half_life_days)
    return (learned.rates if report.trust_table else spread_rates(learned.rates)), learned.dead_share


@dataclass(frozen=True, slots=True)
class _Forecast:
    """What a table expects of recent calls (``p``, by row of the log), how unsure it is of each, and what shares that doubt."""

    p: pd.Series[float]
    doubt: Floats
    shared: Ints
    learned: LearnedRates


def _forecast(
    calls: CleanCalls, *, as_of: datetime, policy: Policy, half_life_days: float, days: float, is_flat: bool = False
) -> _Forecast:
    """Return what a table learned up to ``days`` before ``as_of`` expects of each call since then."""
    age = calls.frame["age_days"]
    before = CleanCalls(calls.frame[age > days].reset_index(drop=True), calls.report)
    families = calls.frame["role_family"].dropna().unique()
    learned = learn_rates(before, as_of=as_of, policy=policy, families=families, half_life_days=half_life_days)
    if is_flat:
        learned = _flat(learned)
    p = expected_answers(calls, learned, policy=policy)
    p = p[age.loc[p.index] <= days]
    rows, table = calls.frame.loc[p.index], learned.table
    relative = (1 - table.rate) * table.sd
    cell = role_cells(rows, learned.rates, policy)
    role = cell // (len(table.rate) // learned.rates["role_family"].nunique())
    return _Forecast(p, p.to_numpy() * relative[cell], role * 2 * HOURS + _clock(rows), learned)


def _flat(learned: LearnedRates) -> LearnedRates:
    """Return the rates with one chance for all hours of a role family."""
    flat = spread_rates(learned.rates)["rate"].to_numpy(dtype=float)
    return replace(learned, table=replace(learned.table, rate=flat))


def _clock(rows: pd.DataFrame) -> Ints:
    """Return hour of the day, weekends apart."""
    weekend = rows["weekday"].to_numpy() >= FIRST_WEEKEND_DAY
    return rows["hour"].to_numpy(dtype=np.int64) + HOURS * weekend.astype(np.int64)


def _level(answered: Floats, p: Floats, told: _Forecast) -> tuple[float, float]:
    if not len(p):
        return 0.0, 0.0
    spread = np.sqrt((p * (1 - p)).sum() + (np.bincount(told.shared, told.doubt) ** 2).sum())
    return float(answered.sum() / p.sum() - 1), float((answered.sum() - p.sum()) / spread)


def _misfit(recent: pd.DataFrame, answered: Floats, told: _Forecast, *, days: int) -> tuple[float, float]:
    """Return a chi-square over the hours of the last ``days`` (in standard deviations above its mean), and the misfit it means.

    An hour's doubt is the table's own, full within a role family and hour, independent between role families. A rise that
    all hours share is taken out first: whom the plan rings brings it about, the hours do not.
    """
    kept = recent["age_days"].to_numpy(dtype=float) <= days
    p, clock, shared = told.p.to_numpy()[kept], _clock(recent[kept]), told.shared[kept]
    rise = max(answered[kept].sum() / p.sum(), 1.0) if len(p) else 1.0
    p = np.clip(p * rise, 1e-4, 0.98)
    expected, seen = np.bincount(clock, p, 2 * HOURS), np.bincount(clock, answered[kept], 2 * HOURS)
    doubt = np.bincount(shared, told.doubt[kept] * rise)
    own = np.bincount(np.arange(len(doubt)) % (2 * HOURS), doubt**2, 2 * HOURS)
    spread = np.bincount(clock, p * (1 - p), 2 * HOURS) + own
    used = expected >= MIN_EXPECTED
    n = int(used.sum())
    if n <= 1:
        return 0.0, 0.0
    gap = (seen - expected)[used] ** 2
    excess = np.maximum((gap - spread[used]).sum(), 0) / (expected[used] ** 2).sum()
    return float(((gap / spread[used]).sum() - n) / np.sqrt(2 * n)), float(np.sqrt(excess))


def _moved_by(recent: pd.DataFrame, answered: Floats, told: _Forecast, policy: Policy) -> float:
    """Return by how many hours people's day has moved (later is positive); 0 unless that explains the calls clearly better.

    The level is left free: whom the plan rings moves it, when people answer does not.
    """
    age, p = recent["age_days"].to_numpy(dtype=float), told.p.to_numpy()
    rate = told.learned.table.rate
    cell = role_cells(recent, told.learned.rates, policy)
    moved = {by: p * (_later(rate, policy, by) / rate)[cell] for by in MOVES_HOURS}
    for days, least in MOVED:
        kept = age <= days
        still = _shape_likelihood(answered[kept], p[kept])
        gain = {by: _shape_likelihood(answered[kept], chance[kept]) - still for by, chance in moved.items()}
        best = max(gain, key=lambda by: gain[by])
        if gain[best] > least:
            return best
    return 0.0


def _later(rate: Floats, policy: Policy, by: float) -> Floats:
    """Return the rates of a day that lies ``by`` hours later; the first and last hours keep theirs."""
    hour = np.arange(policy.call_hours.first_hour, policy.call_hours.last_hour, dtype=float)
    rows = rate.reshape(-1, len(hour))
    at = np.clip(hour - by, hour[0], hour[-1]) - hour[0]
    before = np.minimum(at.astype(np.int64), len(hour) - 2)
    return np.asarray(rows[:, before] + (rows[:, before + 1] - rows[:, before]) * (at - before)).ravel()


def _shape_likelihood(answered: Floats, p: Floats) -> float:
    """Return the log-likelihood of the answers with ``p`` brought to their level."""
    if not len(p):
        return 0.0
    level = np.clip(p * answered.sum() / p.sum(), 1e-4, 0.98)
    return float((answered * np.log(level) + (1 - answered) * np.log1p(-level)).sum())


def _holdout(answered: Floats, is_random: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> tuple[float, float, bool]:
    """Return both answer rates, and False when random windows did better than the plan.

    The random windows lie on the same days and people as planned ones, so the plain comparison is fair.
    """
    if min(is_random.sum(), (~is_random).sum()) < MIN_HOLDOUT:
        return float("nan"), float("nan"), True
    random, planned = float(answered[is_random].mean()), float(answered[~is_random].mean())
    spread = np.sqrt(random * (1 - random) / is_random.sum() + planned * (1 - planned) / (~is_random).sum())
    return random, planned, bool(random - planned <= HOLDOUT_SIGMA * spread)


def _best_memory(calls: CleanCalls, *, as_of: datetime, policy: Policy) -> tuple[float, bool]:
    """Return the half-life whose table, learned up to TRIAL_DAYS ago, best predicted the days since (mean log-loss).

    The second value says that one chance for all hours predicted them better still: then no table is worth planning with.
    """
    losses: dict[tuple[float, bool], float] = {}
    shortest = SHORT_HALF_LIVES[-1]
    for days, is_flat in [*((days, False) for days in SHORT_HALF_LIVES), (shortest, True)]:
        told = _forecast(calls, as_of=as_of, policy=policy, half_life_days=days, days=TRIAL_DAYS, is_flat=is_flat)
        answered = calls.frame.loc[told.p.index, "is_answered"].to_numpy(dtype=bool)
        losses[days, is_flat] = float(-np.log(np.where(answered, told.p, 1 - told.p)).mean()) if len(answered) else 0.0
    days, is_flat = min(losses, key=lambda key: losses[key])
    return min(days, policy.learning.half_life_days), is_flat


def _alarms(
    *, fell: bool, is_shape: bool, by: float, trust: bool, gap: float, n: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    english, chinese = [], []
    if fell:
        english.append(f"answers are {gap:+.0%} against what was expected of the last {n} calls")
        chinese.append(f"最近 {n} 通的接通数与预期相差 {gap:+.0%}")
    if by:
        english.append(
            f"people answer about {abs(by):g} h {'later' if by > 0 else 'earlier'} in the day than before;"
            " the table is being learned anew with a shorter memory"
        )
        chinese.append(f"接通时段比以前{'晚' if by > 0 else '早'}约 {abs(by):g} 小时，正以更短的记忆重新学习")
    elif is_shape:
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
