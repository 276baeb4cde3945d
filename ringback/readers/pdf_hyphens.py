"""Hyphens of a PDF: those that break a word at the end of a line, and real ones that the font calls soft."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from ringback.readers import patterns as re

SOFT = "\u00ad"
MIN_CAPITALS = 3  # a word in capitals is hardly ever broken but at its hyphen
MIN_INK = 0.5  # points: what is drawn narrower than this is not seen
_MARK = re.compile("[\ufffe\x02](?:\r?\n)?")
_MARK_IN_ADDRESS = re.compile("(?<=[A-Za-z])[\ufffe\x02](?=[A-Za-z][A-Za-z0-9.+_-]{0,40}@)")
_BREAKS_AT_HYPHENS = re.compile(r"Skia|LibreOffice|OpenOffice|Microsoft|WPS", re.IGNORECASE)
_URL_TAIL = re.compile(r"(?:https?://|www\.|linkedin\.com|github\.com|@)[^\s]*$", re.IGNORECASE)
_LETTERS_BEFORE = re.compile(r"[A-Za-z]+$")
_LETTERS = re.compile(r"[A-Za-z]+")
_SOFT_BETWEEN = re.compile(rf"(?<=\w){SOFT}(?=\w)")


def without_marks(text: str) -> str:
    """Resolve PDFium's line-end hyphen mark: a real hyphen inside an address, nothing inside a word."""
    text = text.replace("\r\n", "\n")
    if "\ufffe" not in text and "\x02" not in text:
        return text
    out: list[str] = []
    position = 0
    for mark in _MARK.finditer(text):
        before = text[position : mark.start()]
        out.append(before)
        is_address = _URL_TAIL.search(text[max(0, mark.start() - 80) : mark.start()])
        follows_digit = before[-1:].isdigit() or text[mark.end() : mark.end() + 1].isdigit()
        after = text[mark.end() : mark.end() + 1]
        is_double_name = (before[-1:].islower() or before[-MIN_CAPITALS:].isupper()) and after.isupper()
        out.append("-" if is_address or follows_digit or is_double_name else "")
        position = mark.end()
    out.append(text[position:])
    return "".join(out)


def with_hyphens_in_addresses(text: str, *, producer: str = "") -> str:
    """Return text of the same length with the mark in front of an @ made a hyphen, where the page tells that it is one.

    ``jo.hall`` / ``marsh@…`` keeps its hyphen where the page prints Hall-Marsh, or Hall and Marsh as words; TeX also breaks
    addresses where nobody put one. Browsers and office programs break them at their own hyphens only.
    """
    if "@" not in text or not _MARK_IN_ADDRESS.search(text):
        return text
    if _BREAKS_AT_HYPHENS.search(producer):
        return _MARK_IN_ADDRESS.sub("-", text)
    lowered = text.lower()
    words = set(_LETTERS.findall(lowered))

    def resolved(mark: re.Match[str]) -> str:
        before = _LETTERS_BEFORE.search(lowered, max(0, mark.start() - 40), mark.start())
        after = _LETTERS.match(lowered, mark.end())
        if not before or not after:
            return mark.group()
        first, second = before.group(), after.group()
        is_apart = first + second not in words and _are_words(lowered, first, second)
        return "-" if is_apart or f"{first}-{second}" in lowered else mark.group()

    return _MARK_IN_ADDRESS.sub(resolved, text)


def _are_words(lowered: str, first: str, second: str) -> bool:
    """Tell whether both halves are printed elsewhere too, not in the address alone."""
    return all(len(re.findall(rf"\b{word}\b", lowered)) > 1 for word in (first, second))


def with_drawn_hyphens(textpage: Any, text: str) -> str:
    """Return text with the soft hyphens inside its lines that the page shows made hyphens; XeTeX names some fonts' so."""
    if SOFT not in text:
        return text
    return _SOFT_BETWEEN.sub(lambda found: "-" if _is_drawn(textpage, found.start()) else found.group(), text)


def _is_drawn(textpage: Any, index: int) -> bool:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    edges = ctypes.byref(left), ctypes.byref(right), ctypes.byref(bottom), ctypes.byref(top)
    return bool(pdfium.FPDFText_GetCharBox(textpage, index, *edges)) and right.value - left.value > MIN_INK
