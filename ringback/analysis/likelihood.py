"""The three-state likelihood of a first episode of calls: wrong number, lost, or reachable and unlucky.

A candidate's number is wrong with probability w and the person lost with probability l, both by source. A reachable person
answers each call with p at that hour, where people differ (logit-normal with sd exp(spread)); one call to a wrong number
shows that it is wrong with probability q. Behaviour (views, replies) is Poisson, with other means for the lost, and people differ
in how active they are at all; most of the lost fall silent, some look around still. With R the
chance of the calls for a reachable person and A, B the chance of the behaviour for a live and a lost one:

    answered           (1 - w)(1 - l) A R
    shown to be wrong  w q (1 - q)^(m - 1) [l B + (1 - l) A]
    silent             w (1 - q)^m [l B + (1 - l) A] + (1 - w)[l B + (1 - l) A R]

Live people go with a constant hazard a day, so that A and R are sums: over those who stayed, and over the moments since the last
sign of life at which somebody may have gone (``lapse.py``).

Behaviour is modelled, not conditioned on: a person who answers at once is watched for a shorter time than a silent one, and
as covariates those times would give the answer away.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from scipy.special import expit

from ringback.analysis.behaviour import signs_by_kind
from ringback.analysis.earlier import CallStates
from ringback.analysis.frames import blocks
from ringback.analysis.quiet import Quiet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.shrinkage import Floats, Ints

NODES: Final = 7
TINY: Final = 1e-12
LOOKS: Final = 0.5
"""Who is lost and looks around all the same does so much of what live people do. How many they are is learned; how much they do
cannot be told beside it."""
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


class Way(NamedTuple):
    """One way in which lost people behave: the ``share`` of them, and the log (F,) of what they do against live people."""

    share: float
    kept: Floats


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each parameter stands in the vector."""

    n_features: int
    n_sources: int

    @property
    def size(self) -> int:
        """Number of parameters."""
        return 1 + 2 * self.n_features + 2 * self.n_sources + 7

    @property
    def active(self) -> slice:
        """Log activity of live people against everybody, one a feature; place 0 is the logit of being lost."""
        return slice(1, 1 + self.n_features)

    @property
    def lost(self) -> slice:
        """Log activity of those lost people who fall silent against live ones, one a feature."""
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
        return self.size - 7

    @property
    def rest(self) -> slice:
        """Logit of detection, shift of all answers, fatigue a call, log sd between people."""
        return slice(self.size - 6, self.size - 2)

    @property
    def hazard(self) -> int:
        """Log of the chance a day that a live person goes."""
        return self.size - 2

    @property
    def looking(self) -> int:
        """Logit of the share of lost people who look around still."""
        return self.size - 1

    def ways_of_the_lost(self, theta: Floats) -> tuple[Way, Way]:
        """Return how the lost behave: most fall silent, the others look around still."""
        looking = float(expit(theta[self.looking]))
        return Way(1 - looking, theta[self.lost]), Way(looking, np.full(self.n_features, np.log(LOOKS)))


@cache
def node_grid() -> tuple[Floats, Floats]:
    """Return points and weights (sum 1) that stand for a standard normal."""
    points, weights = np.polynomial.hermite_e.hermegauss(NODES)
    return points, weights / weights.sum()


def chances_of_calls(calls: CallStates, rest: Floats) -> tuple[Floats, Floats]:
    """Return (states, nodes) p of each call, and the log chance of how it went, were the candidate reachable."""
    _, shift, fatigue, spread = rest
    points, _ = node_grid()
    eta = (calls.eta + shift - fatigue * calls.number)[:, None] + np.exp(spread) * points[None, :]
    return expit(eta), -np.logaddexp(0, np.where(calls.is_answered[:, None] > 0, -eta, eta))


@dataclass(frozen=True, slots=True)
class CallChances:
    """How likely calls are for who can be reached: ``missed`` (states, nodes) is the log chance of a miss by state of a call.

    Of everybody's calls, ``alike`` (N,) says which of the different rows of calls they had; ``every`` (rows, nodes) is the chance
    of each, weighed by its node, and ``reach`` (N,) that of all nodes.
    """

    of_call: Ints
    missed: Floats
    alike: Ints
    every: Floats
    reach: Floats


def call_chances(episodes: Episodes, rest: Floats) -> CallChances:
    """Return the chances of everybody's calls, were they reachable; who had the same calls shares them."""
    calls, (_, weights) = CallStates.of(episodes), node_grid()
    p, log_call = chances_of_calls(calls, rest)
    whole = np.bincount(episodes.candidate, minlength=len(episodes.end))
    rows = calls.rows(np.cumsum(whole) - whole, whole)
    every = np.exp(rows.sums @ log_call) * weights
    return CallChances(calls.of_call, np.log1p(-p), rows.which, every, every.sum(axis=1)[rows.which])


def state_shares(theta: Floats, episodes: Episodes, layout: Layout) -> tuple[Floats, Floats]:
    """Return the chances of a wrong number and of being lost before behaviour and calls are seen: w and l, both (N,)."""
    return (
        expit(theta[layout.wrong][episodes.source]),
        expit(theta[0] + theta[layout.lost_source][episodes.source]),
    )


def behaviour_signs(theta: Floats, episodes: Episodes, layout: Layout) -> Floats:
    """Return (N, F) what each kind of behaviour adds to the logit of being lost.

    Each kind counts by both ways of the lost, weighed so that the rows sum to the log of the mean chance of the two.
    """
    active, evenness = np.exp(theta[layout.active]), float(np.exp(theta[layout.evenness]))
    ways, added = layout.ways_of_the_lost(theta), np.empty_like(episodes.expected)
    for some in blocks(len(added)):
        added[some] = _signs_of(episodes.counts[some], episodes.expected[some] * active, ways, evenness)
    return added


def _signs_of(counts: Ints, live: Floats, ways: tuple[Way, Way], evenness: float) -> Floats:
    silent, looking = (signs_by_kind(counts, live, way.kept, evenness=evenness) for way in ways)
    silent -= looking
    gap, even = silent.sum(axis=1), np.log(ways[0].share / ways[1].share)
    weight = (np.logaddexp(0, even + gap) - np.logaddexp(0, even)) / np.where(np.abs(gap) < TINY, np.inf, gap)
    silent *= weight[:, None]
    looking += silent
    return np.asarray(looking)


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
