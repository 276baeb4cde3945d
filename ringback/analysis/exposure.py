"""How much of a first call each later call is worth.

The third call goes to people who missed two: more of them are lost or hard to reach. A late hour that is only tried on them
looks bad without being bad. So every call counts as ``P(answer | own calls before) / P(answer at first)`` first calls, from a
mixture of unreachable people (share ``dead_share``) and reachable ones who differ in how readily they answer, at all hours
and in each part of the week (logit-normal, integrated by Gauss-Hermite quadrature). ``dead_share`` is fitted to how answers
fall off with the tries, the variances in ``apart.py``. An answer tells of its person as a miss does: who is rung again after
one answers more readily than most, and in a log of such calls misses alone would put first calls too high.

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
    """The calls of a table by how many came before to the same person.

    Only people with a later call count, those with most of them first: then each step is one of the first people. ``opened``,
    ``opened_part`` and ``has_answered`` (people,) are cells, parts and ends of first calls. ``row``, ``cell``, ``part`` and
    ``is_answered`` (later calls,) stand step by step, of as many people as ``steps`` says; calls after MAX_TRIES come last,
    each to the person that ``beyond`` names.
    """

    opened: Ints
    opened_part: Ints
    has_answered: NDArray[np.bool_]
    row: Ints
    cell: Ints
    part: Ints
    is_answered: NDArray[np.bool_]
    steps: tuple[int, ...]
    beyond: Ints

    @property
    def n(self) -> int:
        """How many people have a later call."""
        return len(self.opened)


def runs_of(calls: CallTable) -> Runs:
    """Return the calls of a table in the order in which their chances follow from one another."""
    n = len(calls.candidate)
    begins = np.ones(n, dtype=bool)
    begins[1:] = np.diff(calls.candidate) != 0
    first, person = np.flatnonzero(begins), np.cumsum(begins) - 1
    number = np.arange(n) - first[person]
    n_steps = np.minimum(np.diff(np.append(first, n)) - 1, MAX_TRIES - 1)
    long = np.flatnonzero(n_steps > 0)  # most people are rung once, and need none
    long = long[np.argsort(-n_steps[long], kind="stable")]
    place = np.full(len(first), -1)
    place[long] = np.arange(len(long))
    row = np.flatnonzero((number > 0) & (number < MAX_TRIES))
    row = row[np.lexsort((place[person[row]], number[row]))]
    last = np.flatnonzero(number >= MAX_TRIES)  # as if each were the next after the calls counted so far
    every = np.concatenate([row, last])
    answered = calls.is_answered.astype(bool)
    return Runs(
        opened=calls.cell[first[long]],
        opened_part=calls.part[first[long]],
        has_answered=answered[first[long]],
        row=every,
        cell=calls.cell[every],
        part=calls.part[every],
        is_answered=answered[every],
        steps=tuple(np.bincount(number[row] - 1).tolist()),
        beyond=place[person[last]],
    )


def relative_exposure(calls: CallTable, rate: Floats, falling_off: FallingOff, *, runs: Runs | None = None) -> Floats:
    """Return (n,) what each call is worth in first calls to somebody new, given the ``rate`` (C,) of those in every cell.

    Who has answered is within reach. Whether they answer otherwise than their calls so far say is fitted apart. ``runs`` is what
    :func:`runs_of` gave, for callers who ask again and again.
    """
    runs = runs_of(calls) if runs is None else runs
    dead_share, is_warm = falling_off.dead_share, calls.is_warm != 0
    gone = np.where(is_warm, 0.0, _gone(np.exp(calls.gone_odds), dead_share))
    worth = (1 - gone) / np.where(is_warm, 1.0, 1 - dead_share)  # the share of those one first rings who can be reached
    worth[runs.row] *= _fallen(runs, rate, falling_off, gone[runs.row])
    return np.asarray(worth)


def _gone(odds: Floats, dead_share: float) -> Floats:
    """Return the share of people out of reach where their odds, against those of somebody new, are ``odds``."""
    gone = odds * (dead_share / (1 - dead_share))
    return np.asarray(gone / (1 + gone))


@np.errstate(invalid="ignore")  # kernels of BLAS raise the flag on lanes that hold no numbers
def _fallen(runs: Runs, rate: Floats, falling_off: FallingOff, gone: Floats) -> Floats:
    """Return (later calls,) the chance that each is answered after the calls before it, against that of the same call at first.

    ``gone`` (later calls,) is the share of such people who were out of reach before they were rung at all.
    """
    node, weight = _nodes(NODES, falling_off.variance)
    own_node, own_weight = _nodes(OWN_NODES if falling_off.own_variance else 1, falling_off.own_variance)
    steeper = np.sqrt(1 + np.pi / 8 * (falling_off.variance + falling_off.own_variance))
    eta = logit(np.clip(rate / (1 - falling_off.dead_share), *RATE_BOUNDS)) * steeper
    exact = expit(eta[:, None, None] + node[:, None] + own_node)  # (cells, nodes, own nodes)
    mean, chance = exact @ own_weight @ weight, exact.astype(np.float32)
    weight, own_weight = weight.astype(np.float32), own_weight.astype(np.float32)
    n_parts = max(runs.opened_part.max(initial=0), runs.part.max(initial=0)) + 1 if falling_off.own_variance else 1
    place, part = np.arange(runs.n) * n_parts, runs.part % n_parts
    told = np.ones((runs.n * n_parts, len(node), len(own_node)), dtype=np.float32)  # by the calls in each part so far
    opened = chance[runs.opened]
    told[place + runs.opened_part % n_parts] = np.where(runs.has_answered[:, None, None], opened, 1 - opened)
    left, fallen, start = _over_own(told, own_weight), np.empty(len(runs.cell)), 0
    for run in (*(place[:size] for size in runs.steps), place[runs.beyond]):
        some = slice(start, start := start + len(run))
        mine, cell, is_answered = run + part[some], runs.cell[some], runs.is_answered[some]
        here, answered = told[mine], chance[cell]
        answered *= here
        now, elsewhere = _over_own(answered, own_weight), None
        for other in range(1, n_parts):
            there = left[run + (part[some] + other) % n_parts]
            elsewhere = there if elsewhere is None else elsewhere * there
        told[mine] = np.where(is_answered[:, None, None], answered, here - answered)
        before = left[mine]
        left[mine] = np.where(is_answered[:, None], now, before - now)
        if elsewhere is not None:
            now *= elsewhere
            before *= elsewhere
        fallen[some] = (now @ weight) / (mean[cell] * (gone[some] + (1 - gone[some]) * (before @ weight)))
    return fallen


def _over_own(values: Floats, own_weight: Floats) -> Floats:
    """Return (n, nodes) the mean over the last of the axes (n, nodes, own nodes)."""
    return np.asarray((values.reshape(-1, len(own_weight)) @ own_weight).reshape(values.shape[:2]))


def _nodes(n: int, variance: float) -> tuple[Floats, Floats]:
    """Return the points of Gauss-Hermite quadrature over a normal law and their weights, which sum to one."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(n)
    return np.sqrt(variance) * nodes, weights / weights.sum()


