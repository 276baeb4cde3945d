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
from ringback.analysis.misfit import misfit, on_surface, same_level
from ringback.analysis.moved import Move, checked_odds, move_calls
from ringback.analysis.rates import learn_rates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from ringback.analysis.moved import Odds
    from ringback.analysis.shrinkage import Floats
    from schemas.policy import Policy

RECENT_DAYS: Final = 14
SIGMA: Final = 3.0
LEVEL_SD: Final = 0.08
"""How far the level of calls by plan wanders while nobody answers less. A plan rings those first who are likely to answer, by
signs of life that no table of hours knows of; when that stock is used up, answers fall. In calm logs of invented worlds they came
to lie up to 15 % below the table that was learned meanwhile, and 23 % above in the first two weeks."""
MIN_RELATIVE_GAP: Final = 0.10
"""Smaller falls of the level, however certain, are within what the model simplifies. A rise is no alarm: it comes whenever
the plan leaves out people who are probably lost."""
MISFIT: Final[tuple[tuple[int, float, float], ...]] = ((5, 5.0, 0.16), (7, 4.0, 0.14), (14, 4.0, 0.12))
"""Days back, chi-square above its mean in standard deviations, and relative misfit beyond chance, both to be passed."""
HOLDOUT_SIGMA: Final = 3.0
"""Asked every night of two weeks that overlap, two sigma would come up by chance in one month of five."""
MIN_CALLS: Final = 200
MIN_HOLDOUT: Final = 50
SHORT_HALF_LIVES: Final = (30.0, 10.0, 5.0)
"""Memories in days that are tried when something seems to have moved."""
TRIAL_DAYS: Final = 5
LEAST_GAIN: Final = 3.0
"""By how much the log chance of those days must be higher with a shorter memory: twenty times likelier."""
CHART: Final[tuple[str, ...]] = ("day", "n_calls", "n_answered", "expected", "low", "high", "is_out")


