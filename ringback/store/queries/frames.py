"""The history as frames for the analysis floor: one query each, nothing after ``as_of``.

Column names and types are those of ``ringback.analysis.frames`` (CALLS, EVENTS, CANDIDATES).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import and_, case, exists, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from ringback.store.columns import read_frame
from schemas.tables import (
    Attempt,
    BehaviourEvent,
    Candidate,
    ContactPoint,
    Membership,
    OutboxMessage,
    Reminder,
    SourceRecord,
    StatusChange,
)
from schemas.words import Channel, ContactKind, ContactState, Direction, Disposition, MessageState, ReminderKind, Status

SENT = (MessageState.ACCEPTED, MessageState.DELIVERED)
WAITING = (MessageState.PLANNED, MessageState.DUE, MessageState.CLAIMED, MessageState.SENDING, MessageState.HELD)


def calls_frame(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return one row an outgoing call up to ``as_of``, any order."""
    query = (
        select(
            Attempt.candidate_id,
            Candidate.role_family,
            Candidate.source,
            Candidate.timezone,
            Attempt.started_at.label("called_at"),
            Attempt.disposition,
            Attempt.duration_seconds,
            Attempt.agent_id,
            Attempt.was_random_window.label("was_random"),
        )
        .join(Candidate, Candidate.candidate_id == Attempt.candidate_id)
        .where(Attempt.channel == Channel.CALL, Attempt.direction == Direction.OUT, Attempt.started_at <= as_of)
    )
    return read_frame(session, query, instants=("called_at",), flags=("was_random",), numbers=("duration_seconds",))


