"""The end of a send: what came of it is written under a guard, so that a late answer never undoes what others found out."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from ringback.actions.outreach_plan import cancel_pending
from ringback.actions.outreach_start import Begun
from ringback.channels.outcomes import BURNS_A_TRY, REPEATABLE, Outcome
from ringback.rules.sending import SendEvent, backoff_seconds, next_look_at, states_before
from ringback.rules.status import next_status
from ringback.store.queries.facts import OUTBOX_EVENT
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import Attempt, Candidate, ContactPoint, OutboxMessage, SendTry, StatusChange, Suppression
from schemas.words import Channel, ContactState, Direction, Disposition, Event, MessageState, Refusal, Status

OUTBOX = cast(Table, OutboxMessage.__table__)
TRIES = cast(Table, SendTry.__table__)
ACTOR = "dispatch"


@dataclass(frozen=True, slots=True)
class Ended:
    """How one try ended, as its thread saw it."""

    begun: Begun
    sender: str
    outcome: Outcome
    ended_at: datetime
    provider_id: str | None = None
    code: str | None = None
    http_status: int | None = None
    detail: str | None = None
    retry_after_seconds: float | None = None


def record_ended(
    session: Session, ws: Workspace, owner: str, ended: Sequence[Ended], *, settle_of: dict[Channel, timedelta]
) -> list[tuple[Ended, MessageState, str | None]]:
    """Write how tries ended, in the caller's transaction; return the state and reason that each message has by that.

    Acceptance is a proof and is written whatever became of the row meanwhile; everything else only while the row is still
    this try of ours. Writing the same twice changes nothing.
    """
    if not ended:
        return []
    tired = _tired(session, ended, ws.policy.messages.max_tries)
    rows = [_row(owner, each, settle_of[each.begun.message.channel], tired) for each in ended]
    accepted = [row for row in rows if row["new_state"] is MessageState.ACCEPTED]
    others = [row for row in rows if row["new_state"] is not MessageState.ACCEPTED]
    if accepted:
        session.connection().execute(_ACCEPT, [_only(row, _ACCEPT_KEYS) for row in accepted])
    if others:
        session.connection().execute(_END, [_only(row, _END_KEYS) for row in others])
    session.connection().execute(_END_TRY, [_try_row(each) for each in ended])
    record_acceptances(session, [each.begun for each in ended if each.outcome is Outcome.ACCEPTED], ended[-1].ended_at)
    for each in ended:
        if each.outcome in (Outcome.WRONG_ADDRESS, Outcome.OPTED_OUT):
            _mark_address(session, each)
    return [(each, row["new_state"], row["new_reason"]) for each, row in zip(ended, rows, strict=True)]


def record_acceptances(session: Session, begun: Iterable[Begun], at: datetime) -> None:
    """Put accepted messages on the timelines of their candidates, once each, and move who was not contacted yet."""
    sent = list(begun)
    attempts = [
        {
            "event_id": f"{OUTBOX_EVENT}{each.message.message_id}",
            "candidate_id": each.candidate_id,
            "source_record_id": each.source_record_id,
            "contact_point_id": each.contact_point_id,
            "channel": each.message.channel,
            "direction": Direction.OUT,
            "started_at": at,
            "disposition": Disposition.SENT,
            "template_id": each.template,
            "was_random_window": False,
            "recorded_at": at,
        }
        for each in sent
    ]
    if attempts:
        session.connection().execute(_insert_attempt(session.get_bind().dialect.name), attempts)
    _move_statuses(session, {each.candidate_id for each in sent}, at)


def _move_statuses(session: Session, candidate_ids: set[str], at: datetime) -> None:
    if not candidate_ids:
        return
    people = session.connection().execute(_STATUSES, {"ids": sorted(candidate_ids)})
    moves: defaultdict[tuple[Status, Status], list[str]] = defaultdict(list)
    for person in people:
        after = next_status(person.status, Event.MESSAGE_SENT)
        if after is not None and after is not person.status:
            moves[person.status, after].append(person.candidate_id)
    changed = {"event": Event.MESSAGE_SENT, "at": at, "actor": ACTOR, "detail": {}}
    for (before, after), ids in moves.items():
        session.connection().execute(_MOVE, {"ids": ids, "new_status": after, "new_updated_at": at})
        session.connection().execute(
            _CHANGE, [{"candidate_id": each, "from_status": before, "to_status": after, **changed} for each in ids]
        )


@cache
def _insert_attempt(dialect: str) -> Any:
    """Return an insert of one row that a unique constraint may already know: one statement for any number of rows."""
    insert_into = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert_into(cast(Table, Attempt.__table__)).on_conflict_do_nothing()


CANDIDATES = cast(Table, Candidate.__table__)
_STATUSES = select(CANDIDATES.c.candidate_id, CANDIDATES.c.status).where(
    CANDIDATES.c.candidate_id.in_(bindparam("ids", expanding=True))
)
_CHANGE = insert(cast(Table, StatusChange.__table__))
_MOVE = (
    update(CANDIDATES)
    .where(CANDIDATES.c.candidate_id.in_(bindparam("ids", expanding=True)))
    .values(status=bindparam("new_status"), updated_at=bindparam("new_updated_at"))
)
_GUARD = (OUTBOX.c.message_id == bindparam("key"), OUTBOX.c.n_tries == bindparam("try_n"))
_ACCEPT = (
    update(OUTBOX)
    .where(*_GUARD, or_(*(OUTBOX.c.state == state for state in states_before(SendEvent.ACCEPT))))
    .values(
        state=MessageState.ACCEPTED,
        accepted_at=bindparam("new_accepted_at"),
        provider_id=bindparam("new_provider_id"),
        refusal=None,
        reason=None,
        error_code=None,
        look_at=None,
        lease_owner=None,
        lease_until=None,
    )
)
_END = (
    update(OUTBOX)
    .where(*_GUARD, OUTBOX.c.state == MessageState.SENDING, OUTBOX.c.lease_owner == bindparam("owner"))
    .values(
        state=bindparam("new_state"),
        refusal=bindparam("new_refusal"),
        reason=bindparam("new_reason"),
        error_code=bindparam("new_error_code"),
        due_at=bindparam("new_due_at"),
        look_at=bindparam("new_look_at"),
        lease_owner=None,
        lease_until=None,
    )
)
_END_TRY = (
    update(TRIES)
    .where(TRIES.c.message_id == bindparam("key"), TRIES.c.n == bindparam("try_n"))
    .values(
        finished_at=bindparam("new_finished_at"),
        outcome=bindparam("new_outcome"),
        http_status=bindparam("new_http_status"),
        error_code=bindparam("new_error_code"),
        detail=bindparam("new_detail"),
    )
)
_ACCEPT_KEYS = ("key", "try_n", "new_accepted_at", "new_provider_id")
_END_KEYS = (
    "key",
    "try_n",
    "owner",
    "new_state",
    "new_refusal",
    "new_reason",
    "new_error_code",
    "new_due_at",
    "new_look_at",
)


def _only(row: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: row[key] for key in keys}


def _row(owner: str, ended: Ended, settle: timedelta, tired: set[str]) -> dict[str, Any]:
    message, at = ended.begun.message, ended.ended_at
    row: dict[str, Any] = {
        "key": message.message_id,
        "try_n": message.n_try,
        "owner": owner,
        "new_refusal": None,
        "new_reason": None,
        "new_error_code": ended.code,
        "new_due_at": at,
        "new_look_at": None,
    }
    if ended.outcome is Outcome.ACCEPTED:
        accepted = {"new_accepted_at": at, "new_provider_id": ended.provider_id or None}
        return {**row, "new_state": MessageState.ACCEPTED, **accepted}
    if ended.outcome is Outcome.UNCLEAR:
        look_at = next_look_at(0, ended_at=at, settle=settle)
        return {**row, "new_state": MessageState.IN_DOUBT, "new_look_at": look_at, "new_reason": _said(ended)}
    if ended.outcome in REPEATABLE and message.message_id not in tired:
        return {**row, "new_state": MessageState.DUE, "new_due_at": _again_at(ended), "new_reason": _said(ended)}
    refusals = {Outcome.OPTED_OUT: Refusal.OPTED_OUT, Outcome.WRONG_ADDRESS: _unreachable(message.channel)}
    return {
        **row,
        "new_state": MessageState.DEAD,
        "new_refusal": refusals.get(ended.outcome),
        "new_reason": _said(ended),
    }


def _tired(session: Session, ended: Sequence[Ended], max_tries: int) -> set[str]:
    """Return the messages that were not taken so often that a person should look; the provider's pauses do not count."""
    suspects = [
        each.begun.message.message_id
        for each in ended
        if each.outcome in BURNS_A_TRY and each.begun.message.n_try >= max_tries
    ]
    if not suspects:
        return set()
    burnt = select(SendTry.message_id).where(
        SendTry.message_id.in_(suspects), SendTry.outcome.in_([outcome.value for outcome in BURNS_A_TRY])
    )
    counted = burnt.group_by(SendTry.message_id).having(func.count() >= max_tries - 1)  # this one is not written yet
    return set(session.scalars(counted))


