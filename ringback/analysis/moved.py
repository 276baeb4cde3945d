"""Has people's day moved by an hour or two, since when, and what the calls before then say of the day as it is now.

Every night and every move tried is held against no move by its Bayes factor (``day_moves.py``); their mean is what a bet on a
move, spread over all of them, would have brought. Without a move that is 1 on average, so it passes a limit of L in no more than
one night of L (Shafer 2021, J. R. Stat. Soc. A 184), whatever was tried.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from ringback.analysis.calls import CleanCalls
from ringback.analysis.day_moves import move_evidence
from ringback.analysis.rates import learn_rates

if TYPE_CHECKING:
    from datetime import datetime

    from ringback.analysis.rates import LearnedRates
    from schemas.policy import Policy

MOVES_HOURS: Final = (-2.0, -1.5, -1.0, 1.0, 1.5, 2.0)
RECENT: Final = (2, 3, 4, 5, 6, 7, 8, 10, 12, 14)
LONG_AGO: Final = (21, 28, 42, 56)
"""Days since a move. What moved stays known for eight weeks: until the new calls outweigh the old ones."""
LEAST_ODDS: Final = 10.0
"""By chance in 4 of 1 062 calm nights of trials, in two spells; five to one came up in 20."""
LEAST_ODDS_LONG_AGO: Final = 50.0
"""The farther back, the more else has changed since; in the same trials it was never above 10 by chance."""
WATCH_FACTOR: Final = 20.0
"""From this Bayes factor of the likeliest move on people are told that the day may have moved, and nothing else is done.

A mean over all moves tried asks more of one that stands out, and less of calls that tell nothing of any."""
MOST_GAIN: Final = 500.0
MOST_CALLS: Final = 200_000


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


@dataclass(frozen=True, slots=True)
class Odds:
    """A move within RECENT days, or LONG_AGO, against none; the likeliest one and the log of its Bayes factor.

    ``best`` is the Bayes factor of the likeliest one within RECENT days, ``best_by`` its hours.
    """

    recent: float
    long_ago: float
    days: float
    by: float
    gain: float
    best: float
    best_by: float

    @property
    def is_likely(self) -> bool:
        """Whether a move within RECENT or LONG_AGO days is as likely as is asked of it."""
        return self.recent >= LEAST_ODDS or self.long_ago >= LEAST_ODDS_LONG_AGO

    @property
    def is_possible(self) -> bool:
        """Whether some move within RECENT days is likely enough to be spoken of."""
        return self.is_likely or self.best >= WATCH_FACTOR

    def move(self, as_of: datetime) -> Move | None:
        """Return the likeliest move, if it is likely enough."""
        if not self.is_likely:
            return None
        return Move(self.by, pd.Timestamp(as_of) - pd.Timedelta(days=self.days), self.gain)


def checked_odds(calls: CleanCalls, learned: LearnedRates, *, as_of: datetime, policy: Policy) -> Odds:
    """Return the odds of a move by the table ``learned``; if they make one possible, by a table of all the calls, too.

    Who missed a call at a good hour is likely to miss the next. A table that does not know the hour to be good expects too much
    of such people, and that they answer less than it says looks like a move. A move is likely only if both tables say so.
    """
    odds = move_odds(calls, learned, policy=policy)
    if not odds.is_possible:
        return odds
    some = _some(calls)
    again = move_odds(some, learn_rates(some, as_of=as_of, policy=policy), policy=policy)
    if odds.is_likely:
        return again
    least = {name: min(getattr(odds, name), getattr(again, name)) for name in ("recent", "long_ago", "best")}
    return replace(again, **least)


def move_odds(calls: CleanCalls, learned: LearnedRates, *, policy: Policy) -> Odds:
    """Return how much likelier a move makes the calls, over all moves tried."""
    days = (*RECENT, *LONG_AGO)
    gain = move_evidence(_some(calls), learned, days=days, by_hours=MOVES_HOURS, policy=policy)
    factor = np.exp(np.minimum(gain, MOST_GAIN))
    day, by = np.unravel_index(int(gain.argmax()), gain.shape)
    recent, long_ago = factor[: len(RECENT)], factor[len(RECENT) :]
    return Odds(
        recent=float(recent.mean()),
        long_ago=float(long_ago.mean()),
        days=float(days[day]),
        by=MOVES_HOURS[by],
        gain=float(gain[day, by]),
        best=float(recent.max()),
        best_by=MOVES_HOURS[int(recent.max(axis=0).argmax())],
    )


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


def _some(calls: CleanCalls) -> CleanCalls:
    """Return the calls to every nth candidate, MOST_CALLS or fewer: enough to see a move by."""
    step = -(-len(calls.frame) // MOST_CALLS)
    if step <= 1:
        return calls
    return CleanCalls(calls.frame[calls.frame["candidate"] % step == 0].reset_index(drop=True), calls.report)
