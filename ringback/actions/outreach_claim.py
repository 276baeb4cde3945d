"""Which messages a dispatcher takes, holds under a lease, and gives back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.orm import Session

from ringback.actions.outreach_work import Claim
from ringback.rules.sending import SendEvent, states_before
from schemas.tables import OutboxMessage
from schemas.words import Channel, MessageState

DRAIN_WAITS_FOR = timedelta(minutes=20)  # a retry later than this is left to the next run


def claim_due(
    session: Session,
    owner: str,
    channels: Sequence[Channel],
    *,
    now: datetime,
    lease: timedelta,
    size: int,
    only: Collection[str] | None = None,
) -> list[Claim]:
    """Take up to ``size`` due messages under a lease, the longest due first; those that others are taking are passed over.

    ``only`` names the messages that may be taken; None: any.
    """
    due = (
        select(OutboxMessage.message_id, OutboxMessage.candidate_id, OutboxMessage.channel)
        .where(
            OutboxMessage.state.in_(states_before(SendEvent.CLAIM)),
            OutboxMessage.due_at <= now,
            OutboxMessage.channel.in_(channels),
            *([] if only is None else [OutboxMessage.message_id.in_(only)]),
        )
        .order_by(OutboxMessage.due_at, OutboxMessage.message_id)
        .limit(size)
        .with_for_update(skip_locked=True)
    )
    claims = [Claim(row.message_id, row.candidate_id, row.channel) for row in session.execute(due)]
    if claims:
        session.connection().execute(
            update(OutboxMessage)
            .where(OutboxMessage.message_id.in_([each.message_id for each in claims]))
            .values(state=MessageState.CLAIMED, lease_owner=owner, lease_until=now + lease)
        )
    return claims


def release_claims(session: Session, owner: str, message_ids: Sequence[str]) -> None:
    """Give back messages that were claimed and not begun."""
    session.connection().execute(
        update(OutboxMessage)
        .where(
            OutboxMessage.message_id.in_(message_ids),
            OutboxMessage.state == MessageState.CLAIMED,
            OutboxMessage.lease_owner == owner,
        )
        .values(state=MessageState.DUE, lease_owner=None, lease_until=None)
    )


def first_open_at(session: Session, channel: Channel, *, now: datetime, may_start: bool) -> datetime | None:
    """Return when the first message of a channel that a draining run waits for needs something; None if there is none.

    Waited for are doubts and sends under way and, if sends may be started, what is due, claimed, or soon to be retried.
    Messages planned or held for later are not.
    """
    message = OutboxMessage
    waits: list[ColumnElement[bool]] = [
        (message.state == MessageState.IN_DOUBT) & message.look_at.is_not(None),
        message.state == MessageState.SENDING,
    ]
    if may_start:
        waits += [
            message.state.in_((MessageState.PLANNED, MessageState.HELD)) & (message.due_at <= now),
            (message.state == MessageState.DUE) & (message.due_at <= now + DRAIN_WAITS_FOR),
            message.state == MessageState.CLAIMED,
        ]
    at = func.coalesce(message.look_at, message.lease_until, message.due_at, type_=message.due_at.type)
    first: datetime | None = session.scalar(
        select(func.min(at, type_=message.due_at.type)).where(message.channel == channel, or_(*waits))
    )
    return first
