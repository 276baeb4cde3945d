"""On PostgreSQL resolving goes by index, whatever the statistics say: just after an import they are of empty tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, event, select, text, update

from ringback.actions.import_candidates import MANY_RECORDS, import_candidates, store_rows
from ringback.actions.resolve import resolve_pending
from ringback.identity.imported_columns import RowMapping
from ringback.identity.training.records import invent_records
from ringback.settings import Settings
from ringback.workspace import Workspace, open_workspace
from schemas.tables import Membership, SourceRecord

NOW = datetime(2026, 11, 1, tzinfo=UTC)
ROWS = [{k: v for k, v in row.items() if k not in ("person_id", "trap")} for row in invent_records(200, seed=41)]


@pytest.fixture
def postgres_ws(postgres_url: str, settings: Settings) -> Iterator[Workspace]:
    workspace = open_workspace(settings.model_copy(update={"database_url": postgres_url}))
    yield workspace
    workspace.engine.dispose()


def store(ws: Workspace, rows: list[dict[str, Any]]) -> None:
    list(store_rows(ws, iter(enumerate(rows)), mapping=RowMapping(), now=NOW))


def read_whole(ws: Workspace) -> dict[str, int]:
    """Return how often each table was read from end to end; a closed connection has handed its counts in."""
    ws.engine.dispose()
    engine = create_engine(ws.engine.url)
    with engine.connect() as connection:
        counts = connection.execute(text("SELECT relname, seq_scan FROM pg_stat_user_tables")).tuples().all()
    engine.dispose()
    return dict(counts)


@pytest.mark.postgres
def test_one_record_is_resolved_without_reading_a_whole_table(postgres_ws: Workspace) -> None:
    store(postgres_ws, ROWS[20:])
    resolve_pending(postgres_ws, now=NOW)
    store(postgres_ws, ROWS[:20])
    before = read_whole(postgres_ws)
    resolve_pending(postgres_ws, now=NOW, chunk=1)
    assert read_whole(postgres_ws) == before
    with postgres_ws.reading() as session:
        assert len(session.scalars(select(Membership.source_record_id)).all()) == len(ROWS)


@pytest.mark.postgres
def test_an_import_leaves_statistics(postgres_ws: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "pool.csv"
    file.write_text("record_id,name\n" + "\n".join(f"r{i},张{i}" for i in range(MANY_RECORDS)), "utf-8")
    import_candidates(postgres_ws, file, now=NOW)
    with postgres_ws.reading() as session:
        analysed = text("SELECT relname FROM pg_stat_user_tables WHERE last_analyze IS NOT NULL")
        assert {"source_record", "record_key", "candidate"} <= set(session.scalars(analysed))


@pytest.mark.postgres
def test_resolving_beside_storing_comes_to_the_same_people(
    postgres_ws: Workspace, sqlite_ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pool.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    whole = import_candidates(sqlite_ws, file, now=NOW)
    monkeypatch.setattr("ringback.actions.import_candidates.CHUNK_ROWS", 20)
    monkeypatch.setattr("ringback.actions.import_candidates.RESOLVE_CHUNK", 30)
    beside = import_candidates(postgres_ws, file, now=NOW)
    assert (beside.rows, beside.stored) == (whole.rows, whole.stored)
    assert people_of(postgres_ws) == people_of(sqlite_ws)


def people_of(ws: Workspace) -> dict[str, str]:
    """Return the person of each record by its uid; a person's id is made from a uid, so it is the same everywhere."""
    with ws.reading() as session:
        query = select(SourceRecord.uid, Membership.candidate_id).join(
            Membership, Membership.source_record_id == SourceRecord.id
        )
        return dict(session.execute(query).tuples().all())


@pytest.mark.postgres
def test_many_rows_are_changed_by_one_statement(postgres_ws: Workspace) -> None:
    store(postgres_ws, ROWS)
    statements: list[str] = []
    event.listen(postgres_ws.engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    resolve_pending(postgres_ws, now=NOW, chunk=len(ROWS) // 2 + 1)
    changes = [sql for sql in statements if sql.startswith(("UPDATE", "DELETE"))]
    assert any("UPDATE candidate" in sql for sql in changes)
    assert all("unnest" in sql for sql in changes)


@pytest.mark.postgres
def test_a_record_that_is_being_renewed_is_resolved_with_its_new_content(postgres_ws: Workspace) -> None:
    store(postgres_ws, ROWS)
    renewing = update(SourceRecord).where(SourceRecord.record_id == ROWS[0]["record_id"]).values(resolved_at=None)
    with postgres_ws.writing() as session:
        session.execute(renewing)
        assert resolve_pending(postgres_ws, now=NOW).n_records == len(ROWS) - 1
    assert resolve_pending(postgres_ws, now=NOW).n_records == 1
