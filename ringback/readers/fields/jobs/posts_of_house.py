"""Another post that goes on at the same house: what one is called there goes before the projects one leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.entries import entries_of, latest_first
from ringback.readers.fields.jobs.newest_job import halves_of_entry
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.periods import NOW
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.found import Found
    from ringback.readers.fields.sheet import Sheet

MAX_ENTRIES = 6
KNOWN_POST = 1.0


def known_post_at(sheet: Sheet, title: Found[str], employer: Found[str]) -> Found[str]:
    """Return the known post that goes on at this house too, where no word of the one that was read gives it away.

    ``Tide Gates of the North | Larch Partners, 2018 - Present`` beside ``Consultant | Larch Partners, 2016 - Present``.
    """
    if title_score(title.value) or title.how == "label":
        return title
    lines = sheet.lines_in("experience")
    for entry in latest_first(entries_of(sheet, lines))[:MAX_ENTRIES] if lines else ():
        post, house = (
            halves_of_entry(sheet, lines, entries_of(sheet, lines), entry) if entry.period.end == NOW else (None, None)
        )
        if post and house and fold(house.value) == fold(employer.value) and title_score(post.value) == KNOWN_POST:
            return post
    return title
