"""Boxes behind a label: of those that are ticked the words, of none nothing."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees import ticked

_BOX = re.compile(r"[□☐☑☒■◻○✓✔√]|[\[(] ?[xX√✓]? ?[\])]")
_BAR = re.compile(r"[■□●○◉◻☐☑]{2}")  # Python ■■■□
_UNTICKED = re.compile(r"[□☐◻○]")
_FULL, _EMPTY = re.compile(r"[\[(] ?[xX√✓] ?[\])] ?"), re.compile(r"\[ {0,3}\] ?|\( {1,3}\) ?")


def chosen(value: str) -> str:
    """Return the ticked ones of the boxes behind a label: □会计 ☑出纳, [ ] Clerk [x] Baker; other values as they are.

    In a row the boxes of the next cell belong to the next label, unless every cell is a box.
    """
    if not _BOX.search(value) or _BAR.search(value):
        return value
    first, cell, rest = value.partition("\t")
    if cell and not all(map(_BOX.search, value.split("\t"))):
        return chosen(first) + cell + rest
    marked = _EMPTY.sub("☐ ", _FULL.sub("☑ ", value))
    return ticked(marked) if _UNTICKED.search(marked) else value
