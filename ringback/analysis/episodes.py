"""Calls, behaviour and sources of candidates as the three-state likelihood takes them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ringback.analysis.behaviour import DAY_MICROSECONDS, Watched, activity_by_age, expected_activity, watch
from ringback.analysis.frames import codes_of, micros
from ringback.analysis.lapse import quiet_time
from ringback.analysis.likelihood import ANSWERED, SILENT, WRONG, Episodes
from ringback.analysis.personal import role_logits
from ringback.analysis.rates import role_codes
from ringback.analysis.week import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.analysis.calls import CleanCalls
    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy


CELL_COLUMNS: Final = ("role_family", "weekday", "hour")
CALL_COLUMNS: Final = (*CELL_COLUMNS, "called_at", "is_wrong", "is_answered", "try_number")


@dataclass(frozen=True, slots=True)
class Setting:
    """What episodes are read with: the role table, the sources with a code, the share of unreachable people, the policy."""

    rates: pd.DataFrame
    sources: Sequence[str]
    dead_share: float
    policy: Policy
    as_of: pd.Timestamp


@dataclass(frozen=True, slots=True)
class Told:
    """Episodes with what explains them in words.

    Days since an earlier answer (NaN: never answered), ``p_role`` of each call (chance of a first call then), ``call_age``
    of each call (days since the candidate came in), the watch for behaviour, and the ``activity`` curve by age.
    The episodes of a fit know the quiet time, those of a score do without.
    """

    episodes: Episodes
    days_since_answer: Floats
    p_role: Floats
    call_age: Floats
    watched: Watched
    activity: Floats


def first_episodes(
    candidates: pd.DataFrame,
    calls: CleanCalls,
    events: pd.DataFrame,
    setting: Setting,
    *,
    live: Floats | None = None,
) -> Told:
    """Return everybody's calls up to their first answer, with behaviour up to that answer (to ``as_of`` without one).

    What an answer brings about must not explain the answer. ``live`` (N,) is the chance that each is not lost, once it is
    known; the activity curve is then that of live people.
    """
    cold = ~calls.frame["is_warm"].to_numpy(dtype=bool)
    rows, place = _rows_of(calls.frame, call_places(candidates, calls), cold)
    answered = rows["is_answered"].to_numpy(dtype=bool)
    until = np.full(len(candidates), _instant(setting.as_of))
    until[place[answered]] = rows["called_at"].astype("datetime64[us, UTC]").astype("int64").to_numpy()[answered]
    since = micros(candidates["created_at"], until - 7 * DAY_MICROSECONDS)
    activity = activity_by_age(events, candidates["candidate_id"], until=until, since=since, live=live)
    told = _told(candidates, rows, place, events, setting, until=until, activity=activity)
    quiet = quiet_time(told.watched, activity, candidate=told.episodes.candidate, call_age=told.call_age)
    return replace(told, episodes=replace(told.episodes, quiet=quiet))


def present_episodes(
    candidates: pd.DataFrame, calls: CleanCalls, events: pd.DataFrame, setting: Setting, *, activity: Floats
) -> Told:
    """Return everybody's calls since their last answer, with behaviour up to ``as_of`` against the curve ``activity``."""
    frame = calls.frame
    answered = frame["is_answered"].to_numpy(dtype=bool)
    code = frame["candidate"].to_numpy(dtype=np.int64)
    last_answer = np.full(int(code.max(initial=-1)) + 1, -1)
    last_answer[code[answered]] = np.flatnonzero(answered)
    everywhere = call_places(candidates, calls)
    rows, place = _rows_of(frame, everywhere, np.arange(len(frame)) > last_answer[code])
    until = np.full(len(candidates), _instant(setting.as_of))
    told = _told(candidates, rows, place, events, setting, until=until, activity=activity)
    who = everywhere[answered]
    days = np.full(len(candidates), np.nan)
    days[who[who >= 0]] = frame["age_days"].to_numpy(dtype=float)[answered][who >= 0]  # the latest comes last and stays
    return replace(told, days_since_answer=days)


