"""The job that stands among projects, where a resume tells none elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.entries import dated_at_company, entries_of, latest
from ringback.readers.fields.jobs.entry_dates import Entry
from ringback.readers.fields.jobs.firms import firm_of_projects
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.jobs.newest_job import HAN_NAME, halves_of_entry
from ringback.readers.fields.jobs.sentences import (
    Halves,
    job_of_sentence,
)
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.wordlists import chinese_cities
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_COMPANY = re.compile("(?:有限|责任|股份|集团)公司$")


def job_of_projects(sheet: Sheet) -> Halves:
    """Read a job that stands among projects, where there is none elsewhere: a firm by its name and a post beside dates."""
    lines = sheet.lines_in("projects")
    entries = entries_of(sheet, lines) or dated_at_company(sheet, lines)
    if entries and (house := firm_of_projects(sheet, entries, latest(entries))):
        return None, house
    if entries and (house := _intern_at(sheet, latest(entries))):
        return None, house
    title, firm = halves_of_entry(sheet, lines, entries, latest(entries)) if entries else (None, None)
    if firm and not (title and title_score(title.value)) and _COMPANY.search(fold(firm.value)):
        return None, firm
    if not title or not firm or not title_score(title.value) or employer_score(firm.value) < 1.0:
        return _told_of_project(sheet, latest(entries)) if entries else (None, None)
    return (None, None) if school_in(fold(firm.value), firm.value) else (title, firm)


def _intern_at(sheet: Sheet, entry: Entry) -> Found[str] | None:
    """Return the name beside the dates of a project over 实习, without the town behind it: 青禾未来 北京<tab>2017.10 - 至今."""
    below = sheet.folded[entry.last + 1].strip() if entry.last + 1 < len(sheet.folded) else ""
    name = bare_line(sheet, entry.line).strip(" \t,，-–—()（）")
    town = next((name[-n:] for n in (2, 3) if name[-n:] in chinese_cities()), "")
    name = name.removesuffix(town).strip(" \t,，·|")
    return Found(name, "layout", 0.5, sheet.shown[entry.line]) if below == "实习" and HAN_NAME.fullmatch(name) else None


def _told_of_project(sheet: Sheet, entry: Entry) -> Halves:
    """Read where a project says for whom it was: 在某某科技任职数据开发工程师，…; the firm must be known by its words."""
    number = entry.last + 1
    told = job_of_sentence(sheet.shown[number]) if number < len(sheet.shown) and not sheet.headings[number] else None
    title, firm = told or (None, None)
    is_sure = title and firm and title_score(title.value) == 1.0 and employer_score(firm.value) >= 0.5
    return (title, firm) if is_sure and firm and not school_in(fold(firm.value), firm.value) else (None, None)
