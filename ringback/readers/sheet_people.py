"""A workbook with a form of one person on each sheet."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.document import Member
from ringback.readers.fields.label_words import field_of
from ringback.readers.normalise import fold

_CONTACT = re.compile(
    r"[\w.+-]+@[\w.-]+|(?<![\d-])(?!(?:19|20)\d\d ?-)\d{3}[\d -]{5,}\d"
)  # no dates, which people share
_NAMES = frozenset({"name", "first_name"})
MIN_PEOPLE = 2


def forms_of_people(sheets: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> list[Member]:
    """Return each sheet as a file of its own, where each asks for a name and holds contacts that no other holds."""
    if len(sheets) < MIN_PEOPLE:
        return []
    contacts = [{found for row in rows for cell in row for found in _CONTACT.findall(cell)} for _, rows in sheets]
    are_own = all(contacts) and sum(map(len, contacts)) == len(set().union(*contacts))
    if not are_own or not all(any(_asks_name(row) for row in rows) for _, rows in sheets):
        return []
    return [Member(title, "\n".join("\t".join(row) for row in rows).encode()) for title, rows in sheets]


def _asks_name(row: Sequence[str]) -> bool:
    return any(field_of(fold(cell).partition(":")[0]) in _NAMES for cell in row if cell)
