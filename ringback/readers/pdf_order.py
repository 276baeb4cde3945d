"""Letters of a line that were painted after it: those that its face lacks and another one lends (籍 among 贯：安徽)."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from ringback.readers import patterns as re
from ringback.readers.pdf_gaps import CELL_GAP, letter_height

FIRST_SIGN = "\u2000"
_GAP = re.compile(f"(?<=[^ ]) +(?=[{FIRST_SIGN}-\U0010ffff])")
SAME_LEVEL = 0.35  # of the height of a line: another face may stand a little higher
MAY_OVERLAP = 0.3
SPACE = 0.5  # between letters that were not painted one after the other
_Glyph = tuple[float, float, float, int]  # left, right, baseline, where in the text


@dataclass(frozen=True, slots=True)
class OrderedLine:
    """The text of a line in the order of print, and its baseline, left and right end."""

    text: str
    place: tuple[float, float, float]


def in_order_of_print(textpage: Any, shown: str, start: int) -> OrderedLine | None:
    """Return a line by where its letters stand, where some were painted after it into gaps that it left for them.

    None where all letters follow each other, and where what was painted later is a cell of its own or another line.
    """
    if not _goes_back(textpage, shown, start):
        return None
    glyphs = [_glyph(textpage, start, at) for at, mark in enumerate(shown) if not mark.isspace()]
    known = [glyph for glyph in glyphs if glyph is not None]
    height = letter_height(textpage, start + len(shown) - len(shown.lstrip()), pdfium.FS_RECTF())
    if len(known) != len(glyphs) or not height or not _is_one_line(known, height):
        return None
    placed = sorted(known)
    parts = [shown[placed[0][3]]]
    for before, here in pairwise(placed):
        gap = (here[0] - before[1]) / height
        if gap < -MAY_OVERLAP:
            return None
        parts += [_between(shown, before[3], here[3], gap), shown[here[3]]]
    return OrderedLine("".join(parts), (placed[0][2], placed[0][0], placed[-1][1]))


def _between(shown: str, before: int, here: int, gap: float) -> str:
    """Return what parts two letters: a tab, the space printed there, or one where neither was painted behind the other."""
    printed = shown[before + 1 : here]
    is_next = before < here and not printed.strip()
    if is_next and not printed:
        return ""
    if gap > CELL_GAP:
        return "\t"
    if is_next:
        return " "
    return " " if gap > SPACE else ""


def _goes_back(textpage: Any, shown: str, start: int) -> bool:
    """Tell a line in which a letter or sign behind a space stands left of what is in front of the space."""
    for gap in _GAP.finditer(shown):
        front, back = _glyph(textpage, start, gap.start() - 1), _glyph(textpage, start, gap.end())
        if front and back and back[0] < front[0]:
            return True
    return False


def _is_one_line(glyphs: list[_Glyph], height: float) -> bool:
    """Tell letters put into the gaps of a line from a line below it, and from a cell to the left of all that is in front."""
    levels = [glyph[2] for glyph in glyphs]
    if max(levels) - min(levels) > SAME_LEVEL * height:
        return False
    turn = next((at for at, (before, here) in enumerate(pairwise(glyphs), 1) if here[0] < before[0]), 0)
    return min(glyphs[:turn])[0] < glyphs[turn][0] if turn else False


def _glyph(textpage: Any, start: int, at: int) -> _Glyph | None:
    number = ctypes.c_double
    left, right, x, y, unused = number(), number(), number(), number(), number()
    found = pdfium.FPDFText_GetCharBox(
        textpage, start + at, left, right, unused, unused
    ) and pdfium.FPDFText_GetCharOrigin(textpage, start + at, x, y)
    return (left.value, right.value, y.value, at) if found else None