def _rows_of(frame: pd.DataFrame, place: Ints, used: Ints) -> tuple[pd.DataFrame, Ints]:
    """Return the used calls of known candidates, by candidate and time, with the columns that episodes need."""
    is_call = frame["is_counted"].to_numpy(dtype=bool) | frame["is_wrong"].to_numpy(dtype=bool)
    kept = np.flatnonzero(is_call & used & (place >= 0))
    kept = kept[np.argsort(place[kept], kind="stable")]
    return frame[list(CALL_COLUMNS)].iloc[kept], place[kept]


def _told(
    candidates: pd.DataFrame,
    rows: pd.DataFrame,
    place: Ints,
    events: pd.DataFrame,
    setting: Setting,
    *,
    until: Ints,
    activity: Floats,
) -> Told:
    wrong, answered = rows["is_wrong"].to_numpy(dtype=bool), rows["is_answered"].to_numpy(dtype=bool)
    end = np.full(len(candidates), SILENT)
    end[place[answered]] = ANSWERED
    end[place[wrong]] = WRONG
    eta, p_role = _call_logits(rows.loc[~wrong, list(CELL_COLUMNS)], setting)
    since = micros(candidates["created_at"], until - 7 * DAY_MICROSECONDS)
    watched = watch(events, candidates["candidate_id"], until=until, since=since, policy=setting.policy.lost)
    at = rows["called_at"].astype("datetime64[us, UTC]").astype("int64").to_numpy()
    episodes = Episodes(
        end=end,
        source=source_codes(candidates, setting.sources),
        n_calls=np.bincount(place, minlength=len(candidates)),
        counts=watched.counts,
        expected=expected_activity(watched, activity),
        candidate=place[~wrong],
        eta=eta,
        number=rows["try_number"].to_numpy(dtype=np.int64)[~wrong] - 1,
        is_answered=answered[~wrong].astype(np.int64),
        quiet=None,
    )
    call_age = ((at - since[place]) / DAY_MICROSECONDS)[~wrong]
    return Told(episodes, np.full(len(candidates), np.nan), p_role, call_age, watched, activity)


def call_places(candidates: pd.DataFrame, calls: CleanCalls) -> Ints:
    """Return where each call's candidate stands in ``candidates``; -1 for strangers."""
    return np.asarray(calls.places_in(candidates["candidate_id"])[calls.frame["candidate"].to_numpy(dtype=np.int64)])


def _instant(as_of: pd.Timestamp) -> int:
    return round(as_of.timestamp() * 1_000_000)


def source_codes(candidates: pd.DataFrame, sources: Sequence[str]) -> Ints:
    """Sources the model has not seen share the last code."""
    codes = codes_of(candidates["source"], sources)
    return np.where(codes < 0, len(sources), codes)


def role_cells(rows: pd.DataFrame, rates: pd.DataFrame, policy: Policy) -> Ints:
    """Return the row of ``rates`` that each call falls into; hours outside the call hours count as the nearest one."""
    hours = policy.call_hours
    hour = np.clip(rows["hour"].to_numpy(dtype=np.int64), hours.first_hour, hours.last_hour - 1) - hours.first_hour
    role = role_codes(rows["role_family"], rates, policy)
    weekday = rows["weekday"].to_numpy(dtype=np.int64)
    return np.asarray((role * WEEKDAYS + weekday) * (hours.last_hour - hours.first_hour) + hour)


def _call_logits(rows: pd.DataFrame, setting: Setting) -> tuple[Floats, Floats]:
    policy, hours = setting.policy, setting.policy.call_hours
    rate = setting.rates["rate"].to_numpy(dtype=float)
    table = rate.reshape(-1, WEEKDAYS, hours.last_hour - hours.first_hour)
    logits = role_logits(table, table, table, dead_share=setting.dead_share, policy=policy.personal).centre
    cell = role_cells(rows, setting.rates, policy)
    return logits.ravel()[cell], rate[cell]
