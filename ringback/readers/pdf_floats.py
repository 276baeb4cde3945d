"""Rows painted apart from their page: a browser paints rows that float before the text that they stand in.

``<div><span style="float: left">Northwind</span><span style="float: right">2019 - 2023</span></div>`` over a post and a
description: all such rows of a page come first in the file, then all the rest.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers.dates import DATES_ALONE
from ringback.readers.fields.periods import period_in, without_periods
from ringback.readers.normalise import fold
from ringback.readers.pdf_margins import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.pdf_rows import PlacedLine

SAME_EDGE = 2.0  # points; what stands in one column begins there
MAX_FLOATS = 40
MIN_CELLS = 2
MAX_INDENT = 45.0  # points; of a list below its title
MIN_FRAME, MAX_FRAME = 2, 16
MAX_PERIOD_CHARS = 48
_NEAR_LEVEL = 0.7  # of the letters
_LINE_HEIGHT = 0.8  # of the letters: lines of one column keep this apart


def with_floats_in_place(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with rows painted early put where they stand.

    A row moves only within its own column: it begins where the later text begins, that text stands above and below it, and
    none of it stands beside it.
    """
    lines = _with_dates_beside(list(placed), _ends(placed))
    lines = _with_cells_beside_dates(lines)
    for end in _ends(lines):
        lines = _moved(lines, end)
    return lines


def _ends(placed: Sequence[PlacedLine]) -> list[int]:
    """Return where the print goes back up: of long lines, whose place is not known, the first goes on up there."""
    levels = [
        (number, line.baseline, line.line.size) for number, line in enumerate(placed) if line.baseline is not None
    ]
    return [number + 1 for (number, level, _), (_, after, size) in pairwise(levels) if after - level > size > 0]


