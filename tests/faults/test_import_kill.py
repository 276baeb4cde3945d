"""A real ``ringback import candidates``, killed between storing the rows and resolving them: run again, the pool is the same."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from ringback.identity.training.people import invent_records
from schemas.tables import Membership, SourceRecord
from tests.standins.homes import RINGBACK, environment, open_home, ringback


def counts(home: Path) -> tuple[int, int]:
    """Return how many records are stored, and how many of them have a place in the pool."""
    if not (home / "ringback.db").exists():
        return 0, 0
    ws = open_home(home)
    try:
        with ws.reading() as session:
            stored = session.scalar(select(func.count()).select_from(SourceRecord)) or 0
            return stored, session.scalar(select(func.count()).select_from(Membership)) or 0
    finally:
        ws.engine.dispose()


def pool_at(home: Path) -> dict[str, str]:
    ws = open_home(home)
    query = select(SourceRecord.record_id, Membership.candidate_id).join(
        Membership, Membership.source_record_id == SourceRecord.id
    )
    try:
        with ws.reading() as session:
            return dict(session.execute(query).tuples().all())
    finally:
        ws.engine.dispose()


def test_an_import_killed_between_insert_and_resolve_goes_on(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = invent_records(1_500, seed=21)
    file = tmp_path / "pool.jsonl"
    file.write_text(
        "\n".join(json.dumps({k: v for k, v in r.items() if k not in ("person_id", "trap")}) for r in rows), "utf-8"
    )
    whole, home = tmp_path / "whole", tmp_path / "home"
    assert ringback(whole, "import", "candidates", str(file)).returncode == 0
    assert ringback(home, "db", "upgrade").returncode == 0
    process = subprocess.Popen(
        [*RINGBACK, "import", "candidates", str(file)],
        env=environment(home),
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while counts(home)[0] == 0 and time.monotonic() < until:
        time.sleep(0.01)
    process.kill()
    process.wait()
    stored, placed = counts(home)
    assert stored == len(rows)
    assert placed == 0, "the blow came too late to test anything"
    done = ringback(home, "import", "candidates", str(file), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["known"] == len(rows)
    assert counts(home) == (len(rows), len(rows))
    assert len(set(pool_at(home).values())) == len(set(pool_at(whole).values()))
