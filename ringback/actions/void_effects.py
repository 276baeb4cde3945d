"""What a call had led to, undone in the caller's transaction: status, number, reminders, messages, the next call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.orm import Session

from ringback.actions.missed_call import CALLABLE
from ringback.actions.next_call import history_of, plan_call
from ringback.actions.outreach_plan import restore, withdraw
from ringback.actions.pool.standing import FURTHEST
from ringback.actions.standing import ENDS_OUTREACH, LOG, OPEN_REMINDERS, contact_points
from ringback.actions.suppressing import lift_opt_out
from ringback.rules.cadence import calls_since_answer, tries_left
from ringback.rules.sending import SPENT
from ringback.rules.status import EVENT_OF_DISPOSITION, EVENT_OF_INTERVIEW
from ringback.rules.void_call import NOT_FROM_ATTEMPTS, number_as_found, standing_without
from ringback.store.queries.outlooks import outlook_of
from ringback.workspace import Workspace
from schemas.tables import (
    Attempt,
    Candidate,
    ContactPoint,
    Interview,
    OutboxMessage,
    Reminder,
    ResolutionEvent,
    StatusChange,
)
from schemas.words import Channel, ContactKind, ContactState, Disposition, Event, ReminderKind, ReminderState, Status

STATE_OF = {
    Disposition.WRONG_NUMBER: ContactState.WRONG_NUMBER,
    **dict.fromkeys(
        (Disposition.ANSWERED, Disposition.BOOKED, Disposition.CALL_LATER, Disposition.NOT_INTERESTED),
        ContactState.GOOD,
    ),
}
"""What a call says of the number that was rung; the other ends say nothing."""


_NEXT = (ReminderKind.CALL_BACK, ReminderKind.CALL, ReminderKind.VERIFY_NUMBER)
"""What says when they are rung next, or why not, the strongest first."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What became of the messages, and why they are rung next; None: for no new reason."""

    reason: str | None
    n_cancelled: int = 0
    n_restored: int = 0
    n_left: int = 0


def undo_call(
    session: Session,
    workspace: Workspace,
    person: Candidate,
    entry: Attempt,
    *,
    actor: str,
    now: datetime,
    is_overtaken: bool,
) -> Undone:
    """Undo what ``entry``, which is marked as void, has led to; the caller holds the candidate.

    ``is_overtaken``: a newer call or reply has decided since about reminders and messages, so those stay as they are.
    """
    released = select(OutboxMessage.message_id, OutboxMessage.state).where(
        OutboxMessage.candidate_id == person.candidate_id,
        OutboxMessage.dedupe_key.like("%:no_answer:%"),
        OutboxMessage.planned_at == entry.recorded_at,
    )
    messages = session.execute(released).tuples().all()
    n_cancelled = withdraw(session, [message_id for message_id, _ in messages], now=now)
    n_left = sum(state in SPENT for _, state in messages)
    is_given_up_undone = _undo_moves(session, workspace, person, entry, actor=actor, now=now)
    if entry.disposition is Disposition.OPTED_OUT:
        _undo_opt_out(session, person, entry)
    _undo_phone(session, entry)
    _cancel_reminders(session, person, entry, now)
    if is_overtaken:
        return Undone(None, n_cancelled, 0, n_left)
    event = EVENT_OF_DISPOSITION.get(entry.disposition)
    refusal = ENDS_OUTREACH.get(event) if event is not None else None
    n_restored = 0
    if refusal is not None and not person.is_do_not_contact:
        n_restored = restore(session, person.candidate_id, refusal=refusal, cancelled_at=entry.started_at, now=now)
    reason = _next_call(session, workspace, person, entry, now, is_given_up_undone=is_given_up_undone)
    return Undone(reason, n_cancelled, n_restored, n_left)


