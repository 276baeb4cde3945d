"""Signs of life as counts: what a person did of their own accord in the days before a given instant."""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd

from ringback.analysis.frames import EVENTS, are_same, blocks, check_frame, codes_of, places_of
from ringback.analysis.quiet import WATCHED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import LostPolicy

FEATURES: Final = ("view", "open", "reply", "login")

EVENT_FEATURES: Final[Mapping[str, str]] = {
    "jd_view": "view",
    "form_view": "view",
    "mail_open": "open",
    "mail_click": "open",
    "mail_reply": "reply",
    "sms_reply": "reply",
    "app_login": "login",
}
"""Other events are kept in the log but are no sign of life here."""

DAY_MICROSECONDS: Final = 86_400_000_000
TINY: Final = 1e-12
LEAST_EXPECTED: Final = 1e-6
VISIT_MICROSECONDS: Final = 4 * 3_600_000_000
"""Who opens a mail, logs in and looks at a job five times in an evening has come once: signs in one span of four hours are one
visit. It counts as the sign of its kinds that comes first in STRENGTH."""
STRENGTH: Final = np.array([1, 3, 0, 2])
"""Places of FEATURES among each other: a reply, a view, a login, a mail opened."""
VISITS_EVER: Final = 1_000_000
"""More such visits than have passed since 1970."""
KEPT: Final = 4
MAX_AGE_DAYS: Final = 60
"""Older candidates share the activity of this age."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Behaviour by candidate: ``counts`` (N, F) up to the cap, in a watch from ``first_age`` to ``last_age`` (days, (N,)).

    ``sign_age`` is the age at the last sign of life in the watch, its beginning without one; ``late`` (WATCHED, N, F) are
    the counts after the middle of each part of the time up to it.
    """

    counts: Ints
    late: Ints
    first_age: Floats
    last_age: Floats
    sign_age: Floats

    def among(self, some: slice) -> Watched:
        """Return the behaviour of a block of candidates."""
        ages = (self.first_age[some], self.last_age[some], self.sign_age[some])
        return Watched(self.counts[some], self.late[:, some], *ages)


def watch(
    events: pd.DataFrame, candidate_ids: pd.Series[str], *, until: Ints, since: Ints, policy: LostPolicy
) -> Watched:
    """Count views, opens, replies and logins of each candidate in the last ``policy.behaviour_days`` before ``until``.

    ``until`` and ``since`` (when the candidate came in) are microseconds UTC by candidate. Events of machines (mail scanners
    open mails) never count, the same sign again in one visit neither; counts stop at ``policy.behaviour_cap``.
    """
    who, kind, at, _ = signs_of_life(events, candidate_ids)
    start = np.maximum(since, until - policy.behaviour_days * DAY_MICROSECONDS)
    used = (at <= until[who]) & (at >= start[who])
    who, kind, at = who[used], kind[used], at[used]
    sign = start.copy()
    np.maximum.at(sign, who, at)
    seen = np.flatnonzero(np.bincount(who, minlength=len(start)))  # most have shown no sign, and count nothing
    row = np.zeros(len(start), dtype=np.int64)
    row[seen] = np.arange(len(seen))
    place, size = row[who] * len(FEATURES) + kind, len(seen) * len(FEATURES)
    counts = np.zeros((len(start), len(FEATURES)), dtype=np.int64)
    late = np.zeros((WATCHED, *counts.shape), dtype=np.int16)
    counts[seen] = _capped(place, size, policy.behaviour_cap)
    begin, length = start[who], (sign - start)[who]
    for part in range(WATCHED):
        after = at > begin + length * (2 * part + 1) // (2 * WATCHED)
        late[part, seen] = _capped(place[after], size, policy.behaviour_cap)
    return Watched(
        counts,
        late,
        *(np.maximum(moment - since, 0) / DAY_MICROSECONDS for moment in (start, until, sign)),
    )


def _capped(place: Ints, size: int, most: int) -> Ints:
    """Return (N, F) how often each of ``size`` places is named, at most ``most`` times."""
    return np.minimum(np.bincount(place, minlength=size), most).reshape(-1, len(FEATURES))


