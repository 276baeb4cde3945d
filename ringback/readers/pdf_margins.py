"""Titles of sections painted apart from what they head, over it or in the left margin: each comes right in front of it.

Browsers paint what is positioned after what flows: first all titles, then all entries of a timeline, and the dates in its
margin behind each. Programs for layout paint a frame at a time.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.dates import DATES_ALONE
from ringback.readers.fields.heading_table import section_table
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.pdf_rows import PlacedLine

MAX_TITLE_CHARS, MAX_TITLE_LINES = 30, 3
MAX_TITLES = 60
LEVEL_EMS = 0.8  # of its print a title keeps free above and below
SAME_LEVEL_EMS = 0.7  # the title is larger or smaller than the text beside it
MAX_STEP_EMS = 1.8  # between the lines of one title
_OPEN_DATES = re.compile(r"\d{4}.{0,30}(?:[-–—~]|\bto|[A-Za-z]{3,9}\.?)$")
MAX_ABOVE, MIN_SPACE = 2, 1.3  # lines of its text above a title; the space over them, of a step between them
MIN_GAP = 4.0  # points between the margin and the text
MAX_INDENT = 60.0  # points
MAX_BELOW_EMS = 3.0  # from a title to its text


def with_titles_in_front(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with titles and dates in the left margin in front of what they stand beside.

    Titles alone on their level come in front of the lines below them. In the margin one alone in its column is meant:
    below it the margin is empty to the next one. Titles may stand in the right margin too.
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
    """Return the lines of a known title that begins here, broken as a narrow margin does, or dates that stand alone."""
    if len(placed[number].line.text.strip()) > MAX_TITLE_CHARS:
        return None  # as most lines are
    end = number + 1
    while end < min(number + MAX_TITLE_LINES, len(placed)) and is_next(placed[end - 1], placed[end]):
        end += 1
    for lines in (list(placed[number:last]) for last in range(end, number, -1)):
        text = " ".join(one.line.text.strip() for one in lines)
        if len(text) > MAX_TITLE_CHARS:
            continue
        is_dates = all(map(_is_open, lines[:-1])) and DATES_ALONE.fullmatch(text) is not None
        if is_dates or is_title(text):
            return lines if lines[0].baseline is not None else None
    return None


def _is_open(line: PlacedLine) -> bool:
    """Tell dates that go on in the next line of a narrow margin: ``Jan 2020 –``, ``Jun 2017 – Dec``."""
    return _OPEN_DATES.search(line.line.text.rstrip()) is not None


def is_title(text: str) -> bool:
    """Tell the title of a section that stands alone."""
    return "\t" not in text and "".join(filter(str.isalpha, fold(text))).lower() in section_table()


def is_next(above: PlacedLine, below: PlacedLine) -> bool:
    """Tell a line in the same print right below another."""
    if above.baseline is None or below.baseline is None:
        return False
    step = above.baseline - below.baseline
    return 0 < step <= MAX_STEP_EMS * max(1.0, above.line.size) and above.line.size == below.line.size


def _move(lines: list[PlacedLine], title: list[PlacedLine]) -> None:
    """Move a title within the lines of its page, if it is painted apart from the text beside it."""
    at = next(n for n, line in enumerate(lines) if line is title[0])
    beside = _nearest(lines, [n for n, line in enumerate(lines) if _is_beside(title, line)], title)
    if not beside:
        _move_between(lines, title, at)
        return
    if is_title(title[0].line.text) and (first := _first_below(lines, title, at, beside)) is not None:
        del lines[at]
        lines.insert(first - 1, title[0])
        return
    end = at + len(title)
    if is_title(title[0].line.text) and (lead := _n_of_lead(title, lines, at, beside)):
        lines[at - lead : end] = [*title, *lines[at - lead : at]]
        return
    if beside[0] < at:
        start = beside[0]
        is_apart = end == len(lines) or not _is_in_margin(title, lines[end])
        is_of_title = all(_is_text_below(title, line) for line in lines[start:at])
    else:
        start = beside[0]
        between = [line for n, line in enumerate(lines[end : start + 1], end) if not _title_at(lines, n)]
        is_apart = start > end and not _is_row_of_cells(between)
        is_apart = is_apart and not _is_first_of_block(title, lines, end, start)
        is_of_title = is_apart and all(
            _is_above(title, line) or _title_at(lines[n : n + MAX_TITLE_LINES], 0)
            for n, line in enumerate(lines[end:start], end)
        )
    if not (is_apart and is_of_title):
        return
    del lines[at:end]
    start -= len(title) if start > at else 0
    lines[start:start] = title


def _nearest(lines: Sequence[PlacedLine], beside: list[int], title: Sequence[PlacedLine]) -> list[int]:
    """Return the lines on the level of a title without those of a column further to the right."""
    right = [lines[n].left for n in beside if lines[n].left > title[0].left]
    near = min(right, default=0.0)
    return [n for n in beside if lines[n].left <= near + MAX_INDENT or lines[n].left < title[0].left]


def _first_below(
    lines: Sequence[PlacedLine], title: Sequence[PlacedLine], at: int, beside: Sequence[int]
) -> int | None:
    """Return the first line of the text right below a title in its own column, where the text of another is painted between.

    What a browser positions, the entries of a timeline, comes behind all that flows: titles, and the column at the side.
    """
    edge = min(lines[n].left for n in beside)
    level, size = title[0].baseline or 0.0, title[0].line.size
    below = [
        n
        for n, line in enumerate(lines)
        if line.baseline is not None
        and 0 < level - line.baseline <= MAX_BELOW_EMS * size
        and title[0].left - MIN_GAP <= line.left
        and line.right < edge
    ]
    first = min(below, default=0)
    is_under = any(lines[n].left <= title[0].right for n in below)
    is_under = is_under and any(lines[n].right > title[0].right + MAX_INDENT for n in below)  # no title in the margin
    return first if is_under and len(title) == 1 and at < min(beside) < first else None


def _n_of_lead(title: Sequence[PlacedLine], lines: Sequence[PlacedLine], at: int, beside: Sequence[int]) -> int:
    """Return how many lines painted in front of a title begin, a little higher, the text that goes on right behind it."""
    end, start = at + len(title), at
    while start > 0 and _is_text_of(title, lines[start - 1]) and _is_above(title, lines[start - 1]):
        start -= 1
    block = [*lines[start:at], *lines[end : end + 1]]
    has_title = any(is_title(line.line.text) for line in block)
    is_block = 0 < at - start <= MAX_ABOVE and beside[0] == end and all(map(_is_next_step, block, block[1:]))
    return at - start if is_block and not has_title else 0


def _is_next_step(above: PlacedLine, below: PlacedLine) -> bool:
    step = (above.baseline or 0.0) - (below.baseline or 0.0)
    return 0 < step <= MAX_STEP_EMS * max(1.0, below.line.size)


def _is_first_of_block(title: Sequence[PlacedLine], lines: Sequence[PlacedLine], first: int, beside: int) -> bool:
    """Tell lines behind a title that begin its text a little higher than it stands: more space parts them from what is above."""
    floats = {n for n in range(first, beside) if lines[n].left > lines[beside].right and _is_period(lines[n])}
    block = [lines[n] for n in range(first, beside + 1) if n not in floats]
    if len(block) > MAX_ABOVE + 1 or not all(
        _is_text_of(title, line) and _is_above(title, line) for line in block[:-1]
    ):
        return False
    levels = [line.baseline or 0.0 for line in block]
    steps = [above - below for above, below in pairwise(levels)]
    above = [line.baseline - levels[0] for line in lines if line.baseline is not None and line.baseline > levels[0]]
    is_near = min(steps) > 0 and max(steps) <= MAX_STEP_EMS * block[-1].line.size
    return is_near and max(steps) * MIN_SPACE < min(above, default=max(steps) * MIN_SPACE + 1)


def _is_period(line: PlacedLine) -> bool:
    return DATES_ALONE.fullmatch(line.line.text.strip()) is not None


def _is_row_of_cells(lines: Sequence[PlacedLine]) -> bool:
    """Tell the cells of a row painted one behind the other, each beginning right of the one before and no lower."""
    return any(
        after.left > one.right and (after.baseline or 0.0) >= (one.baseline or 0.0) for one, after in pairwise(lines)
    )


def _move_between(lines: list[PlacedLine], title: list[PlacedLine], at: int) -> None:
    """Put a title alone on its level where the lines go on below it, if another line above it or none follows in paint."""
    level, size = title[0].baseline or 0.0, title[0].line.size
    if len(title) > 1 or not is_title(title[0].line.text):
        return
    behind = next((n for n in range(at + 1, len(lines)) if _is_text(lines, n)), None)
    if behind is not None and not _is_above(title, lines[behind]):
        return
    beside = (n for n, line in enumerate(lines) if abs((line.baseline or 0.0) - level) < LEVEL_EMS * size)
    if any(_is_text(lines, n) for n in beside):
        return
    text = [n for n in range(len(lines)) if _is_text(lines, n)]
    ends = [
        (above, below)
        for above, below in pairwise([-1, *text])
        if (above < 0 or _is_above(title, lines[above])) and not _is_above(title, lines[below])
    ]
    ends = [(above, below) for above, below in ends if lines[below].left >= title[0].left - MIN_GAP]
    if len(ends) != 1 or _has_title_of_own(lines, title, ends[0][1]):
        return
    place = next((n for n in range(ends[0][0] + 1, ends[0][1]) if not _is_above(title, lines[n])), ends[0][1])
    if place in {at, at + 1}:
        return
    del lines[at]
    lines.insert(place - (place > at), title[0])


def _is_text(lines: Sequence[PlacedLine], number: int) -> bool:
    return lines[number].baseline is not None and not _title_at(lines, number)


def _has_title_of_own(lines: list[PlacedLine], title: list[PlacedLine], below: int) -> bool:
    """Tell the text of another column, over which another title stands."""
    left = lines[below].left + MIN_GAP
    return any(title[0].right < line.left <= left and is_title(line.line.text) for line in lines)


def _is_beside(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    is_level = abs((line.baseline or 0.0) - (title[0].baseline or 0.0)) <= SAME_LEVEL_EMS * title[0].line.size
    return is_level and _is_text_of(title, line)  # few lines are, and where it begins costs more to find out


def _is_text_below(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    is_lower = (line.baseline or 0.0) <= (title[0].baseline or 0.0) + SAME_LEVEL_EMS * title[0].line.size
    return is_lower and _is_text_of(title, line)


def _is_text_of(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    """Tell a line to the right of a title or of dates in the left margin, or to the left of a title in the right one."""
    if line.baseline is None:
        return False
    is_right = line.left >= max(one.right for one in title) + MIN_GAP
    return is_right or (line.right <= min(one.left for one in title) - MIN_GAP and is_title(title[-1].line.text))


def _is_in_margin(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    """Tell text below a title in its own column, which that title heads; the next title is none."""
    is_below = line.baseline is not None and not _is_text_of(title, line) and not _is_above(title, line)
    return is_below and not is_title(line.line.text.partition("\t")[0])


def _is_above(title: Sequence[PlacedLine], line: PlacedLine) -> bool:
    return line.baseline is not None and line.baseline > (title[0].baseline or 0.0)
