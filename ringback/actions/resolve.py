"""Give every source record its place in the pool.

The pool is a function of the records, the human decisions and the model version. :func:`resolve_pending` keeps it so in
steps: each chunk is one transaction that judges the pairs of its new records (and of the records whose shared contacts
they made more or less trustworthy), clusters the neighbourhood anew, and writes down what changed. Killed anywhere and run
again, in any order and any chunks, it ends in the same pool.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from ringback.actions.pool import clusters, contacts, following, keys, pairs, profiles, reviews
from ringback.actions.pool.rows import change, collector_paused, lock_pool
from ringback.identity.model import VERSION
from ringback.identity.records import record_uid, source_record_columns
from ringback.store.engine import copy_log_beside, room_for_bulk
from schemas.tables import RecordFeature, SourceRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from threading import Thread

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from ringback.actions.pool.contacts import Address
    from ringback.actions.pool.keys import Known
    from ringback.identity.golden import Member
    from ringback.workspace import Workspace
    from schemas.records import ParsedResume

__all__ = [
    "ResolveSummary",
    "is_outdated",
    "new_source_record",
    "place_at_once",
    "place_records",
    "rebuild_pool",
    "record_uid",
    "resolve_pending",
]

CHUNK_RECORDS = 10_000
"""Records resolved in one transaction: enough to make the statements worth their while, within a gigabyte."""


MANY_RECORDS = 200
"""From so many on, the commit is large enough for SQLite's log to be copied beside it."""


@dataclass(frozen=True, slots=True)
class ResolveSummary:
    """What one call did: records placed, people new and changed, pairs newly put to a person."""

    n_records: int = 0
    n_candidates_new: int = 0
    n_candidates_updated: int = 0
    n_reviews: int = 0

    def __add__(self, other: ResolveSummary) -> ResolveSummary:
        """Add two calls up."""
        return ResolveSummary(
            self.n_records + other.n_records,
            self.n_candidates_new + other.n_candidates_new,
            self.n_candidates_updated + other.n_candidates_updated,
            self.n_reviews + other.n_reviews,
        )


def new_source_record(  # noqa: PLR0913 (one argument a column)
    ws: Workspace,
    parsed: ParsedResume,
    *,
    source: str,
    record_id: str,
    uid: str,
    path: str | None,
    member: str | None,
    received_at: datetime,
    intake_file_id: int | None,
) -> dict[str, Any]:
    """Return the column values of a ``source_record`` row that waits to be resolved; nothing is written.

    Its time zone comes from the phone's region, else it is the office's.
    """
    return source_record_columns(
        parsed,
        source=source,
        record_id=record_id,
        uid=uid,
        path=path,
        member=member,
        received_at=received_at,
        intake_file_id=intake_file_id,
        office_timezone=ws.settings.timezone,
    )


def resolve_pending(
    ws: Workspace,
    *,
    now: datetime,
    limit: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    chunk: int = CHUNK_RECORDS,
) -> ResolveSummary:
    """Place every record that waits (at most ``limit``), chunk by chunk; a second call finds nothing to do.

    One resolver works at a time on a database; a second one waits for each chunk of the first and takes what is left.
    """
    left = sys.maxsize if limit is None else limit
    total = min(_n_waiting(ws), left) if progress else 0
    done = ResolveSummary()
    copying: Thread | None = None
    with room_for_bulk(ws.engine):
        while left > done.n_records:
            if copying:
                copying.join()
            size = min(chunk, left - done.n_records)
            with collector_paused():  # out here, where a chunk's objects are gone before it walks again
                placed = _place_some(ws, size, now=now)
            done += placed
            if progress and placed.n_records:
                progress(done.n_records, max(total, done.n_records))
            if placed.n_records >= MANY_RECORDS:
                copying = copy_log_beside(ws.engine)
            if placed.n_records < size:
                break
    return done


def _place_some(ws: Workspace, size: int, *, now: datetime) -> ResolveSummary:
    """Place up to ``size`` waiting records in one transaction."""
    with ws.writing() as session:
        lock_pool(session)
        waiting = keys.load_unresolved(session, size)
        return _place_new(session, ws, waiting, now=now) if waiting else ResolveSummary()


