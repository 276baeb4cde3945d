"""The life of a dropped file on disk: claimed, archived or put in quarantine; never lost, never taken twice.

Each step is safe to repeat and safe to be killed in: the database is written before a file moves, and what a killed pass
left half done is finished by the next one (:func:`settle_files`).
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ringback.errors import RingbackError, UsageError
from ringback.workspace import Workspace
from schemas.tables import IntakeFile
from schemas.words import FileState

IGNORED_PREFIXES = (".", "~$")
IGNORED_SUFFIXES = (".part", ".tmp", ".crdownload")
HELD = (FileState.CLAIMED, FileState.STORED, FileState.REFUSED, FileState.ARCHIVED, FileState.QUARANTINED)
CHUNK = 500
LONGEST_NAME_BYTES = 230  # a file name may have 255 bytes, and the reason file adds to it
SHORT_NAME = 40
REASON_SUFFIX = ".reason.json"


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


@dataclass(frozen=True, slots=True)
class _Seen:
    path: Path
    shown: str
    source: str
    sha256: str
    size_bytes: int


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
    folder = _folder(workspace, drop, source)
    paths = sorted(_candidates(folder, drop or workspace.drop, source))
    settled = [path for path in paths if _stands_still(path, workspace.settings.settle_seconds)]
    seen = [found for path in settled if (found := _look_at(path, drop or workspace.drop)) is not None]
    with workspace.writing() as session:
        files, known = _claim_rows(session, seen, drop or workspace.drop, now)
        _release_stale(session, seen, {file.intake_file_id for file in files}, drop or workspace.drop)
    return Claim(files=tuple(files), n_seen=len(seen), n_known=known, n_unsettled=len(paths) - len(seen))


def settle_files(workspace: Workspace, *, now: datetime, drop: Path | None = None) -> int:
    """Move every file whose fate is written down to where it belongs; return how many were moved.

    Stored files go to ``archive/<yyyy>/<mm>/<sha256>``, refused ones to ``quarantine/<source>/`` with their reason beside
    them, known ones leave the drop folder once the same bytes are safe elsewhere.
    """
    root = drop or workspace.drop
    pending = (FileState.STORED, FileState.REFUSED)
    with workspace.reading() as session:
        rows = session.scalars(select(IntakeFile).where(IntakeFile.state.in_(pending)).order_by(IntakeFile.id)).all()
    settled = [(row, _moved(workspace, root, row)) for row in rows]
    with workspace.writing() as session:
        for row, path in settled:
            state = FileState.ARCHIVED if row.state is FileState.STORED else FileState.QUARANTINED
            stored = None if path is None else str(path.relative_to(workspace.settings.home))
            session.execute(
                update(IntakeFile)
                .where(IntakeFile.id == row.id)
                .values(state=state, stored_path=stored, updated_at=now)
            )
    return len(settled) + _drop_known(workspace, root)


def _folder(workspace: Workspace, drop: Path | None, source: str | None) -> Path:
    root = drop or workspace.drop
    folder = root / source if source else root
    if source and Path(source).name != source:
        raise UsageError(f"Source {source!r} is not the name of a drop folder; sources in {root}: {_names(root)}.")
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}; sources in {root}: {_names(root)}. Make it, or check the name.")
    return folder


def _names(root: Path) -> str:
    found = sorted(path.name for path in root.iterdir() if path.is_dir()) if root.is_dir() else []
    return ", ".join(found) or "none yet"


def _candidates(folder: Path, root: Path, source: str | None) -> Iterator[Path]:
    """Yield regular files below the sources' folders; a file directly in the drop folder belongs to no source: skipped."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(_readable(Path(parent), name) for name in folders if not name.startswith(IGNORED_PREFIXES))
        if source is None and Path(parent) == root:
            continue
        for name in names:
            path = Path(parent) / name
            if not _is_ignored(name) and path.is_file() and not path.is_symlink():
                yield Path(parent) / _readable(Path(parent), name)


def _readable(parent: Path, name: str) -> str:
    """Return the name, renamed on disk first if it is not valid UTF-8 (archives unpacked from Chinese Windows are GBK)."""
    raw = os.fsencode(name)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        better = _shortened(raw.decode("gb18030", "replace").replace("\ufffd", "_"))
        while (parent / better).exists():
            better = _shortened(f"_{better}")
        (parent / name).rename(parent / better)
        return better
    return name