def _again_at(ended: Ended) -> datetime:
    """Return when to send again: when the provider said so, else after a wait that doubles; never all at once."""
    dice = random.random()  # noqa: S311 (spreads retries, guards nothing)
    if ended.retry_after_seconds is not None:
        return ended.ended_at + timedelta(seconds=ended.retry_after_seconds * (1 + dice / 10))
    return ended.ended_at + timedelta(seconds=backoff_seconds(ended.begun.message.n_try, dice=dice))


def _said(ended: Ended) -> str:
    """Return the reason as a person reads it: our word for the outcome, and what the provider said."""
    return f"{ended.outcome.value}: {ended.detail}" if ended.detail else ended.outcome.value


def _unreachable(channel: Channel) -> Refusal:
    return Refusal.BOUNCED if channel is Channel.EMAIL else Refusal.WRONG_NUMBER


def _try_row(ended: Ended) -> dict[str, Any]:
    return {
        "key": ended.begun.message.message_id,
        "try_n": ended.begun.message.n_try,
        "new_finished_at": ended.ended_at,
        "new_outcome": ended.outcome.value,
        "new_http_status": ended.http_status,
        "new_error_code": ended.code,
        "new_detail": ended.detail,
    }


def _mark_address(session: Session, ended: Ended) -> None:
    """Flag the address that the provider refused, and stop everything to somebody who opted out there."""
    begun = ended.begun
    is_opt_out = ended.outcome is Outcome.OPTED_OUT
    bad = ContactState.BOUNCED if begun.message.channel is Channel.EMAIL else ContactState.WRONG_NUMBER
    point = session.get(ContactPoint, begun.contact_point_id) if begun.contact_point_id is not None else None
    if point is None:
        return
    if is_opt_out or point.state in (ContactState.UNVERIFIED, ContactState.GOOD):
        point.state = ContactState.OPTED_OUT if is_opt_out else bad
        point.updated_at = ended.ended_at
    if is_opt_out:
        insert_new(
            session,
            Suppression,
            [
                {
                    "kind": point.kind.value,
                    "blind": point.blind,
                    "reason": ContactState.OPTED_OUT.value,
                    "at": ended.ended_at,
                    "proof": _said(ended),
                }
            ],
        )
        cancel_pending(session, begun.candidate_id, refusal=Refusal.OPTED_OUT, now=ended.ended_at)
