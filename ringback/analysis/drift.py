"""Has the world moved? Recent calls against what the table of two weeks ago expected of them, and the holdout against the plan.

A shift of the scores alone shows little (their spread stayed still in trials while answers fell), so the alarms look at outcomes:
fewer answers than expected; the same table moved by an hour or two explaining the calls better; hours of the day off in any
other way; and random windows doing better than recommended ones. What the table itself is unsure of is no alarm: hours that
were hardly ever rung before may well differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from ringback.analysis.calls import CleanCalls
from ringback.analysis.forecast import Forecast, forecast, spread_rates
from ringback.analysis.frames import check_as_of
from ringback.analysis.moved import Move, find_move, move_calls
from ringback.analysis.rates import learn_rates

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ringback.analysis.shrinkage import Floats
    from schemas.policy import Policy

RECENT_DAYS: Final = 14
SIGMA: Final = 3.0
MIN_RELATIVE_GAP: Final = 0.10
"""Smaller falls of the level, however certain, are within what the model simplifies. A rise is no alarm: it comes whenever
the plan leaves out people who are probably lost."""
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
CHART: Final[tuple[str, ...]] = ("day", "n_calls", "n_answered", "expected", "low", "high", "is_out")


@dataclass(frozen=True, slots=True)
class DriftReport:
    """What the last two weeks say of the table learned before them.

    ``z`` is the level (answers against expected), ``misfit`` the largest chi-square over hours of MISFIT in standard deviations.
    ``alarms`` are sentences (empty: nothing moved). ``half_life_days`` is the memory to learn with now: the policy's, or a
    shorter one that predicted the recent days better; ``move`` is the move of the day that older calls are to be counted by
    (:func:`move_calls`), None unless that predicted them better still. ``trust_table`` is False when random windows do
    better than recommended ones: then plan with :func:`spread_rates`. ``chart`` has columns CHART.
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
    move: Move | None
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
            "moved_hours": None if self.move is None else self.move.by,
            "trust_table": self.trust_table,
        }


def check_drift(calls: CleanCalls, *, as_of: datetime, policy: Policy) -> DriftReport:
    """Compare the calls of the last RECENT_DAYS with what the calls before them promised; nothing after ``as_of`` is used."""
    now = check_as_of(as_of)
    half_life = policy.learning.half_life_days
    told = forecast(calls, as_of=as_of, policy=policy, half_life_days=half_life, days=RECENT_DAYS)
    answered, p = told.answered, told.p.to_numpy()
    gap, z = _level(answered, p, told)
    misfits = [_misfit(told, days=days) for days, _, _ in MISFIT]
    is_random = told.rows["was_random"].to_numpy(dtype=bool)
    random, planned, trust = _holdout(told)
    enough = len(p) >= MIN_CALLS
    fell = enough and z < -SIGMA and gap < -MIN_RELATIVE_GAP
    is_shape = enough and any(
        size > most_size and excess > most_excess
        for (size, excess), (_, most_size, most_excess) in zip(misfits, MISFIT, strict=True)
    )
    move = find_move(calls, told.learned, now=now, policy=policy) if enough else None
    by = 0.0 if move is None else move.by
    english, chinese = _alarms(fell=fell, is_shape=is_shape, by=by, trust=trust, gap=gap, n=len(p))
    if english:
        half_life, move, is_flat = _best_memory(calls, move, as_of=as_of, policy=policy)
        trust = trust and not is_flat
    return DriftReport(
        n_recent=len(p),
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
        move=move,
        trust_table=trust,
        chart=_chart(told.rows, p, now),
    )


def planning_rates(
    calls: CleanCalls, report: DriftReport, *, as_of: datetime, policy: Policy, families: Iterable[str] = ()
) -> tuple[pd.DataFrame, float]:
    """Return the rates to plan with after a drift check, and the share of unreachable people."""
    calls, half_life = move_calls(calls, report.move), report.half_life_days
    learned = learn_rates(calls, as_of=as_of, policy=policy, families=families, half_life_days=half_life)
    return (learned.rates if report.trust_table else spread_rates(learned.rates)), learned.dead_share


def _level(answered: Floats, p: Floats, told: Forecast) -> tuple[float, float]:
    if not len(p):
        return 0.0, 0.0
    spread = np.sqrt((p * (1 - p)).sum() + (_on_surface(told, told.doubt) ** 2).sum())
    return float(answered.sum() / p.sum() - 1), float((answered.sum() - p.sum()) / spread)


def _on_surface(told: Forecast, doubt: Floats) -> Floats:
    """Add the doubts of calls (n,) up by role family and point: within one of them they are the same doubt."""
    shape = told.learned.table.doubts.own.shape[:2]
    return np.bincount(told.role * shape[1] + told.point, doubt, shape[0] * shape[1]).reshape(shape)


