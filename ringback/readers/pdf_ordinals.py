"""Ordinals with a raised ending, which a browser sets on a baseline of its own: ``7`` / ``th`` / ``December`` are one line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.pdf_rows import SAME_BASELINE, PlacedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_RAISE = 0.7  # of the letters
MAX_TOUCH_EMS = 0.35
MAX_SPACE_EMS = 0.8
_ENDING = "(?:st|nd|rd|th|ST|ND|RD|TH)"
_RAISED = re.compile(rf"{_ENDING}(?![a-z])")
_DIGIT_AT_END = re.compile(r"\d$")
_ORDINAL_AT_END = re.compile(rf"\d{_ENDING}$")


def with_ordinals_whole(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Put the pieces of a printed line together that a raised ending of an ordinal broke."""
    whole: list[PlacedLine] = []
    for one in placed:
        last = whole[-1] if whole else None
        glue = _glue(last, one) if last else None
        if last is None or glue is None:
            whole.append(one)
            continue
        line = replace(
            last.line,
            text=f"{last.line.text.rstrip()}{glue}{one.line.text.lstrip()}",
            size=max(last.line.size, one.line.size),
        )
        whole[-1] = replace(last, line=line, right=one.right)
    return whole


def _glue(before: PlacedLine, after: PlacedLine) -> str | None:
    """Return what stands between a number and its raised ending, or that ending and what follows; None elsewhere."""
    if before.baseline is None or after.baseline is None:
        return None
    raised, ems = after.baseline - before.baseline, max(before.line.size, after.line.size, 1.0)
    gap = (after.left - before.right) / ems
    text = before.line.text.rstrip()
    if _DIGIT_AT_END.search(text) and _RAISED.match(after.line.text.lstrip()):
        is_raised = SAME_BASELINE < raised < MAX_RAISE * ems
        return "" if is_raised and abs(gap) < MAX_TOUCH_EMS else None
    is_level = abs(raised) <= SAME_BASELINE
    return " " if _ORDINAL_AT_END.search(text) and is_level and -MAX_TOUCH_EMS < gap < MAX_SPACE_EMS else None