def fit_falling_off(calls: CallTable, rate: Floats, believed: FallingOff) -> FallingOff:
    """Return what is ``believed`` with the ``dead_share`` that best explains how answers fall off from the second try on."""
    calls = some_people(calls, FIT_CALLS)
    calls = calls.take(_is_missed_again(calls))
    runs = runs_of(calls)
    answered, odds, at_first = (
        calls.is_answered[runs.row].astype(bool),
        np.exp(calls.gone_odds[runs.row]),
        rate[runs.cell],
    )

    def loss(dead_share: float) -> float:
        gone = _gone(odds, dead_share)
        fallen = _fallen(runs, rate, replace(believed, dead_share=dead_share), gone)
        p = np.clip((1 - gone) / (1 - dead_share) * fallen * at_first, 1e-6, 1 - 1e-6)
        a, b = DEAD_PRIOR
        prior = (a - 1) * np.log(dead_share) + (b - 1) * np.log1p(-dead_share)
        return float(-np.log(np.where(answered, p, 1 - p)).sum() - prior)

    best = minimize_scalar(loss, bounds=DEAD_BOUNDS, method="bounded", options={"xatol": 0.005})
    return replace(believed, dead_share=float(best.x))


def some_people(calls: CallTable, most: int) -> CallTable:
    """Return the calls of every so many-th person, so that they are about ``most`` at most."""
    step = -(-len(calls.cell) // most)
    if step <= 1:
        return calls
    number = np.cumsum(np.bincount(calls.candidate) > 0) - 1  # of those who are in the table: it may be some already
    return calls.take(number[calls.candidate] % step == 0)


def _is_missed_again(calls: CallTable) -> NDArray[np.bool_]:
    """Tell the calls to people who had not answered before and were tried more than once: they alone show a falling off."""
    cold = calls.is_warm == 0
    n_later = np.bincount(
        calls.candidate[cold & (calls.try_number > 1)], minlength=int(calls.candidate.max(initial=-1)) + 1
    )
    return np.asarray(cold & (n_later > 0)[calls.candidate])
