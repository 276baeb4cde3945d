"""The candidate's own page: what a signed link shows, and what follows from a choice made there.

Looking changes nothing but the record of the look. A choice is written down once, however often its button is pressed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.outreach_recall import await_recalled
from ringback.actions.standing import (
    anchor_record,
    ask_for_interview,
    end_reminders,
    hold_candidate,
    interview_due,
    move_status,
    opt_out,
    set_reminder,
)
from ringback.channels.links import is_signed, message_of_token
from ringback.errors import UsageError
from ringback.rules.calendars import holiday_calendar
from ringback.rules.door import Choice, ask_again_at, call_times, interview_times
from ringback.rules.status import next_status
from ringback.rules.wording import TITLE_MAX_CHARACTERS, job_called, job_title, salutation
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import Attempt, BehaviourEvent, Candidate, Interview, OutboxMessage
from schemas.words import Channel, Direction, Disposition, Event, InterviewStep, ReminderKind, ReminderState, Status

ACTOR = "candidate"
STOPPED_BY = "asked by link"


@dataclass(frozen=True, slots=True)
class DoorView:
    """What the page shows. Instants are UTC, dates those of ``timezone``; ``language`` is ``zh`` or ``en``."""

    message_id: str
    candidate_id: str
    salutation: str
    title: str
    company: str
    language: str
    timezone: str
    is_closed: bool
    promised_at: datetime | None
    interview_at: datetime | None
    call_times: Mapping[date, list[datetime]]
    interview_times: Mapping[date, list[datetime]]
    job_text: str | None


def view_door(workspace: Workspace, token: str, *, now: datetime) -> DoorView | None:
    """Return what the link of a message shows; None for a link that is not ours or has expired."""
    message_id = message_of_token(workspace.vault, token)
    if message_id is None:
        return None
    with workspace.reading() as session:
        found = _message_and_person(session, workspace, message_id, now)
        return None if found is None else _view(session, workspace, *found, now)


def _message_and_person(
    session: Session, workspace: Workspace, message_id: str, now: datetime
) -> tuple[OutboxMessage, Candidate] | None:
    message = session.get(OutboxMessage, message_id)
    if message is None or now - message.planned_at > timedelta(days=workspace.policy.door.link_days):
        return None
    candidate = session.get(Candidate, message.candidate_id)
    while candidate is not None and candidate.merged_into is not None:
        candidate = session.get(Candidate, candidate.merged_into)
    return None if candidate is None else (message, candidate)


def _view(
    session: Session, workspace: Workspace, message: OutboxMessage, candidate: Candidate, now: datetime
) -> DoorView:
    policy = workspace.policy
    language = message.language
    job_text = _job_text(workspace, candidate.role_family, language)
    office, zone = workspace.settings.timezone, candidate.timezone
    return DoorView(
        message_id=message.message_id,
        candidate_id=candidate.candidate_id,
        salutation=salutation(candidate.name, language),
        title=_title(workspace, candidate, language, job_text),
        company=policy.messages.company,
        language=language,
        timezone=candidate.timezone,
        is_closed=candidate.is_do_not_contact or candidate.status is Status.HIRED,
        promised_at=candidate.promised_at if candidate.promised_at and candidate.promised_at > now else None,
        interview_at=_booked(session, candidate.candidate_id, now),
        call_times=call_times(now, timezone=candidate.timezone, hours=policy.call_hours, door=policy.door,
                              is_holiday=holiday_calendar(candidate.timezone)),
        interview_times=interview_times(now, office=office, timezone=zone, hours=policy.call_hours, door=policy.door,
                                        is_holiday=holiday_calendar(office), taken=_taken(session, now)),
        job_text=job_text,
    )  # fmt: skip


def _title(workspace: Workspace, candidate: Candidate, language: str, job_text: str | None) -> str:
    """Return what the page calls the job: as its description is headed, else what the candidate wants to be, or is."""
    theirs = job_called(
        workspace.policy.roles,
        wish=candidate.desired_title,
        held=candidate.title,
        role_family=candidate.role_family,
        language=language,
        otherwise="我们的职位" if language == "zh" else "our opening",
    )
    heading = "" if job_text is None else job_text.splitlines()[0].strip(" #*=\t")
    return job_title(heading, theirs, language) if len(heading) <= TITLE_MAX_CHARACTERS else theirs


def _booked(session: Session, candidate_id: str, now: datetime) -> datetime | None:
    query = select(Interview.starts_at).where(
        Interview.candidate_id == candidate_id, Interview.step == InterviewStep.BOOKED, Interview.starts_at > now
    )
    return session.scalar(query.order_by(Interview.id.desc()).limit(1))


def _taken(session: Session, now: datetime) -> set[datetime]:
    query = select(Interview.starts_at).where(Interview.step == InterviewStep.BOOKED, Interview.starts_at > now)
    return {at for at in session.scalars(query) if at is not None}


def _job_text(workspace: Workspace, role_family: str, language: str) -> str | None:
    """Return the job's description from ``jobs/<role_family>.<zh|en>.txt`` in the home folder, None without one."""
    for name in (f"{role_family}.{language}.txt", f"{role_family}.txt"):
        path = workspace.settings.home / "jobs" / name
        if path.parent == workspace.settings.home / "jobs" and path.is_file():
            return path.read_text(encoding="utf-8-sig").strip() or None
    return None


