"""The school behind its label: of several labels that of the highest; a table that begins with the school of a child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.tables import fields_of_head, is_table_head
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.studies.degrees import Degree, degrees_in
from ringback.readers.fields.studies.education_heads import heads_of
from ringback.readers.fields.studies.school_beside import school_given
from ringback.readers.fields.studies.school_levels import HIGHER, LABEL_OF_CHILDREN, OF_CHILDREN
from ringback.readers.fields.studies.school_slots import GOING_ON
from ringback.readers.fields.studies.school_words import DATES, HAN_SCHOOL, MAX_SCHOOL_CHARS, SPLIT, SUBJECT
from ringback.readers.fields.studies.schools import school_in, school_of_highest, without_degree_behind
from ringback.readers.fields.studies.schools_unnamed import CERTIFICATE
from ringback.readers.normalise import fold, is_latin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

MIN_HEADS = 3
MAX_AWAY = 2  # lines of one entry
_SEASONAL = re.compile(r"\b(?:Summer|Winter|Spring) (?:School|Academy|University)\b")
_CODE_OF_COURSE = re.compile(r"[A-Z]{2,5} ?-?\d{2,4}[A-Z]?")  # ENG 101
_SENTENCE = re.compile(r"[A-Z][^.:]*?(?:\b[a-z]{2,}\b[^.:]*?){3}\.")  # Passed with a good mark.
_RESUME = re.compile("[简簡履][历歷]|\\b(?:resume|cv|pdf)\\b", re.IGNORECASE)
_FACULTY = re.compile(r"(?:the )?(?:Faculty|Department|Dept\.?|School|Division) (?:of|for) [^,;|]+", re.IGNORECASE)
_OTHER_HEAD = re.compile(r"(?:levels?|year|class|grades?|period) (?:of|in) \w+", re.IGNORECASE)  # of the column beside
_BOARD = re.compile(r"\b(?:Board|CBSE|ICSE)\b")
_AT_SCHOOL = re.compile(r"[^\W\d_] (?:an der|an dem|am|à l['’]|en la|na|presso|vid|aan de|at(?: the)?) ?(?=[A-ZÀ-Þ])")
_OF_UNIVERSITY = re.compile(r"univer\w+|tertiary.*|(?:fach)?hochschule", re.IGNORECASE)
_OF_COLLEGE = re.compile(r"college|tertiary|school|undergraduate", re.IGNORECASE)
_OF_TERTIARY = re.compile(
    r"\W*(?:tertiary|university|college)(?: (?:education|institution|level|studies))?\s*:", re.IGNORECASE
)
_OF_GRADUATES = re.compile(
    r"\W*(?:(?:post[- ]?)?graduate(?: (?:studies|school|level|degree))?|master(?:al|[’']?s)?(?: (?:degree|studies))?"
    r"|doctora(?:te|l)(?: (?:degree|studies))?)\s*:",
    re.IGNORECASE,
)
_OF_PUPILS = re.compile(
    r"colegio|colégio|escuela|escola|liceo|lyc[ée]e|[ée]cole|collège|scuola|schule|gymnasium|instituto|secundari[ao]s?"
    r"|primari[ao]s?",
    re.IGNORECASE,
)


def labelled_school(sheet: Sheet, rows: list[int], degree: Degree | None = None) -> Found[str] | None:
    """Read 毕业院校：…; a table that begins with the school of a child names the later one below.

    Where each entry has its labels, that beside the highest degree counts.
    """
    labels = _of_degree(sheet, rows, degree) or _higher_first(sheet.labelled("school"))
    for label in labels:
        before = sheet.folded[label.line].lower().partition(label.label.lower())[0]
        is_word = before[-2:-1].isalpha() and before.endswith(" ")  # Satellite School: is no label
        if (
            is_word
            or sheet.sections[label.line] == "awards"
            or (fold(label.label) == "大学" and _has_higher_row(sheet, rows, degree))
            or _is_of_lower(sheet, rows, labels, label)
            or _is_in_row_of_lower(sheet, rows, label, degree)
        ):
            continue
        is_of_children = LABEL_OF_CHILDREN.search(sheet.folded[label.line]) is not None
        if is_of_children or _SEASONAL.search(sheet.shown[label.line]) or _opens_row(sheet, label):
            continue
        value = GOING_ON.sub("", _school_of_value(label.value))
        if (
            "@" in value
            or _OTHER_HEAD.fullmatch(value)
            or _BOARD.search(value)
            or _RESUME.search(value)
            or (degrees_in(value) and not _is_school(value))
            or (SUBJECT.fullmatch(value) and "\t" in sheet.folded[label.line])
            or (_FACULTY.fullmatch(value) and _is_under_university(sheet, rows, label))
        ):
            continue  # a board of examiners; 大学 of a menu over 个人简历PDF; National Institute: BEng
        if sheet.sections[label.line] in {"experience", "projects"} and not school_in(fold(value), value):
            continue  # what a tutor teaches whom: 大学：微积分
        if _is_in_table(sheet, label):
            continue  # 学校 School<tab>程度 Level over a table; School<tab>Area of Study over rows of as many cells
        if label.is_below and (value.startswith("of ") or _is_no_value(sheet, label, value)):
            continue  # the end of a name that a narrow column broke, and the place below it: Aalto / University / Espoo
        if sum(map(str.isalpha, value)) >= 2 and len(value) <= MAX_SCHOOL_CHARS and not is_placeholder(value):
            if (
                label.is_below
                and OF_CHILDREN.search(fold(value))
                and any(_is_higher(sheet, i) for i in rows if i > label.line)
            ):
                continue
            match = HAN_SCHOOL.match(fold(value))
            name = without_degree_behind(value[: match.end()]) if match else value
            return Found(name, "label", 0.95, f"{label.label}: {label.value}")
    return None


def _is_in_row_of_lower(sheet: Sheet, rows: list[int], label: Label, degree: Degree | None) -> bool:
    """Tell the first row of a table whose heads are labels, where another row of as many cells has the highest degree."""
    n_gaps = sheet.shown[label.line].count("\t")
    if not (label.is_below and degree and n_gaps) or _names_level(sheet, label.line, degree):
        return False
    return any(sheet.shown[i].count("\t") == n_gaps and _names_level(sheet, i, degree) for i in rows if i > label.line)


def _names_level(sheet: Sheet, number: int, degree: Degree) -> bool:
    return any(one.level == degree.level for one in degrees_in(sheet.folded[number]))


def _is_of_lower(sheet: Sheet, rows: list[int], labels: list[Label], label: Label) -> bool:
    """Tell the label of a school below that of another row: of a college, of a child, of an entry under a university's."""
    if label.is_below:
        over = (one for one in labels if one.line < label.line and _opens_row(sheet, one))
        is_under = any(HIGHER.search(fold(one.value)) for one in over)
        return is_under and school_in(fold(label.value), label.value) is None
    if _OF_COLLEGE.fullmatch(label.label) and _has_graduate_row(sheet, rows):
        return True
    return OF_CHILDREN.search(label.value) is not None and _has_tertiary_row(sheet, rows)


