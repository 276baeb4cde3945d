"""What is written down of files that came in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.store.parts import in_parts
from schemas.tables import IntakeFile
from schemas.words import FileState

HELD = (FileState.CLAIMED, FileState.STORED, FileState.REFUSED, FileState.ARCHIVED, FileState.QUARANTINED)
"""Of a file whose bytes are kept in one place: the same again are a further sighting of it."""


def latest_at(session: Session, paths: Sequence[str]) -> dict[str, IntakeFile]:
    """Return the latest row of each of these places in the drop folder; places where nothing was seen are absent."""
    found: dict[str, IntakeFile] = {}
    for some in in_parts(paths):
        query = select(IntakeFile).where(IntakeFile.path.in_(some)).order_by(IntakeFile.updated_at, IntakeFile.id)
        found |= {row.path: row for row in session.scalars(query)}
    return found


def holders_of(session: Session, sightings: Sequence[IntakeFile]) -> dict[int, IntakeFile]:
    """Return for each sighting of bytes that are held elsewhere, by its number, the file that holds them.

    Empty files are all alike: theirs is the one that lay at the same place.
    """
    held: dict[str, IntakeFile] = {}
    for some in in_parts(sorted({one.sha256 for one in sightings})):
        query = (
            select(IntakeFile).where(IntakeFile.sha256.in_(some), IntakeFile.state.in_(HELD)).order_by(IntakeFile.id)
        )
        for row in session.scalars(query):
            held.setdefault(identity_of(row.sha256, row.size_bytes, row.path), row)
    found = {one.id: held.get(identity_of(one.sha256, one.size_bytes, one.path)) for one in sightings}
    return {number: row for number, row in found.items() if row is not None}


def identity_of(sha256: str, size_bytes: int, shown: str) -> str:
    """Return what makes a file the same file: its bytes; empty files are all alike, so for them it is their path."""
    return sha256 if size_bytes else f"{sha256} {shown}"
