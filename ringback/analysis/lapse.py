"""Becoming lost on the way: how likely it is that somebody who was alive at their last sign has gone since.

Being lost from the start explains silence from the start. People also find a job in the third week: they looked at the
post, then nothing. From a week after the last sign of life on they go with a constant hazard a day; if they went at time s, the
calls before s were bad luck, those after it were hopeless, and the silence after it was to be expected. The hazard is the
policy's: a log of calls hardly tells people who went from people who tire of being rung.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from ringback.analysis.likelihood import call_logs, node_grid, sum_by_candidate

if TYPE_CHECKING:
    from ringback.analysis.episodes import Told
    from ringback.analysis.likelihood import Layout
    from ringback.analysis.shrinkage import Floats

FRESH_DAYS: Final = 7
"""Who goes sooner after a sign is silent nearly from the start, and is in the learned share of those who were lost at first."""
STEPS: Final = 3
"""The quiet days are cut into three; more change no chance by half a point."""


def lapse_odds(theta: Floats, told: Told, layout: Layout, *, hazard: float) -> tuple[Floats, Floats]:
    """Return (N,) the chance that a person seen alive is still there, and that of having gone since; 1 and 0 for others.

    The unit of both is the chance of these calls and this behaviour for somebody who stayed; so the second grows with what
    their going explains.
    """
    episodes, watched = told.episodes, told.watched
    live = episodes.expected * np.exp(theta[layout.active])
    evenness = np.exp(theta[layout.evenness])
    ages = np.arange(len(told.activity))
    curve = told.activity @ ((1 - np.exp(theta[layout.lost])) * np.exp(theta[layout.active]))
    fading = np.interp(watched.last_age, ages, curve)
    whole, total = evenness + episodes.counts.sum(axis=1), evenness + live.sum(axis=1)
    p, log_reach = call_logs(episodes, theta[layout.rest])
    weights = node_grid()[1]
    missed, stayed = np.log1p(-p), np.exp(log_reach) @ weights
    since = watched.sign_age + FRESH_DAYS
    days = np.where(episodes.counts.any(axis=1), np.maximum(watched.last_age - since, 0), 0)
    gone = np.zeros(len(days))
    for step in range(STEPS):
        at = since + days * (step + 0.5) / STEPS
        before = told.call_age <= at[episodes.candidate]
        calls = np.exp(sum_by_candidate(missed * before[:, None], episodes)) @ weights / stayed
        silence = fading - np.interp(at, ages, curve)
        share = np.exp(-hazard * days * step / STEPS) - np.exp(-hazard * days * (step + 1) / STEPS)
        gone += share * calls * (total / np.maximum(total - silence, evenness)) ** whole
    return np.exp(-hazard * days), gone
