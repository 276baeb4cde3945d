"""Telling the recruiter in time, once: a reminder fires before it is due and disappears if somebody has acted."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update

from ringback.actions.standing import leave_plan
from ringback.store.queries.second_calls import is_second_call
from ringback.store.queries.today import Task, count_unplanned, next_due, tasks_of, todays_tasks
from ringback.workspace import Workspace
from schemas.tables import Candidate, Reminder
from schemas.words import ReminderKind, ReminderState

PLANNED_AGAIN = (ReminderKind.CALL, ReminderKind.CALL_BACK)


def fire_due(workspace: Workspace, *, now: datetime) -> list[Task]:
    """Mark every reminder whose time has come as fired and return them, each in exactly one call however many run.

    A call so late that nobody would make it any more (policy ``reminders.expire_hours``) expires instead, and the next plan
    decides; a promise that old no longer holds the plan back. What no plan brings back (an interview to book, a number to
    check) stays until somebody acts.
    """
    expired = now - timedelta(hours=workspace.policy.reminders.expire_hours)
    with workspace.writing() as session:
        session.execute(
            update(Reminder)
            .where(Reminder.state.in_((ReminderState.OPEN, ReminderState.FIRED)), Reminder.due_at < expired)
            .where(Reminder.kind.in_(PLANNED_AGAIN))
            .values(state=ReminderState.EXPIRED, ended_at=now)
        )
        leave_plan(session, select(Candidate.candidate_id).where(Candidate.promised_at < expired))
        session.execute(
            update(Candidate).where(Candidate.promised_at < expired).values(promised_at=None, next_call_at=None)
        )
        due = select(Reminder.id).where(
            Reminder.state == ReminderState.OPEN, Reminder.remind_at <= now, ~is_second_call()
        )
        fired = list(
            session.scalars(
                update(Reminder)
                .where(Reminder.id.in_(due), Reminder.state == ReminderState.OPEN)
                .values(state=ReminderState.FIRED, fired_at=now)
                .returning(Reminder.id)
            )
        )
        query = (
            select(Reminder, Candidate)
            .join(Candidate, Candidate.candidate_id == Reminder.candidate_id)
            .where(Reminder.id.in_(fired))
            .order_by(Reminder.due_at, Reminder.id)
        )
        return tasks_of(session, [(row[0], row[1]) for row in session.execute(query)])


def list_today(workspace: Workspace, *, now: datetime) -> list[Task]:
    """Return today's list: everything due until tonight that nobody has acted on yet, in the order to work through."""
    with workspace.reading() as session:
        return todays_tasks(
            session,
            now=now,
            timezone=workspace.settings.timezone,
            limit=workspace.policy.priority.today_list_size,
        )


def next_after_today(workspace: Workspace, *, now: datetime) -> datetime | None:
    """Return when (aware UTC) the first thing after today is due; None if nothing is planned."""
    with workspace.reading() as session:
        return next_due(session, now=now, timezone=workspace.settings.timezone)


def unplanned(workspace: Workspace) -> int:
    """Return how many people wait for their first plan."""
    with workspace.reading() as session:
        return count_unplanned(session)