def activity_by_age(
    events: pd.DataFrame, candidate_ids: pd.Series[str], *, until: Ints, since: Ints, live: Floats | None = None
) -> Floats:
    """Return (MAX_AGE_DAYS + 1, F) events a candidate has had by each age in days, on average, from those still watched.

    This is the clock on which behaviour runs: people look at a job when they apply, not evenly over weeks, so a silent
    first day says more than a silent fifth week. Ages that nobody has reached add nothing. ``live`` (N,) is the chance that
    each is not lost: those who answer leave the watch, and without it the later ages would be those of the lost.
    """
    weight = np.ones(len(until)) if live is None else live
    who, kind, at, _ = signs_of_life(events, candidate_ids)
    used = (at <= until[who]) & (at >= since[who])
    age = np.minimum((at[used] - since[who[used]]) // DAY_MICROSECONDS, MAX_AGE_DAYS - 1)
    cell = age * len(FEATURES) + kind[used]
    happened = np.bincount(cell, weight[who[used]], minlength=MAX_AGE_DAYS * len(FEATURES))
    stays = np.maximum((until - since) / DAY_MICROSECONDS, 0)
    at_risk = weight @ np.clip(stays[:, None] - np.arange(MAX_AGE_DAYS)[None, :], 0, 1)
    at_risk[-1] = weight @ np.maximum(stays - (MAX_AGE_DAYS - 1), 0)  # the last day stands for all later ones
    hazard = happened.reshape(MAX_AGE_DAYS, len(FEATURES)) / np.maximum(at_risk, 1.0)[:, None]
    return np.concatenate([np.zeros((1, len(FEATURES))), np.cumsum(hazard, axis=0)])


class Ages(NamedTuple):
    """Ages of people in days, as a place on a curve that is known for whole days: ``whole`` and ``part`` of a day, both (N,)."""

    whole: Ints
    part: Floats

    @classmethod
    def of(cls, days: Floats, n_known: int) -> Ages:
        """Return the places of ages of 0 or more; beyond the last of ``n_known`` days a curve goes on as on that day."""
        whole = np.minimum(days, n_known - 2).astype(np.intp)
        return cls(whole, days - whole)

    def along(self, curve: Floats) -> Floats:
        """Return (N,) the value of the ``curve`` (days,) at each age."""
        return np.asarray(np.take(curve, self.whole) + self.part * np.take(np.diff(curve), self.whole))


def expected_activity(watched: Watched, by_age: Floats) -> Floats:
    """Return (N, F) how many events an average candidate has in such a watch; never quite 0."""
    expected = np.empty((len(watched.last_age), by_age.shape[1]))
    for some in blocks(len(expected)):
        begun, done = (Ages.of(age[some], len(by_age)) for age in (watched.first_age, watched.last_age))
        for place, curve in enumerate(by_age.T):
            expected[some, place] = done.along(curve) - begun.along(curve)
    return np.maximum(expected, LEAST_EXPECTED, out=expected)


def signs_by_kind(counts: Ints, live: Floats, by_sign: Floats, *, evenness: float) -> Floats:
    """Return (N, F) what each kind of behaviour adds to the logit of being lost; rows sum to the difference of the log-chances.

    ``live`` (N, F) is what was to be expected of live people, ``by_sign`` (F,) the log of what lost ones do against it. What was
    done counts by its own kind, what was not done by how much of it was to be expected.
    """
    missing = 1 - np.exp(by_sign)
    total = live.sum(axis=1)
    gap = live @ missing
    silence = (evenness + counts.sum(axis=1)) * np.log((evenness + total) / (evenness + total - gap))
    share = silence / np.where(np.abs(gap) < TINY, np.inf, gap)
    signs: Floats = live * missing
    signs *= share[:, None]
    signs += counts * by_sign
    return signs


def known_until(events: pd.DataFrame, now: pd.Timestamp) -> pd.DataFrame:
    """Return the events up to ``now``: the frame itself, where none is later."""
    kept = (events["at"] <= now).to_numpy(dtype=bool)
    return events if kept.all() else events[kept]


class Signs(NamedTuple):
    """Signs of life: whose, of which kind (of FEATURES), when (microseconds), and in which row of the events."""

    who: Ints
    kind: Ints
    at: Ints
    row: Ints


_FOUND: Final[list[tuple[weakref.ref[pd.DataFrame], pd.Series[str], Signs]]] = []


def signs_of_life(events: pd.DataFrame, candidate_ids: pd.Series[str]) -> Signs:
    """Return the signs of life among the events; one visit is one sign.

    Each step of a night asks this of the same events and people, or of the few that it learns from, and a look-up of a million
    ids takes half a second: the last four answers are kept while their events are. These must not be changed in place.
    """
    for known, ids, found in _FOUND:
        if known() is events and are_same(ids, candidate_ids):
            return found
    found = _signs_of_life(events, candidate_ids)
    _FOUND[:] = [(weakref.ref(events, _forget), candidate_ids, found), *_FOUND[: KEPT - 1]]
    return found


def signs_among(events: pd.DataFrame, candidate_ids: pd.Series[str], chosen: Ints) -> pd.DataFrame:
    """Return the events that were signs of life of the ``chosen`` candidates (places in ``candidate_ids``)."""
    is_chosen = np.zeros(len(candidate_ids), dtype=bool)
    is_chosen[chosen] = True
    signs = signs_of_life(events, candidate_ids)
    return events.iloc[signs.row[is_chosen[signs.who]]]


def _forget(gone: weakref.ref[pd.DataFrame]) -> None:
    _FOUND[:] = [kept for kept in _FOUND if kept[0] is not gone]


def _signs_of_life(events: pd.DataFrame, candidate_ids: pd.Series[str]) -> Signs:
    log = check_frame(events, EVENTS, {}, name="events")
    names = list(EVENT_FEATURES)
    feature = np.array([*(FEATURES.index(EVENT_FEATURES[name]) for name in names), -1])  # the last one serves code -1
    kind = feature[codes_of(log["event"], names)]
    row = np.flatnonzero((kind >= 0) & ~log["machine"].to_numpy(dtype=bool))
    who = places_of(log["candidate_id"], candidate_ids)[row]
    row, who = row[who >= 0], who[who >= 0]
    kind, at = kind[row], log["at"].astype("datetime64[us, UTC]").astype("int64").to_numpy()[row]
    visit = who * VISITS_EVER + at // VISIT_MICROSECONDS
    strongest = np.argsort(STRENGTH[kind], kind="stable")
    kept = np.sort(strongest[~pd.Series(visit[strongest]).duplicated().to_numpy()])
    return Signs(who[kept], kind[kept], at[kept], row[kept])