def with_late_rows_in_place(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with rows painted behind its text put where they stand, if all of a run have a place there.

    Browsers paint what is positioned after what flows: ``<div style="position: relative">`` around post and dates.
    """
    lines, starts = list(placed), _ends(placed)
    for start, end in reversed([*pairwise([*starts, len(placed)])]) if len(starts) <= MAX_FLOATS else ():
        earlier, run = lines[:start], lines[start:end]
        if (place := _hole(run, earlier)) is not None:
            lines[:end] = [*earlier[:place], *run, *earlier[place:]]
            continue
        below = [_next_below(row, earlier) for row in run] if len(run) <= MAX_FLOATS else [None]
        if None in below:
            continue
        for row, line in zip(run, below, strict=True):
            earlier.insert(next(n for n, one in enumerate(earlier) if one is line), row)
        lines[:end] = earlier
    return lines


def with_runs_in_place(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with text painted behind others put into the heights that these leave open.

    Browsers paint all that floats before what flows: the first job beside the title of its section, and behind the last section
    the name and the other jobs. Text beside other text keeps its place.
    """
    lines = list(placed)
    for _ in range(MAX_FLOATS):
        ends = _ends(lines)
        spans = reversed([*pairwise([*ends, len(lines)])]) if len(ends) <= MAX_FLOATS else ()
        found = ((end, _interleaved(lines[:start], lines[start:end])) for start, end in spans)
        end, merged = next((one for one in found if one[1]), (0, []))
        if not merged:
            return lines
        lines[:end] = merged
    return lines


def _interleaved(earlier: Sequence[PlacedLine], run: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return both by their heights where each part of a run has an open one; nothing where one has none, or all have the same."""
    places: list[int] = []
    for number, row in enumerate(run):
        place = places[-1] if row.baseline is None and places else _open_place(row, earlier)
        if place is None or (places and place < places[-1]):
            return []
        if number == 0 or place != places[-1]:
            over = earlier[place - 1] if place else earlier[0]
            if not (row.left < over.right and over.left < row.right):
                return []
        places.append(place)
    if len(set(places)) < MIN_CELLS:
        return []
    merged: list[PlacedLine] = []
    for number, line in enumerate(earlier):
        merged += [row for row, place in zip(run, places, strict=True) if place == number]
        merged.append(line)
    return [*merged, *(row for row, place in zip(run, places, strict=True) if place == len(earlier))]


def _open_place(row: PlacedLine, earlier: Sequence[PlacedLine]) -> int | None:
    """Return in front of which line a row stands if those before it stand above the row, and those from it on below."""
    if row.baseline is None:
        return None
    least = _LINE_HEIGHT * row.line.size
    rises = [(line.baseline - row.baseline, n) for n, line in enumerate(earlier) if line.baseline is not None]
    place = next((n for rise, n in rises if rise < 0), len(earlier))
    is_open = all(rise >= least if n < place else rise <= -least for rise, n in rises)
    return place if is_open else None


def _hole(run: Sequence[PlacedLine], earlier: Sequence[PlacedLine]) -> int | None:
    """Return where the text painted before a run leaves the height open that the run fills: all of it stands above or below."""
    levels = [row.baseline for row in run if row.baseline is not None]
    if len(levels) < MIN_FRAME:
        return None
    top, bottom = max(levels) + run[0].line.size, min(levels) - run[-1].line.size
    above = [number for number, line in enumerate(earlier) if line.baseline is not None and line.baseline >= top]
    below = [number for number, line in enumerate(earlier) if line.baseline is not None and line.baseline <= bottom]
    n_known = sum(line.baseline is not None for line in earlier)
    is_open = above and below and len(above) + len(below) == n_known and above[-1] < below[0]
    return below[0] if is_open else None


def _next_below(row: PlacedLine, earlier: Sequence[PlacedLine]) -> PlacedLine | None:
    """Return the line that a row stands over in a column painted before it; None where it has no place between its lines."""
    if row.baseline is None:
        return None
    column = [
        (line.baseline - row.baseline, number)
        for number, line in enumerate(earlier)
        if line.baseline is not None and line.left < row.right and row.left < line.right
    ]
    least = _LINE_HEIGHT * row.line.size
    above = min((one for one in column if one[0] > 0), default=None)
    below = max((one for one in column if one[0] < 0), default=None)
    if above is None or below is None or min(above[0], -below[0]) < least or below[1] < above[1]:
        return None
    under = earlier[below[1]]
    is_over = -SAME_EDGE <= under.left - row.left <= MAX_INDENT
    return under if is_over and any(_is_aligned(row, earlier[number]) for _, number in column) else None


def _with_dates_beside(lines: list[PlacedLine], ends: Sequence[int]) -> list[PlacedLine]:
    """Put dates that float at the right, all painted before the text of their page, behind what stands on their level.

    Only a run of dates moves that nothing else follows before the text: those in a column of its own stand among other lines.
    """
    for start, end in pairwise([0, *ends]):
        first, later = end, lines[end:]
        while first > start and end - first < MAX_FLOATS and _is_period(lines[first - 1]):
            first -= 1
        run = lines[first:end]
        if len(run) < (MIN_CELLS if first > start else 1):
            continue
        partners = [_left_of(one, later) for one in run]
        if None in partners:
            continue
        for one in run:
            partner = _left_of(one, later)
            at = next(n for n, line in enumerate(later) if line is partner)
            later[at] = _joined(later[at], one)
        return [*lines[:first], *later]
    return lines


def _with_cells_beside_dates(lines: list[PlacedLine]) -> list[PlacedLine]:
    """Put cells that float at the right, painted before the text of their column, behind the dates on their level.

    ``<h6>2019<span style="float: right">Larch College</span></h6>``, in a column that a browser paints by itself.
    """
    ends = _ends(lines)
    for end, next_end in reversed(list(pairwise([*ends, len(lines)]))):
        later, start = lines[end:next_end], end
        while start > 0 and end - start < MAX_FLOATS and _left_of(lines[start - 1], later) is not None:
            start -= 1
        run = lines[start:end]
        partners = [partner for one in run if (partner := _left_of(one, later)) is not None]
        n_dates = sum(_is_period(one) or DATES_ALONE.fullmatch(one.line.text.strip()) is not None for one in partners)
        if len({id(partner) for partner in partners}) < max(MIN_CELLS, len(run)) or 2 * n_dates <= len(run):
            continue
        for one, partner in zip(run, partners, strict=True):
            later[next(n for n, line in enumerate(later) if line is partner)] = _joined(partner, one)
        lines = [*lines[:start], *later, *lines[next_end:]]
    return lines


def _joined(front: PlacedLine, behind: PlacedLine) -> PlacedLine:
    whole = replace(front.line, text=f"{front.line.text}\t{behind.line.text}")
    return replace(front, line=whole, right=behind.right, end=None)


def _is_period(one: PlacedLine) -> bool:
    line = fold(one.line.text)
    is_dated = len(line) <= MAX_PERIOD_CHARS and period_in(line) is not None
    return is_dated and not without_periods(line, line).strip("\t ()[]|·-")


def _left_of(one: PlacedLine, later: Sequence[PlacedLine]) -> PlacedLine | None:
    """Return the line in front of a cell in the nearest column, on its level or nearly: small print floats higher."""
    if one.baseline is None:
        return None
    level = _NEAR_LEVEL * max(1.0, one.line.size)
    beside = [
        (abs(line.baseline - one.baseline), line)
        for line in later
        if line.baseline is not None and line.right <= one.left and abs(line.baseline - one.baseline) <= level
    ]
    column = max((line.left for _, line in beside), default=0.0)
    near = [(far, number) for number, (far, line) in enumerate(beside) if column - line.left <= SAME_EDGE]
    return beside[min(near)[1]][1] if near else None


def with_frames_on_top(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with those painted last in front if all of them stand above all others, or beside them all.

    Word processors paint the frame with the name and the contacts behind the text that flows below it, browsers what is
    positioned. A column that begins with the title of a section keeps its place: what would follow it has none.
    """
    start = max(
        (number for number, (before, after) in enumerate(pairwise(placed), 1) if _jumps_up(before, after)), default=0
    )
    frame, others = placed[start:], placed[:start]
    if not others or not MIN_FRAME <= len(frame) <= MAX_FRAME:
        return list(placed)
    known = [line for line in others if line.baseline is not None]
    return [*frame, *others] if known and _is_apart(frame, known) else list(placed)


def _is_apart(frame: Sequence[PlacedLine], others: Sequence[PlacedLine]) -> bool:
    """Tell lines that stand above all others, or in a column of their own from the top on that opens with no title."""
    top = max(line.baseline or 0.0 for line in others)
    beside = [line for line in frame if line.baseline is not None and line.baseline <= top]
    if any(line.baseline is None for line in frame):
        return False
    if not beside:
        return True
    left, right = min(line.left for line in others), max(line.right for line in others)
    is_column = all(line.right < left for line in beside) or all(line.left > right for line in beside)
    return is_column and not any(is_title(line.line.text) for line in frame)


def _jumps_up(before: PlacedLine, after: PlacedLine) -> bool:
    if before.baseline is None or after.baseline is None:
        return False
    return after.baseline - before.baseline > after.line.size > 0


def _moved(lines: list[PlacedLine], end: int) -> list[PlacedLine]:
    """Put the last lines before ``end`` behind it where they belong; the lines there follow each other down the page."""
    later = lines[end:]
    start = end
    while start > 0 and end - start < MAX_FLOATS and (place := _place(lines[start - 1], later)) is not None:
        later.insert(place, lines[start - 1])
        start -= 1
    return [*lines[:start], *later]


def _place(row: PlacedLine, later: Sequence[PlacedLine]) -> int | None:
    """Return the index in front of which a row stands among later lines, None where it has no place there."""
    if row.baseline is None:
        return None
    least = _LINE_HEIGHT * row.line.size
    has_above, place = False, None
    for number, line in enumerate(later):
        if line.baseline is None:
            continue
        rise = line.baseline - row.baseline
        if abs(rise) < least:
            return None  # another column, or a cell of the same row
        if rise > 0 and place is not None:
            return place if has_above and _is_aligned(row, later[place]) else None  # the next column begins
        has_above = has_above or (rise > 0 and _is_aligned(row, line))
        if rise < 0 and place is None:
            place = number
    return place if has_above and place is not None and _is_aligned(row, later[place]) else None


def _is_aligned(row: PlacedLine, line: PlacedLine) -> bool:
    return abs(row.left - line.left) <= SAME_EDGE
