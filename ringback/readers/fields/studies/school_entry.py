"""The school of the entry whose degree stands on a line of its own: the line above or below, by the order of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.studies.degrees import Degree, degrees_in
from ringback.readers.fields.studies.levels_told import is_level_alone
from ringback.readers.fields.studies.professions import degrees_of_row
from ringback.readers.fields.studies.school_beside import (
    are_degrees_first,
    ends_of_studies,
    school_above,
    school_beside_degree,
)
from ringback.readers.fields.studies.school_claims import in_place_of_school
from ringback.readers.fields.studies.school_left import is_of_dates
from ringback.readers.fields.studies.school_words import DATES, SPLIT
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.studies.schools_in_columns import school_in_column
from ringback.readers.fields.studies.schools_unnamed import may_be_school

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_INITIALS = re.compile(r"[A-ZÀ-ÞА-Я]{3,8}(?:-[A-Z]{2,6})?")
_OF_COURSES = re.compile(
    r"\b(?:IT|QA|AI|Online|Coding|Programming|Code|Training|Boot ?[Cc]amp|Skills?|Computer|Courses?|Language|Web|Digital|Design"
    r"|Tech|Data)\b.*\b(?:School|Academy|Cent(?:er|re)|Institute|Courses?|College|University)\b|\bAcademy$"
)  # which gives certificates
NEAR = 3  # lines from a school to a degree below it
MAX_BETWEEN = 9


def school_of_entry(
    sheet: Sheet, rows: list[int], schools: list[tuple[int, str]], first: int, degree: Degree
) -> tuple[int, str] | Found[str]:
    """Return the school of the degree on line ``first``, with its line; what no word tells for a school ready found."""
    if short := _short_below_courses(sheet, rows, schools, first):
        return short
    if opened := _under_level(sheet, schools, first) or school_in_column(sheet, rows, first):
        return opened
    is_degree_first = are_degrees_first(sheet, rows, schools)
    over = next((item for item in reversed(schools) if item[0] < first), None)
    is_over = over is not None and not is_degree_first and _is_over_several(sheet, rows, over[0], first)
    shared = _shared_below(sheet, schools, first) if is_degree_first else None
    own = [item for item in schools if (is_over and item == over) or not _is_of_other(sheet, item[0], first, degree)]
    above = [item for item in own if item[0] <= first and (first - item[0] <= NEAR or (is_over and item == over))]
    is_far = is_degree_first and not sheet.is_chinese and ends_of_studies(sheet, rows) == "degree school"
    reach = (NEAR if is_far else 2) + _n_wrapped(sheet, first)
    below = [item for item in own if first < item[0] <= first + reach and not _opens_level(sheet, item[0], first)]
    below = [shared] if shared and not below else below
    if above and below and _are_parted_by_dates(sheet, rows, above[-1][0], first, below[0][0]):
        above = []
    is_taken = is_degree_first and not below and bool(above) and _is_taken(sheet, above[-1][0], degree)
    above = [] if is_taken else above
    ranked = [*below[:1], *above[-1:]] if is_degree_first else [*above[-1:], *below[:1]]
    if (
        not ranked
        and (schools[0] not in own or is_taken)
        and (beside := school_beside_degree(sheet, degree, {i for i, _ in schools}))
    ):
        return beside
    if below and not above and _ends_in_degree(sheet, rows, schools, first) and (named := school_above(sheet, first)):
        return named
    if slot := in_place_of_school(sheet, rows, schools, first, ranked):
        return slot.found(sheet)
    is_next = any(abs(item[0] - first) == 1 for item in ranked[:1])
    return [*([] if is_next else _of_same_year(sheet, schools, first)), *ranked, *schools][0]


def _under_level(sheet: Sheet, schools: list[tuple[int, str]], first: int) -> tuple[int, str] | None:
    """Return the school right below a word for its kind that names the degree as well: ``Doctorate:`` / ``Larch University``."""
    under = next((item for item in schools if item[0] == first + 1), None)
    return under if not sheet.is_chinese and under and is_level_alone(sheet.folded[first]) else None


def _opens_level(sheet: Sheet, school: int, first: int) -> bool:
    """Tell a school whose kind stands over it and below the degree: it is that of the next entry."""
    return not sheet.is_chinese and school - 1 > first and is_level_alone(sheet.folded[school - 1])


def _short_below_courses(
    sheet: Sheet, rows: list[int], schools: list[tuple[int, str]], first: int
) -> tuple[int, str] | None:
    """Return the initials alone below a degree, where what stands above is a school of courses: ``MSc Botany`` / ``NLKV``."""
    over = next((item for item in reversed(schools) if item[0] < first), None)
    is_free = over is not None and not any(first < item[0] <= first + 1 for item in schools)
    if sheet.is_chinese or over is None or not is_free or first + 1 not in rows or sheet.headings[first + 1]:
        return None
    if not _OF_COURSES.search(over[1]) or sheet.sections[over[0]] != sheet.sections[first]:
        return None
    initials = DATES.sub("", SPLIT.split(sheet.shown[first + 1])[0]).strip(" |,;:()-–—")
    is_name = _INITIALS.fullmatch(initials) is not None and may_be_school(initials)
    return (first + 1, initials) if is_name else None


def _shared_below(sheet: Sheet, schools: list[tuple[int, str]], first: int) -> tuple[int, str] | None:
    """Return the school under several degrees that it gave: ``PhD, 2023`` / ``MSc, 2020`` / ``Northmoor University``."""
    below = next((item for item in schools if item[0] > first), None)
    if sheet.is_chinese or below is None or below[0] - first > MAX_BETWEEN or degrees_in(sheet.folded[below[0]]):
        return None
    return below if all(degrees_in(sheet.folded[i]) for i in range(first, below[0])) else None


def _are_parted_by_dates(sheet: Sheet, rows: list[int], above: int, of_degree: int, below: int) -> bool:
    """Tell entries that each end in a line of dates: they part a degree from the school above it, and not from that below."""
    begin, end = of_degree, of_degree
    while begin - 1 in rows:
        begin -= 1
    while end + 1 in rows:
        end += 1
    if not sheet.is_chinese and _closes_entries(sheet, begin, above, of_degree, below):
        return True
    if sheet.is_chinese or not is_of_dates(sheet.folded[end]) or is_of_dates(sheet.folded[begin]):
        return False
    is_parted = any(is_of_dates(sheet.folded[i]) for i in range(above + 1, of_degree))
    return is_parted and not any(is_of_dates(sheet.folded[i]) for i in range(of_degree + 1, below))


def _closes_entries(sheet: Sheet, begin: int, above: int, of_degree: int, below: int) -> bool:
    """Tell schools that close their entries with a date, below what was studied: the one above the degree closed the last."""
    is_opened = begin < above and school_in(sheet.folded[begin], sheet.shown[begin]) is None
    undated = (begin, of_degree)
    is_closed = below == of_degree + 1 and all(_YEAR.search(sheet.folded[i]) for i in (above, below))
    return is_opened and is_closed and not any(_YEAR.search(sheet.folded[i]) for i in undated)


def _is_taken(sheet: Sheet, school: int, degree: Degree) -> bool:
    """Whether the line right above a school is another degree, which it gave where schools stand below their degrees."""
    levels = {one.level for one in degrees_in(sheet.folded[school - 1])} if school else set()
    return not sheet.is_chinese and bool(levels) and degree.level not in levels


def _is_over_several(sheet: Sheet, rows: list[int], school: int, of_degree: int) -> bool:
    """Whether a school stands over several degrees, the one on line ``of_degree`` not the first of them."""
    between = [i for i in rows if school < i < of_degree]
    return not sheet.is_chinese and any(degrees_in(sheet.folded[i]) for i in between) and len(between) < MAX_BETWEEN


def _ends_in_degree(sheet: Sheet, rows: list[int], schools: list[tuple[int, str]], first: int) -> bool:
    """Whether degrees and schools take turns from line ``first`` on and a degree ends them: each school stands above its own."""
    lines = {i for i, _ in schools}
    levels = {i: {one.level for one in degrees_in(sheet.folded[i])} - {"high_school"} for i in rows if i >= first}
    turns = [
        (i in lines, bool(levels[i])) for i in levels if i in lines or levels[i]
    ]  # schools of children are often left out
    expected = [(n % 2 == 1, n % 2 == 0) for n in range(len(turns))]
    return len(turns) > 1 and turns == expected and not turns[-1][0]


def _of_same_year(sheet: Sheet, schools: list[tuple[int, str]], of_degree: int) -> list[tuple[int, str]]:
    """Return the school left in the year of the degree, where one list tells the schools and another what they gave."""
    year = max(_YEAR.findall(sheet.folded[of_degree]), default="")
    above = any(
        item[0] == of_degree - 1 and max(_YEAR.findall(sheet.folded[item[0]]), default="") > year for item in schools
    )
    if above:  # its line bears the end, and that of the degree the beginning
        return []
    left = [item for item in schools if max(_YEAR.findall(sheet.folded[item[0]]), default="") == year] if year else []
    return left if len(left) == 1 else []


def _n_wrapped(sheet: Sheet, number: int) -> int:
    """Return how many lines below a degree go on in its larger print, as a narrow column breaks them."""
    size, following = sheet.sizes[number], range(number + 1, min(number + 3, len(sheet.sizes)))
    if size <= sheet.body_size or not sheet.body_size:
        return 0
    return next((n for n, i in enumerate(following) if sheet.sizes[i] != size), len(following))


def _is_alone_above(sheet: Sheet, number: int, of_degree: int) -> bool:
    """Tell a school in larger print that no other one parts from the degree below it."""
    between = range(number + 1, of_degree)
    is_large = sheet.sizes[number] > max((sheet.sizes[i] for i in (*between, of_degree)), default=0.0)
    return is_large and not any(school_in(sheet.folded[i], sheet.shown[i]) for i in between)


def _is_of_other(sheet: Sheet, number: int, of_degree: int, degree: Degree) -> bool:
    """Whether a school belongs to the entry of another degree: that one stands on its line, or between them.

    Under one school several may stand: ``Associate Degree`` / ``Niveau: HBO``.
    """
    if number < of_degree and not sheet.is_chinese and _is_alone_above(sheet, number, of_degree):
        return False
    low, high = min(number, of_degree), max(number, of_degree)
    own = range(of_degree, of_degree + 1 + _n_wrapped(sheet, of_degree))
    return any(
        one.level != degree.level
        for i in range(low, high + 1)
        if i not in own
        for one in degrees_of_row(sheet.folded[i])
    )
