"""What candidates write back: it stops the sequence, sets 已联系, and reminds the recruiter to book the interview.

A wish to be left alone is honoured everywhere at once. Automatic answers are written down but are not replies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ringback.actions.outreach_recall import await_recalled
from ringback.actions.standing import (
    anchor_record,
    end_reminders,
    hold_candidate,
    interview_due,
    move_status,
    opt_out,
    set_reminder,
)
from ringback.actions.suppressing import mark_suppressed, opt_in
from ringback.errors import RingbackError, UsageError
from ringback.rules.clocks import is_yet_to_come, on_the_clock
from ringback.rules.replies import ReplyMeaning, meaning_of_reply
from ringback.rules.status import next_status
from ringback.store.queries.find import candidates_at, the_candidate
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import Attempt, Candidate, Reminder, WebhookEvent
from schemas.words import Channel, Direction, Disposition, Event, ReminderKind, ReminderState, Status

EVENT_OF_MEANING = {
    ReplyMeaning.STOP: Event.OPTED_OUT,
    ReplyMeaning.REFUSAL: Event.DECLINED,
    ReplyMeaning.START: Event.REPLIED,
    ReplyMeaning.REPLY: Event.REPLIED,
}
DISPOSITION_OF_MEANING = {
    ReplyMeaning.STOP: Disposition.OPTED_OUT,
    ReplyMeaning.REFUSAL: Disposition.NOT_INTERESTED,
    ReplyMeaning.START: Disposition.REPLIED,
    ReplyMeaning.REPLY: Disposition.REPLIED,
    ReplyMeaning.AUTO_REPLY: Disposition.UNKNOWN,
}
INBOUND = "inbound"
STOPPED_BY = {channel: f"wrote so by {channel.value}" for channel in Channel}
LIMIT = 500


@dataclass(frozen=True, slots=True)
class ReplyRecorded:
    """What follows from one inbound message."""

    candidate_id: str
    name: str | None
    channel: Channel
    meaning: ReplyMeaning
    status_before: Status
    status: Status
    reminder_due_at: datetime | None
    is_repeat: bool = False


def record_reply(
    workspace: Workspace,
    *,
    candidate: str,
    channel: Channel,
    text: str,
    now: datetime,
    at: datetime | None = None,
    is_marked_automatic: bool = False,
    event_id: str | None = None,
) -> ReplyRecorded:
    """Record what a candidate (id, name, phone or mail) wrote or said to us, and do what follows from it.

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
        UsageError: the reply lies in the future, or has no words.
    """
    if not text.strip():
        raise UsageError("Say what they wrote or said: what follows from a reply depends on its words.")
    if at is not None and is_yet_to_come(at, now=now):
        raise UsageError(
            f"The reply at {on_the_clock(at, workspace.settings.timezone)} lies in the future; record it when it came."
        )
    with workspace.writing() as session:
        row = the_candidate(session, workspace.vault, candidate)
        recorded = _apply(
            session,
            workspace,
            row,
            channel,
            text,
            (at or now).astimezone(UTC),
            now,
            is_marked_automatic=is_marked_automatic,
            event_id=event_id,
        )
    if recorded.meaning is ReplyMeaning.STOP:
        await_recalled(workspace, now=now)
    return recorded


def apply_inbound(workspace: Workspace, *, now: datetime) -> list[ReplyRecorded]:
    """Apply the inbound messages that webhooks have stored and nobody has applied yet, each in its own transaction.

    A message from an address that nobody has is marked as such and kept; it never stops the others.
    """
    with workspace.reading() as session:
        query = select(WebhookEvent.id).where(WebhookEvent.kind == INBOUND, WebhookEvent.applied_at.is_(None))
        waiting = list(session.scalars(query.order_by(WebhookEvent.received_at, WebhookEvent.id).limit(LIMIT)))
    return [reply for event_id in waiting for reply in _apply_one(workspace, event_id, now)]


def _apply_one(workspace: Workspace, webhook_event_id: int, now: datetime) -> Sequence[ReplyRecorded]:
    with workspace.writing() as session:
        event = session.get(WebhookEvent, webhook_event_id, with_for_update=True)
        if event is None or event.applied_at is not None:
            return []
        return apply_stored(session, workspace, event, now=now)


def apply_stored(
    session: Session, workspace: Workspace, event: WebhookEvent, *, now: datetime
) -> Sequence[ReplyRecorded]:
    """Apply one stored inbound message in the caller's transaction and mark it so; one that cannot be applied says why."""
    replies: Sequence[ReplyRecorded] = []
    try:
        with session.begin_nested():
            replies = _apply_to_all(session, workspace, event, now)
        result = f"applied to {len(replies)}" if replies else "nobody has this address"
    except (RingbackError, KeyError, ValueError, AttributeError, TypeError) as error:
        result = f"could not be applied: {type(error).__name__}: {error}"
    session.execute(update(WebhookEvent).where(WebhookEvent.id == event.id).values(applied_at=now, result=result))
    return replies


