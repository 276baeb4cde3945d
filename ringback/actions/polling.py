"""What webhooks lost: the providers are asked for replies, refusals, deliveries and calls, and it is stored as if they had come.

Nothing is sent. What a webhook has brought already is known by its key. What could not be asked is a sentence in the result and
is asked again next time: the moment of the last complete look is kept for each provider.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.replies import ReplyRecorded, apply_inbound
from ringback.actions.webhooks import Applied, apply_events, store_events
from ringback.channels.factory import missing_credentials
from ringback.errors import ChannelError, PermanentError
from ringback.rules.reports import ASKED, CALL_ENDS
from ringback.rules.sending import POLL_AGES, is_poll_due
from ringback.workspace import Workspace
from schemas.tables import OutboxMessage, StoredSetting, WebhookEvent
from schemas.words import Channel, MessageState

if TYPE_CHECKING:
    from ringback.channels.inbound import Received
    from ringback.channels.poll_sendgrid import SendGridPoll
    from ringback.channels.poll_twilio import TwilioPoll

FIRST_LOOK_BACK = timedelta(days=1)
OVERLAP = timedelta(hours=1)  # a provider's list may lag behind; what is found twice is stored once
MOST_SMS, MOST_MAILS, MOST_CALLS = 300, 20, 50
CALL_HOURS = timedelta(hours=24)


@dataclass(slots=True)
class Polled:
    """How much was new, and what could not be asked and why."""

    n_new: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """What one look at the providers and at what waits has given."""

    polled: Polled
    replies: list[ReplyRecorded]
    applied: Applied


def catch_up(workspace: Workspace, *, now: Callable[[], datetime], is_asked_for: bool = False) -> CaughtUp:
    """Ask the providers for what webhooks lost, and apply everything that is stored and not applied yet."""
    polled = poll_providers(workspace, now=now(), is_asked_for=is_asked_for)
    replies = apply_inbound(workspace, now=now())
    return CaughtUp(polled, replies, apply_events(workspace, now=now))


def poll_providers(workspace: Workspace, *, now: datetime, is_asked_for: bool = False) -> Polled:
    """Ask the live providers what happened and store what is new; STOPs count at once, the rest when it is applied.

    Args:
        workspace: the open workspace. On the console channel, or without credentials, there is nobody to ask.
        now: aware UTC.
        is_asked_for: a person wants it now: ask about every message without a report, not only those whose turn it is.
    """
    polled = Polled()
    settings = workspace.settings
    if settings.channels != "live" or missing_credentials(settings):
        return polled
    from ringback.channels.poll_sendgrid import SendGridPoll  # noqa: PLC0415 (only where there is somebody to ask)
    from ringback.channels.poll_twilio import TwilioPoll  # noqa: PLC0415

    twilio, sendgrid = TwilioPoll.of(settings), SendGridPoll.of(settings)
    try:
        _ask(workspace, "twilio", now, polled, lambda at: _from_twilio(workspace, twilio, at, now, is_asked_for))
        _ask(workspace, "sendgrid", now, polled, lambda at: _from_sendgrid(workspace, sendgrid, at, now, is_asked_for))
    finally:
        twilio.close()
        sendgrid.close()
    return polled


def _ask(
    workspace: Workspace,
    provider: str,
    now: datetime,
    polled: Polled,
    parts: Callable[[datetime | None], Iterable[Callable[[], Sequence[Received]]]],
) -> None:
    """Ask one provider part by part; remember the moment only if every part was answered."""
    name = f"polled_at:{provider}"
    with workspace.reading() as session:
        known = session.scalar(select(StoredSetting.value).where(StoredSetting.name == name))
    n_before = len(polled.problems)
    for part in parts(None if known is None else datetime.fromisoformat(known.decode()).astimezone(UTC)):
        try:
            polled.n_new += store_events(workspace, part(), now=now)
        except PermanentError as error:  # not part of this account: asking again gives the same
            polled.problems.append(str(error))
            n_before += 1
            break
        except ChannelError as error:
            polled.problems.append(str(error))
            break
    if len(polled.problems) == n_before:
        with workspace.writing() as session:
            session.merge(StoredSetting(name=name, value=now.isoformat().encode()))


def _from_twilio(
    workspace: Workspace,
    twilio: TwilioPoll,
    polled_at: datetime | None,
    now: datetime,
    is_asked_for: bool,  # noqa: FBT001
) -> Iterable[Callable[[], Sequence[Received]]]:
    since = _since(polled_at, now)
    yield lambda: twilio.received_since(since, now=now)
    with workspace.reading() as session:
        sent = _unreported(session, Channel.SMS, None if is_asked_for else polled_at, now, is_asked_for=is_asked_for)
        calls = _open_calls(session, now)
    for message in [each for each in sent if each.provider_id][:MOST_SMS]:
        yield lambda m=message: _one(twilio.status_of(m.provider_id, m.message_id, now=now))  # type: ignore[misc]
    for sid, candidate_id in calls[:MOST_CALLS]:
        yield lambda s=sid, c=candidate_id: _ended(twilio.calls_under(s, c, now=now))  # type: ignore[misc]


def _from_sendgrid(
    workspace: Workspace,
    sendgrid: SendGridPoll,
    polled_at: datetime | None,
    now: datetime,
    is_asked_for: bool,  # noqa: FBT001
) -> Iterable[Callable[[], Sequence[Received]]]:
    since = _since(polled_at, now)
    yield lambda: sendgrid.closed_since(since, now=now)
    with workspace.reading() as session:
        sent = _unreported(session, Channel.EMAIL, polled_at, now, is_asked_for=is_asked_for)
    for message in sent[:MOST_MAILS]:
        yield lambda m=message: _one(  # type: ignore[misc]
            sendgrid.status_of(m.marker, m.to or "", m.message_id, now=now)
        )


def _since(polled_at: datetime | None, now: datetime) -> datetime:
    return now - FIRST_LOOK_BACK if polled_at is None else min(polled_at, now) - OVERLAP


def _unreported(
    session: Session, channel: Channel, polled_at: datetime | None, now: datetime, *, is_asked_for: bool
) -> list[OutboxMessage]:
    """Return accepted messages that nobody has reported on and whose turn it is, the newest first."""
    query = select(OutboxMessage).where(
        OutboxMessage.state == MessageState.ACCEPTED,
        OutboxMessage.channel == channel,
        OutboxMessage.accepted_at > now - POLL_AGES[-1] - FIRST_LOOK_BACK,
    )
    return [
        message
        for message in session.scalars(query.order_by(OutboxMessage.accepted_at.desc()))
        if message.accepted_at and (is_asked_for or is_poll_due(message.accepted_at, polled_at=polled_at, now=now))
    ]


def _open_calls(session: Session, now: datetime) -> list[tuple[str, str]]:
    """Return calls that were begun here and of whose end nothing is known, with their candidate."""
    query = select(WebhookEvent).where(WebhookEvent.kind == "call", WebhookEvent.received_at > now - CALL_HOURS)
    events = list(session.scalars(query.order_by(WebhookEvent.id.desc())))
    told = {each.payload.get("parent_id") for each in events if each.payload.get("status") in CALL_ENDS}
    return [
        (each.payload["provider_id"], each.payload["candidate_id"])
        for each in events
        if each.payload.get("status") == ASKED and each.payload["provider_id"] not in {None, *told}
    ]


def _one(received: Received | None) -> Sequence[Received]:
    return [] if received is None else [received]


def _ended(received: Sequence[Received]) -> Sequence[Received]:
    """Return the reports of legs that have ended; one that still rings is asked for again."""
    return [each for each in received if each.payload["status"] in CALL_ENDS]
