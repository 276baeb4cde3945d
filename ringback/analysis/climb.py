"""The fit of the three states: the climb to the parameters of highest posterior density, and the slope of the likelihood there.

A fit asks for the likelihood a hundred times over of the same episodes. What of them does not depend on the parameters is made
ready once, and sums over people are products with a matrix. Gradients are exact, so the fit of some thirty parameters takes
seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from ringback.analysis.activity import Activity
from ringback.analysis.earlier import Earlier
from ringback.analysis.likelihood import TINY, WRONG, chances_of_calls, node_grid
from ringback.analysis.quiet import lapse_chance

if TYPE_CHECKING:
    from ringback.analysis.likelihood import Episodes, Layout
    from ringback.analysis.shrinkage import Floats, Ints

SILENT_AT_MOST: Final = float(np.log(0.25))
"""Log of what lost people who fall silent do against live ones, at most. Without that limit the two ways of the lost may change
places, or one of them stand for live people who do much more than others."""
FAR_APART: Final = -2.0
"""Log activity of the lost below its prior, at the second start of a fit."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Episodes to fit to, with what the parameters do not change: their behaviour, and which calls came before each moment."""

    episodes: Episodes
    activity: Activity
    earlier: Earlier

    @classmethod
    def of(cls, episodes: Episodes) -> Ready:
        """Make episodes ready that know their quiet time, as those of a fit do."""
        return cls(episodes, Activity.of(episodes), Earlier.of(episodes))


def fit(
    episodes: Episodes, layout: Layout, *, prior_mean: Floats, prior_sd: Floats, start: Floats | None = None
) -> Floats:
    """Return the parameters of highest posterior density (L-BFGS from ``start``; without one from each of :func:`_starts`)."""
    ready = Ready.of(episodes)

    def loss(theta: Floats) -> tuple[float, Floats]:
        value, slope = log_likelihood(theta, ready, layout)
        away = (theta - prior_mean) / prior_sd
        return -(value - 0.5 * float(away @ away)), -(slope - away / prior_sd)

    starts = _starts(prior_mean, layout) if start is None else [start]
    most = np.full(layout.size, np.inf)
    most[layout.lost] = SILENT_AT_MOST
    limits, options = [(None, each) for each in most], {"maxiter": 200, "ftol": 1e-7}
    found = [
        minimize(loss, np.minimum(each, most), (), "L-BFGS-B", jac=True, bounds=limits, options=options)
        for each in starts
    ]
    return np.asarray(min(found, key=lambda one: one.fun).x)


def _starts(prior_mean: Floats, layout: Layout) -> list[Floats]:
    """Return the prior means, and the same with lost people who do next to nothing.

    Two hills may lie there: silent people are all lost, or live people merely differ in how active they are. From the prior alone
    the climb may end on the lower one.
    """
    apart = prior_mean.copy()
    apart[layout.lost] += FAR_APART
    return [prior_mean, apart]


def log_likelihood(theta: Floats, ready: Ready, layout: Layout) -> tuple[float, Floats]:
    """Return the log-likelihood and its gradient."""
    episodes, (_, weights) = ready.episodes, node_grid()
    w = expit(theta[layout.wrong])[episodes.source]
    lost = expit(theta[0] + theta[layout.lost_source])[episodes.source]
    behaviour = ready.activity.chance(theta, layout)
    q = expit(theta[layout.rest][0])
    p, log_call = chances_of_calls(ready.earlier.calls, theta[layout.rest])
    went = lapse_chance(theta, ready.activity, layout)
    nodes = np.exp(ready.earlier.summed(log_call))
    m, fewer = episodes.n_calls, np.maximum(episodes.n_calls - 1, 0)
    is_answered, is_wrong = episodes.has_answered, episodes.end == WRONG
    # the chance is x_live * (1 - lost) + x_lost * lost; who is live stayed (the first row) or went at one of the moments
    tries = np.arange(int(m.max(initial=0)) + 1)
    wrong = w * np.where(is_answered, 0.0, np.where(is_wrong, (q * (1 - q) ** tries)[fewer], ((1 - q) ** tries)[m]))
    right = np.where(is_wrong, 0.0, 1 - w)
    as_lost = lost * behaviour.ratio * (wrong + np.where(is_answered, 0.0, right))
    as_live = (1 - lost) * went.odds * (wrong + right * (nodes @ weights)[ready.earlier.row])
    chance = np.maximum(as_lost + as_live.sum(axis=0), TINY)
    share_lost, share_live = as_lost / chance, as_live / chance
    share_wrong = wrong * (lost * behaviour.ratio + (1 - lost) * went.odds.sum(axis=0)) / chance
    reached = ready.earlier.spread(right * (1 - lost) / chance * went.odds, nodes) * weights
    pull = (ready.earlier.calls.is_answered[:, None] - p) * reached
    detect = share_wrong * np.where(is_wrong, 1 - q - fewer * q, -m * q)
    slope = np.zeros(layout.size)
    slope[0] = share_lost.sum() - lost.sum()
    slope[layout.lost_source] = np.bincount(episodes.source, share_lost - lost, layout.n_sources)
    slope[layout.wrong] = np.bincount(episodes.source, share_wrong - w, layout.n_sources)
    slope[layout.rest] = [detect.sum(), *_slopes_of_calls(pull, ready.earlier.calls.number, theta[layout.rest][3])]
    behaviour.add_slopes(ready.activity, (share_live.sum(axis=0), share_lost), slope, layout)
    went.add_slopes(ready.activity, share_live, slope, layout)
    return float(np.log(chance).sum() + behaviour.log), slope


def _slopes_of_calls(pull: Floats, number: Ints, spread: float) -> tuple[float, float, float]:
    """Return the slopes in the shift of all answers, in fatigue and in the log of how people differ."""
    points, _ = node_grid()
    by_node = pull.sum(axis=0)
    return float(by_node.sum()), -float((number @ pull).sum()), float(np.exp(spread) * (by_node @ points))
