"""Bring an old pool in: CSV, JSON Lines or XLSX, through the same resolving as dropped resumes, a report row a row.

Rows are stored in chunks and resolved in chunks, each in one transaction; on PostgreSQL the one goes beside the other.
Killed anywhere and run again, known rows are recognised by their ``record_id`` and content, and the work goes on.
"""

from __future__ import annotations

import csv
import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update

from ringback.actions.import_rows import ColumnsSeen, Row, noting_columns, read_rows
from ringback.actions.pool.erasing import tomb_of
from ringback.actions.pool.rows import collector_paused, insert_rows
from ringback.actions.resolve import ResolveSummary, new_source_record, record_uid, resolve_pending
from ringback.actions.resolve_beside import ResolvingBeside
from ringback.identity.imported import ImportedRow, RefusedRow, read_row
from ringback.identity.imported_columns import ALIASES, COLUMNS, RowMapping, is_known_column
from ringback.identity.repeats import Identity, is_somebody_else
from ringback.rules.log_columns import nearest_columns, unknown_sentence
from ringback.store.engine import refresh_statistics, room_for_bulk
from ringback.store.parts import MOST_VALUES, in_parts
from schemas.tables import SourceRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from ringback.store.vault import Vault
    from ringback.workspace import Workspace

CHUNK_ROWS = 5_000
RESOLVE_CHUNK = 25_000
"""More than elsewhere: every chunk writes to most pages of the key index, so fewer chunks write less."""

MANY_RECORDS = 1_000
"""Fewer do not change what the database should know of its tables."""

_Content = ImportedRow | Mapping[str, Any]
"""What stands under a record id: a row of this file, or the profile that was stored before."""

OURS = {name: name for name in COLUMNS} | ALIASES
KEPT = "What stands in them is kept with the record, and nothing reads it."
REPORT_COLUMNS = ("row", "record_id", "outcome", "code", "message")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What became of one row: stored, updated (known id, other content), known (nothing new) or refused."""

    row: int
    record_id: str | None
    outcome: str
    code: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What an import did; the keys of ``ringback import candidates --json``. ``report`` has a line for each row.

    ``unknown_columns`` are columns that nothing reads, each with ours that may be meant (None: no name comes near); their
    values stay with the record. ``has_more_columns`` tells that there are others, which are not named.
    """

    rows: int = 0
    stored: int = 0
    updated: int = 0
    known: int = 0
    refused: int = 0
    candidates_new: int = 0
    candidates_updated: int = 0
    reviews_opened: int = 0
    seconds: float = 0.0
    report: str = ""
    unknown_columns: dict[str, str | None] = field(default_factory=dict)
    has_more_columns: bool = False

    @property
    def note(self) -> str:
        """What to say of the unknown columns; empty if there is none."""
        return unknown_sentence(self.unknown_columns, what_becomes=KEPT, has_more=self.has_more_columns)


def import_candidates(
    ws: Workspace,
    path: Path,
    *,
    mapping: Mapping[str, Any] | None = None,
    now: datetime,
    progress: Callable[[int, int], None] | None = None,
    report: Path | None = None,
) -> ImportSummary:
    """Store every row that names somebody, resolve all, and write the report (default: ``imports/`` in the home folder).

    The same file again changes nothing. A known ``record_id`` with other content is the same record, renewed.
    ``progress`` gets (rows stored or records resolved so far, total of that phase; 0 while the total is not known).

    Raises:
        UsageError: the file is missing or of a kind that is not imported.
    """
    started = time.monotonic()
    theirs = RowMapping.of(mapping)
    seen = ColumnsSeen(lambda name: is_known_column(name, theirs))
    rows = noting_columns(read_rows(path), seen)
    report = report or ws.settings.home / "imports" / f"{path.stem}-{_short_digest(path)}.csv"
    report.parent.mkdir(parents=True, exist_ok=True)
    counts = {"stored": 0, "updated": 0, "known": 0, "refused": 0}
    with room_for_bulk(ws.engine), report.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(REPORT_COLUMNS)
        with ResolvingBeside(ws, chunk=RESOLVE_CHUNK, now=now) as beside:
            for line in store_rows(ws, rows, mapping=theirs, now=now):
                counts[line.outcome] += 1
                writer.writerow((line.row, line.record_id or "", line.outcome, line.code, line.message))
                if sum(counts.values()) % CHUNK_ROWS == 0:
                    beside.go_on(counts["stored"] + counts["updated"])
                    if progress:
                        progress(sum(counts.values()), 0)
    resolved = beside.done + resolve_pending(ws, now=now, progress=progress, chunk=RESOLVE_CHUNK)
    if resolved.n_records >= MANY_RECORDS:
        refresh_statistics(ws.engine)
    seconds = time.monotonic() - started
    return _summary(counts, resolved, seconds=seconds, report=report, seen=seen)


