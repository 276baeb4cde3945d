"""A real ``ringback import candidates``, killed between storing the rows and resolving them: run again, the pool is the same."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from ringback.identity.training.records import invent_records
from ringback.workspace import Workspace
from schemas.tables import Membership, SourceRecord
from tests.standins.homes import RINGBACK, environment, open_home, ringback


def counts(ws: Workspace) -> tuple[int, int]:
    """Return how many records are stored, and how many of them have a place in the pool."""
    with ws.reading() as session:
        stored = session.scalar(select(func.count()).select_from(SourceRecord)) or 0
        return stored, session.scalar(select(func.count()).select_from(Membership)) or 0


def people_of(pool: dict[str, str]) -> set[frozenset[str]]:
    """Return which records are one person; ids follow from when a record was received, and so from the run."""
    people: dict[str, set[str]] = {}
    for record_id, candidate_id in pool.items():
        people.setdefault(candidate_id, set()).add(record_id)
    return {frozenset(records) for records in people.values()}


def pool_in(ws: Workspace) -> dict[str, str]:
    query = select(SourceRecord.record_id, Membership.candidate_id).join(
        Membership, Membership.source_record_id == SourceRecord.id
    )
    with ws.reading() as session:
        return dict(session.execute(query).tuples().all())


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_an_import_killed_between_insert_and_resolve_goes_on(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = str(request.getfixturevalue("postgres_url")) if database == "postgres" else None
    variables = {"RINGBACK_DATABASE_URL": url} if url else {}
    rows: list[dict[str, Any]] = invent_records(1_500, seed=21)
    file = tmp_path / "pool.jsonl"
    file.write_text(
        "\n".join(json.dumps({k: v for k, v in r.items() if k not in ("person_id", "trap")}) for r in rows), "utf-8"
    )
    whole, home = tmp_path / "whole", tmp_path / "home"
    assert ringback(whole, "import", "candidates", str(file)).returncode == 0
    assert ringback(home, "db", "upgrade", **variables).returncode == 0
    ws = open_home(home, **({"database_url": url} if url else {}))
    process = subprocess.Popen(
        [*RINGBACK, "import", "candidates", str(file)],
        env=environment(home, **variables),
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while counts(ws)[0] == 0 and time.monotonic() < until:
        time.sleep(0.01)
    process.kill()
    process.wait()
    stored, placed = counts(ws)
    assert stored == len(rows)
    assert placed == 0, "the blow came too late to test anything"
    done = ringback(home, "import", "candidates", str(file), "--json", **variables)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["known"] == len(rows)
    assert counts(ws) == (len(rows), len(rows))
    undisturbed = open_home(whole)
    assert people_of(pool_in(ws)) == people_of(pool_in(undisturbed))
    for one in (ws, undisturbed):
        one.engine.dispose()