def _misfit(told: Forecast, *, days: int) -> tuple[float, float]:
    """Return a chi-square over the hours of the last ``days`` (in standard deviations above its mean), and the misfit it means.

    An hour's doubt is the table's own; what is open of the shared curve is open for all role families at once, so it does not
    average out over them. A rise that all hours share is taken out first: whom the plan rings brings it about, the hours do not.
    """
    kept = told.age <= days
    p, point, answered = told.p.to_numpy()[kept], told.point[kept], told.answered[kept]
    doubts = told.learned.table.doubts
    n_points = len(doubts.common)
    rise = np.ones(len(p))
    for part in (told.is_planned[kept], ~told.is_planned[kept]):
        rise[part] = max(answered[part].sum() / max(p[part].sum(), 1e-9), 1.0)
    p = np.clip(p * rise, 1e-4, 0.98)
    expected, seen = np.bincount(point, p, n_points), np.bincount(point, answered, n_points)
    doubt = np.zeros(len(kept))
    doubt[kept] = told.doubt[kept] * rise
    spread = np.bincount(point, p * (1 - p), n_points) + doubts.by_point(_on_surface(told, doubt))
    used = expected >= MIN_EXPECTED
    n = int(used.sum())
    if n <= 1:
        return 0.0, 0.0
    gap = (seen - expected)[used] ** 2
    excess = np.maximum((gap - spread[used]).sum(), 0) / (expected[used] ** 2).sum()
    return float(((gap / spread[used]).sum() - n) / np.sqrt(2 * n)), float(np.sqrt(excess))


def _holdout(told: Forecast) -> tuple[float, float, bool]:
    """Return the answer rates of random and of other windows, and False when the random ones did better.

    Day by day (Mantel & Haenszel 1959), so that only days with random windows count: before a plan there were none, and what
    habit rang then says nothing of it. Within a day they were drawn among the same people.
    """
    is_random, day = told.rows["was_random"].to_numpy(dtype=bool), np.floor(told.age).astype(np.int64)
    n, drawn = np.bincount(day).astype(float), np.bincount(day, is_random)
    hits, all_hits = np.bincount(day, is_random * told.answered), np.bincount(day, told.answered)
    used = (drawn > 0) & (drawn < n)
    n, drawn, hits, all_hits = n[used], drawn[used], hits[used], all_hits[used]
    if min(drawn.sum(), (n - drawn).sum()) < MIN_HOLDOUT:
        return float("nan"), float("nan"), True
    planned = float((drawn * (all_hits - hits) / (n - drawn)).sum() / drawn.sum())
    spread = np.sqrt((drawn * (n - drawn) * all_hits * (n - all_hits) / (n**2 * np.maximum(n - 1, 1))).sum())
    above = (hits - drawn * all_hits / n).sum()
    return float(hits.sum() / drawn.sum()), planned, bool(above <= HOLDOUT_SIGMA * spread)


def _best_memory(
    calls: CleanCalls, move: Move | None, *, as_of: datetime, policy: Policy
) -> tuple[float, Move | None, bool]:
    """Return the half-life and move whose table, learned up to TRIAL_DAYS ago, best predicted the days since (mean log-loss).

    The last value says that one chance for all hours predicted them better still: then no table is worth planning with.
    """
    longest = policy.learning.half_life_days
    shorter = [min(days, longest) for days in SHORT_HALF_LIVES]
    memories: list[tuple[float, Move | None, bool]] = [(shorter[-1], None, True)]
    memories.extend((days, None, False) for days in shorter)
    if move is not None:
        memories.extend((days, move, False) for days in (longest, *shorter))
    losses = []
    for days, moved, is_flat in memories:
        log = move_calls(calls, moved)
        told = forecast(log, as_of=as_of, policy=policy, half_life_days=days, days=TRIAL_DAYS, is_flat=is_flat)
        chance = np.where(told.answered > 0, told.p, 1 - told.p)
        losses.append(float(-np.log(chance).mean()) if len(chance) else 0.0)
    return memories[int(np.argmin(losses))]


def _alarms(
    *, fell: bool = False, is_shape: bool = False, by: float = 0.0, trust: bool = True, gap: float = 0.0, n: int = 0
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    english, chinese = [], []
    if fell:
        english.append(f"answers are {gap:+.0%} against what was expected of the last {n} calls")
        chinese.append(f"最近 {n} 通的接通数与预期相差 {gap:+.0%}")
    if by:
        english.append(
            f"people answer about {abs(by):g} h {'later' if by > 0 else 'earlier'} in the day than before;"
            " the table is being learned anew"
        )
        chinese.append(f"接通时段比以前{'晚' if by > 0 else '早'}约 {abs(by):g} 小时，正重新学习")
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
