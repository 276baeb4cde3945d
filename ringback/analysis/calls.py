"""Call logs made fit for counting: one row a real call, its outcome in words that rates can use, its try number.

Logs of dialers and spreadsheets are dirty in known ways: the same call under two ids, empty dispositions, any order,
local times labelled as UTC. Nothing is mended silently; :class:`CallReport` counts what was left out and says what looks odd.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from ringback.analysis.frames import (
    CALLS,
    CALLS_OPTIONAL,
    are_same,
    check_as_of,
    check_frame,
    codes_of,
    only,
    places_of,
)
from ringback.places import numbered
from schemas.words import Disposition

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ringback.analysis.shrinkage import Ints
    from schemas.policy import HoursPolicy


class Outcome(NamedTuple):
    """What a disposition says: was it a call with a known end, did the person answer, is the number theirs?"""

    is_counted: bool
    is_answered: bool
    is_wrong: bool
    is_alive: bool


OUTCOMES: Final[Mapping[Disposition, Outcome]] = {
    Disposition.ANSWERED: Outcome(is_counted=True, is_answered=True, is_wrong=False, is_alive=True),
    Disposition.BOOKED: Outcome(is_counted=True, is_answered=True, is_wrong=False, is_alive=True),
    Disposition.NOT_INTERESTED: Outcome(is_counted=True, is_answered=True, is_wrong=False, is_alive=True),
    Disposition.CALL_LATER: Outcome(is_counted=True, is_answered=True, is_wrong=False, is_alive=True),
    Disposition.REPLIED: Outcome(is_counted=True, is_answered=True, is_wrong=False, is_alive=True),
    Disposition.OPTED_OUT: Outcome(is_counted=True, is_answered=True, is_wrong=False, is_alive=True),
    Disposition.REJECTED: Outcome(is_counted=True, is_answered=False, is_wrong=False, is_alive=True),
    Disposition.BUSY: Outcome(is_counted=True, is_answered=False, is_wrong=False, is_alive=True),
    Disposition.NO_ANSWER: Outcome(is_counted=True, is_answered=False, is_wrong=False, is_alive=False),
    Disposition.POWER_OFF: Outcome(is_counted=True, is_answered=False, is_wrong=False, is_alive=False),
    Disposition.VOICEMAIL: Outcome(is_counted=True, is_answered=False, is_wrong=False, is_alive=False),
    Disposition.WRONG_NUMBER: Outcome(is_counted=False, is_answered=False, is_wrong=True, is_alive=False),
    # not the end of a call: words of messages, or nothing was written down
    Disposition.FAILED: Outcome(is_counted=False, is_answered=False, is_wrong=False, is_alive=False),
    Disposition.BOUNCED: Outcome(is_counted=False, is_answered=False, is_wrong=False, is_alive=False),
    Disposition.SENT: Outcome(is_counted=False, is_answered=False, is_wrong=False, is_alive=False),
    Disposition.DELIVERED: Outcome(is_counted=False, is_answered=False, is_wrong=False, is_alive=False),
    Disposition.UNKNOWN: Outcome(is_counted=False, is_answered=False, is_wrong=False, is_alive=False),
}

SAME_CALL_SECONDS: Final = 60
"""Two rows of one candidate closer than this are one call: ringing out alone takes 25 to 60 seconds."""

SECONDS_A_DAY: Final = 86_400
MOST_INSIDE: Final = 0.95

NIGHT_SHARE_ODD: Final = 0.10
"""More calls than this outside 8 to 22 local is not a recruiter's day; in logs with right zones it stays below 2 %."""

KEPT: Final = 2

CLEAN_CALLS: Final[tuple[str, ...]] = (
    *CALLS,
    "candidate",
    "is_counted",
    "is_answered",
    "is_wrong",
    "is_alive",
    "try_number",
    "is_warm",
    "called_at_local",
    "weekday",
    "hour",
    "age_days",
    "gone_odds",
)
"""CALLS plus: ``candidate`` (int code), the flags of OUTCOMES, ``try_number`` (1 is the first since the last answer),
``is_warm`` (the person has answered before), local wall time, ``weekday`` (0 is Monday), ``hour``, days before ``as_of``,
``gone_odds`` (0 until ``prospects.py`` says how likely each call was to be made to somebody out of reach)."""


