"""Working out where candidates stand from their whole history, after a log was imported.

The status table is walked over all attempts, oldest first; for candidates whose status a person, a reply or the night has
moved, over what is news to that move: what happened here counts for more than an old log. Who is no longer to be rung is no
longer reminded of. A wish to be left alone is honoured for everybody, whatever came after it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby, takewhile
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, bindparam, delete, exists, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from ringback.actions.outreach_plan import cancel_pending_bulk
from ringback.actions.standing import ENDS_OUTREACH, LOG, end_reminders_of
from ringback.rules.clocks import is_certainly_after
from ringback.rules.status import EVENT_OF_DISPOSITION, next_status
from ringback.store.parts import in_parts
from ringback.store.queries.outlooks import RUNG_BY_PLAN
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import Attempt, Candidate, ContactPoint, StatusChange, Suppression
from schemas.words import ContactKind, ContactState, Disposition, Event, ReminderKind, ReminderState, Status

CHUNK = 2_000
PHONE_STATES = {
    Disposition.WRONG_NUMBER: ContactState.WRONG_NUMBER,
    Disposition.ANSWERED: ContactState.GOOD,
    Disposition.BOOKED: ContactState.GOOD,
}
ENDED_BY: Mapping[Event, tuple[ReminderKind, ...]] = {
    Event.ANSWERED: (ReminderKind.CALL, ReminderKind.VERIFY_NUMBER),
    Event.REPLIED: (ReminderKind.CALL,),
    Event.BOOKED: tuple(kind for kind in ReminderKind if kind is not ReminderKind.RECORD_INTERVIEW),
    Event.DECLINED: tuple(ReminderKind),
    Event.OPTED_OUT: tuple(ReminderKind),
}
"""What the last word of a log ends. A talk leaves a promised call back: somebody here gave that word."""


class _Move(NamedTuple):
    """The newest move of a status that no log made."""

    at: datetime
    event: Event


def replay_standing(workspace: Workspace, candidate_ids: Collection[str], *, now: datetime) -> int:
    """Bring status, reminders and contact states of these candidates in line with all their attempts; return how many moved."""
    n = 0
    for ids in in_parts(sorted(candidate_ids), CHUNK):
        with workspace.writing() as session:
            n += _replay(session, ids, now)
    return n


def _replay(session: Session, ids: Sequence[str], now: datetime) -> int:
    standing = select(Candidate.candidate_id, Candidate.status).where(Candidate.candidate_id.in_(ids))
    statuses = dict(session.execute(standing).tuples().all())
    first = statuses | _before_imports(session, ids)
    moved_here = _moved_here(session, ids)
    session.execute(delete(StatusChange).where(*_of_logs(ids)))
    changes: list[dict[str, Any]] = []
    updates: list[dict[str, Any]] = []
    last: dict[str, tuple[datetime, Disposition]] = {}
    ended: dict[Event, list[str]] = defaultdict(list)
    for candidate_id, history in _news(session, ids, moved_here).items():
        status, moves = _walk(candidate_id, first[candidate_id], history)
        changes += moves
        if status is not statuses[candidate_id]:
            updates.append({"id": candidate_id, "to": status})
            word = _last_word(history)
            if status not in RUNG_BY_PLAN and word is not None and word in ENDED_BY:
                ended[word].append(candidate_id)
        last[candidate_id] = _telling(history)
    if changes:
        session.execute(insert(StatusChange), changes)
    if updates:
        table = Candidate.__table__
        statement = update(table).where(table.c.candidate_id == bindparam("id")).values(status=bindparam("to"))  # type: ignore[arg-type]
        session.connection().execute(statement, updates)
    for event, some in ended.items():
        _end_follow_up(session, some, event, now)
    _mark_phones(session, last)
    _honour_opt_outs(session, ids, now)
    return len(updates)


def _moved_here(session: Session, ids: Sequence[str]) -> dict[str, _Move]:
    query = (
        select(StatusChange.candidate_id, StatusChange.at, StatusChange.event)
        .where(StatusChange.candidate_id.in_(ids), StatusChange.actor != LOG)
        .where(StatusChange.voided_at.is_(None), StatusChange.event != Event.TAKEN_BACK)
        .order_by(StatusChange.at, StatusChange.id)
    )
    return {candidate_id: _Move(at, event) for candidate_id, at, event in session.execute(query)}


def _of_logs(ids: Sequence[str]) -> tuple[ColumnElement[bool], ...]:
    """Say which moves logs have made that nothing here has followed: those are worked out again."""
    here = aliased(StatusChange)
    followed = exists().where(
        here.candidate_id == StatusChange.candidate_id, here.actor != LOG, here.at >= StatusChange.at
    )
    return StatusChange.candidate_id.in_(ids), StatusChange.actor == LOG, ~followed


def _news(
    session: Session, ids: Sequence[str], moved_here: Mapping[str, _Move]
) -> dict[str, list[tuple[datetime, Disposition]]]:
    """Return the attempts, oldest first, of which the last move made here does not know."""
    query = (
        select(Attempt.candidate_id, Attempt.started_at, Attempt.disposition, Attempt.recorded_at)
        .where(Attempt.candidate_id.in_(ids), Attempt.voided_at.is_(None))
        .order_by(Attempt.candidate_id, Attempt.started_at, Attempt.event_id)
    )
    news = {}
    for candidate_id, rows in groupby(session.execute(query).tuples(), key=itemgetter(0)):
        move = moved_here.get(candidate_id)
        history = [(at, said) for _, at, said, recorded_at in rows if _is_news(at, recorded_at, move)]
        if history:
            news[candidate_id] = history
    return news


def _is_news(at: datetime, recorded_at: datetime, move: _Move | None) -> bool:
    """Tell whether an attempt counts beside the last move made here: one that is later on any clock does.

    The night gives somebody up because nothing was heard of them; what it had not heard of counts whenever it was said.
    """
    if move is None or is_certainly_after(at, move.at):
        return True
    return move.event is Event.GIVEN_UP and recorded_at > move.at


def _last_word(history: Sequence[tuple[datetime, Disposition]]) -> Event | None:
    """Return what the newest attempt says that says anything; our own messages do not."""
    events = (EVENT_OF_DISPOSITION.get(disposition) for _, disposition in reversed(history))
    return next((event for event in events if event not in (None, Event.MESSAGE_SENT)), None)


def _end_follow_up(session: Session, ids: Sequence[str], event: Event, now: datetime) -> None:
    """End what would remind of, ring or write to people after the last word of a log."""
    end_reminders_of(session, ids, at=now, state=ReminderState.CANCELLED, kinds=ENDED_BY[event])
    people = update(Candidate).where(Candidate.candidate_id.in_(ids))
    if ReminderKind.CALL_BACK in ENDED_BY[event]:
        session.execute(people.values(next_call_at=None, promised_at=None))
    else:
        session.execute(people.values(next_call_at=Candidate.promised_at))
    cancel_pending_bulk(session, ids, refusal=ENDS_OUTREACH[event], now=now)


def _before_imports(session: Session, ids: Sequence[str]) -> dict[str, Status]:
    """Return where those stood whom imports of attempts have moved last: what their own record, or the last move here, said."""
    query = (
        select(StatusChange.candidate_id, StatusChange.from_status)
        .where(*_of_logs(ids))
        .order_by(StatusChange.at.desc(), StatusChange.id.desc())
    )
    return dict(session.execute(query).tuples().all())


def _walk(
    candidate_id: str, first: Status, history: Iterable[tuple[datetime, Disposition]]
) -> tuple[Status, list[dict[str, Any]]]:
    """Walk the status table over a history; events that make no sense where they stand are passed over."""
    status, changes = first, []
    for at, disposition in history:
        event = EVENT_OF_DISPOSITION.get(disposition)
        after = next_status(status, event) if event else None
        if event is not None and after is not None and after is not status:
            changes.append(_change(candidate_id, status, after, event, at))
            status = after
    return status, changes


def _change(candidate_id: str, before: Status, after: Status, event: Event, at: datetime) -> dict[str, Any]:
    return {
        "candidate_id": candidate_id,
        "from_status": before,
        "to_status": after,
        "event": event,
        "at": at,
        "actor": LOG,
        "detail": {},
    }


def _telling(history: Sequence[tuple[datetime, Disposition]]) -> tuple[datetime, Disposition]:
    """Return the newest attempt that tells something of the phone, any if none does.

    A wrong number was wrong since the first of those that said so in turn: one who asks how it was between them is not told
    that it could be rung.
    """
    telling = [one for one in history if one[1] in PHONE_STATES]
    if not telling:
        return history[-1]
    since, said = telling[-1]
    if said is Disposition.WRONG_NUMBER:
        *_, since = (at for at, _ in takewhile(lambda one: one[1] is said, reversed(telling)))
    return since, said


def _mark_phones(session: Session, last: dict[str, tuple[datetime, Disposition]]) -> None:
    """Write what the newest telling attempt says of the phone that would be rung."""
    telling = {one: said for one, said in last.items() if said[1] in PHONE_STATES}
    phones = session.execute(
        select(ContactPoint.id, ContactPoint.candidate_id)
        .where(ContactPoint.candidate_id.in_(telling), ContactPoint.kind == ContactKind.PHONE, ContactPoint.rank == 0)
        .where(ContactPoint.state != ContactState.OPTED_OUT)
    ).tuples()
    states = [
        {"id": point, "state": PHONE_STATES[telling[one][1]], "updated_at": telling[one][0]} for point, one in phones
    ]
    if states:
        session.execute(update(ContactPoint), states)


def _honour_opt_outs(session: Session, ids: Sequence[str], now: datetime) -> None:
    """Suppress every address of those who asked for it in any attempt, since the first time they did."""
    asked = (
        select(Attempt.candidate_id, func.min(Attempt.started_at))
        .where(Attempt.candidate_id.in_(ids), Attempt.disposition == Disposition.OPTED_OUT, Attempt.voided_at.is_(None))
        .group_by(Attempt.candidate_id)
    )
    gone = dict(session.execute(asked).tuples().all())
    points = session.execute(
        select(ContactPoint.id, ContactPoint.kind, ContactPoint.blind, ContactPoint.candidate_id).where(
            ContactPoint.candidate_id.in_(gone)
        )
    ).all()
    reason = "opted out in an imported log"
    insert_new(
        session,
        Suppression,
        [{"kind": p.kind.value, "blind": p.blind, "reason": reason, "at": gone[p.candidate_id]} for p in points],
    )
    session.execute(update(Candidate).where(Candidate.candidate_id.in_(gone)).values(is_do_not_contact=True))
    if gone:
        _end_follow_up(session, list(gone), Event.OPTED_OUT, now)
    if points:
        ended = [{"id": p.id, "state": ContactState.OPTED_OUT, "updated_at": gone[p.candidate_id]} for p in points]
        session.execute(update(ContactPoint), ended)
