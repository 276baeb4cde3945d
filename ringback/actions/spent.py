"""Where the time of a step goes: reading the database, computing, writing to it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Literal

Part = Literal["reading", "computing", "writing"]


@dataclass(slots=True)
class Spent:
    """Seconds on the wall clock, by part."""

    reading: float = 0.0
    computing: float = 0.0
    writing: float = 0.0

    @contextmanager
    def on(self, part: Part) -> Iterator[None]:
        """Add the time of a block to a part."""
        started = time.monotonic()
        try:
            yield
        finally:
            setattr(self, part, getattr(self, part) + time.monotonic() - started)

    def as_dict(self) -> dict[str, float]:
        """Return the seconds as plain values."""
        return {part: round(seconds, 3) for part, seconds in asdict(self).items()}
