"""The three-state likelihood of a first episode of calls: wrong number, lost, or reachable and unlucky.

A candidate's number is wrong with probability w and the person lost with probability l, both by source. A reachable person
answers each call with p at that hour, where people differ (logit-normal with sd exp(spread)); one call to a wrong number
shows that it is wrong with probability q. Behaviour (views, replies) is Poisson, with other means for the lost, and people differ
in how active they are at all. With R the
chance of the calls for a reachable person and A, B the chance of the behaviour for a live and a lost one:

    answered           (1 - w)(1 - l) A R
    shown to be wrong  w q (1 - q)^(m - 1) [l B + (1 - l) A]
    silent             w (1 - q)^m [l B + (1 - l) A] + (1 - w)[l B + (1 - l) A R]

Live people go with a constant hazard a day, so that A and R are sums: over those who stayed, and over the moments since the last
sign of life at which somebody may have gone (``lapse.py``).

Behaviour is modelled, not conditioned on: a person who answers at once is watched for a shorter time than a silent one, and
as covariates those times would give the answer away.

Gradients are exact, so the fit of some thirty parameters takes seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from ringback.analysis.behaviour import BehaviourChance, log_chance, signs_by_kind
from ringback.analysis.quiet import Quiet, lapse_chance, quiet_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.shrinkage import Floats, Ints

NODES: Final = 7
TINY: Final = 1e-12
FAR_APART: Final = -2.0
"""Log activity of the lost below its prior, at the second start of a fit."""
SILENT, ANSWERED, WRONG = 0, 1, 2
"""How a first episode stands."""


@dataclass(frozen=True, slots=True)
class Episodes:
    """First episodes of candidates (N) and their calls.

    By candidate: ``end`` (SILENT, ANSWERED, WRONG), ``source`` code, ``n_calls``, ``counts`` (N, F) of behaviour and what is
    ``expected`` (N, F) of an average candidate. By call, ordered by candidate: ``candidate`` place (0..N-1), logit ``eta``,
    ``number`` of calls before, ``is_answered``. A candidate without a call has no row there.
    """

    end: Ints
    source: Ints
    n_calls: Ints
    counts: Ints
    expected: Floats
    candidate: Ints
    eta: Floats
    number: Ints
    is_answered: Ints
    quiet: Quiet | None = None

    @property
    def has_answered(self) -> NDArray[np.bool_]:
        """Tell who has answered (N,)."""
        return np.asarray(self.end == ANSWERED)

    def take(self, kept: NDArray[np.bool_]) -> Episodes:
        """Return the candidates that are kept, with their calls."""
        calls = kept[self.candidate]
        by_call = {name: getattr(self, name)[calls] for name in ("eta", "number", "is_answered")}
        people = {name: getattr(self, name)[kept] for name in ("end", "source", "n_calls", "counts", "expected")}
        quiet = None if self.quiet is None else self.quiet.take(kept, calls)
        return Episodes(candidate=(np.cumsum(kept) - 1)[self.candidate[calls]], quiet=quiet, **people, **by_call)

    def every(self, step: int) -> Episodes:
        """Return each ``step``-th candidate with their calls."""
        return self.take(np.arange(len(self.end)) % step == 0)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each parameter stands in the vector."""

    n_features: int
    n_sources: int

    @property
    def size(self) -> int:
        """Number of parameters."""
        return 1 + 2 * self.n_features + 2 * self.n_sources + 6

    @property
    def active(self) -> slice:
        """Log activity of live people against everybody, one a feature; place 0 is the logit of being lost."""
        return slice(1, 1 + self.n_features)

    @property
    def lost(self) -> slice:
        """Log activity of lost people against live ones, one a feature: what one such sign adds to the logit of lost."""
        return slice(1 + self.n_features, 1 + 2 * self.n_features)

    @property
    def lost_source(self) -> slice:
        """Deviation of each source, logit of being lost."""
        return slice(1 + 2 * self.n_features, 1 + 2 * self.n_features + self.n_sources)

    @property
    def wrong(self) -> slice:
        """Logit of a wrong number by source."""
        return slice(1 + 2 * self.n_features + self.n_sources, 1 + 2 * self.n_features + 2 * self.n_sources)

    @property
    def evenness(self) -> int:
        """Log of how alike people are in their activity; the larger, the more alike."""
        return self.size - 6

    @property
    def rest(self) -> slice:
        """Logit of detection, shift of all answers, fatigue a call, log sd between people."""
        return slice(self.size - 5, self.size - 1)

    @property
    def hazard(self) -> int:
        """Log of the chance a day that a live person goes."""
        return self.size - 1


