"""Lists with a person a column: 对比项 | 候选人1 | 候选人2, and below the name, the number and the post of each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from ringback.readers import patterns as re
from ringback.readers.columns import fields_of_header

MIN_PEOPLE, MIN_ROWS = 2, 4
_CONTACT = re.compile(r"[\w.+-]+@[\w.-]+|[+(]?\d[\d ().-]{6,}\d")
_WHO = frozenset({"name", "first_name"})
_REACHED = frozenset({"phones", "emails"})


def transposed(rows: Sequence[Sequence[str]]) -> list[list[str]] | None:
    """Return rows with a person each; None where the first column names no fields, or its rows hold one person's."""
    filled = [row for row in rows if sum(map(bool, row)) > 1]
    heads = [row[0] if row else "" for row in filled]
    fields = fields_of_header(heads)
    known = [(field, row[1:]) for field, row in zip(fields, filled, strict=True) if field]
    names = next((cells for field, cells in known if field in _WHO), ())
    n_people = sum(map(bool, names))
    reached = [cells for field, cells in known if field in _REACHED]
    if n_people < MIN_PEOPLE or len({field for field, _ in known}) < MIN_ROWS or any(fields_of_header(names)):
        return None
    if not any(sum(_CONTACT.fullmatch(cell) is not None for cell in cells) >= MIN_PEOPLE for cells in reached):
        return None
    return [list(row) for row in zip_longest(*filled, fillvalue="")]
