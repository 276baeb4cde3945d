"""Cells painted apart from their row: a browser paints what floats to the right before the text that it stands beside."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ringback.readers.dates import DATES_ALONE
from ringback.readers.pdf_tracking import FIRST_OF_EAST, is_word_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ringback.readers.document import Line

MAX_CELL_CHARS = 45
SAME_EDGE = 3.0  # points; cells that float to one edge end there
SAME_LEVEL = 0.2  # of letters of one line; a raised figure stands higher
SAME_BASELINE = 1.5  # points
MIN_DATES, MIN_EXACT, HALF_LINE = 4, 0.6, 0.6  # HALF_LINE of the letters
MIN_SHARDS = 40
MIN_LETTERS = 4
MAX_SHARD_CHARS = 2  # a mean that no page of whole lines comes near
MAX_GAP_EMS = 4.0
WORD_GAP_EMS = 0.3


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its baseline and its left and right end, in points of the page; ``None`` where they are not known."""

    line: Line
    baseline: float | None = None
    left: float = 0.0
    right: float = 0.0
    end: float | None = None
    """Where the next letter of the same word would begin; ``None`` where the face does not tell it."""


def mended(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Put the lines of a page together whose letters are set one by one, so that each came out as a line of its own.

    Where only the bold print of a page is set so (drawn letters in place of a face that has none), only that is put together.
    """
    is_all = len(placed) >= MIN_SHARDS and sum(len(one.line.text) for one in placed) <= MAX_SHARD_CHARS * len(placed)
    if not is_all and not any(map(_is_letter, placed)):
        return list(placed)
    has_run = is_all or _has_run_of_letters(placed)
    whole: list[PlacedLine] = []
    start = 0
    while start < len(placed):
        end = start + 1
        while end < len(placed) and _is_shard(placed, end, is_all=is_all, has_run=has_run):
            end += 1
        whole += _of_shards(placed[start:end])
        start = end
    return whole


def _is_shard(placed: Sequence[PlacedLine], number: int, *, is_all: bool, has_run: bool) -> bool:
    """Tell a piece of the line before it: a letter behind letters, or what stands close behind one of a page of them."""
    before, one = placed[number - 1], placed[number]
    if _glue(before, one) is None:
        return False
    is_letter = _is_letter(one)
    return (
        is_all or (is_letter and has_run and _is_letter(before)) or ((is_letter or has_run) and _touches(before, one))
    )


def _of_shards(shards: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the pieces of one printed line as one, with what the steps between them tell: nothing, a space or a tab."""
    steps = [step for before, after in pairwise(shards) if (step := _step(before, after)) is not None]
    usual = max(0.0, median(steps)) if len(steps) >= MIN_LETTERS else 0.0
    last = shards[0]
    for before, after in pairwise(shards):
        step = _step(before, after)
        glue = _glue(before, after) if step is None else _of_step(step, usual)
        text, size = f"{last.line.text}{glue}{after.line.text}", max(last.line.size, after.line.size)
        last = replace(last, line=replace(last.line, text=text, size=size), right=after.right, end=after.end)
    return [last]


def _step(before: PlacedLine, after: PlacedLine) -> float | None:
    """Return how far a piece of Latin letters lies behind the one before, in sizes of print; None where faces tell it not."""
    are_latin = before.line.text[-1:] < FIRST_OF_EAST and after.line.text[:1] < FIRST_OF_EAST
    return (after.left - before.end) / max(1.0, after.line.size) if are_latin and before.end is not None else None


def _of_step(step: float, usual: float) -> str:
    return "\t" if step >= usual + 1 else " " if is_word_step(step, usual) else ""


def _is_letter(one: PlacedLine) -> bool:
    return len(one.line.text.strip()) == 1


def _touches(before: PlacedLine | None, letter: PlacedLine) -> bool:
    """Tell a letter that stands as close behind a line as behind the letters in it: 1380013800 / 0."""
    if before is None or before.baseline is None or letter.baseline is None:
        return False
    is_level = abs(before.baseline - letter.baseline) < SAME_LEVEL
    return is_level and abs(letter.left - before.right) < WORD_GAP_EMS * letter.line.size


def _has_run_of_letters(placed: Sequence[PlacedLine]) -> bool:
    """Tell letters that follow each other on one baseline, each a line of its own."""
    length = 1
    for before, one in pairwise(placed):
        is_next = _is_letter(before) and _is_letter(one) and _glue(before, one) is not None
        length = length + 1 if is_next else 1
        if length == MIN_LETTERS:
            return True
    return False


def _glue(before: PlacedLine, after: PlacedLine) -> str | None:
    """Return what stands between two pieces of one printed line; None when they are not of one line."""
    if before.baseline is None or after.baseline is None or abs(before.baseline - after.baseline) > SAME_BASELINE:
        return None
    ems = (after.left - before.right) / max(1.0, after.line.size)
    if not -1 < ems < MAX_GAP_EMS:
        return None
    if ems < 1 and before.line.text[-1:] in "，。、；：·！？":
        return ""  # their ink fills half of their width
    are_latin = before.line.text[-1:].isascii() and after.line.text[:1].isascii()
    return "\t" if ems >= 1 else " " if ems > (WORD_GAP_EMS if are_latin else 2 * WORD_GAP_EMS) else ""


def in_rows(placed: Sequence[PlacedLine]) -> list[Line]:
    """Return the lines of a page, with cells that were painted by themselves put behind the text of their row.

    Such cells follow each other in the file, end at the right edge of the text, and each shares the baseline of a line that is
    painted later. Without a date among them they may be a column of its own and stay as they are.
    """
    behind: dict[int, list[int]] = {}
    moved: set[int] = set()
    edge = max((one.right for one in placed), default=0.0)
    levels = _levels(placed)
    for run in _runs(placed, edge):
        for i, partner in _partners(placed, levels, run).items():
            behind.setdefault(partner, []).append(i)
            moved.add(i)
    return [_joined(placed, i, behind.get(i, ())) for i in range(len(placed)) if i not in moved]


def _levels(placed: Sequence[PlacedLine]) -> list[tuple[float, int]]:
    """Return baseline and number of each line that has one, from the bottom of the page up."""
    return sorted((one.baseline, number) for number, one in enumerate(placed) if one.baseline is not None)


def _partners(placed: Sequence[PlacedLine], levels: Sequence[tuple[float, int]], run: range) -> dict[int, int]:
    """Return the line that each cell of a run stands behind; nothing where they are a column of their own.

    In a run of dates most must share the baseline of a line; the others stand half a line off it, beside a list.
    """
    exact = {i: partner for i in run if (partner := _partner(placed, levels, i, run)) is not None}
    n_dates = sum(DATES_ALONE.fullmatch(placed[i].line.text.strip()) is not None for i in run)
    if len(exact) == len(run):
        return exact if n_dates else {}
    if n_dates < len(run) or len(run) < MIN_DATES or len(exact) < MIN_EXACT * len(run):
        return {}
    off = [i for i in run if i not in exact]
    loose = {i: _partner(placed, levels, i, run, within=HALF_LINE * placed[i].line.size) for i in off}
    return exact | {i: partner for i, partner in loose.items() if partner is not None}


def _runs(placed: Sequence[PlacedLine], edge: float) -> Iterable[range]:
    start = 0
    while start < len(placed):
        end = start
        while end < len(placed) and _is_cell(placed[end]) and edge - placed[end].right <= SAME_EDGE:
            end += 1
        if end > start:
            yield range(start, end)
        start = max(end, start + 1)


def _is_cell(one: PlacedLine) -> bool:
    text = one.line.text.strip()
    return one.baseline is not None and 0 < len(text) <= MAX_CELL_CHARS and "\t" not in text


def _partner(
    placed: Sequence[PlacedLine],
    levels: Sequence[tuple[float, int]],
    index: int,
    run: range,
    *,
    within: float = SAME_BASELINE,
) -> int | None:
    """Return the nearest line to the left on the same baseline, if it was painted after the cells."""
    cell = placed[index]
    if cell.baseline is None:
        return None
    first = bisect_left(levels, (cell.baseline - within, 0))
    end = bisect_right(levels, (cell.baseline + within, len(placed)))
    left = [other for _, other in levels[first:end] if other not in run and placed[other].right <= cell.left]
    nearest = max(left, key=lambda other: (placed[other].right, -other), default=None)
    if nearest is None or nearest < run.stop or _is_nearer(placed, levels, cell, placed[nearest]):
        return None
    return nearest


def _is_nearer(
    placed: Sequence[PlacedLine], levels: Sequence[tuple[float, int]], cell: PlacedLine, front: PlacedLine
) -> bool:
    """Tell whether another column stands between a line and a cell, half a line off."""
    level, height = cell.baseline or 0.0, HALF_LINE * cell.line.size
    near = levels[bisect_left(levels, (level - height, 0)) : bisect_right(levels, (level + height, len(placed)))]
    return any(front.right < placed[other].left and placed[other].right <= cell.left for _, other in near)


def _joined(placed: Sequence[PlacedLine], index: int, cells: Sequence[int]) -> Line:
    line = placed[index].line
    if not cells:
        return line
    ordered = sorted(cells, key=lambda i: placed[i].left)
    return replace(line, text="\t".join([line.text.rstrip(), *(placed[i].line.text.strip() for i in ordered)]))
