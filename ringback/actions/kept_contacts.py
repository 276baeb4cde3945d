"""Phones and mails that a person gave with a file that had to be read again: kept until the file is in the pool.

They lie in the closed quarantine row, encrypted, under the bytes that went back to the drop folder: another file of the same name
gets nothing of them. If those bytes are put aside once more, whoever mends them need not give the contact again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.intake import ClaimedFile
from ringback.workspace import Workspace
from schemas.records import Reading
from schemas.tables import QuarantinedRow
from schemas.words import QuarantineState

Contacts = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Kept:
    """Phones (E.164) and mails that were given for a file, and by whom."""

    phones: tuple[str, ...]
    emails: tuple[str, ...]
    by: str


def keep(row: QuarantinedRow, contacts: Contacts, earlier: Kept | None, *, sha256: str, actor: str) -> None:
    """Write down in the closed ``row`` what is known for the bytes ``sha256``: given now, or with an earlier try."""
    phones, emails = (
        tuple(dict.fromkeys((*now, *before)))
        for now, before in zip(contacts, (earlier.phones, earlier.emails) if earlier else ((), ()), strict=True)
    )
    by = actor if any(contacts) or earlier is None else earlier.by
    row.profile = {"phones": phones, "emails": emails, "by": by, "sha256": sha256} if phones or emails else None


def take_kept(session: Session, *, path: str, sha256: str) -> Kept | None:
    """Return what was given for these bytes at this place, and keep it there no longer; None if nothing was."""
    kept, row = _kept(session, [path]).get((path, sha256), (None, None))
    if row is not None:
        row.profile = None
    return kept


def add_kept(workspace: Workspace, files: Sequence[ClaimedFile], readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with what was given for their files; a file of several resumes gets none."""
    with workspace.reading() as session:
        kept = _kept(session, [file.shown for file in files])
    if not kept:
        return list(readings)
    found = [kept.get((file.shown, file.sha256), (None, None))[0] for file in files]
    return [_added(reading, one) for reading, one in zip(readings, found, strict=True)]


def forget_kept(session: Session, files: Sequence[ClaimedFile]) -> None:
    """Drop what was given for these files: it stands in their records now."""
    kept = _kept(session, [file.shown for file in files])
    for file in files:
        _, row = kept.get((file.shown, file.sha256), (None, None))
        if row is not None:
            row.profile = None


def _kept(session: Session, paths: Sequence[str]) -> dict[tuple[str, str], tuple[Kept, QuarantinedRow]]:
    query = select(QuarantinedRow).where(
        QuarantinedRow.state == QuarantineState.READMITTED,
        QuarantinedRow.path.in_(paths),
        QuarantinedRow.profile.is_not(None),
    )
    return {
        (row.path, given["sha256"]): (Kept(tuple(given["phones"]), tuple(given["emails"]), given["by"]), row)
        for row in session.scalars(query.order_by(QuarantinedRow.id))
        if (given := row.profile) and "sha256" in given
    }


def _added(reading: Reading, kept: Kept | None) -> Reading:
    if kept is None or len(reading.resumes) != 1:
        return reading
    [resume] = reading.resumes
    mended = replace(
        resume,
        phones=tuple(dict.fromkeys((*resume.phones, *kept.phones))),
        emails=tuple(dict.fromkeys((*resume.emails, *kept.emails))),
        warnings=(*resume.warnings, f"contact added by {kept.by}"),
    )
    return replace(reading, resumes=(mended,))
