"""Which school to begin with among those that the rows of education name: by kind and dates where no degree tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees import Degree, degrees_in
from ringback.readers.fields.studies.education_rows import states_degree
from ringback.readers.fields.studies.levels_told import level_of_award, level_told
from ringback.readers.fields.studies.school_left import kind_of, left_last
from ringback.readers.fields.studies.school_levels import COLLEGE, HIGHER, OF_CHILDREN
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_OF_PUPILS = re.compile(
    r"\bGCSEs?\b|\bO[- ]?[Ll]evels?\b|\b(?:Functional|Key|Essential) Skills\b"
)  # Larch College - 7 GCSEs
_IN_STUDIES = re.compile(
    r"\b(?:\w*[Ss]tudium|[Ss]tudien\w*|[Ss]tudie|[Cc]ursando|[Ee]studiante|[Ee]studante|[ÉéEe]tudiante?|[Ss]tudente(?:ssa)?"
    r"|[Ss]tudies in|[Ss]ophomore|[Ff]reshman|[Uu]ndergraduate|[Pp]ursuing"
    r"|[Ii]n [Pp]rogress|(?:[Cc]urrently )?(?:[Ee]nrolled|[Aa]ttending))\b|[目现現正][前在]?就[读讀]"
)
_UNFINISHED = re.compile(
    r"\b(?:some (?:coursework|courses|classes|college|credits?|studies)|\d+ credits?|incomplete|unfinished|not completed"
    r"|did not (?:graduate|finish|complete)|no degree|undeclared)\b",
    re.IGNORECASE,
)
_BACHILLER = re.compile(r"\b(?:Colegio|Liceo|Unidad Educativa|U\.\s?E\.|Instituto de Educación Secundaria)(?: |$)")
_OF_SCHOOLS = frozenset({"high_school", "other"})


def of_higher_level(
    sheet: Sheet, schools: list[tuple[int, str]], degree: Degree | None
) -> tuple[list[tuple[int, str]], Degree | None]:
    """Leave the schools that a word beside them tells to be of higher education, where the only degree is that of a school."""
    if sheet.is_chinese or (degree is not None and degree.level not in _OF_SCHOOLS):
        return schools, degree
    higher = [item for item in schools if _level_beside(sheet, item[0]) >= COLLEGE]
    return (higher, None) if higher else (schools, degree)


def _level_beside(sheet: Sheet, number: int) -> int:
    """Return how far up a school stands by the word in front of it or the award behind it; none tells nothing."""
    return level_told(sheet, number) or level_of_award(sheet.folded[number]) or 0


def of_classes(sheet: Sheet, on_row: list[tuple[int, str]], degree: Degree) -> tuple[int, str]:
    """Return the first school beside the degree, of the classes of a child the one left last."""
    is_of_child = degree.level == "high_school" and not sheet.is_chinese
    return left_last(sheet, on_row) if is_of_child else on_row[0]


def first_choice(
    sheet: Sheet, schools: list[tuple[int, str]], degree: Degree | None
) -> tuple[tuple[int, str], Degree | None]:
    """Return the school to begin with, and the degree unless it is only the name of a school of children left out."""
    studies = next((item for item in schools if _is_in_studies(sheet, item)), None)
    if degree and degree.level == "high_school":
        if studies:
            return studies, None
        is_named = sheet.is_chinese or any(OF_CHILDREN.search(fold(name)) for _, name in schools)
        is_left_out = not is_named and any(kind_of(sheet, item) >= COLLEGE for item in schools)
        degree = None if is_left_out else degree
    if degree and degree.level == "high_school" and not sheet.is_chinese:
        named = only_named(sheet, schools)
        is_stated = any(degrees_in(sheet.folded[i]) for i in sheet.lines_in("education") if i not in named)
        return (schools[0] if is_stated else left_last(sheet, schools)), degree
    if degree:
        return schools[0], degree
    universities = [item for item in schools if HIGHER.search(fold(item[1]))] if sheet.is_chinese else schools
    return (left_last(sheet, universities) if universities else schools[0]), degree


def only_named(sheet: Sheet, schools: list[tuple[int, str]]) -> set[int]:
    """Return the lines of schools that state a degree by the name alone: ``Larch High School``."""
    if sheet.is_chinese:
        return set()
    return {i for i, name in schools if not degrees_in(sheet.folded[i].replace(fold(name), " "))}


def _is_in_studies(sheet: Sheet, school: tuple[int, str]) -> bool:
    """Tell studies at a university that name no degree, above the diploma of a school: ``Studium der Physik``."""
    return HIGHER.search(fold(school[1])) is not None and _IN_STUDIES.search(sheet.shown[school[0]]) is not None


def without_secondary(sheet: Sheet, schools: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Leave out the schools of children where a college or a university stands beside them."""
    above = [item for item in schools if not _OF_PUPILS.search(sheet.shown[item[0]])]
    higher = [item[0] for item in above if _is_of_higher(sheet, item)]
    schools = above if higher else schools
    if all(_UNFINISHED.search(sheet.shown[i]) for i in higher):
        return schools
    return [(i, name) for i, name in schools if not OF_CHILDREN.search(fold(name)) or _states_more(sheet, i, name)]


def _is_of_higher(sheet: Sheet, school: tuple[int, str]) -> bool:
    """Tell studies at a college or a university from a project there."""
    if sheet.is_chinese:
        return HIGHER.search(fold(school[1])) is not None and not OF_CHILDREN.search(fold(school[1]))
    return kind_of(sheet, school) >= COLLEGE


def _states_more(sheet: Sheet, number: int, name: str) -> bool:
    """Tell a line that states a degree from one where only the name of the school does: 某某高级中学."""
    line = sheet.folded[number]
    levels = {one.level for one in degrees_in(line)}
    if levels == {"bachelor"} and _BACHILLER.search(name):
        return False  # Bachelor of Science, Colegio Larcho: what a school of children gives there
    is_more = sheet.is_chinese or any(level != "high_school" for level in levels)
    return is_more and states_degree(line.replace(fold(name), " "))
