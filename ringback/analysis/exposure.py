"""How much of a first call each later call is worth.

The third call goes to people who missed two: more of them are lost or hard to reach. A late hour that is only tried on them
looks bad without being bad. So every call counts as ``P(answer | own misses) / P(answer at first)`` first calls, from a
mixture of unreachable people (share ``dead_share``) and reachable ones who differ in how readily they answer
(logit-normal, integrated by Gauss-Hermite quadrature). ``dead_share`` is fitted to how answers fall off with the tries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit, logit

from ringback.analysis.shrinkage import RATE_BOUNDS, Floats, Ints

NODES: Final = 5
DEAD_BOUNDS: Final = (0.01, 0.80)
DEAD_PRIOR: Final = (2.8, 7.2)
"""Beta prior of the unreachable share, worth ten people: mean 0.28 as in the timing trials."""
MAX_TRIES: Final = 12
FIT_CALLS: Final = 120_000
"""``dead_share`` is fitted on at most about this many calls; its standard error is then below half a point."""


@dataclass(frozen=True, slots=True)
class CallTable:
    """Counted calls, ordered by candidate and time; all arrays (n,).

    ``row`` in the clean log, ``cell`` and ``candidate`` codes, ``try_number``, ``is_warm`` (the person has answered before),
    ``is_answered`` and the recency ``weight``.
    """

    row: Ints
    candidate: Ints
    cell: Ints
    try_number: Ints
    is_warm: Ints
    is_answered: Ints
    weight: Floats

    def head(self, n_candidates: int) -> CallTable:
        """Return the calls of the candidates with the lowest codes."""
        kept = self.candidate < n_candidates
        return CallTable(**{name: getattr(self, name)[kept] for name in self.__slots__})


def relative_exposure(calls: CallTable, rate: Floats, *, dead_share: float, variance: float) -> Floats:
    """Return (n,) what each call is worth in first calls, given the first-call ``rate`` (C,) of every cell.

    Who has answered counts like anybody at first, misses since then as they do before the first answer. Whether they answer more
    readily than others is fitted apart.
    """
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    weights = weights / weights.sum()
    eta = logit(np.clip(rate / (1 - dead_share), *RATE_BOUNDS)) * np.sqrt(1 + np.pi / 8 * variance)
    chance = expit(eta[:, None] + np.sqrt(variance) * nodes[None, :])
    fresh = (1 - dead_share) * chance @ weights
    warm = calls.is_warm != 0
    episode = _episodes(calls)
    survival = np.ones((int(episode.max(initial=-1)) + 1, NODES))
    lost = np.where(warm, 0.0, dead_share)
    worth = np.ones(len(calls.cell))

    def weigh(rows: Ints) -> None:
        run, cell, gone = episode[rows], calls.cell[rows], lost[rows]
        before, now = survival[run], chance[cell]
        alive = (1 - gone) * ((before * now) @ weights)
        worth[rows] = (
            alive / (gone + (1 - gone) * (before @ weights)) / fresh[cell] * np.where(warm[rows], 1 - dead_share, 1.0)
        )
        survival[run] = before * (1 - now)

    for number in range(1, min(int(calls.try_number.max(initial=0)), MAX_TRIES) + 1):
        weigh(np.flatnonzero(calls.try_number == number))
    weigh(np.flatnonzero(calls.try_number > MAX_TRIES))  # as if each were the next after the misses counted so far
    return worth


def _episodes(calls: CallTable) -> Ints:
    """Return which run of tries each call belongs to: a new candidate begins one, and so does the call after an answer."""
    begins = np.ones(len(calls.cell), dtype=bool)
    begins[1:] = (np.diff(calls.candidate) != 0) | (np.diff(calls.try_number) <= 0)
    return np.cumsum(begins) - 1


def fit_dead_share(calls: CallTable, rate: Floats, *, variance: float) -> float:
    """Return the share of unreachable people that best explains how answers fall off from the second try on."""
    n_candidates = int(calls.candidate.max(initial=-1)) + 1
    if len(calls.cell) > FIT_CALLS:
        calls = calls.head(n_candidates * FIT_CALLS // len(calls.cell))
    later = (calls.try_number > 1) & (calls.is_warm == 0)
    answered = calls.is_answered[later].astype(bool)

    def loss(dead_share: float) -> float:
        worth = relative_exposure(calls, rate, dead_share=dead_share, variance=variance)[later]
        p = np.clip(worth * rate[calls.cell[later]], 1e-6, 1 - 1e-6)
        a, b = DEAD_PRIOR
        prior = (a - 1) * np.log(dead_share) + (b - 1) * np.log1p(-dead_share)
        return float(-np.log(np.where(answered, p, 1 - p)).sum() - prior)

    return float(minimize_scalar(loss, bounds=DEAD_BOUNDS, method="bounded", options={"xatol": 0.005}).x)
