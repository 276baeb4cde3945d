"""How the cost of a text (or a list) grows with its length: a ratio of two runs on this machine, so that no machine is too slow for it."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sized

Text = TypeVar("Text", bound="Sized")

TIMES = 8
N_RUNS = 3
LINEAR = 3.0
"""What costs its length has a growth of 1, what costs the square of it one of ``TIMES``: this lies between."""


def growth(walk: Callable[[Text], object], make: Callable[[int], Text], size: int) -> float:
    """Return how many times as much CPU an element costs in ``make(size)`` as in one that is ``TIMES`` smaller."""
    small, large = make(size // TIMES), make(size)
    return (_cpu_seconds(walk, large) / len(large)) / (_cpu_seconds(walk, small) / len(small))


def _cpu_seconds(walk: Callable[[Text], object], text: Text) -> float:
    """Return the least of some runs, with the collector off: others on the machine only ever add."""
    took = []
    gc.disable()
    try:
        for _ in range(N_RUNS):
            start = time.process_time()
            walk(text)
            took.append(time.process_time() - start)
    finally:
        gc.enable()
    return max(min(took), 1e-7)
