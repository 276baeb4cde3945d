"""Taking mended files and rows out of quarantine and in again.

A row that was read but held (no contact, an implausible value) is stored with what a person adds to it; what did not look
like a resume is stored as it was read, when a person names it by its id and it holds a contact. A file that could not be
read goes back to its drop folder, as it now lies in quarantine (mended, or the same bytes once OCR is installed), and the
next ingest pass reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ringback.actions.intake import one_pass_at_a_time
from ringback.actions.kept_contacts import Contacts, keep, take_kept
from ringback.actions.new_contact import given_contacts
from ringback.actions.resolve import new_source_record, record_uid
from ringback.actions.settling import free_path, put_back
from ringback.errors import UsageError
from ringback.readers.refusals import known_code
from ringback.store.files import digest_of
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.records import ParsedResume, Provenance
from schemas.tables import IntakeFile, QuarantinedRow, SourceRecord
from schemas.words import FileState, QuarantineState

ON_ONES_WORD = frozenset({"not_a_resume", "no_contact"})  # nothing is wrong with the file itself
NEEDS_CONTACT = (
    "没有读到联系方式，请补充电话或邮箱 / no phone or mail was read in it: give one with it (--phone, --email)"
)
UNREADABLE = "文件打不开：请改正所有者或权限后再试 / {path} cannot be read ({why}): correct its owner or rights, readmit it again"
GONE = "文件已不在隔离区 / the file is no longer at {path}; drop the mended one"
BACK = "已放回投递文件夹，下一次接收时重读 / back in its drop folder; the next pass reads it"
ADDED_THEN = "；所填联系方式会加上 / the contact you gave will be added to it"
LARGEST_ID = 2**63 - 1  # what the column holds: a longer number is no id, and no database looks for it
WAITING = (QuarantineState.OPEN, QuarantineState.DISMISSED)  # a dismissed one can still be called back


@dataclass(frozen=True, slots=True)
class ReadmitResult:
    """What became of one quarantined file or row.

    ``n_resumes`` of it were taken in, and ``waits_as`` are the ids of what was put aside again; ``has_contact`` if a phone
    or mail that was given waits for its resume.
    """

    quarantine_id: int
    path: str
    member: str | None
    outcome: str
    message: str
    n_resumes: int = 0
    waits_as: tuple[int, ...] = ()
    has_contact: bool = False


def readmit(
    workspace: Workspace,
    *,
    now: datetime,
    ids: Sequence[int] = (),
    code: str | None = None,
    source: str | None = None,
    phones: Sequence[str] = (),
    emails: Sequence[str] = (),
    actor: str = "recruiter",
) -> list[ReadmitResult]:
    """Take quarantined files and rows in again; run an ingest pass afterwards for the files.

    ``ids`` choose among what is open or dismissed, a ``code`` (and ``source``) among what is open; ``phones`` and ``emails``
    are added to a held resume and need exactly one id. By its id somebody says that a ``not_a_resume`` is one; by the code
    such files are only read again. If this is killed, the next pass moves what is marked already.

    Raises:
        UsageError: nothing was chosen, an id is not open, or contacts were given for several rows.
        RingbackError: a file cannot be moved into the drop folder.
    """
    contacts = given_contacts(phones, emails)
    if not ids and not code:
        raise UsageError("Say what to take in again: ids (see: ringback quarantine) or --code, such as needs_ocr.")
    if any(contacts) and len(ids) != 1:
        raise UsageError("A phone or mail belongs to one resume: give exactly one id with it.")
    with one_pass_at_a_time(workspace):
        with workspace.reading() as session:
            rows = chosen_rows(session, ids, code, source)
            files = {row.id: session.get(IntakeFile, row.intake_file_id) for row in rows if row.intake_file_id}
        results: list[ReadmitResult] = []
        dropped: dict[int | None, ReadmitResult] = {}
        for row in rows:
            known = dropped.get(row.intake_file_id) if row.intake_file_id else None  # with another part of its file
            file = files.get(row.id)
            result = (
                replace(known, quarantine_id=row.id, member=row.member or None)
                if known
                else _readmit_one(workspace, row, file, contacts, actor, now, is_named=bool(ids))
            )
            results.append(result)
            dropped |= {row.intake_file_id: result} if result.outcome == "dropped" else {}
        return results


def chosen_rows(session: Session, ids: Sequence[int], code: str | None, source: str | None) -> list[QuarantinedRow]:
    """Return what waits in quarantine under these ids or this code; ids find what was dismissed, too.

    Raises:
        UsageError: an id does not wait; all such ids are named. Or there is no such code.
    """
    listable = [number for number in ids if 0 <= number <= LARGEST_ID]
    query = select(QuarantinedRow).where(QuarantinedRow.state.in_(WAITING)).order_by(QuarantinedRow.id)
    query = (
        query.where(QuarantinedRow.id.in_(listable))
        if ids
        else query.where(QuarantinedRow.state == QuarantineState.OPEN)
    )
    if code:
        query = query.where(QuarantinedRow.code == known_code(code))
    if source:
        query = query.where(QuarantinedRow.source == source)
    rows = list(session.scalars(query))
    missing = set(ids) - {row.id for row in rows}
    if missing:
        listed = ", ".join(map(str, sorted(missing)))
        raise UsageError(f"Not open in quarantine: {listed}. See: ringback quarantine")
    return rows


def _readmit_one(
    workspace: Workspace,
    row: QuarantinedRow,
    file: IntakeFile | None,
    contacts: Contacts,
    actor: str,
    now: datetime,
    *,
    is_named: bool,
) -> ReadmitResult:
    def result(outcome: str, message: str) -> ReadmitResult:
        n_resumes = int(outcome == "stored")
        return ReadmitResult(row.id, row.path, row.member or None, outcome, message, n_resumes)

    waiting = _where_it_waits(workspace, file)
    try:
        sha256 = digest_of(waiting) if waiting and waiting.is_file() else None
    except OSError as error:
        return result("unreadable", UNREADABLE.format(path=file.stored_path if file else row.path, why=error.strerror))
    is_as_read = waiting is None or (file is not None and sha256 == file.sha256)
    if row.profile is not None and any(contacts) and (is_as_read or sha256 is None):
        _store_mended(workspace, row, file, contacts, f"contact added by {actor}", actor, now)
        return result("stored", "简历已入库 / stored with the contact you added")
    if is_named and is_as_read and row.code in ON_ONES_WORD and row.profile is not None:
        if _has_contact(row) and row.code == "not_a_resume":
            _store_mended(workspace, row, file, contacts, f"taken for a resume by {actor}", actor, now)
            return result("stored", "简历已入库 / stored: you say it is a resume")
        if not _has_contact(row):
            return result("waiting", NEEDS_CONTACT)
    if file is None or waiting is None:
        mend = "请改好这一份后单独投放 / mend this part and drop it as a file of its own"
        return result("waiting", mend if row.profile is None else NEEDS_CONTACT)
    is_kept = sha256 is not None and _drop_again(workspace, row.id, file, contacts, sha256, actor, now)
    told = GONE.format(path=file.stored_path) if sha256 is None else BACK + (ADDED_THEN if is_kept else "")
    return replace(result("missing" if sha256 is None else "dropped", told), has_contact=is_kept)


def _drop_again(
    workspace: Workspace,
    row_id: int,
    file: IntakeFile,
    contacts: Contacts,
    sha256: str,
    actor: str,
    now: datetime,
) -> bool:
    """Close what waited of a file, and put it back where it was dropped; True if a contact is kept for it.

    ``sha256`` is that of the file as it lies in quarantine.
    """
    path = free_path(workspace.drop, file.path, sha256)
    with workspace.writing() as session:
        earlier = take_kept(session, path=file.path, sha256=file.sha256)
        _close(session, QuarantinedRow.intake_file_id == file.id, actor, now)
        row = session.get_one(QuarantinedRow, row_id)
        row.path = path
        keep(row, contacts, earlier, sha256=sha256, actor=actor)
        is_kept = row.profile is not None
        marked = session.get_one(IntakeFile, file.id)
        marked.state, marked.path, marked.updated_at = FileState.READMITTED, path, now
    put_back(workspace, file.id)
    return is_kept


def _where_it_waits(workspace: Workspace, file: IntakeFile | None) -> Path | None:
    """Return where a file waits that was put aside as a whole; None of any other, whose bytes nobody mends there."""
    if file is None or file.state is not FileState.QUARANTINED or not file.stored_path:
        return None
    return workspace.settings.home / file.stored_path


def _has_contact(row: QuarantinedRow) -> bool:
    resume = resume_of(row.profile or {})
    return bool(resume.phones or resume.emails or resume.wechat or resume.linkedin)


def _store_mended(
    workspace: Workspace,
    row: QuarantinedRow,
    file: IntakeFile | None,
    contacts: Contacts,
    warning: str,
    actor: str,
    now: datetime,
) -> None:
    resume = resume_of(row.profile or {})
    phones, emails = contacts
    resume = replace(
        resume,
        phones=tuple(dict.fromkeys((*resume.phones, *phones))),
        emails=tuple(dict.fromkeys((*resume.emails, *emails))),
        warnings=(*resume.warnings, warning),
    )
    origin = file.sha256 if file else f"quarantine-{row.id}"
    record = new_source_record(
        workspace,
        resume,
        source=row.source,
        record_id=f"{origin}#{row.member}" if row.member else origin,
        uid=record_uid(row.source, origin, row.member or None),
        path=row.path,
        member=row.member or None,
        received_at=now,
        intake_file_id=row.intake_file_id,
    )
    with workspace.writing() as session:
        insert_new(session, SourceRecord, [record])
        _close(session, QuarantinedRow.id == row.id, actor, now)
        if file is not None and file.state is FileState.QUARANTINED:  # settled (moved to the archive) by the next pass
            session.execute(
                update(IntakeFile).where(IntakeFile.id == file.id).values(state=FileState.STORED, updated_at=now)
            )


def _close(session: Session, condition: Any, actor: str, now: datetime) -> None:
    session.execute(
        update(QuarantinedRow)
        .where(condition, QuarantinedRow.state.in_(WAITING))
        .values(
            state=QuarantineState.READMITTED, decided_at=now, decided_by=actor, profile=None
        )  # stored, or read again
    )


def resume_of(profile: dict[str, Any]) -> ParsedResume:
    """Return the resume that ``ringback.actions.ingest.profile_of`` wrote down."""
    known = {field.name for field in fields(ParsedResume)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in profile.items() if name in known
    }
    values["provenance"] = tuple(Provenance(**one) for one in profile.get("provenance", ()))
    if values.get("document_on"):
        values["document_on"] = date.fromisoformat(values["document_on"])
    return ParsedResume(**values)
