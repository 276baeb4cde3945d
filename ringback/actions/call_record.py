"""The attempt that a call is in the history; told twice, by the provider's report and by the recruiter, it is one attempt.

The provider knows that a phone rang and how the line ended; the person who rang knows what was said. Whoever comes first
writes the attempt; the recruiter's word is the one that stands. This is the one place where an attempt is changed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from ringback.actions.standing import anchor_record
from ringback.rules.status import DISPOSITION_OF_OUTCOME, EVENT_OF_OUTCOME
from ringback.store.upsert import insert_new
from schemas.tables import Attempt, CallSlot, CallWindow, Candidate, ContactPoint
from schemas.words import CallOutcome, Channel, Direction, Disposition, Event

LOGGED = "call-"
"""Calls that a person logs get a name that begins so, unless the caller names them."""
REPORTED = "twilio-"
"""Attempts that the provider's report wrote begin with this event id ..."""
REPORTER = "twilio"
"""... and have this agent until the recruiter has said how the call went."""
DOUBLE_CLICK = timedelta(minutes=1)

NOT_TAKEN = frozenset({Disposition.NO_ANSWER, Disposition.BUSY})
UNREACHED = frozenset({Event.NO_ANSWER, Event.WRONG_NUMBER})


class News(StrEnum):
    """What a call that is written down is to what is known."""

    CALL = "call"  # another attempt
    MEANING = "meaning"  # known from the provider's report, but it went otherwise than the line said
    WORD = "word"  # known from the provider's report, and confirmed
    AGAIN = "again"  # known from the same person, who tells it again
    NOTHING = "nothing"  # known


@dataclass(frozen=True, slots=True)
class ToldCall:
    """What somebody tells of one call; ``at`` is aware UTC.

    ``event_id`` is the caller's own name of the call, None for one that a person logs.
    """

    outcome: CallOutcome
    at: datetime
    actor: str
    note: str | None = None
    event_id: str | None = None

    @property
    def disposition(self) -> Disposition:
        """The outcome as the history keeps it."""
        return DISPOSITION_OF_OUTCOME[self.outcome]


def record_call(
    session: Session,
    candidate: Candidate,
    told: ToldCall,
    *,
    phone: ContactPoint | None,
    now: datetime,
    within: timedelta,
) -> tuple[News, str, datetime]:
    """Write a call into the history in the caller's transaction; return what is new in it, its name, and when it was.

    ``within``: so far apart a report and a recruiter may put the same call.
    """
    identity = told.event_id or _free_id(session, _event_id(candidate.candidate_id, told))
    told = replace(told, event_id=identity)
    is_report = identity.startswith(REPORTED)
    twin = _known_from_the_other(session, candidate, told, is_report=is_report, within=within)
    if twin is not None and is_report:
        return News.NOTHING, identity, twin.started_at
    if twin is not None:
        is_other = _complete(twin, told, now=now)
        session.flush()
        return News.MEANING if is_other else News.WORD, identity, twin.started_at
    before = None if is_report else _told_before(session, candidate, told, within=within, now=now)
    if before is not None and before.voided_at is not None:  # a named call that was taken back stays so
        return News.NOTHING, identity, before.started_at
    if before is not None:
        _add_note(before, told.note)
        session.flush()
        return News.AGAIN, f"{before.event_id}:{now:%Y%m%d%H%M%S}", before.started_at
    is_new = _insert(session, candidate, told, phone=phone, now=now)
    return News.CALL if is_new else News.NOTHING, identity, told.at


def _known_from_the_other(
    session: Session, candidate: Candidate, told: ToldCall, *, is_report: bool, within: timedelta
) -> Attempt | None:
    """Return the attempt by which this call is known from the other side; None if it is news.

    The nearest one within ``within`` of it. A line on which nobody answered is no call on which somebody spoke: the
    recruiter has then rung again, and both count. A machine and a person are mistaken for each other, so those are one.
    """
    query = select(Attempt).where(
        Attempt.candidate_id == candidate.candidate_id,
        Attempt.channel == Channel.CALL,
        Attempt.direction == Direction.OUT,
        Attempt.voided_at.is_(None),
        Attempt.started_at.between(told.at - within, told.at + within),
        Attempt.event_id.not_like(f"{REPORTED}%") if is_report else Attempt.event_id.like(f"{REPORTED}%"),
    )
    if not is_report:
        query = query.where(Attempt.agent_id == REPORTER)
    known = [
        each
        for each in session.scalars(query)
        if (_is_one(told.disposition, each.disposition) if is_report else _is_one(each.disposition, told.disposition))
    ]
    return min(known, key=lambda each: abs(each.started_at - told.at), default=None)