def events_frame(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return what candidates did by themselves up to ``as_of``: behaviour events and inbound messages."""
    behaviour = read_frame(
        session,
        select(
            BehaviourEvent.candidate_id,
            BehaviourEvent.at,
            BehaviourEvent.event,
            BehaviourEvent.is_machine.label("machine"),
        ).where(BehaviourEvent.at <= as_of),
        instants=("at",),
        flags=("machine",),
    )
    replies = read_frame(
        session,
        select(
            Attempt.candidate_id,
            Attempt.started_at.label("at"),
            Attempt.channel.label("event"),
            _is_automatic().label("machine"),
        ).where(Attempt.direction == Direction.IN, Attempt.started_at <= as_of),
        instants=("at",),
        flags=("machine",),
    )
    replies = replies.assign(event=replies["event"].replace({"email": "mail"}) + "_reply")
    return pd.concat([behaviour, replies], ignore_index=True)


def candidates_frame(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return one row a living candidate known at ``as_of``, with the status they had then.

    Known since their first record was received: for imported people that is when they applied.

    ``not_before_at`` is where the cadence waits because a message was sent or is to be sent first.
    """
    status = _status_at(as_of)
    first = (
        select(Membership.candidate_id, func.min(SourceRecord.received_at).label("first_at"))
        .join(SourceRecord, SourceRecord.id == Membership.source_record_id)
        .group_by(Membership.candidate_id)
        .subquery()
    )
    known_since = func.coalesce(first.c.first_at, Candidate.created_at, type_=Candidate.created_at.type)
    query = (
        select(
            Candidate.candidate_id,
            Candidate.role_family,
            Candidate.source,
            Candidate.timezone,
            status.label("status"),
            known_since.label("created_at"),
            _has_phone(as_of).label("has_phone"),
            case((~_is_promised_after(as_of), Candidate.promised_at)).label("promised_at"),
            _last_reply_at(as_of).label("last_reply_at"),
            _phone_since(as_of).label("phone_since"),
            _has_dead_mail(as_of).label("has_dead_mail"),
        )
        .outerjoin(first, first.c.candidate_id == Candidate.candidate_id)
        .where(Candidate.merged_into.is_(None), known_since <= as_of)
        .where(or_(Candidate.is_do_not_contact.is_(False), _is_opted_out_after(as_of)))
        .order_by(Candidate.candidate_id)
    )
    instants = ("created_at", "promised_at", "last_reply_at", "phone_since")
    return read_frame(session, query, instants=instants, flags=("has_phone", "has_dead_mail"))


def first_messages_frame(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return when the latest first-contact message of each candidate went out, or will: candidate_id, sent_at."""
    query = (
        select(
            OutboxMessage.candidate_id,
            func.max(
                case((OutboxMessage.accepted_at <= as_of, OutboxMessage.accepted_at), else_=OutboxMessage.due_at)
            ).label("sent_at"),
        )
        .where(
            OutboxMessage.planned_at <= as_of,
            OutboxMessage.state.in_((*SENT, *WAITING)),
            OutboxMessage.dedupe_key.like("%:first:%"),
        )
        .group_by(OutboxMessage.candidate_id)
    )
    return read_frame(session, query, instants=("sent_at",))


def unwritten_frame(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return whom nobody has tried and nothing was planned for: candidate_id, and the channels they have an address for.

    Their first message is planned with the night that asks, so their first call has to wait for it.
    """
    touched = exists().where(
        Attempt.candidate_id == Candidate.candidate_id,
        Attempt.started_at <= as_of,
        or_(Attempt.direction == Direction.IN, Attempt.channel == Channel.CALL),
    )
    planned = exists().where(
        OutboxMessage.candidate_id == Candidate.candidate_id,
        OutboxMessage.planned_at <= as_of,
        OutboxMessage.dedupe_key.like("%:first:%"),
    )
    query = select(
        Candidate.candidate_id,
        _has_address(ContactKind.PHONE, as_of).label(Channel.SMS.value),
        _has_address(ContactKind.EMAIL, as_of).label(Channel.EMAIL.value),
    ).where(Candidate.merged_into.is_(None), _status_at(as_of) == Status.NEW, ~touched, ~planned)
    return read_frame(session, query, flags=(Channel.SMS.value, Channel.EMAIL.value))


def _has_address(kind: ContactKind, as_of: datetime) -> Any:
    point = aliased(ContactPoint)
    return exists().where(
        point.candidate_id == Candidate.candidate_id, point.kind == kind, point.first_seen_at <= as_of
    )


def _status_at(as_of: datetime) -> Any:
    """Return the status at an instant: after the last change before it, else before the first change after it."""
    before = (
        select(StatusChange.to_status)
        .where(StatusChange.candidate_id == Candidate.candidate_id, StatusChange.at <= as_of)
        .order_by(StatusChange.at.desc(), StatusChange.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    after = (
        select(StatusChange.from_status)
        .where(StatusChange.candidate_id == Candidate.candidate_id, StatusChange.at > as_of)
        .order_by(StatusChange.at, StatusChange.id)
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(before, after, Candidate.status)


def _is_automatic() -> Any:
    """Tell whether an inbound attempt is an automatic answer to a message: written down, but not a reply."""
    return and_(Attempt.channel != Channel.CALL, Attempt.disposition == Disposition.UNKNOWN)


def _last_reply_at(as_of: datetime) -> Any:
    return (
        select(func.max(Attempt.started_at))
        .where(
            Attempt.candidate_id == Candidate.candidate_id,
            Attempt.direction == Direction.IN,
            Attempt.started_at <= as_of,
            ~_is_automatic(),
        )
        .scalar_subquery()
    )


def _is_promised_after(as_of: datetime) -> Any:
    """Tell whether the promise that stands now was made later."""
    return exists().where(
        Reminder.candidate_id == Candidate.candidate_id,
        Reminder.kind == ReminderKind.CALL_BACK,
        Reminder.due_at == Candidate.promised_at,
        Reminder.created_at > as_of,
    )


def _is_opted_out_after(as_of: datetime) -> Any:
    """Tell whether the wish to be left alone came later; one whose time is not known counts as always."""
    wish = aliased(Attempt)
    wishes = select(func.min(wish.started_at)).where(
        wish.candidate_id == Candidate.candidate_id, wish.disposition == Disposition.OPTED_OUT
    )
    return func.coalesce(wishes.scalar_subquery() > as_of, false())


def _usable(point: Any, as_of: datetime) -> Any:
    """Tell whether a phone could be rung at ``as_of``: a state that was set later does not count yet."""
    bad = and_(point.state.in_((ContactState.WRONG_NUMBER, ContactState.OPTED_OUT)), point.updated_at <= as_of)
    return and_(point.kind == ContactKind.PHONE, point.first_seen_at <= as_of, ~bad)


def _has_phone(as_of: datetime) -> Any:
    """A record without any phone may still be rung through an outside dialler; one whose phones are all wrong may not."""
    usable, known = aliased(ContactPoint), aliased(ContactPoint)
    has_usable = exists().where(usable.candidate_id == Candidate.candidate_id, _usable(usable, as_of))
    has_any = exists().where(
        known.candidate_id == Candidate.candidate_id,
        known.kind == ContactKind.PHONE,
        known.first_seen_at <= as_of,
    )
    return or_(has_usable, ~has_any)


def _phone_since(as_of: datetime) -> Any:
    point = aliased(ContactPoint)
    return (
        select(func.min(point.first_seen_at))
        .where(point.candidate_id == Candidate.candidate_id, _usable(point, as_of))
        .scalar_subquery()
    )


def _has_dead_mail(as_of: datetime) -> Any:
    point = aliased(ContactPoint)
    return exists().where(
        point.candidate_id == Candidate.candidate_id,
        point.kind == ContactKind.EMAIL,
        point.state == ContactState.BOUNCED,
        point.updated_at <= as_of,
    )
