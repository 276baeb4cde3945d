"""LinkedIn's *Save to PDF*: house, post and dates a line each, and how long in brackets behind the dates.

A house with several posts has the time of all of them below its name. Schools stand over their degrees, whose years are in
brackets. Names are printed larger than what stands under them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.periods import period_in
from ringback.readers.fields.prints.told import job_of, school_of

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.sentences import Halves
    from ringback.readers.fields.sheet import Sheet

_PROFILE = re.compile(r"linkedin\.com/in/[^\s()]{1,120}\s{0,3}\(LinkedIn\)", re.IGNORECASE)
_LASTED = re.compile(
    r"\((?:\d{1,2} ?[^\W\d]+|[^\W\d][^()\d]*)(?: \d{1,2} ?[^\W\d]+)?\)$"
)  # (1 year 2 months), (less than a year)
_IN_ALL = re.compile(r"\d{1,2} ?[^\W\d]+(?: ?\d{1,2} ?[^\W\d]+)?|less than a year", re.IGNORECASE)
_FOOT = re.compile(r"Page \d+ of \d+", re.IGNORECASE)
_MAX_HEAD = 6  # lines of a house, the time in it and a post


@once_a_sheet
def is_profile(sheet: Sheet) -> bool:
    """Tell a saved profile by its own address, which LinkedIn marks as such."""
    return _PROFILE.search(sheet.text) is not None


def job(sheet: Sheet) -> Halves | None:
    """Return post and house of the first job; None if the page is no profile, or its job is not printed as they are."""
    if not is_profile(sheet):
        return None
    head: list[int] = []
    for number in _lines_under(sheet, "experience"):
        line = sheet.folded[number].strip()
        if _LASTED.search(line) and period_in(line):
            return _halves(sheet, head)
        head.append(number)
        if len(head) > _MAX_HEAD:
            break
    return None


def _halves(sheet: Sheet, head: list[int]) -> Halves | None:
    named = [number for number in head if number == head[0] or not _is_time(sheet, number)]
    n_house = next((n for n, number in enumerate(named) if sheet.sizes[number] < sheet.sizes[named[0]]), 1)
    return job_of(sheet, named[n_house:], named[:n_house])


def _is_time(sheet: Sheet, number: int) -> bool:
    return _IN_ALL.fullmatch(sheet.folded[number].strip()) is not None


def school(sheet: Sheet, level: str | None) -> Found[str] | None:
    """Return the school that is printed over the first degree of ``level``."""
    if not is_profile(sheet):
        return None
    lines = list(_lines_under(sheet, "education"))
    entries: list[tuple[list[int], list[int]]] = []
    for number in lines:
        is_school = sheet.sizes[number] >= sheet.sizes[lines[0]] > 0
        if is_school and entries and not entries[-1][1]:
            entries[-1][0].append(number)
        elif is_school:
            entries.append(([number], []))
        elif entries:
            entries[-1][1].append(number)
    return school_of(sheet, entries, level)


def _lines_under(sheet: Sheet, section: str) -> list[int]:
    """Return the lines from the heading of a section to the next heading, without the feet of pages."""
    start = next((i for i, kind in enumerate(sheet.sections) if kind == section and sheet.headings[i]), None)
    if start is None:
        return []
    end = next((i for i in range(start + 1, len(sheet.shown)) if _is_heading(sheet, start, i)), len(sheet.shown))
    return [i for i in range(start + 1, end) if not _FOOT.fullmatch(sheet.folded[i].strip())]


def _is_heading(sheet: Sheet, first: int, number: int) -> bool:
    """Tell a heading: it is printed as large as the first one; a post may be called as headings are."""
    return sheet.headings[number] and sheet.sizes[number] >= sheet.sizes[first]
