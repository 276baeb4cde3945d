"""The history as frames for the analysis floor: one query each, nothing after ``as_of``.

Column names and types are those of ``ringback.analysis.frames`` (CALLS, EVENTS, CANDIDATES).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Select, and_, case, exists, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from ringback.store.columns import places_among, read_frame
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
from schemas.words import Channel, ContactKind, ContactState, Direction, Disposition, MessageState, ReminderKind

SENT = (MessageState.ACCEPTED, MessageState.DELIVERED)
WAITING = (MessageState.PLANNED, MessageState.DUE, MessageState.CLAIMED, MessageState.SENDING, MessageState.HELD)


def profiles_frame(session: Session) -> pd.DataFrame:
    """Return one row a candidate, merged ones too: candidate_id, role_family, source, timezone."""
    query = select(Candidate.candidate_id, Candidate.role_family, Candidate.source, Candidate.timezone)
    return read_frame(session, query)


def _scanned(query: Select[Any], table: Any) -> Select[Any]:
    """Keep SQLite from walking an index over a whole table: a look-up a row is slower than reading it from end to end."""
    return query.with_hint(table, "NOT INDEXED", "sqlite")


def calls_frame(session: Session, *, as_of: datetime, profiles: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one row an outgoing call up to ``as_of``, any order.

    ``profiles`` is what :func:`profiles_frame` gives, for callers who have it. The two tables are joined here: a look-up a
    call in the database costs three times as much as reading both.
    """
    query = select(
        Attempt.candidate_id,
        Attempt.started_at.label("called_at"),
        Attempt.disposition,
        Attempt.duration_seconds,
        Attempt.agent_id,
        Attempt.was_random_window.label("was_random"),
    ).where(Attempt.channel == Channel.CALL, Attempt.direction == Direction.OUT, Attempt.started_at <= as_of)
    calls = read_frame(
        session, _scanned(query, Attempt), instants=("called_at",), flags=("was_random",), numbers=("duration_seconds",)
    )
    people = profiles_frame(session) if profiles is None else profiles
    at = places_among(calls["candidate_id"], people["candidate_id"])
    return calls.assign(
        **{name: people[name].take(at).set_axis(calls.index) for name in ("role_family", "source", "timezone")}
    )


