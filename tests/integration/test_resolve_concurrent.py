"""Two resolvers at once, and one that is killed: the pool comes out the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select

from ringback.actions.import_candidates import store_rows
from ringback.actions.resolve import resolve_pending
from ringback.identity.imported_columns import RowMapping
from ringback.identity.training.records import invent_records
from ringback.settings import Settings
from ringback.workspace import Workspace, open_workspace
from schemas.tables import Membership, SourceRecord

NOW = datetime(2026, 11, 1, tzinfo=UTC)
ROWS = [{k: v for k, v in row.items() if k not in ("person_id", "trap")} for row in invent_records(150, seed=31)]


def store(ws: Workspace) -> None:
    list(store_rows(ws, iter(enumerate(ROWS)), mapping=RowMapping(), now=NOW))


def people(ws: Workspace) -> dict[str, str]:
    query = select(SourceRecord.record_id, Membership.candidate_id).join(
        Membership, Membership.source_record_id == SourceRecord.id
    )
    with ws.reading() as session:
        return dict(session.execute(query).tuples().all())


def n_waiting(ws: Workspace) -> int:
    with ws.reading() as session:
        return session.scalar(select(func.count()).where(SourceRecord.resolved_at.is_(None))) or 0


def test_two_resolvers_at_once_give_the_pool_of_one(ws: Workspace, tmp_path: Any) -> None:
    alone = open_workspace(Settings(home=tmp_path / "alone", keys=ws.settings.keys_path))
    store(alone)
    resolve_pending(alone, now=NOW)
    store(ws)
    resolvers = [
        threading.Thread(target=resolve_pending, args=(ws,), kwargs={"now": NOW, "chunk": 11}) for _ in range(2)
    ]
    for resolver in resolvers:
        resolver.start()
    for resolver in resolvers:
        resolver.join()
    assert n_waiting(ws) == 0
    assert people(ws) == people(alone)
    alone.engine.dispose()


def test_a_killed_resolver_leaves_whole_chunks(ws: Workspace, tmp_path: Any) -> None:
    alone = open_workspace(Settings(home=tmp_path / "alone", keys=ws.settings.keys_path))
    store(alone)
    resolve_pending(alone, now=NOW)
    store(ws)
    program = textwrap.dedent(
        """
        import sys
        from datetime import UTC, datetime
        from pathlib import Path
        from ringback.actions.resolve import resolve_pending
        from ringback.settings import Settings
        from ringback.workspace import open_workspace
        ws = open_workspace(Settings(home=Path(sys.argv[1]), database_url=sys.argv[2] or None))
        resolve_pending(ws, now=datetime(2026, 11, 1, tzinfo=UTC), chunk=3, progress=lambda done, total: print(done, flush=True))
        """
    )
    arguments = [sys.executable, "-c", program, str(ws.settings.home), ws.settings.database_url or ""]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, cwd=os.getcwd())  # noqa: PTH109 (the checkout)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert 0 < n_waiting(ws) < len(ROWS)
    resolve_pending(ws, now=NOW)
    assert people(ws) == people(alone)
    alone.engine.dispose()