def _is_under_university(sheet: Sheet, rows: list[int], label: Label) -> bool:
    """Tell the faculty behind a label below its university: ``Larch University`` / ``School: Faculty of Law``."""
    near = range(label.line - MAX_AWAY, label.line) if not label.is_below else range(0)
    return any(i in rows and _is_higher(sheet, i) and not _FACULTY.fullmatch(sheet.shown[i]) for i in near)


def _has_graduate_row(sheet: Sheet, rows: list[int]) -> bool:
    """Tell whether a row names the school of studies above college: ``Graduate Studies: Larch University``."""
    return any(_OF_GRADUATES.match(sheet.shown[i]) and school_in(sheet.folded[i], sheet.shown[i]) for i in rows)


def _has_tertiary_row(sheet: Sheet, rows: list[int]) -> bool:
    """Tell whether a row names the school above that of a child: ``Tertiary: Larch University``."""
    return any(_OF_TERTIARY.match(sheet.shown[i]) and _is_higher(sheet, i) for i in rows)


def _has_higher_row(sheet: Sheet, rows: list[int], degree: Degree | None) -> bool:
    """Tell whether a row names the school of a higher degree than that of 大學：…, which is a bachelor's."""
    return (
        degree is not None
        and degree.level in {"doctor", "master"}
        and any(
            degree.level in {one.level for one in degrees_in(sheet.folded[i], sheet.shown[i])}
            and school_in(sheet.folded[i], sheet.shown[i]) is not None
            for i in rows
        )
    )


def _is_school(value: str) -> bool:
    """Tell a school whose name holds a word for degrees: 某某高级中学, ``Larch High School``."""
    return HAN_SCHOOL.match(fold(value)) is not None or school_in(fold(value), value) == value


def _is_in_table(sheet: Sheet, label: Label) -> bool:
    """Tell the head of a table of education and the row below it: they are read row by row, as the degrees stand there."""
    if any(heads_of(sheet.folded[i]) for i in (label.line - label.is_below, label.line)):
        return True
    return not label.is_below and (is_table_head(sheet.folded[label.line]) or _heads_table(sheet, label))


