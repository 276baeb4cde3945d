"""Everything out: one query (or two) for each kind of export, streamed, with the columns of ``export_columns``.

Contact data comes back as stored; masking is the caller's (``ringback.actions.export``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from ringback.store.queries.export_columns import COLUMNS
from ringback.store.queries.outlooks import UNKNOWN, next_call_of, outlooks
from schemas.tables import (
    AnswerRate,
    Attempt,
    CallSlot,
    CallWindow,
    Candidate,
    CauseFinding,
    CauseRow,
    ContactPoint,
    ExperimentAssignment,
    ExperimentReadout,
    IntakeFile,
    LostScore,
    Membership,
    OutboxMessage,
    PairEdge,
    QuarantinedRow,
    ScoreBasis,
    SourceRecord,
)
from schemas.words import ContactKind, FileState

Row = dict[str, Any]
CHUNK = 2000


LEARNED: Mapping[str, Any] = {
    "windows": CallSlot, "scores": ScoreBasis, "rates": AnswerRate, "causes": CauseFinding
}  # fmt: skip
"""Exports of what every night replaces, each with the table that says for which moment."""


def newest_night(session: Session, what: str) -> datetime | None:
    """Return the moment for which the rows of an export of LEARNED were made; None if there are none."""
    return session.scalar(select(func.max(LEARNED[what].as_of)))


def rows_of(session: Session, what: str, *, as_of: datetime | None = None) -> Iterator[Row]:
    """Yield the rows of one export in a stable order; with ``as_of`` nothing that was recorded later.

    ``what`` is a key of :data:`COLUMNS`.
    """
    yield from _READERS[what](session, as_of)


def _stream(session: Session, query: Select[Any]) -> Iterator[Any]:
    return iter(session.execute(query.execution_options(yield_per=CHUNK)))


def _chunks(session: Session, query: Select[Any]) -> Iterator[list[Any]]:
    for part in session.execute(query.execution_options(yield_per=CHUNK)).partitions(CHUNK):
        yield list(part)


def _candidates(session: Session, as_of: datetime | None) -> Iterator[Row]:
    query = (
        select(Candidate).where(Candidate.merged_into.is_(None)).order_by(Candidate.created_at, Candidate.candidate_id)
    )
    if as_of:
        query = query.where(Candidate.created_at <= as_of)
    for part in _chunks(session, query):
        people = [row[0] for row in part]
        ids = [person.candidate_id for person in people]
        contacts, known = _contacts(session, ids), outlooks(session, ids)
        for person in people:
            own = contacts.get(person.candidate_id, {})
            wechat, linkedin = own.get(ContactKind.WECHAT, []), own.get(ContactKind.LINKEDIN, [])
            outlook = known.get(person.candidate_id, UNKNOWN)
            row = {name: getattr(person, name, None) for name in COLUMNS["candidates"]}
            row |= {
                "p_lost": outlook.p_lost,
                "next_call_at": next_call_of(person, outlook),
                "status": person.status.value,
                "phones": own.get(ContactKind.PHONE, []),
                "emails": own.get(ContactKind.EMAIL, []),
                "wechat": wechat[0] if wechat else None,
                "linkedin": linkedin[0] if linkedin else None,
            }
            yield row


def _contacts(session: Session, ids: list[str]) -> dict[str, dict[ContactKind, list[str]]]:
    found: dict[str, dict[ContactKind, list[str]]] = {}
    query = select(ContactPoint).where(ContactPoint.candidate_id.in_(ids)).order_by(ContactPoint.rank, ContactPoint.id)
    for point in session.scalars(query):
        found.setdefault(point.candidate_id, {}).setdefault(point.kind, []).append(point.value)
    return found


def _sources(session: Session, as_of: datetime | None) -> Iterator[Row]:
    query = (
        select(SourceRecord.record_id, Membership.candidate_id, SourceRecord.source, SourceRecord.path,
               SourceRecord.received_at, IntakeFile.sha256)
        .outerjoin(Membership, Membership.source_record_id == SourceRecord.id)
        .outerjoin(IntakeFile, IntakeFile.id == SourceRecord.intake_file_id)
        .where(SourceRecord.erased_at.is_(None))
        .order_by(SourceRecord.received_at, SourceRecord.record_id)
    )  # fmt: skip
    if as_of:
        query = query.where(SourceRecord.received_at <= as_of)
    sightings: dict[str, list[str]] = {}
    for sha256, path in session.execute(
        select(IntakeFile.sha256, IntakeFile.path).where(IntakeFile.state == FileState.KNOWN)
    ):
        sightings.setdefault(sha256, []).append(path)
    for record_id, candidate_id, source, path, received_at, sha256 in _stream(session, query):
        yield {
            "record_id": record_id,
            "candidate_id": candidate_id,
            "source": source,
            "path": path,
            "received_at": received_at,
            "also_seen_in": sorted(sightings.get(sha256, [])),
        }


def _reviews(session: Session, as_of: datetime | None) -> Iterator[Row]:
    a, b = aliased(SourceRecord), aliased(SourceRecord)
    query = (
        select(a.record_id, b.record_id, PairEdge.review_state, PairEdge.evidence, PairEdge.weight)
        .join(a, a.id == PairEdge.a_id)
        .join(b, b.id == PairEdge.b_id)
        .where(PairEdge.review_state.is_not(None))
        .order_by(a.record_id, b.record_id)
    )
    if as_of:  # a pair is there once both its records are
        query = query.where(a.received_at <= as_of, b.received_at <= as_of)
    for id_a, id_b, state, evidence, weight in _stream(session, query):
        yield dict(zip(COLUMNS["reviews"], (id_a, id_b, state.value, evidence, weight), strict=True))


def _attempts(session: Session, as_of: datetime | None) -> Iterator[Row]:
    query = (
        select(Attempt, SourceRecord.record_id)
        .outerjoin(SourceRecord, SourceRecord.id == Attempt.source_record_id)
        .where(Attempt.voided_at.is_(None))
        .order_by(Attempt.started_at, Attempt.event_id)
    )
    if as_of:
        query = query.where(Attempt.started_at <= as_of)
    for attempt, record_id in _stream(session, query):
        yield {
            "event_id": attempt.event_id,
            "record_id": record_id,
            "channel": attempt.channel.value,
            "direction": attempt.direction.value,
            "started_at_utc": attempt.started_at,
            "agent_id": attempt.agent_id,
            "disposition": attempt.disposition.value,
            "duration_sec": attempt.duration_seconds,
            "template_id": attempt.template_id,
            "note": attempt.note,
            "candidate_id": attempt.candidate_id,
        }


def _of_people(
    table: Any, shared: Any, columns: tuple[str, ...], *order: str
) -> Callable[[Session, Any], Iterator[Row]]:
    """Return a reader of a table with one or more rows a candidate, joined to what many rows share.

    ``record_id`` is the record that each candidate is known by outside.
    """
    stored = [name for name in columns if name != "record_id"]
    parts = [getattr(table if name in table.__table__.c else shared, name) for name in stored]
    [key] = shared.__table__.primary_key

    def read(session: Session, as_of: datetime | None) -> Iterator[Row]:
        anchors = _record_ids(session) if "record_id" in columns else {}
        query = select(*parts).select_from(table).join(shared, key == table.__table__.c[key.name])
        query = query.order_by(*(getattr(table, name) for name in order))
        if as_of:
            query = query.where(shared.as_of <= as_of)
        for values in _stream(session, query):
            row = dict(zip(stored, values, strict=True))
            yield {name: row[name] if name in row else anchors.get(row["candidate_id"]) for name in columns}

    return read


def _record_ids(session: Session) -> dict[str, str]:
    """Return one record id a candidate: that of the record that came first, ties by its own id."""
    query = (
        select(Membership.candidate_id, SourceRecord.record_id)
        .join(SourceRecord, SourceRecord.id == Membership.source_record_id)
        .order_by(SourceRecord.received_at.desc(), SourceRecord.record_id.desc())
    )
    return dict(session.execute(query).tuples().all())


def _plain(table: Any, columns: tuple[str, ...], order: tuple[Any, ...]) -> Callable[[Session, Any], Iterator[Row]]:
    def read(session: Session, as_of: datetime | None) -> Iterator[Row]:
        query = select(table).order_by(*order)
        if as_of:
            query = query.where(table.as_of <= as_of)
        for (row,) in _stream(session, query):
            yield {name: getattr(row, name) for name in columns}

    return read


def _readouts(session: Session, as_of: datetime | None) -> Iterator[Row]:
    """The newest read-out of each experiment (up to ``as_of``), the whole of it before its role families."""
    newest = select(ExperimentReadout.experiment, func.max(ExperimentReadout.as_of).label("at"))
    if as_of:
        newest = newest.where(ExperimentReadout.as_of <= as_of)
    last = newest.group_by(ExperimentReadout.experiment).subquery()
    query = (
        select(ExperimentReadout)
        .join(last, and_(last.c.experiment == ExperimentReadout.experiment, last.c.at == ExperimentReadout.as_of))
        .order_by(ExperimentReadout.experiment, ExperimentReadout.id)
    )
    for (row,) in _stream(session, query):
        yield {name: getattr(row, name) for name in COLUMNS["experiments"]}


def _assignments(session: Session, as_of: datetime | None) -> Iterator[Row]:
    anchors = _record_ids(session)
    query = select(ExperimentAssignment).order_by(ExperimentAssignment.experiment, ExperimentAssignment.candidate_id)
    if as_of:
        query = query.where(ExperimentAssignment.assigned_at <= as_of)
    for (row,) in _stream(session, query):
        known = {name: getattr(row, name, None) for name in COLUMNS["assignments"]}
        exposed_at = row.exposed_at if not as_of or (row.exposed_at and row.exposed_at <= as_of) else None
        yield known | {"record_id": anchors.get(row.candidate_id), "exposed_at": exposed_at}


def _outbox(session: Session, as_of: datetime | None) -> Iterator[Row]:
    query = select(OutboxMessage).order_by(OutboxMessage.planned_at, OutboxMessage.message_id)
    if as_of:
        query = query.where(OutboxMessage.planned_at <= as_of)
    for (message,) in _stream(session, query):
        row = {name: getattr(message, name) for name in COLUMNS["outbox"]}
        reason = message.reason or (message.refusal.both if message.refusal else None)
        yield row | {"channel": message.channel.value, "state": message.state.value, "reason": reason}


def _quarantine(session: Session, as_of: datetime | None) -> Iterator[Row]:
    query = select(QuarantinedRow).order_by(QuarantinedRow.received_at, QuarantinedRow.path, QuarantinedRow.member)
    if as_of:
        query = query.where(QuarantinedRow.received_at <= as_of)
    for (row,) in _stream(session, query):
        shown = {name: getattr(row, name, None) for name in COLUMNS["quarantine"]}
        yield shown | {"state": row.state.value, "quarantine_id": row.id, "member": row.member or None}


_LEARNED = tuple(name for name in COLUMNS["rates"] if name != "pooled")  # worked out from the others, by the action

_READERS: Mapping[str, Callable[[Session, datetime | None], Iterator[Row]]] = {
    "candidates": _candidates,
    "sources": _sources,
    "reviews": _reviews,
    "attempts": _attempts,
    "windows": _of_people(CallWindow, CallSlot, COLUMNS["windows"], "candidate_id", "rank"),
    "scores": _of_people(LostScore, ScoreBasis, COLUMNS["scores"], "candidate_id"),
    "rates": _plain(AnswerRate, _LEARNED, (AnswerRate.role_family, AnswerRate.weekday, AnswerRate.hour)),
    "causes": _of_people(CauseRow, CauseFinding, COLUMNS["causes"], "candidate_id"),
    "outbox": _outbox,
    "experiments": _readouts,
    "assignments": _assignments,
    "quarantine": _quarantine,
}
