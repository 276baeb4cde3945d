"""The posts of all jobs of a resume, for what only needs their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.titles import title_score

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_LINES = 120


def posts_told(sheet: Sheet) -> Iterator[str]:
    """Yield the known posts in the headers of the jobs, in order of print."""
    for number in [*sheet.lines_in("experience")][:MAX_LINES]:
        if not is_prose(sheet, number):
            yield from (
                atom.text for atom in atoms_of(bare_line(sheet, number), row=0) if title_score(atom.text) == 1.0
            )
