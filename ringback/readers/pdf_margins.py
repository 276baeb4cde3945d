"""Titles of sections in the left margin, painted before or behind all that they stand beside: each comes right in front of it.

Browsers paint what is positioned after what flows, and programs for layout paint a frame at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.heading_table import section_table
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.pdf_rows import PlacedLine

MAX_TITLE_CHARS, MAX_TITLE_LINES = 30, 3
MAX_TITLES = 24
SAME_LEVEL_EMS = 0.7  # the title is larger or smaller than the text beside it
MAX_STEP_EMS = 1.8  # between the lines of one title
MIN_GAP = 4.0  # points between the margin and the text


def with_titles_in_front(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with titles in the left margin in front of the first line that they stand beside.

    A title alone in its column is meant: below it the margin is empty to the next one.
    """
    lines = list(placed)
    for title in _titles(placed)[:MAX_TITLES]:
        _move(lines, title)
    return lines


def _titles(placed: Sequence[PlacedLine]) -> list[list[PlacedLine]]:
    titles: list[list[PlacedLine]] = []
    number = 0
    while number < len(placed):
        title = _title_at(placed, number)
        titles += [title] if title else []
        number += len(title) if title else 1
    return titles


def _title_at(placed: Sequence[PlacedLine], number: int) -> list[PlacedLine] | None:
    """Return the lines of a known title that begins here, broken as a narrow margin does."""
    for end in range(min(number + MAX_TITLE_LINES, len(placed)), number, -1):
        lines = list(placed[number:end])
        text = " ".join(one.line.text.strip() for one in lines)
        if len(text) <= MAX_TITLE_CHARS and is_title(text) and all(map(_is_next, lines, lines[1:])):
            return lines if all(one.baseline is not None for one in lines) else None
    return None


def is_title(text: str) -> bool:
    """Tell the title of a section that stands alone."""
    return "\t" not in text and "".join(filter(str.isalpha, fold(text))).lower() in section_table()


def _is_next(above: PlacedLine, below: PlacedLine) -> bool:
    if above.baseline is None or below.baseline is None:
        return False
    step = above.baseline - below.baseline
    return 0 < step <= MAX_STEP_EMS * max(1.0, above.line.size) and above.line.size == below.line.size


def _move(lines: list[PlacedLine], title: list[PlacedLine]) -> None:
    """Move a title within the lines of its page, if it is painted apart from the text beside it."""
    at = next(n for n, line in enumerate(lines) if line is title[0])
    beside = [n for n, line in enumerate(lines) if _is_beside(title, line)]
    if not beside:
        return
    end = at + len(title)
    if beside[0] < at:
        start = beside[0]
        is_apart = end == len(lines) or not _is_in_margin(title, lines[end])
        is_of_title = all(_is_right_below(title, line) for line in lines[start:at])
    else:
        start = beside[0]
        is_apart = start > end
        is_of_title = is_apart and all(
            _is_above(title, line) or _title_at(lines[n : n + MAX_TITLE_LINES], 0)
            for n, line in enumerate(lines[end:start], end)
        )
    if not (is_apart and is_of_title):
        return
    del lines[at:end]
    start -= len(title) if start > at else 0
    lines[start:start] = title


def _is_beside(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    return (
        _is_right(title, line)
        and abs((line.baseline or 0.0) - (title[0].baseline or 0.0)) <= SAME_LEVEL_EMS * title[0].line.size
    )


def _is_right_below(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    return (
        _is_right(title, line)
        and (line.baseline or 0.0) <= (title[0].baseline or 0.0) + SAME_LEVEL_EMS * title[0].line.size
    )


def _is_right(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    return line.baseline is not None and line.left >= max(one.right for one in title) + MIN_GAP


def _is_in_margin(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    """Tell text below a title in its own column, which that title heads; the next title is none."""
    is_below = line.baseline is not None and not _is_right(title, line) and not _is_above(title, line)
    return is_below and not is_title(line.line.text.partition("\t")[0])


def _is_above(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    return line.baseline is not None and line.baseline > (title[0].baseline or 0.0)
