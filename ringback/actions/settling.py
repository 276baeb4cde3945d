"""Files whose fate is written down go where they belong: archive, quarantine, or out of the drop folder."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ringback.actions.drop_folder import LONGEST_NAME_BYTES, SHORT_NAME
from ringback.errors import RingbackError
from ringback.store.files import digest_of, has_bytes, move_file
from ringback.store.parts import in_parts
from ringback.workspace import Workspace
from schemas.tables import IntakeFile
from schemas.words import FileState

REASON_SUFFIX = ".reason.json"


def settle_files(workspace: Workspace, *, now: datetime, drop: Path | None = None) -> int:
    """Move every file whose fate is written down to where it belongs; return how many were moved.

    Stored files go to ``archive/<yyyy>/<mm>/<sha256>``, refused ones to ``quarantine/<source>/`` with their reason beside
    them, known ones leave the drop folder once the same bytes are safe elsewhere, readmitted ones go back to it.
    """
    root = drop or workspace.drop
    n_put_back = _put_all_back(workspace)
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
    return n_put_back + len(settled) + _drop_known(workspace, root)


def put_back(workspace: Workspace, number: int) -> None:
    """Move a readmitted file from quarantine to its path in the drop folder, where it may lie already, and write that down.

    Raises:
        RingbackError: the file cannot be moved; the next pass tries again.
    """
    with workspace.reading() as session:
        row = session.get_one(IntakeFile, number)
    path, waiting = row.path, workspace.settings.home / (row.stored_path or "")
    if waiting.is_file():
        try:
            path = free_path(workspace.drop, path, digest_of(waiting))
            target = workspace.drop / path
            target.parent.mkdir(parents=True, exist_ok=True)
            move_file(waiting, target)
        except OSError as error:
            raise RingbackError(
                f"{row.path} cannot be moved back to the drop folder ({error.strerror}: {error.filename})."
                " Correct owner, rights or space there and run ringback ingest: it is moved and read then."
            ) from error
    reason_path(waiting).unlink(missing_ok=True)
    with workspace.writing() as session:
        session.execute(update(IntakeFile).where(IntakeFile.id == number).values(path=path, stored_path=None))


def free_path(drop: Path, path: str, sha256: str) -> str:
    """Return the path where a file was dropped, with a piece of its digest if another lies there by now."""
    place = drop / path
    try:
        if not place.exists() or has_bytes(place, sha256):
            return path
    except OSError:  # what lies there cannot be read: it is another one's
        pass
    return str(Path(path).with_name(f"{place.stem[:SHORT_NAME]}-{sha256[:8]}{place.suffix[:10]}"))


def _put_all_back(workspace: Workspace) -> int:
    """Finish what a killed ``readmit`` began."""
    with workspace.reading() as session:
        half_done = IntakeFile.state == FileState.READMITTED, IntakeFile.stored_path.is_not(None)
        numbers = session.scalars(select(IntakeFile.id).where(*half_done).order_by(IntakeFile.id)).all()
    n_moved = 0
    for number in numbers:
        with suppress(
            RingbackError
        ):  # said by the readmission; tried again by each pass, which goes on with the others
            put_back(workspace, number)
            n_moved += 1
    return n_moved


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
    found: dict[str, str] = {}
    for some in in_parts(sorted(digests)):
        query = select(IntakeFile).where(
            IntakeFile.sha256.in_(some),
            IntakeFile.state.in_((FileState.ARCHIVED, FileState.QUARANTINED)),
        )
        for row in session.scalars(query):
            found[row.sha256] = row.stored_path or f"archive/{row.claimed_at:%Y/%m}/{row.sha256}"
    return found
