"""Bring old call logs and behaviour in, dirty as they are: any order, the same call twice, empty dispositions.

Each input row ends as stored, known (its id is there already) or refused with a reason, and the report has a line for it.
After the rows, the standing of everybody they touch is worked out again from their whole history, oldest first, so that the
order of rows and files makes no difference.
"""

from __future__ import annotations

import csv
import hashlib
import math
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.import_rows import Row, read_rows
from ringback.actions.import_times import LOOK_ROWS, Times, from_local, is_written_locally, with_windows
from ringback.actions.standing_history import replay_standing
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import Attempt, BehaviourEvent, Candidate, Membership, SourceRecord
from schemas.words import Channel, Direction, Disposition

CHUNK_ROWS = 5_000
REPORT_COLUMNS = ("row", "id", "outcome", "code", "message")
LONGEST_WORD = 100  # of the columns for ids and names that others made
LONGEST_EVENT = 40
ATTEMPT_COLUMNS = frozenset(
    {"event_id", "record_id", "candidate_id", "channel", "direction", "started_at_utc", "agent_id", "disposition",
     "duration_sec", "template_id", "note"}
)  # fmt: skip
EVENT_COLUMNS = frozenset({"event_id", "record_id", "candidate_id", "at_utc", "event", "machine"})
TRUE_WORDS = frozenset({"1", "true", "yes", "y", "t"})


@dataclass(frozen=True, slots=True)
class HistorySummary:
    """What an import did; the keys of ``ringback import attempts|events --json``.

    ``times`` is how the log's times were read: ``utc``, or ``local`` (the candidates' own clock).
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

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Refused:
    code: str
    message: str


Line = tuple[int, str, str, str, str]


class Place(NamedTuple):
    """A candidate, the record that history hangs on, and the candidate's zone."""

    candidate_id: str
    record: int | None
    timezone: str


Parse = Callable[[Row, Place], dict[str, Any] | _Refused]


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
    words = {**workspace.policy.imports.dispositions, **_texts((mapping or {}).get("dispositions"))}
    is_local = times == "local" or (times == "auto" and _looks_local(workspace, path, mapping))
    parse = _attempt_parser(words, now, is_local=is_local)
    done = _import(workspace, path, Attempt, parse, mapping, now, progress, report)
    return replace(done, times="local" if is_local else "utc")


def _looks_local(workspace: Workspace, path: Path, mapping: Mapping[str, Any] | None) -> bool:
    """Look at the calls at the head of a log before anything is stored."""
    renamed = _renamed(mapping, ATTEMPT_COLUMNS)
    head = [{renamed.get(k, k): v for k, v in row.items()}
            for _, row in islice(read_rows(path), LOOK_ROWS) if not isinstance(row, str)]  # fmt: skip
    calls = []
    with workspace.reading() as session:
        for start in range(0, len(head), CHUNK_ROWS):
            some = head[start : start + CHUNK_ROWS]
            places = _places(session, some)
            for row in some:
                place = places.get(_text(row.get("record_id")) or _text(row.get("candidate_id")) or "")
                at = _instant(row.get("started_at_utc"))
                is_call = (_text(row.get("channel")) or Channel.CALL.value).lower() == Channel.CALL.value
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
    return _import(workspace, path, BehaviourEvent, _parse_event, mapping, now, progress, report)


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
    rows = read_rows(path)
    renamed = _renamed(mapping, ATTEMPT_COLUMNS if model is Attempt else EVENT_COLUMNS)
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
    moved = replay_standing(workspace, touched) if model is Attempt else 0
    return HistorySummary(
        rows=sum(counts.values()),
        stored=counts["stored"],
        known=counts["known"],
        refused=counts["refused"],
        candidates_touched=len(touched),
        candidates_moved=moved,
        seconds=round(time.monotonic() - started, 3),
        report=str(report),
    )


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
        values = {one["event_id"]: one for _, _, one in parsed if isinstance(one, dict)}
        ids = list(values)
        known = set(session.scalars(select(model.event_id).where(model.event_id.in_(ids))))
        new = [one for key, one in values.items() if key not in known]
        insert_new(
            session,
            model,
            [one | {"recorded_at": now} for one in with_windows(session, new)] if model is Attempt else new,
        )
    for number, _, one in parsed:
        if isinstance(one, _Refused):
            yield number, "", "refused", one.code, one.message
        else:
            touched.add(one["candidate_id"])
            outcome = "known" if one["event_id"] in known else "stored"
            known.add(one["event_id"])
            yield number, one["event_id"], outcome, "", ""


def _parsed(row: Row | str, places: Mapping[str, Place], parse: Parse) -> dict[str, Any] | _Refused:
    if isinstance(row, str):
        return _Refused("invalid_row", row)
    key = _text(row.get("record_id")) or _text(row.get("candidate_id"))
    if key is None:
        return _Refused("no_record", "record_id and candidate_id are both empty; whose attempt is it?")
    place = places.get(key)
    if place is None:
        return _Refused("unknown_record", f"no record or candidate {key!r}; import the candidates first")
    return parse(row, place)


