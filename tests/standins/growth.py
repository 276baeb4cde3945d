"""How the cost of a text (or a list) grows with its length: a ratio of two runs on this machine, so that no machine is too slow for it."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sized

Text = TypeVar("Text", bound="Sized")

TIMES = 8
N_RUNS = 4
LINEAR = 3.0
"""What costs its length has a growth of 1, what costs the square of it one of ``TIMES``: this lies between."""


def growth(walk: Callable[[Text], object], make: Callable[[int], Text], size: int) -> float:
    """Return how many times as much CPU an element costs in ``make(size)`` as in one that is ``TIMES`` smaller."""
    small, large = make(size // TIMES), make(size)
    took = [
        (_cpu_seconds(walk, small), _cpu_seconds(walk, large)) for _ in range(N_RUNS)
    ]  # in turn: a burst meets both
    least = [max(min(seconds), 1e-7) for seconds in zip(*took, strict=True)]
    return (least[1] / len(large)) / (least[0] / len(small))


def _cpu_seconds(walk: Callable[[Text], object], text: Text) -> float:
    """Return what one run costs, with the collector off; of several the least counts: others on the machine only ever add."""
    gc.disable()
    try:
        start = time.process_time()
        walk(text)
        return time.process_time() - start
    finally:
        gc.enable()
