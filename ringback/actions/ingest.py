"""From dropped files to people in the pool: read, validate, store, resolve, archive.

:func:`ingest_drop` walks the whole way for the command line; the flow ``ingest`` walks the same steps as Prefect tasks. Each
step may be killed and repeated: claiming is written before reading, storing is one transaction a batch, files move last.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from ringback.actions.intake import Claim, ClaimedFile, claim_files, one_pass_at_a_time
from ringback.actions.kept_contacts import add_kept
from ringback.actions.readers import open_readers
from ringback.actions.resolve import ResolveSummary, resolve_pending
from ringback.actions.settling import settle_files
from ringback.actions.storing import FileVerdict, store_verdicts
from ringback.readers.pool import ReaderPool, ReadJob
from ringback.store.files import has_bytes
from ringback.store.parts import in_parts
from ringback.workspace import Workspace
from schemas.records import ParsedResume, Reading, Unreadable

Progress = Callable[[int, int], None]
E164_PATTERN = r"\+[1-9]\d{6,14}"


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What came in from one source in one pass."""

    source: str
    n_files: int = 0
    n_resumes: int = 0
    n_quarantined_files: int = 0
    n_quarantined_rows: int = 0


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What one pass did; the keys of ``ringback ingest --json``."""

    files_seen: int = 0
    files_read: int = 0
    files_quarantined: int = 0
    files_known: int = 0
    files_waiting: int = 0
    settle_seconds: float = 0.0
    files_astray: tuple[str, ...] = ()
    rows_quarantined: int = 0
    resumes_read: int = 0
    candidates_new: int = 0
    candidates_updated: int = 0
    reviews_opened: int = 0
    seconds: float = 0.0
    by_source: tuple[SourceCount, ...] = ()
    refused: tuple[dict[str, str], ...] = field(default=(), repr=False)

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self)


def batches_of(files: Sequence[ClaimedFile], size: int) -> list[list[ClaimedFile]]:
    """Cut the claimed files into batches: the unit of a step, a transaction and a line in the Prefect UI."""
    return [list(some) for some in in_parts(files, size)]


def read_files(readers: ReaderPool, files: Sequence[ClaimedFile], progress: Progress | None = None) -> list[Reading]:
    """Read a batch in the reader processes; the readings come back in the order of ``files``, one each."""
    _warm_validation()
    jobs = [ReadJob(path=file.path, source=file.source, key=n) for n, file in enumerate(files)]
    found: dict[int, Reading] = {}
    for job, reading in readers.read(jobs):
        found[job.key] = reading
        if progress:
            progress(len(found), len(files))
    return [found[n] for n in range(len(files))]


def validate_readings(
    workspace: Workspace, files: Sequence[ClaimedFile], readings: Sequence[Reading], *, now: datetime
) -> list[FileVerdict]:
    """Judge a batch with the Great Expectations suite: each resume is accepted or held with a reason, row by row.

    A file that was replaced or taken away while it was read has no verdict: the next pass claims what is there then.
    """
    from schemas.expectations import failures  # noqa: PLC0415 (seconds and 200 MB; only here)

    readings = add_kept(workspace, files, readings)
    resumes = [resume for reading in readings for resume in reading.resumes]
    failed = failures(
        _validation_frame(resumes), min_p_resume=workspace.policy.reading.min_p_resume, this_year=now.year
    )
    verdicts, row_id = [], 0
    for file, reading in zip(files, readings, strict=True):
        accepted, held = [], []
        for resume in reading.resumes:
            failure = failed.get(row_id)
            row_id += 1
            if failure is None:
                accepted.append(resume)
            else:
                held.append((resume, Unreadable(failure.code, failure.message, failure.hint, resume.member)))
        held += [(problem.resume, problem) for problem in reading.problems if problem.resume]
        problems = tuple(problem for problem in reading.problems if not problem.resume)
        if not (accepted or held or problems):
            problems = (
                Unreadable("empty", "文件里没有简历 / Nothing to read in this file", "Check it and drop it again."),
            )
        if has_bytes(file.path, file.sha256):
            verdicts.append(FileVerdict(file, tuple(accepted), tuple(held), problems))
    return verdicts


def ingest_drop(
    workspace: Workspace,
    *,
    clock: Callable[[], datetime],
    drop: Path | None = None,
    source: str | None = None,
    progress: Progress | None = None,
) -> IngestSummary:
    """Take in everything that has settled in the drop folders, and finish what a killed pass left half done."""
    started = time.monotonic()
    with one_pass_at_a_time(workspace):
        settle_files(workspace, now=clock(), drop=drop)
        resolved = [resolve_pending(workspace, now=clock())]
        claim = claim_files(workspace, now=clock(), drop=drop, source=source)
        verdicts: list[FileVerdict] = []
        with open_readers(workspace) as readers:
            for n, batch in enumerate(batches_of(claim.files, workspace.policy.reading.batch_files)):
                done = n * workspace.policy.reading.batch_files
                report = _shifted(progress, done, len(claim.files))
                judged = validate_readings(workspace, batch, read_files(readers, batch, report), now=clock())
                store_verdicts(workspace, judged, now=clock())
                resolved.append(resolve_pending(workspace, now=clock()))
                settle_files(workspace, now=clock(), drop=drop)
                verdicts += judged
        settle_files(workspace, now=clock(), drop=drop)
    return replace(summarise(claim, verdicts, resolved), seconds=round(time.monotonic() - started, 3))


def summarise(claim: Claim, verdicts: Sequence[FileVerdict], resolved: Sequence[ResolveSummary]) -> IngestSummary:
    """Add one pass up."""
    refused = [verdict for verdict in verdicts if not verdict.accepted]
    rows = [
        {"source": verdict.file.source, "path": verdict.file.shown, "part": reason.member or "", "code": reason.code,
         "message": reason.message, "hint": reason.hint}
        for verdict in verdicts
        for _, reason in verdict.refusals
    ]  # fmt: skip
    return IngestSummary(
        files_seen=claim.n_seen,
        files_read=len(verdicts) - len(refused),
        files_quarantined=len(refused),
        files_known=claim.n_known,
        files_waiting=claim.n_unsettled + len(claim.files) - len(verdicts),
        settle_seconds=claim.settle_seconds,
        files_astray=claim.astray,
        rows_quarantined=sum(len(verdict.refusals) for verdict in verdicts if verdict.accepted),
        resumes_read=sum(len(verdict.accepted) for verdict in verdicts),
        candidates_new=sum(one.n_candidates_new for one in resolved),
        candidates_updated=sum(one.n_candidates_updated for one in resolved),
        reviews_opened=sum(one.n_reviews for one in resolved),
        by_source=tuple(_by_source(verdicts)),
        refused=tuple(rows),
    )


def _by_source(verdicts: Sequence[FileVerdict]) -> Iterator[SourceCount]:
    for source in sorted({verdict.file.source for verdict in verdicts}):
        own = [verdict for verdict in verdicts if verdict.file.source == source]
        yield SourceCount(
            source=source,
            n_files=len(own),
            n_resumes=sum(len(verdict.accepted) for verdict in own),
            n_quarantined_files=sum(1 for verdict in own if not verdict.accepted),
            n_quarantined_rows=sum(len(verdict.refusals) for verdict in own if verdict.accepted),
        )


def _shifted(progress: Progress | None, done: int, total: int) -> Progress | None:
    return None if progress is None else lambda n, _: progress(done + n, total)


def _warm_validation() -> None:
    """Begin to import Great Expectations while the reader processes work: it takes seconds and they do not need this one."""
    threading.Thread(target=import_module, args=("schemas.expectations",), daemon=True).start()


def _validation_frame(resumes: Sequence[ParsedResume]) -> Any:
    import re  # noqa: PLC0415

    import pandas as pd  # noqa: PLC0415 (half a second; only here)

    e164 = re.compile(E164_PATTERN)
    columns = {
        "row_id": range(len(resumes)),
        "n_contacts": [len(r.phones) + len(r.emails) + bool(r.wechat) + bool(r.linkedin) for r in resumes],
        "p_resume": [r.p_resume for r in resumes],
        "name_length": [len(r.name) if r.name else None for r in resumes],
        "birth_year": [r.birth_year for r in resumes],
        "years_experience": [r.years_experience for r in resumes],
        "n_bad_phones": [sum(not e164.fullmatch(phone) for phone in r.phones) for r in resumes],
        "n_bad_emails": [sum("@" not in email for email in r.emails) for r in resumes],
    }
    return pd.DataFrame(columns).astype(dict.fromkeys(("name_length", "birth_year", "years_experience"), "float64"))
