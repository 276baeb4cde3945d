"""Post and house of one job come of one entry: what stands in the header of another belongs to the job there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.headers import header_of
from ringback.readers.fields.jobs.job_sections import where_jobs_stand
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.jobs.newest_job import halves_of_entry

if TYPE_CHECKING:
    from ringback.readers.fields.found import Found
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet


def is_of_other_entry(sheet: Sheet, number: int, told: Found[str]) -> bool:
    """Tell a line in the header of another entry than the one that ``told`` was read of."""
    return _other_entry(sheet, number, told) is not None


def house_of_post(sheet: Sheet, post: Found[str], employer: Found[str]) -> Found[str] | None:
    """Return the house of the entry that a post stands in, where the employer was read of another entry."""
    at = [number for number, line in enumerate(sheet.shown) if line == post.evidence]
    other = _other_entry(sheet, at[0], employer) if len(at) == 1 else None
    if other is None:
        return employer
    lines, entries = where_jobs_stand(sheet)
    title, house = halves_of_entry(sheet, lines, entries, other)
    return house if title and title.value == post.value else employer


def _other_entry(sheet: Sheet, number: int, told: Found[str]) -> Entry | None:
    """Return the entry in whose header a line stands, where ``told`` was read of another one."""
    lines, entries = where_jobs_stand(sheet)
    own = [entry for entry in entries if sheet.shown[entry.line] == told.evidence]
    text = bare_line(sheet, number)
    if len(own) != 1 or text in header_of(sheet, lines, entries, own[0]).lines.values():
        return None
    return next((one for one in entries if text in header_of(sheet, lines, entries, one).lines.values()), None)
