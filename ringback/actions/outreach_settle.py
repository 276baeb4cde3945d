"""Messages that no machine could clear up: which they are, and what a person found out about one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ringback.actions.outreach_record import record_acceptances
from ringback.actions.outreach_start import Begun
from ringback.channels.base import OutgoingMessage
from ringback.errors import AmbiguousError, NotFoundError, UsageError
from ringback.workspace import Workspace
from schemas.tables import Candidate, OutboxMessage
from schemas.words import Channel, MessageState, SendVerdict

UNCLEAR = "in_doubt"


@dataclass(frozen=True, slots=True)
class Unclear:
    """A message that waits for a person, with what the provider's console is searched by."""

    message_id: str
    marker: str
    candidate_id: str
    name: str | None
    channel: Channel
    to: str | None
    sending_at: datetime | None
    reason: str | None


def list_unclear(workspace: Workspace) -> list[Unclear]:
    """Return the messages of which nobody knows whether they were sent, the oldest first."""
    query = select(OutboxMessage, Candidate.name).join(Candidate, Candidate.candidate_id == OutboxMessage.candidate_id)
    query = query.where(OutboxMessage.state == MessageState.DEAD, OutboxMessage.error_code == UNCLEAR)
    with workspace.reading() as session:
        return [
            Unclear(m.message_id, m.marker, m.candidate_id, name, m.channel, m.to, m.sending_at, m.reason)
            for m, name in session.execute(query.order_by(OutboxMessage.sending_at, OutboxMessage.message_id))
        ]


@dataclass(frozen=True, slots=True)
class Settled:
    """A message that a person has decided about."""

    message_id: str
    state: MessageState


def settle(workspace: Workspace, message_id: str, verdict: SendVerdict, *, now: datetime, actor: str) -> Settled:
    """Record a person's verdict on one message; see :func:`settle_by_person`.

    Raises:
        UsageError: it is none yet.
    """
    if verdict is SendVerdict.UNKNOWN:
        raise UsageError("Say what you found at the provider: was the message sent or not?")
    was_sent = verdict is SendVerdict.SENT
    whole_id = settle_by_person(workspace, message_id, was_sent=was_sent, now=now, actor=actor)
    return Settled(whole_id, MessageState.ACCEPTED if was_sent else MessageState.DUE)


def settle_by_person(ws: Workspace, message_id: str, *, was_sent: bool, now: datetime, actor: str) -> str:
    """Record what a person found out about a message that no machine could clear up; return its whole id.

    ``message_id`` may be the beginning of one, as artifacts show it. ``was_sent`` True makes it accepted and puts it on the
    timeline; False makes it due again, and the gate is asked as always.

    Raises:
        NotFoundError: there is no such message.
        AmbiguousError: several begin like this.
        UsageError: the message does not wait for a person.
    """
    said = f"decided by {actor} at {now:%Y-%m-%d %H:%M} UTC"
    columns = (
        {"state": MessageState.ACCEPTED, "accepted_at": now, "reason": f"was sent: {said}"}
        if was_sent
        else {"state": MessageState.DUE, "due_at": now, "reason": f"was not sent: {said}"}
    )
    with ws.writing() as session:
        row = _one(session, message_id)
        statement = (
            update(OutboxMessage)
            .where(OutboxMessage.message_id == row.message_id, OutboxMessage.state == MessageState.DEAD)
            .where(OutboxMessage.error_code == UNCLEAR)
            .values(**columns, error_code=None)
        )
        if not session.connection().execute(statement).rowcount:
            raise UsageError(f"Message {row.message_id} does not wait for a decision; only unclear sends do.")
        if was_sent:
            record_acceptances(session, [_begun(row)], row.sending_at or now)
        return row.message_id


def _one(session: Session, beginning: str) -> OutboxMessage:
    query = select(OutboxMessage).where(OutboxMessage.message_id.startswith(beginning, autoescape=True))
    found: Sequence[OutboxMessage] = session.scalars(query.limit(2)).all() if beginning else ()
    if not found:
        raise NotFoundError(f"There is no message {beginning}; 'ringback export outbox' lists them.")
    if len(found) > 1:
        raise AmbiguousError(f"Several messages begin with {beginning}; give more of the id.")
    return found[0]


def _begun(row: OutboxMessage) -> Begun:
    message = OutgoingMessage(row.message_id, row.n_tries, row.channel, row.to or "", "", row.marker)
    return Begun(message, row.candidate_id, row.contact_point_id, row.source_record_id, row.template, row.expires_at)
