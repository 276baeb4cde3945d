"""The message that follows a call that nobody answered, in the transaction that writes the call down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.next_call import history_of
from ringback.actions.outreach import plan_message
from ringback.actions.standing import anchor_record, callable_phone, contact_points
from ringback.rules.cadence import calls_since_answer
from ringback.rules.sending import SPENT
from ringback.store.queries.experiments import Arms, arms_at
from ringback.workspace import Workspace
from schemas.policy import SequenceStep
from schemas.records import Attempt as PastAttempt
from schemas.tables import Candidate, OutboxMessage
from schemas.words import Channel, ContactKind, Event, Refusal, Status

CALLABLE = (Status.NEW, Status.FOLLOW_UP, Status.CONTACTED)


@dataclass(frozen=True, slots=True)
class Released:
    """The message that follows a call, and the SMS before it that their fixed line would not have taken."""

    message: OutboxMessage | None = None
    passed_over: OutboxMessage | None = None


def release_message(
    session: Session, workspace: Workspace, candidate: Candidate, event: Event, *, called_at: datetime, now: datetime
) -> Released:
    """Put the message that follows an unanswered call into the outbox: the n-th of the role's list after the n-th one.

    After a wrong number only mail can follow, and nothing that would have been too old to be sent by now. An SMS to a fixed
    line is written down with that reason, and the next of the list goes out in its place.
    """
    if event not in (Event.NO_ANSWER, Event.WRONG_NUMBER) or candidate.status not in CALLABLE:
        return Released()
    tries = calls_since_answer(history_of(session, candidate.candidate_id))
    if not tries:  # written down late: somebody has spoken since
        return Released()
    arms = arms_at(session, workspace.policy, as_of=now, only=[candidate.candidate_id])
    passed_over = None
    for step in _steps_left(session, workspace, candidate, arms, event, len(tries)):
        due_at = called_at + timedelta(hours=step.wait_hours)
        message = _plan(session, workspace, candidate, arms, step, _round_of(tries), due_at, now)
        if message is not None and message.refusal is Refusal.FIXED_LINE:
            passed_over = message
        elif message is not None:
            return Released(message, passed_over)
        elif _has_left(session, _key_of(candidate, step, _round_of(tries))):
            break  # for this very call, which was taken back and logged anew
    return Released(None, passed_over)


def _steps_left(
    session: Session, workspace: Workspace, candidate: Candidate, arms: Arms, event: Event, n_tries: int
) -> Iterator[SequenceStep]:
    """Return the messages that may follow this call, the first to be tried first."""
    sequence = arms.sequence_of(candidate.candidate_id, candidate.role_family, workspace.policy)
    is_without_phone = event is Event.WRONG_NUMBER and not callable_phone(session, candidate.candidate_id)
    steps = sequence.after_no_answer if is_without_phone else sequence.after_no_answer[n_tries - 1 :]
    return (step for step in steps if step.channel == Channel.EMAIL or not is_without_phone)


def _plan(
    session: Session,
    workspace: Workspace,
    candidate: Candidate,
    arms: Arms,
    step: SequenceStep,
    tries: str,
    due_at: datetime,
    now: datetime,
) -> OutboxMessage | None:
    """Intend one message; None if it is known, would be too old by now, or they have no such address."""
    if due_at + timedelta(hours=workspace.policy.messages.expire_hours) <= now:
        return None  # a call of long ago that was written down late
    kind = ContactKind.EMAIL if step.channel == Channel.EMAIL else ContactKind.PHONE
    if not contact_points(session, candidate.candidate_id, kind):
        return None
    experiment, arm = arms.of.get(candidate.candidate_id, (None, None))
    return plan_message(
        session,
        workspace,
        candidate_id=candidate.candidate_id,
        source_record_id=anchor_record(session, candidate.candidate_id),
        channel=Channel(step.channel),
        template=step.template or "",
        dedupe_key=_key_of(candidate, step, tries),
        due_at=max(due_at, now),
        now=now,
        experiment=experiment,
        arm=arm,
    )


def _key_of(candidate: Candidate, step: SequenceStep, tries: str) -> str:
    return f"{candidate.candidate_id}:no_answer:{step.channel}:{step.template}:{tries}"


def _has_left(session: Session, dedupe_key: str) -> bool:
    query = select(OutboxMessage.message_id).where(
        OutboxMessage.dedupe_key == dedupe_key, OutboxMessage.state.in_(SPENT)
    )
    return session.scalar(query) is not None


def _round_of(tries: list[PastAttempt]) -> str:
    """Name this row of unanswered calls by its first one: after a talk a new row begins, with messages of its own."""
    return f"{tries[0].at:%Y%m%d%H%M%S}"
