"""What of erased records lies outside the pool: originals, what the console channel wrote, answers and the audit's subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, or_, select, update

from ringback.channels.console import ConsoleFile
from schemas.tables import AuditEntry, IntakeFile, MatchDecision, OutboxMessage, QuarantinedRow, SourceRecord
from schemas.words import QuarantineState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy.orm import Session

    from ringback.workspace import Workspace

FORGOTTEN = "(erased)"
"""Stands for a name or an id of which nothing may be left."""

_BATCH = 300


def forget_answers(session: Session, uids: Collection[str]) -> None:
    """Delete what people said of these records, with their notes: it is as if the records had never come."""
    for some in _parts(sorted(uids)):
        session.execute(delete(MatchDecision).where(or_(MatchDecision.uid_a.in_(some), MatchDecision.uid_b.in_(some))))


def forget_subjects(session: Session, record_ids: Collection[str]) -> None:
    """Take the ids of these records out of the audit log, where they may be a phone number; who did what, and when, stays."""
    for some in _parts(sorted(record_ids)):
        named = or_(*(AuditEntry.subject.contains(record_id, autoescape=True) for record_id in some))
        session.execute(
            update(AuditEntry).where(AuditEntry.action.startswith("duplicate_"), named).values(subject=FORGOTTEN)
        )


def messages_of(session: Session, record_ids: Collection[int], candidate_ids: Collection[str]) -> set[str]:
    """Return the messages that hang on these records or people."""
    found: set[str] = set()
    for column, ids in ((OutboxMessage.source_record_id, record_ids), (OutboxMessage.candidate_id, candidate_ids)):
        for some in _parts(sorted(ids)):
            found.update(session.scalars(select(OutboxMessage.message_id).where(column.in_(some))))
    return found


def forget_messages(session: Session, ws: Workspace, before: Collection[str], phones: Collection[str]) -> None:
    """Take out of the console's files the messages of ``before`` that are in the outbox no more, and calls to ``phones``."""
    still: set[str] = set()
    for some in _parts(sorted(before)):
        still.update(session.scalars(select(OutboxMessage.message_id).where(OutboxMessage.message_id.in_(some))))
    ConsoleFile(ws.outbox).forget(set(before) - still, phones)


def forget_originals(session: Session, ws: Workspace, file_ids: Collection[int]) -> tuple[list[str], list[str]]:
    """Delete the stored originals that nobody else's record comes from, and that they were ever seen; return (deleted, kept).

    Dropped again, such a file is a new one. Of a file with refused rows the sighting stays, without its name.
    """
    alive = (
        select(func.count())
        .select_from(SourceRecord)
        .where(SourceRecord.intake_file_id == IntakeFile.id, SourceRecord.erased_at.is_(None))
        .scalar_subquery()
    )
    refused = (
        select(func.count())
        .select_from(QuarantinedRow)
        .where(QuarantinedRow.intake_file_id == IntakeFile.id)
        .scalar_subquery()
    )
    columns = (IntakeFile.sha256, IntakeFile.stored_path, alive, refused)
    deleted, kept = [], []
    for some in _parts(sorted(file_ids)):
        for sha256, stored_path, n_alive, n_refused in session.execute(
            select(*columns).where(IntakeFile.id.in_(some))
        ).tuples():
            if n_alive:
                kept.append(stored_path or sha256)
                continue
            if stored_path is not None:
                (ws.settings.home / stored_path).unlink(missing_ok=True)
                deleted.append(stored_path)
            same = IntakeFile.sha256 == sha256
            if n_refused:
                session.execute(update(IntakeFile).where(same).values(path=FORGOTTEN))
                theirs = select(IntakeFile.id).where(same)
                session.execute(
                    update(QuarantinedRow)
                    .where(QuarantinedRow.intake_file_id.in_(theirs), QuarantinedRow.state != QuarantineState.OPEN)
                    .values(path=FORGOTTEN, profile=None)
                )
            else:
                session.execute(delete(IntakeFile).where(same))
    return deleted, kept


def _parts(ids: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(ids), _BATCH):
        yield ids[start : start + _BATCH]
