"""What happened, as frames for the analysis floor: one query each, nothing after ``as_of``.

Column names and types are those of ``ringback.analysis.frames`` (CALLS, EVENTS); people are in ``people_frames``.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from ringback.places import places
from ringback.store.scan import read_frame, scanned
from schemas.tables import Attempt, BehaviourEvent, OutboxMessage
from schemas.words import Channel, Direction, Disposition, MessageState

SENT = (MessageState.ACCEPTED, MessageState.DELIVERED)
OF_CALLS = ("candidate_id", "called_at", "disposition", "duration_seconds", "agent_id", "was_random")
WAITING = (MessageState.PLANNED, MessageState.DUE, MessageState.CLAIMED, MessageState.SENDING, MessageState.HELD)


def attempts_frame(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return one row an outgoing call or inbound contact up to ``as_of``, any order: what calls, events and replies are made of.

    Beside the columns of a call stand ``channel``, ``is_inbound``, and ``is_automatic``: an answer that a machine gave to a
    message. One walk over the largest table serves all three.
    """
    query = (
        select(
            Attempt.candidate_id,
            Attempt.started_at.label("called_at"),
            Attempt.disposition,
            Attempt.duration_seconds,
            Attempt.agent_id,
            Attempt.was_random_window.label("was_random"),
            Attempt.channel,
            case((Attempt.direction == Direction.IN, 1), else_=0).label("is_inbound"),
            case((_is_automatic(), 1), else_=0).label("is_automatic"),
        )
        .where(or_(Attempt.channel == Channel.CALL, Attempt.direction == Direction.IN))
        .where(Attempt.started_at <= as_of, Attempt.voided_at.is_(None))
    )
    return read_frame(
        session,
        scanned(query, Attempt),
        instants=("called_at",),
        flags=("was_random", "is_inbound", "is_automatic"),
        numbers=("duration_seconds",),
    )


def calls_of(attempts: pd.DataFrame, everybody: pd.DataFrame) -> pd.DataFrame:
    """Return one row an outgoing call of ``attempts``, with role family, source and time zone of its candidate.

    The two tables are joined here: a look-up a call in the database costs three times as much as reading both.
    """
    calls = attempts.loc[~attempts["is_inbound"], list(OF_CALLS)].reset_index(drop=True)
    at = places(calls["candidate_id"], everybody["candidate_id"])
    return calls.assign(
        **{name: everybody[name].take(at).set_axis(calls.index) for name in ("role_family", "source", "timezone")}
    )


def events_frame(session: Session, attempts: pd.DataFrame, *, as_of: datetime) -> pd.DataFrame:
    """Return what candidates did by themselves up to ``as_of``: behaviour events and inbound messages."""
    behaviour = read_frame(
        session,
        scanned(
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
    replies = attempts[attempts["is_inbound"]]
    told = pd.DataFrame(
        {
            "candidate_id": replies["candidate_id"],
            "at": replies["called_at"],
            "event": replies["channel"].replace({"email": "mail"}) + "_reply",
            "machine": replies["is_automatic"],
        }
    )
    return pd.concat([behaviour, told], ignore_index=True)


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
