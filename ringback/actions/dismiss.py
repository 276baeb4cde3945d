"""Taking off the list what needs nobody's attention any more: an invoice, a file that came again in a better copy.

Nothing is deleted: the file stays in quarantine, and ``readmit`` with its id calls it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update

from ringback.actions.readmit import WAITING, ReadmitResult, chosen_rows
from ringback.errors import UsageError
from ringback.store.parts import in_parts
from ringback.workspace import Workspace
from schemas.tables import QuarantinedRow
from schemas.words import QuarantineState

TAKEN = "刚被重新接收，未改动 / taken in again meanwhile; nothing was changed"
KEPT = "已从清单去掉，文件仍在隔离区 / off the list; the file stays in quarantine"


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
        still_waits = update(QuarantinedRow).where(QuarantinedRow.state.in_(WAITING))
        marked = still_waits.values(state=QuarantineState.DISMISSED, decided_at=now, decided_by=actor)
        marked = marked.returning(QuarantinedRow.id).execution_options(synchronize_session=False)
        dismissed: set[int] = set()
        for some in in_parts([row.id for row in rows]):
            dismissed.update(session.scalars(marked.where(QuarantinedRow.id.in_(some))))
        return [
            ReadmitResult(row.id, row.path, row.member or None, "dismissed", KEPT)
            if row.id in dismissed
            else ReadmitResult(row.id, row.path, row.member or None, "readmitted", TAKEN)
            for row in rows
        ]
