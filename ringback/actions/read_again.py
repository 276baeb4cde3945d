"""What the ingest pass behind a ``readmit`` made of the files that went back to the drop folders."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select

from ringback.actions.readmit import WAITING, ReadmitResult
from ringback.store.parts import in_parts
from ringback.store.queries.intake import holders_of, latest_at
from ringback.workspace import Workspace
from schemas.tables import IntakeFile, QuarantinedRow, SourceRecord
from schemas.words import FileState, QuarantineState

FOR_NOBODY = (
    "所填联系方式未加上，不知属于哪一份 / the contact you gave was added to none of them: whose it is, nothing says"
)
IN_QUARANTINE = (FileState.QUARANTINED, FileState.REFUSED)
NOT_READ_YET = (FileState.READMITTED, FileState.CLAIMED)


@dataclass(slots=True)
class _Found:
    """What is known of files by their number: their state, how many resumes they gave, what waits of them or was dismissed.

    ``held`` has the file of the same bytes that one is a further sighting of.
    """

    latest: dict[str, IntakeFile] = field(default_factory=dict)
    n_resumes: Counter[int] = field(default_factory=Counter)
    held: dict[int, IntakeFile] = field(default_factory=dict)
    waiting: dict[int, list[QuarantinedRow]] = field(default_factory=lambda: defaultdict(list))
    dismissed: dict[int, list[QuarantinedRow]] = field(default_factory=lambda: defaultdict(list))


def read_again(workspace: Workspace, results: Sequence[ReadmitResult]) -> list[ReadmitResult]:
    """Return the results with what became of the files that were read again; one not read yet stays as it is."""
    dropped = [one.quarantine_id for one in results if one.outcome == "dropped"]
    paths = _paths_of(workspace, dropped)
    found = _look(workspace, sorted(set(paths.values())))
    return [_followed(one, found, paths.get(one.quarantine_id)) for one in results]


def _paths_of(workspace: Workspace, numbers: Sequence[int]) -> dict[int, str]:
    """Return where the files of these quarantine rows went: another file may lie at the place of the first drop."""
    with workspace.reading() as session:
        return {
            number: path
            for some in in_parts(numbers)
            for number, path in session.execute(
                select(QuarantinedRow.id, IntakeFile.path)
                .join(IntakeFile, IntakeFile.id == QuarantinedRow.intake_file_id)
                .where(QuarantinedRow.id.in_(some))
            )
        }


def _look(workspace: Workspace, paths: Sequence[str]) -> _Found:
    found = _Found()
    with workspace.reading() as session:
        found.latest = latest_at(session, paths)
        found.held = holders_of(session, [file for file in found.latest.values() if file.state is FileState.KNOWN])
        for numbers in in_parts([file.id for file in (*found.latest.values(), *found.held.values())]):
            stored = select(SourceRecord.intake_file_id).where(SourceRecord.intake_file_id.in_(numbers))
            found.n_resumes.update(filter(None, session.scalars(stored)))
            waits = QuarantinedRow.intake_file_id.in_(numbers), QuarantinedRow.state.in_(WAITING)
            for row in session.scalars(select(QuarantinedRow).where(*waits).order_by(QuarantinedRow.id)):
                rows = found.waiting if row.state is QuarantineState.OPEN else found.dismissed
                rows[row.intake_file_id or 0].append(row)
    return found


def _followed(one: ReadmitResult, found: _Found, path: str | None) -> ReadmitResult:
    file = found.latest.get(path) if path else None
    if one.outcome != "dropped" or file is None or file.state in NOT_READ_YET:
        return one
    if file.state is FileState.KNOWN:
        return _known_already(one, found, found.held.get(file.id))
    n_resumes, waiting = found.n_resumes[file.id], found.waiting[file.id]
    parts = []
    if n_resumes or not waiting:
        parts.append(
            f"收入 {n_resumes} 份简历 / read again: {n_resumes} resume{'s' if n_resumes != 1 else ''} taken in"
        )
    if one.has_contact and n_resumes > 1:
        parts.append(FOR_NOBODY)
    if waiting:
        listed = _listed(waiting)
        parts.append(f"又被隔离 / put aside again as {listed}: {waiting[0].message}")
    message = f"已重读，{'; '.join(parts)}"
    return replace(one, message=message, n_resumes=n_resumes, waits_as=tuple(row.id for row in waiting))


def _known_already(one: ReadmitResult, found: _Found, held: IntakeFile | None) -> ReadmitResult:
    """Say where the same bytes are: in the pool, in quarantine, or both of a file of several people."""
    waiting = found.waiting[held.id] if held else []
    dismissed = found.dismissed[held.id] if held else []
    parts = []
    if held is None or held.state not in IN_QUARANTINE:
        parts.append("与已收下的文件相同 / read again: the same file is in the pool already")
    elif dismissed and not waiting:
        parts.append(f"与已撤下的文件相同 / read again: the same file was dismissed as {_listed(dismissed)}")
    if waiting:
        parts.append(
            f"相同的文件在隔离区 / the same file waits in quarantine as {_listed(waiting)}: {waiting[0].message}"
        )
    return replace(one, message=f"已重读，{'; '.join(parts)}", waits_as=tuple(row.id for row in waiting))


def _listed(rows: Sequence[QuarantinedRow]) -> str:
    return ", ".join(f"#{row.id} ({row.code})" for row in rows)
