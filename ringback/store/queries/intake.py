"""What is written down of files that came in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.store.parts import in_parts
from schemas.tables import IntakeFile


def latest_at(session: Session, paths: Sequence[str]) -> dict[str, IntakeFile]:
    """Return the latest row of each of these places in the drop folder; places where nothing was seen are absent."""
    found: dict[str, IntakeFile] = {}
    for some in in_parts(paths):
        query = select(IntakeFile).where(IntakeFile.path.in_(some)).order_by(IntakeFile.updated_at, IntakeFile.id)
        found |= {row.path: row for row in session.scalars(query)}
    return found
