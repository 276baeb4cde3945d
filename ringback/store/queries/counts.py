"""How many: people by status, silent people by cause, messages by state, quarantine by code."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from schemas.tables import Candidate, CauseFinding, CauseRow, OutboxMessage, QuarantinedRow
from schemas.words import WAITS_FOR_NOBODY, Cause, MessageState, QuarantineState, Status


def people_by_status(session: Session) -> dict[Status, int]:
    """Return how many living candidates stand where, in the order of the words."""
    query = select(Candidate.status, func.count()).where(Candidate.merged_into.is_(None)).group_by(Candidate.status)
    found = dict(session.execute(query).tuples().all())
    return {status: found[status] for status in Status if status in found}


def silent_by_cause(session: Session) -> dict[Cause, int]:
    """Return how many silent candidates have which likeliest cause, most frequent first."""
    query = (
        select(CauseFinding.cause, func.count())
        .join(CauseRow, CauseRow.finding_id == CauseFinding.finding_id)
        .group_by(CauseFinding.cause)
    )
    found = dict(session.execute(query).tuples().all())
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def messages_by_state(session: Session) -> dict[MessageState, int]:
    """Return how many messages are in which state, in the order of their life."""
    found = dict(
        session.execute(select(OutboxMessage.state, func.count()).group_by(OutboxMessage.state)).tuples().all()
    )
    return {state: found[state] for state in MessageState if state in found}


def quarantine_by_code(session: Session) -> dict[str, int]:
    """Return how many files and rows wait in quarantine by reason, most frequent first; what waits for nobody is left out."""
    query = (
        select(QuarantinedRow.code, func.count())
        .where(QuarantinedRow.state == QuarantineState.OPEN, QuarantinedRow.code.not_in(WAITS_FOR_NOBODY))
        .group_by(QuarantinedRow.code)
    )
    found = dict(session.execute(query).tuples().all())
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
