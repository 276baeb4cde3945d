"""The calls that stand behind another one of the same person: two records that turned out to be one person's each had theirs."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.orm import aliased

from schemas.tables import Reminder
from schemas.words import ReminderKind, ReminderState

LIVE = (ReminderState.OPEN, ReminderState.FIRED)


def is_second_call() -> ColumnElement[bool]:
    """Tell of a ``Reminder`` whether it is a call that waits behind another live one of its person.

    What they asked for goes before what was planned, then the earlier goes before the later. Until the night ends it, or the
    records part again, nobody is told of a second call.
    """
    first = aliased(Reminder)
    is_sooner = or_(first.due_at < Reminder.due_at, and_(first.due_at == Reminder.due_at, first.id < Reminder.id))
    is_before = or_(first.kind == ReminderKind.CALL_BACK, and_(first.kind == ReminderKind.CALL, is_sooner))
    is_another = exists().where(first.candidate_id == Reminder.candidate_id, first.state.in_(LIVE), is_before)
    return and_(Reminder.kind == ReminderKind.CALL, is_another)
