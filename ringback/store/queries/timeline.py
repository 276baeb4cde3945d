"""Everything that happened to one person, newest first: records, calls, messages, status, interviews, merges, consent.

A fixed number of statements a person; what hung on a person who was merged hangs on the one who lives on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from schemas.tables import (
    Attempt,
    BehaviourEvent,
    Candidate,
    Consent,
    Interview,
    MatchDecision,
    Membership,
    OutboxMessage,
    Reminder,
    ResolutionEvent,
    SourceRecord,
    StatusChange,
)
from schemas.words import Channel, DuplicateVerdict, Event, Happened

VOID = " · 已撤回，不计 / taken back, does not count"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened at ``at`` (aware UTC): of what kind, in words, by whom, and the note that was left.

    ``is_for`` is the instant (aware UTC) that it set: of an interview, of a reminder.
    """

    at: datetime
    kind: Happened
    what: str
    by: str | None = None
    note: str | None = None
    is_for: datetime | None = None


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One source record of a person."""

    record_id: str
    source: str
    received_at: datetime
    name: str | None


def records_of(session: Session, candidate_id: str) -> list[RecordLine]:
    """Return the records that make this person, the eldest first."""
    query = (
        select(SourceRecord.record_id, SourceRecord.source, SourceRecord.received_at, SourceRecord.name)
        .join(Membership, Membership.source_record_id == SourceRecord.id)
        .where(Membership.candidate_id == candidate_id)
        .order_by(SourceRecord.received_at, SourceRecord.uid)
    )
    return [RecordLine(*row) for row in session.execute(query).tuples()]


def timeline(session: Session, candidate_id: str) -> list[Entry]:
    """Return what happened to the living candidate of this id, newest first."""
    entries = [entry for part in _PARTS for entry in part(session, candidate_id)]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def _arrivals(session: Session, candidate_id: str) -> Iterator[Entry]:
    for record in records_of(session, candidate_id):
        yield Entry(record.received_at, Happened.RESUME, f"{record.source}: {record.name or '—'}")


def _attempts(session: Session, candidate_id: str) -> Iterator[Entry]:
    for row in session.scalars(select(Attempt).where(Attempt.candidate_id == candidate_id)):
        kind = Happened.CALL if row.channel is Channel.CALL else Happened.MESSAGE
        what = f"{row.channel.both} · {row.direction.both} · {row.disposition.both}"
        yield Entry(row.started_at, kind, what + (VOID if row.voided_at else ""), row.agent_id, row.note)
        if row.voided_at:
            yield Entry(
                row.voided_at, kind, f"{Event.TAKEN_BACK.both}: {what}", row.voided_by, row.void_reason, row.started_at
            )


def _messages(session: Session, candidate_id: str) -> Iterator[Entry]:
    """Messages that left are attempts already; the others are told with the reason why they did not."""
    columns = (OutboxMessage.planned_at, OutboxMessage.channel, OutboxMessage.template, OutboxMessage.state)
    query = select(*columns, OutboxMessage.reason).where(
        OutboxMessage.candidate_id == candidate_id, OutboxMessage.accepted_at.is_(None)
    )
    for planned_at, channel, template, state, reason in session.execute(query).tuples():
        yield Entry(planned_at, Happened.MESSAGE, f"{channel.both} “{template}” · {state.both}", None, reason)


def _moves(session: Session, candidate_id: str) -> Iterator[Entry]:
    """Moves stay with the candidate that made them; those of whom a merge ended here are told here."""
    theirs = select(Candidate.candidate_id).where(
        or_(Candidate.candidate_id == candidate_id, Candidate.merged_into == candidate_id)
    )
    for row in session.scalars(select(StatusChange).where(StatusChange.candidate_id.in_(theirs))):
        what = f"{row.from_status.both} → {row.to_status.both}"
        yield Entry(row.at, Happened.STATUS, what, row.actor, row.event.both)


def _interviews(session: Session, candidate_id: str) -> Iterator[Entry]:
    for row in session.scalars(select(Interview).where(Interview.candidate_id == candidate_id)):
        yield Entry(row.recorded_at, Happened.INTERVIEW, row.step.both, row.recorded_by, row.note, row.starts_at)


def _reminders(session: Session, candidate_id: str) -> Iterator[Entry]:
    for row in session.scalars(select(Reminder).where(Reminder.candidate_id == candidate_id)):
        what = f"{row.kind.both} · {row.state.both}"
        yield Entry(row.created_at, Happened.REMINDER, what, None, row.reason, row.due_at)


def _behaviour(session: Session, candidate_id: str) -> Iterator[Entry]:
    query = select(BehaviourEvent.at, BehaviourEvent.event, BehaviourEvent.is_machine)
    for at, event, is_machine in session.execute(query.where(BehaviourEvent.candidate_id == candidate_id)).tuples():
        yield Entry(at, Happened.BEHAVIOUR, event, None, "机器 / a machine" if is_machine else None)


def _consents(session: Session, candidate_id: str) -> Iterator[Entry]:
    for row in session.scalars(select(Consent).where(Consent.candidate_id == candidate_id)):
        yield Entry(
            row.at, Happened.CONSENT, "同意联系 / agreed" if row.is_given else "不同意联系 / refused", None, row.proof
        )


_STORIES = {
    "created": "建档 / came into the pool",
    "joined": "并入新记录 / a record joined",
    "merged": "合并 / merged with",
    "split": "拆分 / parted from",
    "erased": "删除记录 / records erased",
}


def _identity(session: Session, candidate_id: str) -> Iterator[Entry]:
    is_theirs = or_(ResolutionEvent.candidate_id == candidate_id, ResolutionEvent.other_candidate_id == candidate_id)
    query = select(ResolutionEvent).where(is_theirs).order_by(ResolutionEvent.id)
    rows = session.scalars(query).all()
    others = {row.id: row.other_candidate_id if row.candidate_id == candidate_id else row.candidate_id for row in rows}
    named = select(Candidate.candidate_id, Candidate.name).where(
        Candidate.candidate_id.in_(set(others.values()) - {None})
    )
    names = dict(session.execute(named).tuples().all())
    for row in rows:
        other = _called(others[row.id], names)
        n_records = len(row.cause.get("uids") or ())
        records = f"({n_records} 份记录 / {'record' if n_records == 1 else 'records'})" if n_records else ""
        said = (_STORIES.get(row.kind, row.kind), other, records)
        yield Entry(row.at, Happened.IDENTITY, " ".join(filter(None, said)))


def _called(candidate_id: str | None, names: Mapping[str, str | None]) -> str:
    """Return the name of a candidate and enough of the id to find them by; the id alone where they have no name."""
    if candidate_id is None:
        return ""
    name = names.get(candidate_id)
    return f"{name} ({candidate_id[:8]})" if name else candidate_id


def _decisions(session: Session, candidate_id: str) -> Iterator[Entry]:
    uids = (
        select(SourceRecord.uid)
        .join(Membership, Membership.source_record_id == SourceRecord.id)
        .where(Membership.candidate_id == candidate_id)
    )
    own = set(session.scalars(uids))
    inner = uids.scalar_subquery()
    query = select(MatchDecision).where(or_(MatchDecision.uid_a.in_(inner), MatchDecision.uid_b.in_(inner)))
    said: dict[tuple[Any, ...], list[MatchDecision]] = {}
    for row in session.scalars(query.order_by(MatchDecision.id)):
        said.setdefault((row.decided_at, row.verdict, row.decided_by), []).append(row)
    for (at, verdict, by), rows in said.items():
        is_broken = verdict is DuplicateVerdict.SAME and any(_is_across(row, own) for row in rows)
        holds = "；不再有效 / does not hold: 与其他判断矛盾 / contradicted" if is_broken else ""
        yield Entry(at, Happened.DECISION, f"{verdict.both}{_pairs(rows)}{holds}", by, rows[0].note)
        if all(row.revoked_at for row in rows):
            ended_at = max(r.revoked_at for r in rows if r.revoked_at)
            yield Entry(ended_at, Happened.DECISION, f"{_ended(ended_at, by, said)}: {verdict.both}")


def _is_across(row: MatchDecision, own: set[str]) -> bool:
    """Tell whether a standing answer names a record of this person and one of somebody else."""
    return row.revoked_at is None and not {row.uid_a, row.uid_b} <= own


def _ended(at: datetime, by: str, said: Iterable[tuple[datetime, DuplicateVerdict, str]]) -> str:
    """Say whether an answer was taken back, or somebody else's later one took its place."""
    other = next((who for when, _, who in said if when == at and who != by), None)
    return f"被 {other} 的判断取代 / replaced by {other}'s answer" if other else "已撤销 / taken back"


def _pairs(rows: Sequence[MatchDecision]) -> str:
    return f" ({len(rows)} 对记录 / pairs)" if len(rows) > 1 else ""


_PARTS = (
    _arrivals, _attempts, _messages, _moves, _interviews, _reminders, _behaviour, _consents, _identity, _decisions,
)  # fmt: skip
