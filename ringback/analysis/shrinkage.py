"""Nested empirical Bayes for answer rates: hours of all, role, part of day, hour, cell, each correcting the one before.

Each level multiplies its parent by a ratio that is pulled towards 1 by ``m`` pseudo-calls, and ``m`` is chosen by the
marginal likelihood of the counts themselves (beta-binomial; Robbins 1956, Casella 1985).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats = NDArray[Any]
Ints = NDArray[Any]
"""Arrays of float64 and of int64. numpy's own stubs lose the item type in sums and products, so it is only named."""

PSEUDO_CALLS: Final[Floats] = np.geomspace(3, 3000, 25)
MIN_SHOWN_PSEUDO_CALLS: Final = 5.0
RATE_BOUNDS: Final = (0.002, 0.98)


@dataclass(frozen=True, slots=True)
class Level:
    """One way to group the cells: ``group`` (C,) codes below ``n_groups``; a finer level corrects the coarser ones."""

    name: str
    group: Ints
    n_groups: int


@dataclass(frozen=True, slots=True)
class Fit:
    """What one level found: ``pseudo_calls`` m, and the posterior Beta(``alpha``, ``beta``) of its groups."""

    pseudo_calls: float
    alpha: Floats
    beta: Floats


@dataclass(frozen=True, slots=True)
class RateTable:
    """Posterior of every cell for a first call: Beta(``alpha``, ``beta``), mean ``rate``; all (C,). ``levels`` by name."""

    rate: Floats
    alpha: Floats
    beta: Floats
    levels: dict[str, Fit]


def fit_rate_table(
    exposure: Floats,
    answered: Floats,
    levels: Sequence[Level],
    *,
    shown: Sequence[str],
    prior_rate: float,
    prior_calls: float,
) -> RateTable:
    """Return the answer rate of a first call in every cell.

    ``exposure`` (C,) is calls in units of first calls, ``answered`` (C,) answers; both may be weighted. ``levels`` go from
    coarse to fine. The posterior of a cell is as wide as the least certain of its own level and the levels ``shown``
    allow (at least MIN_SHOWN_PSEUDO_CALLS). Without any call every cell has ``prior_rate``.
    """
    level_rate = (answered.sum() + prior_calls * prior_rate) / (exposure.sum() + prior_calls)
    rate = np.full(len(exposure), level_rate)
    fits: dict[str, Fit] = {}
    for level in levels:
        rate, fits[level.name] = _pull(exposure, answered, rate, level)
    m_cell = _pseudo_calls(answered, exposure, rate)
    wide = min([m_cell] + [max(fits[name].pseudo_calls, MIN_SHOWN_PSEUDO_CALLS) for name in shown])
    parent = rate
    rate = np.clip((answered + m_cell * parent) / (exposure + m_cell), *RATE_BOUNDS)
    alpha, beta = _beta(answered, exposure, parent, wide)
    return RateTable(rate=rate, alpha=rate * (alpha + beta), beta=(1 - rate) * (alpha + beta), levels=fits)


def _pull(exposure: Floats, answered: Floats, parent: Floats, level: Level) -> tuple[Floats, Fit]:
    group, n_groups = level.group, level.n_groups
    expected = np.bincount(group, exposure * parent, n_groups)
    n_calls = np.bincount(group, exposure, n_groups)
    n_answered = np.bincount(group, answered, n_groups)
    plain = np.bincount(group, parent, n_groups) / np.maximum(np.bincount(group, minlength=n_groups), 1)
    mean = np.where(n_calls > 0, expected / np.maximum(n_calls, 1e-12), plain)
    m = _pseudo_calls(n_answered, n_calls, mean)
    ratio = (n_answered + m * mean) / (expected + m * mean)
    return np.clip(parent * ratio[group], *RATE_BOUNDS), Fit(m, *_beta(n_answered, n_calls, mean, m))


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
