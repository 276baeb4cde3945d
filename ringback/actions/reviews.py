"""Which pairs of records wait for a person, side by side with the evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from ringback.actions.contradictions import Answer, Contradiction, contradictions_of
from ringback.actions.review_context import People, Use, Uses, people_of
from ringback.identity.comparison import compare
from ringback.identity.explanation import Reason, sentence, why
from ringback.identity.features import contact_values, features_of
from ringback.identity.keys import KeyTrust
from ringback.identity.masking import masked_contact
from ringback.identity.questions import QUESTIONS, question_of
from schemas.tables import Membership, PairEdge, SourceRecord
from schemas.words import ContactUse, PairOutcome, ReviewState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from ringback.workspace import Workspace

SHOWN = (
    "name", "phones", "emails", "wechat", "linkedin", "gender", "birth_year", "school", "current_employer", "current_title",
    "city",
)  # fmt: skip
"""Fields that a reviewer sees side by side."""

_HOME_CODE = "+86"
CONTACT_FIELDS = ("phones", "emails", "wechat", "linkedin")


@dataclass(frozen=True, slots=True)
class ReviewSide:
    """One record of a doubtful pair; contacts are masked, None is "not known". ``seen_on`` is the day of the document.

    ``public`` names the contact fields in which nothing is this person's own; the person has ``n_records`` in all.
    """

    record_id: str
    candidate_id: str
    source: str
    seen_on: date
    fields: dict[str, str | None]
    public: frozenset[str] = frozenset()
    n_records: int = 1


@dataclass(frozen=True, slots=True)
class ClashingRecord:
    """A record that keeps its person apart from another one."""

    record_id: str
    shown: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One doubtful pair, side by side, with its evidence in words and bits.

    ``clash`` shows, on either side, the record that keeps two people apart though these two agree. ``answers`` are those
    that contradict each other, the one that does not hold first.
    """

    a: ReviewSide
    b: ReviewSide
    weight: float
    reasons: tuple[Reason, ...]
    summary_zh: str
    summary_en: str
    why_open_zh: str
    why_open_en: str
    clash: tuple[ClashingRecord, ClashingRecord] | None = None
    answers: tuple[Answer, ...] = ()
    differing: frozenset[str] = field(default_factory=frozenset)
    """Fields whose values differ, though they may look alike when masked."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """What is to be shown, as stored."""

    a: SourceRecord
    b: SourceRecord
    people: tuple[str, str]
    weight: float
    outcome: PairOutcome
    evidence: Mapping[str, Any]
    contradiction: Contradiction | None = None


def count_open_reviews(ws: Workspace) -> int:
    """Return how many pairs wait for a person."""
    with ws.reading() as session:
        n_open = session.scalar(select(func.count()).where(PairEdge.review_state == ReviewState.OPEN)) or 0
        contradictions = contradictions_of(session)
        return n_open + len(contradictions) - len(_open_among(session, contradictions))


def open_reviews(ws: Workspace, *, limit: int = 100) -> list[ReviewRow]:
    """Return the pairs that wait for a person: answers that contradict each other, then the likeliest; one for two people."""
    with ws.reading() as session:
        contradictions = contradictions_of(session)[:limit]
        asked = {(one.a_id, one.b_id) for one in contradictions}
        pairs = [pair for one in contradictions if (pair := _contradicted(session, ws, one))]
        pairs += [pair for pair in _open_pairs(session, limit) if (pair.a.id, pair.b.id) not in asked]
        return _rows(session, ws, pairs[:limit])


def _open_pairs(session: Session, limit: int) -> list[_Pair]:
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
    return [
        _Pair(one, other, (person_a, person_b), edge.weight, edge.outcome, edge.evidence)
        for edge, one, other, person_a, person_b in session.execute(query).tuples()
    ]


def _open_among(session: Session, contradictions: Sequence[Contradiction]) -> set[tuple[int, int]]:
    """Return which of these pairs are listed anyway, because their edge is open."""
    asked = {(one.a_id, one.b_id) for one in contradictions}
    query = select(PairEdge.a_id, PairEdge.b_id).where(
        PairEdge.review_state == ReviewState.OPEN, PairEdge.a_id.in_(sorted({a for a, _ in asked}))
    )
    return asked & set(session.execute(query).tuples()) if asked else set()


def _contradicted(session: Session, ws: Workspace, one: Contradiction) -> _Pair | None:
    """Return a pair on which answers contradict each other; it may never have met by a key, so it is compared here."""
    where = Membership.source_record_id.in_((one.a_id, one.b_id))
    people = dict(
        session.execute(select(Membership.source_record_id, Membership.candidate_id).where(where)).tuples().all()
    )
    a, b = session.get(SourceRecord, one.a_id), session.get(SourceRecord, one.b_id)
    if a is None or b is None or len(people) < 2:  # noqa: PLR2004 (both have a place)
        return None
    uses = Uses(session, ws.vault, [a.profile, b.profile]).of(a.profile)
    mine = {(kind, value): uses[name, shown] for name, shown, kind, value in contact_values(a.profile)}
    shared = {
        int(kind): int(KeyTrust.FAMILY if mine[kind, value].use is ContactUse.SEVERAL else KeyTrust.ONE_NAME)
        for _, _, kind, value in contact_values(b.profile)
        if (kind, value) in mine and not mine[kind, value].is_public
    }
    found = compare(features_of(a.profile, a.text_signature), features_of(b.profile, b.text_signature), shared)
    evidence = {name: [level, bits] for name, level, bits in found.levels}
    return _Pair(a, b, (people[a.id], people[b.id]), found.weight, PairOutcome.REVIEW, evidence, one)


def _rows(session: Session, ws: Workspace, pairs: Sequence[_Pair]) -> list[ReviewRow]:
    uses = Uses(session, ws.vault, [record.profile for pair in pairs for record in (pair.a, pair.b)])
    people = people_of(session, {person for pair in pairs for person in pair.people})
    return [_review_row(pair, uses, people) for pair in pairs]


def _review_row(pair: _Pair, uses: Uses, people: People) -> ReviewRow:
    use_a, use_b = uses.of(pair.a.profile), uses.of(pair.b.profile)
    a = _side(pair.a, pair.people[0], use_a, pair.b.profile, people)
    b = _side(pair.b, pair.people[1], use_b, pair.a.profile, people)
    clash = people.clash(*pair.people) if pair.outcome is PairOutcome.MERGE else None
    key = (
        pair.contradiction.kind
        if pair.contradiction
        else question_of(
            pair.evidence,
            pair.outcome,
            clash=clash.kind if clash else None,
            is_public=_is_all_public(a) or _is_all_public(b),
        )
    )
    zh, en = QUESTIONS[key]
    return ReviewRow(
        a=a,
        b=b,
        weight=pair.weight,
        reasons=why(pair.evidence),
        summary_zh=sentence(pair.evidence, "zh"),
        summary_en=sentence(pair.evidence, "en"),
        why_open_zh=zh,
        why_open_en=en,
        clash=(_shown_record(people, clash.a), _shown_record(people, clash.b)) if clash else None,
        answers=pair.contradiction.answers if pair.contradiction else (),
        differing=frozenset(name for name in SHOWN if pair.a.profile.get(name) != pair.b.profile.get(name)),
    )


def _is_all_public(side: ReviewSide) -> bool:
    named = {name for name in CONTACT_FIELDS if side.fields[name]}
    return bool(named) and named <= side.public


def _shown_record(people: People, uid: str) -> ClashingRecord:
    record_id, name, birth = people.shown[uid]
    return ClashingRecord(record_id, f"{name or '—'} {birth or ''}".strip())


def _side(
    record: SourceRecord,
    candidate_id: str,
    uses: Mapping[tuple[str, str], Use],
    other: Mapping[str, Any],
    people: People,
) -> ReviewSide:
    shown = {name: _shown(name, record.profile.get(name), uses, other.get(name)) for name in SHOWN}
    masked = (record.profile.get("extra") or {}).get("masked_phones")
    shown["phones"] = shown["phones"] or (", ".join(map(str, masked)) if masked else None)
    own = {name for (name, _), use in uses.items() if not use.is_public}
    return ReviewSide(
        record.record_id,
        candidate_id,
        record.source,
        record.document_on or record.received_at.date(),
        shown,
        frozenset({name for name, _ in uses} - own),
        len(people.uids[candidate_id]),
    )


def _shown(name: str, value: Any, uses: Mapping[tuple[str, str], Use], other: Any) -> str | None:
    """Return a value as a reviewer sees it; of several contacts those that both records have come first."""
    if value in (None, "", []):
        return None
    values = [str(one) for one in (value if isinstance(value, list) else [value])]
    if name not in CONTACT_FIELDS:
        return ", ".join(values)
    theirs = {str(one) for one in (other if isinstance(other, list) else [other])}
    first = sorted(values, key=lambda one: one not in theirs)
    return ", ".join(f"{masked_contact(one).removeprefix(_HOME_CODE)}{_mark(uses.get((name, one)))}" for one in first)


def _mark(use: Use | None) -> str:
    if use is None or use.use is ContactUse.OWN:
        return ""
    if use.use is ContactUse.SEVERAL:
        return f" {use.n_names}{use.use.zh}/{use.n_names} {use.use.en}"
    return f" {use.use.zh}/{use.use.en}"