def node_grid() -> tuple[Floats, Floats]:
    """Return points and weights (sum 1) that stand for a standard normal."""
    points, weights = np.polynomial.hermite_e.hermegauss(NODES)
    return points, weights / weights.sum()


def call_logs(episodes: Episodes, rest: Floats) -> tuple[Floats, Floats]:
    """Return p (calls, nodes) of each call and the log chance (N, nodes) of each candidate's calls, were they reachable."""
    _, shift, fatigue, spread = rest
    points, _ = node_grid()
    eta = (episodes.eta + shift - fatigue * episodes.number)[:, None] + np.exp(spread) * points[None, :]
    p = expit(eta)
    log_call = -np.logaddexp(0, np.where(episodes.is_answered[:, None] > 0, -eta, eta))
    return p, sum_by_candidate(log_call, episodes)


def sum_by_candidate(values: Floats, episodes: Episodes) -> Floats:
    """Add rows of calls up to rows of candidates; candidates without a call get 0."""
    total = np.zeros((len(episodes.end), values.shape[1]))
    if len(values):
        starts = np.flatnonzero(np.diff(episodes.candidate, prepend=-1))
        total[episodes.candidate[starts]] = np.add.reduceat(values, starts, axis=0)
    return total


def state_shares(theta: Floats, episodes: Episodes, layout: Layout) -> tuple[Floats, Floats]:
    """Return the chances of a wrong number and of being lost before behaviour and calls are seen: w and l, both (N,)."""
    return (
        expit(theta[layout.wrong][episodes.source]),
        expit(theta[0] + theta[layout.lost_source][episodes.source]),
    )


def behaviour_logs(theta: Floats, episodes: Episodes, layout: Layout) -> tuple[BehaviourChance, BehaviourChance]:
    """Return the log-chances of the behaviour for live and for lost people, with their slopes."""
    live, lost, evenness = _activity(theta, episodes, layout)
    return log_chance(episodes.counts, live, evenness=evenness), log_chance(episodes.counts, lost, evenness=evenness)


def behaviour_signs(theta: Floats, episodes: Episodes, layout: Layout) -> Floats:
    """Return (N, F) what each kind of behaviour adds to the logit of being lost."""
    live, lost, evenness = _activity(theta, episodes, layout)
    return signs_by_kind(episodes.counts, live, lost, evenness=evenness)


def _activity(theta: Floats, episodes: Episodes, layout: Layout) -> tuple[Floats, Floats, float]:
    live = episodes.expected * np.exp(theta[layout.active])
    return live, live * np.exp(theta[layout.lost]), float(np.exp(theta[layout.evenness]))


def fit(
    episodes: Episodes, layout: Layout, *, prior_mean: Floats, prior_sd: Floats, start: Floats | None = None
) -> Floats:
    """Return the parameters of highest posterior density (L-BFGS from ``start``; without one from each of :func:`_starts`)."""

    def loss(theta: Floats) -> tuple[float, Floats]:
        value, slope = log_likelihood(theta, episodes, layout)
        away = (theta - prior_mean) / prior_sd
        return -(value - 0.5 * float(away @ away)), -(slope - away / prior_sd)

    starts = _starts(prior_mean, layout) if start is None else [start]
    found = [minimize(loss, each, (), "L-BFGS-B", jac=True, options={"maxiter": 200, "ftol": 1e-7}) for each in starts]
    return np.asarray(min(found, key=lambda one: one.fun).x)


def _starts(prior_mean: Floats, layout: Layout) -> list[Floats]:
    """Return the prior means, and the same with lost people who do next to nothing.

    Two hills may lie there: silent people are all lost, or live people merely differ in how active they are. From the prior alone
    the climb may end on the lower one.
    """
    apart = prior_mean.copy()
    apart[layout.lost] += FAR_APART
    return [prior_mean, apart]


