"""Indeed's resumes: the post in a line, below it the house with a dash and its place behind, then the dates, ``to Present``."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.lines import LINK
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.periods import period_in
from ringback.readers.fields.prints.told import CONFIDENCE, MAX_LINES, lines_under, school_of

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.sentences import Halves
    from ringback.readers.fields.sheet import Sheet

_OF_INDEED = re.compile(r"\bindeed\.com/(?:me|r)/|@indeedemail\.com", re.IGNORECASE)
_MIN_ENTRY = 3  # a post may be called as headings are, and its house
_PLACE = re.compile(r"[^\W\d][\w .'’()]*(?:,\s*[^\W\d][\w .'’()]*)?")  # Pune, Maharashtra


@once_a_sheet
def is_of_indeed(sheet: Sheet) -> bool:
    """Tell a resume that Indeed printed, by the address of its page or of its mails."""
    return _OF_INDEED.search(sheet.text) is not None


def job(sheet: Sheet) -> Halves | None:
    """Return post and house of the first job; None if the page is none of Indeed's, or its job is not printed as theirs are."""
    if not is_of_indeed(sheet):
        return None
    head: list[int] = []
    for number in _lines_under(sheet, "experience"):
        if head and (house := _house_in(sheet.shown[number])):
            return _halves(sheet, head, Found(house, "layout", CONFIDENCE, sheet.shown[number]))
        if period_in(sheet.folded[number]):
            return _halves(sheet, head[:1], _name_in(sheet, head[1])) if len(head) == len(("post", "house")) else None
        head.append(number)
        if len(head) > MAX_LINES:
            break
    return None


def _halves(sheet: Sheet, post: list[int], house: Found[str]) -> Halves:
    value = " ".join(sheet.shown[number].strip() for number in post)
    return Found(value, "layout", CONFIDENCE, value), house


def _name_in(sheet: Sheet, number: int) -> Found[str]:
    line = sheet.shown[number].strip()
    return Found(line, "layout", CONFIDENCE, line)


def school(sheet: Sheet, level: str | None) -> Found[str] | None:
    """Return the school that stands with its place under the first degree of ``level``."""
    if not is_of_indeed(sheet):
        return None
    lines = _lines_under(sheet, "education")
    below = dict(pairwise(lines))
    entries = [([number], [above]) for above, number in below.items() if _house_in(sheet.shown[number])]
    found = school_of(sheet, entries, level)
    name = _house_in(found.value) if found else None
    return Found(name, "layout", CONFIDENCE, found.evidence) if found and name else None


def _house_in(shown: str) -> str | None:
    """Return the house of ``House -  Town, State -``, ``House -`` or ``House-Town, ST``; None for other lines."""
    line = shown.strip()
    bare = line.removesuffix("-").strip()
    front, dash, behind = bare.rpartition(" - ")
    if dash and _PLACE.fullmatch(behind.strip()):
        return front.strip()
    if bare != line:
        return bare
    front, dash, behind = bare.rpartition("-")
    return front.strip() if dash and "," in behind and _PLACE.fullmatch(behind.strip()) else None


def _lines_under(sheet: Sheet, section: str) -> list[int]:
    """Return the lines under the heading of a section, without the address that Indeed prints at the end of a page."""
    return [i for i in lines_under(sheet, section, least=_MIN_ENTRY) if not LINK.match(sheet.folded[i].strip())]