def _undo_moves(
    session: Session, workspace: Workspace, person: Candidate, entry: Attempt, *, actor: str, now: datetime
) -> bool:
    """Set the status to what follows from all that stands; True if a mark of 失联 that counted the call went with it.

    Who was given up after it and has a try left without it is followed up; the night judges them again.
    """
    theirs = select(Candidate.candidate_id).where(
        or_(Candidate.candidate_id == person.candidate_id, Candidate.merged_into == person.candidate_id)
    )
    query = select(StatusChange).where(StatusChange.candidate_id.in_(theirs), StatusChange.voided_at.is_(None))
    moves = session.scalars(query.order_by(StatusChange.id)).all()
    event = EVENT_OF_DISPOSITION.get(entry.disposition)
    made = [m for m in moves if m.event is event and m.at == entry.started_at and not _is_own(m)]
    given_up = [m for m in moves if m.event is Event.GIVEN_UP and m.at >= entry.started_at]
    if given_up and not _has_tries(session, workspace, person):
        given_up = []
    undone = sorted([*made, *given_up], key=lambda move: move.id)
    if not undone:
        return False
    before = max((undone[0].from_status, *_stood_beside(session, person, moves, undone[0])), key=FURTHEST.index)
    after = standing_without(before, _later_events(session, person, entry, moves, undone))
    if after is None:
        return False
    for move in undone:
        move.voided_at = now
    if after is not person.status:
        session.add(
            StatusChange(candidate_id=person.candidate_id, from_status=person.status, to_status=after,
                         event=Event.TAKEN_BACK, at=now, actor=actor, detail={"call": entry.event_id})
        )  # fmt: skip
        person.status = after
    person.updated_at = max(person.updated_at, now)
    session.flush()
    return bool(given_up)


def _stood_beside(
    session: Session, person: Candidate, moves: Sequence[StatusChange], undone: StatusChange
) -> list[Status]:
    """Return where the candidates stood, when the undone move was made, who were only later found to be the same person."""
    query = select(ResolutionEvent.other_candidate_id).where(
        ResolutionEvent.candidate_id == person.candidate_id,
        ResolutionEvent.kind == "merged",
        ResolutionEvent.at >= undone.at,
    )
    apart = {person.candidate_id, *session.scalars(query)} - {undone.candidate_id}
    return list({m.candidate_id: m.to_status for m in moves if m.id < undone.id and m.candidate_id in apart}.values())


def _has_tries(session: Session, workspace: Workspace, person: Candidate) -> bool:
    history, p_lost = history_of(session, person.candidate_id), outlook_of(session, person.candidate_id).p_lost
    return tries_left(history, p_lost=p_lost, policy=workspace.policy.cadence) > 0


def _is_own(move: StatusChange) -> bool:
    """Tell whether somebody made this move by itself: an interview that was booked, no call that ended with one."""
    return move.event in NOT_FROM_ATTEMPTS and "outcome" not in move.detail and move.actor != LOG


def _later_events(
    session: Session,
    person: Candidate,
    entry: Attempt,
    moves: Sequence[StatusChange],
    undone: Sequence[StatusChange],
) -> list[Event]:
    """Return what happened after the first undone move and stands, in the order in which it became known."""
    since = min(entry.recorded_at, undone[0].at)
    attempts = select(Attempt.recorded_at, Attempt.started_at, Attempt.disposition).where(
        Attempt.candidate_id == person.candidate_id,
        Attempt.voided_at.is_(None),
        or_(Attempt.recorded_at >= since, Attempt.started_at > entry.started_at),
    )
    said = [
        (max(recorded_at, started_at), EVENT_OF_DISPOSITION.get(disposition))
        for recorded_at, started_at, disposition in session.execute(attempts).tuples()
    ]
    steps = select(Interview.recorded_at, Interview.step).where(
        Interview.candidate_id == person.candidate_id, Interview.recorded_at >= since
    )  # a step that left them where they stood is no move, and would be one without the call
    own = [(at, EVENT_OF_INTERVIEW[step]) for at, step in session.execute(steps).tuples()]
    own += [
        (move.at, move.event)
        for move in moves
        if move.id > undone[0].id and move not in undone and move.event in (Event.REOPENED, Event.GIVEN_UP)
    ]
    in_order = sorted(chain(said, own), key=lambda one: one[0])
    return [event for _, event in in_order if event is not None]


