"""The steps of the flow ``ingest``; see ``ringback.actions.ingest`` for what each promises."""

from __future__ import annotations

from collections.abc import Sequence

from prefect.logging import get_run_logger

from ringback.actions import ingest as actions
from ringback.actions.ingest import IngestSummary
from ringback.actions.intake import Claim, ClaimedFile
from ringback.actions.intake import claim_files as claim
from ringback.actions.resolve import ResolveSummary, resolve_pending
from ringback.actions.settling import settle_files as settle
from ringback.actions.storing import FileVerdict
from ringback.actions.storing import store_verdicts as store
from ringback.readers.pool import ReaderPool
from ringback.reports.intake import MOST_ROWS, intake_markdown, intake_sentence, quarantine_markdown
from ringback.store.queries.counts import quarantine_by_code
from ringback.store.queries.quarantine import latest_waiting
from schemas.records import Reading
from tasks.publish import ProgressBar, publish_markdown
from tasks.steps import Parcel, now, step, workspace


@step()
def finish_interrupted() -> ResolveSummary:
    """Finish what a killed pass left half done: files are moved where their rows say, stored records get their place."""
    moved = settle(workspace(), now=now())
    resolved = resolve_pending(workspace(), now=now())
    get_run_logger().info("finished earlier work: %d files moved, %d records resolved", moved, resolved.n_records)
    return resolved


@step()
def claim_files(source: str | None) -> Parcel[Claim]:
    """Write a row for each file that has settled in the drop folders."""
    found = claim(workspace(), now=now(), source=source)
    get_run_logger().info(
        "%d to read, %d known, %d still being written", len(found.files), found.n_known, found.n_unsettled
    )
    return Parcel(found)


@step()
def read_files(readers: ReaderPool, files: Parcel[list[ClaimedFile]]) -> Parcel[list[Reading]]:
    """Read one batch in the reader processes."""
    readings = actions.read_files(readers, files.content)
    n_resumes = sum(len(reading.resumes) for reading in readings)
    get_run_logger().info("read %d files: %d resumes", len(readings), n_resumes)
    return Parcel(readings)


@step()
def validate_readings(files: Parcel[list[ClaimedFile]], readings: Parcel[list[Reading]]) -> Parcel[list[FileVerdict]]:
    """Judge one batch with the Great Expectations suite."""
    verdicts = actions.validate_readings(workspace(), files.content, readings.content, now=now())
    get_run_logger().info("%d accepted, %d put aside", *_counts(verdicts))
    return Parcel(verdicts)


@step()
def store_verdicts(verdicts: Parcel[list[FileVerdict]]) -> int:
    """Write one batch down in one transaction."""
    stored = store(workspace(), verdicts.content, now=now())
    get_run_logger().info("stored %d new records", stored)
    return stored


@step()
def resolve_records() -> ResolveSummary:
    """Give each new record its place in the pool."""
    resolved = resolve_pending(workspace(), now=now())
    get_run_logger().info(
        "%d new candidates, %d updated, %d pairs to review",
        resolved.n_candidates_new,
        resolved.n_candidates_updated,
        resolved.n_reviews,
    )
    return resolved


@step()
def archive_files() -> int:
    """Move the originals of the batch to the archive or to quarantine."""
    moved = settle(workspace(), now=now())
    get_run_logger().info("%d files moved", moved)
    return moved


def publish_intake(summary: IngestSummary) -> None:
    """Leave what came in by source, and everything that waits in quarantine."""
    if summary.files_seen or summary.files_astray:
        publish_markdown("intake", intake_markdown(summary), intake_sentence(summary))
    publish_quarantine()


def publish_quarantine() -> None:
    """Leave what waits for a person, with the ids that ``readmit`` and ``dismiss`` take."""
    with workspace().reading() as session:
        latest, counts = latest_waiting(session, limit=MOST_ROWS), quarantine_by_code(session)
    page = quarantine_markdown(latest, counts=counts, timezone=workspace().settings.timezone)
    publish_markdown("quarantine", page, f"{sum(counts.values())} 份待处理 / waiting for a person")


def progress_of(n_files: int) -> ProgressBar | None:
    """Return a progress bar for a pass that takes long enough to watch."""
    return ProgressBar("intake-progress", f"读取 {n_files} 个文件 / reading {n_files} files") if n_files else None


def _counts(verdicts: Sequence[FileVerdict]) -> tuple[int, int]:
    return sum(len(v.accepted) for v in verdicts), sum(len(v.refusals) for v in verdicts)
