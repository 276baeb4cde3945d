"""Becoming lost on the way: how likely it is that somebody who was alive at their last sign has gone since.

Being lost from the start explains silence from the start. People also find a job in the third week: they looked at the
post, then nothing. From the last sign of life on they go with a constant hazard a day; if they went at time s, the calls
before s were bad luck, those after it were hopeless, and the silence after it was to be expected. The hazard is the policy's: a
log of calls hardly tells people who went from people who tire of being rung.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from ringback.analysis.likelihood import call_logs, node_grid, sum_by_candidate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.episodes import Told
    from ringback.analysis.likelihood import Layout
    from ringback.analysis.shrinkage import Floats

STEPS: Final = 3
"""The quiet days are cut into three; more change no chance by half a point."""


def lapse_odds(theta: Floats, told: Told, layout: Layout, *, hazard: float) -> tuple[Floats, Floats]:
    """Return (N,) the chance that a person seen alive is still there, and that of having gone since; 1 and 0 for others.

    The unit of both is the chance of these calls and this behaviour for somebody who stayed; so the second grows with what
    their going explains.
    """
    since = told.watched.sign_age
    quiet = told.episodes.counts.any(axis=1) & (told.watched.last_age > since)
    still, gone = np.ones(len(quiet)), np.zeros(len(quiet))
    still[quiet], gone[quiet] = _odds_of_quiet(theta, told, layout, quiet, since[quiet], hazard=hazard)
    return still, gone


def _odds_of_quiet(
    theta: Floats, told: Told, layout: Layout, quiet: NDArray[np.bool_], since: Floats, *, hazard: float
) -> tuple[Floats, Floats]:
    """Return the odds of those who have been ``quiet``; ``since`` is their age from which on they may have gone."""
    episodes, last = told.episodes.take(quiet), told.watched.last_age[quiet]
    call_age = told.call_age[quiet[told.episodes.candidate]]
    evenness = np.exp(theta[layout.evenness])
    ages = np.arange(len(told.activity))
    curve = told.activity @ ((1 - np.exp(theta[layout.lost])) * np.exp(theta[layout.active]))
    whole = evenness + episodes.counts.sum(axis=1)
    total = evenness + episodes.expected @ np.exp(theta[layout.active])
    p, log_reach = call_logs(episodes, theta[layout.rest])
    weights = node_grid()[1]
    missed, stayed = np.log1p(-p), np.exp(log_reach) @ weights
    fading, days, gone = np.interp(last, ages, curve), last - since, np.zeros(len(since))
    for step in range(STEPS):
        at = since + days * (step + 0.5) / STEPS
        before = call_age <= at[episodes.candidate]
        calls = np.exp(sum_by_candidate(missed * before[:, None], episodes)) @ weights / stayed
        silence = fading - np.interp(at, ages, curve)
        share = np.exp(-hazard * days * step / STEPS) - np.exp(-hazard * days * (step + 1) / STEPS)
        gone += share * calls * (total / np.maximum(total - silence, evenness)) ** whole
    return np.exp(-hazard * days), gone
