"""Projects among the posts of one list, each with a role and with dates that go on: the post at a house is the job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.headers import header_of
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import NOW
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.jobs.atoms import Atom
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

_PROJECT = re.compile("[\u4e00-\u9fffA-Za-z]{3,20}(?:项目|课题)(?:开发|研发|建设|设计|研究|实施)?")
SURE_FIRM, SURE_POST = 0.6, 0.8


def without_projects(sheet: Sheet, lines: list[int], entries: list[Entry], jobs: list[Entry]) -> list[Entry]:
    """Leave out the projects of a Chinese resume where a post at a house goes on as well: 智慧水务项目开发 | 核心开发者."""
    if not sheet.is_chinese or len(jobs) == 1:
        return jobs
    rows = [[atom for atom in header_of(sheet, lines, entries, one).atoms if atom.row == 0] for one in jobs]
    is_held = any(
        one.period.end == NOW and _names_house(row) and any(title_score(atom.text) >= SURE_POST for atom in row)
        for one, row in zip(jobs, rows, strict=True)
    )
    return [one for one, row in zip(jobs, rows, strict=True) if not (is_held and _is_project(row))] or jobs


def _is_project(row: Sequence[Atom]) -> bool:
    return bool(row) and _PROJECT.fullmatch(fold(row[0].text)) is not None and not _names_house(row)


def _names_house(row: Sequence[Atom]) -> bool:
    return any(employer_score(atom.text) >= SURE_FIRM and title_score(atom.text) < SURE_POST for atom in row)
