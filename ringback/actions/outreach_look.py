"""Messages in doubt: the provider is asked what it has, often and long enough, before anything is sent again.

Its list is searched for the marker of the message. Found: accepted. Not found by three complete looks, the last one not
before the settle time has passed: it is due again. Not answerable: a person decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, func, or_, select, update
from sqlalchemy.orm import Session

from ringback.actions.outreach_record import record_acceptances
from ringback.actions.outreach_start import Begun
from ringback.channels.base import Accepted, OutgoingMessage
from ringback.channels.outcomes import Outcome
from ringback.errors import PermanentError
from ringback.rules.clocks import CLOCKS_DIFFER
from ringback.rules.sending import LOOK_SHARES, next_look_at
from schemas.tables import OutboxMessage, SendTry
from schemas.words import Channel, MessageState

UNANSWERED_FACTOR = 4  # a provider that cannot be asked for this many settle times: a person decides
UNANSWERED_AT_LEAST = timedelta(seconds=60)
SHORTEST_GAP = timedelta(seconds=0.2)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A message in doubt that is to be looked up now."""

    begun: Begun
    n_looks: int
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Looked:
    """What one look gave: ``accepted``, or nothing in a complete list, or an ``error``."""

    doubt: Doubt
    accepted: Accepted | None = None
    error: Exception | None = None


def expire_leases(
    session: Session,
    *,
    now: datetime,
    lease: timedelta,
    try_seconds: float,
    settle_of: Mapping[Channel, timedelta],
) -> int:
    """Take over what dead or stuck dispatchers held; return how many rows.

    What was only claimed is due again. What was being sent is in doubt, never due: nobody knows how far it came. A lease
    that ends later than any lease could was given before the clock was set back, and counts as over.
    """
    is_over = or_(OutboxMessage.lease_until < now, OutboxMessage.lease_until > now + 2 * lease + CLOCKS_DIFFER)
    released = session.connection().execute(
        update(OutboxMessage)
        .where(OutboxMessage.state == MessageState.CLAIMED, is_over)
        .values(state=MessageState.DUE, lease_owner=None, lease_until=None)
    )
    n = released.rowcount
    for channel, settle in settle_of.items():
        lost = session.connection().execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.state == MessageState.SENDING,
                is_over,
                OutboxMessage.channel == channel,
            )
            .values(
                state=MessageState.IN_DOUBT,
                reason="unclear: the dispatcher that was sending it never came back",
                look_at=now + settle * LOOK_SHARES[0] if settle else now + timedelta(seconds=try_seconds),
                lease_owner=None,
                lease_until=None,
            )
        )
        n += lost.rowcount
    return n


def take_looks(
    session: Session,
    channels: Sequence[Channel],
    *,
    now: datetime,
    lease: timedelta,
    try_seconds: float,
    answer_seconds: float,
    limit: int,
) -> list[Doubt]:
    """Return messages whose next look is due, and keep others from looking at them while the lease lasts.

    A provider that gave no answer at all within ``answer_seconds`` may still be busy with the message, and is given as long
    again before the settle time begins.
    """
    rows = session.execute(
        select(
            OutboxMessage.message_id,
            OutboxMessage.candidate_id,
            OutboxMessage.source_record_id,
            OutboxMessage.contact_point_id,
            OutboxMessage.channel,
            OutboxMessage.template,
            OutboxMessage.marker,
            OutboxMessage.to,
            OutboxMessage.subject,
            OutboxMessage.body,
            OutboxMessage.n_tries,
            OutboxMessage.n_looks,
            OutboxMessage.expires_at,
            SendTry.started_at,
            SendTry.finished_at,
            SendTry.http_status,
        )
        .join(SendTry, and_(SendTry.message_id == OutboxMessage.message_id, SendTry.n == OutboxMessage.n_tries))
        .where(
            OutboxMessage.state == MessageState.IN_DOUBT,
            OutboxMessage.look_at <= now,
            OutboxMessage.channel.in_(channels),
        )
        .order_by(OutboxMessage.look_at)
        .limit(limit)
        .with_for_update(of=OutboxMessage, skip_locked=True)
    ).all()
    if rows:
        session.execute(update(OutboxMessage), [{"message_id": row.message_id, "look_at": now + lease} for row in rows])
    return [_doubt(row, try_seconds, answer_seconds) for row in rows]


