"""Writing down what was judged of a batch of files, so that no record that a database refuses keeps the others out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.exc import DataError, DBAPIError, StatementError
from sqlalchemy.orm import Session

from ringback.actions.intake import ClaimedFile
from ringback.actions.kept_contacts import forget_kept
from ringback.actions.resolve import new_source_record, record_uid
from ringback.readers.refusals import explain
from ringback.store.engine import writing
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.records import ParsedResume, Unreadable
from schemas.tables import IntakeFile, QuarantinedRow, SourceRecord
from schemas.words import FileState, QuarantineState


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """What may be stored of one file, and what is put aside with its reason."""

    file: ClaimedFile
    accepted: tuple[ParsedResume, ...]
    held: tuple[tuple[ParsedResume, Unreadable], ...]
    problems: tuple[Unreadable, ...]

    @property
    def refusals(self) -> tuple[tuple[ParsedResume | None, Unreadable], ...]:
        """Everything put aside, with the resume where one was read."""
        return (*self.held, *((None, problem) for problem in self.problems))


def store_verdicts(workspace: Workspace, verdicts: Sequence[FileVerdict], *, now: datetime) -> int:
    """Write a batch down, in one transaction: records, quarantined parts, the fate of each file; return new records.

    A second call with the same verdicts changes nothing. What the database refuses is put aside by itself: no record keeps
    the others of its file, no file the others of its batch, out of the pool.
    """
    try:
        return _write(workspace, verdicts, now)
    except (StatementError, UnicodeError, OverflowError) as error:
        if not _is_of_value(error):
            raise
        return sum(_write(workspace, [_storable(workspace, verdict, now)], now) for verdict in verdicts)


def _write(workspace: Workspace, verdicts: Sequence[FileVerdict], now: datetime) -> int:
    records = [record for verdict in verdicts for record in _records_of(workspace, verdict, now)]
    refused = [row for verdict in verdicts for row in _quarantine_rows(verdict, now)]
    with workspace.writing() as session:
        n = insert_new(session, SourceRecord, records)
        insert_new(session, QuarantinedRow, refused)
        forget_kept(session, [verdict.file for verdict in verdicts if verdict.accepted])
        session.execute(update(IntakeFile), [_fate(verdict, now) for verdict in verdicts])
    return n


def _is_of_value(error: Exception) -> bool:
    """Tell a value that cannot be kept from trouble with the database, and from rows that do not belong together.

    The next pass may find the one mended. The other - a file that is not there, a column left empty - is no value of a record
    but a mistake of the program, and put aside it would look like one of the file: it must be heard.
    """
    return not isinstance(error, DBAPIError) or isinstance(error, DataError)


def _storable(workspace: Workspace, verdict: FileVerdict, now: datetime) -> FileVerdict:
    """Return a verdict with those records refused that the database does not take, tried one by one."""
    accepted, held, problems = [], [], list(verdict.problems)
    for resume in verdict.accepted:
        refusal = _refusal_of(workspace, replace(verdict, accepted=(resume,), held=(), problems=()), resume, now)
        if refusal:
            problems.append(refusal)
        else:
            accepted.append(resume)
    for resume, reason in verdict.held:
        refusal = _refusal_of(
            workspace, replace(verdict, accepted=(), held=((resume, reason),), problems=()), resume, now
        )
        if refusal:
            problems.append(refusal)
        else:
            held.append((resume, reason))
    return replace(verdict, accepted=tuple(accepted), held=tuple(held), problems=tuple(problems))


def _refusal_of(workspace: Workspace, part: FileVerdict, resume: ParsedResume, now: datetime) -> Unreadable | None:
    """Return why the database does not take one record, None if it does; nothing stays written of the trial."""
    with Session(writing(workspace.engine)) as trial:
        try:
            insert_new(trial, SourceRecord, _records_of(workspace, part, now))
            insert_new(trial, QuarantinedRow, _quarantine_rows(part, now))
        except (StatementError, UnicodeError, OverflowError) as error:
            if not _is_of_value(error):
                raise
            return explain("unstorable", detail=_of_value(error), member=resume.member)
        finally:
            trial.rollback()
    return None


def _of_value(error: StatementError | UnicodeError | OverflowError) -> str:
    """Say in words what kind of value it is: drivers wrap what they choke on, and each has its own name for it."""
    cause = error.orig if isinstance(error, StatementError) and error.orig else error
    if isinstance(cause, UnicodeError):
        return "a character that no text may hold"
    return "a number out of bounds" if isinstance(cause, OverflowError) else "a value out of bounds"


def _records_of(workspace: Workspace, verdict: FileVerdict, now: datetime) -> list[dict[str, Any]]:
    file = verdict.file
    return [
        new_source_record(
            workspace,
            resume,
            source=file.source,
            record_id=file.sha256 if resume.member is None else f"{file.sha256}#{resume.member}",
            uid=record_uid(file.source, file.sha256, resume.member),
            path=file.shown,
            member=resume.member,
            received_at=now,
            intake_file_id=file.intake_file_id,
        )
        for resume in verdict.accepted
    ]


def _quarantine_rows(verdict: FileVerdict, now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "intake_file_id": verdict.file.intake_file_id,
            "path": verdict.file.shown,
            "member": reason.member or "",
            "source": verdict.file.source,
            "code": reason.code,
            "message": reason.message,
            "hint": reason.hint,
            "received_at": now,
            "state": QuarantineState.OPEN,
            "profile": None if resume is None else profile_of(resume),
        }
        for resume, reason in verdict.refusals
    ]


def profile_of(resume: ParsedResume) -> dict[str, Any]:
    """Return a resume as JSON values, so that a held row can be mended and taken in later."""
    values = asdict(resume)
    values["document_on"] = resume.document_on.isoformat() if resume.document_on else None
    return values


def _fate(verdict: FileVerdict, now: datetime) -> dict[str, Any]:
    """Return the new state of a file: stored if anything of it was accepted, else refused with the first reason."""
    reasons = [reason for _, reason in verdict.refusals]
    fate: dict[str, Any] = {
        "id": verdict.file.intake_file_id,
        "state": FileState.STORED if verdict.accepted else FileState.REFUSED,
        "updated_at": now,
        "n_resumes": len(verdict.accepted),
        "n_problems": len(reasons),
        "code": None,
        "message": None,
        "hint": None,
    }
    if not verdict.accepted:
        more = f" (+{len(reasons) - 1})" if len(reasons) > 1 else ""
        fate |= {"code": reasons[0].code, "message": reasons[0].message + more, "hint": reasons[0].hint}
    return fate
