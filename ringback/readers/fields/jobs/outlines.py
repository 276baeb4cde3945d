"""The firm of a job in an outline: an item whose own items are the posts, or the item over each post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.items import MAX_OUTLINE, item_of, mark_of
from ringback.readers.fields.jobs.job_places import is_place
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

MIN_ALIKE = 2
_TOWN_BEHIND = re.compile(r"(?<=\w)[—–-]+(?=[A-ZÀ-Þ][\w.' -]+,).*$")  # Northwind—Oslo, Norway
NO_NAME = re.compile(r"[\d:;!?]|^(?:The )?\w+(?:ing|ed) \w+")


def item_over(sheet: Sheet, entry: Entry, floor: int) -> Found[str] | None:
    """Return the item of a list whose own items are the posts: ``* Dunn Law Group`` / ``* Law Clerk (2022 - Present)``."""
    number = entry.line - 1
    is_outline = number > floor and item_of(sheet.shown[entry.line].split("(")[0]) is not None
    text = item_of(sheet.shown[number]) if is_outline and number >= 0 and not sheet.headings[number] else None
    return named(sheet, number, text) if text else None


def item_over_posts(sheet: Sheet, entries: Sequence[Entry], entry: Entry) -> Found[str] | None:
    """Return the item over a post where most jobs have one: ``• Northwind - Oslo, Norway`` / ``Analyst: May 2005 - May 2006``."""
    over = [
        one for one in entries if one.line and item_of(sheet.shown[one.line - 1]) and not mark_of(sheet.shown[one.line])
    ]
    if entry not in over or len(over) < MIN_ALIKE or len(over) * 2 < len(entries):
        return None
    text = item_of(sheet.shown[entry.line - 1]) or ""
    return named(sheet, entry.line - 1, _TOWN_BEHIND.sub("", text))


def outline_over(sheet: Sheet, entry: Entry) -> Found[str] | None:
    """Return the item over those of another mark, of which the posts are some: ``• Northmoor College`` / ``– Tutor (2021)``."""
    mark = mark_of(sheet.shown[entry.line])
    for number in range(entry.line - 1, max(-1, entry.line - 1 - MAX_OUTLINE), -1) if mark else ():
        if sheet.headings[number] or sheet.sections[number] != sheet.sections[entry.line]:
            return None
        own = mark_of(sheet.shown[number])
        if own and own != mark:
            text = item_of(sheet.shown[number])
            return named(sheet, number, text) if text else None
        if not own and not is_place(sheet.shown[number]):
            return None
    return None


def named(sheet: Sheet, number: int, text: str) -> Found[str] | None:
    """Return the name that a line begins with, if it may be a firm's."""
    atoms = [atom for atom in atoms_of(text, row=0) if atom.role != "aside"]
    name = atoms[0].text if atoms else ""
    if not name or title_score(name) or NO_NAME.search(name) or is_placeholder(name) or is_town(name):
        return None
    is_name = not is_latin(name) or name[0].isupper()
    return Found(name, "layout", 0.6, sheet.shown[number]) if is_name else None
