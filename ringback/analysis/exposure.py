"""How much of a first call each later call is worth.

The third call goes to people who missed two: more of them are lost or hard to reach. A late hour that is only tried on them
looks bad without being bad. So every call counts as ``P(answer | own misses) / P(answer at first)`` first calls, from a
mixture of unreachable people (share ``dead_share``) and reachable ones who differ in how readily they answer
(logit-normal, integrated by Gauss-Hermite quadrature). ``dead_share`` is fitted to how answers fall off with the tries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit, logit

from ringback.analysis.shrinkage import RATE_BOUNDS, Floats, Ints

if TYPE_CHECKING:
    from numpy.typing import NDArray

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

    def take(self, kept: NDArray[np.bool_]) -> CallTable:
        """Return the calls that are kept."""
        return CallTable(**{name: getattr(self, name)[kept] for name in self.__slots__})


@dataclass(frozen=True, slots=True)
class Runs:
    """The calls of a table by how many came before in the same run of tries; a new candidate and an answer begin a run.

    ``first`` are the calls at try 1, ``n`` the runs with a later one, ``opened`` (calls, runs) the first calls of those, and
    ``later`` one (calls, runs) for each further try.
    """

    n: int
    first: Ints
    opened: tuple[Ints, Ints]
    later: tuple[tuple[Ints, Ints], ...]


def runs_of(calls: CallTable) -> Runs:
    """Return the calls of a table in the order in which their chances follow from one another."""
    number = calls.try_number
    begins = np.ones(len(number), dtype=bool)
    begins[1:] = (np.diff(calls.candidate) != 0) | (np.diff(number) <= 0)
    run = np.cumsum(begins) - 1
    is_long = np.zeros(int(run.max(initial=-1)) + 1, dtype=bool)
    is_long[run[number > 1]] = True
    place = np.where(is_long, np.cumsum(is_long) - 1, -1)[run]  # most runs end with their first call, and need none
    first = np.flatnonzero(number == 1)
    opened = first[place[first] >= 0]
    tries = range(2, min(int(number.max(initial=0)), MAX_TRIES) + 1)
    later = [np.flatnonzero(number == each) for each in tries]
    later.append(np.flatnonzero(number > MAX_TRIES))  # as if each were the next after the misses counted so far
    return Runs(int(is_long.sum()), first, (opened, place[opened]), tuple((rows, place[rows]) for rows in later))


def relative_exposure(
    calls: CallTable, rate: Floats, *, dead_share: float, variance: float, runs: Runs | None = None
) -> Floats:
    """Return (n,) what each call is worth in first calls, given the first-call ``rate`` (C,) of every cell.

    Who has answered counts like anybody at first, misses since then as they do before the first answer. Whether they answer more
    readily than others is fitted apart. ``runs`` is what :func:`runs_of` gave, for callers who ask again and again.
    """
    runs = runs_of(calls) if runs is None else runs
    nodes, weights = np.polynomial.hermite_e.hermegauss(NODES)
    weights = weights / weights.sum()
    eta = logit(np.clip(rate / (1 - dead_share), *RATE_BOUNDS)) * np.sqrt(1 + np.pi / 8 * variance)
    chance = expit(eta[:, None] + np.sqrt(variance) * nodes[None, :])
    fresh = (1 - dead_share) * chance @ weights

    def weigh(before: Floats, cell: Ints, is_warm: Ints) -> Floats:
        gone = np.where(is_warm, 0.0, dead_share)
        alive = (1 - gone) * ((before * chance[cell]) @ weights)
        return np.asarray(
            alive / (gone + (1 - gone) * (before @ weights)) / fresh[cell] * np.where(is_warm, 1 - dead_share, 1.0)
        )

    every = np.arange(len(rate))
    nobody_missed = np.ones((len(rate), NODES))
    by_cell = np.stack([weigh(nobody_missed, every, np.full(len(rate), warm)) for warm in (False, True)])
    worth = np.ones(len(calls.cell))
    is_warm = calls.is_warm != 0
    worth[runs.first] = by_cell[is_warm[runs.first].astype(np.int8), calls.cell[runs.first]]
    survival = np.ones((runs.n, NODES))
    rows, run = runs.opened
    survival[run] = (1 - chance)[calls.cell[rows]]
    for rows, run in runs.later:
        cell, before = calls.cell[rows], survival[run]
        worth[rows] = weigh(before, cell, is_warm[rows])
        survival[run] = before * (1 - chance[cell])
    return worth


def fit_dead_share(calls: CallTable, rate: Floats, *, variance: float) -> float:
    """Return the share of unreachable people that best explains how answers fall off from the second try on."""
    n_candidates = int(calls.candidate.max(initial=-1)) + 1
    if len(calls.cell) > FIT_CALLS:
        calls = calls.take(calls.candidate < n_candidates * FIT_CALLS // len(calls.cell))
    calls = calls.take(_is_missed_again(calls))
    runs, later = runs_of(calls), calls.try_number > 1
    answered = calls.is_answered[later].astype(bool)

    def loss(dead_share: float) -> float:
        worth = relative_exposure(calls, rate, dead_share=dead_share, variance=variance, runs=runs)[later]
        p = np.clip(worth * rate[calls.cell[later]], 1e-6, 1 - 1e-6)
        a, b = DEAD_PRIOR
        prior = (a - 1) * np.log(dead_share) + (b - 1) * np.log1p(-dead_share)
        return float(-np.log(np.where(answered, p, 1 - p)).sum() - prior)

    return float(minimize_scalar(loss, bounds=DEAD_BOUNDS, method="bounded", options={"xatol": 0.005}).x)


def _is_missed_again(calls: CallTable) -> NDArray[np.bool_]:
    """Tell the calls to people who had not answered before and were tried more than once: they alone show a falling off."""
    cold = calls.is_warm == 0
    n_later = np.bincount(
        calls.candidate[cold & (calls.try_number > 1)], minlength=int(calls.candidate.max(initial=-1)) + 1
    )
    return np.asarray(cold & (n_later > 0)[calls.candidate])
