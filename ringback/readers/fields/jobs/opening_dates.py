"""The job that opens a list of periods, latest first, with the one date on which it began: of its end nothing is told.

``Team Lead<tab>Jul 2022`` / ``Tutor<tab>Sep 2020 - Jan 2022``
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.periods import NOW, Period, date_in, first_date

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_OPENING = 4  # lines of a header, its dates among them
_REMARK = re.compile(r"\([^()]*\)")


def opening_of_one_date(
    sheet: Sheet, lines: Sequence[int], jobs: Sequence[tuple[int, Period]]
) -> tuple[int, Period] | None:
    """Return the line of that date, and a period as late as those of the jobs below; these are given with their first lines.

    It stands among the first lines of the section, where the next job has its dates, and began no sooner than any other.
    """
    first = jobs[0][0]
    opens = next((i for i in range(first, -1, -1) if sheet.headings[i]), 0)
    own = [i for i in lines if opens < i < first and any(map(str.isalnum, sheet.folded[i]))]
    number = next((i for i in own[:MAX_OPENING] if is_prose(sheet, i) or date_in(sheet.folded[i])), None)
    date = None if number is None or is_prose(sheet, number) else date_in(sheet.folded[number])
    if number is None or date is None or _place_of_dates(sheet, number) != _place_of_dates(sheet, first):
        return None
    closes = next((i for i in range(first, len(sheet.headings)) if sheet.headings[i]), len(sheet.headings))
    others = [period for i, period in jobs if i < closes]
    end = max(period.end for period in others)
    is_latest = end < NOW and date.start >= max(period.start for period in others)
    return (number, Period(date.start, max(date.start, end))) if is_latest else None


def _place_of_dates(sheet: Sheet, number: int) -> tuple[bool, bool]:
    """Tell whether words stand in front of the dates of a line, and whether any stand beside them."""
    words = _REMARK.sub(lambda remark: " " * len(remark.group()), bare_line(sheet, number))
    return any(map(str.isalpha, words[: first_date(sheet.folded[number])])), any(map(str.isalpha, words))
