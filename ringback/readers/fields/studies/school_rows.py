"""The school of the highest degree: behind its label, or on a line of education beside that degree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.studies.degrees import Degree, degrees_in, latin_words
from ringback.readers.fields.studies.education_rows import ENTRY_EDGES, is_exchange, states_degree
from ringback.readers.fields.studies.professions import degrees_of_row
from ringback.readers.fields.studies.school_beside import school_beside_degree
from ringback.readers.fields.studies.school_choice import (
    first_choice,
    of_classes,
    of_higher_level,
    only_named,
    without_secondary,
)
from ringback.readers.fields.studies.school_entry import school_of_entry
from ringback.readers.fields.studies.school_left import is_of_dates
from ringback.readers.fields.studies.school_lines import school_of_line
from ringback.readers.fields.studies.school_slots import house_of_faculty
from ringback.readers.fields.studies.school_words import (
    DATES,
    HAN_PART_OF_SCHOOL,
    HAN_SCHOOL,
    PART_OF_SCHOOL,
)
from ringback.readers.fields.studies.schools import (
    INSTITUTE_OF,
    UNIVERSITY,
    school_in,
)
from ringback.readers.fields.studies.schools_by_degree import school_of_degree
from ringback.readers.fields.studies.study_asides import (
    is_honorary,
    is_of_others,
    is_of_societies,
    is_of_thesis,
    is_visit,
)
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_SEASONAL = re.compile(r"\b(?:Summer|Winter|Spring) (?:School|Academy|University)\b")
_PART_OF_UNIVERSITY = re.compile(r"(?:学院|研究所|研究院)(?:[(（][^()（）]*[)）])?$")
_FACULTY_AND_SUBJECT = re.compile("(?:学院|系)[\u4e00-\u9fff]{2,14}专业$")
_DEPARTMENT = re.compile("(?:学院|研究所|研究院|系|所)$")
_INSTITUTE = re.compile("(?:研究所|研究院|研究中心|实验室)$")
_OPEN_BEHIND = re.compile(r"[,:]|\s*(?:from|at)(?: the)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FACULTY = re.compile(r"(?:Faculty|School|College) of\b|Department of\b")
_GRADUATE_SCHOOL = re.compile(r"[a-z] Graduate School$")  # Tidal Engineering Graduate School, below its university
FACULTY_LINES = 4
_POST = re.compile(
    r"(?:[A-Z]\w+ ){0,2}(?:Post-?[ ]?[Dd]oc\w*|(?:Assistant |Associate |Visiting )?Professor|Lecturer"
    r"|Research (?:Fellow|Associate))\b"
)
_CLAUSE = re.compile("(?:[^,，。;；.]|[.](?![\u4e00-\u9fff]|\\d{4}年))+")
_NOT_HIGHEST = re.compile(r"第二|辅修|交换|exchange|minor\b", re.IGNORECASE)


def school_of_rows(sheet: Sheet, rows: list[int], degree: Degree | None) -> Found[str] | None:
    """Take the school of the row that names the highest degree; its row may be the one above or below."""
    schools = [(i, school) for i in rows if (school := school_of_line(sheet, i))]
    own = [item for item in schools if not _is_aside(sheet.shown[item[0]])]
    if schools and not own and (beside := school_beside_degree(sheet, degree, {i for i, _ in schools})):
        return beside
    schools = own or schools
    schools = [item for item in schools if not _SEASONAL.search(item[1])] or schools
    schools = without_secondary(sheet, [item for item in schools if not is_exchange(sheet, item[0])] or schools)
    schools = [item for item in schools if not (_is_post(sheet, item[0]) or _is_postdoc(sheet, item[0]))] or schools
    if not schools:
        return None
    schools, degree = of_higher_level(sheet, schools, degree)
    chosen, degree = first_choice(sheet, schools, degree)
    found = _beside_degree(sheet, rows, schools, degree) if degree else None
    if isinstance(found, Found):
        return found
    chosen = house_of_faculty(sheet, _whole_school(sheet, schools, found or chosen))
    return Found(chosen[1], "layout", 0.88, sheet.shown[chosen[0]])


def _beside_degree(
    sheet: Sheet, rows: list[int], schools: list[tuple[int, str]], degree: Degree
) -> tuple[int, str] | Found[str] | None:
    """Return the school of the lines that state the highest degree, or of the lines beside them; None where none states it."""
    levels = {
        i
        for i in rows
        if any(one.level == degree.level for one in degrees_of_row(sheet.folded[i]))
        and not _NOT_HIGHEST.search(sheet.folded[i])
        and not _is_aside(sheet.shown[i])
    }
    levels = {i for i in levels if not _is_postdoc(sheet, i)} or levels
    levels = levels - only_named(sheet, schools) if degree.level == "high_school" else levels
    if next_to_first := _next_to_first(sheet, schools, levels, degree):
        return next_to_first
    if below := _below_open_degree(sheet, schools, levels, degree):
        return below
    if on_row := [item for item in schools if item[0] in levels]:
        number, school = of_classes(sheet, on_row, degree)
        return number, _beside_on_row(sheet, number, degree) or school
    return school_of_entry(sheet, rows, schools, min(levels), degree) if levels else None


def _below_open_degree(
    sheet: Sheet, schools: list[tuple[int, str]], levels: set[int], degree: Degree
) -> tuple[int, str] | None:
    """Return the school that a narrow column parted from its degree: ``MA, Eastmoor College, 2003; PhD,`` / ``Larch University``.

    The school in front of the degree belongs to another one on its line.
    """
    for item in () if sheet.is_chinese else schools:
        above = sheet.folded[item[0] - 1] if item[0] - 1 in levels else ""
        words = list(latin_words(above))
        is_open = len(words) > 1 and _OPEN_BEHIND.fullmatch(above, words[-1][1]) is not None
        is_own = is_open and any(one.level == degree.level for one in degrees_in(above[words[-1][0] :]))
        if is_own and sheet.shown[item[0]].startswith(item[1]) and school_in(above[: words[-1][0]], ""):
            return item
    return None


def _whole_school(sheet: Sheet, schools: list[tuple[int, str]], chosen: tuple[int, str]) -> tuple[int, str]:
    """Return the university above where the school chosen is a part of it."""
    if HAN_PART_OF_SCHOOL.fullmatch(chosen[1]):
        chosen = _whole_of(chosen, schools)
    over = [item for item in schools if item[0] == chosen[0] - 1]
    chosen = over[0] if over and _is_faculty(sheet, chosen[0]) else chosen
    is_part = _PART_OF_UNIVERSITY.search(fold(chosen[1])) and bool(over) and fold(over[0][1]).endswith("大学")
    if over and _INSTITUTE.search(fold(chosen[1])) and _has_dates_above(sheet, chosen[0]):
        chosen = over[0]
    if over and is_part and DATES.sub("", sheet.folded[over[0][0]]).strip(ENTRY_EDGES).startswith(fold(over[0][1])):
        chosen = over[0]  # the university stands over its school
    under = next((item for item in schools if item[0] > chosen[0]), None)
    if under and _is_institute_over(sheet, chosen, under):
        return under
    is_own = bool(over) and (sheet.is_chinese or not states_degree(sheet.folded[over[0][0]]))
    if is_own and _is_part_of(chosen[1], over[0][1]):
        chosen = over[0]
    if below := _university_under(sheet, schools, chosen):
        return below
    return chosen if sheet.is_chinese else _over_faculty(sheet, schools, chosen)


def _is_institute_over(sheet: Sheet, part: tuple[int, str], under: tuple[int, str]) -> bool:
    """Tell a department beside its degree that a university fills a line below: 電控研究所 碩士 / 2019 - 2021 / 青禾大學."""
    is_part = _DEPARTMENT.search(fold(part[1])) and "大学" not in fold(part[1]) and states_degree(sheet.folded[part[0]])
    is_whole = sheet.shown[under[0]].strip() == under[1] and fold(under[1]).endswith("大学")
    between = range(part[0] + 1, under[0])
    is_next = len(between) <= 1 and all(is_of_dates(sheet.folded[i]) for i in between)
    below = sheet.folded[under[0] + 1] if under[0] + 1 < len(sheet.folded) else ""
    return bool(is_part) and is_whole and is_next and not is_of_dates(below) and not states_degree(below)


def _over_faculty(sheet: Sheet, schools: list[tuple[int, str]], chosen: tuple[int, str]) -> tuple[int, str]:
    """Return the university some lines above a faculty that fills its line, subject and dates of the studies between them."""
    is_alone = sheet.shown[chosen[0]].strip() == chosen[1] and _FACULTY.match(chosen[1]) is not None
    over = [item for item in schools if 0 < chosen[0] - item[0] <= FACULTY_LINES and not _FACULTY.match(item[1])]
    between = range(over[-1][0] + 1, chosen[0]) if over else range(0)
    is_entry = bool(over) and not any(sheet.sizes[i] >= sheet.sizes[over[-1][0]] > 0 for i in between)
    return over[-1] if is_alone and is_entry else chosen


def _next_to_first(
    sheet: Sheet, schools: list[tuple[int, str]], levels: set[int], degree: Degree
) -> tuple[int, str] | None:
    """Return the school alone below the first of several degrees of one level, where a later one has its own beside it."""
    lines = {i for i, _ in schools}
    first = min(levels, default=-1)
    if sheet.is_chinese or degree.level == "high_school" or first in lines or first - 1 in lines or not levels & lines:
        return None
    below = next((item for item in schools if item[0] == first + 1), None)
    return below if below and not degrees_in(sheet.folded[below[0]]) else None


def _is_part_of(school: str, above: str) -> bool:
    """Tell a part of the school above it: a faculty, or the Institute of Physics below its university."""
    if PART_OF_SCHOOL.search(above):
        return False
    is_institute = INSTITUTE_OF.match(school) is not None and UNIVERSITY.search(above) is not None
    return is_institute or PART_OF_SCHOOL.search(school) is not None or _GRADUATE_SCHOOL.search(school) is not None


def _university_under(sheet: Sheet, schools: list[tuple[int, str]], chosen: tuple[int, str]) -> tuple[int, str] | None:
    """Return the university alone below the degree and its faculty: ``M.Sc., School of Tides`` / ``University of Larchland``."""
    lines = {item[0]: item for item in schools}
    under = lines.get(chosen[0] + 1)
    is_own = under is not None and not sheet.is_chinese and chosen[0] - 1 not in lines
    if under is None or not is_own or not _FACULTY.match(chosen[1]) or not states_degree(sheet.folded[chosen[0]]):
        return None
    is_alone = sheet.shown[under[0]].strip().startswith(under[1]) and not states_degree(sheet.folded[under[0]])
    after = under[0] + 1
    if after < len(sheet.folded) and after not in lines and states_degree(sheet.folded[after]):
        return None  # the school of the next degree stands over it
    return under if is_alone and UNIVERSITY.search(under[1]) and not PART_OF_SCHOOL.search(under[1]) else None


def _is_faculty(sheet: Sheet, number: int) -> bool:
    """Tell the faculty and the subject below a line that is nothing but a school: 青禾学院 / 云帆金融商学院会计专业."""
    above = sheet.folded[number - 1]
    return HAN_SCHOOL.fullmatch(above) is not None and _FACULTY_AND_SUBJECT.search(sheet.folded[number]) is not None


def _has_dates_above(sheet: Sheet, number: int) -> bool:
    above = sheet.folded[number - 1]
    return bool(_YEAR.search(above)) and not _YEAR.search(sheet.folded[number]) and not states_degree(above)


def _is_aside(line: str) -> bool:
    """Tell the lines of an entry that name a school which gave no degree."""
    return is_of_others(line) or is_of_thesis(line) or is_of_societies(line) or is_visit(line) or is_honorary(line)


def _beside_on_row(sheet: Sheet, number: int, degree: Degree) -> str | None:
    """Return the school beside the degree where its line tells several."""
    if not sheet.is_chinese:
        return school_of_degree(sheet.folded[number], sheet.shown[number], degree.level)
    return _of_clause(sheet, number, degree)


def _of_clause(sheet: Sheet, number: int, degree: Degree) -> str | None:
    """Return the school beside the degree where a line tells several: 1989年毕业于…，获学士学位；2003年获…硕士学位."""
    line = sheet.folded[number]
    clauses = list(_CLAUSE.finditer(line))
    for clause in clauses if len(clauses) > 1 and len(line) == len(sheet.shown[number]) else []:
        is_told = any(one.level == degree.level for one in degrees_in(clause.group()))
        if is_told and HAN_SCHOOL.search(clause.group()):
            return school_in(clause.group(), sheet.shown[number][clause.start() : clause.end()])
    return None


def _whole_of(part: tuple[int, str], schools: list[tuple[int, str]]) -> tuple[int, str]:
    """Return the university that stands nearest above a department without a name of its own, else the nearest below."""
    whole = [item for item in schools if not HAN_PART_OF_SCHOOL.fullmatch(item[1])]
    return min(whole, key=lambda item: (item[0] > part[0], abs(item[0] - part[0])), default=part)


def _is_postdoc(sheet: Sheet, number: int) -> bool:
    """Tell a row of who works as 博士后 from the one of the degree; 博士 beside it is one."""
    line = sheet.folded[number]
    return "博士后" in line and not degrees_in(line.replace("博士后", " "))


def _is_post(sheet: Sheet, number: int) -> bool:
    """Tell a post among the degrees: ``2021 - Postdoctoral fellow, Northmoor Medical School``."""
    line = DATES.sub("", sheet.shown[number]).strip(f"{ENTRY_EDGES}:")
    return _POST.match(line) is not None and not states_degree(sheet.folded[number])
