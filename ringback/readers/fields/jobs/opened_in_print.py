"""Jobs that each begin with a line in larger print: what stands between it and the dates is their header."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.items import ITEM
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.running_text import MAX_HEADER_CHARS

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

MAX_AWAY = 4  # lines from the larger one to the dates
MIN_ALIKE = 3  # jobs that are set so
SAME_SIZE = 0.02


def opened_in_print(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int) -> list[int]:
    """Return the lines from the larger one down to the dates of a job, where most jobs of the section are opened alike.

    ``Art Director`` / ``Part-time`` / ``Northwind etc.`` / ``2021 - 2023``, the first in larger print.
    """
    own = _opening(sheet, entries, number)
    if own is None or own == entries[number].line - 1:
        return []
    size = sheet.sizes[own]
    openings = [_opening(sheet, entries, n) for n in range(len(entries))]
    alike = [one for one in openings if one is not None and abs(sheet.sizes[one] - size) <= SAME_SIZE * size]
    header = list(range(own, entries[number].line))
    is_plain = all(i in lines and not _is_told(sheet, i) for i in header)
    return header if is_plain and len(alike) >= MIN_ALIKE and 2 * len(alike) > len(entries) else []


def _opening(sheet: Sheet, entries: Sequence[Entry], number: int) -> int | None:
    """Return the nearest line above the dates in print larger than theirs and the body's, below the job before."""
    line = entries[number].line
    floor = entries[number - 1].last if number else -1
    least = (
        max(sheet.sizes[line], sheet.body_size) if sheet.sizes[line] else 0.0
    )  # a web page gives headings a size only
    for above in range(line - 1, max(floor, line - 1 - MAX_AWAY, -1), -1):
        if sheet.headings[above] or sheet.sections[above] != sheet.sections[line]:
            return None
        if sheet.sizes[above] > least:
            return above
    return None


def _is_told(sheet: Sheet, number: int) -> bool:
    """Tell an item of a list and a line of running text from a name with a full stop: ``Northwind etc.``."""
    line = sheet.shown[number]
    return ITEM.match(line) is not None or (is_prose(sheet, number) and len(line) > MAX_HEADER_CHARS // 2)
