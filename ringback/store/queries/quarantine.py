"""What waits in quarantine, and how much of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.store.queries.export_columns import as_plain
from schemas.tables import QuarantinedRow
from schemas.words import WAITS_FOR_NOBODY, QuarantineState

_SHOWN = ("path", "source", "code", "message", "hint", "received_at", "state", "member")


def open_rows(session: Session, *, code: str | None = None, source: str | None = None) -> list[dict[str, Any]]:
    """Return all that is open, the eldest first, with the columns of the export: of one reason, of one source, or all."""
    query = (
        select(QuarantinedRow.id.label("quarantine_id"), *(getattr(QuarantinedRow, name) for name in _SHOWN))
        .where(QuarantinedRow.state == QuarantineState.OPEN)
        .order_by(QuarantinedRow.received_at, QuarantinedRow.path, QuarantinedRow.member)
    )
    if code is not None:
        query = query.where(QuarantinedRow.code == code)
    if source is not None:
        query = query.where(QuarantinedRow.source == source)
    return [_plain(row._asdict()) for row in session.execute(query)]


def latest_waiting(session: Session, *, limit: int) -> list[dict[str, Any]]:
    """Return the latest of what waits for a person, newest first; how many there are tells ``quarantine_by_code``."""
    query = (
        select(QuarantinedRow.id.label("quarantine_id"), *(getattr(QuarantinedRow, name) for name in _SHOWN))
        .where(QuarantinedRow.state == QuarantineState.OPEN, QuarantinedRow.code.not_in(WAITS_FOR_NOBODY))
        .order_by(QuarantinedRow.received_at.desc(), QuarantinedRow.path.desc(), QuarantinedRow.member.desc())
    )
    return [_plain(row._asdict()) for row in session.execute(query.limit(limit))]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    plain = {name: as_plain(value) for name, value in row.items()}
    return {name: plain[name] for name in (*_SHOWN, "quarantine_id")} | {"member": plain["member"] or None}