def _shortened(name: str) -> str:
    """Return a name that a file system takes: 汉字 have two bytes in GBK and three in UTF-8."""
    path = PurePath(name)
    room = LONGEST_NAME_BYTES - len(path.suffix.encode())
    return path.stem.encode()[:room].decode("utf-8", "ignore") + path.suffix if room > 0 else name[:SHORT_NAME]


def _is_ignored(name: str) -> bool:
    return name.startswith(IGNORED_PREFIXES) or name.lower().endswith(IGNORED_SUFFIXES)


def _stands_still(path: Path, settle_seconds: float) -> bool:
    """Tell whether size and mtime have stood still long enough.

    The change time counts as well, since copying tools set the mtime back; times in the future (a wrong clock on a file
    server) say nothing and are left out.
    """
    if settle_seconds <= 0:
        return True
    try:
        stat = path.stat()
    except OSError:
        return False
    wall = time.time()
    past = [moment for moment in (stat.st_mtime, stat.st_ctime) if moment <= wall]
    return not past or wall - max(past) >= settle_seconds


def _look_at(path: Path, root: Path) -> _Seen | None:
    """Return digest and size of a file, or None if it changed or vanished meanwhile."""
    try:
        before = path.stat()
        digest = digest_of(path)
        after = path.stat()
    except OSError:
        return None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return None
    shown = path.relative_to(root).as_posix()
    return _Seen(path, shown, shown.split("/", 1)[0], digest, after.st_size)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _claim_rows(session: Session, seen: Sequence[_Seen], root: Path, now: datetime) -> tuple[list[ClaimedFile], int]:
    held, sightings = _rows_of(session, {one.sha256 for one in seen})
    files: list[ClaimedFile] = []
    taken: set[str] = set()
    n_known = 0
    for one in seen:
        identity = _identity(one.sha256, one.size_bytes, one.shown)
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


def _release_stale(session: Session, seen: Sequence[_Seen], taken: set[int], root: Path) -> None:
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
    wanted = sorted(digests)
    for start in range(0, len(wanted), CHUNK):
        query = select(IntakeFile).where(IntakeFile.sha256.in_(wanted[start : start + CHUNK])).order_by(IntakeFile.id)
        for row in session.scalars(query):
            if row.state in HELD:
                held.setdefault(_identity(row.sha256, row.size_bytes, row.path), row)
            elif row.state is FileState.KNOWN:
                sightings[row.sha256, row.path] = row
    return held, sightings


def _identity(sha256: str, size_bytes: int, shown: str) -> str:
    """Return what makes a file the same file: its bytes; empty files are all alike, so for them it is their path."""
    return sha256 if size_bytes else f"{sha256} {shown}"


def _is_free(row: IntakeFile, one: _Seen, root: Path) -> bool:
    """Tell whether a killed pass left this claim open: at the same path, or at one where the file is no longer."""
    return row.state is FileState.CLAIMED and (row.path == one.shown or not (root / row.path).is_file())


def _row(one: _Seen, state: FileState, now: datetime) -> IntakeFile:
    return IntakeFile(
        sha256=one.sha256,
        source=one.source,
        path=one.shown,
        size_bytes=one.size_bytes,
        state=state,
        claimed_at=now,
        updated_at=now,
    )


def _moved(workspace: Workspace, root: Path, row: IntakeFile) -> Path | None:
    try:
        return _move(workspace, root, row)
    except OSError as error:
        raise RingbackError(
            f"{row.path} cannot be moved out of the drop folder ({error.strerror}: {error.filename})."
            " What was read from it is stored; correct owner, rights or space there and run ringback ingest again."
        ) from error


