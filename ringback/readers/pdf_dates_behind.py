"""Dates at the right of their text that are painted after all of it, as browsers paint what is positioned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers.dates import DATES_ALONE
from ringback.readers.pdf_margins import MAX_TITLE_CHARS, MIN_GAP, SAME_LEVEL_EMS, is_next

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.pdf_rows import PlacedLine

MIN_BESIDE = 2  # lines of the text; one alone comes in its row already


def with_dates_behind(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with dates at the right, painted after the whole text beside them, behind its first line.

    A place below the dates comes behind the line on its level.
    """
    lines = list(placed)
    number = 0
    while number < len(lines):
        start = _start_beside(lines, number) if DATES_ALONE.fullmatch(lines[number].line.text.strip()) else number
        if number - start < MIN_BESIDE:
            number += 1
            continue
        cell = lines[number : number + _n_of_cell(lines, number)]
        text = lines[start:number]
        for one in cell:
            beside = [(line.right, at) for at, line in enumerate(text) if _is_level(one, line)]
            if beside:
                at = max(beside)[1]
                text[at] = _joined(text[at], one)
        lines[start : number + len(cell)] = text
        number = start + len(text)
    return lines


def _start_beside(lines: Sequence[PlacedLine], number: int) -> int:
    """Return the first line of the text to the left of a cell that begins on its level; ``number`` where there is none."""
    cell = lines[number]
    start = number
    while start > 0 and _is_left_of(cell, lines[start - 1]) and not _is_over(cell, lines[start - 1]):
        start -= 1
    is_beside = start < number and _is_level(cell, lines[start]) and not _is_nearer(lines, start, number)
    return start if is_beside else number


def _is_nearer(lines: Sequence[PlacedLine], start: int, number: int) -> bool:
    """Tell whether text painted later stands between a cell and the text painted before it, on its level."""
    front, cell = lines[start], lines[number]
    return any(
        front.right < line.left and _is_left_of(cell, line) and _is_level(cell, line) for line in lines[number + 1 :]
    )


def _n_of_cell(lines: Sequence[PlacedLine], number: int) -> int:
    """Return how many lines a cell of dates has: a place may stand below them, and then the text goes on at the left."""
    cell, below = lines[number], lines[number + 1 : number + 3]
    is_place = bool(below) and is_next(cell, below[0]) and below[0].left > lines[number - 1].left + MIN_GAP
    is_place = (
        is_place and abs(below[0].right - cell.right) <= cell.line.size and len(below[0].line.text) <= MAX_TITLE_CHARS
    )
    return 2 if is_place and (len(below) == 1 or below[1].right < below[0].left) else 1


def _joined(line: PlacedLine, cell: PlacedLine) -> PlacedLine:
    return replace(line, line=replace(line.line, text=f"{line.line.text.rstrip()}\t{cell.line.text.strip()}"))


def _is_left_of(cell: PlacedLine, line: PlacedLine) -> bool:
    return line.baseline is not None and line.right <= cell.left - MIN_GAP


def _is_over(cell: PlacedLine, line: PlacedLine) -> bool:
    return (line.baseline or 0.0) > (cell.baseline or 0.0) + SAME_LEVEL_EMS * cell.line.size


def _is_level(cell: PlacedLine, line: PlacedLine) -> bool:
    if cell.baseline is None or line.baseline is None:
        return False
    return abs(cell.baseline - line.baseline) <= SAME_LEVEL_EMS * cell.line.size
