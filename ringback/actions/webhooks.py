"""What providers told us: stored once, applied once, in any order.

Storing is one short transaction for many requests. What somebody must not be bothered after (a STOP, a refusal, a START
that takes a STOP back) is applied in the same transaction, so that the answer to the provider is given after it counts.
Everything else waits in ``webhook_event`` and is applied by :func:`apply_events`: at once by the process that listens, and
by the flow ``replies`` for what that process did not come to.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ringback.actions.followup import log_call
from ringback.actions.outreach_again import call_off_followers, follow_undelivered
from ringback.actions.outreach_delivery import record_report
from ringback.actions.outreach_plan import cancel_pending
from ringback.actions.outreach_recall import await_recalled
from ringback.actions.replies import INBOUND, apply_stored
from ringback.actions.standing import hold_candidate, move_status, opt_out
from ringback.actions.suppressing import mark_address, mark_suppressed
from ringback.channels.outcomes import TWILIO, Outcome
from ringback.errors import RingbackError
from ringback.rules.replies import ReplyMeaning, meaning_of_reply
from ringback.rules.reports import Meaning, meaning_of_status, outcome_of_call
from ringback.rules.status import next_status
from ringback.store.queries.find import candidates_at
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import BehaviourEvent, Candidate, OutboxMessage, WebhookEvent
from schemas.words import ContactState, Event, Refusal

if TYPE_CHECKING:
    from ringback.channels.inbound import Received

URGENT = (ReplyMeaning.STOP, ReplyMeaning.REFUSAL, ReplyMeaning.START)
CHUNK = 100
HOLD_SECONDS = 0.1  # how long applying may keep others from writing
UNKNOWN_AFTER = timedelta(hours=1)  # our own row may be committed after the report of it came
DETECTION_SECONDS = 30  # the answer of machine detection may come after the end of the call
BEHAVIOUR_OF = {"open": "mail_open", "click": "mail_click"}
LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Applied:
    """How many events were applied, are to wait for what they are about, or could not be applied."""

    n_applied: int = 0
    n_waiting: int = 0
    n_failed: int = 0
    n_released: int = 0  # messages that may leave now because of what was applied


def store_events(workspace: Workspace, received: Sequence[Received], *, now: datetime) -> int:
    """Store what is new of these in one transaction, apply what is urgent in it, and return how many were new."""
    if not received:
        return 0
    rows = [
        {
            "provider": each.provider,
            "kind": each.kind,
            "dedupe_key": each.key,
            "received_at": now,
            "payload": each.payload,
        }
        for each in received
    ]
    urgent = [each.key for each in received if _is_urgent(each)]
    with workspace.writing() as session:
        n = insert_new(session, WebhookEvent, rows)
        if urgent:
            query = select(WebhookEvent).where(WebhookEvent.dedupe_key.in_(urgent), WebhookEvent.applied_at.is_(None))
            for event in session.scalars(query.order_by(WebhookEvent.id)).all():
                _apply_urgent(session, workspace, event, now)
    if urgent:
        await_recalled(workspace, now=now)
    return n


def _is_urgent(received: Received) -> bool:
    payload = received.payload
    if received.kind == INBOUND:
        return meaning_of_reply(payload["text"], is_marked_automatic=payload["auto_reply"]) in URGENT
    return received.kind == "status" and meaning_of_status(payload["status"], payload.get("reason") or "",
                                                           _judged(payload)).is_opt_out  # fmt: skip


def _apply_urgent(session: Session, workspace: Workspace, event: WebhookEvent, now: datetime) -> None:
    if event.kind == INBOUND:
        apply_stored(session, workspace, event, now=now)
        return
    opt_out_address(session, workspace, event.payload.get("to") or "", at=now, reason=f"told {event.provider}")


def apply_events(workspace: Workspace, *, now: Callable[[], datetime], seconds: float | None = None) -> Applied:
    """Apply what is stored and not applied yet, oldest first; one that fails never stops the others.

    ``seconds``: stop after about so long. What is about something that we do not know (yet) waits for an hour.
    """
    done, last, ends = Applied(), 0, None if seconds is None else time.monotonic() + seconds
    while ends is None or time.monotonic() < ends:
        ids = _waiting(workspace, after=last)
        if not ids:
            break
        last = ids[-1]
        _apply_chunk(workspace, ids, now, done)
    return done


def _waiting(workspace: Workspace, *, after: int) -> list[int]:
    with workspace.reading() as session:
        query = select(WebhookEvent.id).where(WebhookEvent.applied_at.is_(None), WebhookEvent.id > after)
        return list(session.scalars(query.order_by(WebhookEvent.id).limit(CHUNK)))


def _apply_chunk(workspace: Workspace, ids: Sequence[int], now: Callable[[], datetime], done: Applied) -> None:
    """Apply some events, as many in one transaction as its time allows."""
    left = list(ids)
    while left:
        calls: list[int] = []
        with workspace.writing() as session:
            until = time.monotonic() + HOLD_SECONDS
            while left and time.monotonic() < until:
                event = session.get(WebhookEvent, left.pop(0), with_for_update=True)
                if event is None or event.applied_at is not None:
                    continue
                if event.kind == "call":
                    calls.append(event.id)
                else:
                    _count(done, _apply(session, workspace, event, now()))
        for event_id in calls:
            _count(done, _apply_call(workspace, event_id, now(), done))


def _count(done: Applied, result: str | None) -> None:
    if result is None:
        done.n_waiting += 1
    elif result.startswith("could not"):
        done.n_failed += 1
    else:
        done.n_applied += 1


def _apply(session: Session, workspace: Workspace, event: WebhookEvent, now: datetime) -> str | None:
    """Apply one event in the caller's transaction; return what came of it, None if it is to wait."""
    if event.kind == INBOUND:
        apply_stored(session, workspace, event, now=now)
        return "applied"
    try:
        with session.begin_nested():
            is_behaviour = event.kind == "behaviour"
            result = _apply_behaviour(session, event) if is_behaviour else _apply_status(session, workspace, event, now)
    except (RingbackError, KeyError, ValueError, AttributeError, TypeError) as error:
        result = f"could not be applied: {type(error).__name__}: {error}"
    if result is None and now - event.received_at < UNKNOWN_AFTER:
        return None
    _mark(session, event.id, result or "no message of ours", now)
    return result or "no message of ours"


