"""The message that follows a call that nobody answered, in the transaction that writes the call down."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from ringback.actions.next_call import history_of
from ringback.actions.outreach import plan_message
from ringback.actions.standing import anchor_record, callable_phone, contact_points
from ringback.rules.cadence import calls_since_answer
from ringback.store.queries.experiments import arms_at
from ringback.workspace import Workspace
from schemas.records import Attempt as PastAttempt
from schemas.tables import Candidate, OutboxMessage
from schemas.words import Channel, ContactKind, Event, Status

CALLABLE = (Status.NEW, Status.FOLLOW_UP, Status.CONTACTED)


def release_message(
    session: Session, workspace: Workspace, candidate: Candidate, event: Event, *, called_at: datetime, now: datetime
) -> OutboxMessage | None:
    """Put the message that follows an unanswered call into the outbox: the n-th of the role's list after the n-th one.

    After a wrong number only mail can follow, and nothing that would have been too old to be sent by now.
    """
    if event not in (Event.NO_ANSWER, Event.WRONG_NUMBER) or candidate.status not in CALLABLE:
        return None
    arms = arms_at(session, workspace.policy, as_of=now, only=[candidate.candidate_id])
    steps = arms.sequence_of(candidate.candidate_id, candidate.role_family, workspace.policy).after_no_answer
    experiment, arm = arms.of.get(candidate.candidate_id, (None, None))
    tries = calls_since_answer(history_of(session, candidate.candidate_id))
    if not tries:  # written down late: somebody has spoken since
        return None
    if event is Event.WRONG_NUMBER and not callable_phone(session, candidate.candidate_id):
        steps = tuple(step for step in steps if step.channel == Channel.EMAIL)
    elif len(tries) > len(steps):
        return None
    else:
        steps = steps[len(tries) - 1 :]
    expires = timedelta(hours=workspace.policy.messages.expire_hours)
    for step in steps:
        due_at = called_at + timedelta(hours=step.wait_hours)
        if due_at + expires <= now:  # a call of long ago that was written down late
            continue
        kind = ContactKind.EMAIL if step.channel == Channel.EMAIL else ContactKind.PHONE
        if not contact_points(session, candidate.candidate_id, kind):
            continue
        message = plan_message(
            session,
            workspace,
            candidate_id=candidate.candidate_id,
            source_record_id=anchor_record(session, candidate.candidate_id),
            channel=Channel(step.channel),
            template=step.template or "",
            dedupe_key=f"{candidate.candidate_id}:no_answer:{step.channel}:{step.template}:{_round_of(tries)}",
            due_at=max(due_at, now),
            now=now,
            experiment=experiment,
            arm=arm,
        )
        if message is not None:
            return message
    return None


def _round_of(tries: list[PastAttempt]) -> str:
    """Name this row of unanswered calls by its first one: after a talk a new row begins, with messages of its own."""
    return f"{tries[0].at:%Y%m%d%H%M%S}"
