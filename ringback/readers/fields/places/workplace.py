"""The town of the present job, where a resume says of no other place that the person lives there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.entries import latest
from ringback.readers.fields.jobs.headers import header_of
from ringback.readers.fields.jobs.job_sections import where_jobs_stand
from ringback.readers.fields.periods import NOW
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import home_of, is_town
from ringback.readers.fields.wordlists import latin_cities

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_HEADER = 160
_PIECES = re.compile(r"\s*[|·;\t•()\[\]]\s*|\s{2,}|\s+[-–—]\s+|\s*:\s+|_(?=[A-Z])")
_REMOTE = re.compile(r"\bremote(?:ly)?\b|\bhome office\b", re.IGNORECASE)


def town_of_job(sheet: Sheet) -> Found[str] | None:
    """Return the town that stands in the header of the job that goes on; none where it is done from afar."""
    if sheet.is_chinese:
        return None
    lines, entries = where_jobs_stand(sheet)
    if not entries or (newest := latest(entries)).period.end != NOW or sheet.sections[newest.line] != "experience":
        return None
    header = header_of(sheet, lines, entries, newest)
    texts = [header.lines[row] for row in sorted(header.lines, key=abs) if len(header.lines[row]) <= MAX_HEADER]
    if any(_REMOTE.search(text) for text in texts):
        return None
    return next((Found(town, "layout", 0.5, text.strip()) for text in texts if (town := _town_in(text))), None)


def _town_in(text: str) -> str | None:
    """Return the town with its region that ends a piece of the header: ``Nurse, Larch Hospital, Leeds, UK``."""
    for piece in _PIECES.split(text):
        parts = [part.strip(" .") for part in piece.split(",") if part.strip(" .")]
        towns = (_with_region(parts[-n_parts:]) for n_parts in (3, 2) if len(parts) >= n_parts)
        if town := next(filter(None, towns), None):
            return town
        if parts and is_town(parts[-1]) and parts[-1].replace(" ", "").lower() in latin_cities():
            return parts[-1]
    return None


def _with_region(parts: list[str]) -> str | None:
    """Return the town of ``Leeds, UK`` and ``Pune, Maharashtra, India``, which stands first and is known."""
    place = place_of(", ".join(parts))
    is_first = place.is_certain and place.town in {parts[0], f"{parts[0]}, {parts[1]}"}
    return place.town if is_first and home_of(parts[0]) is not None else None
