"""Becoming lost on the way: how likely it is that somebody who was alive at their last sign has gone since.

Being lost from the start explains silence from the start. People also find a job in the third week: they looked at the
post, then nothing. From the day they came in they go with a constant hazard a day; if they went at time s, the calls before s
were bad luck, those after it were hopeless, and the silence after it was to be expected. The hazard is learned with the rest:
where people go, fewer of those who did much at first go on doing so, and more of the old are lost than of the new.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from ringback.analysis.behaviour import Ages
from ringback.analysis.frames import blocks
from ringback.analysis.likelihood import node_grid
from ringback.analysis.quiet import BEFORE, SINCE, WATCHED, Quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.analysis.behaviour import Watched
    from ringback.analysis.episodes import Told
    from ringback.analysis.likelihood import CallChances, Layout
    from ringback.analysis.shrinkage import Floats, Ints


DAYS_BEFORE: Final = 30.0
"""So long before the watch people may have gone. Who came in a year ago is no longer the likelier lost for each month since: how
many of an old pool are still there its source says, and nobody is given up unrung for the date of a resume."""


class Stretch(NamedTuple):
    """A stretch of everybody's life in days, ``left`` to ``right`` (both (N,)), and where its ``parts`` end as shares of it."""

    left: Floats
    right: Floats
    parts: Floats

    def ends(self) -> Iterator[Floats]:
        """Yield the end of each part (N,)."""
        for part in self.parts:
            yield self.left + (self.right - self.left) * part

    def take(self, who: Ints) -> Stretch:
        """Return the stretch in the lives of some."""
        return Stretch(self.left[who], self.right[who], self.parts)


def stretches(watched: Watched) -> tuple[Stretch, ...]:
    """Return the ages before the watch, those from its beginning to the last sign of life, and the quiet ones since."""
    first, sign, last = watched.first_age, watched.sign_age, watched.last_age
    return (
        Stretch(np.maximum(first - DAYS_BEFORE, 0.0), first, _parts(BEFORE)),
        Stretch(first, sign, _parts(WATCHED)),
        Stretch(sign, last, _parts(SINCE) ** 2),  # calls are made early, and who is active is soon missed
    )


def moments(watched: Watched) -> Iterator[tuple[Floats, Floats]]:
    """Yield K times (N,) the middle of a part of life in which somebody may have gone, an age, and its end; in days.

    The end is counted from the day on which people begin to go.
    """
    life = stretches(watched)
    start = begin = life[0].left
    for stretch in life:
        for end in stretch.ends():
            yield (begin + end) / 2, end - start
            begin = end


def _parts(n: int) -> Floats:
    """Return where each of ``n`` equal parts ends."""
    return np.arange(1, n + 1) / n


def quiet_time(watched: Watched, activity: Floats, *, candidate: Ints, call_age: Floats) -> Quiet:
    """Return the quiet time of everybody, as the fit takes it; ``candidate`` and ``call_age`` are those of each call."""
    at, ends = (np.stack(ages) for ages in zip(*moments(watched), strict=True))
    done = Ages.of(watched.last_age, len(activity))
    seen = Ages.of(np.maximum(at, watched.first_age), len(activity))
    after = [done.along(curve) - seen.along(curve) for curve in activity.T]
    return Quiet(
        ends=ends,
        after=np.maximum(np.stack(after, axis=2), 0.0),
        late=watched.late,
        before=call_age <= at[:, candidate],
    )


def lapse_odds(theta: Floats, told: Told, layout: Layout, chances: CallChances) -> tuple[Floats, Floats, Floats]:
    """Return (N,) the chance of having stayed, that of having gone since they came in, and the same of who has a wrong number.

    The unit is the chance of these calls and this behaviour for somebody who stayed; so the last two grow with what their going
    explains, calls and silence or the silence alone.
    """
    law, n = _Law.of(theta, told, layout), len(told.episodes.end)
    n_calls = np.bincount(told.episodes.candidate, minlength=n)
    went = np.empty((3, n))
    for some in blocks(n):
        went[:, some] = _lapse_of(law, told.watched.among(some), _Calls.of(told, chances, n_calls, some), some)
    there, gone, silent = went
    return there, gone, silent


