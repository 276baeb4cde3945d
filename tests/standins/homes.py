"""Homes and people that tests of the walk begin with, the command line as a process, and a pool as a value to compare."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from ringback.actions.settling import REASON_SUFFIX
from ringback.settings import Settings
from ringback.store.files import digest_of
from ringback.workspace import Workspace, open_workspace
from schemas.tables import Candidate, ContactPoint, IntakeFile, Membership, QuarantinedRow, SourceRecord
from schemas.words import ContactKind, ContactState, Status

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "demo"
INBOX = DEMO / "inbox"
RINGBACK = (sys.executable, "-c", "from ringback.cli import run; run()")


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a command that works in ``home`` and knows no other setting."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("RINGBACK_")}
    return ours | {"RINGBACK_HOME": str(home), "RINGBACK_SETTLE_SECONDS": "0", "PYTHONPATH": str(ROOT)} | more


def ringback(home: Path, *arguments: str, timeout: float = 120, **more: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        [*RINGBACK, *arguments],
        env=environment(home, **more),
        cwd=home.parent,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def open_home(home: Path, **more: Any) -> Workspace:
    """Open a home as a test does: nothing waits to settle, one reader."""
    return open_workspace(Settings(home=home, **{"settle_seconds": 0, "readers": 1} | more))


def fill_inbox(home: Path) -> None:
    """Drop the demo inputs."""
    shutil.copytree(INBOX, home / "drop", dirs_exist_ok=True)


def truth() -> list[dict[str, Any]]:
    """Return what the demo inputs hold, a row a resume or bad file."""
    return [json.loads(line) for line in (DEMO / "truth.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def ingested_home() -> Path:
    """Return a home into which one undisturbed ``ringback ingest`` has taken the demo inputs; made once a process.

    Copy it (:func:`copy_of_ingested`) before anything is changed. What the command printed lies beside it.
    """
    base = Path(tempfile.mkdtemp(prefix="ringback-ingested-"))
    atexit.register(shutil.rmtree, base, ignore_errors=True)
    home = base / "home"
    fill_inbox(home)
    done = ringback(home, "ingest", "--json")
    assert done.returncode == 0, done.stderr
    (base / "stdout.json").write_text(done.stdout, encoding="utf-8")
    return home


def ingest_summary() -> dict[str, Any]:
    """Return what that command printed."""
    summary: dict[str, Any] = json.loads((ingested_home().parent / "stdout.json").read_text(encoding="utf-8"))
    return summary


def copy_of_ingested(folder: Path) -> Path:
    """Return a copy of :func:`ingested_home` below ``folder``, to be changed freely."""
    return Path(shutil.copytree(ingested_home(), folder / "home"))


@cache
def empty_home() -> Path:
    """Return a home with schema and keyset and nothing else: making one takes half a second, copying it none."""
    base = Path(tempfile.mkdtemp(prefix="ringback-empty-"))
    atexit.register(shutil.rmtree, base, ignore_errors=True)
    open_home(base / "home").engine.dispose()
    return base / "home"


def workspaces(request: pytest.FixtureRequest, folder: Path) -> Iterator[Workspace]:
    """Give an empty workspace on SQLite, or on PostgreSQL for a test that :data:`on_both` databases runs on."""
    settings = Settings(home=folder / "home", settle_seconds=0, readers=1)
    if getattr(request, "param", "sqlite") == "postgres":
        settings = settings.model_copy(update={"database_url": request.getfixturevalue("postgres_url")})
    else:
        shutil.copytree(empty_home(), settings.home)
    workspace = open_workspace(settings)
    yield workspace
    workspace.engine.dispose()


on_both = pytest.mark.parametrize("ws", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)


@dataclass(frozen=True)
class Pool:
    """A pool without its random ids: equal pools hold the same people, put aside the same and left the same files."""

    people: frozenset[tuple[frozenset[str], str | None]]
    contacts: dict[str, int]
    quarantined: frozenset[tuple[str, str, str]]
    digests: dict[str, int]
    left_in_drop: int


def pool_of(ws: Workspace) -> Pool:
    """Describe the pool of a workspace."""
    with ws.reading() as session:
        members: dict[str, set[str]] = {}
        joined = select(Membership.candidate_id, SourceRecord.record_id).join(
            SourceRecord, SourceRecord.id == Membership.source_record_id
        )
        for candidate_id, record_id in session.execute(joined):
            members.setdefault(candidate_id, set()).add(record_id)
        names = dict(session.execute(select(Candidate.candidate_id, Candidate.name)).tuples().all())
        contacts = Counter(kind.value for (kind,) in session.execute(select(ContactPoint.kind)))
        quarantined = session.execute(select(QuarantinedRow.path, QuarantinedRow.member, QuarantinedRow.code)).all()
        unresolved = session.scalar(select(SourceRecord.id).where(SourceRecord.resolved_at.is_(None)))
    assert unresolved is None, "a record waits to be resolved"
    return Pool(
        people=frozenset((frozenset(ids), names[one]) for one, ids in members.items()),
        contacts=dict(contacts),
        quarantined=frozenset((row.path, row.member, row.code) for row in quarantined),
        digests=dict(Counter(resting_digests(ws))),
        left_in_drop=sum(1 for path in ws.drop.rglob("*") if path.is_file()),
    )


def resting_digests(ws: Workspace) -> list[str]:
    """Return the digest of every file in archive and quarantine, reasons left out."""
    return [
        digest_of(path)
        for folder in (ws.archive, ws.quarantine)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not (path.name.endswith(REASON_SUFFIX) and folder == ws.quarantine)
    ]


def files(ws: Workspace) -> list[IntakeFile]:
    """Return every sighting of a file, oldest first."""
    with ws.reading() as session:
        return list(session.scalars(select(IntakeFile).order_by(IntakeFile.id)))


def add_person(
    ws: Workspace,
    candidate_id: str = "person-1",
    *,
    at: datetime,
    name: str = "孟知夏",
    role_family: str = "sales",
    phones: Sequence[str] = ("+8613900001111",),
    emails: Sequence[str] = ("zhixia@example.com",),
    timezone: str = "Asia/Shanghai",
    **columns: Any,
) -> str:
    """Put one person into the pool, as resolving would have; return the id."""
    with ws.writing() as session:
        session.add(
            Candidate(
                **{
                    "candidate_id": candidate_id,
                    "status": Status.NEW,
                    "role_family": role_family,
                    "source": "zhaopin",
                    "name": name,
                    "title": "销售经理",
                    "language": "zh",
                    "timezone": timezone,
                    "created_at": at,
                    "updated_at": at,
                }
                | columns
            )
        )
        session.flush()
        for kind, values in ((ContactKind.PHONE, phones), (ContactKind.EMAIL, emails)):
            for rank, value in enumerate(values):
                tail = ws.vault.blind("phone_tail", value[-4:]) if kind is ContactKind.PHONE else None
                session.add(
                    ContactPoint(
                        candidate_id=candidate_id,
                        kind=kind,
                        value=value,
                        blind=ws.vault.blind(kind.value, value),
                        tail_blind=tail,
                        state=ContactState.UNVERIFIED,
                        rank=rank,
                        first_seen_at=at,
                        updated_at=at,
                    )
                )
    return candidate_id


def person(ws: Workspace, candidate_id: str = "person-1") -> Candidate:
    """Return the person as they stand now."""
    with ws.reading() as session:
        return session.get_one(Candidate, candidate_id)


def rows(ws: Workspace, model: type[Any], *order: Any) -> list[Any]:
    """Return all rows of a table."""
    with ws.reading() as session:
        return list(session.scalars(select(model).order_by(*order)))
