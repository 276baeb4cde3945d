"""Jobs under a heading that says only what is done there: Research, Teaching, Training, Industrial training.

Such a section may as well list courses, papers and certificates, so it counts for what of it names a post at a house.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.lines import bare_line, has_post
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.studies.education_rows import states_degree

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet


_WORD = (
    r"(?:research|teaching|training|residency|residencies|fellowships?|internships?|clinical|clinicals|tutoring"
    r"|assistantships|consulting|practice|practicum)"
)
_KIND = (
    r"(?:professional|academic|clinical|medical|graduate|undergraduate|university|industrial|summer|practical|vocational"
    r"|postgraduate|postdoctoral|scientific|hospital|student|laboratory|field|school|college)"
)
_HEADING = re.compile(
    rf"\W*(?:{_KIND} ){{0,2}}{_WORD}(?: ?(?:and|&|/|,) ?(?:{_KIND} )?{_WORD}){{0,2}}\W*", re.IGNORECASE
)
_IN = frozenset({"other", "training", "projects"})
_COURSE = re.compile(
    r"\b(?:courses?|workshops?|seminars?|certificat\w+|webinars?|bootcamps?|programmes?)\b", re.IGNORECASE
)
MIN_HOUSE = 0.6


def sections_of_trades(sheet: Sheet) -> list[list[int]]:
    """Return the lines of each such section, in order of print."""
    ends = [*(i for i, is_heading in enumerate(sheet.headings) if is_heading), len(sheet.folded)]
    return [
        [i for i in range(start + 1, end) if sheet.folded[i].strip()]
        for start, end in itertools.pairwise(ends)
        if sheet.sections[start] in _IN and _HEADING.fullmatch(sheet.folded[start])
    ]


def posts_among(sheet: Sheet, entries: list[Entry]) -> list[Entry]:
    """Return the entries that name a post by its words and a house beside it, above it or below it."""
    return [entry for entry in entries if _is_post(sheet, entry.line) and _has_house(sheet, entry)]


def _is_post(sheet: Sheet, number: int) -> bool:
    near = [bare_line(sheet, i) for i in (number - 1, number, number + 1) if _is_beside(sheet, number, i)]
    is_told = _COURSE.search(sheet.folded[number]) or states_degree(sheet.folded[number])
    return not is_told and any(map(has_post, near))


def _has_house(sheet: Sheet, entry: Entry) -> bool:
    near = [i for i in range(entry.line - 2, entry.last + 3) if _is_beside(sheet, entry.line, i)]
    return any(employer_score(atom.text) >= MIN_HOUSE for i in near for atom in atoms_of(bare_line(sheet, i), row=0))


def _is_beside(sheet: Sheet, number: int, other: int) -> bool:
    within = range(min(number, other), max(number, other) + 1)
    return 0 <= other < len(sheet.folded) and not any(sheet.headings[i] for i in within)