@dataclass(frozen=True, slots=True)
class CallReport:
    """What a cleaning left out and what looks odd, in rows of the log; ``n_outside`` had a known end outside the call hours."""

    n_rows: int
    n_calls: int
    n_duplicates: int
    n_unknown: int
    n_wrong: int
    n_outside: int
    n_later: int
    night_share: float
    suspected_shift_hours: int | None
    warnings: tuple[str, ...]
    warnings_zh: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CleanCalls:
    """One row a real call up to ``as_of`` (columns CLEAN_CALLS), ordered by candidate and time, and its report."""

    frame: pd.DataFrame
    report: CallReport
    _found: list[tuple[pd.Series[str], Ints]] = field(default_factory=list, init=False, repr=False, compare=False)

    def places_in(self, candidate_ids: pd.Series[str]) -> Ints:
        """Return where the candidate of each code stands in ``candidate_ids``, -1 for strangers and codes without a call.

        Each step of a night asks this of the same people, and a look-up of a million ids takes half a second: the last two
        answers are kept.
        """
        for known, places in self._found:
            if are_same(known, candidate_ids):
                return places
        code = self.frame["candidate"].to_numpy(dtype=np.int64)
        row = np.full(int(code.max(initial=-1)) + 1, -1)
        row[code] = np.arange(len(code))
        rung = np.flatnonzero(row >= 0)
        found = np.full(len(row), -1)
        found[rung] = places_of(self.frame["candidate_id"].iloc[row[rung]], candidate_ids)
        self._found.insert(0, (candidate_ids, found))
        del self._found[KEPT:]
        return found

    def among(self, candidate_ids: pd.Series[str], chosen: Ints) -> CleanCalls:
        """Return the calls to the ``chosen`` candidates alone (places in ``candidate_ids``)."""
        is_chosen = np.zeros(len(candidate_ids) + 1, dtype=bool)  # the last one serves place -1: a stranger
        is_chosen[chosen] = True
        kept = is_chosen[self.places_in(candidate_ids)][self.frame["candidate"].to_numpy(dtype=np.int64)]
        return CleanCalls(only(self.frame, kept), self.report)


def clean_calls(calls: pd.DataFrame, *, as_of: datetime, hours: HoursPolicy) -> CleanCalls:
    """Return each call once, with outcome, try number and local hour; rows after ``as_of`` are not looked at.

    A duplicate is a row of the same candidate within a minute of the one before, by the same agent (or one unnamed), with
    the same disposition (or one empty); the row that says more stays. Unknown outcomes stay as rows (the try happened) with
    ``is_counted`` False. Times that look shifted are reported, never moved.
    """
    now = check_as_of(as_of)
    log = check_frame(calls, CALLS, CALLS_OPTIONAL, name="calls")
    known = only(log, (log["called_at"] <= now).to_numpy())
    ordered, n_duplicates = _without_duplicates(_with_outcome(known))
    numbered = _with_try_number(ordered)
    local = _with_local_time(numbered).assign(
        age_days=lambda d: (now - d["called_at"]).dt.total_seconds() / SECONDS_A_DAY,
        gone_odds=np.float32(0),
    )
    return CleanCalls(
        local, _report(local, n_rows=len(log), n_later=len(log) - len(known), n_duplicates=n_duplicates, hours=hours)
    )


def _with_outcome(log: pd.DataFrame) -> pd.DataFrame:
    codes = codes_of(log["disposition"].fillna(Disposition.UNKNOWN.value), [word.value for word in OUTCOMES])
    table = np.array([*OUTCOMES.values(), OUTCOMES[Disposition.UNKNOWN]])  # the last row serves code -1: a foreign word
    flags = table[codes]
    named = {name: flags[:, place] for place, name in enumerate(Outcome._fields)}
    return log.assign(candidate=numbered(log["candidate_id"]), disposition_code=codes, **named)


