"""Headings that the left margin breaks over two rows: ``Professional<tab>Baker, Northwind`` / ``Experience<tab>baked bread``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.headings import section_of_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.document import Line

MAX_WORD = 16
_EXPERIENCE = "Experience"
_KINDS_OF_EXPERIENCE = frozenset(
    {"Research", "Teaching", "Clinical", "Volunteer", "Leadership", "Industry", "Internship"}
)
_WORD = re.compile(r"[A-Z][A-Za-z&]+(?: (?:and|&|of))?|(?:and|&|of) [A-Z][A-Za-z]+")


def with_margin_headings(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with such a heading put together over the row that it stands beside.

    Both words must make a heading, and the second has cells beside it: a heading alone over two lines is none of
    the margin.
    """
    found: list[Line] = []
    for line in lines:
        word, tab, rest = line.text.partition("\t")
        above = found[-1] if found else None
        if above is None or not tab or not rest.strip() or not _is_word(word):
            found.append(line)
            continue
        begun, tab_above, rest_above = above.text.partition("\t")
        whole = f"{begun.strip()} {word.strip()}"
        if not _is_word(begun) or not _is_whole(begun.strip(), word.strip()):
            found.append(line)
            continue
        found[-1] = replace(above, text=whole)
        if tab_above and rest_above.strip():
            found.append(replace(above, text=rest_above.strip(), is_heading=False))
        found.append(replace(line, text=rest.strip()))
    return found


def _is_word(cell: str) -> bool:
    return len(cell.strip()) <= MAX_WORD and _WORD.fullmatch(cell.strip()) is not None


def _is_whole(begun: str, word: str) -> bool:
    """Whether two words make one heading, and the first of them none of its own that stands beside one line."""
    if _is_heading(begun):
        return word == _EXPERIENCE and begun in _KINDS_OF_EXPERIENCE
    if _is_heading(f"{begun} {word}"):
        return True
    is_told = begun in _KINDS_OF_EXPERIENCE if word == _EXPERIENCE else not _is_heading(word)
    return is_told and section_of_heading(f"{begun} {word}", stands_out=True) is not None


def _is_heading(text: str) -> bool:
    return re.sub(r"[\W_]+", "", text).lower() in section_table()