def place_at_once(session: Session, ws: Workspace, uid: str, *, now: datetime) -> ResolveSummary:
    """Place one waiting record in the caller's transaction, which holds the pool's lock (:func:`lock_pool`)."""
    return _place_new(session, ws, keys.load_unresolved(session, 1, uid=uid), now=now)


def rebuild_pool(
    ws: Workspace,
    *,
    now: datetime,
    only_outdated: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> ResolveSummary:
    """Judge records anew, as after a change of the model; decisions and ids stand. The pool comes out as from scratch.

    ``only_outdated``: only the records that were placed by another version of the model, and those that wait. Killed and
    begun again, such a rebuild goes on where it was.
    """
    placed = SourceRecord.erased_at.is_(None)
    with ws.writing() as session:
        lock_pool(session)
        records = placed & SourceRecord.id.in_(_outdated()) if only_outdated else placed
        session.execute(update(SourceRecord).where(records).values(resolved_at=None))
    return resolve_pending(ws, now=now, progress=progress)


def is_outdated(session: Session) -> bool:
    """Return whether a record was placed by another version of the model than this program's."""
    return session.execute(_outdated().limit(1)).first() is not None


def _outdated() -> Select[tuple[int]]:
    return select(RecordFeature.source_record_id).where(RecordFeature.model_version != VERSION)


def _n_waiting(ws: Workspace) -> int:
    with ws.reading() as session:
        waiting = select(func.count()).where(SourceRecord.resolved_at.is_(None), SourceRecord.erased_at.is_(None))
        return session.scalar(waiting) or 0


def _place_new(session: Session, ws: Workspace, waiting: list[keys.NewRecord], *, now: datetime) -> ResolveSummary:
    ids = [record.record_id for record in waiting]
    affected = set(ids) | keys.withdraw_keys(session, keys.already_placed(session, ids))
    keys.store_keys(session, ws.vault, waiting)
    affected |= keys.flip_states(session, ids)
    known = {record.record_id: keys.Known(record.member.uid, record.features) for record in waiting}
    members = {record.record_id: record.member for record in waiting}
    summary = replace(place_records(session, ws, affected, known=known, members=members, now=now), n_records=len(ids))
    change(session, "UPDATE source_record SET resolved_at = :now WHERE id IN (SELECT id FROM {batch} b)", ids, now=now)
    return summary


def place_records(
    session: Session,
    ws: Workspace,
    affected: Collection[int],
    *,
    known: dict[int, Known] | None = None,
    members: dict[int, Member] | None = None,
    bereft: Collection[int] = (),
    erased: Collection[Address] = (),
    now: datetime,
) -> ResolveSummary:
    """Judge the pairs of these records anew and bring every person around them up to date, in the caller's transaction.

    ``bereft`` are records of people who lose another record, which is erased with its addresses: they get a new profile too.
    ``known`` and ``members`` are the features and contents of new and renewed records, where there are any: their people
    get a new profile in any case.
    """
    known, members = known or {}, members or {}
    arrived = set(members)
    touched = pairs.rejudge(session, affected, known)
    around = clusters.find_people(session, touched, known)
    people = clusters.changed_people(around, members.keys() | set(bereft))
    derived = profiles.derive_profiles(session, ws, around, people, members)
    profiles.store_candidates(session, people, derived, members, now=now)
    following.pin_to_lead(session, around, derived)
    moved = clusters.store_members(session, around, people, now=now)
    following.follow_records(session, moved, derived.ended.keys())
    contacts.store_contacts(session, ws.vault, people, derived, erased=erased, now=now)
    profiles.store_skills(session, people, derived)
    following.store_consents(session, members, arrived, around, now=now)
    following.store_events(session, around, people, derived, now=now)
    n_reviews = reviews.store_reviews(session, around)
    n_new = sum(1 for p in people if not p.former and p.candidate_id not in derived.stored)
    return ResolveSummary(0, n_new, len(people) - n_new, n_reviews)
