"""Opening the reader processes with the limits of the policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ringback.readers.limits import MIB, ReaderLimits
from ringback.readers.pool import ReaderPool
from ringback.workspace import Workspace
from schemas.policy import ReadingPolicy


def reader_limits(reading: ReadingPolicy) -> ReaderLimits:
    """Return what one file may cost."""
    return ReaderLimits(
        max_file_bytes=reading.file_max_megabytes * MIB,
        max_unpacked_bytes=reading.archive_max_megabytes * MIB,
        max_ratio=reading.archive_max_ratio,
        max_members=reading.archive_max_entries,
        max_depth=reading.archive_max_depth,
        memory_bytes=reading.reader_max_megabytes * MIB,
        wall_seconds=reading.reader_max_seconds,
        ocr_wall_seconds=reading.ocr_max_seconds,
        p_resume_min=reading.min_p_resume,
    )


@contextmanager
def open_readers(workspace: Workspace) -> Iterator[ReaderPool]:
    """Give a pool of reader processes; they end with the block."""
    limits = reader_limits(workspace.policy.reading)
    with ReaderPool(workspace.settings.readers, limits, workspace.policy.roles.families) as pool:
        yield pool
