"""Records are taken out of the pool as if they had never come, and what hung on them with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from ringback.actions import forgetting
from ringback.actions.pool import erasing
from ringback.actions.pool.rows import insert_rows, lock_pool
from ringback.actions.resolve import place_records
from ringback.errors import UsageError
from ringback.identity.golden import Member, golden_profile
from ringback.identity.model import VERSION
from ringback.store.queries.facts import lock_candidates
from ringback.store.upsert import insert_new
from schemas.tables import AuditEntry, Candidate, Membership, OutboxMessage, ResolutionEvent, SourceRecord, Suppression
from schemas.words import ContactKind, ContactState, MessageState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ringback.actions.pool.contacts import Address
    from ringback.workspace import Workspace

UNDER_WAY = (MessageState.CLAIMED, MessageState.SENDING, MessageState.IN_DOUBT)


def erase_records(
    ws: Workspace,
    *,
    record_ids: Sequence[str],
    actor: str,
    now: datetime,
    also: Callable[[Session], None] = lambda _: None,
) -> int:
    """Take records out of the pool as if they had never come; return how many were there.

    Keys that they had made doubtful are trusted again, people that only they held together come apart, and what hung on
    them is deleted, what people said of them too. Of an imported record a keyed hash of its id stays, so that a later import
    does not bring it back unawares; of one that came as a file nothing. ``also`` is done in the same transaction, last.
    Calling it again changes nothing.

    Raises:
        UsageError: a message to one of these people is just being sent, or may have been: its end must be written first.
    """
    with ws.writing() as session:
        lock_pool(session)
        rows = session.scalars(
            select(SourceRecord).where(SourceRecord.record_id.in_(list(record_ids)), SourceRecord.erased_at.is_(None))
        ).all()
        if not rows:
            return 0
        n = len(rows)
        _refuse_under_way(session, {row.id for row in rows})
        contacts, names = _contacts_of(ws, rows), {row.record_id for row in rows}
        addresses = {(kind, ws.vault.blind(kind.value, value)) for kind, value in contacts}
        messages = _take_out(session, ws, rows, addresses, now=now)
        session.add(AuditEntry(at=now, actor=actor, action="records_erased", subject=None, detail={"n_records": n}))
        forgetting.forget_subjects(session, names)
        forgetting.forget_messages(session, ws, messages, {v for kind, v in contacts if kind is ContactKind.PHONE})
        also(session)
        return n


def _take_out(
    session: Session, ws: Workspace, rows: Sequence[SourceRecord], addresses: set[Address], *, now: datetime
) -> set[str]:
    """Blank the records and resolve those around them anew; return the messages that were written to their people."""
    ids, uids = {row.id for row in rows}, {row.uid for row in rows}
    tombs = {row.id: None if row.intake_file_id else erasing.tomb_of(ws.vault, row.record_id) for row in rows}
    bereft = _suppress_if_closed(session, ids, addresses, now=now)
    around, owners = erasing.withdraw_records(session, ids)
    messages = forgetting.messages_of(session, ids, owners)
    for row in rows:
        row.profile = {}
    session.flush()
    erasing.delete_following(session, ids)
    forgetting.forget_answers(session, uids)
    erasing.blank_records(session, tombs, now=now)
    session.expire_all()
    place_records(session, ws, around, bereft=bereft, erased=addresses, now=now)
    _drop_empty(session, owners, now=now)
    erasing.blank_ended(session, owners)
    return messages


def _contacts_of(ws: Workspace, rows: Sequence[SourceRecord]) -> set[tuple[ContactKind, str]]:
    """Return the addresses that these records name."""
    found: set[tuple[ContactKind, str]] = set()
    for row in rows:
        member = Member(
            row.uid, row.source, row.received_at, row.document_on, row.timezone, row.role_family, row.profile
        )
        found |= set(golden_profile([member], office_timezone=ws.settings.timezone).contacts)
    return found


def _suppress_if_closed(
    session: Session, record_ids: Collection[int], addresses: set[Address], *, now: datetime
) -> set[int]:
    """Keep in mind, without a name, that nobody at these addresses is to be written to, if their person said so.

    Returns all records of the people that lose one.
    """
    owners = select(Membership.candidate_id).where(Membership.source_record_id.in_(record_ids))
    closed = select(Candidate.candidate_id).where(
        Candidate.candidate_id.in_(owners), Candidate.is_do_not_contact.is_(True)
    )
    if session.scalars(closed).first() is not None:
        rows = [
            {"kind": kind.value, "blind": blind, "reason": ContactState.OPTED_OUT.value, "at": now}
            for kind, blind in sorted(addresses)
        ]
        insert_new(session, Suppression, rows)
    members = select(Membership.source_record_id).where(Membership.candidate_id.in_(owners))
    return set(session.scalars(members)) - set(record_ids)


def _refuse_under_way(session: Session, record_ids: Collection[int]) -> None:
    query = select(Membership.candidate_id).where(Membership.source_record_id.in_(record_ids))
    owners = set(session.scalars(query))
    lock_candidates(session, owners)  # no dispatcher begins a message to them until this ends
    under_way = select(func.count()).where(OutboxMessage.candidate_id.in_(owners), OutboxMessage.state.in_(UNDER_WAY))
    if n := session.scalar(under_way):
        raise UsageError(
            f"{n} messages to these people are being sent, or it is not known whether they were. Wait for dispatch and"
            " reconcile, or say what became of them (ringback settle), then erase."
        )


def _drop_empty(session: Session, owners: set[str], *, now: datetime) -> None:
    still = set(session.scalars(select(Membership.candidate_id).where(Membership.candidate_id.in_(owners))))
    redirected = set(
        session.scalars(
            select(Candidate.candidate_id).where(Candidate.candidate_id.in_(owners), Candidate.merged_into.is_not(None))
        )
    )
    empty = owners - still - redirected
    erasing.delete_candidates(session, empty)
    columns = ("kind", "candidate_id", "other_candidate_id", "cause", "model_version", "at")
    events: list[tuple[Any, ...]] = [
        ("erased", candidate_id, None, {}, VERSION, now) for candidate_id in sorted(owners)
    ]
    insert_rows(session, ResolutionEvent, columns, events)
