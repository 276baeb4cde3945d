"""Mended files and rows come out of quarantine and in again."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.ingest import ingest
from flows.naming import run_name
from flows.words import in_words
from ringback.reports.intake import readmit_sentence
from schemas.forms import ReadmitForm
from tasks import readmit as steps


@flow(name="readmit", flow_run_name=run_name("readmit"), persist_result=False)
@in_words
def readmit(chosen: ReadmitForm) -> State[None]:
    """Take mended files and rows in again: 重新接收隔离的简历.

    A held resume is stored with the phone or mail you add; a file goes back to its drop folder and is read again.

    Args:
        chosen: 哪些、补充什么 / which, and what is added to them.
    """
    results = steps.readmit_rows_and_files(
        ids=chosen.ids,
        code=chosen.code or None,
        phones=[chosen.phone] if chosen.phone else [],
        emails=[chosen.email] if chosen.email else [],
    )
    ingest()
    results = steps.look_again(results)
    steps.publish_readmitted(results)
    return Completed(message=readmit_sentence(results))
