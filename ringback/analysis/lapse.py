"""Becoming lost on the way: how likely it is that somebody who was alive at their last sign has gone since.

Being lost from the start explains silence from the start. People also find a job in the third week: they looked at the
post, then nothing. From the beginning of the watch on they go with a constant hazard a day, after the last sign of life; if they
went at time s, the calls before s were bad luck, those after it were hopeless, and the silence after it was to be expected. The
hazard is learned with the rest: where people go, fewer of those who did much at first go on doing so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from ringback.analysis.likelihood import node_grid
from ringback.analysis.quiet import Quiet

if TYPE_CHECKING:
    from ringback.analysis.behaviour import Watched
    from ringback.analysis.episodes import Told
    from ringback.analysis.likelihood import Layout
    from ringback.analysis.shrinkage import Floats, Ints

STEPS: Final = 3
"""The quiet days are cut into three; more change no chance by half a point."""


def moments(watched: Watched) -> Floats:
    """Return (K, N) ages in days: the middles of the time before the last sign and of each part of the quiet time since."""
    part = (np.arange(STEPS)[:, None] + 0.5) / STEPS
    quiet = watched.sign_age + (watched.last_age - watched.sign_age) * part
    return np.concatenate([(watched.first_age + watched.sign_age)[None] / 2, quiet])


def quiet_time(watched: Watched, activity: Floats, *, candidate: Ints, call_age: Floats) -> Quiet:
    """Return the quiet time of everybody, as the fit takes it; ``candidate`` and ``call_age`` are those of each call."""
    at, ages = moments(watched), np.arange(len(activity))
    after = [np.interp(watched.last_age, ages, curve) - np.interp(at, ages, curve) for curve in activity.T]
    return Quiet(
        lived=watched.sign_age - watched.first_age,
        days=watched.last_age - watched.sign_age,
        after=np.maximum(np.stack(after, axis=2), 0.0),
        late=watched.late,
        before=call_age <= at[:, candidate],
    )


def lapse_odds(
    theta: Floats, told: Told, layout: Layout, chances: tuple[Floats, Floats]
) -> tuple[Floats, Floats, Floats]:
    """Return (N,) the chance of having stayed, that of having gone since the watch began, and the same of who has a wrong number.

    The unit is the chance of these calls and this behaviour for somebody who stayed; so the last two grow with what their going
    explains, calls and silence or the silence alone. ``chances`` are p of each call (calls, nodes) and the chance of all calls of
    each (N,).
    """
    episodes, watched = told.episodes, told.watched
    hazard, evenness = float(np.exp(theta[layout.hazard])), np.exp(theta[layout.evenness])
    ages = np.arange(len(told.activity))
    curve = told.activity @ ((1 - np.exp(theta[layout.lost])) * np.exp(theta[layout.active]))
    whole = evenness + episodes.counts.sum(axis=1)
    total = evenness + episodes.expected @ np.exp(theta[layout.active])
    n_calls = np.bincount(episodes.candidate, minlength=len(whole))
    fading, gone, silent = np.interp(watched.last_age, ages, curve), np.zeros(len(whole)), np.zeros(len(whole))
    lived, days = watched.sign_age - watched.first_age, watched.last_age - watched.sign_age
    there = np.ones(len(whole))
    for step, at in enumerate(moments(watched)):
        explains = whole * np.log(total / np.maximum(total - (fading - np.interp(at, ages, curve)), evenness))
        if step == 0:
            explains += watched.late @ theta[layout.lost]
        still = np.exp(-hazard * (lived + days * step / STEPS))
        odds = (there - still) * np.exp(explains)
        gone += odds * _before(at, told, n_calls, *chances)
        silent += odds
        there = still
    return there, gone, silent


def _before(age: Floats, told: Told, n_calls: Ints, p: Floats, every: Floats) -> Floats:
    """Return (N,) the chance of the calls before ``age`` against that of all; only who was rung before and after is summed."""
    candidate = told.episodes.candidate
    earlier = told.call_age <= age[candidate]
    n_earlier = np.bincount(candidate[earlier], minlength=len(n_calls))
    chance = np.where(n_earlier == n_calls, every, 1.0)
    mixed = (n_earlier > 0) & (n_earlier < n_calls)
    used = np.flatnonzero(earlier & mixed[candidate])
    starts = np.flatnonzero(np.diff(candidate[used], prepend=-1))
    if len(starts):
        chance[mixed] = np.exp(np.add.reduceat(np.log1p(-p[used]), starts, axis=0)) @ node_grid()[1]
    return np.asarray(chance / every)
