"""Has people's day moved by an hour or two, since when, and what the calls before then say of the day as it is now.

Every moment of change tried is held against no change by likelihood ratio (as a generalized likelihood-ratio test for a change
point; Basseville & Nikiforov 1993, 2.4). The plan rings few hours, so a moved day first shows as fewer answers than expected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from ringback.analysis.calls import CleanCalls

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.forecast import Forecast
    from ringback.analysis.shrinkage import Floats
    from schemas.policy import Policy

MOVES_HOURS: Final = (-2.0, -1.5, -1.0, 1.0, 1.5, 2.0)
LEVEL_SD: Final = 0.07
"""How far answers fall short of a good table, relative: what it simplifies, and whom the plan rings (5 to 10 % in trials)."""
STEPS: Final = 8
MOST: Final = 0.98


@dataclass(frozen=True, slots=True)
class Move:
    """People's day lies ``by`` hours later than it did before ``since``; ``gain`` is the log-likelihood that says so."""

    by: float
    since: pd.Timestamp
    gain: float

    def as_json(self) -> dict[str, Any]:
        """Return plain values for the register."""
        return {"by": self.by, "since": self.since.isoformat(), "gain": round(self.gain, 2)}

    @classmethod
    def from_json(cls, values: dict[str, Any] | None) -> Move | None:
        """Return what :meth:`as_json` wrote; None where there was no move."""
        return cls(values["by"], pd.Timestamp(values["since"]), values["gain"]) if values else None


def find_move(
    told: Forecast, limits: tuple[tuple[float, float], ...], *, now: pd.Timestamp, policy: Policy
) -> Move | None:
    """Return the move that explains the calls best, if by more than its limit; ``limits`` are days back and least gains.

    A fall of the level is believed only as far as LEVEL_SD and the table's own doubt allow, and moving the table may explain
    it instead. A rise is free: whom the plan rings brings it about, when people answer does not. So calls before the plan
    began (before the first random window) have a level of their own.
    """
    p, rate, best = told.p.to_numpy(), told.learned.table.rate, None
    moved = {by: p * (_later(rate, policy, by) / rate)[told.cell] for by in MOVES_HOURS}
    for days, least in limits:
        kept = told.age <= days
        parts = [rows for rows in (kept & told.is_planned, kept & ~told.is_planned) if rows.any()]
        still = sum(_likelihood(told, rows, p) for rows in parts)
        for by, chance in moved.items():
            gain = sum(_likelihood(told, rows, chance) for rows in parts) - still
            if gain > least and (best is None or gain > best.gain):
                best = Move(by, now - pd.Timedelta(days=days), gain)
    return best


def move_calls(calls: CleanCalls, move: Move | None) -> CleanCalls:
    """Return the log with calls before the move at the hour at which they would be made now; without a move as it is."""
    if move is None:
        return calls
    frame = calls.frame
    then = (frame["called_at"] < move.since).to_numpy()
    local = frame["called_at_local"] + pd.Timedelta(hours=move.by)
    hour = np.where(then, local.dt.hour, frame["hour"])
    weekday = np.where(then, local.dt.day_of_week, frame["weekday"])
    return CleanCalls(frame.assign(hour=hour, weekday=weekday), calls.report)


def _later(rate: Floats, policy: Policy, by: float) -> Floats:
    """Return the rates of a day that lies ``by`` hours later; the first and last hours keep theirs."""
    hour = np.arange(policy.call_hours.first_hour, policy.call_hours.last_hour, dtype=float)
    rows = rate.reshape(-1, len(hour))
    at = np.clip(hour - by, hour[0], hour[-1]) - hour[0]
    before = np.minimum(at.astype(np.int64), len(hour) - 2)
    return np.asarray(rows[:, before] + (rows[:, before + 1] - rows[:, before]) * (at - before)).ravel()


def _likelihood(told: Forecast, rows: NDArray[np.bool_], chance: Floats) -> float:
    """Return the log-likelihood of the answers to ``rows`` with their ``chance`` at its likeliest level.

    Calls of an hour that the table is unsure of weigh less, by how much that doubt adds to their variance (Williams 1982, Applied
    Statistics 31). A level below 1 has a normal prior on its log. Newton steps on that log; the function is concave.
    """
    expected, group = told.p.to_numpy()[rows], told.shared[rows]
    doubt = np.bincount(group, told.doubt[rows])
    sd = float(np.hypot(LEVEL_SD, np.sqrt((doubt**2).sum()) / expected.sum()))
    noise = np.bincount(group, expected * (1 - expected))
    weight = (noise / np.maximum(noise + doubt**2, 1e-9))[group]
    answered, missed, p = weight * told.answered[rows], weight * (1 - told.answered[rows]), chance[rows]
    log_level = 0.0
    for _ in range(STEPS):
        odds = missed * (q := np.minimum(np.exp(log_level) * p, MOST)) / (1 - q)
        pull = 1 / sd**2 if log_level < 0 else 0.0
        slope = answered.sum() - odds.sum() - pull * log_level
        log_level += float(np.clip(slope / ((odds / (1 - q)).sum() + pull + 1.0), -0.3, 0.3))
    level = np.clip(np.exp(log_level) * p, 1e-4, MOST)
    fall = min(log_level, 0.0) / sd
    return float((answered * np.log(level) + missed * np.log1p(-level)).sum() - fall**2 / 2)
