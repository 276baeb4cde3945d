"""Intending a message: one outbox row, written in the same transaction as the decision that wants it."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from ringback.errors import UsageError
from ringback.rules.calendars import holiday_calendar
from ringback.rules.gate import PASSING, choose_contact, refuse_contact
from ringback.rules.quiet import NeverOpenError, next_open_at
from ringback.rules.sending import SendEvent, states_before
from ringback.rules.wording import Templates, language_for, load_templates
from ringback.store.parts import in_parts
from ringback.store.queries.facts import candidate_facts
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.records import CandidateFacts, ContactPoint
from schemas.tables import Candidate, OutboxMessage
from schemas.words import Channel, MessageState, Refusal

CHUNK = 500
MARKER_LENGTH = 8
CAPS_DAYS = timedelta(days=9)  # the longest cap looks back seven days, in any zone


@dataclass(frozen=True, slots=True)
class Intent:
    """A message that something wants sent. ``dedupe_key`` names the intention (campaign, candidate, step, channel)."""

    candidate_id: str
    channel: Channel
    template: str
    dedupe_key: str
    due_at: datetime
    source_record_id: int | None = None
    experiment: str | None = None
    arm: str | None = None


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """What became of a batch of intents: ``n_known`` were intended before, ``n_unreachable`` got a row that says why not."""

    n_planned: int = 0
    n_unreachable: int = 0
    n_known: int = 0

    def __add__(self, other: PlanCounts) -> PlanCounts:
        return PlanCounts(
            self.n_planned + other.n_planned,
            self.n_unreachable + other.n_unreachable,
            self.n_known + other.n_known,
        )


def plan_message(  # noqa: PLR0913 (named one by one: this is the door that other actions use)
    session: Session,
    ws: Workspace,
    *,
    candidate_id: str,
    source_record_id: int | None,
    channel: Channel,
    template: str,
    dedupe_key: str,
    due_at: datetime,
    now: datetime,
    experiment: str | None = None,
    arm: str | None = None,
) -> OutboxMessage | None:
    """Write the outbox row of one intended message in the caller's transaction; None if this intention is known already.

    ``due_at`` is moved to the next moment at which the candidate may be written to, where they are. Somebody who cannot be
    written to at all (no usable address, opted out, do not contact) gets a cancelled row, so that the reason is seen.
    The text is not made here but when the message leaves, from what is known then: a corrected name or a changed template
    reaches everything that still waits, and thousands of planned rows hold no personal text.

    Raises:
        UsageError: there is no such candidate or template.
    """
    intent = Intent(candidate_id, channel, template, dedupe_key, due_at, source_record_id, experiment, arm)
    rows, _ = _plan_chunk(session, ws, load_templates(ws.policy), [intent], now)
    message = session.scalar(select(OutboxMessage).where(OutboxMessage.dedupe_key == dedupe_key))
    is_ours = message is not None and message.message_id in {row["message_id"] for row in rows}
    return message if is_ours else None


def plan_messages_bulk(session: Session, ws: Workspace, intents: Iterable[Intent], *, now: datetime) -> PlanCounts:
    """Do what :func:`plan_message` does for a whole plan, in the caller's transaction; no statement a row.

    Raises:
        UsageError: a candidate or template does not exist; nothing of this batch should then be committed.
    """
    templates = load_templates(ws.policy)
    unique = list({intent.dedupe_key: intent for intent in reversed(list(intents))}.values())[::-1]
    counts = PlanCounts()
    for some in in_parts(unique, CHUNK):
        counts += _plan_chunk(session, ws, templates, some, now)[1]
    return counts


def cancel_pending(session: Session, candidate_id: str, *, refusal: Refusal, now: datetime) -> int:
    """Cancel everything that still waits for this candidate; see :func:`cancel_pending_bulk`."""
    return cancel_pending_bulk(session, [candidate_id], refusal=refusal, now=now)


def cancel_pending_bulk(session: Session, candidate_ids: Sequence[str], *, refusal: Refusal, now: datetime) -> int:
    """Cancel everything that still waits for these candidates, in the caller's transaction; return how many rows.

    What was begun and has not left yet is called back: it is marked, and the fence before its first byte reads the mark.
    What has left cannot be called back; what is in doubt is cancelled by the gate, should the provider turn out not to
    have it.
    """
    theirs = OutboxMessage.candidate_id.in_(candidate_ids)
    session.connection().execute(
        update(OutboxMessage).where(theirs, OutboxMessage.state == MessageState.SENDING).values(refusal=refusal)
    )
    statement = (
        update(OutboxMessage)
        .where(theirs, OutboxMessage.state.in_(states_before(SendEvent.CANCEL)))
        .values(
            state=MessageState.CANCELLED,
            lease_owner=None,
            lease_until=None,
            **_said(refusal, now),
        )
    )
    return int(session.connection().execute(statement).rowcount)


def withdraw(session: Session, message_ids: Sequence[str], *, now: datetime) -> int:
    """Cancel those of these messages that have not begun to leave, because what released them is void; return how many.

    Their keys become free: the intention was none, so the same call logged anew may release them.
    """
    statement = (
        update(OutboxMessage)
        .where(OutboxMessage.message_id.in_(message_ids), OutboxMessage.state.in_(states_before(SendEvent.CANCEL)))
        .values(
            state=MessageState.CANCELLED,
            dedupe_key=OutboxMessage.dedupe_key + ":void:" + func.substr(OutboxMessage.message_id, 1, 8),
            lease_owner=None,
            lease_until=None,
            **_said(Refusal.TAKEN_BACK, now),
        )
    )
    return int(session.connection().execute(statement).rowcount)


def restore(session: Session, candidate_id: str, *, refusal: Refusal, cancelled_at: datetime, now: datetime) -> int:
    """Let messages wait again that one event had cancelled, if they are still worth sending; return how many.

    The gate is asked before they leave, as ever.
    """
    statement = (
        update(OutboxMessage)
        .where(OutboxMessage.candidate_id == candidate_id, OutboxMessage.state.in_(states_before(SendEvent.RESTORE)))
        .where(OutboxMessage.refusal == refusal, OutboxMessage.reason == _said(refusal, cancelled_at)["reason"])
        .where(OutboxMessage.expires_at > now)
        .values(state=MessageState.PLANNED, refusal=None, reason=None)
    )
    return int(session.connection().execute(statement).rowcount)


def _said(refusal: Refusal, now: datetime) -> dict[str, Any]:
    """Return the columns in which a cancelled message says why and since when."""
    return {"refusal": refusal, "reason": f"{refusal.both} ({now:%Y-%m-%d %H:%M} UTC)"}


def _plan_chunk(
    session: Session, ws: Workspace, templates: Templates, intents: Sequence[Intent], now: datetime
) -> tuple[list[dict[str, Any]], PlanCounts]:
    """Write the rows of the intents that are new; another process may still be first with some of them."""
    keys = [intent.dedupe_key for intent in intents]
    known = set(session.scalars(select(OutboxMessage.dedupe_key).where(OutboxMessage.dedupe_key.in_(keys))))
    fresh = [intent for intent in intents if intent.dedupe_key not in known]
    ids = {intent.candidate_id for intent in fresh}
    facts = candidate_facts(session, ids, since=now - CAPS_DAYS, with_attempts=False)
    _require(fresh, facts, templates)
    people = session.execute(
        select(Candidate.candidate_id, Candidate.language, Candidate.name).where(Candidate.candidate_id.in_(ids))
    )
    languages = {p.candidate_id: language_for(p.language, p.name, ws.policy.messages.language) for p in people}
    rows = [_row(ws, intent, facts[intent.candidate_id], languages[intent.candidate_id], now) for intent in fresh]
    _make_markers_unique(session, ws, rows)
    insert_new(session, OutboxMessage, rows)
    ours = set(
        session.scalars(
            select(OutboxMessage.message_id).where(OutboxMessage.message_id.in_([row["message_id"] for row in rows]))
        )
    )
    written = [row for row in rows if row["message_id"] in ours]
    n_unreachable = sum(row["state"] is MessageState.CANCELLED for row in written)
    return written, PlanCounts(len(written) - n_unreachable, n_unreachable, len(intents) - len(written))


def _require(intents: Sequence[Intent], facts: Mapping[str, CandidateFacts], templates: Templates) -> None:
    for intent in intents:
        if intent.candidate_id not in facts:
            raise UsageError(f"There is no candidate {intent.candidate_id}; a message cannot be planned for them.")
        if not templates.has(intent.template, intent.channel):
            raise UsageError(
                f"There is no {intent.channel.en} template {intent.template!r} in every language;"
                f" there are: {', '.join(templates.names(intent.channel)) or 'none'}."
            )


def _row(ws: Workspace, intent: Intent, facts: CandidateFacts, language: str, now: datetime) -> dict[str, Any]:
    contact = choose_contact(facts.contact_points, intent.channel)
    due_at, refusal = _due(ws, intent, facts, contact, now)
    is_refused = refusal is not None
    return {
        "message_id": str(uuid.uuid4()),
        "dedupe_key": intent.dedupe_key,
        "candidate_id": intent.candidate_id,
        "source_record_id": intent.source_record_id,
        "contact_point_id": None if contact is None else contact.contact_point_id,
        "channel": intent.channel,
        "template": intent.template,
        "language": language,
        "marker": _marker(ws, intent.dedupe_key, 0),
        "to": None if contact is None else contact.value,
        "state": MessageState.CANCELLED if is_refused else MessageState.PLANNED,
        "refusal": refusal,
        "reason": refusal.both if refusal is not None else None,
        "planned_at": now,
        "due_at": due_at,
        "expires_at": due_at + timedelta(hours=ws.policy.messages.expire_hours),
        "n_tries": 0,
        "n_looks": 0,
        "experiment": intent.experiment,
        "arm": intent.arm,
    }


def _due(
    ws: Workspace, intent: Intent, facts: CandidateFacts, contact: ContactPoint | None, now: datetime
) -> tuple[datetime, Refusal | None]:
    """Return when the message may leave at the earliest, and why never if it may not."""
    wanted = max(intent.due_at, now)
    try:
        is_holiday = holiday_calendar(facts.timezone)
        due_at = next_open_at(wanted, timezone=facts.timezone, hours=ws.policy.message_hours, is_holiday=is_holiday)
    except (NeverOpenError, ZoneInfoNotFoundError, ValueError):
        return wanted, Refusal.QUIET_DAY
    refusal = refuse_contact(
        facts, contact, intent.channel, now=due_at, policy=ws.policy, is_holiday=is_holiday, planned_at=now
    )
    return due_at, None if refusal in PASSING else refusal


def _marker(ws: Workspace, dedupe_key: str, salt: int) -> str:
    """Return a short code that reads like a reference number; the alphabet has no 0, 1, 8 or 9 to mistake."""
    code = base64.b32encode(ws.vault.blind("marker", f"{salt} {dedupe_key}")).decode()
    return code[:MARKER_LENGTH]


def _make_markers_unique(session: Session, ws: Workspace, rows: Sequence[dict[str, Any]]) -> None:
    """Draw again for markers that are taken: 40 bits meet by chance about once in a million messages."""
    for salt in range(1, 10):
        markers = [row["marker"] for row in rows]
        taken = set(session.scalars(select(OutboxMessage.marker).where(OutboxMessage.marker.in_(markers))))
        seen: set[str] = set()
        clashes = []
        for row in rows:
            if row["marker"] in taken or row["marker"] in seen:
                clashes.append(row)
            seen.add(row["marker"])
        if not clashes:
            return
        for row in clashes:
            row["marker"] = _marker(ws, row["dedupe_key"], salt)
