"""What the document now being read may cost. Set by the child process; in a process without limits these are no-ops."""

from __future__ import annotations

import resource
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ringback.readers.limits import ReaderLimits


class Cost(Enum):
    """How dear the next piece of work may be."""

    DOCUMENT = "document"
    OCR = "ocr"


@dataclass(slots=True)
class _Budget:
    limits: ReaderLimits | None = None
    tell: Callable[[Cost], None] | None = None


_BUDGET = _Budget()


def install(limits: ReaderLimits, tell: Callable[[Cost], None]) -> None:
    """Bound this process from now on; ``tell`` lets the parent know that a new piece of work begins."""
    _BUDGET.limits, _BUDGET.tell = limits, tell
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, max(limits.memory_bytes, limits.ocr_memory_bytes)))


def begin(cost: Cost) -> None:
    """Start the clock of one document, or widen the bounds for OCR, whose models need more of everything."""
    if _BUDGET.limits is None:
        return
    limits = _BUDGET.limits
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = limits.ocr_cpu_seconds if cost is Cost.OCR else limits.cpu_seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))
    if cost is Cost.OCR:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    if _BUDGET.tell:
        _BUDGET.tell(cost)
