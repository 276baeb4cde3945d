"""What follows when an accepted message did not arrive: once more hours later, or the same words on the other channel.

Both are intentions of their own with a dedupe key made from the first one's, so that a report that comes twice plans nothing
twice, and the gate is asked as for every message.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from ringback.actions.outreach_plan import plan_message
from ringback.channels.outcomes import UNDELIVERED_RETRY
from ringback.rules.sending import SendEvent, states_before
from ringback.rules.wording import load_templates
from ringback.workspace import Workspace
from schemas.tables import OutboxMessage
from schemas.words import Channel, MessageState

AGAIN, OTHER = ":again:", ":other"
OTHER_CHANNEL: Mapping[Channel, Channel] = {Channel.SMS: Channel.EMAIL, Channel.EMAIL: Channel.SMS}


def follow_undelivered(
    session: Session, ws: Workspace, message: OutboxMessage, *, now: datetime
) -> OutboxMessage | None:
    """Plan what follows a message that is undelivered, in the caller's transaction; None if nothing does.

    A passing trouble of the carrier (unreachable handset, unknown error) is tried again on the same channel, hours apart and
    as often as the policy says. Otherwise, and after that, the template of the same name goes out on the other channel, if
    there is one and this was not the other channel already.
    """
    if message.state is not MessageState.UNDELIVERED:
        return None
    first_key, n_again = _parts(message.dedupe_key)
    messages = ws.policy.messages
    if message.error_code in UNDELIVERED_RETRY and n_again < messages.undelivered_retries:
        due_at = now + timedelta(hours=messages.undelivered_wait_hours)
        return _plan(session, ws, message, message.channel, f"{first_key}{AGAIN}{n_again + 1}", due_at, now)
    other = OTHER_CHANNEL.get(message.channel)
    is_second_way = first_key.endswith(OTHER)
    if other is None or is_second_way or not load_templates(ws.policy).has(message.template, other):
        return None
    return _plan(session, ws, message, other, f"{first_key}{OTHER}", now, now)


def call_off_followers(session: Session, message: OutboxMessage, *, now: datetime) -> int:
    """Cancel what was planned because ``message`` seemed not to have arrived, and has; return how many rows."""
    first_key, n_again = _parts(message.dedupe_key)
    later = [f"{first_key}{AGAIN}{n}" for n in range(n_again + 1, n_again + 10)]
    statement = (
        update(OutboxMessage)
        .where(OutboxMessage.dedupe_key.in_([*later, f"{first_key}{OTHER}"]))
        .where(OutboxMessage.state.in_(states_before(SendEvent.CANCEL)))
        .values(
            state=MessageState.CANCELLED,
            reason=f"the first one arrived after all ({now:%Y-%m-%d %H:%M} UTC)",
            lease_owner=None,
            lease_until=None,
        )
    )
    return int(session.connection().execute(statement).rowcount)


def _parts(dedupe_key: str) -> tuple[str, int]:
    """Return the key of the first message of a row of tries, and which one after it this is."""
    first_key, _, n = dedupe_key.partition(AGAIN)
    return first_key, int(n) if n.isdigit() else 0


def _plan(
    session: Session,
    ws: Workspace,
    message: OutboxMessage,
    channel: Channel,
    dedupe_key: str,
    due_at: datetime,
    now: datetime,
) -> OutboxMessage | None:
    return plan_message(
        session,
        ws,
        candidate_id=message.candidate_id,
        source_record_id=message.source_record_id,
        channel=channel,
        template=message.template,
        dedupe_key=dedupe_key,
        due_at=due_at,
        now=now,
        experiment=message.experiment,
        arm=message.arm,
    )
