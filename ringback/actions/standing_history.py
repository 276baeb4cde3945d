"""Working out where candidates stand from their whole history, after a log was imported.

Candidates whose status a person or a reply has already moved are left as they are: what happened here counts for more than
an old log. For the others the status table is walked over all attempts, oldest first. A wish to be left alone is honoured
for everybody, whatever came after it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from ringback.rules.status import EVENT_OF_DISPOSITION, next_status
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import Attempt, Candidate, ContactPoint, StatusChange, Suppression
from schemas.words import ContactKind, ContactState, Disposition, Event, Status

ACTOR = "import"
CHUNK = 2_000
PHONE_STATES = {
    Disposition.WRONG_NUMBER: ContactState.WRONG_NUMBER,
    Disposition.ANSWERED: ContactState.GOOD,
    Disposition.BOOKED: ContactState.GOOD,
}


def replay_standing(workspace: Workspace, candidate_ids: Collection[str]) -> int:
    """Bring status and contact states of these candidates in line with all their attempts; return how many moved."""
    ids = sorted(candidate_ids)
    n = 0
    for start in range(0, len(ids), CHUNK):
        with workspace.writing() as session:
            n += _replay(session, ids[start : start + CHUNK])
    return n


def _replay(session: Session, ids: list[str]) -> int:
    moved_here = select(StatusChange.candidate_id).where(
        StatusChange.candidate_id.in_(ids), StatusChange.actor != ACTOR
    )
    skipped = set(session.scalars(moved_here))
    own = [one for one in ids if one not in skipped]
    query = (
        select(Attempt.candidate_id, Attempt.started_at, Attempt.disposition)
        .where(Attempt.candidate_id.in_(own))
        .order_by(Attempt.candidate_id, Attempt.started_at, Attempt.event_id)
    )
    standing = select(Candidate.candidate_id, Candidate.status).where(Candidate.candidate_id.in_(own))
    statuses = dict(session.execute(standing).tuples().all())
    first = statuses | _before_imports(session, own)
    session.execute(delete(StatusChange).where(StatusChange.candidate_id.in_(own), StatusChange.actor == ACTOR))
    changes: list[dict[str, Any]] = []
    updates: list[dict[str, Any]] = []
    last: dict[str, tuple[datetime, Disposition]] = {}
    for candidate_id, rows in groupby(session.execute(query).tuples(), key=itemgetter(0)):
        history = [(at, disposition) for _, at, disposition in rows]
        status, moves = _walk(candidate_id, first[candidate_id], history)
        changes += moves
        if status is not statuses[candidate_id]:
            updates.append({"id": candidate_id, "to": status})
        last[candidate_id] = next((one for one in reversed(history) if one[1] in PHONE_STATES), history[-1])
    if changes:
        session.execute(insert(StatusChange), changes)
    if updates:
        table = Candidate.__table__
        statement = update(table).where(table.c.candidate_id == bindparam("id")).values(status=bindparam("to"))  # type: ignore[arg-type]
        session.connection().execute(statement, updates)
    _mark_phones(session, last)
    _honour_opt_outs(session, ids)
    return len(updates)


def _before_imports(session: Session, ids: list[str]) -> dict[str, Status]:
    """Return where those stood whom earlier imports of attempts have moved: what their own record said of them."""
    query = (
        select(StatusChange.candidate_id, StatusChange.from_status)
        .where(StatusChange.candidate_id.in_(ids), StatusChange.actor == ACTOR)
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
        "actor": ACTOR,
        "detail": {},
    }


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


def _honour_opt_outs(session: Session, ids: list[str]) -> None:
    """Suppress every address of those who asked for it in any attempt, since the first time they did."""
    asked = (
        select(Attempt.candidate_id, func.min(Attempt.started_at))
        .where(Attempt.candidate_id.in_(ids), Attempt.disposition == Disposition.OPTED_OUT)
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
    if points:
        ended = [{"id": p.id, "state": ContactState.OPTED_OUT, "updated_at": gone[p.candidate_id]} for p in points]
        session.execute(update(ContactPoint), ended)