def _summary(
    counts: Mapping[str, int],
    resolved: ResolveSummary,
    *,
    seconds: float,
    report: Path,
    seen: ColumnsSeen,
) -> ImportSummary:
    return ImportSummary(
        rows=sum(counts.values()),
        **counts,
        candidates_new=resolved.n_candidates_new,
        candidates_updated=resolved.n_candidates_updated,
        reviews_opened=resolved.n_reviews,
        seconds=round(seconds, 3),
        report=str(report),
        unknown_columns=nearest_columns(seen.unknown, OURS),
        has_more_columns=seen.has_more,
    )


ERASED = "This record was erased on request. If the person came in anew, give the row a record_id of its own."
USED_TWICE = (
    "record_id used twice in this file with different content: row {row} has it for another person. Nothing of this row was"
    " stored; give it an id of its own."
)
AGAIN = "the same as row {row}"
RENEWED = "row {row} of this file has the same record_id; this row's content stands"
SOMEBODY_ELSE = "this record_id had another name or other contacts before; it has these now"


def store_rows(
    ws: Workspace, rows: Iterator[tuple[int, Row | str]], *, mapping: RowMapping, now: datetime
) -> Iterator[ReportRow]:
    """Store the rows chunk by chunk, not yet resolved; give what became of each after its chunk is committed."""
    first_rows: dict[str, int] = {}
    while chunk := list(islice(rows, CHUNK_ROWS)):
        with collector_paused():
            read = [(number, _read(row, mapping)) for number, row in chunk]
            with ws.writing() as session:
                lines = _store_chunk(session, ws, read, now, first_rows=first_rows)
        yield from lines


def _read(row: Row | str, mapping: RowMapping) -> ImportedRow | RefusedRow:
    return RefusedRow(None, "invalid_row", row) if isinstance(row, str) else read_row(row, mapping)


def _store_chunk(
    session: Session,
    ws: Workspace,
    read: Sequence[tuple[int, ImportedRow | RefusedRow]],
    now: datetime,
    *,
    first_rows: dict[str, int],
) -> list[ReportRow]:
    accepted = [row.record_id for _, row in read if isinstance(row, ImportedRow)]
    standing = _stored(session, accepted)
    known = set(standing)
    erased = _erased(session, ws.vault, accepted)
    changed: dict[str, ImportedRow] = {}
    lines = []
    for number, row in read:
        if isinstance(row, RefusedRow):
            lines.append(ReportRow(number, row.record_id, "refused", row.code, row.message))
            continue
        if row.record_id in erased:
            lines.append(ReportRow(number, row.record_id, "refused", "erased", ERASED))
            continue
        line = _judge_row(number, row, standing.get(row.record_id), first_rows.get(row.record_id))
        lines.append(line)
        if line.outcome != "refused":
            first_rows.setdefault(row.record_id, number)
        if line.outcome in ("stored", "updated"):
            standing[row.record_id] = changed[row.record_id] = row
    _insert(session, ws, [row for record_id, row in changed.items() if record_id not in known], now)
    _renew(session, ws, [row for record_id, row in changed.items() if record_id in known], now)
    return lines


