"""Answers of people that cannot both hold. The pool needs one of them, so the newest holds, and the pair waits for a person.

Two kinds: a "same" that is not honoured because a "different" stands between the two people that newer answers made; and
an answer that somebody else took back by saying the opposite. Both end when a person answers for that pair once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import aliased

from schemas.tables import MatchDecision, Membership, SourceRecord
from schemas.words import DuplicateVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

MOST_ANSWERS = 3
"""Answers shown that stand against one; a split by hand leaves one for every two records."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said of two records, when."""

    verdict: DuplicateVerdict
    record_id_a: str
    record_id_b: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two records (by row id) on which the answers contradict each other; ``kind`` is ``answers`` or ``overruled``.

    The first of ``answers`` is the one that does not hold; ``people`` are the candidates that the two belong to now.
    """

    a_id: int
    b_id: int
    people: tuple[str, str]
    kind: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A decision with the records it names and the people these belong to now."""

    decision: MatchDecision
    a_id: int
    b_id: int
    answer: Answer
    people: tuple[str, str]


def contradictions_of(session: Session) -> list[Contradiction]:
    """Return what waits for a person because answers contradict each other, the newest first."""
    found = {one.answers[0]: one for one in (*_not_honoured(session), *_overruled(session))}
    pairs: dict[tuple[int, int], Contradiction] = {}
    for one in sorted(found.values(), key=lambda c: (max(a.at for a in c.answers), c.a_id, c.b_id), reverse=True):
        pairs.setdefault((one.a_id, one.b_id), one)
    return list(pairs.values())


def _placed(session: Session, query: Select[Any] | None = None) -> Iterator[_Placed]:
    for row in session.execute(_decisions() if query is None else query).tuples():
        decision, a_id, b_id, record_a, record_b, person_a, person_b = row
        answer = Answer(decision.verdict, record_a, record_b, decision.decided_by, decision.decided_at)
        yield _Placed(decision, a_id, b_id, answer, (person_a, person_b))


_A, _B = aliased(SourceRecord), aliased(SourceRecord)
_OF_A, _OF_B = aliased(Membership), aliased(Membership)


def _decisions() -> Select[Any]:
    """Select decisions on records that have a place in the pool."""
    columns = (MatchDecision, _A.id, _B.id, _A.record_id, _B.record_id, _OF_A.candidate_id, _OF_B.candidate_id)
    return (
        select(*columns)
        .join(_A, _A.uid == MatchDecision.uid_a)
        .join(_B, _B.uid == MatchDecision.uid_b)
        .join(_OF_A, _OF_A.source_record_id == _A.id)
        .join(_OF_B, _OF_B.source_record_id == _B.id)
        .order_by(MatchDecision.decided_at.desc(), MatchDecision.id.desc())
    )


def _not_honoured(session: Session) -> Iterator[Contradiction]:
    standing = _decisions().where(MatchDecision.revoked_at.is_(None))
    same = standing.where(MatchDecision.verdict == DuplicateVerdict.SAME, _OF_A.candidate_id != _OF_B.candidate_id)
    broken = list(_placed(session, same))
    people = sorted({person for one in broken for person in one.people})
    different = standing.where(
        MatchDecision.verdict == DuplicateVerdict.DIFFERENT,
        _OF_A.candidate_id.in_(people),
        _OF_B.candidate_id.in_(people),
    )
    against = list(_placed(session, different)) if people else []
    for one in broken:
        between = [other.answer for other in against if set(other.people) == set(one.people)]
        yield Contradiction(one.a_id, one.b_id, one.people, "answers", (one.answer, *between[:MOST_ANSWERS]))


def _overruled(session: Session) -> Iterator[Contradiction]:
    """Find standing answers that ended another one's opposite answer, and were not confirmed since."""
    earlier = aliased(MatchDecision)
    is_same_pair = and_(earlier.uid_a == MatchDecision.uid_a, earlier.uid_b == MatchDecision.uid_b)
    is_by_merge = MatchDecision.verdict == DuplicateVerdict.SAME
    query = (
        _decisions()
        .add_columns(earlier)
        .join(earlier, earlier.revoked_at == MatchDecision.decided_at)
        .where(MatchDecision.revoked_at.is_(None), earlier.verdict != MatchDecision.verdict)
        .where(earlier.decided_by != MatchDecision.decided_by, or_(is_same_pair, is_by_merge))
    )
    rows = session.execute(query).tuples().all()
    where = _places(session, [uid for row in rows for uid in (row[7].uid_a, row[7].uid_b)])
    for decision, a_id, b_id, record_a, record_b, person_a, person_b, before in rows:
        old_a, old_b = where.get(before.uid_a), where.get(before.uid_b)
        if old_a is None or old_b is None:
            continue
        is_here = (before.uid_a, before.uid_b) == (decision.uid_a, decision.uid_b)
        if is_here or {person_a, person_b} == {old_a[1], old_b[1]}:
            old = Answer(before.verdict, old_a[0], old_b[0], before.decided_by, before.decided_at)
            new = Answer(decision.verdict, record_a, record_b, decision.decided_by, decision.decided_at)
            yield Contradiction(a_id, b_id, (person_a, person_b), "overruled", (old, new))


def _places(session: Session, uids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return record id and person of these records, by uid."""
    query = select(SourceRecord.uid, SourceRecord.record_id, Membership.candidate_id).join(
        Membership, Membership.source_record_id == SourceRecord.id
    )
    rows = session.execute(query.where(SourceRecord.uid.in_(sorted(set(uids))))).tuples() if uids else ()
    return {uid: (record_id, candidate_id) for uid, record_id, candidate_id in rows}
