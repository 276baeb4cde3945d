"""Gaps within a printed line of a PDF: which of them part two cells, and how high the letters around them are."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

CELL_GAP = 0.75  # in letter heights: a word space is about a quarter, a cell gap far more
LEAST_EM = 0.6  # of the height of a line, which holds ascenders, descenders and some air
SIZE_JUMP = 1.5  # within a line, print of two sizes this far apart is two lines that overlap
MIN_PAIRS, MAX_PAIRS = 6, 24  # neighbouring letters that tell a typewriter's face
SAME_PITCH = 0.02
ONE_SPACE = 2.2  # of a typewriter's steps: from the letter before a space to the one behind it


def with_gaps(textpage: Any, shown: str, start: int) -> str:
    """Turn a wide gap between two words into a tab, and a jump of the font size into the end of the line."""
    left, right = ctypes.c_double(), ctypes.c_double()
    bottom, top = ctypes.c_double(), ctypes.c_double()
    edges = ctypes.byref(left), ctypes.byref(right), ctypes.byref(bottom), ctypes.byref(top)
    out = list(shown)
    font = pdfium.FPDFText_GetFontSize(textpage, start + len(shown) - len(shown.lstrip()))
    box = pdfium.FS_RECTF()
    height = 0.0
    step: float | None = None
    for offset, mark in enumerate(shown):
        if mark != " " or offset == 0 or offset + 1 >= len(shown) or shown[offset + 1] == " ":
            continue
        before = offset - 1
        while before > 0 and shown[before] == " ":
            before -= 1
        here = pdfium.FPDFText_GetFontSize(textpage, start + offset + 1)
        if font > 0 and here > 0 and not 1 / SIZE_JUMP < here / font < SIZE_JUMP:
            out[offset], font, height = "\n", here, 0.0
            continue
        if not pdfium.FPDFText_GetCharBox(textpage, start + before, *edges):
            continue
        end_of_word = right.value
        if not height:
            height = max(letter_height(textpage, start + before, box), letter_height(textpage, start + offset + 1, box))
        if (
            not pdfium.FPDFText_GetCharBox(textpage, start + offset + 1, *edges)
            or not left.value - end_of_word > CELL_GAP * height > 0
        ):
            continue
        if before == offset - 1:
            step = _step(textpage, shown, start) if step is None else step
            if step and _apart(textpage, start + before, start + offset + 1) <= ONE_SPACE * step:
                continue
        out[offset] = "\t"
    return "".join(out)


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