def record_look(workspace: Workspace, view: DoorView, *, event: str, is_machine: bool, now: datetime) -> None:
    """Write down that the page (``form_view``) or the job (``jd_view``) was looked at, once a day and message."""
    row = {
        "event_id": f"door-{event}-{view.message_id}-{now:%Y%m%d}{'-m' if is_machine else ''}",
        "candidate_id": view.candidate_id,
        "at": now,
        "event": event,
        "is_machine": is_machine,
    }
    with workspace.writing() as session:
        insert_new(session, BehaviourEvent, [row | {"source_record_id": anchor_record(session, view.candidate_id)}])


def take_choice(workspace: Workspace, token: str, choice: Choice, *, at: datetime | None, now: datetime) -> DoorView:
    """Do what follows from a choice and return the page as it then is.

    Args:
        workspace: the open workspace.
        token: of the link.
        choice: what was chosen.
        at: the instant that was chosen, for RING and INTERVIEW; it must be one that the page offers.
        now: aware UTC.

    Raises:
        UsageError: the link does not hold (any more), or the time is not (any more) to be had.
    """
    message_id = message_of_token(workspace.vault, token)
    with workspace.writing() as session:
        found = None if message_id is None else _message_and_person(session, workspace, message_id, now)
        if found is None:
            raise UsageError("This link is no longer valid.")
        message, candidate = found
        hold_candidate(session, candidate)
        view = _view(session, workspace, message, candidate, now)
        chosen = _checked(view, choice, at)
        if not view.is_closed and _record(session, candidate, message, choice, chosen, now):
            _follow(session, workspace, candidate, choice, chosen, now)
            session.flush()
        after = _view(session, workspace, message, candidate, now)
    if choice is Choice.STOP:
        await_recalled(workspace, now=now)
    return after


def stop_by_link(workspace: Workspace, message_id: str, signature: str, *, now: datetime) -> bool:
    """Opt the receiver of a mail out, by its unsubscribe link; False when the link is not ours. It never expires."""
    if not is_signed(workspace.vault, "unsubscribe", message_id, signature):
        return False
    with workspace.writing() as session:
        message = session.get(OutboxMessage, message_id)
        candidate = None if message is None else session.get(Candidate, message.candidate_id)
        while candidate is not None and candidate.merged_into is not None:
            candidate = session.get(Candidate, candidate.merged_into)
        if message is None or candidate is None:
            return False
        hold_candidate(session, candidate)
        if _record(session, candidate, message, Choice.STOP, None, now):
            _follow(session, workspace, candidate, Choice.STOP, None, now)
    await_recalled(workspace, now=now)
    return True


def _checked(view: DoorView, choice: Choice, at: datetime | None) -> datetime | None:
    offered = {Choice.RING: view.call_times, Choice.INTERVIEW: view.interview_times}.get(choice)
    if offered is None:
        return None
    already = view.promised_at if choice is Choice.RING else view.interview_at
    if at is not None and (at == already or any(at in times for times in offered.values())):
        return at
    raise UsageError("This time is no longer free. Please choose another one. 这个时间已经不可用，请另选一个。")


