"""What of erased records lies outside the pool: originals, what the console channel wrote, answers and the audit's subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, or_, select, update

from ringback.actions.settling import reason_path
from ringback.channels.console import ConsoleFile
from ringback.identity.comparison import FULL_AGREEMENTS, compare_names
from ringback.identity.names import parse_name
from ringback.identity.repeats import Identity, is_somebody_else
from ringback.store.files import has_bytes
from ringback.store.parts import in_parts
from schemas.tables import AuditEntry, IntakeFile, MatchDecision, OutboxMessage, QuarantinedRow, SourceRecord
from schemas.words import WAITS_FOR_NOBODY, FileState, QuarantineState

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

    from ringback.workspace import Workspace

FORGOTTEN = "(erased)"
"""Stands for a name or an id of which nothing may be left."""

_BATCH = 300


def forget_answers(session: Session, uids: Collection[str]) -> None:
    """Delete what people said of these records, with their notes: it is as if the records had never come."""
    for some in in_parts(sorted(uids), _BATCH):
        session.execute(delete(MatchDecision).where(or_(MatchDecision.uid_a.in_(some), MatchDecision.uid_b.in_(some))))


def forget_subjects(session: Session, record_ids: Collection[str]) -> None:
    """Take the ids of these records out of the audit log, where they may be a phone number; who did what, and when, stays."""
    for some in in_parts(sorted(record_ids), _BATCH):
        named = or_(*(AuditEntry.subject.contains(record_id, autoescape=True) for record_id in some))
        session.execute(
            update(AuditEntry).where(AuditEntry.action.startswith("duplicate_"), named).values(subject=FORGOTTEN)
        )


def messages_of(session: Session, record_ids: Collection[int], candidate_ids: Collection[str]) -> set[str]:
    """Return the messages that hang on these records or people."""
    found: set[str] = set()
    for column, ids in ((OutboxMessage.source_record_id, record_ids), (OutboxMessage.candidate_id, candidate_ids)):
        for some in in_parts(sorted(ids), _BATCH):
            found.update(session.scalars(select(OutboxMessage.message_id).where(column.in_(some))))
    return found


def forget_messages(session: Session, ws: Workspace, before: Collection[str], phones: Collection[str]) -> None:
    """Take out of the console's files the messages of ``before`` that are in the outbox no more, and calls to ``phones``."""
    still: set[str] = set()
    for some in in_parts(sorted(before), _BATCH):
        still.update(session.scalars(select(OutboxMessage.message_id).where(OutboxMessage.message_id.in_(some))))
    ConsoleFile(ws.outbox).forget(set(before) - still, phones)


def forget_copies(session: Session, people: Sequence[Identity], file_ids: Collection[int]) -> set[int]:
    """Delete what quarantine keeps of these people, dismissed or not; return the files that it came from.

    Theirs is what has a phone, address or id of theirs and no name that conflicts (a family has one number), and in their
    own files (``file_ids``) what bears their name.
    """
    theirs: dict[int, int | None] = {}
    kept = select(QuarantinedRow.id, QuarantinedRow.intake_file_id, QuarantinedRow.profile)
    query = kept.where(QuarantinedRow.profile.is_not(None)).execution_options(yield_per=1000)
    for row_id, file_id, profile in session.execute(query).tuples():
        found = Identity.of_profile(profile or {})
        if any(_is_of(found, person, is_own_file=file_id in file_ids) for person in people):
            theirs[row_id] = file_id
    for some in in_parts(sorted(theirs), _BATCH):
        session.execute(delete(QuarantinedRow).where(QuarantinedRow.id.in_(some)))
    return {file_id for file_id in theirs.values() if file_id is not None}


def _is_of(found: Identity, person: Identity, *, is_own_file: bool) -> bool:
    if not found.contacts.isdisjoint(person.contacts):
        return not is_somebody_else(found, person)
    return is_own_file and compare_names(parse_name(found.name), parse_name(person.name))[1] in FULL_AGREEMENTS


def forget_originals(session: Session, ws: Workspace, file_ids: Collection[int]) -> tuple[list[str], list[str]]:
    """Delete the stored originals in which nothing of anybody else is, and that they were ever seen; return (deleted, kept).

    Somebody else's is a record in the pool, and what waits in quarantine or was only dismissed. Dropped again, a deleted file
    is a new one. Of a file with refused rows the sighting stays, without its name.
    """
    alive = (
        select(func.count())
        .select_from(SourceRecord)
        .where(SourceRecord.intake_file_id == IntakeFile.id, SourceRecord.erased_at.is_(None))
        .scalar_subquery()
    )
    refused = select(func.count()).select_from(QuarantinedRow).where(QuarantinedRow.intake_file_id == IntakeFile.id)
    waiting = refused.where(
        QuarantinedRow.state != QuarantineState.READMITTED, QuarantinedRow.code.not_in(WAITS_FOR_NOBODY)
    )
    query = select(IntakeFile, alive + waiting.scalar_subquery(), refused.scalar_subquery())
    deleted, kept = [], []
    for some in in_parts(sorted(file_ids), _BATCH):
        for file, n_others, n_refused in session.execute(query.where(IntakeFile.id.in_(some))).tuples().all():
            if n_others:
                kept.append(file.stored_path or file.sha256)
                continue
            deleted += _delete_file(ws, file)
            same = IntakeFile.sha256 == file.sha256
            if n_refused:
                session.execute(update(IntakeFile).where(same).values(path=FORGOTTEN))
                session.execute(
                    update(QuarantinedRow)
                    .where(QuarantinedRow.intake_file_id.in_(select(IntakeFile.id).where(same)))
                    .values(path=FORGOTTEN, profile=None)
                )
            else:
                session.execute(delete(IntakeFile).where(same))
    return deleted, kept


def _delete_file(ws: Workspace, file: IntakeFile) -> list[str]:
    """Delete an original where it rests, or where a pass that was killed left it; return its path, if it was written down."""
    if file.stored_path is not None:
        resting = ws.settings.home / file.stored_path
        resting.unlink(missing_ok=True)
        if file.state is FileState.QUARANTINED:
            reason_path(resting).unlink(missing_ok=True)
        return [file.stored_path]
    dropped = ws.drop / file.path
    if file.path != FORGOTTEN and has_bytes(dropped, file.sha256):
        dropped.unlink()
    return []
