"""The job that goes on where the section about jobs tells only former ones: posts that no heading of jobs opens."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.entries import entries_of
from ringback.readers.fields.jobs.entry_dates import Entry
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.jobs.trade_sections import posts_among
from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.education_rows import states_degree

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_ABOVE = 3  # lines of a header over its dates
_MAY_HOLD_JOBS = frozenset({TOP, "basic", "summary", "education", "skills", "languages", "other", "training"})
_OF_COURSES = frozenset({"education", "skills", "languages", "training"})
_BESIDES = re.compile(  # what a heading says of things that are no jobs
    r"\b(?:memberships?|affiliations?|societ\w+|committees?|hono(?:u?rs?|ur?ary)|services?|volunt\w*|activit\w*|projects?|research|publications?"
    r"|talks?|awards?|interests?|hobb\w*|teaching|clubs?|courses?|trainings?|referen\w*|competitions?|leadership|scholarships?"
    r"|grants?|fellowships?|review\w*|outreach|conferences?|presentations?|communit\w*|boards?|involvement|engagement|development|licen[cs]\w*|certif\w*|visit\w*|patents?|music|sports?)\b",
    re.IGNORECASE,
)


def jobs_elsewhere(sheet: Sheet) -> tuple[list[int], list[Entry]] | None:
    """Return the lines and the posts of the first other part of the page where a post goes on.

    Among studies one post alone may be a course.
    """
    if sheet.is_chinese:
        return None
    for own in _parts(sheet):
        found = _posts_on(sheet, own)
        is_list = len(found) > 1 or (found and sheet.sections[own[0]] not in _OF_COURSES)
        if is_list and any(one.period.end == NOW for one in found):
            return _from_first(sheet, own, found), found
    return None


def _parts(sheet: Sheet) -> list[list[int]]:
    """Return the lines of each part between two headings that may hold jobs of which no heading tells."""
    opens = [-1, *(i for i, is_heading in enumerate(sheet.headings) if is_heading), len(sheet.folded)]
    parts: list[list[int]] = []
    for first, end in pairwise(opens):
        is_known = first >= 0 and _BESIDES.search(sheet.folded[first]) is not None
        own = [i for i in range(first + 1, end) if sheet.sections[i] in _MAY_HOLD_JOBS]
        if own and not is_known:
            parts.append(own)
    return parts


def _posts_on(sheet: Sheet, lines: list[int]) -> list[Entry]:
    """Return the posts at houses on these lines, from the first one on; of studies none."""
    told = [one for one in entries_of(sheet, lines) if not is_prose(sheet, one.line)]
    return [one for one in posts_among(sheet, told) if not _is_study(sheet, lines, one)]


def _from_first(sheet: Sheet, lines: list[int], found: list[Entry]) -> list[int]:
    """Return the lines from the header of the first post on, below the last studies above it."""
    first = found[0].line
    studied = [i for i in lines if i < first and (states_degree(sheet.folded[i]) or period_in(sheet.folded[i]))]
    top = max(first - MAX_ABOVE, max(studied, default=-1) + 1)
    return [i for i in lines if i >= top]


def _is_study(sheet: Sheet, lines: list[int], entry: Entry) -> bool:
    near = [i for i in (entry.line - 1, entry.line, entry.last + 1) if i in lines]
    if any(states_degree(sheet.folded[i]) for i in near):
        return True
    if sheet.sections[entry.line] != "education":
        return False
    posts = (title_score(atom.text) for i in near for atom in atoms_of(bare_line(sheet, i), row=0))
    return max(posts, default=0.0) < 1.0  # Tide Developer Path: a course that is called as a post is
