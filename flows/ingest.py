"""From dropped files to people in the pool."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import Annotated

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed
from pydantic import Field

from flows.naming import run_name
from flows.words import in_words
from ringback.actions.ingest import batches_of, summarise
from ringback.actions.intake import one_pass_at_a_time
from ringback.actions.readers import open_readers
from ringback.reports.intake import intake_sentence
from tasks import ingest as steps
from tasks.steps import Parcel, workspace


@flow(name="ingest", flow_run_name=run_name("ingest", about="source"), persist_result=False)
@in_words
def ingest(source: Annotated[str | None, Field(examples=["zhaopin", "liepin"])] = None) -> State[None]:
    """Take resumes in from the drop folders: 收简历.

    Files are read, checked, joined into one pool of people and archived. What cannot be read or accepted goes to
    quarantine with a reason. Safe to run at any time and as often as you like.

    Args:
        source: 只收一个来源（投递文件夹名），不填则全部 / one drop folder only, such as zhaopin; empty means all.
    """
    started = monotonic()
    with one_pass_at_a_time(workspace()), open_readers(workspace()) as readers:
        resolved = [steps.finish_interrupted()]
        claim = steps.claim_files(source).content
        show = steps.progress_of(len(claim.files))
        verdicts = []
        for batch in batches_of(claim.files, workspace().policy.reading.batch_files):
            files = Parcel(batch)
            judged = steps.validate_readings(files, steps.read_files(readers, files))
            steps.store_verdicts(judged)
            resolved.append(steps.resolve_records())
            steps.archive_files()
            verdicts += judged.content
            if show:
                show(len(verdicts), len(claim.files))
        steps.archive_files()
    summary = replace(summarise(claim, verdicts, resolved), seconds=round(monotonic() - started, 3))
    steps.publish_intake(summary)
    return Completed(message=intake_sentence(summary))
