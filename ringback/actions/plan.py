"""The night's plan: who is honestly given up, what is written first, who is rung tomorrow and when.

Safe to run twice: messages are intended once by their dedupe key, and a candidate has one open call reminder that a later
plan moves instead of adding another, and leaves where it is on the day of the call (``settled_calls.py``). The plan of a
past moment rests on what was learned for that moment, but it acts on people as they stand now: nobody who has moved on
since is written to, rung or given up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, exists, func, insert, or_, select, update
from sqlalchemy.orm import Session

from ringback.actions.first_contact import plan_first_messages
from ringback.actions.moved_calls import moved_calls
from ringback.actions.outreach_plan import cancel_pending_bulk
from ringback.actions.settled_calls import settled_calls
from ringback.actions.standing import OPEN_REMINDERS
from ringback.rules.cadence import tier_for
from ringback.store.parts import in_parts
from ringback.store.queries.consents import refusers
from ringback.store.queries.facts import lock_candidates
from ringback.store.queries.outlooks import RUNG_BY_PLAN
from ringback.store.queries.second_calls import is_second_call
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import (
    Attempt,
    CallSlot,
    CallWindow,
    Candidate,
    ContactPoint,
    LostScore,
    Membership,
    Reminder,
    StatusChange,
)
from schemas.words import (
    Channel,
    ContactKind,
    ContactState,
    Direction,
    Event,
    Refusal,
    ReminderKind,
    ReminderState,
    Status,
)

CHUNK = 2000
AHEAD = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What the plan decided."""

    n_given_up: int = 0
    n_messages_planned: int = 0
    n_messages_unreachable: int = 0
    n_reminders_new: int = 0
    n_reminders_moved: int = 0


def plan_followup(workspace: Workspace, *, as_of: datetime) -> PlanSummary:
    """Make the plan from the scores and windows that stand in the database; ``as_of`` is the moment it is made for."""
    n_given_up = _give_up(workspace, as_of)
    messages = plan_first_messages(workspace, as_of=as_of)
    n_new, n_moved = _plan_calls(workspace, as_of)
    return PlanSummary(
        n_given_up=n_given_up,
        n_messages_planned=messages.n_planned,
        n_messages_unreachable=messages.n_unreachable,
        n_reminders_new=n_new,
        n_reminders_moved=n_moved,
    )


def _give_up(workspace: Workspace, as_of: datetime) -> int:
    """Mark as lost who has no tries left, once the time in which the next call would have come has passed in silence."""
    last_call = (
        select(func.max(Attempt.started_at))
        .where(
            Attempt.candidate_id == Candidate.candidate_id,
            Attempt.channel == Channel.CALL,
            Attempt.direction == Direction.OUT,
            Attempt.voided_at.is_(None),
        )
        .scalar_subquery()
    )
    came_back = exists().where(  # since then; a score of an earlier night does not know it
        StatusChange.candidate_id == Candidate.candidate_id,
        StatusChange.event == Event.REOPENED,
        StatusChange.at > last_call,
    )
    query = (
        select(Candidate.candidate_id, Candidate.status, LostScore.p_lost, last_call)
        .join(LostScore, LostScore.candidate_id == Candidate.candidate_id)
        .where(Candidate.status.in_(RUNG_BY_PLAN), LostScore.tries_left == 0, Candidate.merged_into.is_(None))
        .where(Candidate.promised_at.is_(None), last_call.is_not(None), ~came_back)
        .order_by(Candidate.candidate_id)
    )
    cadence = workspace.policy.cadence
    with workspace.writing() as session:
        ended = [
            (candidate_id, status, p_lost)
            for candidate_id, status, p_lost, called_at in session.execute(query)
            if as_of - called_at >= timedelta(days=tier_for(p_lost, cadence).days_between)
        ]
        for some in in_parts(ended, CHUNK):
            _mark_lost(session, some, as_of)
    return len(ended)


def _mark_lost(session: Session, ended: Sequence[tuple[str, Status, float | None]], as_of: datetime) -> None:
    ids = [candidate_id for candidate_id, _, _ in ended]
    changes = [
        {
            "candidate_id": candidate_id,
            "from_status": status,
            "to_status": Status.LOST,
            "event": Event.GIVEN_UP,
            "at": as_of,
            "actor": "policy",
            "detail": {"p_lost": p_lost},
        }
        for candidate_id, status, p_lost in ended
    ]
    session.execute(insert(StatusChange), changes)
    session.execute(
        update(Candidate)
        .where(Candidate.candidate_id.in_(ids))
        .values(status=Status.LOST, next_call_at=None, updated_at=as_of)
    )
    session.execute(
        update(Reminder)
        .where(Reminder.candidate_id.in_(ids), Reminder.state.in_(OPEN_REMINDERS))
        .values(state=ReminderState.CANCELLED, ended_at=as_of)
    )
    cancel_pending_bulk(session, ids, refusal=Refusal.CLOSED, now=as_of)