def _mark(session: Session, event_id: int, result: str, now: datetime) -> None:
    session.execute(update(WebhookEvent).where(WebhookEvent.id == event_id).values(applied_at=now, result=result))


def _judged(payload: Mapping[str, Any]) -> Outcome | None:
    return TWILIO.get(payload.get("code") or "")


def _apply_status(session: Session, workspace: Workspace, event: WebhookEvent, now: datetime) -> str | None:
    said = event.payload
    judged = _judged(said)
    meaning = meaning_of_status(said["status"], said.get("reason") or "", judged)
    at = _instant(said["at"])
    message_id = _report(session, said, meaning, at)
    address = said.get("to") or ""
    if message_id is not None:
        address = session.get_one(OutboxMessage, message_id).to or address
    if meaning.is_opt_out:
        opt_out_address(session, workspace, address, at=at, reason=f"told {event.provider}")
    elif meaning.is_bounce:
        mark_address(session, workspace.vault, address, ContactState.BOUNCED, at=at)
    elif meaning.is_wrong_number:
        mark_address(session, workspace.vault, address, ContactState.WRONG_NUMBER, at=at)
    if message_id is None:
        return "about the address alone" if meaning.is_about_the_address else None
    _follow_delivery(session, workspace, message_id, meaning, now)
    return f"{said['status']}: message {message_id}"


