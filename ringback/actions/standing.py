"""Moving a candidate's status, contact states and reminders, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlalchemy.orm import Session

from ringback.actions.outreach import cancel_pending
from ringback.errors import UsageError
from ringback.rules.calendars import holiday_calendar
from ringback.rules.quiet import due_in_hours, next_midnight, next_open_at
from ringback.rules.status import next_status, why_refused
from ringback.store.queries.facts import lock_candidates
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import CallWindow, Candidate, ContactPoint, Membership, Reminder, StatusChange, Suppression
from schemas.words import ContactKind, ContactState, Event, Refusal, ReminderKind, ReminderState, Status

OPEN_REMINDERS = (ReminderState.OPEN, ReminderState.FIRED)
ENDS_OUTREACH = {
    Event.ANSWERED: Refusal.ALREADY_REPLIED,
    Event.REPLIED: Refusal.ALREADY_REPLIED,
    Event.CALL_LATER: Refusal.ALREADY_REPLIED,
    Event.BOOKED: Refusal.ALREADY_REPLIED,
    Event.DECLINED: Refusal.CLOSED,
    Event.HIRED: Refusal.CLOSED,
    Event.NOT_HIRED: Refusal.CLOSED,
    Event.GIVEN_UP: Refusal.CLOSED,
    Event.OPTED_OUT: Refusal.OPTED_OUT,
}
"""Events after which nothing that is still in the outbox may go out, and the reason that is written beside it."""

LOG = "import"
"""Who moves a status because of an imported log. Every import works these moves out again, so nobody else has the name."""


def hold_candidate(session: Session, candidate: Candidate) -> None:
    """Make this transaction the only one that decides about the candidate, and see what the one before it did."""
    lock_candidates(session, [candidate.candidate_id])
    session.refresh(candidate)


def move_status(
    session: Session,
    candidate: Candidate,
    event: Event,
    *,
    at: datetime,
    actor: str,
    detail: dict[str, Any] | None = None,
) -> Status:
    """Move the candidate by the status table and write down why; stop pending messages where the event ends them.

    Raises:
        UsageError: the event makes no sense in this status, or the actor has the name of imports; nothing was changed.
    """
    if actor == LOG:
        raise UsageError(
            f"{LOG!r} is what imported logs are signed with; sign with your own name (--agent, or the form)."
        )
    before = candidate.status
    after = next_status(before, event)
    if after is None:
        raise UsageError(why_refused(before, event))
    if event in ENDS_OUTREACH:
        cancel_pending(session, candidate.candidate_id, refusal=ENDS_OUTREACH[event], now=at)
    if after is not before:
        candidate.status = after
        session.add(
            StatusChange(
                candidate_id=candidate.candidate_id,
                from_status=before,
                to_status=after,
                event=event,
                at=at,
                actor=actor,
                detail=detail or {},
            )
        )
    candidate.updated_at = max(candidate.updated_at, at)
    return after


def end_reminders(
    session: Session,
    candidate_id: str,
    *,
    at: datetime,
    state: ReminderState,
    kinds: tuple[ReminderKind, ...] = tuple(ReminderKind),
) -> int:
    """End the open reminders of these kinds because somebody acted (DONE) or the reason is gone (CANCELLED)."""
    return end_reminders_of(session, [candidate_id], at=at, state=state, kinds=kinds)


def end_reminders_of(
    session: Session,
    candidate_ids: Sequence[str],
    *,
    at: datetime,
    state: ReminderState,
    kinds: tuple[ReminderKind, ...] = tuple(ReminderKind),
) -> int:
    """Do the same for many candidates, as many as one statement can name."""
    statement = (
        update(Reminder)
        .where(Reminder.candidate_id.in_(candidate_ids), Reminder.kind.in_(kinds))
        .where(Reminder.state.in_(OPEN_REMINDERS))
        .values(state=state, ended_at=at)
    )
    return session.execute(statement).rowcount  # type: ignore[attr-defined, no-any-return]


def leave_plan(session: Session, candidates: Sequence[str] | Select[tuple[str]]) -> None:
    """Take the windows of these candidates (ids, or a query of them) back: nobody rings them before the next night."""
    session.execute(delete(CallWindow).where(CallWindow.candidate_id.in_(candidates)))


def set_reminder(
    session: Session,
    workspace: Workspace,
    candidate: Candidate,
    *,
    kind: ReminderKind,
    due_at: datetime,
    reason: str,
    dedupe_key: str,
    now: datetime,
) -> bool:
    """Make a reminder that fires ``lead_minutes`` before it is due; False if this one exists already."""
    lead = timedelta(minutes=workspace.policy.reminders.lead_minutes)
    row = {
        "dedupe_key": dedupe_key,
        "candidate_id": candidate.candidate_id,
        "source_record_id": anchor_record(session, candidate.candidate_id),
        "kind": kind,
        "state": ReminderState.OPEN,
        "due_at": due_at,
        "remind_at": due_at - lead,
        "reason": reason,
        "created_at": now,
    }
    return insert_new(session, Reminder, [row]) == 1


def ask_for_interview(
    session: Session, workspace: Workspace, candidate: Candidate, *, after: datetime, is_time_known: bool, now: datetime
) -> None:
    """Remind, on the working morning after, of what only a person can tell of a booked interview; once while it is open.

    ``after`` is the interview's time or, if only a call told of one, that of the call: its time is still to be written down.
    """
    open_one = select(Reminder.id).where(
        Reminder.candidate_id == candidate.candidate_id,
        Reminder.kind == ReminderKind.RECORD_INTERVIEW,
        Reminder.state.in_(OPEN_REMINDERS),
    )
    if session.scalar(open_one.limit(1)) is not None:
        return
    office = workspace.settings.timezone
    due_at = next_open_at(
        next_midnight(after, timezone=office),
        timezone=office,
        hours=workspace.policy.call_hours,
        is_holiday=holiday_calendar(office),
    )
    reason = (
        "电话里约了面试，还没有时间：用 record-interview 记下 / booked by phone: give its time with record-interview"
    )
    if is_time_known:
        reason = "面试时间已过，用 record-interview 记录结果 / the interview was due: record how it went with record-interview"
    set_reminder(session, workspace, candidate, kind=ReminderKind.RECORD_INTERVIEW, due_at=due_at, reason=reason,
                 dedupe_key=f"{candidate.candidate_id}:record_interview:{after:%Y%m%d%H%M%S}", now=now)  # fmt: skip


def interview_due(workspace: Workspace, now: datetime) -> datetime:
    """Return until when an interview is to be booked (UTC): soon after they wrote, within the hours of the office."""
    office = workspace.settings.timezone
    return due_in_hours(
        now,
        timedelta(hours=workspace.policy.reminders.interview_due_hours),
        timezone=office,
        hours=workspace.policy.call_hours,
        is_holiday=holiday_calendar(office),
    )


def anchor_record(session: Session, candidate_id: str) -> int | None:
    """Return the record that follow-up of this candidate hangs on: the member with the smallest id, None without records."""
    query = select(Membership.source_record_id).where(Membership.candidate_id == candidate_id)
    return session.scalar(query.order_by(Membership.source_record_id).limit(1))


def contact_points(session: Session, candidate_id: str, kind: ContactKind) -> list[ContactPoint]:
    """Return the candidate's addresses of one kind, the one to use first first."""
    query = select(ContactPoint).where(ContactPoint.candidate_id == candidate_id, ContactPoint.kind == kind)
    return list(session.scalars(query.order_by(ContactPoint.rank, ContactPoint.id)))


def callable_phone(session: Session, candidate_id: str) -> ContactPoint | None:
    """Return the phone to ring: the first that is neither wrong nor opted out; None if there is none."""
    usable = (ContactState.UNVERIFIED, ContactState.GOOD)
    return next(
        (point for point in contact_points(session, candidate_id, ContactKind.PHONE) if point.state in usable), None
    )


def opt_out(session: Session, candidate: Candidate, *, at: datetime, reason: str) -> None:
    """Never write to or ring this person again: every address is suppressed, for every candidate that has it."""
    candidate.is_do_not_contact = True
    points = session.scalars(select(ContactPoint).where(ContactPoint.candidate_id == candidate.candidate_id)).all()
    rows = [{"kind": point.kind.value, "blind": point.blind, "reason": reason, "at": at} for point in points]
    insert_new(session, Suppression, rows)
    blinds = [point.blind for point in points]
    session.execute(
        update(ContactPoint).where(ContactPoint.blind.in_(blinds)).values(state=ContactState.OPTED_OUT, updated_at=at)
    )
