"""The school of the highest degree: behind its label, or on a line of education beside that degree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sections import GOES_ON
from ringback.readers.fields.studies.degrees import Degree, degrees_in
from ringback.readers.fields.studies.education_rows import ENTRY_EDGES, is_exchange, states_degree
from ringback.readers.fields.studies.education_tables import school_of_column
from ringback.readers.fields.studies.levels_told import school_under_level
from ringback.readers.fields.studies.professions import degrees_of_row
from ringback.readers.fields.studies.school_choice import first_choice, of_classes, of_higher_level, without_secondary
from ringback.readers.fields.studies.school_entry import school_of_entry
from ringback.readers.fields.studies.school_words import (
    DATES,
    HAN_PART_OF_SCHOOL,
    HAN_SCHOOL,
    PART_OF_SCHOOL,
    SUBJECT,
)
from ringback.readers.fields.studies.schools import (
    institute_over_degree,
    school_in,
)
from ringback.readers.fields.studies.schools_by_degree import school_of_degree
from ringback.readers.fields.studies.schools_in_small import school_in_small
from ringback.readers.fields.studies.study_asides import is_honorary, is_of_others, is_of_thesis, is_visit
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_MEMBER = re.compile(r"(?:\w+ ){0,2}(?:Fellow|Member|Associate)(?:ship)? of (?:the )?[A-Z]")
_SEASONAL = re.compile(r"\b(?:Summer|Winter|Spring) (?:School|Academy|University)\b")
_SUBJECT_FIRST = re.compile(
    r"(?:Speciali[sz]\w+|Major(?:ed|ing)?|Minor|Diploma|Certificate|Studie[sd]|Courses?) (?:in|of) "
    r".*?(?:\bat\s+(?=[A-Z])(.{2,60}?)(?: from .*)?)?$"
)
_REST_OF_NAME = re.compile(
    r"((?:d[aeio]s?|del|dell?[ao]|of|für|zu|och)(?: |['’]))?[A-ZÀ-Þ][\w'’.-]+(?: (?:(?:de|del|da|do|di) )?[A-ZÀ-Þ][\w'’.-]+){0,3}"
)  # Università degli Studi / di Verona
_REST_BEHIND_OF = re.compile(r"of(?: (?:[A-Z][a-z]+|and|&)){1,5}(?=$|,| \()")
_PART_OF_UNIVERSITY = re.compile(r"(?:学院|研究所|研究院)(?:[(（][^()（）]*[)）])?$")
_FACULTY_AND_SUBJECT = re.compile("(?:学院|系)[\u4e00-\u9fff]{2,14}专业$")
_INSTITUTE = re.compile("(?:研究所|研究院|研究中心|实验室)$")
_JOINTS = (" of", " of the", " and", " &")
_OPEN_JOINT = re.compile(r" (?:of|of the|and|&)$")
_REST_BEHIND_JOINT = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_OPEN_AT_END = re.compile(
    r"(?<![\w-])(?:[A-Z][\w'’&-]+ ){0,2}(?:University|College|Institute|School|Academy) of(?: the)?$"
)  # BSc Biology | University of / Galway | 2019
_BEHIND_NAME = re.compile(r"\s*[|,(·\t]|\s[-–—]\s")
_KIND_ALONE = re.compile(
    r"(?:Technische |Tekniska |Technical )?(?:Universi\w+|Universität|Université|Hochschule|Fachhochschule|Hogeschool"
    r"|Politechnika|Politecnico|Lycée|Liceo|Gymnasium)"
)
_KIND_AT_END = re.compile(rf"(?<=, )({_KIND_ALONE.pattern})$")
_TOWN_FIRST = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
_OPEN_NAME = re.compile(r"\s(?:d[aeio]s?|del|dell?[ao]|of|für|zu|San|Santa|Santo|São|Saint|Sankt)$")
MIN_FULL_CHARS = 30  # shorter lines are broken by no margin
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_POST = re.compile(
    r"(?:[A-Z]\w+ ){0,2}(?:Post-?[ ]?[Dd]oc\w*|(?:Assistant |Associate |Visiting )?Professor|Lecturer"
    r"|Research (?:Fellow|Associate))\b"
)
_HIGH = re.compile(
    r"\s*((?!(?:Higher|Senior|Junior|Upper|Lower|Post|Very)\b)(?:[A-Z][\w.'’-]+ ){1,4}"
    r"(?:(?:Junior |Senior )?High|S\.?H\.?S\.?|Grammar))"
    r"(?=\s*(?:,|$|\(|\t|\|))"
)  # Larch Christian High, Ho
_KIND_OPENS_ROW = re.compile(r"(University|College|Institute|School|Academy|Polytechnic)\s*(?=$|[(,\t|])")
_OF_FIELDS = re.compile(
    r"(?:University|Institute|College|School|Academy) of(?:,? (?:Science|Sciences|Technology|Engineering|Management"
    r"|Education|Medical"
    r"|Medicine|Agriculture|Arts|Commerce|Nursing|Law|Pharmacy|Information|Applied|Health|Business|Studies|Technical"
    r"|Professional|and|&))+"
)  # which of them it does not say
_KIND_IN_TOWN = re.compile(r"\bThe (?:Polytechnic|University|College|Institute),? ([A-Z][a-z]+)\b")
_WORDS_OF_NAME = re.compile(r"(?:[A-Z][\w.'’&-]+ ?){1,4}")
_KIND_OPENS = re.compile(r"(?:University|College|Institute|School|Academy|Polytechnic)(?: of\b|$)")
_FRONT_OF_NAME = re.compile(
    r"(?:[A-Z][\w'’.-]+ ){1,4}(?:National|State|Technical|Federal|International|Medical|Agricultural|Pedagogical|Christian"
    r"|Catholic|Central|Open|Technological|Economic|Linguistic|Military|Naval|Aerospace|Aviation|Transport|Polytechnic"
    r"|Pharmaceutical|American)"
)
_CLAUSE = re.compile(r"[^,，。;；]+")
_NOT_HIGHEST = re.compile(r"第二|辅修|交换|exchange|minor\b", re.IGNORECASE)


def school_of_rows(sheet: Sheet, rows: list[int], degree: Degree | None) -> Found[str] | None:
    """Take the school of the row that names the highest degree; its row may be the one above or below."""
    schools = [(i, school) for i in rows if (school := _school_from(sheet, i))]
    schools = [item for item in schools if not _is_aside(sheet.shown[item[0]])] or schools
    schools = [item for item in schools if not _SEASONAL.search(item[1])] or schools
    schools = without_secondary(sheet, [item for item in schools if not is_exchange(sheet, item[0])] or schools)
    schools = [item for item in schools if not _is_post(sheet, item[0])] or schools
    if not schools:
        return None
    schools, degree = of_higher_level(sheet, schools, degree)
    chosen, degree = first_choice(sheet, schools, degree)
    if degree:
        levels = {
            i
            for i in rows
            if any(one.level == degree.level for one in degrees_of_row(sheet.folded[i]))
            and not _NOT_HIGHEST.search(sheet.folded[i])
            and not _is_aside(sheet.shown[i])
        }
        on_row = [item for item in schools if item[0] in levels]
        if on_row:
            chosen = of_classes(sheet, on_row, degree)
            chosen = (chosen[0], _beside_on_row(sheet, chosen[0], degree) or chosen[1])
        elif levels:
            found = school_of_entry(sheet, rows, schools, min(levels), degree)
            if isinstance(found, Found):
                return found
            chosen = found
    if HAN_PART_OF_SCHOOL.fullmatch(chosen[1]):
        chosen = _whole_of(chosen, schools)
    over = [item for item in schools if item[0] == chosen[0] - 1]
    chosen = over[0] if over and _is_faculty(sheet, chosen[0]) else chosen
    is_part = _PART_OF_UNIVERSITY.search(fold(chosen[1])) and bool(over) and fold(over[0][1]).endswith("大学")
    if over and _INSTITUTE.search(fold(chosen[1])) and _has_dates_above(sheet, chosen[0]):
        chosen = over[0]
    if over and is_part and DATES.sub("", sheet.folded[over[0][0]]).strip(ENTRY_EDGES).startswith(fold(over[0][1])):
        chosen = over[0]  # the university stands over its school
    is_own = bool(over) and (sheet.is_chinese or not states_degree(sheet.folded[over[0][0]]))
    if is_own and PART_OF_SCHOOL.search(chosen[1]) and not PART_OF_SCHOOL.search(over[0][1]):
        chosen = over[0]
    return Found(chosen[1], "layout", 0.88, sheet.shown[chosen[0]])


def _is_faculty(sheet: Sheet, number: int) -> bool:
    """Tell the faculty and the subject below a line that is nothing but a school: 青禾学院 / 云帆金融商学院会计专业."""
    above = sheet.folded[number - 1]
    return HAN_SCHOOL.fullmatch(above) is not None and _FACULTY_AND_SUBJECT.search(sheet.folded[number]) is not None


def _has_dates_above(sheet: Sheet, number: int) -> bool:
    above = sheet.folded[number - 1]
    return bool(_YEAR.search(above)) and not _YEAR.search(sheet.folded[number]) and not states_degree(above)


def _is_aside(line: str) -> bool:
    """Tell the lines of an entry that name a school which gave no degree."""
    return is_of_others(line) or is_of_thesis(line) or is_visit(line) or is_honorary(line)


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


def _is_post(sheet: Sheet, number: int) -> bool:
    """Tell a post among the degrees: ``2021 - Postdoctoral fellow, Northmoor Medical School``."""
    line = DATES.sub("", sheet.shown[number]).strip(f"{ENTRY_EDGES}:")
    return _POST.match(line) is not None and not states_degree(sheet.folded[number])


def _school_from(sheet: Sheet, number: int) -> str | None:
    """Return the school of a line, with the end of its name where a narrow column broke it before ``of``."""
    school = _name_over_kind(sheet, number) or _kind_and_town(sheet, number) or _school_on_line(sheet, number)
    if school and (front := _first_half(sheet, number, school)):
        return f"{front} {school}"
    if school and _MEMBER.match(school):
        return None
    if school and (subject := _SUBJECT_FIRST.match(school)):
        school = subject.group(1)
    below = sheet.shown[number + 1] if number + 1 < len(sheet.shown) else ""
    first = _BEHIND_NAME.split(below, maxsplit=1)[0].strip()  # Technology | May 2023
    begun = _OPEN_AT_END.search(sheet.shown[number]) if _REST_BEHIND_JOINT.fullmatch(first) else None
    if begun:
        return f"{begun.group()} {first}"
    if school is None and sheet.sections[number] == "education" and not sheet.folded[number].isascii():
        school = institute_over_degree(sheet.folded[number], sheet.shown[number], fold(below))
    rest = _REST_BEHIND_OF.match(below) if school and sheet.shown[number].endswith(school) else None
    if rest:
        return f"{school} {rest.group()}"
    is_open = school is not None and GOES_ON.search(school) is not None and not school.endswith(" of")
    is_full = len(sheet.shown[number]) > MIN_FULL_CHARS or is_open
    if school and is_full and sheet.shown[number].endswith(school):
        rest = _REST_OF_NAME.match(below)
        school = f"{school} {rest.group()}" if rest and (rest.group(1) or _OPEN_NAME.search(school)) else school
    if school and sheet.shown[number].endswith(school):
        school = _OPEN_JOINT.sub("", school)
    kind = school or next(iter(_KIND_AT_END.findall(sheet.shown[number])), "")
    town = _TOWN_FIRST.match(below) if kind and _KIND_ALONE.fullmatch(kind) else None
    if town and sheet.shown[number].endswith(kind) and is_town(town.group()):
        return f"{kind} {town.group()}"
    joint = next((joint for joint in _JOINTS if school and sheet.shown[number].endswith(f"{school}{joint}")), None)
    return f"{school}{joint} {first}" if joint and _REST_BEHIND_JOINT.fullmatch(first) else school


def _school_on_line(sheet: Sheet, number: int) -> str | None:
    """Return the school that a line names by itself; under the heading of education careless ways of writing count."""
    school = school_of_column(sheet, number) or school_in(sheet.folded[number], sheet.shown[number])
    if school or sheet.sections[number] != "education":
        return school
    high = _HIGH.match(sheet.shown[number])
    small = school_in_small(sheet.shown[number]) or (high.group(1) if high else None)
    return small or school_under_level(sheet, number)


def _name_over_kind(sheet: Sheet, number: int) -> str | None:
    """Return a name whose kind a narrow cell left for the next line: ``Larchmoor`` / ``University (LU)<tab>2019``."""
    kind = _KIND_OPENS_ROW.match(sheet.shown[number].lstrip())
    above = sheet.shown[number - 1].strip() if kind and number and not sheet.headings[number - 1] else ""
    return f"{above} {kind.group(1)}" if kind and _is_name(above) and sheet.sections[number] == "education" else None


def _kind_and_town(sheet: Sheet, number: int) -> str | None:
    """Return a school that is called by its kind and its town: ``The Polytechnic, Ibadan``."""
    named = _KIND_IN_TOWN.search(sheet.shown[number]) if sheet.sections[number] == "education" else None
    return named.group() if named and is_town(named.group(1)) else None


def _is_name(line: str) -> bool:
    """Tell a line that is nothing but words of a name, no subject, degree or school of its own."""
    if _WORDS_OF_NAME.fullmatch(line) is None or SUBJECT.search(line):
        return False
    return not degrees_in(fold(line)) and not school_in(fold(line), line)


def _first_half(sheet: Sheet, number: int, school: str) -> str | None:
    """Return the line above of a name broken before its kind: ``Taras Moor National`` / ``University of Kyiv``."""
    above = sheet.shown[number - 1].strip() if number else ""
    is_below = _KIND_OPENS.match(school) is not None and sheet.shown[number].strip().startswith(school)
    if not is_below or sheet.sections[number] != "education" or sheet.headings[number - 1]:
        return None
    if sheet.sizes[number] != sheet.sizes[number - 1]:
        return None
    return above if _FRONT_OF_NAME.fullmatch(above) or (_OF_FIELDS.fullmatch(school) and _is_name(above)) else None
