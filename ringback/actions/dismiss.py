"""Taking off the list what needs nobody's attention any more: an invoice, a file that came again in a better copy.

Nothing is deleted: the file stays in quarantine, and ``readmit`` with its id calls it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update

from ringback.actions.readmit import ReadmitResult, chosen_rows
from ringback.errors import UsageError
from ringback.store.parts import in_parts
from ringback.workspace import Workspace
from schemas.tables import QuarantinedRow
from schemas.words import QuarantineState

TAKEN = "刚被重新接收，未改动 / taken in again meanwhile; nothing was changed"
KEPT = "已从清单去掉，文件仍在隔离区 / off the list; the file stays in quarantine"
OFF_ALREADY = "之前已从清单去掉，未改动 / was off the list already; nothing was changed"


def dismiss(
    workspace: Workspace,
    *,
    now: datetime,
    ids: Sequence[int] = (),
    code: str | None = None,
    source: str | None = None,
    actor: str = "recruiter",
) -> list[ReadmitResult]:
    """Mark quarantined files and rows as seen and not wanted; return what became of each.

    What was taken off before keeps who decided it and when: its outcome is ``unchanged``.

    Raises:
        UsageError: nothing was chosen, or an id does not wait.
    """
    if not ids and not code:
        raise UsageError(
            "Say what to take off the list: ids (see: ringback quarantine) or --code, such as not_a_resume."
        )
    with workspace.writing() as session:
        rows = chosen_rows(session, ids, code, source)
        # asked again by the database: on PostgreSQL somebody may have taken one of them in since it was looked for
        still_open = update(QuarantinedRow).where(QuarantinedRow.state == QuarantineState.OPEN)
        marked = still_open.values(state=QuarantineState.DISMISSED, decided_at=now, decided_by=actor)
        marked = marked.returning(QuarantinedRow.id).execution_options(synchronize_session=False)
        dismissed: set[int] = set()
        for some in in_parts([row.id for row in rows]):
            dismissed.update(session.scalars(marked.where(QuarantinedRow.id.in_(some))))
        return [ReadmitResult(row.id, row.path, row.member or None, *_became(row, dismissed)) for row in rows]


def _became(row: QuarantinedRow, dismissed: set[int]) -> tuple[str, str]:
    """Return the outcome and its sentence of a row as it was when it was chosen."""
    if row.id in dismissed:
        return "dismissed", KEPT
    return ("unchanged", OFF_ALREADY) if row.state == QuarantineState.DISMISSED else ("readmitted", TAKEN)
