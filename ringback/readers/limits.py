"""How much of a machine one file may cost before its reader gives up."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ReaderLimits:
    """The bounds that keep one bad file from costing the batch; every default has room for the largest honest file seen.

    ``max_file_bytes`` bounds a single document, ``max_archive_bytes`` an archive on disk. ``max_unpacked_bytes`` and
    ``max_ratio`` are counted over all levels of nesting together, by the bytes that really come out, not only by the
    declared size. ``wall_seconds`` is the time for one document, ``ocr_wall_seconds`` for one that is read by OCR; a
    container gets the time of one document for each of its members. ``memory_bytes`` and ``cpu_seconds`` are limits
    of the child process, the latter counted anew for every document. ``p_resume_min`` is the probability below which
    a document is not taken for a resume.
    """

    max_file_bytes: int = 48 * MIB  # scans of a whole portfolio stay below 30 MB; vendors refuse from 6 to 20 MB on
    max_archive_bytes: int = 1024 * MIB
    max_unpacked_bytes: int = 2048 * MIB
    max_part_bytes: int = 200 * MIB  # what one office document may unpack to
    max_ratio: float = 100.0  # Tika's rule: more than 100 bytes out for 1 byte in is a bomb
    ratio_free_bytes: int = 1 * MIB  # small parts (empty styles, settings) compress better than 1:100 honestly
    max_members: int = 10_000
    max_depth: int = 3
    max_rows: int = 200_000
    max_pages: int = 40
    max_text_chars: int = 400_000
    max_ocr_pages: int = 2
    wall_seconds: float = 30.0
    ocr_wall_seconds: float = 120.0
    cpu_seconds: int = 30
    ocr_cpu_seconds: int = 240
    memory_bytes: int = 1400 * MIB  # under 1.5 GB in any count
    ocr_memory_bytes: int = 4096 * MIB  # address space, of which the models use about 1.2 GB
    p_resume_min: float = 0.5
    default_region: str = "CN"  # the country of a number that is printed without one
