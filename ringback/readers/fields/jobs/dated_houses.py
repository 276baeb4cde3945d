"""Houses beside one date over their posts, among houses beside periods: what stands under them belongs to no other job.

``Moor Bank<tab>Summer 2023`` / ``Research Intern`` / ``Larch Ltd<tab>2022 - Present`` / ``Sales Clerk``
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.lines import has_post
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.periods import Period, date_in, is_date_alone, range_in

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_WIDE = re.compile(r"\s*\t\s*|\s{2,}")


def houses_of_one_date(sheet: Sheet, lines: Sequence[int], jobs: Sequence[tuple[int, int]]) -> list[tuple[int, Period]]:
    """Return the rows of a house and one date, each set as the next job below it; ``jobs`` are their first and last rows."""
    if sheet.is_chinese:
        return []
    spans = [
        (last, begins)
        for (_, last), (begins, _) in pairwise([(-1, -1), *jobs])
        if begins - last > 1 and _is_house_before_dates(sheet, begins)
    ]
    return [
        (i, date)
        for last, begins in spans
        for i in lines
        if last < i < begins - 1
        and (date := date_in(sheet.folded[i]))
        and _is_house_before_dates(sheet, i)
        and _is_post(sheet, i + 1)
    ]


def _is_post(sheet: Sheet, number: int) -> bool:
    if sheet.headings[number] or date_in(sheet.folded[number]) or is_prose(sheet, number):
        return False
    return has_post(sheet.shown[number])


def _is_house_before_dates(sheet: Sheet, number: int) -> bool:
    """Tell a row of two cells, a name that is no post and its dates."""
    name, *dates = _WIDE.split(sheet.folded[number].strip())
    is_name = len(dates) == 1 and name[:1].isalpha() and not has_post(name) and not date_in(name)
    return is_name and (is_date_alone(dates[0]) or range_in(dates[0]) is not None)
