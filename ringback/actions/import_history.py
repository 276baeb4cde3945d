"""Bring old call logs and behaviour in, dirty as they are: any order, the same call twice, empty dispositions.

Each input row ends as stored, known (its id is there already) or refused with a reason, and the report has a line for it.
After the rows, the standing of everybody they touch is worked out again from their whole history, oldest first, so that the
order of rows and files makes no difference.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.history_known import Said, otherwise, said_of, stored_under
from ringback.actions.history_rows import (
    ATTEMPT_COLUMNS,
    EVENT_COLUMNS,
    Parse,
    Place,
    RefusedLine,
    attempt_parser,
    channel_of,
    event_parser,
    instant_of,
    renamed_columns,
    text_of,
    texts_of,
)
from ringback.actions.import_rows import ColumnsSeen, Row, noting_columns, read_rows
from ringback.actions.import_times import LOOK_ROWS, Times, is_written_locally, with_windows
from ringback.actions.standing_history import replay_standing
from ringback.rules.log_columns import (
    NEEDED_OF_ATTEMPTS,
    NEEDED_OF_EVENTS,
    columns_hint,
    nearest_columns,
    unknown_sentence,
)
from ringback.store.parts import in_parts
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import Attempt, BehaviourEvent, Candidate, Membership, SourceRecord
from schemas.words import Channel

CHUNK_ROWS = 5_000
LEFT_OUT = "What stands in them is left out."
REPORT_COLUMNS = ("row", "id", "outcome", "code", "message")


@dataclass(frozen=True, slots=True)
class HistorySummary:
    """What an import did; the keys of ``ringback import attempts|events --json``.

    ``times`` is how the log's times were read: ``utc``, or ``local`` (the candidates' own clock). ``hint`` says what to do if
    no row could be taken. ``unknown_columns`` are columns that nothing reads, each with ours that may be meant (None: no name
    comes near); ``has_more_columns`` tells that there are others, which are not named.
    """

    rows: int = 0
    stored: int = 0
    known: int = 0
    refused: int = 0
    candidates_touched: int = 0
    candidates_moved: int = 0
    times: str = "utc"
    seconds: float = 0.0
    report: str = ""
    hint: str = ""
    unknown_columns: dict[str, str | None] = field(default_factory=dict)
    has_more_columns: bool = False

    @property
    def note(self) -> str:
        """What to say of the unknown columns; empty if there is none, or if the hint says it."""
        if self.hint:
            return ""
        return unknown_sentence(self.unknown_columns, what_becomes=LEFT_OUT, has_more=self.has_more_columns)

    @property
    def is_refused(self) -> bool:
        """Tell whether there were rows, and none of them could be taken."""
        return self.rows > 0 and self.refused == self.rows


Line = tuple[int, str, str, str, str]


def import_attempts(
    workspace: Workspace,
    path: Path,
    *,
    now: datetime,
    mapping: Mapping[str, Any] | None = None,
    progress: Callable[[int, int], None] | None = None,
    report: Path | None = None,
    times: Times = "auto",
) -> HistorySummary:
    """Store a log of calls and messages; the same ``event_id`` again is the same attempt.

    ``times`` says what clock ``started_at_utc`` is: ``utc`` or the candidates' ``local`` one; ``auto`` reads it as UTC unless
    the hours of the calls show that it is certainly local. A call in a window that the present plan drew at random counts
    as one, whoever made it.

    ``mapping`` renames their columns (``{"开始时间": "started_at_utc"}``, or the other way round; also under ``columns``)
    and, under ``dispositions``, gives our words for theirs.

    Raises:
        UsageError: the file is missing or of a kind that is not imported.
    """
    words = {**workspace.policy.imports.dispositions, **texts_of((mapping or {}).get("dispositions"))}
    is_local = times == "local" or (times == "auto" and _looks_local(workspace, path, mapping))
    parse = attempt_parser(words, now, is_local=is_local)
    done = _import(workspace, path, Attempt, parse, mapping, now, progress, report)
    return replace(done, times="local" if is_local else "utc")


def _looks_local(workspace: Workspace, path: Path, mapping: Mapping[str, Any] | None) -> bool:
    """Look at the calls at the head of a log before anything is stored."""
    renamed = renamed_columns(mapping, ATTEMPT_COLUMNS)
    head = [{renamed.get(k, k): v for k, v in row.items()}
            for _, row in islice(read_rows(path), LOOK_ROWS) if not isinstance(row, str)]  # fmt: skip
    calls = []
    with workspace.reading() as session:
        for some in in_parts(head, CHUNK_ROWS):
            places = _places(session, some)
            for row in some:
                place = places.get(text_of(row.get("record_id")) or text_of(row.get("candidate_id")) or "")
                at = instant_of(row.get("started_at_utc"))
                is_call = channel_of(row.get("channel")) == Channel.CALL
                if place is not None and at is not None and is_call:
                    calls.append((at, place.timezone))
    return is_written_locally(calls, workspace.policy.call_hours)


def import_events(
    workspace: Workspace,
    path: Path,
    *,
    now: datetime,
    mapping: Mapping[str, Any] | None = None,
    progress: Callable[[int, int], None] | None = None,
    report: Path | None = None,
) -> HistorySummary:
    """Store behaviour (JD views, opens, clicks, replies); the same event again is the same.

    Raises:
        UsageError: the file is missing or of a kind that is not imported.
    """
    return _import(workspace, path, BehaviourEvent, event_parser(now), mapping, now, progress, report)


def _import(
    workspace: Workspace,
    path: Path,
    model: type[Attempt | BehaviourEvent],
    parse: Parse,
    mapping: Mapping[str, Any] | None,
    now: datetime,
    progress: Callable[[int, int], None] | None,
    report: Path | None,
) -> HistorySummary:
    started = time.monotonic()
    ours = ATTEMPT_COLUMNS if model is Attempt else EVENT_COLUMNS
    renamed = renamed_columns(mapping, ours)
    seen = ColumnsSeen(lambda name: renamed.get(name, name) in ours)
    rows = noting_columns(read_rows(path), seen)
    report = report or workspace.settings.home / "imports" / f"{path.stem}-{model.__tablename__}.csv"
    report.parent.mkdir(parents=True, exist_ok=True)
    counts = {"stored": 0, "known": 0, "refused": 0}
    touched: set[str] = set()
    with report.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(REPORT_COLUMNS)
        while chunk := list(islice(rows, CHUNK_ROWS)):
            for line in _store_chunk(workspace, chunk, model, parse, renamed, touched, now):
                counts[line[2]] += 1
                writer.writerow(line)
            if progress:
                progress(sum(counts.values()), 0)
    moved = replay_standing(workspace, touched, now=now) if model is Attempt else 0
    return HistorySummary(
        rows=sum(counts.values()),
        stored=counts["stored"],
        known=counts["known"],
        refused=counts["refused"],
        candidates_touched=len(touched),
        candidates_moved=moved,
        seconds=round(time.monotonic() - started, 3),
        report=str(report),
        hint=_hint(model, [renamed.get(name, name) for name in seen.names], str(report), counts),
        unknown_columns=nearest_columns(seen.unknown, {name: name for name in sorted(ours)}),
        has_more_columns=seen.has_more,
    )


def _hint(model: type[Attempt | BehaviourEvent], found: Sequence[str], report: str, counts: Mapping[str, int]) -> str:
    """Return what to do about a log of which no row could be taken; nothing if one could, or there is none."""
    if not counts["refused"] or counts["stored"] or counts["known"]:
        return ""
    if model is Attempt:
        unlike = columns_hint(found, needed=NEEDED_OF_ATTEMPTS, known=ATTEMPT_COLUMNS)
    else:
        unlike = columns_hint(found, needed=NEEDED_OF_EVENTS, known=EVENT_COLUMNS)
    return unlike or f"The columns are there; {report} says of each row why it was refused."


def _store_chunk(
    workspace: Workspace,
    chunk: Sequence[tuple[int, Row | str]],
    model: type[Attempt | BehaviourEvent],
    parse: Parse,
    renamed: Mapping[str, str],
    touched: set[str],
    now: datetime,
) -> Iterator[Line]:
    rows = [(n, row if isinstance(row, str) else {renamed.get(k, k): v for k, v in row.items()}) for n, row in chunk]
    with workspace.writing() as session:
        places = _places(session, [row for _, row in rows if not isinstance(row, str)])
        parsed = [(n, row, _parsed(row, places, parse)) for n, row in rows]
        values: dict[str, dict[str, Any]] = {}
        for _, _, one in parsed:
            if isinstance(one, dict):
                values.setdefault(one["event_id"], one)  # the first line of an id is the one that is stored
        known = stored_under(session, model, list(values))
        new = [one for key, one in values.items() if key not in known]
        insert_new(
            session,
            model,
            [one | {"recorded_at": now} for one in with_windows(session, new)] if model is Attempt else new,
        )
    for number, row, one in parsed:
        if isinstance(one, RefusedLine):
            written = None if isinstance(row, str) else text_of(row.get("event_id"))
            yield number, written or "", "refused", one.code, one.message
        else:
            touched.add(one["candidate_id"])
            yield number, *_taken(one, known)


def _taken(one: dict[str, Any], known: dict[str, Said]) -> tuple[str, str, str, str]:
    """Return the rest of the report's line of a row that could be read; from here on its id is known."""
    event_id, said = one["event_id"], said_of(one)
    if event_id in known:
        message = otherwise(known[event_id], said)
        return event_id, "known", "note" if message else "", message
    known[event_id] = said
    return event_id, "stored", "", ""


