"""Lines of a known print as values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.studies.degrees import degrees_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.jobs.sentences import Halves
    from ringback.readers.fields.sheet import Sheet

CONFIDENCE = 0.9
MAX_LINES = 3  # of one name that breaks


def job_of(sheet: Sheet, post: Sequence[int], house: Sequence[int]) -> Halves | None:
    """Return the halves that stand in these lines; None if one has none, or more than a name breaks into."""
    if not (0 < len(post) <= MAX_LINES and 0 < len(house) <= MAX_LINES):
        return None
    return _named(sheet, post), _named(sheet, house)


def school_of(
    sheet: Sheet, entries: Sequence[tuple[Sequence[int], Sequence[int]]], level: str | None
) -> Found[str] | None:
    """Return the first of schools (its lines, and those of what it gave) that gave a degree of ``level``; None: of any."""
    for named, given in entries:
        levels = {degree.level for number in given for degree in degrees_in(sheet.folded[number], sheet.shown[number])}
        if len(named) <= MAX_LINES and (level is None or level in levels):
            return _named(sheet, named)
    return None


def lines_under(sheet: Sheet, section: str, *, least: int = 1) -> list[int]:
    """Return the lines between the heading of a section and the next, which comes ``least`` lines below it or later."""
    start = next((i for i, kind in enumerate(sheet.sections) if kind == section and sheet.headings[i]), None)
    if start is None:
        return []
    end = next((i for i in range(start + least, len(sheet.shown)) if sheet.headings[i]), len(sheet.shown))
    return list(range(start + 1, end))


def _named(sheet: Sheet, lines: Sequence[int]) -> Found[str]:
    value = " ".join(sheet.shown[number].strip() for number in lines)
    return Found(value, "layout", CONFIDENCE, value)