def _without_duplicates(log: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    at = log["called_at"].astype("datetime64[us, UTC]").astype("int64").to_numpy()
    unknown = np.array([Disposition.UNKNOWN.value])
    says_little = log["disposition"].isin(unknown).to_numpy() | log["disposition"].isna().to_numpy()
    order = np.lexsort((says_little, at, log["candidate"].to_numpy()))
    agent = pd.factorize(log["agent_id"])[0][order]
    candidate, moment = log["candidate"].to_numpy()[order], at[order]
    word, little = log["disposition_code"].to_numpy()[order], says_little[order]
    near = (np.diff(candidate) == 0) & (np.diff(moment) <= SAME_CALL_SECONDS * 1_000_000)
    same_agent = (np.diff(agent) == 0) | (agent[1:] < 0) | (agent[:-1] < 0)
    same_word = (np.diff(word) == 0) | little[1:] | little[:-1]
    is_pair = near & same_agent & same_word
    drop = np.zeros(len(log), dtype=bool)
    drop[1:] = is_pair & ~(little[:-1] & ~little[1:])
    drop[:-1] |= is_pair & little[:-1] & ~little[1:]
    return log.iloc[order[~drop]].reset_index(drop=True), int(drop.sum())


def _with_try_number(rows: pd.DataFrame) -> pd.DataFrame:
    candidate, answered = rows["candidate"].to_numpy(), rows["is_answered"].to_numpy(dtype=bool)
    place = np.arange(len(rows))
    is_new = np.ones(len(rows), dtype=bool)
    is_new[1:] = np.diff(candidate) != 0
    restarts = is_new.copy()
    restarts[1:] |= answered[:-1]
    first = np.maximum.accumulate(np.where(restarts, place, 0))
    start = np.maximum.accumulate(np.where(is_new, place, 0))
    return rows.assign(try_number=place - first + 1, is_warm=first > start)


def _with_local_time(rows: pd.DataFrame) -> pd.DataFrame:
    zones = pd.Categorical(rows["timezone"].fillna("UTC"))
    at = rows["called_at"]
    local = at.dt.tz_localize(None).to_numpy().copy()
    for code, zone in enumerate(zones.categories):
        there = zones.codes == code
        local[there] = at[there].dt.tz_convert(zone).dt.tz_localize(None).to_numpy()
    called = pd.Series(local, index=rows.index)
    return rows.assign(called_at_local=called, weekday=called.dt.day_of_week, hour=called.dt.hour)


def _report(rows: pd.DataFrame, *, n_rows: int, n_later: int, n_duplicates: int, hours: HoursPolicy) -> CallReport:
    per_hour = np.bincount(rows["hour"].to_numpy(dtype=int), minlength=24)
    as_written = np.bincount(rows["called_at"].dt.hour.to_numpy(dtype=int), minlength=24)
    ahead = (rows["called_at_local"] - rows["called_at"].dt.tz_localize(None)).median() / pd.Timedelta(hours=1)
    night, shift = suspect_shift(per_hour, hours)
    if shift is not None and as_written[hours.first_hour : hours.last_hour].sum() >= MOST_INSIDE * len(rows):
        shift = -round(ahead)  # local times that were labelled UTC: the zone itself says by how much
    n_unknown = int((~rows["is_counted"].astype(bool) & ~rows["is_wrong"].astype(bool)).sum())
    english, chinese = _warnings(night=night, shift=shift, n_unknown=n_unknown, n_calls=len(rows))
    return CallReport(
        n_rows=n_rows,
        n_calls=len(rows),
        n_duplicates=n_duplicates,
        n_unknown=n_unknown,
        n_wrong=int(rows["is_wrong"].sum()),
        n_outside=int(
            (rows["is_counted"].astype(bool) & ~rows["hour"].between(hours.first_hour, hours.last_hour - 1)).sum()
        ),
        n_later=n_later,
        night_share=night,
        suspected_shift_hours=shift,
        warnings=english,
        warnings_zh=chinese,
    )


def suspect_shift(per_hour: np.ndarray[Any, Any], hours: HoursPolicy) -> tuple[float, int | None]:
    """Return the share of calls outside 8 to 22 local and, if that is odd, the shift in hours that would mend it.

    ``per_hour`` holds 24 counts by local hour. The shift is the smallest one that brings most calls inside the call hours;
    None when the log looks sound, or when no shift brings 95 % of the calls inside.
    """
    total = per_hour.sum()
    night = float(1 - per_hour[8:22].sum() / total) if total else 0.0
    if night <= NIGHT_SHARE_ODD:
        return night, None
    shifts = sorted(range(-12, 13), key=abs)
    inside = [np.roll(per_hour, shift)[hours.first_hour : hours.last_hour].sum() / total for shift in shifts]
    best = int(np.argmax(inside))
    return night, shifts[best] if inside[best] >= MOST_INSIDE else None


def _warnings(
    *, night: float, shift: int | None, n_unknown: int, n_calls: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    english, chinese = [], []
    if night > NIGHT_SHARE_ODD:
        english.append(
            f"{night:.0%} of the calls stand at night (22-8 local): the log's times may be shifted"
            + (f"; moved by {shift:+d} h they would fall into call hours" if shift is not None else "")
        )
        chinese.append(
            f"{night:.0%} 的通话落在当地夜间（22-8 点），日志时间可能有偏移"
            + (f"；调整 {shift:+d} 小时后落在工作时段" if shift is not None else "")
        )
    if n_calls and n_unknown / n_calls > NIGHT_SHARE_ODD:
        english.append(f"{n_unknown} of {n_calls} calls have no outcome; they are not counted in any rate")
        chinese.append(f"{n_calls} 通电话中有 {n_unknown} 通没有结果，未计入接通率")
    return tuple(english), tuple(chinese)
