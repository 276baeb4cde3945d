"""The beginning of a send: what is claimed is judged by the gate, and committed as begun before the provider is called.

Gate, rate limit and start are one transaction that has locked the candidates: an opt-out recorded before it is seen by
it, and two messages to one person cannot both pass the same cap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Row, Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from ringback.actions.outreach_clock import Fence
from ringback.actions.outreach_plan import CAPS_DAYS
from ringback.actions.outreach_recall import Recall
from ringback.actions.outreach_wording import contact_of, kept_wording, unsubscribe_of, wording_of
from ringback.channels.base import OutgoingMessage
from ringback.channels.links import status_url
from ringback.rules.calendars import holiday_calendar
from ringback.rules.gate import PASSING, refuse_contact, retry_at
from ringback.rules.wording import TemplateError, Templates
from ringback.store.queries.facts import candidate_facts
from ringback.workspace import Workspace
from schemas.records import CandidateFacts, ContactPoint
from schemas.tables import Candidate, OutboxMessage, SendTry
from schemas.words import Channel, MessageState, Refusal


@dataclass(frozen=True, slots=True)
class Begun:
    """A message whose send is committed as begun; it must now be handed to its sender, once."""

    message: OutgoingMessage
    candidate_id: str
    contact_point_id: int | None
    source_record_id: int | None
    template: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate made of one claimed row: columns to write, and the message if it may leave."""

    columns: dict[str, Any]
    begun: Begun | None
    candidate_id: str
    channel: Channel
    template: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What judging needs besides the rows: the workspace, who asks, when, and how long a send may take."""

    ws: Workspace
    owner: str
    now: datetime
    fence: Fence
    recall: Recall
    templates: Templates
    lasting: timedelta
    lease_until: datetime


def judge_claimed(session: Session, desk: Desk, message_ids: Sequence[str]) -> list[Judged]:
    """Judge the rows that are still ours, and write what follows; in the caller's transaction.

    The caller holds the locks of the candidates. Rows that were cancelled, or taken over after the lease ran out, are left
    out. One row that cannot be judged is put aside with its reason and never stops another.
    """
    rows = session.connection().execute(_OURS, {"ids": message_ids, "owner": desk.owner}).all()
    place = {message_id: n for n, message_id in enumerate(message_ids)}
    facts = candidate_facts(session, {r.candidate_id for r in rows}, since=desk.now - CAPS_DAYS, with_attempts=False)
    judged = []
    for row in sorted(rows, key=lambda r: place[r.message_id]):
        try:
            each = _judge(desk, row, facts[row.candidate_id])
        except Exception as error:  # noqa: BLE001 (whatever is wrong with one row, the others must go out)
            each = _put_aside(row, f"{type(error).__name__}: {error}", code="fault")
        if each.begun is not None:
            _count(facts, row.candidate_id, desk.now)
        judged.append(each)
    _write(session, desk, judged)
    return judged


OUTBOX = cast(Table, OutboxMessage.__table__)
PEOPLE = cast(Table, Candidate.__table__)
_OURS = (
    select(
        *(
            OUTBOX.c[name]
            for name in (
                *("message_id", "candidate_id", "source_record_id", "contact_point_id", "channel", "template"),
                *("language", "marker", "to", "subject", "body", "n_segments", "n_tries"),
                *("planned_at", "sending_at", "expires_at", "due_at"),
            )
        ),
        PEOPLE.c.name,
        PEOPLE.c.title,
        PEOPLE.c.desired_title,
        PEOPLE.c.role_family,
    )
    .join(PEOPLE, PEOPLE.c.candidate_id == OUTBOX.c.candidate_id)
    .where(
        OUTBOX.c.message_id.in_(bindparam("ids", expanding=True)),
        OUTBOX.c.state == MessageState.CLAIMED,
        OUTBOX.c.lease_owner == bindparam("owner"),
    )
    .with_for_update(of=OUTBOX, key_share=True)
)


def _judge(desk: Desk, row: Row[Any], facts: CandidateFacts) -> Judged:
    if row.expires_at <= desk.now:
        return _refused(row, Refusal.TOO_OLD, f"{Refusal.TOO_OLD.both}: {row.expires_at:%Y-%m-%d %H:%M} UTC")
    policy = desk.ws.policy
    is_holiday = holiday_calendar(facts.timezone)
    contact = contact_of(row, facts)
    refusal = refuse_contact(
        facts,
        contact,
        row.channel,
        now=desk.now,
        policy=policy,
        is_holiday=is_holiday,
        planned_at=row.planned_at,
        lasting=desk.lasting,
    )
    if refusal is None and contact is not None:
        return _begin(desk, row, contact)
    assert refusal is not None  # noqa: S101 (no contact is always refused)
    if refusal not in PASSING:
        return _refused(row, refusal, refusal.both)
    again_at = retry_at(refusal, facts, row.channel, now=desk.now, policy=policy, is_holiday=is_holiday)
    if again_at is None or again_at >= row.expires_at:
        return _refused(row, Refusal.TOO_OLD, f"{Refusal.TOO_OLD.both}; {refusal.both}")
    return _held(row, refusal, again_at)


def _begin(desk: Desk, row: Row[Any], contact: ContactPoint) -> Judged:
    try:
        wording = kept_wording(row) or wording_of(desk.ws, desk.templates, row, contact)
    except TemplateError as error:
        return _put_aside(row, str(error), code="template")
    n_try = row.n_tries + 1
    message = OutgoingMessage(
        message_id=row.message_id,
        n_try=n_try,
        channel=row.channel,
        to=contact.value,
        subject=wording.subject,
        body=wording.body,
        marker=row.marker,
        language=row.language,
        status_url=status_url(desk.ws.vault, desk.ws.settings.public_url, row.message_id, n_try),
        unsubscribe_url=unsubscribe_of(desk.ws, row),
        fence=desk.recall.fence(desk.fence, row.message_id, n_try),
    )
    columns = {
        "state": MessageState.SENDING,
        "n_tries": n_try,
        "to": contact.value,
        "subject": wording.subject,
        "body": wording.body,
        "n_segments": wording.n_segments,
        "contact_point_id": contact.contact_point_id,
        "sending_at": desk.now,
        "lease_owner": desk.owner,
        "lease_until": desk.lease_until,
        "n_looks": 0,
        "look_at": None,
    }
    begun = Begun(
        message, row.candidate_id, contact.contact_point_id, row.source_record_id, row.template, row.expires_at
    )
    return Judged({**_unchanged(row), **columns}, begun, row.candidate_id, row.channel, row.template)


def _refused(row: Row[Any], refusal: Refusal, reason: str) -> Judged:
    return _ended(row, MessageState.CANCELLED, {"refusal": refusal, "reason": reason})


def _held(row: Row[Any], refusal: Refusal, again_at: datetime) -> Judged:
    return _ended(row, MessageState.HELD, {"refusal": refusal, "reason": refusal.both, "due_at": again_at})


def _put_aside(row: Row[Any], reason: str, *, code: str) -> Judged:
    return _ended(row, MessageState.DEAD, {"reason": reason, "error_code": code})


def _ended(row: Row[Any], state: MessageState, columns: dict[str, Any]) -> Judged:
    kept = {**_unchanged(row), "state": state, "lease_owner": None, "lease_until": None, **columns}
    return Judged(kept, None, row.candidate_id, row.channel, row.template)


def _unchanged(row: Row[Any]) -> dict[str, Any]:
    """Return every column that judging may write, as it is: so that all rows are written by one statement."""
    return {
        "message_id": row.message_id,
        "n_tries": row.n_tries,
        "to": row.to,
        "subject": row.subject,
        "body": row.body,
        "n_segments": row.n_segments,
        "contact_point_id": row.contact_point_id,
        "sending_at": row.sending_at,
        "due_at": row.due_at,
        "refusal": None,
        "reason": None,
        "error_code": None,
    }


def _count(facts: dict[str, CandidateFacts], candidate_id: str, now: datetime) -> None:
    """Let a message that was just begun count for the others of the same batch."""
    alive = facts[candidate_id].candidate_id
    for each, known in facts.items():
        if known.candidate_id == alive:
            facts[each] = replace(known, sent_at=(*known.sent_at, now))


_JUDGED = (
    *("state", "n_tries", "to", "subject", "body", "n_segments", "contact_point_id", "sending_at", "due_at"),
    *("refusal", "reason", "error_code", "lease_owner", "lease_until"),
)


def _update(names: Sequence[str]) -> Any:
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    return update(OUTBOX).where(OUTBOX.c.message_id == bindparam("new_message_id")).values(values)


_BEGIN = _update([*_JUDGED, "n_looks", "look_at"])
_REFUSE = _update(_JUDGED)
_TRY = insert(cast(Table, SendTry.__table__))


def _write(session: Session, desk: Desk, judged: Sequence[Judged]) -> None:
    """Write all rows in one statement, and a try for each that begins; the rows are locked, so no guard is needed."""
    begun = [each.columns for each in judged if each.begun is not None]
    ended = [each.columns for each in judged if each.begun is None]
    for statement, rows in ((_BEGIN, begun), (_REFUSE, ended)):
        if rows:
            session.connection().execute(statement, [{f"new_{name}": row[name] for name in row} for row in rows])
    tries = [
        {"message_id": row["message_id"], "n": row["n_tries"], "owner": desk.owner, "started_at": desk.now}
        for row in begun
    ]
    if tries:
        session.connection().execute(_TRY, tries)
