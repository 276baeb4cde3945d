"""Sharing recruiters' hours: when everybody's best hour is 18:00, prices on hours spread the calls at the least loss.

Entropic optimal transport (Cuturi 2013): each history splits over its slots by softmax of chance minus price, and a price
rises until no hour holds more calls than it can. The same prices serve all, so the plan can be carried out as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from ringback.analysis.frames import distinct

if TYPE_CHECKING:
    from ringback.analysis.shrinkage import Floats, Ints

SOFTNESS: Final = 0.01
"""Slots within one point of chance are interchangeable."""
ROUNDS: Final = 80
SLACK: Final = 1.05
LEAST: Final = 1e-300


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the recruiters can do together: calls in one clock hour, and calls in a day."""

    calls_per_hour: float
    calls_per_day: float

    def rung_share(self, n_people: float, n_days: int) -> float:
        """Return which share of ``n_people`` can be rung in ``n_days``; 1 if all.

        Priority says who is; the others must not crowd the hours, or a large pool would push everybody's call to an hour at
        which nobody answers.
        """
        return min(1.0, self.calls_per_day * n_days / max(n_people, 1.0))


def hour_prices(value: Floats, people: Floats, clock: Ints, *, n_hours: int, calls_per_hour: float) -> Floats:
    """Return the price (in units of chance, 0 or more) of each of ``n_hours`` hours on the recruiters' clock.

    ``value`` (states, slots) is the chance of an answer, -inf where closed; ``people`` (states,) counts; ``clock`` (states,
    slots) numbers the hour that a slot falls into. When all hours together are too few, the limit of every hour is raised
    alike: who is rung first is then a question of priority.
    """
    has_any = np.isfinite(value).any(axis=1)
    value, people, clock = value[has_any], people[has_any], clock[has_any]
    price = np.zeros(n_hours)
    if not len(value):
        return price
    n_used = len(np.unique(clock[np.isfinite(value)]))
    limit = max(calls_per_hour, SLACK * people.sum() / n_used)
    zones = _by_clock(value, people, clock)
    for _ in range(ROUNDS):
        load = _load(zones, price)
        if (load <= limit * SLACK).all():
            break
        price = np.maximum(price + SOFTNESS * np.log(np.maximum(load, 1e-9) / limit), 0.0)
    return price


def _by_clock(value: Floats, people: Floats, clock: Ints) -> list[tuple[Floats, Floats, Ints]]:
    """Return weights (states, slots), people and hours (slots,) of the states that share the same hours: those of one zone.

    Prices come as factors on the weights then, and a round is two products with a matrix.
    """
    weight = np.exp((value - value.max(axis=1, keepdims=True)) / SOFTNESS)
    odd = np.random.default_rng(0).integers(1, 2**62, clock.shape[1])
    first, zone = distinct(clock @ odd)
    return [(weight[zone == each], people[zone == each], clock[row]) for each, row in enumerate(first)]


def _load(zones: list[tuple[Floats, Floats, Ints]], price: Floats) -> Floats:
    """Return how many calls (hours,) fall into each hour at these prices."""
    load = np.zeros(len(price))
    cheaper = np.exp((price.min() - price) / SOFTNESS)
    for weight, people, clock in zones:
        factor = cheaper[clock]
        shared = people / np.maximum(weight @ factor, LEAST)
        load += np.bincount(clock, factor * (shared @ weight), len(price))
    return load


def split(value: Floats, price: Floats) -> Floats:
    """Return the shares (states, slots) that each slot gets at these prices; a row without an open slot gives zeros."""
    score = (value - price) / SOFTNESS
    top = score.max(axis=1, keepdims=True)
    weight = np.exp(score - np.where(np.isfinite(top), top, 0.0))
    return np.asarray(weight / np.maximum(weight.sum(axis=1, keepdims=True), LEAST))