def state_posterior(
    wrong: Floats,
    lost: Floats,
    reach: Floats,
    went: tuple[Floats, Floats, Floats],
    episodes: Episodes,
    *,
    detection: float,
) -> Floats:
    """Return (N, 3) P(wrong), P(lost), P(reachable), given that all calls of the present episode were missed.

    ``reach`` is the chance of that for one who stayed, ``went`` what ``lapse_odds`` gives.
    """
    right, live = 1 - wrong, 1 - lost
    still, gone, silent = went
    missed = np.column_stack(
        [
            wrong * (1 - detection) ** episodes.n_calls * (lost + live * (still + silent)),
            right * (lost + live * reach * gone),
            right * live * reach * still,
        ]
    )
    shown = np.column_stack([np.ones_like(wrong), np.zeros_like(wrong), np.zeros_like(wrong)])
    states = np.where((episodes.end == WRONG)[:, None], shown, missed)
    return np.asarray(states / states.sum(axis=1, keepdims=True))


def log_likelihood(theta: Floats, episodes: Episodes, layout: Layout) -> tuple[float, Floats]:
    """Return the log-likelihood and its gradient."""
    points, weights = node_grid()
    w, lost = state_shares(theta, episodes, layout)
    alive, gone = behaviour_logs(theta, episodes, layout)
    ratio = np.exp(np.clip(gone.log - alive.log, -30, 30))
    q = expit(theta[layout.rest][0])
    p, log_reach = call_logs(episodes, theta[layout.rest])
    went, missed = lapse_chance(theta, episodes, layout), np.log1p(-p)
    earlier = [np.exp(sum_by_candidate(missed * before[:, None], episodes)) for before in quiet_of(episodes).before]
    m, fewer = episodes.n_calls, np.maximum(episodes.n_calls - 1, 0)
    is_answered, is_wrong = episodes.has_answered, episodes.end == WRONG
    # the chance is x_live * (1 - lost) + x_lost * lost; who is live stayed (the first row) or went at one of the moments
    by_node = np.stack([np.exp(log_reach), *earlier]) * weights
    wrong = w * np.where(is_answered, 0.0, np.where(is_wrong, q * (1 - q) ** fewer, (1 - q) ** m))
    right = np.where(is_wrong, 0.0, 1 - w)
    as_lost = lost * ratio * (wrong + np.where(is_answered, 0.0, right))
    as_live = (1 - lost) * went.odds * (wrong + right * by_node.sum(axis=2))
    chance = np.maximum(as_lost + as_live.sum(axis=0), TINY)
    share_lost, share_live = as_lost / chance, as_live / chance
    share_wrong = wrong * (lost * ratio + (1 - lost) * went.odds.sum(axis=0)) / chance
    d_node = (right * (1 - lost) / chance * went.odds)[:, :, None] * by_node
    pull = (episodes.is_answered[:, None] - p) * _reached(d_node, episodes)
    logit_lost, logit_wrong = share_lost - lost, share_wrong - w
    detect = share_wrong * np.where(is_wrong, 1 - q - fewer * q, -m * q)
    live = share_live.sum(axis=0)
    slope = np.zeros(layout.size)
    slope[0] = logit_lost.sum()
    slope[layout.active] = live @ alive.by_mean + share_lost @ gone.by_mean
    slope[layout.lost] = share_lost @ gone.by_mean
    slope[layout.evenness] = live @ alive.by_evenness + share_lost @ gone.by_evenness
    slope[layout.lost_source] = np.bincount(episodes.source, logit_lost, layout.n_sources)
    slope[layout.wrong] = np.bincount(episodes.source, logit_wrong, layout.n_sources)
    slope[layout.rest] = [
        detect.sum(),
        pull.sum(),
        -(episodes.number[:, None] * pull).sum(),
        np.exp(theta[layout.rest][3]) * (pull * points).sum(),
    ]
    went.add_slopes(share_live, slope, layout)
    return float(np.log(chance).sum() + alive.log.sum()), slope


def _reached(by_node: Floats, episodes: Episodes) -> Floats:
    """Return (calls, nodes) how likely each call was made to one who was there, by (1 + K, N, nodes) the ways of being live."""
    stayed, *gone = by_node
    reached = stayed[episodes.candidate]
    for before, part in zip(quiet_of(episodes).before, gone, strict=True):
        reached += before[:, None] * part[episodes.candidate]
    return np.asarray(reached)
