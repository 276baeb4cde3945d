"""Which pairs of records wait for a person, side by side with the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from ringback.identity.explanation import Reason, sentence, why, why_open
from ringback.identity.masking import masked_contact
from schemas.tables import Membership, PairEdge, SourceRecord
from schemas.words import ReviewState

if TYPE_CHECKING:
    from datetime import date

    from ringback.workspace import Workspace

SHOWN = (
    "name", "phones", "emails", "wechat", "linkedin", "gender", "birth_year", "school", "current_employer", "current_title",
    "city",
)  # fmt: skip
"""Fields that a reviewer sees side by side."""


@dataclass(frozen=True, slots=True)
class ReviewSide:
    """One record of a doubtful pair; contacts are masked, None is "not known". ``seen_on`` is the day of the document."""

    record_id: str
    candidate_id: str
    source: str
    seen_on: date
    fields: dict[str, str | None]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One doubtful pair, side by side, with its evidence in words and bits."""

    a: ReviewSide
    b: ReviewSide
    weight: float
    reasons: tuple[Reason, ...]
    summary_zh: str
    summary_en: str
    why_open_zh: str
    why_open_en: str


def count_open_reviews(ws: Workspace) -> int:
    """Return how many pairs wait for a person."""
    with ws.reading() as session:
        return session.scalar(select(func.count()).where(PairEdge.review_state == ReviewState.OPEN)) or 0


def open_reviews(ws: Workspace, *, limit: int = 100) -> list[ReviewRow]:
    """Return the pairs that wait for a person, the likeliest first; one pair for every two people in doubt."""
    a, b = aliased(SourceRecord), aliased(SourceRecord)
    of_a, of_b = aliased(Membership), aliased(Membership)
    query = (
        select(PairEdge, a, b, of_a.candidate_id, of_b.candidate_id)
        .join(a, a.id == PairEdge.a_id)
        .join(b, b.id == PairEdge.b_id)
        .join(of_a, of_a.source_record_id == PairEdge.a_id)
        .join(of_b, of_b.source_record_id == PairEdge.b_id)
        .where(PairEdge.review_state == ReviewState.OPEN)
        .order_by(PairEdge.weight.desc(), a.uid, b.uid)
        .limit(limit)
    )
    with ws.reading() as session:
        return [_review_row(*row) for row in session.execute(query).all()]


def _review_row(edge: PairEdge, a: SourceRecord, b: SourceRecord, candidate_a: str, candidate_b: str) -> ReviewRow:
    return ReviewRow(
        a=_side(a, candidate_a),
        b=_side(b, candidate_b),
        weight=edge.weight,
        reasons=why(edge.evidence),
        summary_zh=sentence(edge.evidence, "zh"),
        summary_en=sentence(edge.evidence, "en"),
        why_open_zh=why_open(edge.evidence, edge.outcome, "zh"),
        why_open_en=why_open(edge.evidence, edge.outcome, "en"),
    )


def _side(record: SourceRecord, candidate_id: str) -> ReviewSide:
    fields = {field: _shown(field, record.profile.get(field)) for field in SHOWN}
    masked = (record.profile.get("extra") or {}).get("masked_phones")
    fields["phones"] = fields["phones"] or (", ".join(map(str, masked)) if masked else None)
    return ReviewSide(
        record.record_id, candidate_id, record.source, record.document_on or record.received_at.date(), fields
    )


def _shown(field: str, value: Any) -> str | None:
    if value in (None, "", []):
        return None
    values = value if isinstance(value, list) else [value]
    is_contact = field in ("phones", "emails", "wechat", "linkedin")
    return ", ".join(masked_contact(str(v)) if is_contact else str(v) for v in values)
