"""How much of a first call each later call is worth.

The third call goes to people who missed two: more of them are lost or hard to reach. A late hour that is only tried on them
looks bad without being bad. So every call counts as ``P(answer | own misses) / P(answer at first)`` first calls, from a
mixture of unreachable people (share ``dead_share``) and reachable ones who differ in how readily they answer, at all hours
and in each part of the week (logit-normal, integrated by Gauss-Hermite quadrature). ``dead_share`` is fitted to how answers
fall off with the tries, the variances in ``apart.py``.

A plan does not ring just anybody: it rings who shows signs of life, and gives up who shows none. So each call may come with
what was known of its person before it (``gone_odds``, of ``prospects.py``). Without that the later calls of a plan, made to
people who are there, would say that next to nobody is unreachable.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import expit, logit

from ringback.analysis.shrinkage import RATE_BOUNDS, Floats, Ints

if TYPE_CHECKING:
    from numpy.typing import NDArray

NODES: Final = 5
OWN_NODES: Final = 3
DEAD_BOUNDS: Final = (0.01, 0.80)
DEAD_PRIOR: Final = (2.8, 7.2)
"""Beta prior of the unreachable share, worth ten people: mean 0.28 as in the timing trials."""
MAX_TRIES: Final = 12
FIT_CALLS: Final = 120_000
"""The falling off is fitted on at most about this many calls; its standard error is then below half a point."""


@dataclass(frozen=True, slots=True)
class FallingOff:
    """Why later calls are answered less: ``dead_share`` of new people are out of reach, the others differ.

    On the logit scale they differ by ``variance`` at all hours alike, and by ``own_variance`` in each part of the week.
    """

    dead_share: float
    variance: float
    own_variance: float = 0.0


@dataclass(frozen=True, slots=True)
class CallTable:
    """Counted calls, ordered by candidate and time; all arrays (n,).

    ``row`` in the clean log, ``cell`` and ``candidate`` codes, ``part`` of the week, of those in which a person has hours of his
    own, ``try_number``, ``is_warm`` (the person has answered before), ``is_answered``, the recency ``weight``, and ``gone_odds``:
    the log odds that the person was out of reach, judged without their calls, against those of somebody new.
    """

    row: Ints
    candidate: Ints
    cell: Ints
    part: Ints
    try_number: Ints
    is_warm: Ints
    is_answered: Ints
    weight: Floats
    gone_odds: Floats

    def take(self, kept: NDArray[np.bool_]) -> CallTable:
        """Return the calls that are kept."""
        return CallTable(**{name: getattr(self, name)[kept] for name in self.__slots__})


@dataclass(frozen=True, slots=True)
class Runs:
    """The calls of a table by how many came before in the same run of tries; a new candidate and an answer begin a run.

    ``n`` are the runs with a later one, ``opened`` (calls, runs) the first calls of those, and ``later`` one (calls, runs) for
    each further try.
    """

    n: int
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
    return Runs(int(is_long.sum()), (opened, place[opened]), tuple((rows, place[rows]) for rows in later))


def relative_exposure(calls: CallTable, rate: Floats, falling_off: FallingOff, *, runs: Runs | None = None) -> Floats:
    """Return (n,) what each call is worth in first calls to somebody new, given the ``rate`` (C,) of those in every cell.

    Who has answered counts like anybody at first, misses since then as they do before the first answer. Whether they answer more
    readily than others is fitted apart. ``runs`` is what :func:`runs_of` gave, for callers who ask again and again.
    """
    runs = runs_of(calls) if runs is None else runs
    dead_share = falling_off.dead_share
    node, weight = _nodes(NODES, falling_off.variance)
    own_node, own_weight = _nodes(OWN_NODES if falling_off.own_variance else 1, falling_off.own_variance)
    steeper = np.sqrt(1 + np.pi / 8 * (falling_off.variance + falling_off.own_variance))
    eta = logit(np.clip(rate / (1 - dead_share), *RATE_BOUNDS)) * steeper
    chance = expit(eta[:, None, None] + node[:, None] + own_node)  # (cells, nodes, own nodes)
    mean = chance @ own_weight @ weight
    is_warm = calls.is_warm != 0
    gone = np.where(is_warm, 0.0, expit(logit(dead_share) + calls.gone_odds))
    new = np.where(is_warm, 1.0, 1 - dead_share)  # the share of those one first rings who can be reached
    worth = np.asarray((1 - gone) / new)
    parts = calls.part if falling_off.own_variance else np.zeros_like(calls.part)
    n_parts = int(parts.max(initial=0)) + 1
    survival = np.ones((n_parts, runs.n, len(node), len(own_node)), dtype=np.float32)  # of the misses in each part
    rows, run = runs.opened
    survival[parts[rows], run] = (1 - chance)[calls.cell[rows]]
    for rows, run in runs.later:
        cell, part = calls.cell[rows], parts[rows]
        here = survival[part, run]
        now = (here * chance[cell]) @ own_weight
        before = np.ones((len(rows), len(node)))
        for each in range(n_parts):
            survived = survival[each, run] @ own_weight
            before *= survived
            now *= np.where((part == each)[:, None], 1, survived)
        left = gone[rows] + (1 - gone[rows]) * (before @ weight)
        worth[rows] *= (now @ weight) / (mean[cell] * left)
        survival[part, run] = here * (1 - chance[cell])
    return worth


def _nodes(n: int, variance: float) -> tuple[Floats, Floats]:
    """Return the points of Gauss-Hermite quadrature over a normal law and their weights, which sum to one."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(n)
    return np.sqrt(variance) * nodes, weights / weights.sum()


def fit_falling_off(calls: CallTable, rate: Floats, believed: FallingOff) -> FallingOff:
    """Return what is ``believed`` with the ``dead_share`` that best explains how answers fall off from the second try on."""
    calls = some_people(calls, FIT_CALLS)
    calls = calls.take(_is_missed_again(calls))
    runs, later = runs_of(calls), calls.try_number > 1
    answered = calls.is_answered[later].astype(bool)

    def loss(dead_share: float) -> float:
        worth = relative_exposure(calls, rate, replace(believed, dead_share=dead_share), runs=runs)[later]
        p = np.clip(worth * rate[calls.cell[later]], 1e-6, 1 - 1e-6)
        a, b = DEAD_PRIOR
        prior = (a - 1) * np.log(dead_share) + (b - 1) * np.log1p(-dead_share)
        return float(-np.log(np.where(answered, p, 1 - p)).sum() - prior)

    best = minimize_scalar(loss, bounds=DEAD_BOUNDS, method="bounded", options={"xatol": 0.005})
    return replace(believed, dead_share=float(best.x))


def some_people(calls: CallTable, most: int) -> CallTable:
    """Return the calls of every so many-th person, so that they are about ``most`` at most."""
    step = -(-len(calls.cell) // most)
    return calls if step <= 1 else calls.take(calls.candidate % step == 0)


def _is_missed_again(calls: CallTable) -> NDArray[np.bool_]:
    """Tell the calls to people who had not answered before and were tried more than once: they alone show a falling off."""
    cold = calls.is_warm == 0
    n_later = np.bincount(
        calls.candidate[cold & (calls.try_number > 1)], minlength=int(calls.candidate.max(initial=-1)) + 1
    )
    return np.asarray(cold & (n_later > 0)[calls.candidate])
