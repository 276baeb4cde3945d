"""Click-to-call: connects a recruiter with a candidate, once, and only if the candidate may be rung now.

That a call was asked for is committed before the provider is told. How it goes is reported to the address in the call, or
asked for later, and is logged as an attempt by itself (:mod:`ringback.actions.webhooks`). A call is never begun a second time by
a machine.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ringback.actions.standing import hold_candidate
from ringback.channels.base import Ring
from ringback.channels.console import ConsoleCaller, ConsoleFile
from ringback.channels.links import call_url
from ringback.errors import ChannelError, InDoubtError, UsageError
from ringback.rules.calendars import holiday_calendar
from ringback.rules.gate import choose_contact, refuse_contact, retry_at
from ringback.rules.reports import ASKED
from ringback.store.numbers import as_e164
from ringback.store.queries.facts import candidate_facts
from ringback.store.queries.find import the_candidate
from ringback.workspace import Workspace
from schemas.tables import WebhookEvent
from schemas.words import Channel

if TYPE_CHECKING:
    from schemas.records import ContactPoint

CAPS_LOOK_BACK = timedelta(days=2)
UNDER_WAY = timedelta(minutes=3)  # both legs have rung out by then


class Caller(Protocol):
    """A way to connect two phones."""

    def ring(self, ring: Ring) -> str:
        """Start the call, once, and return the provider's id of it."""
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...


@dataclass(frozen=True, slots=True)
class CallStarted:
    """A call that rings the recruiter now. ``is_reported``: how it goes is logged by itself."""

    candidate_id: str
    name: str | None
    to: str
    provider_id: str
    is_reported: bool


def start_call(
    workspace: Workspace, *, candidate: str, recruiter: str, now: datetime, caller: Caller | None = None
) -> CallStarted:
    """Ring the recruiter and, when they pick up, the candidate (id, name, phone or mail).

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
        UsageError: the recruiter's number is none, the candidate may not be rung now (the gate's reason), or a call to
            them is under way.
        ChannelError: the provider did not take the call; in doubt means that the recruiter's phone may ring all the same.
        SetupError: live channels without what calls need.
    """
    if not re.fullmatch(r"\+?\d{7,15}", re.sub(r"[\s().-]", "", recruiter), re.ASCII):
        raise UsageError(f"{recruiter!r} is no phone number; write it like +8613800138000.")
    ours = caller or _open(workspace)
    call_id = uuid.uuid4().hex
    try:
        with workspace.writing() as session:
            person = the_candidate(session, workspace.vault, candidate)
            hold_candidate(session, person)
            candidate_id, name = person.candidate_id, person.name
            contact = _may_ring(session, workspace, candidate_id, now)
            _write_down(session, candidate_id, call_id, now)
        report_to = call_url(workspace.vault, workspace.settings.public_url, candidate_id, call_id)
        provider_id = _ring(workspace, ours, Ring(as_e164(recruiter), contact.value, report_to), call_id, now)
    finally:
        if caller is None:
            ours.close()
    return CallStarted(
        candidate_id, name, contact.value, provider_id, is_reported=workspace.settings.channels == "live"
    )


def _open(workspace: Workspace) -> Caller:
    if workspace.settings.channels == "console":
        return ConsoleCaller(ConsoleFile(workspace.outbox))
    from ringback.channels.voice_twilio import TwilioVoice  # noqa: PLC0415 (half a second)

    return TwilioVoice.of(workspace.settings)


def _may_ring(session: Session, workspace: Workspace, candidate_id: str, now: datetime) -> ContactPoint:
    """Return the number to ring.

    Raises:
        UsageError: the gate says no, or a call is under way.
    """
    facts = candidate_facts(session, [candidate_id], since=now - CAPS_LOOK_BACK, with_attempts=False)[candidate_id]
    contact = choose_contact(facts.contact_points, Channel.CALL)
    is_holiday, policy = holiday_calendar(facts.timezone), workspace.policy
    refusal = refuse_contact(facts, contact, Channel.CALL, now=now, policy=policy, is_holiday=is_holiday)
    if refusal is not None:
        again_at = retry_at(refusal, facts, Channel.CALL, now=now, policy=policy, is_holiday=is_holiday)
        raise UsageError(f"{refusal.both}." + (f" Again from {again_at:%Y-%m-%d %H:%M} UTC." if again_at else ""))
    if any(asked["candidate_id"] == candidate_id for asked in _under_way(session, now)):
        raise UsageError("A call to this candidate is under way.")
    assert contact is not None  # noqa: S101 (no contact is refused)
    return contact


def _under_way(session: Session, now: datetime) -> list[dict[str, str]]:
    """Return the calls that were asked for just now and were not refused by the provider."""
    query = select(WebhookEvent).where(
        WebhookEvent.kind == "call",
        WebhookEvent.received_at > now - UNDER_WAY,
        WebhookEvent.dedupe_key.endswith(f":{ASKED}"),
    )
    return [event.payload for event in session.scalars(query) if not event.payload.get("refused")]


def _write_down(session: Session, candidate_id: str, call_id: str, now: datetime) -> None:
    payload = {
        "candidate_id": candidate_id,
        "provider_id": None,
        "status": ASKED,
        "answered_by": None,
        "at": now.isoformat(),
    }
    row = WebhookEvent(provider="ringback", kind="call", dedupe_key=f"call:{call_id}:{ASKED}", received_at=now,
                       payload=payload, applied_at=now, result="begun; what follows is reported")  # fmt: skip
    session.add(row)


def _ring(workspace: Workspace, caller: Caller, ring: Ring, call_id: str, now: datetime) -> str:
    try:
        provider_id = caller.ring(ring)
    except InDoubtError as error:
        _settle(workspace, call_id, now, result=f"unclear: {error}", changes={})
        raise
    except ChannelError as error:
        _settle(workspace, call_id, now, result=f"not begun: {error}", changes={"refused": True})
        raise
    _settle(workspace, call_id, now, result="rings", changes={"provider_id": provider_id})
    return provider_id


def _settle(workspace: Workspace, call_id: str, now: datetime, *, result: str, changes: dict[str, object]) -> None:
    with workspace.writing() as session:
        event = session.scalars(select(WebhookEvent).where(WebhookEvent.dedupe_key == f"call:{call_id}:{ASKED}")).one()
        session.execute(
            update(WebhookEvent)
            .where(WebhookEvent.id == event.id)
            .values(payload=event.payload | changes, result=result, applied_at=now)
        )
