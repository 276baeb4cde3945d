"""Letters of a PDF set apart, as designs set names and headings: ``TAV I S T O N M O R L A N D``.

PDFium takes a wide step between two letters for a space, and misses it where the pair is drawn closer together. What a letter
takes up by its face, without its ink, tells how far apart a line sets all of them, and which steps are wider still.
"""

from __future__ import annotations

import ctypes
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2.raw as pdfium

from ringback.readers.pdf_glyphs import NOTHING

MIN_LETTERS = 5  # each by itself; fewer are grades, or the names of languages
MIN_TOKENS, MAX_TOKEN = 3, 3.0  # pieces of letters set apart are hardly longer than this
MIN_SHARE = 0.6  # of a line are letters
LEAST_STEP = 0.04  # of the size of print; letters that are not set apart have none
WORD_STEP, OF_STEP = 0.12, 0.5  # what a space adds to the step between letters: much of its own, and of theirs
CELL_STEP = 2.5
FIRST_OF_EAST = "\u2e80"
Edges = tuple[float, float, float, float]  # left, right, foot and top of what a character takes up


def with_words_whole(textpage: Any, shown: str, start: int) -> str | None:
    """Return a line of letters set apart with whole words, a sign for nothing where they were parted; else None."""
    tokens = shown.split()
    n_letters = sum(map(len, tokens))
    least = MIN_LETTERS if n_letters == len(tokens) else MIN_TOKENS
    if len(tokens) < least or n_letters > MAX_TOKEN * len(tokens):
        return None
    if sum(map(str.isalpha, shown)) < MIN_SHARE * n_letters or not all(
        mark < FIRST_OF_EAST for mark in shown if mark.isalpha()
    ):
        return None
    steps = _steps(textpage, shown, start)
    if not steps:
        return None
    usual = median(step for step, _, _ in steps)
    if min(step for step, _, _ in steps) < LEAST_STEP:
        return None  # A B C and words that are whole
    out = list(shown)
    for step, before, behind in steps:
        between = "\t" if step > usual + CELL_STEP else " " if is_word_step(step, usual) else ""
        if behind - before > 1:
            out[before + 1 : behind] = [*(between or NOTHING), *[NOTHING] * (behind - before - 2)]
    return "".join(out)


def is_word_step(step: float, usual: float) -> bool:
    """Tell the step between two words, in sizes of print, where that between letters is the usual one."""
    return step > usual + WORD_STEP + OF_STEP * usual


def _steps(textpage: Any, shown: str, start: int) -> list[tuple[float, int, int]]:
    """Return how far each letter lies behind the one before, in sizes of print, and where both stand; none on two lines."""
    at = [offset for offset, mark in enumerate(shown) if not mark.isspace() and mark != NOTHING]
    edges = [edges_of(textpage, start + offset) for offset in at]
    known = [one for one in edges if one is not None]
    if len(known) != len(edges):
        return []
    size = known[0][3] - known[0][2]
    if size <= 0 or any(abs(one[2] - known[0][2]) > size / 2 for one in known):
        return []
    steps = [(after[0] - before[1]) / size for before, after in pairwise(known)]
    if min(steps) < -1:
        return []
    return [(step, *both) for step, both in zip(steps, pairwise(at), strict=True)]


def edges_of(textpage: Any, index: int) -> Edges | None:
    """Return what a character takes up by its face, which begins where the one before ends; None where it is not told."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)) or box.right <= box.left:
        return None
    return box.left, box.right, box.bottom, box.top