def record_looked(
    session: Session,
    looked: Sequence[Looked],
    *,
    now: datetime,
    settle_of: Mapping[Channel, timedelta],
    max_doubts: int,
) -> list[tuple[Looked, MessageState, str | None]]:
    """Write what looks gave, in the caller's transaction; return state and reason of each message.

    Guarded by state, try and number of looks: of two who looked at the same time one counts.
    """
    results = []
    for each in looked:
        columns = _columns(each, now, settle_of[each.doubt.begun.message.channel])
        message = each.doubt.begun.message
        if columns.get("state") is MessageState.DUE and _n_doubts(session, message.message_id) >= max_doubts:
            columns = {
                **_GAVE_UP,
                "reason": f"{max_doubts} sends were unclear and none was found; look into this message",
            }
        changed = session.connection().execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.message_id == message.message_id,
                OutboxMessage.state == MessageState.IN_DOUBT,
                OutboxMessage.n_tries == message.n_try,
                OutboxMessage.n_looks == each.doubt.n_looks,
            )
            .values(**columns)
        )
        if changed.rowcount and each.accepted is not None:
            record_acceptances(session, [each.doubt.begun], now)
        if changed.rowcount:
            results.append((each, columns.get("state", MessageState.IN_DOUBT), columns.get("reason")))
    return results


_GAVE_UP = {"state": MessageState.DEAD, "error_code": "in_doubt", "look_at": None}


def _n_doubts(session: Session, message_id: str) -> int:
    """Return how many tries of a message ended unclear, or never ended."""
    unclear = or_(SendTry.outcome.is_(None), SendTry.outcome == Outcome.UNCLEAR.value)
    return session.scalar(select(func.count()).where(SendTry.message_id == message_id, unclear)) or 0


def _doubt(row: Row[Any], try_seconds: float, answer_seconds: float) -> Doubt:
    message = OutgoingMessage(
        message_id=row.message_id,
        n_try=row.n_tries,
        channel=row.channel,
        to=row.to,
        subject=row.subject,
        body=row.body or "",
        marker=row.marker,
    )
    begun = Begun(message, row.candidate_id, row.contact_point_id, row.source_record_id, row.template, row.expires_at)
    ended_at = row.finished_at or row.started_at + timedelta(seconds=try_seconds)
    was_answered = row.http_status is not None
    return Doubt(begun, row.n_looks, ended_at if was_answered else ended_at + timedelta(seconds=answer_seconds))


def _columns(looked: Looked, now: datetime, settle: timedelta) -> dict[str, Any]:
    if looked.accepted is not None:
        return {
            "state": MessageState.ACCEPTED,
            "provider_id": looked.accepted.provider_id or None,
            "accepted_at": now,
            "reason": "found in the provider's list after an unclear answer",
            "error_code": None,
            "look_at": None,
        }
    if looked.error is not None:
        return _unanswered(looked, looked.error, now, settle)
    n_looks = looked.doubt.n_looks + 1
    again_at = next_look_at(n_looks, ended_at=looked.doubt.ended_at, settle=settle)
    if again_at is not None:
        gap = settle * LOOK_SHARES[0]
        return {"n_looks": n_looks, "look_at": max(again_at, now + gap)}
    return {
        "state": MessageState.DUE,
        "due_at": now,
        "reason": f"looked for {n_looks} times: the provider does not have it",
        "look_at": None,
        "n_looks": n_looks,
    }


def _unanswered(looked: Looked, error: Exception, now: datetime, settle: timedelta) -> dict[str, Any]:
    """Look again later; once there is no hope of an answer, leave it to a person. Never send on a guess."""
    gap = max(settle * LOOK_SHARES[0], SHORTEST_GAP)
    settled_at = looked.doubt.ended_at + settle
    if isinstance(error, PermanentError) and now < settled_at:
        return {"look_at": settled_at}  # a callback may still prove it
    patience = max(settle * UNANSWERED_FACTOR, UNANSWERED_AT_LEAST)
    if not isinstance(error, PermanentError) and now < looked.doubt.ended_at + patience:
        return {"look_at": now + gap}
    return {
        **_GAVE_UP,
        "reason": f"unclear whether it was sent, and the provider cannot say ({error}); check with them and decide",
    }