@dataclass(frozen=True, slots=True)
class DriftReport:
    """What the last two weeks say of the table learned before them.

    ``z`` is the level (answers against expected), ``misfit`` the largest chi-square over hours of MISFIT in standard deviations.
    ``alarms`` are sentences (empty: nothing moved); ``signs`` are such of which nothing follows, for people to keep an eye on.
    ``half_life_days`` is the memory to learn with now: the policy's, or a
    shorter one that clearly predicted the recent days better; ``move`` is the move of the day that older calls are to be
    counted by (:func:`move_calls`), None if that clearly predicted them worse. ``trust_table`` is False when random windows do
    better than recommended ones, or one chance for all hours clearly predicted the recent days better than any table: then
    plan with :func:`spread_rates`. ``chart`` has columns CHART.
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
    signs: tuple[str, ...]
    signs_zh: tuple[str, ...]
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
            "signs": list(self.signs),
            "half_life_days": self.half_life_days,
            "moved_hours": None if self.move is None else self.move.by,
            "trust_table": self.trust_table,
        }


def check_drift(calls: CleanCalls, *, as_of: datetime, policy: Policy) -> DriftReport:
    """Compare the calls of the last RECENT_DAYS with what the calls before them promised; nothing after ``as_of`` is used."""
    check_as_of(as_of)
    half_life = policy.learning.half_life_days
    told = forecast(calls, as_of=as_of, policy=policy, half_life_days=half_life, days=RECENT_DAYS)
    answered, p = told.answered, told.p.to_numpy()
    gap, z = _level(answered, p, told)
    misfits = [misfit(told, days=days) for days, _, _ in MISFIT]
    is_random = told.rows["was_random"].to_numpy(dtype=bool)
    random, planned, trust = _holdout(told)
    enough = len(p) >= MIN_CALLS
    fell = enough and z < -SIGMA and gap < -MIN_RELATIVE_GAP
    is_shape = enough and any(
        size > most_size and excess > most_excess
        for (size, excess), (_, most_size, most_excess) in zip(misfits, MISFIT, strict=True)
    )
    odds = checked_odds(calls, told.learned, as_of=as_of, policy=policy) if enough else None
    move = None if odds is None else odds.move(as_of)
    by = 0.0 if move is None else move.by
    is_flat = False
    if fell or is_shape or move is not None or not trust:
        half_life, move, is_flat = _best_memory(calls, told, move, as_of=as_of, policy=policy, fell=fell)
    is_new = move is not None or half_life < policy.learning.half_life_days
    english, chinese = _alarms(fell=fell, is_shape=is_shape, by=by, is_new=is_new, trust=trust, gap=gap, n=len(p))
    signs, signs_zh = _signs(odds if not by else None)
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
        signs=signs,
        signs_zh=signs_zh,
        half_life_days=half_life,
        move=move,
        trust_table=trust and not is_flat,
        chart=_chart(told.rows, p),
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
    wander = (LEVEL_SD * p[told.is_planned].sum()) ** 2
    spread = np.sqrt((p * (1 - p)).sum() + (on_surface(told, told.doubt) ** 2).sum() + wander)
    return float(answered.sum() / p.sum() - 1), float((answered.sum() - p.sum()) / spread)


def _holdout(told: Forecast, *, days: float = RECENT_DAYS) -> tuple[float, float, bool]:
    """Return the answer rates of random and of other windows, and False when the random ones did better.

    Day by day (Mantel & Haenszel 1959), so that only days with random windows count: before a plan there were none, and what
    habit rang then says nothing of it. Within a day they were drawn among the same people.
    """
    kept = told.age <= days
    is_random, answered = told.rows["was_random"].to_numpy(dtype=bool)[kept], told.answered[kept]
    day = np.floor(told.age[kept]).astype(np.int64)
    n, drawn = np.bincount(day).astype(float), np.bincount(day, is_random)
    hits, all_hits = np.bincount(day, is_random * answered), np.bincount(day, answered)
    used = (drawn > 0) & (drawn < n)
    n, drawn, hits, all_hits = n[used], drawn[used], hits[used], all_hits[used]
    if min(drawn.sum(), (n - drawn).sum()) < MIN_HOLDOUT:
        return float("nan"), float("nan"), True
    planned = float((drawn * (all_hits - hits) / (n - drawn)).sum() / drawn.sum())
    spread = np.sqrt((drawn * (n - drawn) * all_hits * (n - all_hits) / (n**2 * np.maximum(n - 1, 1))).sum())
    above = (hits - drawn * all_hits / n).sum()
    return float(hits.sum() / drawn.sum()), planned, bool(above <= HOLDOUT_SIGMA * spread)


def _best_memory(
    calls: CleanCalls, told: Forecast, move: Move | None, *, as_of: datetime, policy: Policy, fell: bool
) -> tuple[float, Move | None, bool]:
    """Return the half-life and move to learn with, by which table of TRIAL_DAYS ago tells the calls since then apart best.

    The whole memory stays unless a shorter one gains LEAST_GAIN, and the move unless it loses as much: among tables that are
    much alike the best is best by chance. The last value says that one chance for all hours did best: then no table is worth
    planning with. That is not asked where random windows do worse than recommended ones, for who rings few hours sees little of
    how hours differ.
    """
    longest = policy.learning.half_life_days
    shorter = [min(days, longest) for days in SHORT_HALF_LIVES]
    moves = (None,) if move is None else (None, move)
    random, planned, _ = _holdout(told, days=TRIAL_DAYS)
    memories: list[tuple[float, Move | None, bool]] = [(longest, each, False) for each in moves]
    memories.extend((days, each, False) for days in shorter for each in moves)
    if not random < planned:
        memories.append((shorter[-1], None, True))
    gains = _log_chances(calls, memories, as_of=as_of, policy=policy, is_level_told=fell)
    stands = gains[len(moves) - 1] > gains[0] - LEAST_GAIN
    whole, best = (len(moves) - 1 if stands else 0), int(np.argmax(gains))
    return memories[best if gains[best] >= gains[whole] + LEAST_GAIN else whole]


def _log_chances(
    calls: CleanCalls,
    memories: Sequence[tuple[float, Move | None, bool]],
    *,
    as_of: datetime,
    policy: Policy,
    is_level_told: bool,
) -> Floats:
    """Return the log chance that each memory gave the calls of the last TRIAL_DAYS; the same calls for all of them.

    A level that is too high or too low says nothing of the hours, so without ``is_level_told`` it is set right first.
    """
    given = []
    for days, moved, is_flat in memories:
        log = move_calls(calls, moved)
        given.append(forecast(log, as_of=as_of, policy=policy, half_life_days=days, days=TRIAL_DAYS, is_flat=is_flat).p)
    rows = given[0].index
    for p in given[1:]:
        rows = rows.intersection(p.index)  # a moved call may lie outside the call hours
    if rows.empty:
        return np.zeros(len(memories))
    answered = calls.frame.loc[rows, "is_answered"].to_numpy(dtype=float)
    chances = [p.loc[rows].to_numpy() for p in given]
    if not is_level_told:
        chances = [same_level(p, answered) for p in chances]
    return np.array([np.log(np.where(answered > 0, p, 1 - p)).sum() for p in chances])


def _alarms(
    *, fell: bool, is_shape: bool, by: float, is_new: bool, trust: bool, gap: float, n: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    english, chinese = [], []
    anew, anew_zh = ("; the table is being learned anew", "，正重新学习") if is_new else ("", "")
    if fell:
        english.append(f"answers are {gap:+.0%} against what was expected of the last {n} calls")
        chinese.append(f"最近 {n} 通的接通数与预期相差 {gap:+.0%}")
    if by:
        way, way_zh = _way(by)
        english.append(f"people answer about {abs(by):g} h {way} in the day than before{anew}")
        chinese.append(f"接通时段比以前{way_zh}约 {abs(by):g} 小时{anew_zh}")
    elif is_shape:
        english.append(f"the hours at which people answer have moved{anew}")
        chinese.append(f"接通时段发生变化{anew_zh}")
    if not trust:
        english.append("random windows are answered more often than recommended ones; calls are spread over the day")
        chinese.append("随机时段的接通率高于推荐时段，暂时分散到全天")
    return tuple(english), tuple(chinese)


def _signs(odds: Odds | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if odds is None or not odds.is_possible:
        return (), ()
    (way, way_zh), by, factor = _way(odds.best_by), f"{abs(odds.best_by):g}", f"{odds.best:.0f}"
    english = (
        f"people may answer about {by} h {way} in the day than before: that makes their calls {factor} times as likely"
    )
    chinese = f"接通时段可能比以前{way_zh}约 {by} 小时：如此则近期通话的可能性为 {factor} 倍"
    return (f"{english}; something to watch, nothing is changed yet",), (f"{chinese}；请留意，计划暂不改动",)


def _way(by: float) -> tuple[str, str]:
    return ("later", "晚") if by > 0 else ("earlier", "早")


def _chart(recent: pd.DataFrame, p: Floats) -> pd.DataFrame:
    """Return the calls by the day on the wall of those who were rung."""
    day = recent["called_at_local"].dt.normalize()
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
