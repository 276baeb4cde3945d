"""Each candidate's present episode of calls: what happened since they last answered.

An episode ends with an answer; after it the count of tries starts again. Everything is an array aligned with the
candidates' rows, so that a million of them cost no loop.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ringback.analysis.personal import MAX_MISSES
from ringback.analysis.week import FIRST_WEEKEND_DAY

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.calls import CleanCalls
    from ringback.analysis.shrinkage import Ints
    from schemas.policy import HoursPolicy

EPOCH_DAY = date(1970, 1, 1).toordinal()
NEVER = np.iinfo(np.int64).min // 4


@dataclass(frozen=True, slots=True)
class Histories:
    """Per candidate row (N,): the present episode. Instants are microseconds UTC, NEVER where there was no call.

    ``n_tries`` are calls since the last answer, ``misses`` (N, MAX_MISSES) the latest missed points (daytype * hours + hour,
    ascending, -1 padded at the end), ``last_miss_hour`` the local hour of the last call if it was missed, else -1,
    ``last_day`` the local date of the last call as an ordinal.
    """

    n_calls: Ints
    n_tries: Ints
    misses: Ints
    last_miss_hour: Ints
    last_day: Ints
    last_at: Ints
    answered_at: Ints
    wrong_at: Ints

    def take(self, kept: NDArray[np.bool_]) -> Histories:
        """Return the rows that are kept."""
        return Histories(**{name: getattr(self, name)[kept] for name in self.__slots__})


def was_rung(candidate_ids: pd.Series[str], calls: CleanCalls) -> NDArray[np.bool_]:
    """Tell of every candidate whether there is a call to them at all."""
    return _codes(candidate_ids, calls) >= 0


def histories(
    candidate_ids: pd.Series[str], calls: CleanCalls, *, hours: HoursPolicy, reopened_at: Ints | None = None
) -> Histories:
    """Return the present episode of every candidate, in the order of ``candidate_ids``.

    ``reopened_at`` (microseconds UTC, NEVER if not) is when somebody was taken back into the pool: tries count from then on.
    """
    rows = calls.frame
    code = rows["candidate"].to_numpy(dtype=np.int64)
    n_codes = int(code.max(initial=-1)) + 1
    at = rows["called_at"].astype("datetime64[us, UTC]").astype("int64").to_numpy()
    answered = rows["is_answered"].to_numpy(dtype=bool)
    wrong = rows["is_wrong"].to_numpy(dtype=bool)
    last = np.full(n_codes, -1)
    last[code] = np.arange(len(rows))  # rows are ordered by candidate and time: the last write wins
    table = Histories(
        n_calls=np.bincount(code, minlength=n_codes),
        n_tries=np.where(answered, 0, rows["try_number"].to_numpy(dtype=np.int64))[last],
        misses=_latest_misses(rows, code, n_codes, last, answered=answered, hours=hours),
        last_miss_hour=np.where(answered | wrong, -1, rows["hour"].to_numpy(dtype=np.int64))[last],
        last_day=(rows["called_at_local"].to_numpy().astype("datetime64[D]").astype(np.int64) + EPOCH_DAY)[last],
        last_at=at[last],
        answered_at=_latest(code, at, answered, n_codes),
        wrong_at=_latest(code, at, wrong, n_codes),
    )
    mine = _codes(candidate_ids, calls)
    if reopened_at is not None and (reopened_at > NEVER).any():
        since = np.full(n_codes, NEVER)
        since[mine[mine >= 0]] = reopened_at[mine >= 0]
        n_since = np.bincount(code[at > since[code]], minlength=n_codes)
        table = replace(table, n_tries=np.minimum(table.n_tries, n_since))
    blank = Histories(*(np.array(value) for value in (0, 0, -1, -1, NEVER, NEVER, NEVER, NEVER)))
    return Histories(
        **{name: _spread(getattr(table, name), mine, getattr(blank, name)) for name in Histories.__slots__}
    )


def _codes(candidate_ids: pd.Series[str], calls: CleanCalls) -> Ints:
    """Return the code that each candidate has in the calls; -1 for those who were never rung."""
    place = calls.places_in(candidate_ids)
    rung = np.flatnonzero(place >= 0)
    codes = np.full(len(candidate_ids), -1)
    codes[place[rung]] = rung
    return codes


def _spread(values: Ints, place: Ints, blank: Ints) -> Ints:
    out = np.full((len(place), *values.shape[1:]), blank, dtype=values.dtype)
    known = place >= 0
    out[known] = values[place[known]]
    return out


def _latest(code: Ints, at: Ints, chosen: NDArray[np.bool_], n_codes: int) -> Ints:
    latest = np.full(n_codes, NEVER)
    latest[code[chosen]] = at[chosen]
    return latest


def _latest_misses(
    rows: pd.DataFrame, code: Ints, n_codes: int, last: Ints, *, answered: NDArray[np.bool_], hours: HoursPolicy
) -> Ints:
    place = np.arange(len(rows))
    last_answer = np.full(n_codes, -1)
    last_answer[code[answered]] = place[answered]
    missed = rows["is_counted"].to_numpy(dtype=bool) & (place > last_answer[code])
    in_day = np.clip(rows["hour"].to_numpy(dtype=np.int64), hours.first_hour, hours.last_hour - 1) - hours.first_hour
    is_weekend = rows["weekday"].to_numpy(dtype=np.int64) >= FIRST_WEEKEND_DAY
    point = is_weekend * (hours.last_hour - hours.first_hour) + in_day
    who, what = code[missed], point[missed]
    from_end = _count_from_end(who)
    who, what = who[from_end < MAX_MISSES], what[from_end < MAX_MISSES]
    order = np.lexsort((what, who))
    who, what = who[order], what[order]
    table = np.full((len(last), MAX_MISSES), -1, dtype=np.int8)  # two daytypes of at most 24 hours
    table[who, _count_from_start(who)] = what
    return table


def _count_from_start(who: Ints) -> Ints:
    place = np.arange(len(who))
    starts = np.ones(len(who), dtype=bool)
    starts[1:] = who[1:] != who[:-1]
    return np.asarray(place - np.maximum.accumulate(np.where(starts, place, 0)))


def _count_from_end(who: Ints) -> Ints:
    return _count_from_start(who[::-1])[::-1]
