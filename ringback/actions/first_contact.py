"""The first messages of everybody whom nobody has tried yet, and what takes the place of an SMS that a fixed line cannot take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from ringback.actions.outreach_again import OTHER
from ringback.actions.outreach_plan import Intent, PlanCounts, plan_messages_bulk
from ringback.rules.gate import USABLE
from ringback.rules.wording import load_templates
from ringback.store.parts import in_parts
from ringback.store.queries.experiments import Arms, arms_at
from ringback.workspace import Workspace
from schemas.tables import Attempt, Candidate, ContactPoint, Membership, OutboxMessage
from schemas.words import Channel, ContactKind, Direction, Refusal, Status

CHUNK = 2000


class _Waiting(NamedTuple):
    """Somebody whom nobody has tried yet."""

    candidate_id: str
    role_family: str
    record: int | None


def plan_first_messages(workspace: Workspace, *, as_of: datetime) -> PlanCounts:
    """Intend the messages of the first-contact sequence of everybody whom nobody has tried yet.

    An SMS to a fixed line is written down as not sent, with that reason; where the sequence has no mail anyhow, the mail of
    the same name goes out in its place.
    """
    counts = PlanCounts()
    with workspace.reading() as session:
        waiting = [_Waiting(*row) for row in session.execute(_untouched(as_of))]
        arms = arms_at(session, workspace.policy, as_of=as_of)
    for some in in_parts(waiting, CHUNK):
        intents = [intent for one in some for intent in _first_intents(workspace, arms, one, as_of)]
        with workspace.writing() as session:
            planned = plan_messages_bulk(session, workspace, intents, now=as_of)
            instead = plan_messages_bulk(session, workspace, _mails_instead(session, workspace, intents), now=as_of)
        n_reached = min(planned.n_unreachable, instead.n_planned)
        counts += planned + instead + PlanCounts(n_unreachable=-n_reached)
    return counts


def _untouched(as_of: datetime) -> Select[tuple[str, str, int]]:
    anchor = (
        select(func.min(Membership.source_record_id))
        .where(Membership.candidate_id == Candidate.candidate_id)
        .scalar_subquery()
    )
    # replies and calls end a first contact; our own first messages do not, they are its steps
    touched = exists().where(
        Attempt.candidate_id == Candidate.candidate_id,
        Attempt.voided_at.is_(None),
        or_(Attempt.direction == Direction.IN, Attempt.channel == Channel.CALL),
    )
    return (
        select(Candidate.candidate_id, Candidate.role_family, anchor)
        .where(Candidate.status == Status.NEW, Candidate.merged_into.is_(None), Candidate.is_do_not_contact.is_(False))
        .where(~touched, Candidate.created_at <= as_of)
        .order_by(Candidate.candidate_id)
    )


def _first_intents(workspace: Workspace, arms: Arms, one: _Waiting, as_of: datetime) -> list[Intent]:
    intents, waited = [], 0
    experiment, arm = arms.of.get(one.candidate_id, (None, None))
    for n, step in enumerate(arms.sequence_of(one.candidate_id, one.role_family, workspace.policy).steps):
        waited += step.wait_hours
        if step.template is not None:
            key = f"{one.candidate_id}:first:{n}:{step.channel}:{step.template}"
            due_at = as_of + timedelta(hours=waited)
            channel = Channel(step.channel)
            intents.append(Intent(one.candidate_id, channel, step.template, key, due_at, one.record, experiment, arm))
    return intents


def _mails_instead(session: Session, workspace: Workspace, intents: Sequence[Intent]) -> list[Intent]:
    """Return the mails that take the place of SMS to fixed lines: of people whose sequence brings them none by itself."""
    templates = load_templates(workspace.policy)
    has_mail_step = {intent.candidate_id for intent in intents if intent.channel is Channel.EMAIL}
    alone = {
        intent.dedupe_key: intent
        for intent in intents
        if intent.channel is Channel.SMS
        and intent.candidate_id not in has_mail_step
        and templates.has(intent.template, Channel.EMAIL)
    }
    refused = select(OutboxMessage.dedupe_key).where(
        OutboxMessage.dedupe_key.in_(alone),
        OutboxMessage.refusal == Refusal.FIXED_LINE,
        exists().where(
            ContactPoint.candidate_id == OutboxMessage.candidate_id,
            ContactPoint.kind == ContactKind.EMAIL,
            ContactPoint.state.in_(USABLE),
        ),
    )
    return [
        replace(alone[key], channel=Channel.EMAIL, dedupe_key=f"{key}{OTHER}")
        for key in session.scalars(refused.order_by(OutboxMessage.dedupe_key))
    ]
