"""Ends of dates that a narrow margin sets below the header beside them: ``Mar 2019 –`` / ``Clerk<tab>Larch`` / ``June 2020``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.periods import NOW, Period, date_in, is_date_alone

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_AWAY = 3  # lines from the begin to the end
_DASHES = ("-", "~")


def end_below(sheet: Sheet, jobs: Sequence[tuple[int, Period]], number: int) -> Period | None:
    """Return the period of a job that seems to go on, where its end stands alone below its header; ``jobs`` have their lines.

    Latest first, what is later than its begin is not the date of the job below it.
    """
    line, period = jobs[number]
    is_open = period.end == NOW and sheet.folded[line].rstrip().endswith(_DASHES)
    if not is_open or any(map(str.isalpha, bare_line(sheet, line))):
        return None
    is_ordered = len(jobs) > 1 and all(one.start >= period.start for _, one in jobs[:number])
    until = jobs[number + 1][0] if number + 1 < len(jobs) else len(sheet.folded)
    for i in range(line + 1, min(line + 1 + MAX_AWAY, until) if is_ordered else 0):
        if sheet.headings[i]:
            return None
        end = date_in(sheet.folded[i]) if is_date_alone(sheet.folded[i]) else None
        if end:
            is_end = end.end >= max(one.start for _, one in jobs[number:])
            return Period(period.start, end.end) if is_end else None
    return None
