"""A value read out of a document, with its origin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from schemas.records import Provenance

T = TypeVar("T")
MAX_EVIDENCE = 80


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One value: ``how`` is label, layout, file_name, mail_subject, pattern, column or rule; ``evidence`` is what was seen."""

    value: T
    how: str
    confidence: float
    evidence: str = ""

    def origin(self, field: str) -> Provenance:
        """Return where this value of ``field`` came from, in the stored form."""
        return Provenance(
            field=field, how=self.how, confidence=round(self.confidence, 2), evidence=self.evidence[:MAX_EVIDENCE]
        )
