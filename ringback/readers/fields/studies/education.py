"""The highest degree and its school."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.items import ITEM
from ringback.readers.fields.jobs.lines import LINK
from ringback.readers.fields.places.han_towns import is_fact_of_person
from ringback.readers.fields.prints import printed_school
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.degrees import LEVELS, Degree, degrees_in, highest, ticked
from ringback.readers.fields.studies.education_rows import ALSO_TITLES, rows_of_education
from ringback.readers.fields.studies.education_told import (
    degree_begun,
    education_told,
    graduate_of,
    han_studies_told,
    school_of_pupil,
    school_of_student,
    school_told,
    university_of_student,
)
from ringback.readers.fields.studies.levels_told import level_told
from ringback.readers.fields.studies.professions import degrees_of_row
from ringback.readers.fields.studies.school_beside import school_beside_degree, school_given
from ringback.readers.fields.studies.school_labels import labelled_school
from ringback.readers.fields.studies.school_levels import OF_CHILDREN, YOUTHS, is_higher
from ringback.readers.fields.studies.school_rows import school_of_rows
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.studies.schools_by_degree import school_of_degree
from ringback.readers.fields.studies.schools_by_year import school_of_short_rows
from ringback.readers.fields.studies.schools_of_courses import school_of_courses
from ringback.readers.fields.studies.study_asides import gives_none, is_broken_off
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_BLANK_SCHOOL = re.compile(
    r"(?:[xX×*_某○]{2,}|\.{3,}) ?(?:大学|学院|专业|学校|university|college)|[(\[](?:degree|school|university)\b(?! of\b)",
    re.IGNORECASE,
)
_OF_COURSE = re.compile(
    r"\b(?:Executive Education|Certificates?(?= ?:)|[Pp]repar(?:ation|ing) for|[Pp]repares? (?:\w+ ){0,2}for)"
)  # what follows is no degree: A Survey of MBA Topics
_GAVE_NO_DEGREE = re.compile(
    r"\b(?:certifi\w+|course\w*|diplomado|training|apprentice\w*|QQI|FETAC|NVQ|licen[cs]e|workshop|seminar|coursework)\b",
    re.IGNORECASE,
)
_BARE_DEGREE = re.compile(
    r"[^A-Za-z]{0,24}(?:(?:(?P<short>Technical|Technician(?:['’]s)?|Vocational|Foundation|Two[- ][Yy]ear)"
    r"|University|College|Undergraduate|Engineering|Honou?rs|Licentiate|First|Four[- ][Yy]ear|Professional)"
    r"(?: (?:Honou?rs|Licentiate|Undergraduate))? [Dd]egree(?= (?:in|of) |\s*(?:[,(|:;\t–—-]|$|(?:19|20)\d\d))"
    r"|Degree(?= (?:in|of) [A-Z]))"
)  # whose level is told by its country alone
_UNFINISHED = re.compile(r"\b(?:unfinished|incomplete|not (?:completed|finished)|dropped out)\b", re.IGNORECASE)
_COURSE = re.compile(
    r"\W*(?:Course|Degree|Program(?:me)?|Course (?:and|&) Year|Course/Year)\s*[:\t]\s*(.{4,80})$", re.IGNORECASE
)
_OF_UNIVERSITY = frozenset({"doctor", "master", "bachelor"})
_OF_INTER = re.compile(
    r"(?:senior|secondary) (?:secondary )?(?:school )?(?:leaving )?certificate|wassce|waec|ssce"
    r"|h\.?s\.?c|hssc|inter|f\.?\s?sc|f\.?a\b|i\.?\s?com|ics|plus two|12th|\+ ?2|10 ?\+ ?2|(?:2nd )?p\.?u\.?c",
    re.IGNORECASE,
)
_INTER_COLLEGE = re.compile(r"\bInter(?:mediate)? College\b")  # of the last two years before a university
_CERTIFICATE = re.compile(r"\W{0,3}Certificate ?:\s*", re.IGNORECASE)
_EARLY = re.compile(
    r"junior|primary|elementary|小学|初中", re.IGNORECASE
)  # 可教：小学初中, of whom a university teaches
_LAST_WORK = re.compile("毕业(?:设计|论文|答辩|作品|典礼)")  # 青禾大学毕业设计创新奖 tells no degree
_WITH_DEPARTMENT = re.compile("[\u4e00-\u9fff]{2,14}(?:大学|学院) ?[\u4e00-\u9fff]{1,10}(?:系|专业|硕士班|学士班)")
_OF_TRADE = re.compile("技师学院|技工学院|职业|中专|卫生学院")  # which teach pupils of the middle grades as well


MAX_FACTS = 60  # characters; longer lines are sentences


@dataclass(frozen=True, slots=True)
class Education:
    """The highest degree and the school that gave it; either may be absent."""

    degree: Found[Degree] | None
    school: Found[str] | None


def read_education(sheet: Sheet) -> Education:
    """Return the highest degree and its school, from labels, the education section, or the head of the resume."""
    rows = rows_of_education(sheet)
    degree = _labelled_degree(sheet, rows) or _degree_of_rows(sheet, rows)
    told_degree, told_school = education_told(sheet) if degree is None else (None, None)
    degree = degree or told_degree or _degree_in_head(sheet) or _degree_behind_school(sheet) or graduate_of(sheet)
    school = (
        printed_school(sheet, degree.value.level if degree else None)
        or labelled_school(sheet, rows, degree.value if degree else None)
        or told_school
        or school_of_short_rows(sheet, rows, degree.value if degree else None)
        or school_of_rows(sheet, rows, degree.value if degree else None)
        or school_beside_degree(sheet, degree.value if degree else None)
        or _school_told(sheet, degree)
        or _school_of_label(degree)
        or _school_for_degree(sheet)
        or school_of_student(sheet)
        or school_told(sheet)
        or university_of_student(sheet)
        or _school_of_life(sheet)
        or school_of_pupil(sheet)
        or (school_of_courses(sheet) if degree is None else None)
    )
    if school is None or degree is None:
        told_degree, told_school = han_studies_told(sheet)
        school = school or told_school
        is_same = school and told_degree and school.value in told_degree.evidence
        degree = degree or (told_degree if is_same else None)
    if school and not is_higher(fold(school.value)) and (degree is None or degree.value.level == "high_school"):
        school = university_of_student(sheet) or school
    is_early = degree is not None and degree.value.level == "other" and _EARLY.match(degree.value.text) is not None
    if degree and is_early and school and is_higher(fold(school.value)):
        degree = degree_begun(sheet)  # Junior High Level, below the tertiary one
    if degree and school and _is_of_children(degree.value, school.value):
        degree = replace(degree, value=Degree("high_school", degree.value.text))
    if degree and school and degree.value.level == "high_school" and is_higher(fold(school.value)):
        is_kept = OF_CHILDREN.search(fold(school.value)) or _GAVE_NO_DEGREE.search(school.evidence)
        is_kept = is_kept or _OF_TRADE.search(fold(school.value))
        if not is_kept and not _is_of_college(sheet, degree, school):
            told = degree_begun(sheet) or _degree_in_head(sheet)  # what the university gave a sentence tells, if any
            degree = told or (degree if _is_under_youths(sheet, school) else None)
    if degree is None and school and not sheet.is_chinese and is_higher(fold(school.value)):
        degree = degree_begun(sheet) or _degree_of_course(sheet)
    return Education(degree or _degree_without_level(sheet, rows), school)


def _school_told(sheet: Sheet, degree: Found[Degree] | None) -> Found[str] | None:
    """Return the school that a sentence tells with the degree, where the rows of education name none."""
    if degree is None or "education" not in sheet.sections:
        return None
    told, school = education_told(sheet)
    return school if told and told.value.level == degree.value.level else None


def _school_of_label(degree: Found[Degree] | None) -> Found[str] | None:
    """Return the school beside the degree behind a label: ``Education: BA Eastmoor College, PhD Northmoor University``."""
    if degree is None or degree.how != "label":
        return None
    line = degree.evidence
    school = school_of_degree(fold(line), line, degree.value.level) or school_in(fold(line), line) or school_given(line)
    return Found(school, "label", 0.8, line) if school else None


def _school_for_degree(sheet: Sheet) -> Found[str] | None:
    """Return the school that somebody tells where a form asks for the degree: 学历：青禾市技工学校（2007-2010）."""
    for label in sheet.labelled("degree"):
        school = school_in(fold(label.value), label.value)
        if school and label.value.startswith(school):
            return Found(school, "label", 0.8, f"{label.label}: {label.value}")
    return None


def _school_of_life(sheet: Sheet) -> Found[str] | None:
    """Return the school that stands with its department among the items of a life, where no section tells of studies."""
    for number in sheet.lines_in("experience") if sheet.is_chinese and "education" not in sheet.sections else ():
        line, shown = sheet.folded[number].strip(" -•·*"), sheet.shown[number]
        if _WITH_DEPARTMENT.fullmatch(line) and (school := school_in(sheet.folded[number], shown)):
            return Found(school, "layout", 0.6, shown)
    return None


def _is_of_children(degree: Degree, school: str) -> bool:
    """Tell the diploma that a high school gives: ``Central High School`` / ``Diploma, 2012``."""
    return degree.text.lower() == "diploma" and OF_CHILDREN.search(fold(school)) is not None


def _labelled_degree(sheet: Sheet, rows: list[int]) -> Found[Degree] | None:
    own = [label for label in sheet.labelled("degree") if sheet.sections[label.line] != "education"]
    for label in own:
        value = ticked(label.value)
        degree = highest(degrees_in(fold(value), value))
        if degree is None and label.line + 1 < len(sheet.folded) and len(label.value) <= 2:  # wrapped in the middle
            degree = highest(degrees_in(label.value + sheet.folded[label.line + 1][:4]))
        if degree:
            of_rows = (
                _degree_of_rows(sheet, rows) if label.is_below else None
            )  # the first row of a table is not the highest
            if of_rows and LEVELS.index(of_rows.value.level) < LEVELS.index(degree.level):
                return of_rows
            return Found(degree, "label", 0.96, f"{label.label}: {label.value}")
    return None


def _degree_of_rows(sheet: Sheet, rows: list[int]) -> Found[Degree] | None:
    best: tuple[Degree, int] | None = None
    finished = [i for i in rows if not is_broken_off(sheet.shown[i])]
    for number in finished:
        if _BLANK_SCHOOL.search(sheet.folded[number]) or gives_none(sheet.shown[number]):
            continue
        if _is_in_bracket_of_item(sheet, number):
            continue
        told = _told_of_degrees(_LAST_WORK.sub("\t" * 4, sheet.folded[number]))
        degree = highest(degrees_of_row(told, sheet.shown[number][: len(told)]))
        if degree and (best is None or LEVELS.index(degree.level) < LEVELS.index(best[0].level)):
            best = (degree, number)
    return Found(best[0], "layout", 0.9, sheet.shown[best[1]]) if best else None


def _degree_without_level(sheet: Sheet, rows: list[int]) -> Found[Degree] | None:
    """Return what a row calls a degree without telling its level: ``Degree in Botany``, ``Technical Degree in Electronics``."""
    for number in rows if not sheet.is_chinese else ():
        told = _BARE_DEGREE.match(sheet.shown[number])
        if told and not _UNFINISHED.search(sheet.shown[number]):
            level = "college" if told.group("short") else "bachelor"
            return Found(Degree(level, told.group().strip()), "layout", 0.5, sheet.shown[number])
    return None


def _degree_of_course(sheet: Sheet) -> Found[Degree] | None:
    """Return the degree that somebody tells as his course among other facts: ``Course: Bachelor of Science in Botany``."""
    for number in sheet.lines_in(TOP, "basic", "summary", "other"):
        told = _COURSE.match(sheet.shown[number])
        degree = highest(degrees_in(fold(told.group(1)))) if told else None
        if degree and degree.level in _OF_UNIVERSITY:
            return Found(degree, "label", 0.7, sheet.shown[number])
    return None


def _is_under_youths(sheet: Sheet, school: Found[str]) -> bool:
    """Tell a college that had somebody as a pupil by the word over it: ``Senior High School`` / ``Larch Integrated College``."""
    return any(line == school.evidence and level_told(sheet, i) == YOUTHS for i, line in enumerate(sheet.shown))


def _is_of_college(sheet: Sheet, degree: Found[Degree], school: Found[str]) -> bool:
    """Tell what colleges of South Asia give to youths, on the line of its college or the next: ``H.S.C.``, Intermediate."""
    if _INTER_COLLEGE.search(school.value):
        return True
    if not _OF_INTER.match(degree.value.text) or "College" not in school.value:
        return False
    shown = list(sheet.shown)
    if school.evidence == degree.evidence:
        return True
    name = next((i for i, line in enumerate(shown) if school.value in line), None)
    own = [i for i, line in enumerate(shown) if line == degree.evidence]
    return name is not None and any(abs(i - name) == 1 for i in own)


def _is_in_bracket_of_item(sheet: Sheet, number: int) -> bool:
    """Tell the rest of a bracket that an item opens in the line above: ``• Helped 90 students (UG,`` / ``M.Tech, Ph.D.)``."""
    above = sheet.folded[number - 1] if number else ""
    is_open = ITEM.match(above) is not None and above.rfind("(") > above.rfind(")")
    inner, closed, _ = sheet.folded[number].partition(")")
    return is_open and bool(closed) and "(" not in inner and not degrees_in(above)


def _told_of_degrees(line: str) -> str:
    """Return what a folded line tells in front of the courses; a degree may stand behind the label of a paper.

    ``Certificate: BSc Statistics``, but not ``Certificate: A Survey of MBA Topics``.
    """
    label = _CERTIFICATE.match(line)
    opens = label and next(iter(degrees_in(line[label.end() :])), None)
    is_degree = label and opens and line.startswith(opens.text, label.end())
    return line if is_degree else _OF_COURSE.split(line)[0]


def _degree_behind_school(sheet: Sheet) -> Found[Degree] | None:
    """Return the degree that stands behind a labelled school: 就读学校：青禾技师学院 数控加工 中技."""
    for label in sheet.labelled("school"):
        if not is_broken_off(label.value) and (degree := highest(degrees_in(fold(label.value), label.value))):
            return Found(degree, "label", 0.8, f"{label.label}: {label.value}")
    return None


def _degree_in_head(sheet: Sheet) -> Found[Degree] | None:
    for number in (*sheet.head[:15], *_facts_in_profile(sheet)):
        for piece in re.split(r"[|·,/;\t\s]+", ticked(sheet.folded[number])):
            degrees = degrees_in(piece) if len(piece) <= 8 and not piece.isascii() else []  # a piece of its own
            if degrees and len(degrees[0].text) >= len(piece) - 2:
                return Found(degrees[0], "layout", 0.9, sheet.shown[number])
    for number in sheet.head:
        line = LINK.sub(" ", ticked(sheet.folded[number]))
        degree = highest(degrees_in(line)) if len(line) < 120 else None
        is_post = degree is not None and degree.text.lower() in ALSO_TITLES  # a sales associate
        if degree and not is_post and not (degree.text.isascii() and len(degree.text) < 4):
            return Found(degree, "pattern", 0.6, sheet.shown[number])
    return None


def _facts_in_profile(sheet: Sheet) -> list[int]:
    """Return the first line of a profile if it lists facts of a person: 男, 二十一岁(1990.3.26) 青禾大学 本科."""
    first = sheet.lines_in("summary")[:1] if sheet.is_chinese else []
    return [i for i in first if len(sheet.folded[i]) <= MAX_FACTS and is_fact_of_person(sheet.folded[i])]