def _is_one(reported: Disposition, written: Disposition) -> bool:
    """Tell whether what the line said and what the recruiter says may be one call."""
    return reported not in NOT_TAKEN or _EVENTS.get(written) in UNREACHED


_EVENTS = {DISPOSITION_OF_OUTCOME[outcome]: event for outcome, event in EVENT_OF_OUTCOME.items()}


def _told_before(
    session: Session, candidate: Candidate, told: ToldCall, *, within: timedelta, now: datetime
) -> Attempt | None:
    """Return the attempt that a recruiter tells once more: the same name, or what was said a minute ago of the same call.

    A report may put the call some minutes off; two times that people give lie less than a minute apart.
    """
    is_reported = Attempt.event_id.like(f"{REPORTED}%")
    said_now = and_(
        Attempt.channel == Channel.CALL,
        Attempt.agent_id == told.actor,
        Attempt.disposition == told.disposition,
        or_(
            is_reported & Attempt.started_at.between(told.at - within, told.at + within),
            ~is_reported & Attempt.started_at.between(told.at - DOUBLE_CLICK, told.at + DOUBLE_CLICK),
        ),
        Attempt.recorded_at > now - DOUBLE_CLICK,
        Attempt.voided_at.is_(None),
    )
    query = select(Attempt).where(
        Attempt.candidate_id == candidate.candidate_id, or_(Attempt.event_id == told.event_id, said_now)
    )
    return session.scalar(query.order_by(Attempt.started_at.desc(), Attempt.id.desc()).limit(1))


def _add_note(attempt: Attempt, note: str | None) -> None:
    """Keep what a second telling adds; what stands there stays."""
    if note and note not in (attempt.note or ""):
        attempt.note = f"{attempt.note}\n{note}" if attempt.note else note


def _complete(attempt: Attempt, told: ToldCall, *, now: datetime) -> bool:
    """Let the recruiter's word stand in a reported attempt; True if it means something else than the report did.

    The report itself is kept as it came, in ``webhook_event``.
    """
    before = _EVENTS.get(attempt.disposition)
    attempt.disposition, attempt.agent_id, attempt.recorded_at = told.disposition, told.actor, now
    attempt.note = told.note if told.note is not None else attempt.note
    return before is not EVENT_OF_OUTCOME[told.outcome]


def _event_id(candidate_id: str, told: ToldCall) -> str:
    """Name a call by who, when (to the second) and how it ended, so that a double click is one call."""
    identity = f"{candidate_id}|{Channel.CALL.value}|{told.at:%Y-%m-%dT%H:%M:%S}|{told.outcome.value}"
    return f"{LOGGED}{hashlib.blake2b(identity.encode(), digest_size=12).hexdigest()}"


def _free_id(session: Session, event_id: str) -> str:
    """Return the name for a call that a person logs: what was taken back under it may be logged again, and counts then."""
    named = or_(Attempt.event_id == event_id, Attempt.event_id.like(f"{event_id}-%"))
    n_void = session.scalar(select(func.count()).where(named, Attempt.voided_at.is_not(None))) or 0
    return f"{event_id}-{n_void + 1}" if n_void else event_id


def _insert(
    session: Session, candidate: Candidate, told: ToldCall, *, phone: ContactPoint | None, now: datetime
) -> bool:
    planned = session.scalar(
        select(CallWindow)
        .join(CallSlot, CallSlot.slot_id == CallWindow.slot_id)
        .where(
            CallWindow.candidate_id == candidate.candidate_id, CallSlot.starts_at <= told.at, CallSlot.ends_at > told.at
        )
        .order_by(CallWindow.rank)
        .limit(1)
    )
    row = {
        "event_id": told.event_id,
        "candidate_id": candidate.candidate_id,
        "source_record_id": anchor_record(session, candidate.candidate_id),
        "contact_point_id": None if phone is None else phone.id,
        "channel": Channel.CALL,
        "direction": Direction.OUT,
        "started_at": told.at,
        "disposition": told.disposition,
        "agent_id": told.actor,
        "note": told.note,
        "was_random_window": planned is not None and planned.is_random,
        "window_propensity": None if planned is None else planned.propensity,
        "recorded_at": now,
    }
    return insert_new(session, Attempt, [row]) == 1
