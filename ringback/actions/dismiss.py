"""Taking off the list what needs nobody's attention any more: an invoice, a file that came again in a better copy.

Nothing is deleted: the file stays in quarantine, and ``readmit`` with its id calls it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ringback.actions.readmit import ReadmitResult, chosen_rows
from ringback.errors import UsageError
from ringback.workspace import Workspace
from schemas.words import QuarantineState

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
    """Mark quarantined files and rows as seen and not wanted; return what was taken off the list.

    Raises:
        UsageError: nothing was chosen, or an id does not wait.
    """
    if not ids and not code:
        raise UsageError(
            "Say what to take off the list: ids (see: ringback quarantine) or --code, such as not_a_resume."
        )
    with workspace.writing() as session:
        rows = chosen_rows(session, ids, code, source)
        for row in rows:
            row.state, row.decided_at, row.decided_by = QuarantineState.DISMISSED, now, actor
        return [ReadmitResult(row.id, row.path, row.member or None, "dismissed", KEPT) for row in rows]
