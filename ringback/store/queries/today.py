"""What a recruiter looks at in the morning: today's reminders, in order, each with all that a call needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ringback.store.queries.outlooks import RUNG_BY_PLAN, UNKNOWN, outlooks
from ringback.store.queries.second_calls import LIVE, is_second_call
from schemas.tables import Attempt, Candidate, ContactPoint, LostScore, Reminder
from schemas.words import (
    Channel,
    ContactKind,
    ContactState,
    Direction,
    Disposition,
    ReminderKind,
    Status,
)


@dataclass(frozen=True, slots=True)
class Task:
    """One reminder as a recruiter reads it. ``phone`` is the number to ring in E.164, None if there is none."""

    reminder_id: int
    kind: ReminderKind
    candidate_id: str
    name: str | None
    status: Status
    role_family: str
    title: str | None
    phone: str | None
    due_at: datetime
    timezone: str
    reason: str
    last_result: Disposition | None
    last_at: datetime | None
    n_calls: int
    p_lost: float | None
    priority: float | None
    desired_title: str | None = None

    @property
    def due_local(self) -> datetime:
        """The due time on the candidate's clock."""
        return self.due_at.astimezone(ZoneInfo(self.timezone))


def todays_tasks(session: Session, *, now: datetime, timezone: str, limit: int) -> list[Task]:
    """Return what is due until the end of the office's day: promises and bookings first, then by time and priority."""
    end = _end_of_day(now, timezone)
    query = (
        select(Reminder, Candidate)
        .join(Candidate, Candidate.candidate_id == Reminder.candidate_id)
        .outerjoin(LostScore, LostScore.candidate_id == Candidate.candidate_id)
        .where(Reminder.state.in_(LIVE), Reminder.due_at < end, ~is_second_call())
        .order_by(
            (Reminder.kind == ReminderKind.CALL).asc(),
            Reminder.due_at,
            func.coalesce(LostScore.priority, 0).desc(),
            Candidate.candidate_id,
        )
        .limit(limit)
    )
    return tasks_of(session, [(row[0], row[1]) for row in session.execute(query)])


def count_unplanned(session: Session) -> int:
    """Return how many people the next night plans for the first time: no night has looked at them, nothing is set up."""
    query = (
        select(func.count())
        .select_from(Candidate)
        .where(Candidate.merged_into.is_(None), Candidate.is_do_not_contact.is_(False))
        .where(Candidate.status.in_(RUNG_BY_PLAN))
        .where(Candidate.candidate_id.not_in(select(LostScore.candidate_id)))
        .where(Candidate.candidate_id.not_in(select(Reminder.candidate_id).where(Reminder.state.in_(LIVE))))
    )
    return session.scalar(query) or 0


def next_due(session: Session, *, now: datetime, timezone: str) -> datetime | None:
    """Return when (aware UTC) the first thing after the office's day is due; None if nothing is planned."""
    query = select(func.min(Reminder.due_at)).where(Reminder.state.in_(LIVE), ~is_second_call())
    return session.scalar(query.where(Reminder.due_at >= _end_of_day(now, timezone)))


def _end_of_day(now: datetime, timezone: str) -> datetime:
    zone = ZoneInfo(timezone)
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=zone)


def tasks_of(session: Session, rows: Sequence[tuple[Reminder, Candidate]]) -> list[Task]:
    """Complete reminders with phone, last result and score, in three queries for all of them."""
    ids = [candidate.candidate_id for _, candidate in rows]
    phones = _phones(session, ids)
    last = _last_calls(session, ids)
    known = outlooks(session, ids)
    tasks = []
    for reminder, candidate in rows:
        result, at, n_calls = last.get(candidate.candidate_id, (None, None, 0))
        outlook = known.get(candidate.candidate_id, UNKNOWN)
        tasks.append(
            Task(
                reminder_id=reminder.id,
                kind=reminder.kind,
                candidate_id=candidate.candidate_id,
                name=candidate.name,
                status=candidate.status,
                role_family=candidate.role_family,
                title=candidate.title,
                phone=phones.get(candidate.candidate_id),
                due_at=reminder.due_at,
                timezone=candidate.timezone,
                reason=reminder.reason,
                last_result=result,
                last_at=at,
                n_calls=n_calls,
                p_lost=outlook.p_lost,
                priority=outlook.priority,
                desired_title=candidate.desired_title,
            )
        )
    return tasks


def _phones(session: Session, ids: Sequence[str]) -> dict[str, str]:
    query = (
        select(ContactPoint.candidate_id, ContactPoint.value)
        .where(
            ContactPoint.candidate_id.in_(ids),
            ContactPoint.kind == ContactKind.PHONE,
            ContactPoint.state.in_((ContactState.UNVERIFIED, ContactState.GOOD)),
        )
        .order_by(ContactPoint.rank.desc(), ContactPoint.id.desc())
    )
    return dict(session.execute(query).tuples().all())


def _last_calls(session: Session, ids: Sequence[str]) -> dict[str, tuple[Disposition, datetime, int]]:
    query = (
        select(Attempt.candidate_id, Attempt.disposition, Attempt.started_at)
        .where(Attempt.candidate_id.in_(ids), Attempt.channel == Channel.CALL, Attempt.direction == Direction.OUT)
        .where(Attempt.voided_at.is_(None))
        .order_by(Attempt.started_at, Attempt.id)
    )
    found: dict[str, tuple[Disposition, datetime, int]] = {}
    for candidate_id, disposition, at in session.execute(query):
        found[candidate_id] = (disposition, at, found.get(candidate_id, (None, None, 0))[2] + 1)
    return found
