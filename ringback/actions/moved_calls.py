"""Open reminders of calls whose hour a new plan has moved away from: who works by the list is told of one hour, that of the plan.

The page of a person names the first window of the newest plan. A reminder of an older plan, or of what was planned after a
call, would ring at another hour, and that call would count in the audit as one that no plan had chosen.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from ringback.store.queries.outlooks import RUNG_BY_PLAN
from schemas.tables import CallSlot, CallWindow, Candidate, Reminder
from schemas.words import ReminderKind, ReminderState


def moved_calls(session: Session, *, but: Collection[str], as_of: datetime) -> list[Any]:
    """Return (id, candidate_id, starts_at, reason) of the open reminders that lie outside the first window of their person.

    However far ahead that window is. ``but`` are people whose calls are decided already. A call that the recruiter was told of
    stays on the list, and so does that of somebody for whom the plan names no window, or who was rung since: a plan made of last
    night's windows would ring them before the day that was set after the call.
    """
    query = (
        select(Reminder.id, Reminder.candidate_id, CallSlot.starts_at, CallSlot.reason)
        .join(Candidate, Candidate.candidate_id == Reminder.candidate_id)
        .join(CallWindow, and_(CallWindow.candidate_id == Reminder.candidate_id, CallWindow.rank == 1))
        .join(CallSlot, CallSlot.slot_id == CallWindow.slot_id)
        .where(Reminder.kind == ReminderKind.CALL, Reminder.state == ReminderState.OPEN)
        .where(Candidate.promised_at.is_(None), Candidate.next_call_at.is_(None))
        .where(Candidate.status.in_(RUNG_BY_PLAN), CallSlot.ends_at > as_of)
        .where(or_(Reminder.due_at < CallSlot.starts_at, Reminder.due_at >= CallSlot.ends_at))
        .order_by(Reminder.id)
        .with_for_update(of=Reminder)  # one that is told to the recruiter meanwhile stays
    )
    return [row for row in session.execute(query) if row.candidate_id not in but]
