"""How likely each call was to be made to somebody out of reach, judged by what was known before it, the person's calls aside.

A plan rings who shows signs of life, and late on those who are left. What calls at its hours bring is then not what they would
bring of anybody, and how answers fall off with the tries is no longer how people differ. So the parameters of the three states
(``lost.py``) judge each call once more: by source, by what its person had done until then, and by the days of silence since.
Whether the call was answered is no part of that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from scipy.special import expit, logit

from ringback.analysis.behaviour import DAY_MICROSECONDS, FEATURES, Ages, signs_among, signs_of_life
from ringback.analysis.calls import CleanCalls
from ringback.analysis.episodes import call_places, source_codes
from ringback.analysis.frames import only
from ringback.analysis.lapse import DAYS_BEFORE
from ringback.analysis.lost import fit_lost_model
from ringback.analysis.rates import learn_rates

if TYPE_CHECKING:
    from datetime import datetime

    from ringback.analysis.lost import LostModel
    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy

LEAST_SHARE: Final = 1e-4
LEARNED_FROM_PEOPLE: Final = 2_500
AT_ONCE: Final = 200_000
"""Calls that are judged at once; a million of them would take half a gigabyte."""
SECOND: Final = 1_000_000
SECOND_BITS: Final = 36
"""Seconds of two thousand years; a person and a second are looked up as one number."""
LEAST_EXPECTED: Final = 1e-6


def with_prospects(
    calls: CleanCalls, candidates: pd.DataFrame, events: pd.DataFrame, *, as_of: datetime, policy: Policy
) -> CleanCalls:
    """Return the calls with ``gone_odds``, by a model learned from them; as they are where there are too few to learn from.

    ``candidates`` and ``events`` are the frames of :func:`fit_lost_model`. Some thousand people tell its parameters well enough.
    """
    place = calls.places_in(candidates["candidate_id"])
    step = max(1, len(place) // LEARNED_FROM_PEOPLE)
    people = np.unique(place[::step][place[::step] >= 0])
    some = CleanCalls(only(calls.frame, calls.frame["candidate"].to_numpy() % step == 0), calls.report)
    known = signs_among(events, candidates["candidate_id"], people)
    learned = learn_rates(some, as_of=as_of, policy=policy)
    model = fit_lost_model(
        candidates.iloc[people].reset_index(drop=True),
        some,
        known,
        learned.rates,
        as_of=as_of,
        policy=policy,
        dead_share=learned.dead_share,
    )
    return judged(calls, candidates, events, model, policy=policy) if model.is_learned else calls


def judged(
    calls: CleanCalls, candidates: pd.DataFrame, events: pd.DataFrame, model: LostModel, *, policy: Policy
) -> CleanCalls:
    """Return the calls with the log odds that ``model`` gives each of being to somebody out of reach, against somebody new."""
    frame, place = calls.frame, call_places(candidates, calls)
    theta, layout = np.array(model.theta), model.layout
    source = source_codes(candidates, model.sources)
    wrong, lost = theta[layout.wrong][source], theta[0] + theta[layout.lost_source][source]
    new = expit(wrong) + expit(-wrong) * expit(lost)
    shown = np.log1p(-expit(theta[layout.rest][0]))
    signs = _Signs.of(events, candidates)
    at = frame["called_at"].astype("datetime64[us, UTC]").astype("int64").to_numpy()
    number = frame["try_number"].to_numpy()
    odds = np.zeros(len(frame), dtype=np.float32)
    known = np.argsort(place, kind="stable")[np.count_nonzero(place < 0) :]  # neighbours ask for neighbouring signs
    for start in range(0, len(known), AT_ONCE):
        rows = known[start : start + AT_ONCE]
        who = place[rows]
        right = expit(-(wrong[who] + (number[rows] - 1) * shown))  # a wrong number would have been shown by now
        gone = 1 - right * signs.chance_of_life(model, lost[who], who, at[rows], policy)
        odds[rows] = logit(np.clip(gone, LEAST_SHARE, 1 - LEAST_SHARE)) - logit(new.mean())
    return CleanCalls(frame.assign(gone_odds=odds), calls.report)


@dataclass(frozen=True, slots=True)
class _Signs:
    """Signs of life by person and time: ``key`` (E,) of both, ``at`` (E,), ``upto`` (E + 1, F) how many came before.

    ``since`` (N,) is when each person came in; moments are microseconds.
    """

    key: Ints
    at: Ints
    upto: Ints
    since: Ints

    @classmethod
    def of(cls, events: pd.DataFrame, candidates: pd.DataFrame) -> _Signs:
        who, kind, at, _ = signs_of_life(events, candidates["candidate_id"])
        order = np.lexsort((at, who))
        who, kind, at = who[order], kind[order], at[order]
        upto = np.zeros((len(at) + 1, len(FEATURES)), dtype=np.int32)
        np.cumsum(np.eye(len(FEATURES), dtype=np.int32)[kind], axis=0, out=upto[1:])
        since = candidates["created_at"].astype("datetime64[us, UTC]")
        created = np.where(since.isna(), np.iinfo(np.int64).max, since.astype("int64").to_numpy())
        return cls(_key(who, at), at, upto, created)

    def chance_of_life(self, model: LostModel, lost: Floats, who: Ints, at: Ints, policy: Policy) -> Floats:
        """Return the chance that each person was not lost at that moment; ``lost`` is the logit of it by source alone.

        Where no sign of life was ever seen of anybody, silence says nothing.
        """
        if not len(self.at):
            return np.asarray(expit(-lost))
        theta, layout, curve = np.array(model.theta), model.layout, np.array(model.activity)
        since = np.minimum(self.since[who], at)
        start = np.maximum(since, at - policy.lost.behaviour_days * DAY_MICROSECONDS)
        first, end = (np.searchsorted(self.key, _key(who, moment)) for moment in (start, at))
        counts = np.minimum(self.upto[end] - self.upto[first], policy.lost.behaviour_cap)
        active, evenness = np.exp(theta[layout.active]), float(np.exp(theta[layout.evenness]))
        watched, done = (Ages.of((moment - since) / DAY_MICROSECONDS, len(curve)) for moment in (start, at))
        ways = layout.ways_of_the_lost(theta)
        live, *as_lost = (
            evenness + np.maximum(done.along(total) - watched.along(total), LEAST_EXPECTED)
            for total in (curve @ (active * kept) for kept in (1.0, *(np.exp(by_sign) for _, by_sign in ways)))
        )
        whole = evenness + counts.sum(axis=1)
        told = np.logaddexp(
            *(np.log(share) + whole * np.log(live / expected) + counts @ by_sign
              for expected, (share, by_sign) in zip(as_lost, ways, strict=True))
        )  # fmt: skip
        begun = np.maximum(since, start - int(DAYS_BEFORE) * DAY_MICROSECONDS)
        latest = np.where(end > first, self.at[np.maximum(end - 1, 0)], begun)
        quiet = (at - latest) / DAY_MICROSECONDS
        return np.asarray(expit(-(lost + told)) * np.exp(-model.daily_hazard * quiet))


def _key(who: Ints, at: Ints) -> Ints:
    return np.asarray((who << SECOND_BITS) + np.maximum(at, 0) // SECOND)
