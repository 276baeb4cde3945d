"""Names that a narrow cell breaks between two words: ``Northmoor`` / ``Regional`` / ``Tide Authority`` beside the post.

A cell tells itself by the order of paint: its lines stand below each other, and the next cell begins higher up to the right.
A line goes on where the first word of the next had no room behind it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.pdf_margins import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.pdf_rows import PlacedLine

MAX_LINES = 6  # of a cell; longer ones hold lists and prose
MAX_CHARS = 40  # of a line of such a cell
SAME_EDGE, SAME_SIZE = 1.5, 0.5  # points
MIN_STEP_EMS, MAX_STEP_EMS = 0.9, 2.2
MAX_RISE_EMS = 0.7  # of the next cell over the first line
SURE_FIRM = 0.6
SPACE_EMS = 0.25
PADDING = 16.0  # points that two cells keep free between their texts
_NAMED = re.compile(r"[A-Za-zÀ-ž&(][\w&.,'’()/ À-ž-]*[A-Za-zÀ-ž.,&)-]")
_YEAR = re.compile(r"\d{4}|\b(?:present|now|today)\b", re.IGNORECASE)


def with_narrow_cells_whole(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with the names in its narrow cells put together."""
    whole: list[PlacedLine] = []
    start = 0
    while start < len(placed):
        end = _end_of_cell(placed, start)
        if end - start > 1:
            room = _room_of(placed, placed[start], placed[end].left)
            whole += _joined(placed[start:end], room)
        else:
            whole.append(placed[start])
        start = max(end, start + 1)
    return whole


def _end_of_cell(placed: Sequence[PlacedLine], start: int) -> int:
    """Return where the lines of a cell end that begins here and another stands beside; the next line where none does."""
    end = start + 1
    while end < len(placed) and end - start <= MAX_LINES and _is_below(placed[end - 1], placed[end]):
        end += 1
    is_cell = 1 < end - start <= MAX_LINES and end < len(placed) and _is_beside(placed[start:end], placed[end])
    return end if is_cell else start + 1


def _is_below(one: PlacedLine, other: PlacedLine) -> bool:
    if one.baseline is None or other.baseline is None or "\t" in one.line.text + other.line.text:
        return False
    em, step = max(1.0, one.line.size), one.baseline - other.baseline
    is_same = abs(one.left - other.left) <= SAME_EDGE and abs(one.line.size - other.line.size) <= SAME_SIZE
    return is_same and MIN_STEP_EMS * em <= step <= MAX_STEP_EMS * em


def _is_beside(lines: Sequence[PlacedLine], after: PlacedLine) -> bool:
    """Tell the cell to the right, painted next: no higher than the first line, and above the last one."""
    first, last = lines[0], lines[-1]
    if after.baseline is None or first.baseline is None or last.baseline is None:
        return False
    em = max(1.0, first.line.size)
    is_level = last.baseline + em / 2 < after.baseline <= first.baseline + MAX_RISE_EMS * em
    return is_level and after.left > max(one.right for one in lines)


def _room_of(placed: Sequence[PlacedLine], first: PlacedLine, behind: float) -> float:
    """Return how far to the right a line of a column may reach at least: as far as others do, or to the next column."""
    column = [one.right for one in placed if abs(one.left - first.left) <= SAME_EDGE and one.right < behind]
    return max(behind - PADDING, *column)


def _joined(lines: Sequence[PlacedLine], room: float) -> list[PlacedLine]:
    whole = [lines[0]]
    for above, below in pairwise(lines):
        if not _goes_on(above, below, room):
            whole.append(below)
            continue
        text = f"{whole[-1].line.text.rstrip()} {below.line.text.strip()}"
        right = max(whole[-1].right, below.right)
        whole[-1] = replace(whole[-1], line=replace(whole[-1].line, text=text), right=right)
    return whole


def _are_post_and_house(above: str, below: str) -> bool:
    """Tell a post below or above its house, a line each: ``Larch Foods Ltd`` / ``Shift Supervisor``."""
    posts = [title_score(text) == 1.0 for text in (above, below)]
    return any(posts) and not all(posts) and employer_score(below if posts[0] else above) >= SURE_FIRM


def _goes_on(above: PlacedLine, below: PlacedLine, room: float) -> bool:
    """Tell a name that goes on in the next line: the first word there had no room in this one."""
    texts = above.line.text.strip(), below.line.text.strip()
    if any(len(text) > MAX_CHARS or _YEAR.search(text) or is_title(text) for text in texts):
        return False
    if not all(_NAMED.fullmatch(text) for text in texts) or may_be_place(texts[1]) or _are_post_and_house(*texts):
        return False
    word = texts[1].split(" ")[0]
    width = (below.right - below.left) * len(word) / len(texts[1])
    return above.right + SPACE_EMS * max(1.0, above.line.size) + width > room
