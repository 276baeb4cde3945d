"""Becoming lost on the way: how likely it is that somebody who was alive at their last sign has gone since.

Being lost from the start explains silence from the start. People also find a job in the third week: they looked at the
post, then nothing. From the beginning of the watch on they go with a constant hazard a day, after the last sign of life; if they
went at time s, the calls before s were bad luck, those after it were hopeless, and the silence after it was to be expected. The
hazard is learned with the rest: where people go, fewer of those who did much at first go on doing so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from ringback.analysis.likelihood import Quiet, call_logs, gone_shares, node_grid, sum_by_candidate

if TYPE_CHECKING:
    from ringback.analysis.behaviour import Watched
    from ringback.analysis.episodes import Told
    from ringback.analysis.likelihood import Layout
    from ringback.analysis.shrinkage import Floats, Ints

STEPS: Final = 3
"""The quiet days are cut into three; more change no chance by half a point."""


def moments(watched: Watched) -> Floats:
    """Return (K, N) the ages in days that stand for the time before the last sign and each part of the quiet time: their middles."""
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


def lapse_odds(theta: Floats, told: Told, layout: Layout) -> tuple[Floats, Floats, Floats]:
    """Return (N,) the chance of having stayed, that of having gone since the last sign, and the same of who has a wrong number.

    The unit is the chance of these calls and this behaviour for somebody who stayed; so the last two grow with what their going
    explains, calls and silence or the silence alone.
    """
    episodes, watched = told.episodes, told.watched
    hazard = float(np.exp(theta[layout.hazard]))
    evenness = np.exp(theta[layout.evenness])
    ages = np.arange(len(told.activity))
    curve = told.activity @ ((1 - np.exp(theta[layout.lost])) * np.exp(theta[layout.active]))
    whole = evenness + episodes.counts.sum(axis=1)
    total = evenness + episodes.expected @ np.exp(theta[layout.active])
    p, log_reach = call_logs(episodes, theta[layout.rest])
    weights = node_grid()[1]
    missed, stayed = np.log1p(-p), np.exp(log_reach) @ weights
    share, _ = gone_shares(watched.sign_age - watched.first_age, watched.last_age - watched.sign_age, hazard, STEPS)
    fading, gone, silent = np.interp(watched.last_age, ages, curve), np.zeros(len(whole)), np.zeros(len(whole))
    for step, at in enumerate(moments(watched)):
        before = told.call_age <= at[episodes.candidate]
        calls = np.exp(sum_by_candidate(missed * before[:, None], episodes)) @ weights / stayed
        left = np.maximum(total - (fading - np.interp(at, ages, curve)), evenness)
        odds = share[1 + step] * (total / left) ** whole
        if step == 0:
            odds *= np.exp(watched.late @ theta[layout.lost])
        gone += odds * calls
        silent += odds
    return share[0], gone, silent
