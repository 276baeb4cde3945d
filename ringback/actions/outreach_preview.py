"""What would leave: exactly these words, to this address, at this hour, in so many segments, or blocked because of this.

Nothing is written. The text is made by the same code as that of the send, from what is known now.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.outreach_plan import CAPS_DAYS
from ringback.actions.outreach_wording import contact_of, kept_wording, wording_of
from ringback.errors import UsageError
from ringback.rules.calendars import holiday_calendar
from ringback.rules.gate import PASSING, refuse_contact, retry_at
from ringback.rules.quiet import NeverOpenError
from ringback.rules.sending import SendEvent, states_before
from ringback.rules.wording import TemplateError, Wording, language_for, load_templates
from ringback.store.queries.facts import candidate_facts
from ringback.store.queries.find import the_candidate
from ringback.workspace import Workspace
from schemas.records import CandidateFacts
from schemas.tables import Candidate, OutboxMessage
from schemas.words import Channel, MessageState, Refusal

SAMPLE_MARKER = "PREVIEW2"


@dataclass(frozen=True, slots=True)
class Preview:
    """One message as it would leave. ``leaves_at`` None: never; ``blocked`` says why not now, or why not at all."""

    message_id: str | None
    candidate_id: str
    name: str | None
    channel: Channel
    template: str
    state: MessageState | None
    to: str | None
    leaves_at: datetime | None
    leaves_at_local: datetime | None
    timezone: str
    n_segments: int | None
    subject: str | None
    body: str | None
    blocked: str | None


def preview(
    workspace: Workspace, *, candidate: str | None, template: str | None, channel: Channel, limit: int, now: datetime
) -> list[Preview]:
    """Return the messages that wait, or what ``template`` would say to ``candidate`` now.

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
        UsageError: there is no such template, or nobody to read it.
    """
    if template is None:
        return preview_waiting(workspace, now=now, candidate=candidate, limit=limit)
    if candidate is None:
        raise UsageError("A template needs a candidate: the words depend on who reads them.")
    return [preview_template(workspace, candidate=candidate, channel=channel, template=template, now=now)]


def preview_waiting(
    workspace: Workspace, *, now: datetime, candidate: str | None = None, limit: int = 20
) -> list[Preview]:
    """Return the messages that wait, the first to leave first; of one candidate (id, name, phone or mail) or of all.

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
    """
    waiting = (*states_before(SendEvent.CLAIM), MessageState.CLAIMED)
    query = select(OutboxMessage, Candidate).join(Candidate, Candidate.candidate_id == OutboxMessage.candidate_id)
    query = query.where(OutboxMessage.state.in_(waiting)).order_by(OutboxMessage.due_at, OutboxMessage.message_id)
    with workspace.reading() as session:
        if candidate is not None:
            person = the_candidate(session, workspace.vault, candidate)
            query = query.where(OutboxMessage.candidate_id == person.candidate_id)
        found = [_row(message, person) for message, person in session.execute(query.limit(limit))]
        return _previews(session, workspace, found, now)


def preview_template(
    workspace: Workspace, *, candidate: str, channel: Channel, template: str, now: datetime
) -> Preview:
    """Return what one template would say to one candidate if it left now.

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
        UsageError: there is no such template.
    """
    templates = load_templates(workspace.policy)
    if not templates.has(template, channel):
        known = ", ".join(templates.names(channel)) or "none"
        raise UsageError(f"There is no {channel.en} template {template!r}; there are: {known}.")
    with workspace.reading() as session:
        person = the_candidate(session, workspace.vault, candidate)
        language = language_for(person.language, person.name, workspace.policy.messages.language)
        message = SimpleNamespace(
            message_id=str(uuid.uuid4()), candidate_id=person.candidate_id, contact_point_id=None, channel=channel,
            template=template, language=language, marker=SAMPLE_MARKER, n_tries=0, planned_at=now, due_at=now, state=None,
            subject=None, body=None, n_segments=None,
        )  # fmt: skip
        return _previews(session, workspace, [_row(message, person)], now)[0]


def _row(message: Any, person: Candidate) -> SimpleNamespace:
    """Return a message and its person as one row, in the columns that a send is made from."""
    names = ("message_id", "candidate_id", "contact_point_id", "channel", "template", "language", "marker", "n_tries",
             "planned_at", "due_at", "state", "subject", "body", "n_segments")  # fmt: skip
    known = {name: getattr(message, name) for name in names}
    of_person = ("name", "title", "desired_title", "role_family")
    return SimpleNamespace(**known, **{name: getattr(person, name) for name in of_person})


def _previews(session: Session, workspace: Workspace, found: Sequence[SimpleNamespace], now: datetime) -> list[Preview]:
    ids = {row.candidate_id for row in found}
    facts = candidate_facts(session, ids, since=now - CAPS_DAYS, with_attempts=False)
    return [_preview(workspace, row, facts[row.candidate_id], now) for row in found]


def _preview(workspace: Workspace, row: SimpleNamespace, facts: CandidateFacts, now: datetime) -> Preview:
    contact = contact_of(row, facts)
    leaves_at, blocked = _when(workspace, row, facts, now)
    wording: Wording | None = None
    if contact is not None:
        try:
            wording = kept_wording(row) or wording_of(workspace, load_templates(workspace.policy), row, contact)
        except TemplateError as error:
            leaves_at, blocked = None, str(error)
    return Preview(
        message_id=row.message_id if row.state is not None else None,
        candidate_id=row.candidate_id,
        name=row.name,
        channel=row.channel,
        template=row.template,
        state=row.state,
        to=None if contact is None else contact.value,
        leaves_at=leaves_at,
        leaves_at_local=None if leaves_at is None else leaves_at.astimezone(ZoneInfo(facts.timezone)),
        timezone=facts.timezone,
        n_segments=None if wording is None else wording.n_segments,
        subject=None if wording is None else wording.subject,
        body=None if wording is None else wording.body,
        blocked=blocked,
    )


def _when(
    workspace: Workspace, row: SimpleNamespace, facts: CandidateFacts, now: datetime
) -> tuple[datetime | None, str | None]:
    """Return when the gate lets the message go, and what keeps it from going at the hour for which it is planned."""
    at, policy = max(row.due_at, now), workspace.policy
    is_holiday = holiday_calendar(facts.timezone)
    refusal = refuse_contact(
        facts,
        contact_of(row, facts),
        row.channel,
        now=at,
        policy=policy,
        is_holiday=is_holiday,
        planned_at=row.planned_at,
    )
    if refusal is None:
        return at, None
    if refusal not in PASSING:
        return None, refusal.both
    try:
        return retry_at(refusal, facts, row.channel, now=at, policy=policy, is_holiday=is_holiday), refusal.both
    except NeverOpenError:
        return None, Refusal.QUIET_DAY.both
