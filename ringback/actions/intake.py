"""The life of a dropped file on disk: claimed, archived or put in quarantine; never lost, never taken twice.

Each step is safe to repeat and safe to be killed in: the database is written before a file moves, and what a killed pass
left half done is finished by the next one (:func:`ringback.actions.settling.settle_files`).
"""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.drop_folder import SeenFile, astray, files_below, look_at, source_folder, stands_still
from ringback.store.parts import in_parts
from ringback.store.queries.intake import HELD, identity_of, latest_at
from ringback.workspace import Workspace
from schemas.tables import IntakeFile
from schemas.words import FileState


@dataclass(frozen=True, slots=True)
class ClaimedFile:
    """A file that this pass works on; ``path`` is on disk, ``shown`` is relative to the drop folder."""

    intake_file_id: int
    path: Path
    shown: str
    source: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a look into the drop folders found."""

    files: tuple[ClaimedFile, ...]
    n_seen: int
    n_known: int
    n_unsettled: int
    settle_seconds: float = 0.0
    astray: tuple[str, ...] = ()


@contextmanager
def one_pass_at_a_time(workspace: Workspace) -> Iterator[None]:
    """Hold the intake lock of this home folder; another process waits until the pass before it has ended.

    The lock dies with its process, so a killed pass never blocks the next one.
    """
    with (workspace.settings.home / ".intake.lock").open("w", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def claim_files(workspace: Workspace, *, now: datetime, drop: Path | None = None, source: str | None = None) -> Claim:
    """Write a row for every settled file in the drop folders; one transaction.

    Bytes that are held already (stored, archived, in quarantine, or twice in this look) become ``known``. A file that a
    killed pass had claimed is claimed again under the same row.

    Raises:
        UsageError: the drop folder or the source's folder does not exist.
    """
    folder = source_folder(workspace, drop, source)
    root, still = drop or workspace.drop, workspace.settings.settle_seconds
    paths = sorted(files_below(folder, root, source))
    unsettled = {path.relative_to(root).as_posix(): path for path in paths if not stands_still(path, still)}
    moved = (unsettled[shown] for shown in _put_back(workspace, list(unsettled)))
    arrived = {path for path in moved if stands_still(path, still, is_put_back=True)}
    settled = [path for path in paths if path in arrived or path.relative_to(root).as_posix() not in unsettled]
    seen = [found for path in settled if (found := look_at(path, root)) is not None]
    with workspace.writing() as session:
        files, known = _claim_rows(session, seen, root, now)
        _release_stale(session, seen, {file.intake_file_id for file in files}, root)
    return Claim(
        files=tuple(files),
        n_seen=len(seen),
        n_known=known,
        n_unsettled=len(paths) - len(seen),
        settle_seconds=still,
        astray=() if source else tuple(astray(folder)),
    )


def _put_back(workspace: Workspace, paths: Sequence[str]) -> set[str]:
    """Return those of these paths where the file lies that ``readmit`` moved there: it lies there whole."""
    with workspace.reading() as session:
        return {path for path, row in latest_at(session, paths).items() if row.state is FileState.READMITTED}


def _claim_rows(session: Session, seen: Sequence[SeenFile], root: Path, now: datetime) -> tuple[list[ClaimedFile], int]:
    held, sightings = _rows_of(session, {one.sha256 for one in seen})
    files: list[ClaimedFile] = []
    taken: set[str] = set()
    n_known = 0
    for one in seen:
        identity = identity_of(one.sha256, one.size_bytes, one.shown)
        row = held.get(identity)
        if row is None or (identity not in taken and _is_free(row, one, root)):
            row = row or _row(one, FileState.CLAIMED, now)
            row.path, row.source = one.shown, one.source
            session.add(row)
            session.flush()
            files.append(ClaimedFile(row.id, one.path, one.shown, one.source, one.sha256))
            held[identity] = row
            taken.add(identity)
            continue
        n_known += 1
        sighting = sightings.get((one.sha256, one.shown))
        if sighting is None:
            session.add(_row(one, FileState.KNOWN, now))
        else:
            sighting.stored_path = None  # dropped again: to be taken out of the drop folder again
    return files, n_known


def _release_stale(session: Session, seen: Sequence[SeenFile], taken: set[int], root: Path) -> None:
    """Forget claims of files that were replaced or taken away before they were read: nothing hangs on such a row."""
    digests = {one.shown: one.sha256 for one in seen}
    for row in session.scalars(select(IntakeFile).where(IntakeFile.state == FileState.CLAIMED)):
        is_replaced = digests.get(row.path, row.sha256) != row.sha256
        if row.id not in taken and (is_replaced or not (root / row.path).is_file()):
            session.delete(row)


def _rows_of(session: Session, digests: set[str]) -> tuple[dict[str, IntakeFile], dict[tuple[str, str], IntakeFile]]:
    """Return the row that holds each digest, and the rows of its further sightings by digest and path."""
    held: dict[str, IntakeFile] = {}
    sightings: dict[tuple[str, str], IntakeFile] = {}
    for some in in_parts(sorted(digests)):
        query = select(IntakeFile).where(IntakeFile.sha256.in_(some)).order_by(IntakeFile.id)
        for row in session.scalars(query):
            if row.state in HELD:
                held.setdefault(identity_of(row.sha256, row.size_bytes, row.path), row)
            elif row.state is FileState.KNOWN:
                sightings[row.sha256, row.path] = row
    return held, sightings


def _is_free(row: IntakeFile, one: SeenFile, root: Path) -> bool:
    """Tell whether a killed pass left this claim open: at the same path, or at one where the file is no longer."""
    return row.state is FileState.CLAIMED and (row.path == one.shown or not (root / row.path).is_file())


def _row(one: SeenFile, state: FileState, now: datetime) -> IntakeFile:
    return IntakeFile(
        sha256=one.sha256,
        source=one.source,
        path=one.shown,
        size_bytes=one.size_bytes,
        state=state,
        claimed_at=now,
        updated_at=now,
    )
