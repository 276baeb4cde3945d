"""Writing a call down, and what follows from it: status, next call, reminder, the right message.

Everything happens in one transaction; the same call logged twice is one call.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ringback.actions.call_record import News, ToldCall, record_call
from ringback.actions.missed_call import CALLABLE, Released, release_message
from ringback.actions.next_call import plan_call
from ringback.actions.outreach_recall import await_recalled
from ringback.actions.standing import (
    ask_for_interview,
    callable_phone,
    end_reminders,
    hold_candidate,
    leave_plan,
    move_status,
    opt_out,
    set_reminder,
)
from ringback.actions.suppressing import ON_THE_PHONE
from ringback.errors import UsageError
from ringback.rules.calendars import holiday_calendar
from ringback.rules.clocks import is_over, is_yet_to_come, on_the_clock
from ringback.rules.quiet import next_open_at
from ringback.rules.status import EVENT_OF_OUTCOME
from ringback.store.queries.find import the_candidate
from ringback.store.queries.outlooks import RUNG_BY_PLAN, next_call_of, outlook_of
from ringback.workspace import Workspace
from schemas.tables import Attempt, Candidate, ContactPoint
from schemas.words import (
    CallOutcome,
    Channel,
    ContactState,
    Direction,
    Event,
    Refusal,
    ReminderKind,
    ReminderState,
    Status,
)

FARTHEST_PROMISE = timedelta(days=5 * 365)
ENDED_BY_A_CALL = (ReminderKind.CALL, ReminderKind.CALL_BACK, ReminderKind.VERIFY_NUMBER)
SETTLES = (Event.BOOKED, Event.DECLINED, Event.OPTED_OUT)
"""Ends of a call after which nothing is left to remind of, not even of booking the interview."""


@dataclass(frozen=True, slots=True)
class CallLogged:
    """What follows from a call: shown to the recruiter as it stands. ``timezone`` is the candidate's.

    ``message_passed_over``: an SMS was to come first, but their number is a fixed line.
    """

    candidate_id: str
    name: str | None
    outcome: CallOutcome
    status_before: Status
    status: Status
    next_call_at: datetime | None
    next_call_reason: str | None
    message_channel: Channel | None
    message_template: str | None
    message_due_at: datetime | None
    message_refusal: Refusal | None
    message_id: str | None = None
    message_passed_over: bool = False
    is_repeat: bool = False
    timezone: str | None = None


def log_call(  # noqa: PLR0913 (the fields of the form, all named)
    workspace: Workspace,
    *,
    candidate: str,
    outcome: CallOutcome,
    now: datetime,
    at: datetime | None = None,
    note: str | None = None,
    callback_at: datetime | None = None,
    actor: str = "recruiter",
    event_id: str | None = None,
) -> CallLogged:
    """Record one call to a candidate (id, name, phone or mail) and do what follows from its outcome.

    ``callback_at`` is a promised time; without one "call later" means the policy's usual delay. All instants aware. A call
    that is written down late, after a newer call or reply, takes its place in the history but plans nothing anew. A call
    that the provider reports as well is one attempt (:mod:`ringback.actions.call_record`).

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
        UsageError: the call lies in the future, the promise in the past, or the outcome makes no sense for the status.
    """
    called_at = (at or now).astimezone(UTC)
    _check_times(called_at, callback_at, now, workspace.settings.timezone)
    with workspace.writing() as session:
        row = the_candidate(session, workspace.vault, candidate)
        hold_candidate(session, row)
        before = row.status
        phone = callable_phone(session, row.candidate_id)
        told = ToldCall(outcome, called_at, actor, note, event_id)
        within = timedelta(minutes=workspace.policy.cadence.same_call_minutes)
        news, identity, called_at = record_call(session, row, told, phone=phone, now=now, within=within)
        overtaken = is_overtaken(session, row, called_at, now)
        if _is_nothing_new(news, row, callback_at, is_overtaken=overtaken, now=now):
            return _result(session, row, outcome, before, None, None, is_repeat=True)
        _check_promise(callback_at, now)  # of a new call: one that was known is one, however late it is told again
        event = EVENT_OF_OUTCOME[outcome]
        move_status(session, row, event, at=called_at, actor=actor, detail={"outcome": outcome.value})
        _mark_phone(session, row, phone, outcome, called_at)
        if overtaken and event not in SETTLES and callback_at is None:
            return _result(session, row, outcome, before, None, None)
        end_reminders(session, row.candidate_id, at=now, state=ReminderState.DONE, kinds=_ended_by(event))
        if event is Event.BOOKED:
            ask_for_interview(session, workspace, row, after=called_at, is_time_known=False, now=now)
        reason = _plan_next_call(session, workspace, row, outcome, callback_at, identity, now)
        if row.next_call_at is None and row.status in RUNG_BY_PLAN:
            leave_plan(session, [row.candidate_id])
        released = release_message(session, workspace, row, event, called_at=called_at, now=now)
        result = _result(session, row, outcome, before, reason, released)
    if event is Event.OPTED_OUT:
        await_recalled(workspace, now=now)
    return result


def _ended_by(event: Event) -> tuple[ReminderKind, ...]:
    """Return the reminders that a call ends: a booking leaves what asks for the outcome of an appointment made before."""
    if event is Event.BOOKED:
        return tuple(kind for kind in ReminderKind if kind is not ReminderKind.RECORD_INTERVIEW)
    return tuple(ReminderKind) if event in SETTLES else ENDED_BY_A_CALL


def _check_times(called_at: datetime, callback_at: datetime | None, now: datetime, timezone: str) -> None:
    if is_yet_to_come(called_at, now=now):
        raise UsageError(
            f"The call at {on_the_clock(called_at, timezone)} lies in the future; log it when it was made."
        )
    if callback_at is not None and callback_at.tzinfo is None:
        raise UsageError("The time of the call back has no zone; write it like 2026-11-23T15:00+08:00.")
    if callback_at is not None and callback_at.replace(tzinfo=None) > now.replace(tzinfo=None) + FARTHEST_PROMISE:
        raise UsageError(f"A call back in the year {callback_at.year} is more than five years away; check the date.")
    if callback_at is not None and callback_at < called_at:
        raise UsageError("The promised call back lies before the call itself; check the date and the zone.")


def _check_promise(callback_at: datetime | None, now: datetime) -> None:
    if callback_at is not None and is_over(callback_at, now=now):
        raise UsageError(
            f"The promised call back at {callback_at:%Y-%m-%d %H:%M %Z} is over, so nobody can be reminded of it."
            " Log the call without it (then it is the usual delay), or give the time at which they are to be rung now."
        )


def _is_nothing_new(
    news: News, candidate: Candidate, callback_at: datetime | None, *, is_overtaken: bool, now: datetime
) -> bool:
    """Tell whether nothing follows from a telling: a known call with another promise than before is worth one."""
    if news is News.AGAIN:
        is_kept = callback_at is None or callback_at == candidate.promised_at or is_over(callback_at, now=now)
        return is_kept or is_overtaken
    return news is News.NOTHING or (news is News.WORD and callback_at is None)


def is_overtaken(session: Session, candidate: Candidate, called_at: datetime, now: datetime) -> bool:
    """Tell whether a later call or reply is known already, which then says more of what to do next.

    What another clock puts ahead of now has not come after a call of now.
    """
    later = select(Attempt.id).where(
        Attempt.candidate_id == candidate.candidate_id,
        Attempt.started_at > called_at,
        Attempt.started_at <= now,
        Attempt.voided_at.is_(None),
        or_(Attempt.channel == Channel.CALL, Attempt.direction == Direction.IN),
    )
    return session.scalar(later.limit(1)) is not None


def _mark_phone(
    session: Session, candidate: Candidate, phone: ContactPoint | None, outcome: CallOutcome, at: datetime
) -> None:
    if outcome is CallOutcome.OPTED_OUT:
        opt_out(session, candidate, at=at, reason=ON_THE_PHONE)
    elif phone is None or (phone.state is not ContactState.UNVERIFIED and at < phone.updated_at):
        return  # a call written down late does not outweigh what was found out after it
    elif outcome in (CallOutcome.WRONG_NUMBER, CallOutcome.NOT_THEM):
        phone.state, phone.updated_at = ContactState.WRONG_NUMBER, at
    elif EVENT_OF_OUTCOME[outcome] is not Event.NO_ANSWER:
        phone.state, phone.updated_at = ContactState.GOOD, at
    session.flush()


def _plan_next_call(
    session: Session,
    workspace: Workspace,
    candidate: Candidate,
    outcome: CallOutcome,
    callback_at: datetime | None,
    event_id: str,
    now: datetime,
) -> str | None:
    """Set when to ring next and its reminder; return the reason in words, None when nobody is to be rung."""
    candidate.next_call_at = candidate.promised_at = None
    if outcome is CallOutcome.CALL_LATER or callback_at is not None:
        due = callback_at or _later(workspace, candidate, now)
        candidate.next_call_at = candidate.promised_at = due.astimezone(UTC)
        reason = "对方请我们这个时间回电 / they asked us to ring then"
        if callback_at is None:
            reason = "对方请我们稍后再打，未说时间 / they asked us to ring later and named no time"
        set_reminder(session, workspace, candidate, kind=ReminderKind.CALL_BACK, due_at=candidate.promised_at,
                     reason=reason, dedupe_key=f"{event_id}:call_back", now=now)  # fmt: skip
        return reason
    if EVENT_OF_OUTCOME[outcome] not in (Event.NO_ANSWER, Event.WRONG_NUMBER) or candidate.status not in CALLABLE:
        return None
    return plan_call(session, workspace, candidate, cause=event_id, now=now)


def _later(workspace: Workspace, candidate: Candidate, now: datetime) -> datetime:
    """Return when "later" is, if they named no time: soon, at an hour at which they may be rung."""
    policy = workspace.policy
    return next_open_at(
        now + timedelta(minutes=policy.cadence.call_later_minutes),
        timezone=candidate.timezone,
        hours=policy.call_hours,
        is_holiday=holiday_calendar(candidate.timezone),
    )


def _result(
    session: Session,
    candidate: Candidate,
    outcome: CallOutcome,
    before: Status,
    reason: str | None,
    released: Released | None,
    *,
    is_repeat: bool = False,
) -> CallLogged:
    passed_over = None if released is None else released.passed_over
    message = None if released is None else released.message or passed_over
    return CallLogged(
        candidate_id=candidate.candidate_id,
        name=candidate.name,
        outcome=outcome,
        status_before=before,
        status=candidate.status,
        next_call_at=next_call_of(candidate, outlook_of(session, candidate.candidate_id)),
        next_call_reason=reason,
        message_channel=None if message is None else message.channel,
        message_template=None if message is None else message.template,
        message_due_at=None if message is None else message.due_at,
        message_refusal=None if message is None else message.refusal,
        message_id=None if message is None else message.message_id,
        message_passed_over=passed_over is not None and passed_over is not message,
        is_repeat=is_repeat,
        timezone=candidate.timezone,
    )
