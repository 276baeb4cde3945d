"""Europass of 2020: dates in brackets, below them the post, the house and ``City: Oslo | Country: Norway``, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.periods import period_in
from ringback.readers.fields.prints.told import job_of, lines_under, school_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.fields.found import Found
    from ringback.readers.fields.jobs.sentences import Halves
    from ringback.readers.fields.sheet import Sheet

_BRACKETED = re.compile(r"\[.{4,40}\]")
_PLACE = re.compile(r"(?:City|Ville|Stadt|Ciudad|Città|Cidade) ?: ?[^|]{1,80}\|\s?[^\W\d]+ ?:")
_MIN_ENTRY = 2


def job(sheet: Sheet) -> Halves | None:
    """Return post and house of the first job; None if it is not printed so."""
    return next((job_of(sheet, lines[:-1], lines[-1:]) for lines in _entries(sheet, "experience")), None)


def school(sheet: Sheet, level: str | None) -> Found[str] | None:
    """Return the school below the first degree of ``level``."""
    return school_of(sheet, [(lines[-1:], lines[:-1]) for lines in _entries(sheet, "education")], level)


def _entries(sheet: Sheet, section: str) -> Iterator[list[int]]:
    """Yield the lines between the dates of an entry and its place."""
    head: list[int] | None = None
    for number in lines_under(sheet, section) if "[" in sheet.text else ():
        line = sheet.folded[number].strip()
        if _BRACKETED.fullmatch(line) and period_in(line):
            head = []
        elif head is not None and _PLACE.match(line):
            if len(head) >= _MIN_ENTRY:
                yield head
            head = None
        elif head is not None:
            head.append(number)
