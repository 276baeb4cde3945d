"""What somebody teaches, listed with its terms below the post: the courses are no employers.

``Northmoor University`` / ``Teaching Assistant`` / ``• Econometrics (Graduate), Jul 2020 - Jun 2021``
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.items import ITEM
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.jobs.headers import Header
    from ringback.readers.fields.jobs.sentences import Halves
    from ringback.readers.fields.sheet import Sheet

_TEACHES = re.compile(
    r"\b(?:lecturer|instructor|teacher|tutor|teaching (?:assistant|fellow)|demonstrator|professor|grader|lehrbeauftragter?"
    r"|docente|dozentin?|chargée? de (?:cours|TD)|vacataire|t\.?a\.?)\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\W{0,2}(?:19|20)\d{2}\W{0,2}")  # of a term that the margin broke
_TAKEN_BY = re.compile(
    r"[A-ZÀ-Þ][^()\t@]{3,70} \((?:(?:under|post)?graduates?|ph\.?d|masters?(?:['’]s)?|m\.?sc|b\.?sc|mba|bachelors?"
    r"|freshm[ae]n|sophomore"
    r"|upper[ -]division|lower[ -]division|(?:[1-4](?:st|nd|rd|th)|first|second|third)[ -]year)\b[^()]{0,40}\)",
    re.IGNORECASE,
)
_PUPIL = re.compile("(?:在校|全职|受训|培训)?(?:学生|学员|生徒)")
_TRAINING = re.compile("职业训练|职训|(?:训练|培训|养成|进修|研习)[班营]|养成计划|结训|受训")
_NEAR = range(-2, 2)  # rows of a header
MAX_LINES, SURE_FIRM = 40, 0.6


def post_over_courses(sheet: Sheet, entry: Entry) -> Halves | None:
    """Return the post over the list of courses that this entry is an item of, and the school over it; None for other entries."""
    if not _is_item(sheet.shown[entry.line]):
        return None
    course = bare_line(sheet, entry.line)
    if not any(map(str.isalpha, course)) or _names_job(course):
        return None
    post: Found[str] | None = None
    for number in range(entry.line - 1, max(entry.line - MAX_LINES, -1), -1):
        shown = sheet.shown[number]
        if sheet.headings[number] or sheet.sections[number] != sheet.sections[entry.line]:
            break
        if _is_item(shown) or _REST.fullmatch(shown):
            continue
        named = [atom for atom in atoms_of(bare_line(sheet, number), row=0) if atom.role != "aside"]
        first = named[0].text if named else ""
        if post is None:
            if len(named) != 1 or title_score(first) < 1.0 or not _TEACHES.search(first):
                return None
            post = Found(first, "layout", 0.7, shown)
        elif employer_score(first) >= SURE_FIRM and not title_score(first):
            return post, Found(first, "layout", 0.7, shown)
        elif not (named and title_score(first) == 1.0):
            break
    return (post, None) if post else None


def _is_item(line: str) -> bool:
    """Tell an item of a list, or a course by who takes it: ``Econometrics (Graduate, Head TA), Fall 2020``."""
    return ITEM.match(line) is not None or _TAKEN_BY.match(line) is not None


def is_course_taken(header: Header) -> bool:
    """Tell a course at a training centre, or somebody's time as a pupil, from a job: 学生 / 晨光职业训练场-网页设计."""
    near = [(fold(atom.text), atom.gap) for atom in header.atoms if atom.row in _NEAR]
    if any(_PUPIL.fullmatch(name) and gap != "bracket" for name, gap in near):
        return True
    return any(_TRAINING.search(name) for name, _ in near) and not any(title_score(name) == 1.0 for name, _ in near)


def _names_job(text: str) -> bool:
    first = next((atom.text for atom in atoms_of(text, row=0) if atom.role != "aside"), "")
    return title_score(first) >= SURE_FIRM or employer_score(first) >= SURE_FIRM