def _heads_table(sheet: Sheet, label: Label) -> bool:
    """Tell the first row of a table, below which a school stands in the column of the label."""
    heads = sheet.shown[label.line].split("\t")
    heads = heads[section_of_heading(heads[0]) is not None :]  # 教育经历 in the margin, joined over the rows below
    if len(heads) < MIN_HEADS or label.line + 1 >= len(sheet.shown) or ":" in sheet.folded[label.line]:
        return False
    cells = sheet.shown[label.line + 1].split("\t")
    at = next((n for n, head in enumerate(heads) if fold(head.strip()).lower() == label.label.lower()), None)
    if at is None or len(cells) != len(heads) or any(map(str.isdigit, "".join(heads))):
        return False
    return school_in(fold(cells[at]), cells[at]) is not None


def _is_no_value(sheet: Sheet, label: Label, value: str) -> bool:
    """Tell a town, a course, a sentence and another cell of a row below a word that is no label there."""
    if _SENTENCE.fullmatch(value) and school_in(fold(value), value) is None:
        return True
    is_in_row = "\t" in sheet.folded[label.line] and not _heads_own_column(sheet, label)
    is_in_row = is_in_row or (value[:1] == "-" and any(map(str.isdigit, value)))  # what is left of dates
    return (
        is_in_row
        or is_town(value)
        or CERTIFICATE.match(value) is not None
        or _CODE_OF_COURSE.fullmatch(value) is not None
    )


def _heads_own_column(sheet: Sheet, label: Label) -> bool:
    """Tell the head of a table of schools and what they gave, where the value stands in the column below it."""
    heads, below = sheet.folded[label.line - 1].split("\t"), sheet.shown[label.line].split("\t")
    is_of_schools = is_table_head("\t".join(heads)) and any(
        "degree" in fields_of_head(head.strip().lower()) for head in heads
    )
    return is_of_schools and any(
        head.strip() == fold(label.label) and cell.strip() == label.value
        for head, cell in zip(heads, below, strict=False)
    )


def _of_degree(sheet: Sheet, rows: list[int], degree: Degree | None) -> list[Label]:
    """Return the label of the school that stands nearest to the highest degree, where several degrees have one each."""
    labels = [label for label in sheet.labelled("school") if not label.is_below]
    named = {
        label.line: label.value for label in labels if OF_CHILDREN.search(label.value)
    }  # High School is no degree there
    levels = {
        i: {one.level for one in degrees_in(sheet.folded[i].replace(fold(named.get(i, "")) or "\0", " "))} for i in rows
    }
    own = next((i for i in rows if degree and degree.level in levels[i]), None)
    lines = [label.line for label in labels]
    if own is None or len(set(lines)) < 2 or sum(map(bool, levels.values())) < 2:
        return []
    degrees = [i for i in rows if levels[i]] + [label.line for label in sheet.labelled("degree") if label.line in rows]
    is_school_first = lines[0] < min(degrees)
    before = [label for label in labels if label.line <= own]
    after = [label for label in labels if label.line >= own]
    return before[-1:] if is_school_first else after[:1]


def _higher_first(labels: Iterable[Label]) -> list[Label]:
    """Return the labels with those of higher education first, in order of print else: ``Colegio: …`` / ``Universidad: …``."""
    return sorted(
        labels,
        key=lambda label: (
            fold(label.label) != "研究所",
            _OF_PUPILS.fullmatch(label.label) is not None,
            _OF_UNIVERSITY.fullmatch(label.label) is None,
            not label.is_below and OF_CHILDREN.search(label.value) is not None,
        ),
    )


def _opens_row(sheet: Sheet, label: Label) -> bool:
    """Tell ``Universiteit`` over a row of education, which names the school itself beside its degree."""
    is_over = label.is_below and sheet.sections[label.line] == "education" and not sheet.is_chinese
    return is_over and school_in(fold(label.value), label.value) is not None


def _school_of_value(value: str) -> str:
    """Return the school that a value names, else what stands first in it."""
    is_latin_row = "," in value and is_latin(value) and not degrees_in(value)
    return (
        school_of_highest(value)
        or _behind_subject(value)
        or (school_given(value) if degrees_in(fold(value)) else None)
        or (school_in(fold(value), value) if is_latin_row else None)
        or SPLIT.split(DATES.sub(" ", value).strip())[0].strip(" ,;")
    )


def _behind_subject(value: str) -> str | None:
    """Return the school behind the subject: ``Universität: Biologie an der Lindauer Universität 2016-2020``."""
    return school_in(fold(value), value) if _AT_SCHOOL.search(value) else None


def _is_higher(sheet: Sheet, number: int) -> bool:
    name = school_in(sheet.folded[number], sheet.shown[number])
    return name is not None and HIGHER.search(fold(name)) is not None and not OF_CHILDREN.search(fold(name))
