"""A filled pool of any older revision, brought to the newest: what was in it is in it, and paths of any length are found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, select, text

from ringback.actions.export import export_rows
from ringback.actions.followup import log_call
from ringback.actions.import_candidates import store_rows
from ringback.actions.learn import nightly
from ringback.actions.resolve import resolve_pending
from ringback.identity.imported_columns import RowMapping
from ringback.identity.training.records import invent_records
from ringback.store.engine import writing
from ringback.store.schema import MIGRATIONS, upgrade
from ringback.workspace import Workspace
from schemas.tables import Base, Candidate, IntakeFile
from schemas.words import CallOutcome, FileState
from tests.standins.homes import on_both, workspaces

DAY = timedelta(days=1)
INDEX = "ix_intake_file_path"
LONG_PATH = "direct/" + "/".join(sha256(bytes([number])).hexdigest() for number in range(100))
NUMBERED = {"score", "score_basis", "call_window", "call_slot", "cause", "cause_finding"}
"""What a night says; revision 0006 numbers the sentences that people share anew."""
REVISIONS = ("0008", "0005", "0003", "0002")


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def fill(ws: Workspace, now: datetime) -> None:
    """Put people, merges, calls, a night with its messages and reminders, and files into a pool."""
    people = invent_records(30, seed=51, with_text=True)
    for row in people:
        del row["person_id"], row["trap"]
    list(store_rows(ws, iter(enumerate(people)), mapping=RowMapping(), now=now - 9 * DAY))
    resolve_pending(ws, now=now - 9 * DAY)
    with ws.reading() as session:
        ids = list(session.scalars(select(Candidate.candidate_id).where(Candidate.merged_into.is_(None)).limit(3)))
    for candidate_id, outcome in zip(
        ids, (CallOutcome.NO_ANSWER, CallOutcome.BUSY, CallOutcome.CALL_LATER), strict=True
    ):
        log_call(ws, candidate=candidate_id, outcome=outcome, now=now - 2 * DAY)
    nightly(ws, as_of=now)
    with ws.writing() as session:
        for number, path in enumerate(("direct/one.pdf", LONG_PATH)):
            session.add(
                IntakeFile(sha256=f"{number:064}", source="direct", path=path, size_bytes=1, state=FileState.KNOWN,
                           claimed_at=now, updated_at=now)
            )  # fmt: skip


def content(ws: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of every table, each as column and value, and of what a night says the sentences."""
    found: dict[str, list[dict[str, Any]]] = {}
    with ws.reading() as session:
        for table in (one for one in Base.metadata.sorted_tables if one.name not in NUMBERED):
            rows = [dict(row) for row in session.execute(select(table)).mappings()]
            found[table.name] = sorted(rows, key=lambda row: str([row[key.name] for key in table.primary_key]))
    for what in ("windows", "scores", "causes"):
        found[what] = [
            row | {"p_miss": None} for row in export_rows(ws, what)
        ]  # older revisions do not know that chance
    return found


def alembic(ws: Workspace, step: Any, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with writing(ws.engine).begin() as connection:
        config.attributes["connection"] = connection
        step(config, revision)


@on_both
def test_a_filled_pool_of_any_revision_is_whole_after_the_upgrade(ws: Workspace, now: datetime) -> None:
    fill(ws, now)
    before = content(ws)
    filled = ("attempt", "intake_file", "outbox_message", "pair_edge", "record_key", "reminder", "windows", "scores")
    assert all(before[table] for table in filled)
    for revision in REVISIONS:
        alembic(ws, command.downgrade, revision)
        assert INDEX not in {index["name"] for index in inspect(ws.engine).get_indexes("intake_file")}
        upgrade(ws.engine)
        assert content(ws) == before, revision
        if ws.engine.dialect.name == "postgresql":
            with ws.reading() as session:
                made = session.scalar(text("SELECT indexdef FROM pg_indexes WHERE indexname = :name"), {"name": INDEX})
            assert "USING hash (path)" in str(made)  # an ordinary one takes no path as long as this one
    with ws.reading() as session:
        assert session.scalars(select(IntakeFile.path).where(IntakeFile.path == LONG_PATH)).one() == LONG_PATH
    nightly(ws, as_of=now)
    assert content(ws).keys() == before.keys()