def _undo_opt_out(session: Session, person: Candidate, entry: Attempt) -> None:
    """Open what this call had closed, unless they have asked to be left alone in any other way."""
    another = select(func.count()).where(
        Attempt.candidate_id == person.candidate_id,
        Attempt.disposition == Disposition.OPTED_OUT,
        Attempt.voided_at.is_(None),
    )
    if session.scalar(another):
        return
    for point in lift_opt_out(session, person, closed_at=entry.started_at):
        _as_found(session, point, entry)


def _undo_phone(session: Session, entry: Attempt) -> None:
    """Leave the number as the newest call that stands found it, if its state comes from this call."""
    point = None if entry.contact_point_id is None else session.get(ContactPoint, entry.contact_point_id)
    if point is not None and point.updated_at == entry.started_at and point.state is STATE_OF.get(entry.disposition):
        _as_found(session, point, entry)


def _as_found(session: Session, point: ContactPoint, entry: Attempt) -> None:
    """Set a number to what the calls that stand say of it.

    While ``entry`` had it closed, calls were written down without a number: they were to this one, if it is their only one.
    """
    phones = contact_points(session, point.candidate_id, ContactKind.PHONE)
    is_theirs = Attempt.contact_point_id == point.id
    if [phone.id for phone in phones] == [point.id]:
        is_without = and_(
            Attempt.contact_point_id.is_(None), Attempt.channel == Channel.CALL, Attempt.recorded_at > entry.recorded_at
        )
        is_theirs = or_(is_theirs, and_(is_without, Attempt.candidate_id == point.candidate_id))
    query = (
        select(Attempt.started_at, Attempt.disposition, Attempt.contact_point_id.is_not(None))
        .where(is_theirs, Attempt.voided_at.is_(None), Attempt.disposition.in_(STATE_OF))
        .order_by(Attempt.started_at, Attempt.id)
    )
    told = [(at, STATE_OF[said], is_sure) for at, said, is_sure in session.execute(query).tuples()]
    point.state, at = number_as_found(told)
    point.updated_at = at or point.first_seen_at
    session.flush()


def _cancel_reminders(session: Session, person: Candidate, entry: Attempt, now: datetime) -> None:
    asked_for = f"{person.candidate_id}:record_interview:{entry.started_at:%Y%m%d%H%M%S}"
    session.execute(
        update(Reminder)
        .where(Reminder.candidate_id == person.candidate_id, Reminder.state.in_(OPEN_REMINDERS))
        .where(or_(Reminder.dedupe_key.like(f"{entry.event_id}:%"), Reminder.dedupe_key == asked_for))
        .values(state=ReminderState.CANCELLED, ended_at=now)
    )


def _next_call(
    session: Session,
    workspace: Workspace,
    person: Candidate,
    entry: Attempt,
    now: datetime,
    *,
    is_given_up_undone: bool,
) -> str | None:
    """Bring back what the call had ended, a promise before all; else choose the next call from what stands."""
    person.next_call_at = person.promised_at = None
    query = select(Reminder).where(
        Reminder.candidate_id == person.candidate_id,
        Reminder.state == ReminderState.DONE,
        Reminder.ended_at == entry.recorded_at,
    )
    ended = session.scalars(query.order_by(Reminder.due_at, Reminder.id)).all()
    for reminder in ended:
        reminder.state, reminder.ended_at = _was(reminder), None
    by_kind = {each.kind: each for each in reversed(ended)}
    planned = next((by_kind[kind] for kind in _NEXT if kind in by_kind), None)
    if planned is not None:
        person.next_call_at = None if planned.kind is ReminderKind.VERIFY_NUMBER else planned.due_at
        person.promised_at = planned.due_at if planned.kind is ReminderKind.CALL_BACK else None
        return planned.reason
    was_tried = bool(calls_since_answer(history_of(session, person.candidate_id)))
    if person.status in CALLABLE and not person.is_do_not_contact and (was_tried or is_given_up_undone):
        return plan_call(session, workspace, person, cause=f"{entry.event_id}:void", now=now)
    return None


def _was(reminder: Reminder) -> ReminderState:
    return ReminderState.OPEN if reminder.fired_at is None else ReminderState.FIRED
