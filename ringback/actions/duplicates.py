"""What people decide about duplicates: judge a doubtful pair, merge and split by hand.

Everything is kept as a decision between *records* and honoured for ever; people (candidates) are only what follows from
it. So every decision can be taken back, and the pool is then as if it had never been made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from ringback.actions.contradictions import contradictions_of
from ringback.actions.pool import decisions
from ringback.actions.pool.rows import lock_pool
from ringback.actions.resolve import place_records
from ringback.errors import NotFoundError, UsageError
from schemas.tables import AuditEntry, Candidate, Membership, SourceRecord
from schemas.words import DuplicateVerdict

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ringback.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision led to: the people the two sides belong to now.

    ``note`` says if another decision stood against it, or if more people came apart than were named.
    """

    candidate_id_a: str
    candidate_id_b: str
    is_one_person: bool
    note: str = ""


def review_duplicate(
    ws: Workspace,
    *,
    record_id_a: str,
    record_id_b: str,
    verdict: DuplicateVerdict,
    note: str | None = None,
    actor: str,
    now: datetime,
) -> Decided:
    """Store what a person says of two records and bring the pool in line; the same call again changes nothing more.

    ``different`` keeps them apart for ever, whatever arrives; ``revoke`` leaves the pair to the evidence again.

    Raises:
        NotFoundError: there is no such record, or it was erased.
        UsageError: the two ids are the same, or there is no decision to take back.
    """
    if record_id_a == record_id_b:
        raise UsageError(f"{record_id_a} was named twice; name the two records of the pair.")
    with ws.writing() as session:
        lock_pool(session)
        a, b = _record(session, record_id_a), _record(session, record_id_b)
        pair = decisions.ordered(a.uid, b.uid)
        if verdict is DuplicateVerdict.REVOKE and not decisions.revoke(session, [pair], now=now):
            raise UsageError(f"No decision stands on {record_id_a} and {record_id_b}; there is nothing to take back.")
        decisions.decide(session, [pair], verdict, note=note, actor=actor, now=now)
        place_records(session, ws, {a.id, b.id}, now=now)
        _audit(session, f"duplicate_{verdict.value}", f"{record_id_a} {record_id_b}"[:100], actor, now)
        return _decided(session, a.id, b.id, verdict)


def merge_candidates(
    ws: Workspace, *, candidate_id: str, other_candidate_id: str, note: str | None = None, actor: str, now: datetime
) -> Decided:
    """Make two candidates one person: a "same" between their leading records; earlier "different" across them ends.

    Raises:
        NotFoundError: a candidate does not exist or has no records.
        UsageError: both are the same person already.
    """
    with ws.writing() as session:
        lock_pool(session)
        left, right = _members(session, candidate_id), _members(session, other_candidate_id)
        if left[0].id == right[0].id:
            raise UsageError("These two are one person already; nothing was changed.")
        pairs = decisions.across([r.uid for r in left], [r.uid for r in right])
        decisions.revoke(session, pairs, now=now, verdict=DuplicateVerdict.DIFFERENT)
        lead = decisions.ordered(left[0].uid, right[0].uid)
        decisions.decide(session, [lead], DuplicateVerdict.SAME, note=note, actor=actor, now=now)
        place_records(session, ws, {r.id for r in (*left, *right)}, now=now)
        _audit(session, "candidates_merged", candidate_id, actor, now)
        return _decided(session, left[0].id, right[0].id, DuplicateVerdict.SAME)


