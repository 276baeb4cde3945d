"""Pages that a board prints alike for everybody: where a thing stands is known there, whatever it is called.

No word has to give a post or a house away: ``Northside`` / ``Board Observer`` / ``June 2023 - Present (1 year)`` of a profile is
a house and the post in it. A print that is not as it should be tells nothing here, and the page is read like any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.prints import europass, indeed, linkedin

if TYPE_CHECKING:
    from ringback.readers.fields.found import Found
    from ringback.readers.fields.jobs.sentences import Halves
    from ringback.readers.fields.sheet import Sheet

_PRINTS = (linkedin, indeed, europass)


def printed_job(sheet: Sheet) -> Halves | None:
    """Return post and house of the job that a board prints first, the latest; None if no known board printed the page."""
    return next((job for board in _PRINTS if (job := board.job(sheet))), None)


def printed_school(sheet: Sheet, level: str | None) -> Found[str] | None:
    """Return the first school whose degree is of ``level`` (the highest of the page; None: the first school)."""
    return next((school for board in _PRINTS if (school := board.school(sheet, level))), None)