def _parsed(row: Row | str, places: Mapping[str, Place], parse: Parse) -> dict[str, Any] | RefusedLine:
    if isinstance(row, str):
        return RefusedLine("invalid_row", row)
    key = text_of(row.get("record_id")) or text_of(row.get("candidate_id"))
    if key is None:
        return RefusedLine("no_record", "record_id and candidate_id are both empty; whose row is it?")
    place = places.get(key)
    if place is None:
        return RefusedLine("unknown_record", f"no record or candidate {key!r}; import the candidates first")
    return parse(row, place)


def _places(session: Session, rows: Sequence[Row]) -> dict[str, Place]:
    """Return candidate and record of every id that the rows name, in two queries."""
    records = {text for row in rows if (text := text_of(row.get("record_id")))}
    people = sorted({text for row in rows if (text := text_of(row.get("candidate_id")))})
    names = sorted({*records, *people})  # other systems call the id of their record the candidate's
    query = (
        select(SourceRecord.record_id, Membership.candidate_id, SourceRecord.id, Candidate.timezone)
        .join(Membership, Membership.source_record_id == SourceRecord.id)
        .join(Candidate, Candidate.candidate_id == Membership.candidate_id)
        .where(SourceRecord.record_id.in_(names))
    )
    found = {record_id: Place(*place) for record_id, *place in session.execute(query)}
    merged = session.execute(
        select(Candidate.candidate_id, Candidate.merged_into, Candidate.timezone).where(
            Candidate.candidate_id.in_(people)
        )
    )
    for candidate_id, into, timezone in merged:
        found.setdefault(candidate_id, Place(into or candidate_id, None, timezone))
    return found