def _judge_row(number: int, row: ImportedRow, before: _Content | None, first_row: int | None) -> ReportRow:
    """Say what becomes of a row whose id has the content ``before``, in this file from ``first_row`` on."""
    notes = list(row.notes)
    if before is None:
        outcome = "stored"
    elif _row_hash(before) == row.row_hash:
        outcome = "known"
        notes += [AGAIN.format(row=first_row)] if first_row is not None else []
    else:
        outcome = "updated"
        is_other = is_somebody_else(_identity(before), Identity.of_row(row.parsed))
        if is_other and first_row is not None:
            return ReportRow(number, row.record_id, "refused", "duplicate_row", USED_TWICE.format(row=first_row))
        notes += [RENEWED.format(row=first_row)] if first_row is not None else []
        notes += [SOMEBODY_ELSE] if is_other else []
    return ReportRow(number, row.record_id, outcome, "note" if notes else "", "; ".join(notes))


def _row_hash(content: _Content) -> str:
    """Return the hash of the row that this came from; empty for a record that no import made."""
    if isinstance(content, ImportedRow):
        return content.row_hash
    return str((content.get("extra") or {}).get("row_hash", ""))


def _identity(content: _Content) -> Identity:
    return Identity.of_row(content.parsed) if isinstance(content, ImportedRow) else Identity.of_profile(content)


def _stored(session: Session, record_ids: Sequence[str]) -> dict[str, _Content]:
    """Return the content of the records that are stored already."""
    found: dict[str, _Content] = {}
    for some in in_parts(record_ids):
        query = select(SourceRecord.record_id, SourceRecord.profile).where(SourceRecord.record_id.in_(some))
        found.update(session.execute(query).tuples().all())
    return found


def _erased(session: Session, vault: Vault, record_ids: Sequence[str]) -> set[str]:
    """Return which of these records were erased: an import does not bring them back unawares."""
    found: set[str] = set()
    for some in in_parts(record_ids, MOST_VALUES // 2):  # each is looked for under two names
        known = {tomb_of(vault, record_id): record_id for record_id in some} | {one: one for one in some}
        query = select(SourceRecord.record_id).where(
            SourceRecord.record_id.in_(known), SourceRecord.erased_at.is_not(None)
        )
        found.update(known[one] for one in session.scalars(query))
    return found


def _columns(ws: Workspace, row: ImportedRow, now: datetime) -> dict[str, Any]:
    columns = new_source_record(
        ws,
        row.parsed,
        source=row.source,
        record_id=row.record_id,
        uid=record_uid(row.source, row.record_id, None),
        path=None,
        member=None,
        received_at=row.received_at or now,
        intake_file_id=None,
    )
    return columns | ({"timezone": row.timezone} if row.timezone else {})


def _insert(session: Session, ws: Workspace, rows: Sequence[ImportedRow], now: datetime) -> None:
    if not rows:
        return
    columns = [_columns(ws, row, now) for row in rows]
    names = tuple(columns[0])
    insert_rows(session, SourceRecord, names, (tuple(values[name] for name in names) for values in columns))


def _renew(session: Session, ws: Workspace, rows: Sequence[ImportedRow], now: datetime) -> None:
    """Give known records their new content; they wait to be resolved again, under the uid they have."""
    if not rows:
        return
    columns = [_columns(ws, row, now) for row in rows]
    names = [name for name in columns[0] if name not in ("uid", "record_id", "source")]
    session.connection().execute(
        update(SourceRecord)
        .where(SourceRecord.record_id == bindparam("b_record_id"))
        .values({name: bindparam(f"b_{name}") for name in names}),
        [{f"b_{name}": value for name, value in values.items()} for values in columns],
    )


def _short_digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()[:12]