def events_frame(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return what candidates did by themselves up to ``as_of``: behaviour events and inbound messages."""
    behaviour = read_frame(
        session,
        _scanned(
            select(
                BehaviourEvent.candidate_id,
                BehaviourEvent.at,
                BehaviourEvent.event,
                BehaviourEvent.is_machine.label("machine"),
            ).where(BehaviourEvent.at <= as_of),
            BehaviourEvent,
        ),
        instants=("at",),
        flags=("machine",),
    )
    replies = read_frame(
        session,
        _scanned(
            select(
                Attempt.candidate_id,
                Attempt.started_at.label("at"),
                Attempt.channel.label("event"),
                _is_automatic().label("machine"),
            ).where(Attempt.direction == Direction.IN, Attempt.started_at <= as_of),
            Attempt,
        ),
        instants=("at",),
        flags=("machine",),
    )
    replies = replies.assign(event=replies["event"].replace({"email": "mail"}) + "_reply")
    return pd.concat([behaviour, replies], ignore_index=True)


def candidates_frame(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return one row a living candidate known at ``as_of``, with the status they had then, ordered by id.

    Known since their first record was received: for imported people that is when they applied. Beside the columns of
    CANDIDATES stand ``has_number`` and ``has_mail`` (an address of any state) and ``has_inbound``.
    """
    query = (
        select(
            Candidate.candidate_id,
            Candidate.role_family,
            Candidate.source,
            Candidate.timezone,
            Candidate.status,
            Candidate.created_at,
            case((and_(Candidate.promised_at.is_not(None), ~_is_promised_after(as_of)), Candidate.promised_at)).label(
                "promised_at"
            ),
        )
        .where(Candidate.merged_into.is_(None))
        .where(or_(Candidate.is_do_not_contact.is_(False), _is_opted_out_after(as_of)))
    )
    people = read_frame(session, _scanned(query, Candidate), instants=("created_at", "promised_at"))
    people = people.sort_values("candidate_id", ignore_index=True)
    people = _beside(people, _first_records(session), {"first_at": pd.NaT})
    people = people.assign(created_at=people["first_at"].fillna(people["created_at"])).drop(columns="first_at")
    people = people[people["created_at"] <= as_of].reset_index(drop=True)
    people = people.assign(status=_status_at(session, people, as_of=as_of))
    people = _beside(people, _contacts(session, as_of=as_of), NO_CONTACTS)
    people = _beside(people, _replies(session, as_of=as_of), {"last_reply_at": pd.NaT, "has_inbound": False})
    # a record without any phone may still be rung through an outside dialler; one whose phones are all wrong may not
    return people.assign(has_phone=people["has_usable"] | ~people["has_number"]).drop(columns="has_usable")


def _beside(people: pd.DataFrame, found: pd.DataFrame, absent: Mapping[str, Any]) -> pd.DataFrame:
    """Return ``people`` with the columns of ``found`` (one row a candidate), ``absent`` where there is no row."""
    at = places_among(people["candidate_id"], found["candidate_id"])
    columns = {}
    for name, value in absent.items():
        if pd.isna(value):
            columns[name] = found[name].reindex(at).set_axis(people.index)  # no row is called -1
        else:
            columns[name] = pd.Series(np.append(found[name].to_numpy(), value)[at], index=people.index)
    return people.assign(**columns)


def _first_records(session: Session) -> pd.DataFrame:
    query = select(Membership.candidate_id, SourceRecord.received_at.label("first_at")).join(
        SourceRecord, SourceRecord.id == Membership.source_record_id
    )
    rows = read_frame(session, query, instants=("first_at",)).sort_values("first_at", ignore_index=True)
    return rows.drop_duplicates("candidate_id", ignore_index=True)


NO_CONTACTS: Mapping[str, Any] = {
    "has_number": False, "has_usable": False, "phone_since": pd.NaT, "has_mail": False, "has_dead_mail": False
}  # fmt: skip


def _contacts(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return what addresses each candidate had at ``as_of``; a state that was set later does not count yet."""
    is_phone, is_mail = ContactPoint.kind == ContactKind.PHONE, ContactPoint.kind == ContactKind.EMAIL
    is_bad = and_(
        ContactPoint.state.in_((ContactState.WRONG_NUMBER, ContactState.OPTED_OUT)), ContactPoint.updated_at <= as_of
    )
    is_dead = and_(is_mail, ContactPoint.state == ContactState.BOUNCED, ContactPoint.updated_at <= as_of)
    usable = and_(is_phone, ~is_bad)
    query = (
        select(
            ContactPoint.candidate_id,
            func.max(case((is_phone, 1), else_=0)).label("has_number"),
            func.max(case((usable, 1), else_=0)).label("has_usable"),
            func.min(case((usable, ContactPoint.first_seen_at))).label("phone_since"),
            func.max(case((is_mail, 1), else_=0)).label("has_mail"),
            func.max(case((is_dead, 1), else_=0)).label("has_dead_mail"),
        )
        .where(ContactPoint.first_seen_at <= as_of)
        .group_by(ContactPoint.candidate_id)
    )
    flags = ("has_number", "has_usable", "has_mail", "has_dead_mail")
    return read_frame(session, _scanned(query, ContactPoint), instants=("phone_since",), flags=flags)


def _replies(session: Session, *, as_of: datetime) -> pd.DataFrame:
    query = (
        select(
            Attempt.candidate_id,
            func.max(case((~_is_automatic(), Attempt.started_at))).label("last_reply_at"),
            func.max(1).label("has_inbound"),
        )
        .where(Attempt.direction == Direction.IN, Attempt.started_at <= as_of)
        .group_by(Attempt.candidate_id)
    )
    return read_frame(session, _scanned(query, Attempt), instants=("last_reply_at",), flags=("has_inbound",))


def _status_at(session: Session, people: pd.DataFrame, *, as_of: datetime) -> pd.Series[Any]:
    """Return the status at an instant: after the last change before it, else before the first change after it."""
    changes = StatusChange.candidate_id, StatusChange.at
    before = read_frame(
        session,
        select(*changes, StatusChange.to_status.label("status"))
        .where(StatusChange.at <= as_of)
        .order_by(StatusChange.id),
        instants=("at",),
    )
    after = read_frame(
        session,
        select(*changes, StatusChange.from_status.label("status"))
        .where(StatusChange.at > as_of)
        .order_by(StatusChange.id.desc()),
        instants=("at",),
    )
    status = people["status"].to_numpy(dtype=object, copy=True)
    for rows, ascending in ((after, False), (before, True)):  # what is written last stays
        ordered = rows.sort_values("at", ascending=ascending, kind="stable")
        at = places_among(ordered["candidate_id"], people["candidate_id"])
        status[at[at >= 0]] = ordered["status"].to_numpy(dtype=object)[at >= 0]
    return pd.Series(status, index=people.index, dtype="str")


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


def planned_first(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return for whom a first-contact message was planned up to ``as_of``, whatever became of it: candidate_id."""
    query = (
        select(OutboxMessage.candidate_id)
        .where(OutboxMessage.planned_at <= as_of, OutboxMessage.dedupe_key.like("%:first:%"))
        .distinct()
    )
    return read_frame(session, query)


def _is_automatic() -> Any:
    """Tell whether an inbound attempt is an automatic answer to a message: written down, but not a reply."""
    return and_(Attempt.channel != Channel.CALL, Attempt.disposition == Disposition.UNKNOWN)


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
