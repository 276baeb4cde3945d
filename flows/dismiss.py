"""What nobody needs leaves the quarantine list."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from schemas.forms import DismissForm
from tasks import readmit as steps
from tasks.ingest import publish_quarantine


@flow(name="dismiss", flow_run_name=run_name("dismiss"), persist_result=False)
@in_words
def dismiss(chosen: DismissForm) -> State[None]:
    """Take files and rows off the quarantine list: 忽略隔离的文件.

    An invoice, or a file that came again in a better copy. Nothing is deleted; readmit with its id calls it back.

    Args:
        chosen: 哪些 / which.
    """
    n = steps.dismiss_rows_and_files(ids=chosen.ids, code=chosen.code or None)
    publish_quarantine()
    return Completed(message=f"已从清单去掉 {n} 份 / {n} off the list")
