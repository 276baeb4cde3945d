"""Columns that go on on the next page: what stands there before its first title belongs to the same column of the page before.

The text of a page with two columns comes one column behind the other. A job that the foot of the main column breaks would go
on below the skills of the side column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringback.readers.pdf_margins import is_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ringback.readers.document import Line
    from ringback.readers.pdf_rows import PlacedLine

MIN_LINES = 4  # of a column
MIN_GAP = 4.0  # points between two columns
MIN_JUMP_EMS = 3.0  # back up the page, to the top of the next column
MAX_JUMPS = 40
MAX_OUT = 3.0  # points that a line may stand out at the left of its column


@dataclass(frozen=True, slots=True)
class Column:
    """Lines of a page in order, and the edges between which they stand."""

    lines: Sequence[Line]
    left: float
    right: float


def columns_of(placed: Sequence[PlacedLine], lines: Sequence[Line]) -> list[Column]:
    """Return the two columns of a page, or all of it as one; ``lines`` are its lines with their rows put together."""
    at = _start_of_second(placed)
    second = {id(one.line) for one in placed[at:]}
    cut = next((n for n, line in enumerate(lines) if id(line) in second), len(lines))
    if at == len(placed) or cut in {0, len(lines)}:
        return [_column(placed, lines)]
    return [_column(placed[:at], lines[:cut], beside=placed[at:]), _column(placed[at:], lines[cut:])]


def _column(placed: Sequence[PlacedLine], lines: Sequence[Line], beside: Sequence[PlacedLine] = ()) -> Column:
    top = max((one.baseline for one in beside if one.baseline is not None), default=None)
    own = [one for one in placed if one.baseline is not None and (top is None or one.baseline <= top)]
    left, right = min((one.left for one in own), default=0.0), max((one.right for one in own), default=0.0)
    return Column(lines, left, right)


def _start_of_second(placed: Sequence[PlacedLine]) -> int:
    """Return where the second column of a page begins in the order of its text; the number of lines where it has one column."""
    n_jumps = 0
    for number in range(MIN_LINES, len(placed) - MIN_LINES + 1):
        before, here = placed[number - 1], placed[number]
        if before.baseline is None or here.baseline is None:
            continue
        if here.baseline - before.baseline < MIN_JUMP_EMS * max(1.0, here.line.size):
            continue
        n_jumps += 1
        if n_jumps > MAX_JUMPS:
            break
        if _are_columns(placed[:number], placed[number:]):
            return number
    return len(placed)


def _are_columns(first: Sequence[PlacedLine], second: Sequence[PlacedLine]) -> bool:
    """Tell text beside which all other text stands to its left, or to its right; it has titles of its own."""
    levels = [one.baseline for one in second if one.baseline is not None]
    beside = [one for one in first if one.baseline is not None and one.baseline <= max(levels)]
    if len(beside) < MIN_LINES or len(levels) < MIN_LINES or not any(is_title(one.line.text.strip()) for one in second):
        return False
    placed = [one for one in second if one.baseline is not None]
    is_right = min(one.left for one in placed) >= max(one.right for one in beside) + MIN_GAP
    return is_right or max(one.right for one in placed) <= min(one.left for one in beside) - MIN_GAP


def in_columns(pages: Iterable[Sequence[Column]]) -> list[Line]:
    """Return the lines of all pages, with what goes on from the page before behind the column that it goes on from."""
    before: Sequence[Column] = ()
    ends: list[list[Line]] = []  # of the columns of the page before
    parts: list[list[Line]] = []
    for page in pages:
        rests = [list(column.lines) for column in page]
        for column, rest in zip(page, rests, strict=True) if len(before) > 1 else ():
            n_lead = next((n for n, line in enumerate(rest) if is_title(line.text.strip())), len(rest))
            ends[_gone_on(before, column)] += rest[:n_lead]
            del rest[:n_lead]
        if any(rests):
            parts += rests
            before, ends = page, rests
    return [line for part in parts for line in part]


def _gone_on(columns: Sequence[Column], column: Column) -> int:
    """Return which of two columns goes on in one of the next page: the one that has room for it, else the wider one."""
    for number, one in enumerate(columns):
        edge = min((other.left for other in columns if other.left > one.right), default=float("inf"))
        if one.left - MAX_OUT <= column.left and column.right < edge - MIN_GAP:
            return number
    return max(range(len(columns)), key=lambda number: columns[number].right - columns[number].left)