@dataclass(frozen=True, slots=True)
class _Law:
    """What having gone explains of everybody's behaviour.

    ``missing`` is by way of the lost their share and how much less they do than live people by each age (days,), ``kept`` (F,
    ways) the log of what they still do; ``counted`` (N, ways) is what that says of all counts. ``whole`` and ``total`` (N,) are
    what was done and what was to be expected, each with the ``evenness``.
    """

    hazard: float
    evenness: float
    missing: list[tuple[float, Floats]]
    kept: Floats
    counted: Floats
    whole: Floats
    total: Floats

    @classmethod
    def of(cls, theta: Floats, told: Told, layout: Layout) -> _Law:
        """Return the law of these people by the parameters."""
        counts, evenness, active = told.episodes.counts, np.exp(theta[layout.evenness]), np.exp(theta[layout.active])
        ways = layout.ways_of_the_lost(theta)
        kept = np.stack([way.kept for way in ways], axis=1)
        return cls(
            hazard=float(np.exp(theta[layout.hazard])),
            evenness=float(evenness),
            missing=[(way.share, told.activity @ ((1 - np.exp(way.kept)) * active)) for way in ways],
            kept=kept,
            counted=counts @ kept,
            whole=evenness + counts.sum(axis=1),
            total=evenness + told.episodes.expected @ active,
        )


def _lapse_of(law: _Law, watched: Watched, calls: _Calls, some: slice) -> Floats:
    """Return (3, N) what :func:`lapse_odds` does, of a block of people with their watch and calls.

    Nobody goes in a stretch without length, and most people's time up to the last sign is one: they have shown none.
    """
    life, whole, total = stretches(watched), law.whole[some], law.total[some]
    start, last = life[0].left, Ages.of(watched.last_age, len(law.missing[0][1]))
    fading = [last.along(curve) for _, curve in law.missing]
    state = np.stack([start, np.ones(len(start)), np.zeros(len(start)), np.zeros(len(start))])
    did = (law.counted[None, some], watched.late @ law.kept, None)
    for stretch, done in zip(life, did, strict=True):
        who = np.flatnonzero(stretch.right > stretch.left)
        theirs = calls.among(who)
        begin, there, gone, silent = state[:, who]
        for step, end in enumerate(stretch.take(who).ends()):
            at = (begin + end) / 2
            ages, odds = Ages.of(np.maximum(at, watched.first_age[who]), len(law.missing[0][1])), np.zeros(len(who))
            for way, (share, curve) in enumerate(law.missing):
                left = total[who] - (fading[way][who] - ages.along(curve))
                explains = whole[who] * np.log(total[who] / np.maximum(left, law.evenness))
                odds += share * np.exp(explains if done is None else explains + done[step, who, way])
            still = np.exp(-law.hazard * (end - start[who]))
            odds *= there - still
            gone += odds * theirs.before(at)
            silent += odds
            begin, there = end, still
        state[:, who] = begin, there, gone, silent
    return state[1:]


class _Calls(NamedTuple):
    """The calls of N people: ``candidate`` (0..N-1), ``age`` in days and ``state`` of each, the log chance of a miss by state.

    ``n_calls`` (N,) are how many each has, ``reach`` (N,) is the chance of all of them.
    """

    candidate: Ints
    age: Floats
    state: Ints
    missed: Floats
    n_calls: Ints
    reach: Floats

    @classmethod
    def of(cls, told: Told, chances: CallChances, n_calls: Ints, some: slice) -> _Calls:
        """Return the calls of a block of people; calls are ordered by person."""
        begin, end = np.searchsorted(told.episodes.candidate, [some.start, some.stop])
        candidate = told.episodes.candidate[begin:end] - some.start
        age, state = told.call_age[begin:end], chances.of_call[begin:end]
        return cls(candidate, age, state, chances.missed, n_calls[some], chances.reach[some])

    def among(self, who: Ints) -> _Calls:
        """Return the calls of some of these people."""
        place = np.full(len(self.n_calls), -1)
        place[who] = np.arange(len(who))
        candidate = place[self.candidate]
        kept = candidate >= 0
        return _Calls(
            candidate[kept], self.age[kept], self.state[kept], self.missed, self.n_calls[who], self.reach[who]
        )

    def before(self, age: Floats) -> Floats:
        """Return (N,) the chance of the calls before ``age`` against that of all; sums only where it lies between them."""
        earlier = self.age <= age[self.candidate]
        n_earlier = np.bincount(self.candidate[earlier], minlength=len(self.n_calls))
        chance = np.where(n_earlier == self.n_calls, 1.0, 1 / self.reach)
        mixed = (n_earlier > 0) & (n_earlier < self.n_calls)
        used = np.flatnonzero(earlier & mixed[self.candidate])
        starts = np.flatnonzero(np.diff(self.candidate[used], prepend=-1))
        if len(starts):
            missed = np.add.reduceat(self.missed[self.state[used]], starts, axis=0)
            chance[mixed] *= np.exp(missed) @ node_grid()[1]
        return np.asarray(chance)
