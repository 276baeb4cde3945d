"""Headings that share their line with content: the first cell of a row, a label with the only row below it, a head row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import bare_letters, section_table
from ringback.readers.fields.headings import (
    HAN_LETTERS,
    MAX_HEADING_CHARS,
    NUMBER_OF_PHONE,
    SIGNS,
    section_of_heading,
)
from ringback.readers.fields.jobs.tables import fields_of_head, is_table_head, names_dates
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import period_in
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education_heads import heads_of
from ringback.readers.fields.studies.school_words import LATIN_SCHOOL

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS_FOR_STUDIES = frozenset({"学历", "教育", "学习", "求学", "学业", "读书", "上学", "学校"})  # over rows of schools
_CODE = re.compile(r"\s*#?[A-Z]{0,5}[-/]?\d[\dA-Z/ .-]{2,20}")  # Reference: 2014-73776
SHORT_VALUE = re.compile(
    r"\d{1,2}(?:\.\d)?\s*\+?\s*(?:年|years?|yrs?)(?:以上|工作经验|经验)?|(?:统招|全日制)?(?:大专|本科|硕士|博士|高中|中专|研究生)(?:学历)?(?:\([\u4e00-\u9fff]{2,4}\))?",
    re.IGNORECASE,
)
_ROW = re.compile(r"(?:19|20)\d{2}.{0,12}(?:19|20)\d{2}|(?:19|20)\d{2}.{0,8}今|大学|学院|公司")
_GRID = re.compile("\\s*(?:起[止始]|在校|学习|工作)?(?:时间|日期|年月)\t[\u4e00-\u9fff]{2,6}\t")
_YEARS = re.compile(r"\b(?:years?|yrs?|months?|none|nil|n/a|no|yes)\b", re.IGNORECASE)
_SHORT_CELL = re.compile(r"\s*[\w ]{1,6}\t")
_YEAR_AND_CELL = re.compile(r"\s*(?:19|20)\d{2}\t")  # Education<tab>2016<tab>Northmoor University
_SCHOOL_AND_YEAR = re.compile(
    r"\s*\S{2,4}(?:大学|学院|中学|学校|高中)\t[^\t]*(?:19|20)\d{2}"
)  # 教育经历<tab>青禾大学<tab>2012-2015
_NO_JOBS = frozenset({"education", "skills", "languages", "summary", "awards", "certificates", "training"})
MIN_HEADS = 4
_MAY_HOLD_CONTENT = frozenset(
    {"skills", "summary", "awards", "certificates", "languages", "projects", "other", "training"}
)
_OF_PROJECT = re.compile(r"\W{0,3}(?:技术栈|编程语言|(?:technologies|tools|toolkit)\b)", re.IGNORECASE)
_OF_STUDIES = frozenset({"projects", "awards", "skills", "other", "certificates"})
_COURSES_OF_ENTRY = re.compile(
    r"\W*(?:[A-Za-z]+ ){0,2}(?:course ?works?|courses?|modules?|subjects?|electives?)(?: \w+){0,2} ?:", re.IGNORECASE
)
_UNPAID_POST = re.compile(r"volunteer: ?\S", re.IGNORECASE)
_DATED_TO = re.compile(r"(?:19|20)\d{2}\s?[-–—]\s?\S+$")
_LABEL_OF_HOUSE = re.compile(
    r"\W{0,3}(?:name of )?(?:company|employer|organi[sz]ation)(?:['’]?s)?(?: name)?\W{0,2}:", re.IGNORECASE
)
_LABEL_OF_PERIOD = re.compile(
    r"\W{0,3}(?:period|duration|dates?|from|employed)\b[\w ]{0,20}\W{0,2}[:\t]", re.IGNORECASE
)
_SEVERAL = re.compile(r"\W*references\b", re.IGNORECASE)
MAX_OF_ENTRY = 10  # lines from a label to the next entry
MAX_ROW_OF_ENTRY = 100  # characters; longer lines are sentences
_YEAR_OF_ENTRY = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_LABEL_OF_JOB = re.compile("\\W{0,3}[\u4e00-\u9fff]{2,6} ?: ?\\S")
_STUDIES_IN_MARGIN = re.compile(
    "(?:学历|教育|学业)\\s*\t\\s*[^\t]{2,20}(?:大学|学院|学校|中学|高中)"
)  # beside the first school
_OF_EACH_JOB = frozenset({"summary", "skills"})
_STUDIES_BELOW_JOBS = re.compile(
    r"(?:Education|EDUCATION|Educational [Bb]ackground|Academic [Qq]ualifications?)\s?:\s*(?=[A-Z])"
)
_OWN = frozenset({"top", "basic"})
MIN_ROW_HEADING, SURE_FIRM = 4, 0.6


def kind_in_line(folded: Sequence[str], number: int, current: str) -> str | None:
    """Return the section that a line opens which holds content as well; a label inside a job opens none."""
    line = folded[number]
    has_colon = ":" in line
    kind = None if not (has_colon or "\t" in line) or heads_of(line) else _heading_in_line(line)
    kind = kind or ("experience" if has_colon and _opens_job(folded, number) else None)
    kind = kind or ("education" if current == "experience" and _opens_studies(line) else None)
    kind = kind or (_heading_of_row(line) if has_colon and current not in _OWN and not heads_of(line) else None)
    if kind is None:
        return "experience" if current == "references" and _is_labelled_job(folded, number) else None
    opens_none = (
        (current == "experience" and kind in _OF_EACH_JOB and _is_label_of_each(folded, number))
        or (kind == "basic" and current == "references")  # how the referee is reached
        or (kind == "summary" and number == 0)  # the title of the document and the name behind it
        or (kind == "skills" and current in {"experience", "projects"} and _OF_PROJECT.match(line))
        or (kind == "projects" and current == "experience" and _is_among_labels(folded, number))
        or (
            current == "education"
            and (kind in _OF_STUDIES or _COURSES_OF_ENTRY.match(line))
            and _studies_go_on(folded, number)
        )
        or (kind == "references" and current == "experience" and _jobs_go_on(folded, number))
        or (
            current == "experience" and number > 0 and _UNPAID_POST.match(line) and _DATED_TO.search(folded[number - 1])
        )
    )
    return None if opens_none else kind


def _heading_in_line(line: str) -> str | None:
    """Find a heading that shares its line with content: the first cell of a row, or ``技能：…``."""
    head, tab, rest = line.partition("\t")
    if tab and rest.strip():
        core = SIGNS.sub("", head).lower()
        kind = section_table().get(core) or section_table().get(bare_letters(core)) or _han_section(head)
        if kind in {"education", "experience", "projects"} and _GRID.match(rest):
            return kind  # 教育背景<tab>时间<tab>学校名称
        if (
            kind
            and head.rstrip().endswith(":")
            and (SHORT_VALUE.fullmatch(rest.strip()) or NUMBER_OF_PHONE.search(line))
        ):
            return None  # 教育程度：<tab>本科, Work:<tab>+1 802 555 0147
        is_long = (
            len(head) > 2
            or (kind == "experience" and _is_post_or_house(rest))
            or (kind in {"certificates", "awards"} and len(rest.strip()) > MIN_ROW_HEADING)
        )
        is_cell = _SHORT_CELL.match(rest) is not None and not (
            _YEAR_AND_CELL.match(rest) or _SCHOOL_AND_YEAR.match(rest)
        )
        first, more, _ = rest.strip().partition("\t")
        is_cell = is_cell or (
            bool(more) and SHORT_VALUE.fullmatch(first) is not None
        )  # 教育程度<tab>本科(全日制)<tab>现居…
        return kind if kind and kind != "wishes" and is_long and not is_cell else None
    head, colon, rest = line.partition(":")
    if colon and len(head) <= MAX_HEADING_CHARS:
        kind = section_table().get(SIGNS.sub("", head).lower())
        if (
            kind == "experience" and _is_house_alone(rest.strip()) and " at " not in rest
        ):  # Currently: Tailor at Halyard
            return kind  # 工作经验: 青禾软件有限公司
        return (
            kind
            if kind in _MAY_HOLD_CONTENT or (kind == "references" and head.isascii() and not _CODE.fullmatch(rest))
            else None
        )
    return None


def _heading_of_row(line: str) -> str | None:
    """Find a heading that shares its line with the only row below it: 教育经历：2013.09-2017.06 某某大学."""
    head, colon, rest = line.partition(":")
    if not colon or len(head) > MAX_HEADING_CHARS or not _ROW.search(rest):
        return None
    kind = section_table().get(SIGNS.sub("", head)) or ("education" if head.strip() in WORDS_FOR_STUDIES else None)
    is_long = len(head) >= MIN_ROW_HEADING or period_in(rest) is not None  # 教育：2013-2017  青禾大学
    return kind if kind in {"education", "experience"} and is_long else None


def _opens_job(folded: Sequence[str], number: int) -> bool:
    """Tell a house that no word gives away behind the heading, over its post alone: ``Work Experience: Pike`` / ``Cook``."""
    head, colon, rest = folded[number].partition(":")
    name = rest.strip()
    if not colon or not name[:1].isupper() or len(head) > MAX_HEADING_CHARS or len(name.split()) > MIN_ROW_HEADING:
        return False
    if section_table().get(SIGNS.sub("", head).lower()) != "experience" or title_score(name) or _YEARS.search(name):
        return False
    return number + 1 < len(folded) and title_score(folded[number + 1].strip(" -•*")) == 1.0


def opens_table(line: str, current: str) -> str | None:
    """Read the head of a table under a heading that no list knows, or under none.

    ``Institution<tab>Award<tab>Year`` is of degrees, ``From<tab>To<tab>Employer<tab>Post`` of jobs.
    """
    cells = line.split("\t")
    is_of_posts = current == "experience" and any(cell.strip().lower() == "title" for cell in cells)
    if current not in {"training", "certificates"} and not is_of_posts and "award" in heads_of(line):
        return "education"
    if current == "experience" or len(cells) < MIN_HEADS:
        return None  # as nearly always
    fields = [fields_of_head(cell.strip().lower()) for cell in cells]
    is_of_jobs = {"title"} in fields and {"employer"} in fields and is_table_head(line)
    if current not in _NO_JOBS:  # a list of referees has posts and houses as well, but no dates
        is_of_jobs = is_of_jobs and any(names_dates(cell) for cell in cells)
    return "experience" if is_of_jobs else None


def _han_section(cell: str) -> str | None:
    """Return the section of studies or work that a Chinese cell opens by its last word: 受教育情况, 过往工作经历."""
    bare = cell.strip(" :")
    kind = section_of_heading(bare) if HAN_LETTERS.fullmatch(bare) and len(bare) >= MIN_ROW_HEADING else None
    return kind if kind in {"education", "experience"} else None


def _is_post_or_house(cell: str) -> bool:
    return title_score(cell.strip()) == 1.0 or employer_score(cell.strip()) == 1.0


def _is_house_alone(rest: str) -> bool:
    """Tell a house from years of experience: ``Work Experience: Grey Larch Institute``, not ``10 years in retail``."""
    is_named = rest.istitle() and not any(map(str.isdigit, rest))
    return employer_score(rest) == 1.0 or (is_named and employer_score(rest) >= SURE_FIRM)


def _is_labelled_job(folded: Sequence[str], number: int) -> bool:
    """Tell the first label of a job below whom to ask about the one before: Company name, Position, Period."""
    if not _LABEL_OF_HOUSE.match(folded[number]):
        return False
    return any(_LABEL_OF_PERIOD.match(line) and period_in(line) for line in folded[number + 1 : number + 4])


def _studies_go_on(folded: Sequence[str], number: int) -> bool:
    """Tell a label within an entry of education, ``Thesis: …`` or ``Awards: …``, by the dated studies below it."""
    if HAN_LETTERS.search(folded[number]):
        return False
    for at in range(number + 1, min(number + 1 + MAX_OF_ENTRY, len(folded))):
        if section_of_heading(folded[at]):
            return False
        if len(folded[at]) <= MAX_ROW_OF_ENTRY and _is_of_studies(folded, at, number):
            return True
    return False


def _is_of_studies(folded: Sequence[str], at: int, label: int) -> bool:
    """Tell a line of an entry of education: a degree or a school, with the year or the other on it or beside it."""
    degrees, is_school = degrees_in(folded[at]), LATIN_SCHOOL.search(folded[at]) is not None
    if not degrees and not is_school:
        return False
    if degrees and folded[at].lstrip(" -•*").startswith(degrees[0].text):
        return True
    near = " \n ".join(folded[max(at - 1, label + 1) : at + 2])
    has_other = bool(LATIN_SCHOOL.search(near) if degrees else degrees_in(near))
    return has_other or _YEAR_OF_ENTRY.search(near) is not None


def _jobs_go_on(folded: Sequence[str], number: int) -> bool:
    """Tell whom to ask about one job, ``Reference: …`` below it, by the period of the next job below it."""
    if _SEVERAL.match(folded[number]):
        return False
    for below in folded[number + 1 : number + 1 + MAX_OF_ENTRY]:
        if section_of_heading(below):
            return False
        if period_in(below):
            return True
    return False


def _is_among_labels(folded: Sequence[str], number: int) -> bool:
    """Tell one of the labels of a job, each on a line of its own, from a heading that shares its line with content."""
    return number > 0 and all(_LABEL_OF_JOB.match(line) for line in folded[number - 1 : number + 2])


def _opens_studies(line: str) -> bool:
    """Tell studies that share their line with the heading, below the jobs: ``Education: Bachelor of Arts``."""
    if _STUDIES_IN_MARGIN.match(line):
        return True
    told = _STUDIES_BELOW_JOBS.match(line)
    return told is not None and bool(degrees_in(line[told.end() :]) or LATIN_SCHOOL.search(line, told.end()))


def _is_label_of_each(folded: Sequence[str], number: int) -> bool:
    """Tell a label that each job has, ``About: Larch is a house that ...``, from a heading that shares its line with content."""
    label = f"{folded[number].partition(':')[0]}:"
    return label.isascii() and label.upper() == label and sum(line.startswith(label) for line in folded) > 1
