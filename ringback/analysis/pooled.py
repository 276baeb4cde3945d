"""Rates of calls as they are made: what stands beside bare counts, and may be held against them.

A rate of first calls is not the rate of a log: later tries go to people who missed before, and are answered less (or more, where
one rings those who answered again). Who counts calls finds the latter. It has the hours of the former, at the level of the calls
themselves: that of each role family drawn towards all of them (empirical Bayes, DerSimonian & Laird 1986).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEVEL_SD: Final = 0.5
"""How far calls as they are made may lie from first calls, sd on the logit scale, before there are any."""
LONGEST_STEP: Final = 1.0
CLOSE: Final = 1e-6
BOUNDS: Final = (0.001, 0.999)


@dataclass(frozen=True, slots=True)
class _Level:
    """How far the answers of some cells lie from what first calls would have brought there, on the logit scale."""

    shift: float
    variance: float


def pooled_rates(rows: Sequence[Mapping[str, Any]]) -> list[float]:
    """Return for each cell (``role_family, n_calls, n_answered, rate``) the chance that any call made in it is answered."""
    by_role: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        by_role.setdefault(row["role_family"], []).append(row)
    levels = {role: _level(cells) for role, cells in by_role.items() if any(row["n_calls"] for row in cells)}
    overall = _level(rows, prior=1 / LEVEL_SD**2).shift
    between = _between(list(levels.values()))
    shift = {
        role: overall + between / (between + level.variance) * (level.shift - overall)
        for role, level in levels.items()
    }  # fmt: skip
    return [_moved(row["rate"], shift.get(row["role_family"], overall)) for row in rows]


def _moved(rate: float, shift: float) -> float:
    inside = min(max(rate, BOUNDS[0]), BOUNDS[1])
    return 1 / (1 + exp(-(log(inside / (1 - inside)) + shift)))


def _level(cells: Sequence[Mapping[str, Any]], *, prior: float = 1.0) -> _Level:
    """Newton steps to the shift under which as many are answered as were; ``prior`` keeps it finite if all or none are.

    No step is longer than one, so each comes nearer: a curvature of chances changes by less than a factor of e over it.
    """
    rung = [row for row in cells if row["n_calls"]]
    shift, told, step = 0.0, prior, LONGEST_STEP
    while abs(step) > CLOSE:
        chances = [_moved(row["rate"], shift) for row in rung]
        told = prior + sum(row["n_calls"] * p * (1 - p) for row, p in zip(rung, chances, strict=True))
        missing = sum(row["n_answered"] - row["n_calls"] * p for row, p in zip(rung, chances, strict=True))
        step = max(-LONGEST_STEP, min(LONGEST_STEP, (missing - prior * shift) / told))
        shift += step
    return _Level(shift, 1 / told)


def _between(levels: Sequence[_Level]) -> float:
    """Return by how much role families differ in it beyond chance, as a variance."""
    weights = [1 / level.variance for level in levels]
    total = sum(weights)
    if len(levels) < 2:  # noqa: PLR2004 (one alone differs from nothing)
        return 1.0
    mean = sum(w * level.shift for w, level in zip(weights, levels, strict=True)) / total
    spread = sum(w * (level.shift - mean) ** 2 for w, level in zip(weights, levels, strict=True)) - (len(levels) - 1)
    scale = total - sum(w * w for w in weights) / total
    return max(0.0, spread / scale) if scale > 0 else 0.0