def split_candidate(
    ws: Workspace, *, candidate_id: str, record_ids: Collection[str], note: str | None = None, actor: str, now: datetime
) -> Decided:
    """Make the named records of a candidate another person: "different" between each of them and each that stays.

    What hangs on a record goes with it. ``candidate_id_b`` of the result is the person split off.

    Raises:
        NotFoundError: the candidate or a record does not exist.
        UsageError: no record, or every record, of the candidate is named.
    """
    with ws.writing() as session:
        lock_pool(session)
        members = _members(session, candidate_id)
        going = [r for r in members if r.record_id in set(record_ids)]
        staying = [r for r in members if r.record_id not in set(record_ids)]
        if len(going) != len(set(record_ids)):
            raise NotFoundError(
                f"Not all of these records belong to candidate {candidate_id}; look at its records first."
            )
        if not going or not staying:
            raise UsageError("Name some of the candidate's records, but not all: something must stay.")
        pairs = decisions.across([r.uid for r in staying], [r.uid for r in going])
        decisions.decide(session, pairs, DuplicateVerdict.DIFFERENT, note=note, actor=actor, now=now)
        place_records(session, ws, {r.id for r in members}, now=now)
        _audit(session, "candidate_split", candidate_id, actor, now)
        decided = _decided(session, staying[0].id, going[0].id, DuplicateVerdict.DIFFERENT)
        return replace(decided, note=decided.note or _came_apart(session, members))


def _record(session: Session, record_id: str) -> SourceRecord:
    found = session.scalar(
        select(SourceRecord).where(SourceRecord.record_id == record_id, SourceRecord.erased_at.is_(None))
    )
    if found is None:
        raise NotFoundError(f"There is no record {record_id}; see ringback export sources.")
    if found.resolved_at is None:
        raise UsageError(f"Record {record_id} has not been resolved yet; run ringback ingest, then decide.")
    return found


def _members(session: Session, candidate_id: str) -> list[SourceRecord]:
    """Return the records of a candidate, the leading one first; an ended candidate stands for the one it leads to."""
    leads_to = session.scalar(select(Candidate.merged_into).where(Candidate.candidate_id == candidate_id))
    query = (
        select(SourceRecord)
        .join(Membership, Membership.source_record_id == SourceRecord.id)
        .where(Membership.candidate_id == (leads_to or candidate_id))
        .order_by(SourceRecord.received_at, SourceRecord.uid)
    )
    found = list(session.scalars(query))
    if not found:
        raise NotFoundError(f"There is no candidate {candidate_id} with records.")
    return found


def _decided(session: Session, a_id: int, b_id: int, verdict: DuplicateVerdict) -> Decided:
    owner = dict(
        session.execute(
            select(Membership.source_record_id, Membership.candidate_id).where(
                Membership.source_record_id.in_((a_id, b_id))
            )
        )
        .tuples()
        .all()
    )
    is_one = owner[a_id] == owner[b_id]
    stands_against = (verdict is DuplicateVerdict.SAME and not is_one) or (
        verdict is DuplicateVerdict.DIFFERENT and is_one
    )
    if stands_against:
        return Decided(owner[a_id], owner[b_id], is_one, STANDS_AGAINST)
    return Decided(owner[a_id], owner[b_id], is_one, _overruled(session, set(owner.values())))


STANDS_AGAINST = "another decision keeps these people apart; take that one back first"


def _overruled(session: Session, people: set[str]) -> str:
    """Say whose answers about these people do not hold any more; they wait in the list of doubtful pairs."""
    said = (one.answers[0] for one in contradictions_of(session) if people & set(one.people))
    parts = [
        f"{old.by}'s answer of {old.at:%Y-%m-%d} no longer holds: {old.record_id_a} / {old.record_id_b} {old.verdict.en.lower()}"
        for old in said
    ]
    return "; ".join(parts) + ("; it waits in the list of pairs for a second look" if parts else "")


def _came_apart(session: Session, members: Sequence[SourceRecord]) -> str:
    """Say so if the records of one person are now more than two: what held them was the record that left."""
    query = select(Membership.candidate_id).where(Membership.source_record_id.in_([r.id for r in members])).distinct()
    people = sorted(session.scalars(query))
    if len(people) <= 2:  # noqa: PLR2004 (who stays, and who leaves)
        return ""
    return (
        f"these records are {len(people)} people now ({', '.join(people)}): what held the others together left too;"
        " merge those who belong together"
    )


def _audit(session: Session, action: str, subject: str | None, actor: str, now: datetime) -> None:
    session.add(AuditEntry(at=now, actor=actor, action=action, subject=subject, detail={}))