def _apply_to_all(
    session: Session, workspace: Workspace, event: WebhookEvent, now: datetime
) -> Sequence[ReplyRecorded]:
    """Apply it to everybody who has the address: whoever of them it was, none of them is to be bothered further."""
    payload = event.payload
    channel, text, at = Channel(payload["channel"]), payload.get("text") or "", payload["at"]
    is_automatic = bool(payload.get("auto_reply"))
    meaning = meaning_of_reply(text, is_marked_automatic=is_automatic)
    if meaning in (ReplyMeaning.STOP, ReplyMeaning.START):  # also for who comes into the pool with it later
        mark_suppressed(session, workspace.vault, payload["from"], is_on=meaning is ReplyMeaning.STOP,
                        at=now, reason=STOPPED_BY[channel])  # fmt: skip
    return [
        _apply(session, workspace, row, channel, text, datetime.fromisoformat(at).astimezone(UTC), now,
               is_marked_automatic=is_automatic, event_id=_inbound_id(event, row))
        for row in candidates_at(session, workspace.vault, payload["from"])
    ]  # fmt: skip


def _inbound_id(event: WebhookEvent, candidate: Candidate) -> str:
    """Name the attempt that an inbound message makes; short, whatever the provider's key looks like."""
    identity = f"{event.provider}|{event.dedupe_key}|{candidate.candidate_id}"
    return f"inbound-{hashlib.blake2b(identity.encode(), digest_size=12).hexdigest()}"


def _apply(  # noqa: PLR0913 (one message, all its parts)
    session: Session,
    workspace: Workspace,
    candidate: Candidate,
    channel: Channel,
    text: str,
    at: datetime,
    now: datetime,
    *,
    is_marked_automatic: bool,
    event_id: str | None,
) -> ReplyRecorded:
    hold_candidate(session, candidate)
    meaning = meaning_of_reply(text, is_marked_automatic=is_marked_automatic)
    before = candidate.status
    if not _record(session, candidate, channel, meaning, text, at, now, event_id):
        return ReplyRecorded(
            candidate.candidate_id, candidate.name, channel, meaning, before, before, None, is_repeat=True
        )
    due_at = None
    if meaning is not ReplyMeaning.AUTO_REPLY:
        due_at = _follow(session, workspace, candidate, channel, meaning, at, now)
    return ReplyRecorded(candidate.candidate_id, candidate.name, channel, meaning, before, candidate.status, due_at)


def _follow(
    session: Session,
    workspace: Workspace,
    candidate: Candidate,
    channel: Channel,
    meaning: ReplyMeaning,
    at: datetime,
    now: datetime,
) -> datetime | None:
    event = EVENT_OF_MEANING[meaning]
    if meaning is ReplyMeaning.STOP:
        opt_out(session, candidate, at=at, reason=STOPPED_BY[channel])
    elif meaning is ReplyMeaning.START:
        opt_in(session, candidate, at=at, reason=STOPPED_BY[channel])
    if next_status(candidate.status, event) is not None:  # a late word after a hire changes nothing
        move_status(session, candidate, event, at=at, actor="candidate", detail={"channel": channel.value})
    is_over = meaning in (ReplyMeaning.STOP, ReplyMeaning.REFUSAL)
    end_reminders(session, candidate.candidate_id, at=now, state=ReminderState.CANCELLED,
                  kinds=tuple(ReminderKind) if is_over else (ReminderKind.CALL, ReminderKind.CALL_BACK))  # fmt: skip
    candidate.next_call_at = candidate.promised_at = None
    candidate.replied_at = max(at, candidate.replied_at or at)
    if is_over or candidate.status is Status.HIRED:
        return None
    due_at = interview_due(workspace, now)
    reason = f"对方{channel.zh}回复了，请安排面试 / they replied by {channel.en}: book the interview"
    if candidate.status is Status.INTERVIEW_BOOKED:
        reason = (
            f"对方{channel.zh}来信，面试已约，请查看 / they wrote by {channel.en} about a booked interview: read it"
        )
    if _is_reminded(session, candidate.candidate_id):
        return None
    is_new = set_reminder(session, workspace, candidate, kind=ReminderKind.BOOK_INTERVIEW, due_at=due_at, reason=reason,
                          dedupe_key=f"{candidate.candidate_id}:book:{at:%Y%m%d%H%M%S}", now=now)  # fmt: skip
    return due_at if is_new else None


def _is_reminded(session: Session, candidate_id: str) -> bool:
    """Tell whether an interview to book stands on the list already; one that was done does not tell of a later letter."""
    query = select(Reminder.id).where(
        Reminder.candidate_id == candidate_id,
        Reminder.kind == ReminderKind.BOOK_INTERVIEW,
        Reminder.state.in_((ReminderState.OPEN, ReminderState.FIRED)),
    )
    return session.scalar(query.limit(1)) is not None


def _record(
    session: Session,
    candidate: Candidate,
    channel: Channel,
    meaning: ReplyMeaning,
    text: str,
    at: datetime,
    now: datetime,
    event_id: str | None,
) -> bool:
    identity = f"{candidate.candidate_id}|{channel.value}|{at:%Y-%m-%dT%H:%M:%S}|{text}"
    row = {
        "event_id": event_id or f"reply-{hashlib.blake2b(identity.encode(), digest_size=12).hexdigest()}",
        "candidate_id": candidate.candidate_id,
        "source_record_id": anchor_record(session, candidate.candidate_id),
        "channel": channel,
        "direction": Direction.IN,
        "started_at": at,
        "disposition": DISPOSITION_OF_MEANING[meaning],
        "note": text,
        "recorded_at": now,
    }
    return insert_new(session, Attempt, [row]) == 1
