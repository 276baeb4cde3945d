"""Text painted behind the titles of its column: each row goes between the two of them that it stands between on the page.

Browsers paint what floats or is positioned apart from what flows. On a page of two columns all titles come first then, and
behind them the entries of the left column and those of the right one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.pdf_rows import PlacedLine

MAX_RUNS = 20
MAX_RUN_LINES = 120
MIN_PLACES = 2
MAX_INDENT = 45.0  # points; of a list below its title, and of a title to the left of its list
_LINE_HEIGHT = 0.8  # of the letters: lines of one column keep this apart


def with_late_columns_in_place(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with each run that belongs between earlier lines of its own column put there."""
    lines = list(placed)
    for _ in range(MAX_RUNS):
        ends = _starts_of_runs(lines)
        spans = [*pairwise([*ends, len(lines)])] if len(ends) <= MAX_RUNS else []
        found = ((end, _between_titles(lines[:start], lines[start:end])) for start, end in spans)
        end, merged = next((one for one in found if one[1]), (0, []))
        if not merged:
            return lines
        lines[:end] = merged
    return lines


def _starts_of_runs(lines: Sequence[PlacedLine]) -> list[int]:
    """Return where the print goes back up the page."""
    known = [(number, line) for number, line in enumerate(lines) if line.baseline is not None]
    return [number for (_, a), (number, b) in pairwise(known) if b.baseline - a.baseline > b.line.size > 0]  # type: ignore[operator]


def _between_titles(earlier: Sequence[PlacedLine], run: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return both in the order of the column, or nothing where a row has no place there, or all have the same."""
    places: list[int] = []
    n_enclosed = 0
    for row in run if len(run) <= MAX_RUN_LINES else ():
        if row.baseline is None:
            if not places:
                return []
            places.append(places[-1])
            continue
        found = _place_of(row, earlier)
        if found is None:
            return []
        place, last = found
        place = max([place, *places[-1:]])
        if place > last:
            return []
        n_enclosed += place > 0 and last < len(earlier)
        places.append(place)
    if not n_enclosed or len(set(places)) < MIN_PLACES:
        return []
    merged: list[PlacedLine] = []
    for number in range(len(earlier) + 1):
        merged += [row for row, place in zip(run, places, strict=True) if place == number]
        merged += earlier[number : number + 1]
    return merged


def _place_of(row: PlacedLine, earlier: Sequence[PlacedLine]) -> tuple[int, int] | None:
    """Return the first and the last index in front of which a row may stand: behind what is over it, and what is left of it.

    None where other text stands at its height in its column, or on its right.
    """
    least = _LINE_HEIGHT * row.line.size
    rises = [(one.baseline - row.baseline, n, one) for n, one in enumerate(earlier) if one.baseline is not None]  # type: ignore[operator]
    column = [item for item in rises if item[2].left < row.right and row.left < item[2].right]
    is_beside = any(abs(rise) < least and one.left >= row.right for rise, _, one in rises)
    if is_beside or any(abs(rise) < least for rise, _, _ in column):
        return None
    above = min((item for item in column if item[0] > 0), default=None, key=lambda item: (round(item[0]), -item[1]))
    below = max((item for item in column if item[0] < 0), default=None, key=lambda item: (round(item[0]), -item[1]))
    near = [item[2] for item in (above, below) if item]
    if not any(abs(one.left - row.left) <= MAX_INDENT for one in near):
        return None
    if above is None and any(rise > 0 for rise, _, _ in rises):
        return None
    place, last = (above[1] + 1 if above else 0), (below[1] if below else len(earlier))
    while place < last and _is_left_of(earlier[place], row):
        place += 1
    return (place, last) if place <= last else None


def _is_left_of(line: PlacedLine, row: PlacedLine) -> bool:
    """Tell the title of a section that stands beside its first row, in a column on the left."""
    if line.baseline is None or row.baseline is None:
        return False
    return abs(line.baseline - row.baseline) < line.line.size and line.right <= row.left
