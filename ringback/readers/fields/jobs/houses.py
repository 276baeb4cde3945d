"""Posts held one after the other at one house, where the time at the house is printed over them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.lines import bare_line, has_post

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

MAX_POSTS = 5  # at one house
MAX_LINES_BETWEEN = 3


def house_over(sheet: Sheet, entries: Sequence[Entry], newest: Entry) -> Entry:
    """Return the entry of the house whose time holds the posts below it, of which this is the last; else the entry itself.

    ``Northwind (2022 - Now)`` / ``Problem solver (2022.04 - 2023.08)`` / ``Business support (2023.08 - Now)``
    """
    at = list(entries).index(newest)
    for number in range(at - 2, max(at - 1 - MAX_POSTS, -1), -1):
        house, first = entries[number], entries[number + 1]
        within = all(
            house.period.start <= one.period.start and one.period.end <= house.period.end
            for one in entries[number + 1 : at + 1]
        )
        begins = int(first.period.start) == int(house.period.start) and first.line <= house.last + MAX_LINES_BETWEEN
        if within and begins and house.period.end == newest.period.end and not has_post(bare_line(sheet, house.line)):
            return house
    return newest