def _record(
    session: Session, candidate: Candidate, message: OutboxMessage, choice: Choice, at: datetime | None, now: datetime
) -> bool:
    """Write the choice into the timeline; False if the same one is there already."""
    identity = f"{message.message_id}|{choice.value}|{at.isoformat() if at else ''}"
    is_stop = choice is Choice.STOP
    row = {
        "event_id": f"door-{hashlib.blake2b(identity.encode(), digest_size=12).hexdigest()}",
        "candidate_id": candidate.candidate_id,
        "source_record_id": anchor_record(session, candidate.candidate_id),
        "channel": message.channel if message.channel is not Channel.CALL else Channel.EMAIL,
        "direction": Direction.IN,
        "started_at": now,
        "disposition": Disposition.OPTED_OUT if is_stop else Disposition.REPLIED,
        "agent_id": ACTOR,
        "note": f"{choice.zh} / {choice.en}" + (f": {at.isoformat()}" if at else ""),
        "recorded_at": now,
    }
    return insert_new(session, Attempt, [row]) == 1


def _follow(
    session: Session, workspace: Workspace, candidate: Candidate, choice: Choice, at: datetime | None, now: datetime
) -> None:
    if choice is Choice.STOP:
        opt_out(session, candidate, at=now, reason=STOPPED_BY)
    events = {Choice.STOP: Event.OPTED_OUT, Choice.INTERVIEW: Event.BOOKED}
    event = events.get(choice, Event.REPLIED)
    if next_status(candidate.status, event) is not None:
        move_status(session, candidate, event, at=now, actor=ACTOR, detail={"link": choice.value})
    kinds = (ReminderKind.CALL, ReminderKind.CALL_BACK)
    is_over = choice in (Choice.STOP, Choice.INTERVIEW)
    end_reminders(session, candidate.candidate_id, at=now, state=ReminderState.CANCELLED,
                  kinds=tuple(ReminderKind) if is_over else kinds)  # fmt: skip
    candidate.next_call_at = candidate.promised_at = None
    candidate.replied_at = max(now, candidate.replied_at or now)
    if choice is Choice.INTERVIEW:
        _book(session, candidate, at, now)
        if at is not None:
            ask_for_interview(session, workspace, candidate, after=at, is_time_known=True, now=now)
    elif choice is not Choice.STOP:
        _remind(session, workspace, candidate, choice, at, now)


def _book(session: Session, candidate: Candidate, at: datetime | None, now: datetime) -> None:
    identity = f"{candidate.candidate_id}|{at}"
    row = {
        "event_id": f"interview-{hashlib.blake2b(identity.encode(), digest_size=12).hexdigest()}",
        "candidate_id": candidate.candidate_id,
        "source_record_id": anchor_record(session, candidate.candidate_id),
        "step": InterviewStep.BOOKED,
        "starts_at": at,
        "recorded_at": now,
        "recorded_by": ACTOR,
        "note": STOPPED_BY,
    }
    insert_new(session, Interview, [row])


def _remind(
    session: Session, workspace: Workspace, candidate: Candidate, choice: Choice, at: datetime | None, now: datetime
) -> None:
    """Tell the recruiter what the candidate wishes, at the time at which it is to be done."""
    if choice is Choice.WRITE:
        kind, due = ReminderKind.BOOK_INTERVIEW, interview_due(workspace, now)
        reason = (
            "对方希望文字沟通，请发信息安排面试，不要打电话 / they ask to be written to, not rung: book the interview"
        )
    else:
        kind = ReminderKind.CALL_BACK
        later = ask_again_at(now, timezone=candidate.timezone, door=workspace.policy.door)
        due = at if choice is Choice.RING and at is not None else later
        candidate.next_call_at = candidate.promised_at = due
        reason = (
            "对方请我们这个时间来电 / they asked us to ring then"
            if choice is Choice.RING
            else "对方说暂时不考虑，可以再问一次 / they said not now: ask again"
        )
    set_reminder(session, workspace, candidate, kind=kind, due_at=due, reason=reason,
                 dedupe_key=f"{candidate.candidate_id}:door:{choice.value}:{due:%Y%m%d%H%M}", now=now)  # fmt: skip
