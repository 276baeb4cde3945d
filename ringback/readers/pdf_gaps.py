"""Gaps within a printed line of a PDF: which of them part two cells, and how high the letters around them are."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from ringback.readers.normalise import is_latin

CELL_GAP = 0.75  # in letter heights: a word space is about a quarter, a cell gap far more
SMALL_GAP, OTHER_SIZE = 0.45, 0.1  # between print of two sizes less parts cells: a heading in the margin, small dates
LEAST_EM = 0.6  # of the height of a line, which holds ascenders, descenders and some air
SIZE_JUMP = 1.5  # within a line, print of two sizes this far apart is two lines that overlap
MIN_PAIRS, MAX_PAIRS = 6, 24  # neighbouring letters that tell a typewriter's face
SAME_PITCH = 0.02
BACK = 2.0  # letter heights: farther back than any accent or kerning reaches
ONE_SPACE = 2.2  # of a typewriter's steps: from the letter before a space to the one behind it
MIN_STRETCHED = 3
SAME_STRETCH = 1.3  # TeX lets the space behind a comma grow by a quarter more
MAX_STRETCH = 3.0
_SMALL_WORDS = frozenset(
    ["of", "and", "for", "the", "in", "at", "to", "with", "de", "la", "et", "und", "der", "&", "|"]
)  # no cell holds one alone


def with_gaps(textpage: Any, shown: str, start: int) -> str:
    """Turn a wide gap between two words into a tab, and a jump of the font size into the end of the line."""
    gaps = _Gaps(textpage, shown, start)
    out = list(shown)
    font = pdfium.FPDFText_GetFontSize(textpage, start + len(shown) - len(shown.lstrip()))
    near = font  # of the word in front
    wide: dict[int, float] = {}
    for offset in _ends_of_spaces(shown):
        here = pdfium.FPDFText_GetFontSize(textpage, start + offset + 1)
        is_small = near != here and shown[offset - 1].islower() and _is_change(textpage, start + offset, near, here)
        if font > 0 and here > 0 and not 1 / SIZE_JUMP < here / font < SIZE_JUMP:
            out[offset], font, gaps.height = "\n", here, 0.0
        elif width := gaps.width_at(offset, SMALL_GAP if is_small else CELL_GAP):
            if width < 0:
                out[offset], gaps.height = "\n", 0.0
            else:
                out[offset], wide[offset] = "\t", width
        near = here
    for offset in _stretched(shown, wide, gaps):
        out[offset] = " "
    return "".join(out)


def _ends_of_spaces(shown: str) -> Iterator[int]:
    """Yield where the spaces in front of words are, of several the last; none at either end of the line."""
    at = shown.find(" ", 1)
    while 0 < at < len(shown) - 1:
        if shown[at + 1] != " ":
            yield at
        at = shown.find(" ", at + 1)


def _is_change(textpage: Any, space: int, before: float, behind: float) -> bool:
    """Tell print of another size behind a space, which parts cells, unless the letters in front of it are capitals.

    Small capitals change it too, but only for the first letter of a word: Night auditor.
    """
    if abs(behind - before) < OTHER_SIZE * before:
        return False
    before = pdfium.FPDFText_GetFontSize(textpage, space - 1)
    sizes = (behind, pdfium.FPDFText_GetFontSize(textpage, space + 2))
    return all(abs(size - before) >= OTHER_SIZE * before for size in sizes)


class _Gaps:
    """The gaps of one printed line, measured in the height of its letters."""

    def __init__(self, textpage: Any, shown: str, start: int) -> None:
        self.textpage, self.shown, self.start = textpage, shown, start
        self.left, self.right = ctypes.c_double(), ctypes.c_double()
        self.bottom, top = ctypes.c_double(), ctypes.c_double()
        self.edges = ctypes.byref(self.left), ctypes.byref(self.right), ctypes.byref(self.bottom), ctypes.byref(top)
        self.box = pdfium.FS_RECTF()
        self.height = 0.0
        self.step: float | None = None

    def width_at(self, offset: int, least: float) -> float:
        """Return how wide the gap at a space is in letter heights, 0 where it is not wider than ``least``.

        Below 0 where the print goes back and down instead: the next line, whose end PDFium took for a space.
        """
        before, behind = offset - 1, self.start + offset + 1
        while before > 0 and self.shown[before] == " ":
            before -= 1
        if not pdfium.FPDFText_GetCharBox(self.textpage, self.start + before, *self.edges):
            return 0.0
        end_of_word, foot = self.right.value, self.bottom.value
        if not self.height:
            self.height = max(letter_height(self.textpage, i, self.box) for i in (self.start + before, behind))
        if not pdfium.FPDFText_GetCharBox(self.textpage, behind, *self.edges):
            return 0.0
        width = self.left.value - end_of_word
        if width < -BACK * self.height < 0 and foot - self.bottom.value > self.height:
            return -1.0
        if not width > least * self.height > 0:
            return 0.0
        if before == offset - 1:
            self.step = _step(self.textpage, self.shown, self.start) if self.step is None else self.step
            if self.step and _apart(self.textpage, self.start + before, behind) <= ONE_SPACE * self.step:
                return 0.0
        return width / self.height


def _stretched(shown: str, wide: dict[int, float], gaps: _Gaps) -> list[int]:
    """Return the gaps that are word spaces of a Latin line set to full width in a narrow column: they are all alike.

    Between words that are set so no much narrower space is left, and none of the words is a number or an address.
    """
    if len(wide) < MIN_STRETCHED:
        return _around_small_words(shown, wide)
    least = min(wide.values())
    alike = [offset for offset, width in wide.items() if width <= SAME_STRETCH * least]
    between = shown[alike[0] + 1 : alike[-1]]
    is_one = len(alike) >= MIN_STRETCHED and least < MAX_STRETCH
    if is_one and len(between.split()) != len(alike) - 1:
        others = [at for at in range(alike[0], alike[-1]) if shown[at] == " " and at not in wide]
        is_one = all(gaps.width_at(at, least / SAME_STRETCH) for at in others)
    is_text = is_latin(between) and not any(mark.isdigit() or mark in "@/+|" for mark in between)
    return alike if is_one and is_text else []


def _around_small_words(shown: str, wide: dict[int, float]) -> list[int]:
    """Return the gaps of a line set to full width that a word shows which stands between two of them: Institute  of  Botany."""
    if not wide or max(wide.values()) > MAX_STRETCH * min(wide.values()):
        return []
    edges = [-1, *sorted(wide), len(shown)]
    cells = [shown[start + 1 : end].strip().lower() for start, end in pairwise(edges)]
    return list(wide) if any(cell in _SMALL_WORDS for cell in cells) else []


def letter_height(textpage: Any, index: int, box: Any) -> float:
    """Return the height of a character's line in points; small capitals are lower than the line they stand in.

    Fonts that do not tell their ascent get the box of the ink alone; the size of the font is what it would be otherwise.
    """
    height = box.top - box.bottom if pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)) else 0.0
    size = pdfium.FPDFText_GetFontSize(textpage, index)
    if size <= height:
        return float(height)
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix)):
        return float(height)
    return float(max(height, size * abs(matrix.a)))


def print_size(textpage: Any, index: int, box: Any) -> float:
    """Return the size a character is printed in, in points: the same for all faces of one size, bold or not.

    Where the file does not tell it (sizes of 1 that drawing makes large), the height of the line serves.
    """
    height = letter_height(textpage, index, box)
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix)):
        return height
    size = float(pdfium.FPDFText_GetFontSize(textpage, index) * abs(matrix.a))
    return size if LEAST_EM * height < size < height else height


def _step(textpage: Any, shown: str, start: int) -> float:
    """Return how far a typewriter's face moves on with each letter; 0 where letters are as wide as they are drawn."""
    steps: list[float] = []
    for offset, (one, following) in enumerate(pairwise(shown)):
        if one.isascii() and following.isascii() and one.isalnum() and following.isalnum():
            steps.append(_apart(textpage, start + offset, start + offset + 1))
            if abs(steps[-1] - steps[0]) > SAME_PITCH * abs(steps[0]):
                return 0.0
            if len(steps) == MAX_PAIRS:
                break
    return steps[0] if len(steps) >= MIN_PAIRS and steps[0] > 0 else 0.0


def _apart(textpage: Any, one: int, other: int) -> float:
    """Return the distance between the origins of two characters."""
    first, second, unused = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(textpage, one, ctypes.byref(first), ctypes.byref(unused))
    pdfium.FPDFText_GetCharOrigin(textpage, other, ctypes.byref(second), ctypes.byref(unused))
    return second.value - first.value
