"""What the provider reports later: accepted after all, delivered, or not. Applied in any order, as often as it comes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from ringback.actions.outreach_record import record_acceptances
from ringback.actions.outreach_start import Begun
from ringback.channels.base import OutgoingMessage
from ringback.rules.sending import SendEvent, states_before
from schemas.tables import OutboxMessage
from schemas.words import MessageState


def record_report(
    session: Session,
    *,
    at: datetime,
    was_delivered: bool | None,
    message_id: str | None = None,
    marker: str | None = None,
    provider_id: str | None = None,
    code: str | None = None,
) -> str | None:
    """Apply one report of a provider in the caller's transaction; return the id of the message it is about, if it is ours.

    Any report proves that the message was accepted, also one that overtakes our own record of it. The state only climbs:
    accepted, undelivered, delivered. The message is found by our id (from the signed callback address, or the mail's custom
    arguments), by the marker, or by the provider's id.

    Args:
        session: a writing session.
        at: when the provider says it happened.
        was_delivered: True, False, or None for a report of something on the way.
        message_id: our id.
        marker: the message's marker.
        provider_id: the provider's id, also stored when it was not known yet.
        code: the provider's error code of a failed delivery.
    """
    found = _find(session, message_id, marker, provider_id)
    if found is None:
        return None
    _climb(session, found, SendEvent.ACCEPT, _TAKEN | {"accepted_at": at})
    if provider_id is not None:
        session.execute(
            update(OutboxMessage)
            .where(OutboxMessage.message_id == found, OutboxMessage.provider_id.is_(None))
            .values(provider_id=provider_id)
        )
    if was_delivered is True:
        _climb(session, found, SendEvent.DELIVER, {"delivered_at": at, "reason": None, "error_code": None})
    elif was_delivered is False:
        _climb(
            session,
            found,
            SendEvent.FAIL_DELIVERY,
            {"error_code": code, "reason": f"not delivered ({code or 'no code'})"},
        )
    return found


_TAKEN: dict[str, Any] = {"reason": "reported by the provider", "refusal": None, "error_code": None, "look_at": None}
TARGET = {
    SendEvent.ACCEPT: MessageState.ACCEPTED,
    SendEvent.DELIVER: MessageState.DELIVERED,
    SendEvent.FAIL_DELIVERY: MessageState.UNDELIVERED,
}


def _find(session: Session, message_id: str | None, marker: str | None, provider_id: str | None) -> str | None:
    keys: list[ColumnElement[bool]] = []
    if message_id is not None:
        keys.append(OutboxMessage.message_id == message_id)
    if marker is not None:
        keys.append(OutboxMessage.marker == marker)
    if provider_id is not None:
        keys.append(OutboxMessage.provider_id == provider_id)
    for key in keys:
        found: str | None = session.scalar(select(OutboxMessage.message_id).where(key))
        if found is not None:
            return found
    return None


def _climb(session: Session, message_id: str, event: SendEvent, columns: dict[str, Any]) -> None:
    changed = session.connection().execute(
        update(OutboxMessage)
        .where(OutboxMessage.message_id == message_id, OutboxMessage.state.in_(states_before(event)))
        .values(state=TARGET[event], lease_owner=None, lease_until=None, **columns)
    )
    if changed.rowcount and event is SendEvent.ACCEPT:
        row = session.get_one(OutboxMessage, message_id)
        message = OutgoingMessage(row.message_id, row.n_tries, row.channel, row.to or "", "", row.marker)
        begun = Begun(
            message, row.candidate_id, row.contact_point_id, row.source_record_id, row.template, row.expires_at
        )
        record_acceptances(session, [begun], columns["accepted_at"])