def _places(session: Session, rows: Sequence[Row]) -> dict[str, Place]:
    """Return candidate and record of every id that the rows name, in two queries."""
    records = sorted({text for row in rows if (text := _text(row.get("record_id")))})
    people = sorted({text for row in rows if (text := _text(row.get("candidate_id")))})
    query = (
        select(SourceRecord.record_id, Membership.candidate_id, SourceRecord.id, Candidate.timezone)
        .join(Membership, Membership.source_record_id == SourceRecord.id)
        .join(Candidate, Candidate.candidate_id == Membership.candidate_id)
        .where(SourceRecord.record_id.in_(records))
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


def _attempt_parser(words: Mapping[str, str], now: datetime, *, is_local: bool) -> Parse:
    spoken = {word.upper(): ours for word, ours in words.items()}

    def parse(row: Row, place: Place) -> dict[str, Any] | _Refused:
        at = _instant(row.get("started_at_utc"))
        if at is None:
            return _Refused(
                "invalid_row", f"started_at_utc {row.get('started_at_utc')!r} is no time like 2026-11-22T06:05:00Z"
            )
        if is_local:
            at = from_local(at, place.timezone)
        if at > now:
            return _Refused("invalid_row", f"started_at_utc {at:%Y-%m-%d %H:%M} lies in the future")
        word = (_text(row.get("disposition")) or Disposition.UNKNOWN.value).upper()
        word = spoken.get(word, word)
        if word not in Disposition.__members__:
            return _Refused(
                "unknown_disposition", f"{word!r} is not known; map it: dispositions: {{{word}: NO_ANSWER}}"
            )
        channel = (_text(row.get("channel")) or Channel.CALL.value).lower()
        direction = (_text(row.get("direction")) or Direction.OUT.value).lower()
        if channel not in list(Channel) or direction not in list(Direction):
            return _Refused("invalid_row", f"channel {channel!r} or direction {direction!r} is not known")
        agent = _short(_text(row.get("agent_id")))
        identity = (place.candidate_id, channel, direction, at.isoformat(), word, agent or "")
        return {
            "event_id": _event_id("attempt", row.get("event_id"), identity),
            "candidate_id": place.candidate_id,
            "source_record_id": place.record,
            "channel": Channel(channel),
            "direction": Direction(direction),
            "started_at": at,
            "disposition": Disposition(word),
            "agent_id": agent,
            "duration_seconds": _number(row.get("duration_sec")),
            "template_id": _short(_text(row.get("template_id"))),
            "note": _text(row.get("note")),
        }

    return parse


def _parse_event(row: Row, place: Place) -> dict[str, Any] | _Refused:
    at, word = _instant(row.get("at_utc")), (_text(row.get("event")) or "").lower()
    if at is None or not 0 < len(word) <= LONGEST_EVENT:
        return _Refused(
            "invalid_row", f"at_utc {row.get('at_utc')!r} or event {row.get('event')!r} is missing or not usable"
        )
    return {
        "event_id": _event_id("event", row.get("event_id"), (place.candidate_id, word, at.isoformat())),
        "candidate_id": place.candidate_id,
        "source_record_id": place.record,
        "at": at,
        "event": word,
        "is_machine": str(row.get("machine") or "").strip().lower() in TRUE_WORDS,
    }


def _renamed(mapping: Mapping[str, Any] | None, ours: Collection[str]) -> dict[str, str]:
    """Return our name for each of their columns; a mapping may be written in either direction."""
    given = _texts((mapping or {}).get("columns") or mapping)
    return {
        (theirs if theirs not in ours else name): (name if theirs not in ours else theirs)
        for name, theirs in given.items()
    }


def _digest(kind: str, identity: Sequence[str]) -> str:
    return f"{kind}-{hashlib.blake2b('|'.join(identity).encode(), digest_size=12).hexdigest()}"


def _text(value: Any) -> str | None:
    """Return a cell as text that every database takes (no NUL, no half of a surrogate pair); None for an empty one."""
    text = "" if value is None else str(value).replace("\x00", "").encode("utf-8", "replace").decode().strip()
    return text or None


def _short(text: str | None) -> str | None:
    return text[:LONGEST_WORD] if text else None


def _event_id(kind: str, written: Any, identity: Sequence[str]) -> str:
    """Return their id of an event, a digest of it if it is too long for a column, or one of what makes the event."""
    text = _text(written)
    if text is None:
        return _digest(kind, identity)
    return text if len(text) <= LONGEST_WORD else _digest(kind, (text,))


def _texts(table: Any) -> dict[str, str]:
    return {str(k): str(v) for k, v in (table or {}).items() if isinstance(v, str)}


def _number(value: Any) -> float | None:
    try:
        number = float(_text(value) or "nan")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _instant(value: Any) -> datetime | None:
    """Return an aware UTC instant; a time without a zone is UTC, as the column's name says."""
    if isinstance(value, datetime):
        moment = value
    else:
        text = _text(value)
        try:
            moment = datetime.fromisoformat(text) if text else None  # type: ignore[assignment]
        except ValueError:
            return None
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:  # the first or last day of the calendar, in another zone
        return None