def _follow_delivery(session: Session, workspace: Workspace, message_id: str, meaning: Meaning, now: datetime) -> None:
    if meaning.was_delivered is None or meaning.is_opt_out:
        return
    message = session.get_one(OutboxMessage, message_id, populate_existing=True)
    if meaning.was_delivered:
        call_off_followers(session, message, now=now)
    else:
        follow_undelivered(session, workspace, message, now=now)


def _report(session: Session, said: Mapping[str, Any], meaning: Meaning, at: datetime) -> str | None:
    return record_report(
        session,
        at=at,
        was_delivered=meaning.was_delivered,
        message_id=said.get("message_id"),
        marker=said.get("marker"),
        provider_id=said.get("provider_id"),
        code=said.get("code") or (said["status"] if meaning.was_delivered is False else None),
    )


def opt_out_address(session: Session, workspace: Workspace, address: str, *, at: datetime, reason: str) -> None:
    """Close an address for everybody, and with it everybody who has it."""
    mark_suppressed(session, workspace.vault, address, is_on=True, at=at, reason=reason)
    for candidate in candidates_at(session, workspace.vault, address):
        hold_candidate(session, candidate)
        opt_out(session, candidate, at=at, reason=reason)
        if next_status(candidate.status, Event.OPTED_OUT) is not None:
            move_status(session, candidate, Event.OPTED_OUT, at=at, actor="candidate", detail={"by": reason})
        else:
            cancel_pending(session, candidate.candidate_id, refusal=Refusal.OPTED_OUT, now=at)


def _apply_behaviour(session: Session, event: WebhookEvent) -> str | None:
    said = event.payload
    at = _instant(said["at"])
    message_id = _report(session, said, Meaning(), at)
    if message_id is None:
        return None
    message = session.get_one(OutboxMessage, message_id)
    row = {
        "event_id": f"{event.provider}-{event.dedupe_key}"[:100],
        "candidate_id": message.candidate_id,
        "source_record_id": message.source_record_id,
        "at": at,
        "event": BEHAVIOUR_OF[said["status"]],
        "is_machine": bool(said.get("machine")),
    }
    insert_new(session, BehaviourEvent, [row])
    return f"{said['status']}: message {message_id}"


def _apply_call(workspace: Workspace, event_id: int, now: datetime, done: Applied) -> str | None:
    """Write an ended call down as an attempt, by who took it; logging has a transaction of its own and knows repeats."""
    with workspace.reading() as session:
        event = session.get_one(WebhookEvent, event_id)
        said = event.payload
        took = _who_took_it(session, said["provider_id"])
        is_early = (now - event.received_at).total_seconds() < DETECTION_SECONDS
        candidate = session.get(Candidate, said["candidate_id"])
    if said["status"] == "completed" and took is None and is_early:
        return None
    outcome = outcome_of_call(said["status"], took)
    result = f"{said['status']}: nothing to write down"
    if candidate is None:
        result = "no candidate of ours"
    elif outcome is not None:
        try:
            logged = log_call(workspace, candidate=said["candidate_id"], outcome=outcome, now=now, at=_instant(said["at"]),
                              actor="twilio", event_id=f"twilio-{said['provider_id']}")  # fmt: skip
            done.n_released += logged.message_channel is not None and logged.message_refusal is None
            result = f"{said['status']}: {outcome.value}{' (written down already)' if logged.is_repeat else ''}"
        except RingbackError as error:
            result = f"could not be applied: {error}"
    with workspace.writing() as session:
        _mark(session, event_id, result, now)
    return result


def _who_took_it(session: Session, sid: str) -> str | None:
    """Return what machine detection said of this call, by whichever report; None if it has said nothing."""
    query = select(WebhookEvent).where(WebhookEvent.kind == "call", WebhookEvent.dedupe_key.startswith(f"call:{sid}:"))
    said = (event.payload.get("answered_by") for event in session.scalars(query))
    return next((word for word in said if word and word != "unknown"), None)


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
