"""Sharing recruiters' hours: when everybody's best hour is 18:00, prices on hours spread the calls at the least loss.

Entropic optimal transport (Cuturi 2013): each history splits over its slots by softmin of loss plus price, and a price rises
until no hour holds more calls than it can. The same prices serve all, so the plan can be carried out as a whole.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from ringback.analysis.shrinkage import Floats, Ints

SOFTNESS: Final = 0.01
"""Slots within one point of chance are interchangeable."""
ROUNDS: Final = 60


def share_hours(value: Floats, people: Ints, clock: Ints, *, calls_per_hour: float) -> Floats:
    """Return (states, slots) the share of each state's people in each slot; rows sum to 1 where any slot is open.

    ``value`` (states, slots) is the chance of an answer, -inf where the slot is closed; ``people`` (states,) counts; ``clock``
    (states, slots) numbers the hour on the recruiters' clock that a slot falls into. When all hours together are too few,
    every hour's limit is raised by the same factor: who is rung first is then a question of priority.
    """
    has_any = np.isfinite(value).any(axis=1)
    n_hours = int(clock.max(initial=0)) + 1
    price = np.zeros(n_hours)
    limit = _limit(value, people, clock, calls_per_hour, n_hours)
    shares = _split(value, price[clock], has_any)
    for _ in range(ROUNDS):
        load = np.bincount(clock.ravel(), (shares * people[:, None]).ravel(), n_hours)
        if (load <= limit * 1.02).all():
            break
        price = np.maximum(price + SOFTNESS * np.log(np.maximum(load, 1e-9) / limit), 0.0)
        shares = _split(value, price[clock], has_any)
    return shares


def _limit(value: Floats, people: Ints, clock: Ints, calls_per_hour: float, n_hours: int) -> float:
    used = np.unique(clock[np.isfinite(value)])
    total = float(people[np.isfinite(value).any(axis=1)].sum())
    return max(calls_per_hour, 1.05 * total / max(min(len(used), n_hours), 1), 1e-9)


def _split(value: Floats, price: Floats, has_any: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Floats:
    score = (value - price) / SOFTNESS
    top = np.where(has_any, score.max(axis=1, initial=-np.inf), 0.0)
    weight = np.exp(score - top[:, None])
    return np.asarray(weight / np.maximum(weight.sum(axis=1, keepdims=True), 1e-300))
