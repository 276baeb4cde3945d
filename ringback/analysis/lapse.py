"""Becoming lost on the way: how likely it is that somebody who was alive at their last sign has gone since.

Being lost from the start explains silence from the start. People also find a job in the third week: they looked at the
post, then nothing. From the day they came in they go with a constant hazard a day; if they went at time s, the calls before s
were bad luck, those after it were hopeless, and the silence after it was to be expected. The hazard is learned with the rest:
where people go, fewer of those who did much at first go on doing so, and more of the old are lost than of the new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from ringback.analysis.behaviour import Ages
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


def stretches(watched: Watched) -> Iterator[tuple[Floats, Floats]]:
    """Yield K times (N,) the middle of a stretch of life in which somebody may have gone, an age, and its end; in days.

    Each part of the time before the watch, of that from its beginning to the last sign, and of the quiet time since. The end is
    counted from the day on which people begin to go.
    """
    first, sign, last = watched.first_age, watched.sign_age, watched.last_age
    start = np.maximum(first - DAYS_BEFORE, 0.0)
    begin = start
    for left, right, parts in (
        (start, first, _parts(BEFORE)),
        (first, sign, _parts(WATCHED)),
        (sign, last, _parts(SINCE) ** 2),  # calls are made early, and who is active is soon missed
    ):
        for part in parts:
            end = left + (right - left) * part
            yield (begin + end) / 2, end - start
            begin = end


def _parts(n: int) -> Floats:
    """Return where each of ``n`` equal parts ends."""
    return np.arange(1, n + 1) / n


def quiet_time(watched: Watched, activity: Floats, *, candidate: Ints, call_age: Floats) -> Quiet:
    """Return the quiet time of everybody, as the fit takes it; ``candidate`` and ``call_age`` are those of each call."""
    at, ends = (np.stack(ages) for ages in zip(*stretches(watched), strict=True))
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
    episodes, watched = told.episodes, told.watched
    hazard, evenness = float(np.exp(theta[layout.hazard])), np.exp(theta[layout.evenness])
    ways = layout.ways_of_the_lost(theta)
    curves = [told.activity @ ((1 - np.exp(kept)) * np.exp(theta[layout.active])) for _, kept in ways]
    whole = evenness + episodes.counts.sum(axis=1)
    total = evenness + episodes.expected @ np.exp(theta[layout.active])
    n_calls = np.bincount(episodes.candidate, minlength=len(whole))
    last = Ages.of(watched.last_age, len(told.activity))
    fading = [last.along(curve) for curve in curves]
    gone, silent, there = np.zeros(len(whole)), np.zeros(len(whole)), np.ones(len(whole))
    by_sign = np.stack([kept for _, kept in ways], axis=1)
    done = [episodes.counts @ by_sign] * BEFORE + list(watched.late @ by_sign)
    for step, (at, end) in enumerate(stretches(watched)):
        ages, odds = Ages.of(np.maximum(at, watched.first_age), len(told.activity)), np.zeros(len(whole))
        for way, (share, _) in enumerate(ways):
            missing = fading[way] - ages.along(curves[way])
            explains = whole * np.log(total / np.maximum(total - missing, evenness))
            if step < len(done):
                explains += done[step][:, way]
            odds += share * np.exp(explains)
        still = np.exp(-hazard * end)
        odds *= there - still
        gone += odds * _before(at, told, n_calls, chances)
        silent += odds
        there = still
    return there, gone, silent


def _before(age: Floats, told: Told, n_calls: Ints, chances: CallChances) -> Floats:
    """Return (N,) the chance of the calls before ``age`` against that of all; only who was rung before and after is summed."""
    candidate = told.episodes.candidate
    earlier = told.call_age <= age[candidate]
    n_earlier = np.bincount(candidate[earlier], minlength=len(n_calls))
    chance = np.where(n_earlier == n_calls, 1.0, 1 / chances.reach)
    mixed = (n_earlier > 0) & (n_earlier < n_calls)
    used = np.flatnonzero(earlier & mixed[candidate])
    starts = np.flatnonzero(np.diff(candidate[used], prepend=-1))
    if len(starts):
        missed = np.add.reduceat(chances.missed[chances.of_call[used]], starts, axis=0)
        chance[mixed] *= np.exp(missed) @ node_grid()[1]
    return np.asarray(chance)
