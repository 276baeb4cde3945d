"""Lists that are too long for one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

MOST_VALUES = 10_000
"""Of one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766 unless it was built for more."""


def in_parts(values: Sequence[T], size: int = MOST_VALUES) -> Iterator[Sequence[T]]:
    """Yield the values in parts that one statement can name."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
