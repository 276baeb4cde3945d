"""Nested empirical Bayes for answer rates: cell within part of day within role within everybody.

Each level multiplies its parent by a ratio that is pulled towards 1 by ``m`` pseudo-calls, and ``m`` is chosen by the
marginal likelihood of the counts themselves (beta-binomial; Robbins 1956, Casella 1985). Tries after the first count as
less than a call's exposure, because the people still being rung are the ones who are hard to reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

TRY_CLASSES: Final = 6
"""Tries 1, 2, 3, 4, 5 and later, and calls to people who have answered before."""
WARM: Final = TRY_CLASSES - 1

PSEUDO_CALLS: Final[Floats] = np.geomspace(3, 3000, 25)
MIN_PART_PSEUDO_CALLS: Final = 5.0
FADE_BOUNDS: Final = (0.2, 1.2)
WARM_BOUNDS: Final = (0.5, 4.0)
FADE_ROUNDS: Final = 6
RATE_BOUNDS: Final = (0.002, 0.98)


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells lie: ``role`` (C,) and ``part`` (C,) give each cell's role and its role x part of day group."""

    role: Ints
    part: Ints
    n_roles: int
    n_parts: int


@dataclass(frozen=True, slots=True)
class RateTable:
    """Posterior of every cell for a first call: Beta(``alpha``, ``beta``), mean ``rate``; all (C,).

    ``part_alpha``, ``part_beta`` (G,) are the same for each role x part of day. ``fade`` (TRY_CLASSES,) is how often a call
    of this try is answered against a first call. ``exposure`` is calls in units of first calls.
    """

    rate: Floats
    alpha: Floats
    beta: Floats
    part_alpha: Floats
    part_beta: Floats
    exposure: Floats
    fade: Floats
    pseudo_calls: tuple[float, float, float]


def fit_rate_table(calls: Floats, answers: Floats, grid: Grid, *, prior_rate: float, prior_calls: float) -> RateTable:
    """Return the answer rate of a first call in every cell.

    ``calls`` and ``answers`` are (C, TRY_CLASSES) weighted counts. Without any call every cell has ``prior_rate``.
    """
    fade = np.ones(TRY_CLASSES)
    answered = answers.sum(axis=1)
    table = _nest(calls @ fade, answered, grid, prior_rate=prior_rate, prior_calls=prior_calls, fade=fade)
    for _ in range(FADE_ROUNDS):
        fade = _damped_fade(calls, answers, table.rate, fade)
        table = _nest(calls @ fade, answered, grid, prior_rate=prior_rate, prior_calls=prior_calls, fade=fade)
    return table


def _damped_fade(calls: Floats, answers: Floats, rate: Floats, fade: Floats) -> Floats:
    seen = (answers.sum(axis=0) + 5) / (calls.T @ rate + 5)
    target = np.clip(seen / seen[0], *FADE_BOUNDS)
    target[WARM] = np.clip(seen[WARM] / seen[0], *WARM_BOUNDS)
    return np.asarray((fade + target) / 2)


def _nest(
    exposure: Floats, answered: Floats, grid: Grid, *, prior_rate: float, prior_calls: float, fade: Floats
) -> RateTable:
    level = (answered.sum() + prior_calls * prior_rate) / (exposure.sum() + prior_calls)
    everywhere = np.full(len(exposure), level)
    by_role, m_role, *_ = _pull(exposure, answered, everywhere, grid.role, grid.n_roles)
    by_part, m_part, part_mean, part_exposure, part_answered = _pull(
        exposure, answered, by_role, grid.part, grid.n_parts
    )
    m_cell = _pseudo_calls(answered, exposure, by_part)
    rate = np.clip((answered + m_cell * by_part) / (exposure + m_cell), *RATE_BOUNDS)
    shown = min(m_cell, max(m_part, MIN_PART_PSEUDO_CALLS))
    part_alpha, part_beta = _beta(part_answered, part_exposure, part_mean, m_part)
    centre, weight = _beta(answered, exposure, by_part, shown)
    total = centre + weight
    return RateTable(
        rate=rate,
        alpha=rate * total,
        beta=(1 - rate) * total,
        part_alpha=part_alpha,
        part_beta=part_beta,
        exposure=exposure,
        fade=fade,
        pseudo_calls=(m_role, m_part, m_cell),
    )


def _pull(
    exposure: Floats, answered: Floats, parent: Floats, group: Ints, n_groups: int
) -> tuple[Floats, float, Floats, Floats, Floats]:
    expected = np.bincount(group, exposure * parent, n_groups)
    n_calls = np.bincount(group, exposure, n_groups)
    n_answered = np.bincount(group, answered, n_groups)
    plain = np.bincount(group, parent, n_groups) / np.maximum(np.bincount(group, minlength=n_groups), 1)
    mean = np.where(n_calls > 0, expected / np.maximum(n_calls, 1e-12), plain)
    m = _pseudo_calls(n_answered, n_calls, mean)
    ratio = (n_answered + m * mean) / (expected + m * mean)
    return np.clip(parent * ratio[group], *RATE_BOUNDS), m, mean, n_calls, n_answered


def _pseudo_calls(answered: Floats, exposure: Floats, mean: Floats) -> float:
    used = exposure > 0
    if not used.any():
        return float(PSEUDO_CALLS[-1])
    y, mu = answered[used], mean[used]
    misses = np.maximum(exposure[used] - y, 0.0)
    m = PSEUDO_CALLS[:, None]
    evidence = betaln(y + m * mu, misses + m * (1 - mu)) - betaln(m * mu, m * (1 - mu))
    return float(PSEUDO_CALLS[int(np.argmax(evidence.sum(axis=1) - 0.5 * np.log(PSEUDO_CALLS)))])


def _beta(answered: Floats, exposure: Floats, mean: Floats, m: float) -> tuple[Floats, Floats]:
    alpha = answered + m * mean
    beta = np.maximum(exposure - answered, 0.0) + m * (1 - mean)
    return np.maximum(alpha, 1e-3), np.maximum(beta, 1e-3)


def log_loss(answers: Floats, calls: Floats, rate: Floats) -> float:
    """Return the mean log-loss of ``rate`` on counts of the same shape; 0 when there are no calls."""
    total: Any = calls.sum()
    if not total:
        return 0.0
    p = np.clip(rate, 1e-6, 1 - 1e-6)
    return float(-(answers * np.log(p) + (calls - answers) * np.log1p(-p)).sum() / total)
