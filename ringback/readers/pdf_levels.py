"""Letters of two lines that PDFium gives as one: on pages of few narrow lines it takes print for vertical, and joins them."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

MAX_SHARD = 40  # a longer line is no piece of one
NEXT_LEVEL = 0.8  # of the height of a letter; a raised ending stands less high


def parted_by_level(textpage: Any, part: str, start: int) -> list[tuple[int, str]]:
    """Return (offset, text) of the pieces of a line without spaces that stand on lines of their own: 女 / 19 of 女19."""
    if " " in part or not 1 < len(part) <= MAX_SHARD:
        return [(0, part)]
    first, last = _level(textpage, start), _level(textpage, start + len(part) - 1)
    if first is None or last is None or abs(first[0] - last[0]) < NEXT_LEVEL * first[1]:
        return [(0, part)]
    levels = [_level(textpage, start + at) or first for at in range(len(part))]
    return cut_at_levels(part, [level for level, _ in levels], size=first[1])


def cut_at_levels(part: str, levels: Sequence[float], *, size: float) -> list[tuple[int, str]]:
    """Cut a line wherever the next letter stands on another baseline; ``levels`` are one a letter, ``size`` is in points too."""
    cuts = [at for at, (before, here) in enumerate(pairwise(levels), 1) if abs(here - before) >= NEXT_LEVEL * size]
    return [(begin, part[begin:end]) for begin, end in zip([0, *cuts], [*cuts, len(part)], strict=True)]


def _level(textpage: Any, at: int) -> tuple[float, float] | None:
    """Return the baseline of a letter and the size of its print, in points; None where either is not told."""
    x, y = ctypes.c_double(), ctypes.c_double()
    size = pdfium.FPDFText_GetFontSize(textpage, at)
    found = pdfium.FPDFText_GetCharOrigin(textpage, at, ctypes.byref(x), ctypes.byref(y))
    return (y.value, size) if found and size > 0 else None
