"""Dates that a narrow cell breaks: ``June 2023`` / ``– Present`` at the right of a row, ``2019`` / ``|`` / ``2015`` in front."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.dates import DATES_ALONE
from ringback.readers.fields.periods import is_date_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ringback.readers.pdf_rows import PlacedLine

MAX_CHARS, MAX_LINES = 14, 4  # of a cell too narrow for its dates
MAX_STEP_EMS = 1.8  # between the lines of one cell
MAX_STEP_OF_COLUMN_EMS = 4.0  # a bar may be as high as two lines
MAX_BARS = 60
SAME_LEVEL_EMS = 0.7
SAME_EDGE = 4.0  # points
MAX_BESIDE = 60  # lines of one row
_BARS = frozenset("|│-–—~↑↓")
_PERIOD = re.compile(r"\d{4}.*(?:[-–—]|\bto\b).*\w")


def with_dates_whole(placed: Sequence[PlacedLine]) -> Iterator[PlacedLine]:
    """Yield the lines of a page with the dates of a row in one line, where their cell is the last of several."""
    number = 0
    while number < len(placed):
        end = _end_of_dates(placed, number)
        parts = [line.line.text.strip() for line in placed[number:end]]
        one = placed[number]
        yield replace(one, line=replace(one.line, text=" ".join(parts))) if len(parts) > 1 else one
        number = end


def with_columns_of_dates(placed: Sequence[PlacedLine]) -> Iterator[PlacedLine]:
    """Yield the lines of a page with two dates and the bar between them, one over the other, in one line.

    The later one may stand on top, as on a line of time: ``Present`` / ``|`` / ``2019``. Browsers paint such bars last.
    """
    bars = [n for n, line in enumerate(placed) if line.line.text.strip() in _BARS and line.baseline is not None]
    bars = bars[:MAX_BARS]
    others = frozenset(range(len(placed))).difference(bars) if bars else ()
    periods: dict[
        int, PlacedLine | None
    ] = {}  # by the line in whose place the period stands; None for what is told there
    for one, other in pairwise(sorted(others)):
        first, last = placed[one], placed[other]
        if one in periods or not _are_dates(first, last):
            continue
        bar = next((number for number in bars if _is_between(first, placed[number], last)), None)
        if bar is not None:
            periods |= {one: _as_period(first, last), other: None, bar: None}
    for number, line in enumerate(placed):
        if (told := periods.get(number, line)) is not None:
            yield told


def _are_dates(first: PlacedLine, last: PlacedLine) -> bool:
    dates = [first.line.text.strip(), last.line.text.strip()]
    return any(any(map(str.isdigit, date)) for date in dates) and all(map(is_date_alone, dates))


def _is_between(first: PlacedLine, bar: PlacedLine, last: PlacedLine) -> bool:
    """Tell a bar right below one line and right above another, within the width of both."""
    if first.baseline is None or bar.baseline is None or last.baseline is None:
        return False
    is_next = 0 < first.baseline - last.baseline <= MAX_STEP_OF_COLUMN_EMS * max(1.0, first.line.size)
    is_within = min(first.left, last.left) <= bar.right and bar.left <= max(first.right, last.right)
    return is_next and is_within and last.baseline < bar.baseline < first.baseline


def _as_period(first: PlacedLine, last: PlacedLine) -> PlacedLine:
    dates = [first.line.text.strip(), last.line.text.strip()]
    begun, ended = dates if any(map(str.isdigit, dates[0])) else reversed(dates)
    left, right = min(first.left, last.left), max(first.right, last.right)
    return replace(first, line=replace(first.line, text=f"{begun} – {ended}"), left=left, right=right)


def _end_of_dates(placed: Sequence[PlacedLine], number: int) -> int:
    """Return where the lines of a broken period end that begins here, behind text on its level; the next line for any other."""
    first = placed[number]
    if len(first.line.text) > MAX_CHARS or first.baseline is None or not any(map(str.isalnum, first.line.text)):
        return number + 1
    end = number + 1
    while end < min(number + MAX_LINES, len(placed)) and _goes_on(placed[end - 1], placed[end]):
        end += 1
    for last in range(end, number + 1, -1):
        text = " ".join(line.line.text.strip() for line in placed[number:last])
        if _PERIOD.search(text) and DATES_ALONE.fullmatch(text):
            is_cell = any(_is_in_front(line, first) for line in placed[max(0, number - MAX_BESIDE) : number])
            return last if is_cell else number + 1
    return number + 1


def _goes_on(above: PlacedLine, below: PlacedLine) -> bool:
    if above.baseline is None or below.baseline is None or len(below.line.text.strip()) > MAX_CHARS:
        return False
    step = above.baseline - below.baseline
    is_next = 0 < step <= MAX_STEP_EMS * max(1.0, above.line.size) and above.line.size == below.line.size
    return is_next and abs(below.left - above.left) <= SAME_EDGE


def _is_in_front(line: PlacedLine, cell: PlacedLine) -> bool:
    if line.baseline is None or cell.baseline is None or line.right > cell.left - SAME_EDGE:
        return False
    return abs(line.baseline - cell.baseline) <= SAME_LEVEL_EMS * cell.line.size