def _move(workspace: Workspace, root: Path, row: IntakeFile) -> Path | None:
    """Put one file where its row says; return where it is now, or None if its bytes are nowhere to be found.

    The bytes are looked for in the drop folder and, for a file that was mended in quarantine, where it waited.
    """
    if row.state is FileState.STORED:
        target = workspace.archive / f"{row.claimed_at:%Y}" / f"{row.claimed_at:%m}" / row.sha256
    else:
        target = _quarantine_path(workspace, row)
    places = [root / row.path, *([workspace.settings.home / row.stored_path] if row.stored_path else [])]
    origins = [place for place in places if place != target and has_bytes(place, row.sha256)]
    if not has_bytes(target, row.sha256):
        if not origins:
            return None  # replaced or taken away after it was read: what was read from it is stored
        target.parent.mkdir(parents=True, exist_ok=True)
        move_file(origins.pop(), target)
    for origin in origins:
        origin.unlink()
    if row.state is FileState.REFUSED:
        _write_reason(target, row)
    elif row.stored_path:
        reason_path(workspace.settings.home / row.stored_path).unlink(missing_ok=True)
    return target


def has_bytes(path: Path, sha256: str) -> bool:
    """Tell whether a file with this digest is there."""
    return path.is_file() and digest_of(path) == sha256


def _quarantine_path(workspace: Workspace, row: IntakeFile) -> Path:
    """Return where a refused file waits: its own path, with a piece of its digest if that is taken or too long.

    Taken is also the name of another file's reason, and a folder's: a file may come in that is called like one of them.
    """
    plain = workspace.quarantine / row.path
    for folder in list(plain.relative_to(workspace.quarantine).parents)[:-1][::-1]:
        if (workspace.quarantine / folder).is_file():  # a file waits where this one needs a folder
            plain = workspace.quarantine / row.source / plain.name
            break
    is_fit = len(plain.name.encode()) <= LONGEST_NAME_BYTES and not plain.name.endswith(REASON_SUFFIX)
    if is_fit and (not plain.exists() or has_bytes(plain, row.sha256)):
        return plain
    return plain.with_name(f"{plain.stem[:SHORT_NAME]}-{row.sha256[:8]}{plain.suffix[:10]}")


def move_file(origin: Path, target: Path) -> None:
    """Move across file systems without a moment in which only half of the file exists at the target."""
    try:
        origin.rename(target)
    except OSError:
        draft = target.with_name(f".{target.name}.part")
        shutil.copyfile(origin, draft)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(target)
        origin.unlink()


def reason_path(path: Path) -> Path:
    """Return where the reason of a file in quarantine stands: beside it."""
    return path.with_name(f"{path.name}{REASON_SUFFIX}")


def _write_reason(target: Path, row: IntakeFile) -> None:
    reason = {"code": row.code, "message": row.message, "hint": row.hint, "source": row.source, "path": row.path}
    beside = reason_path(target)
    draft = beside.with_name(f".{beside.name}.part")
    draft.write_text(json.dumps(reason, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    draft.replace(beside)


def _drop_known(workspace: Workspace, root: Path) -> int:
    """Take known duplicates out of the drop folder, once the same bytes rest in archive or quarantine."""
    with workspace.reading() as session:
        query = select(IntakeFile).where(IntakeFile.state == FileState.KNOWN, IntakeFile.stored_path.is_(None))
        waiting = [row for row in session.scalars(query) if (root / row.path).is_file()]
        homes = _resting_places(session, {row.sha256 for row in waiting})
    settled = []
    for row in waiting:
        origin = root / row.path
        if row.sha256 not in homes or not has_bytes(origin, row.sha256):
            continue
        home = workspace.settings.home / homes[row.sha256]
        if has_bytes(home, row.sha256):
            origin.unlink()
        else:  # somebody took the kept copy away: this one takes its place
            home.parent.mkdir(parents=True, exist_ok=True)
            move_file(origin, home)
        settled.append({"id": row.id, "stored_path": homes[row.sha256]})
    if settled:
        with workspace.writing() as session:
            session.execute(update(IntakeFile), settled)
    return len(settled)


def _resting_places(session: Session, digests: set[str]) -> dict[str, str]:
    """Return where each digest rests, relative to the home folder; digests that rest nowhere are absent."""
    wanted = sorted(digests)
    found: dict[str, str] = {}
    for start in range(0, len(wanted), CHUNK):
        query = select(IntakeFile).where(
            IntakeFile.sha256.in_(wanted[start : start + CHUNK]),
            IntakeFile.state.in_((FileState.ARCHIVED, FileState.QUARANTINED)),
        )
        for row in session.scalars(query):
            found[row.sha256] = row.stored_path or f"archive/{row.claimed_at:%Y/%m}/{row.sha256}"
    return found