def _plan_calls(workspace: Workspace, as_of: datetime) -> tuple[int, int]:
    """Give the most promising candidates of the coming day one open call reminder each, at their best window."""
    usable = (ContactState.UNVERIFIED, ContactState.GOOD)
    has_phone = exists().where(
        ContactPoint.candidate_id == Candidate.candidate_id,
        ContactPoint.kind == ContactKind.PHONE,
        ContactPoint.state.in_(usable),
    )
    promised = exists().where(
        Reminder.candidate_id == Candidate.candidate_id,
        Reminder.state.in_(OPEN_REMINDERS),
        Reminder.kind.in_((ReminderKind.CALL_BACK, ReminderKind.VERIFY_NUMBER)),
    )
    query = (
        select(Candidate.candidate_id, CallSlot.starts_at, CallSlot.ends_at, CallSlot.reason)
        .join(CallWindow, and_(CallWindow.candidate_id == Candidate.candidate_id, CallWindow.rank == 1))
        .join(CallSlot, CallSlot.slot_id == CallWindow.slot_id)
        .join(LostScore, LostScore.candidate_id == Candidate.candidate_id)
        .where(
            Candidate.status.in_(RUNG_BY_PLAN), Candidate.merged_into.is_(None), Candidate.is_do_not_contact.is_(False)
        )
        .where(CallSlot.ends_at > as_of, CallSlot.starts_at < as_of + AHEAD, has_phone, ~promised)
        .where(
            or_(Candidate.next_call_at.is_(None), Candidate.promised_at.is_not(None))
        )  # rung since the night: its windows are old
        .where(Candidate.candidate_id.not_in(refusers()))
        .order_by(LostScore.priority.desc(), Candidate.candidate_id)
        .limit(workspace.policy.priority.today_list_size)
    )
    with workspace.writing() as session:
        _end_second_calls(session, as_of)
        chosen = [tuple(row) for row in session.execute(query)]
        lock_candidates(session, [row[0] for row in chosen])
        return _set_reminders(session, workspace, chosen, as_of)


def _end_second_calls(session: Session, as_of: datetime) -> None:
    """Leave everybody one call: those of two records that turned out to be one person's would all be moved to the same hour."""
    session.execute(
        update(Reminder)
        .where(Reminder.state.in_(OPEN_REMINDERS), is_second_call())
        .values(state=ReminderState.CANCELLED, ended_at=as_of)
        .execution_options(synchronize_session=False)
    )


def _set_reminders(
    session: Session, workspace: Workspace, chosen: Sequence[tuple[Any, ...]], as_of: datetime
) -> tuple[int, int]:
    """Move what is open, leave what has fired for the same time, and make the rest; a reminder never fires twice.

    Calls of a day that has begun stay until their hour is over. Open ones follow the first window also beyond the coming day.
    """
    settled = settled_calls(session, workspace, as_of=as_of)
    chosen = [row for row in chosen if row[0] not in settled]
    ids = [row[0] for row in chosen]
    live = _live_reminders(session, ids)
    anchors = _anchors(session, ids)
    lead = timedelta(minutes=workspace.policy.reminders.lead_minutes)
    new, moved, stale = [], [], []
    n_moved = 0
    for candidate_id, starts_at, _, reason in chosen:
        due_at = max(starts_at, as_of)
        times = {"due_at": due_at, "remind_at": due_at - lead, "reason": reason}
        known = live.get(candidate_id)
        if known is not None and known.state is ReminderState.OPEN:
            moved.append({"id": known.id, **times})
            n_moved += known.due_at != due_at
            continue
        if known is not None:
            if due_at <= known.due_at:
                continue
            stale.append(known.id)
        new.append(
            {
                "dedupe_key": f"{candidate_id}:plan:{as_of:%Y%m%d%H%M%S}",  # not its hour, which later plans move
                "candidate_id": candidate_id,
                "source_record_id": anchors.get(candidate_id),
                "kind": ReminderKind.CALL,
                "state": ReminderState.OPEN,
                "created_at": as_of,
                **times,
            }
        )
    session.execute(update(Reminder).where(Reminder.id.in_(stale)).values(state=ReminderState.EXPIRED, ended_at=as_of))
    for row in moved_calls(session, but={*settled, *ids}, as_of=as_of):
        due_at = max(row.starts_at, as_of)
        moved.append({"id": row.id, "due_at": due_at, "remind_at": due_at - lead, "reason": row.reason})
        n_moved += 1
    if moved:
        session.execute(update(Reminder), moved)
    return insert_new(session, Reminder, new), n_moved


def _live_reminders(session: Session, ids: Sequence[str]) -> dict[str, Any]:
    """Return the call reminder of each candidate that is open or has fired."""
    query = select(Reminder.id, Reminder.candidate_id, Reminder.state, Reminder.due_at).where(
        Reminder.candidate_id.in_(ids), Reminder.kind == ReminderKind.CALL, Reminder.state.in_(OPEN_REMINDERS)
    )
    return {row.candidate_id: row for row in session.execute(query)}


def _anchors(session: Session, ids: Sequence[str]) -> dict[str, int]:
    query = (
        select(Membership.candidate_id, func.min(Membership.source_record_id))
        .where(Membership.candidate_id.in_(ids))
        .group_by(Membership.candidate_id)
    )
    return {candidate_id: record for candidate_id, record in session.execute(query)}  # noqa: C416 (rows, not pairs)
