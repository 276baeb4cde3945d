"""What the newest night says of people: how likely they are lost, how urgent they are, when to ring them first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from schemas.tables import CallSlot, CallWindow, Candidate, LostScore
from schemas.words import Status

RUNG_BY_PLAN = (Status.NEW, Status.FOLLOW_UP)
"""Only these are rung because a window says so; anybody may be rung at a time they asked for."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The newest score of a person, and the start of their best window; None where no night has one."""

    p_lost: float | None = None
    priority: float | None = None
    first_window_at: datetime | None = None


UNKNOWN = Outlook()


def outlooks(session: Session, ids: Sequence[str]) -> dict[str, Outlook]:
    """Return what the newest night says of these people; those it did not score are absent."""
    query = (
        select(LostScore.candidate_id, LostScore.p_lost, LostScore.priority, CallSlot.starts_at)
        .outerjoin(CallWindow, and_(CallWindow.candidate_id == LostScore.candidate_id, CallWindow.rank == 1))
        .outerjoin(CallSlot, CallSlot.slot_id == CallWindow.slot_id)
        .where(LostScore.candidate_id.in_(ids))
    )
    return {row[0]: Outlook(*row[1:]) for row in session.execute(query)}


def outlook_of(session: Session, candidate_id: str) -> Outlook:
    """Return what the newest night says of one person."""
    return outlooks(session, [candidate_id]).get(candidate_id, UNKNOWN)


def next_call_of(person: Candidate, outlook: Outlook) -> datetime | None:
    """Return when a person is rung next: at the time that was set for them since the night, else in their best window."""
    is_rung = person.status in RUNG_BY_PLAN and not person.is_do_not_contact
    return person.next_call_at or (outlook.first_window_at if is_rung else None)
