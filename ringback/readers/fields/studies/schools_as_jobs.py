"""Schools that somebody young put under the heading about jobs, having no jobs to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.entries import entries_of
from ringback.readers.fields.jobs.lines import has_post
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.studies.school_levels import is_of_youths
from ringback.readers.fields.studies.schools import school_in

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MIN_SCHOOLS = 2


@once_a_sheet
def schools_as_jobs(sheet: Sheet) -> list[int]:
    """Return the lines of a section about jobs that holds nothing but the schools of a child: ``2017-2020 Moorau Gymnasium``."""
    lines = sheet.lines_in("experience")
    if not lines or sheet.is_chinese:
        return []
    entries = entries_of(sheet, lines)
    schools = (school_in(sheet.folded[one.line], sheet.shown[one.line]) for one in entries)
    is_all = len(entries) >= MIN_SCHOOLS and all(name and is_of_youths(name) for name in schools)
    return lines if is_all and not any(has_post(sheet.shown[i]) for i in lines) else []
