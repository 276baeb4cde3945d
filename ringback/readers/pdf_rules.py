"""Underscores that TeX draws as rules in its oldest fonts: they are lines of the page, no letters of its text."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from ringback.readers import patterns as re

MAX_OBJECTS = 4000
MAX_THICKNESS = 1.2  # points
MIN_WIDTH, MAX_WIDTH = 1.5, 12.0
SLACK = 1.5  # how far a rule may reach under the letters beside it
_GAP_IN_ADDRESS = re.compile(r"(?<=[A-Za-z0-9]) (?=[A-Za-z0-9][\w.]*@[\w-]+\.)")


class Rules:
    """The short thin rules of a page, looked for only once an address may need them."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.found: list[tuple[float, float, float]] | None = None

    def with_underscores(self, textpage: Any, shown: str, start: int) -> str:
        """Return a line with the spaces of its addresses that lie over a rule made underscores: ``jo lee@mill.example``."""
        if "@" not in shown or not (gaps := list(_GAP_IN_ADDRESS.finditer(shown))):
            return shown
        out = list(shown)
        for gap in gaps:
            if self._is_ruled(textpage, start + gap.start()):
                out[gap.start()] = "_"
        return "".join(out)

    def _is_ruled(self, textpage: Any, index: int) -> bool:
        before, behind = _box(textpage, index - 1), _box(textpage, index + 1)
        if before is None or behind is None:
            return False
        if self.found is None:
            self.found = list(_rules_of(self.page))
        left, right, base = before[1] - SLACK, behind[0] + SLACK, before[2]
        return any(left <= a and b <= right and base - 4 * SLACK <= y <= base + SLACK for a, b, y in self.found)


def _rules_of(page: Any) -> list[tuple[float, float, float]]:
    found = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    edges = ctypes.byref(left), ctypes.byref(bottom), ctypes.byref(right), ctypes.byref(top)
    for number in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        one = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(one) != pdfium.FPDF_PAGEOBJ_PATH or not pdfium.FPDFPageObj_GetBounds(one, *edges):
            continue
        if top.value - bottom.value <= MAX_THICKNESS and MIN_WIDTH <= right.value - left.value <= MAX_WIDTH:
            found.append((left.value, right.value, top.value))
    return found


def _box(textpage: Any, index: int) -> tuple[float, float, float] | None:
    """Return left, right and bottom of the ink of a character, in points."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    edges = ctypes.byref(left), ctypes.byref(right), ctypes.byref(bottom), ctypes.byref(top)
    if index < 0 or not pdfium.FPDFText_GetCharBox(textpage, index, *edges):
        return None
    return left.value, right.value, bottom.value
