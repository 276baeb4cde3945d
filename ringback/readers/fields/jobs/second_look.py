"""A second look at the job that was read: what is no post and no house is given up, what is missing is looked for once more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.atoms import Atom, atoms_of
from ringback.readers.fields.jobs.doubted import is_no_house, is_no_post, may_be_post_at
from ringback.readers.fields.jobs.entries import entries_of, latest_first
from ringback.readers.fields.jobs.heads import job_of_head
from ringback.readers.fields.jobs.job_sections import BESIDES
from ringback.readers.fields.jobs.kinds import hardly_a_house, surely_no_house
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.jobs.newest_job import halves_of_entry
from ringback.readers.fields.jobs.posts_of_house import known_post_at
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.sentences import Halves
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.periods import date_in, period_in
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

SECTIONS = ("experience", "projects", "other")
MAX_ENTRIES = 4
MAX_AWAY, MAX_LINES_OF_JOB = 2, 4
SURE_POST, SURE_FIRM, HOUSE, SURE_NAME = 0.8, 0.6, 0.7, 0.85
UNKNOWN_POST, DOUBTED_HOUSE = 0.3, 0.4  # such were right in 5 of 20 resumes and in 9 of 21
MIN_NAMED = 3  # words: a given name, a family name and the trade
_NO_JOB = re.compile(r"fellowship|scholarship|grant\b|award|student|prize", re.IGNORECASE)


def look_again(sheet: Sheet, title: Found[str] | None, employer: Found[str] | None) -> Halves:
    """Return the halves without what surely is none, and with what a job tells that stands elsewhere or beside the post."""
    if sheet.is_chinese:
        return title, employer
    had_employer = employer is not None
    employer = (
        None if employer and not _is_house_of_form(title, employer) and is_no_house(sheet, employer) else employer
    )
    is_told = title is not None and (
        title.how in {"label", "rule"} or (employer is not None and may_be_post_at(title, employer))
    )
    title = None if title and not is_told and is_no_post(sheet, title) else title
    if not employer:
        title, employer = _with_job_elsewhere(sheet, title, employer)
    if title and employer:
        title = known_post_at(sheet, title, employer)
        employer = _as_in_head(sheet, title, employer)
    if title and not employer and not had_employer:
        employer = _house_beside(sheet, title) or _house_of_head(sheet, title)
    return _as_sure(title, employer)


def _as_in_head(sheet: Sheet, title: Found[str], employer: Found[str]) -> Found[str]:
    """Return the house that the line under the name tells of the same post, where a line of the job begins with it.

    ``Tide Scientist at Northwind``; ``Northwind<tab>2024 - Present`` / ``Tide Scientist - Spatial Genomics``
    """
    post, house = job_of_head(sheet)
    at = _line_of(sheet, title)
    if at is None or not (post and house) or fold(post.value) != fold(title.value) or house.value in employer.value:
        return employer
    near = sheet.shown[max(0, at - MAX_AWAY) : at + MAX_AWAY]
    return house if any(re.split(r"\t|,? [|–—-] |, ", line)[0] == house.value for line in near) else employer


def _is_house_of_form(title: Found[str] | None, employer: Found[str]) -> bool:
    """Tell a house that a form names beside the post, be it called as a person with a trade: ``Employer: Mara Oak Architect``."""
    are_labelled = title is not None and title.how == employer.how == "label"
    is_named = len(employer.value.split()) >= MIN_NAMED and employer.value.istitle() and "," not in employer.value
    return title is not None and are_labelled and is_named and title_score(title.value) == 1.0


def _as_sure(title: Found[str] | None, employer: Found[str] | None) -> Halves:
    """Lower the confidence of a post that no word gives away, and of a house that is sooner something else."""
    if title and not title_score(title.value):
        title = replace(title, confidence=min(title.confidence, UNKNOWN_POST))
    if employer and hardly_a_house(employer.value):
        employer = replace(employer, confidence=min(employer.confidence, DOUBTED_HOUSE))
    return title, employer


def _with_job_elsewhere(sheet: Sheet, title: Found[str] | None, employer: Found[str] | None) -> Halves:
    """Return the latest job with a known post and house, wherever it stands, or its house where the post is the same."""
    told = _job_anywhere(sheet)
    if told is None:
        return title, employer
    if title is None and employer is None:
        return told
    if title and fold(told[0].value) == fold(title.value):
        return title, told[1]
    return title, employer


def _job_anywhere(sheet: Sheet) -> tuple[Found[str], Found[str]] | None:
    found: list[tuple[float, int, tuple[Found[str], Found[str]]]] = []
    for rank, kind in enumerate(SECTIONS):
        lines = _lines_of(sheet, kind)
        entries = entries_of(sheet, lines) if lines else []
        for entry in latest_first(entries)[:MAX_ENTRIES]:
            title, firm = halves_of_entry(sheet, lines, entries, entry)
            if title and firm and _is_known_post(title.value) and _is_known_house(firm.value):
                found.append((entry.period.end, -rank, (title, firm)))
                break
    return max(found, key=lambda one: one[:2])[2] if found else None


def _lines_of(sheet: Sheet, kind: str) -> list[int]:
    """Return the lines of a section without those under headings of memberships, committees and the like."""
    found: list[int] = []
    is_beside = False
    for number, is_heading in enumerate(sheet.headings):
        if is_heading:
            is_beside = BESIDES.search(sheet.folded[number]) is not None
        elif sheet.sections[number] == kind and sheet.folded[number].strip() and not is_beside:
            found.append(number)
    return found


def _is_known_post(text: str) -> bool:
    return title_score(text) >= SURE_POST and not degrees_in(fold(text), text) and not _NO_JOB.search(text)


def _is_known_house(text: str) -> bool:
    is_known = employer_score(text) >= SURE_FIRM or school_in(fold(text), text) is not None
    return is_known and hardly_a_house(text) is None


def _house_beside(sheet: Sheet, title: Found[str]) -> Found[str] | None:
    """Return the house, known by its words, in the line of the post or at most two lines from it, nearest first."""
    at = _line_of(sheet, title)
    if at is None or sheet.sections[at] == TOP:
        return None  # under the name stands where somebody studied
    found = [(0, atom, at) for atom in _houses_in(sheet, at, title)]
    is_dated = date_in(sheet.folded[at]) is not None
    for step in (-1, 1):
        for away in range(1, MAX_AWAY + 1):
            number = at + step * away
            is_within = 0 <= number < len(sheet.shown) and sheet.sections[number] == sheet.sections[at]
            if not is_within or sheet.headings[number] or sheet.headings[at] or is_prose(sheet, number):
                break
            if is_dated and date_in(sheet.folded[number]):
                break  # another job, in a row of its own
            found += [(away, atom, number) for atom in _houses_in(sheet, number, title)]
            if period_in(sheet.folded[number]):
                break  # the dates of another job, or the end of this header
    if not found:
        return None
    _, house, number = min(found, key=lambda one: one[0])
    return Found(house.text, "layout", 0.5, sheet.shown[number])


def _house_of_head(sheet: Sheet, title: Found[str]) -> Found[str] | None:
    """Return the house under the name that the text below the post names too: there somebody is reached who works there."""
    at = _line_of(sheet, title)
    if at is None or sheet.sections[at] == TOP:
        return None
    end = at + 1
    while end < len(sheet.shown) and end <= at + MAX_LINES_OF_JOB and not sheet.headings[end]:
        if period_in(sheet.folded[end]):
            break
        end += 1
    told = " ".join(sheet.shown[at + 1 : end])
    houses = ((atom, i) for i in sheet.head for atom in _houses_in(sheet, i, title) if atom.text in told)
    house, number = next(houses, (None, 0))
    return Found(house.text, "layout", 0.5, sheet.shown[number]) if house else None


def _line_of(sheet: Sheet, title: Found[str]) -> int | None:
    """Return the line of a post, nearest to the one that it was read of."""
    told = title.evidence.strip()
    dated = next((i for i, line in enumerate(sheet.shown) if line.strip() == told), None) if told else None
    if dated is None:
        return None
    near = range(max(0, dated - MAX_LINES_OF_JOB), min(len(sheet.shown), dated + MAX_LINES_OF_JOB + 1))
    return min((i for i in near if title.value in sheet.shown[i]), key=lambda i: abs(i - dated), default=None)


def _houses_in(sheet: Sheet, number: int, title: Found[str]) -> list[Atom]:
    atoms = atoms_of(bare_line(sheet, number), row=0)
    is_own = title.value in sheet.shown[number]
    if not is_own and any(title_score(atom.text) >= SURE_POST for atom in atoms):
        return []  # of another post
    return [atom for atom in atoms if not atom.role and _is_house_beside(atom.text, title.value)]


def _is_house_beside(text: str, title: str) -> bool:
    if text in title or title_score(text) >= SURE_POST or latin_score(text) >= SURE_NAME:
        return False
    is_known = employer_score(text) >= HOUSE or school_in(fold(text), text) is not None
    is_other = hardly_a_house(text) or surely_no_house(text, frozenset()) or degrees_in(fold(text), text)
    return is_known and not is_other
