"""What the ingest pass behind a ``readmit`` made of the files that went back to the drop folders."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import select

from ringback.actions.readmit import ReadmitResult
from ringback.store.parts import in_parts
from ringback.store.queries.intake import latest_at
from ringback.workspace import Workspace
from schemas.tables import IntakeFile, QuarantinedRow, SourceRecord
from schemas.words import FileState, QuarantineState

FOR_NOBODY = (
    "所填联系方式未加上，不知属于哪一份 / the contact you gave was added to none of them: whose it is, nothing says"
)
NOT_READ_YET = (FileState.READMITTED, FileState.CLAIMED)


@dataclass(slots=True)
class _Found:
    """What is known of files by their number: their state, how many resumes they gave, what waits of them."""

    latest: dict[str, IntakeFile] = field(default_factory=dict)
    n_resumes: Counter[int] = field(default_factory=Counter)
    waiting: dict[int, list[QuarantinedRow]] = field(default_factory=lambda: defaultdict(list))


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
        for numbers in in_parts([file.id for file in found.latest.values()]):
            stored = select(SourceRecord.intake_file_id).where(SourceRecord.intake_file_id.in_(numbers))
            found.n_resumes.update(filter(None, session.scalars(stored)))
            waits = QuarantinedRow.intake_file_id.in_(numbers), QuarantinedRow.state == QuarantineState.OPEN
            for row in session.scalars(select(QuarantinedRow).where(*waits).order_by(QuarantinedRow.id)):
                found.waiting[row.intake_file_id or 0].append(row)
    return found


def _followed(one: ReadmitResult, found: _Found, path: str | None) -> ReadmitResult:
    file = found.latest.get(path) if path else None
    if one.outcome != "dropped" or file is None or file.state in NOT_READ_YET:
        return one
    if file.state is FileState.KNOWN:
        return replace(one, message="已重读，与已收下的文件相同 / read again: the same file is in the pool already")
    n_resumes, waiting = found.n_resumes[file.id], found.waiting[file.id]
    parts = []
    if n_resumes or not waiting:
        parts.append(
            f"收入 {n_resumes} 份简历 / read again: {n_resumes} resume{'s' if n_resumes != 1 else ''} taken in"
        )
    if one.has_contact and n_resumes > 1:
        parts.append(FOR_NOBODY)
    if waiting:
        listed = ", ".join(f"#{row.id} ({row.code})" for row in waiting)
        parts.append(f"又被隔离 / put aside again as {listed}: {waiting[0].message}")
    message = f"已重读，{'; '.join(parts)}"
    return replace(one, message=message, n_resumes=n_resumes, waits_as=tuple(row.id for row in waiting))
