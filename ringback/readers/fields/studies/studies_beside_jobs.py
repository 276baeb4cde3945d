"""Studies that a Chinese resume tells under the heading of its jobs: each row says itself what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.lines import has_post
from ringback.readers.fields.jobs.no_jobs import is_activity
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.periods import period_in, without_periods
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_EDGES = " \t,;|·•*-–—_()/:.▶►■●◆◇○□▪➢"
_OF_BOTH = re.compile(
    "(?:教育|学习|求学|学历|学业|就学).{0,6}(?:工作|实习|任职|职业|从业|就业|研究|科研|学术)"
    "|(?:工作|实习|任职|职业|从业|就业|研究|科研|学术).{0,6}(?:教育|学习|求学|学历|学业|就学)"
)  # 工作及教育经历
_SUBJECT = re.compile(
    "(?:[\u4e00-\u9fff、()·/]{2,24}(?:专业|学?系|班)|专业 ?: ?[\u4e00-\u9fff、()·/]{2,24})(?:[^\u4e00-\u9fff]{0,12}$)"
)
_BARE_SUBJECT = re.compile("[\u4e00-\u9fff与和及()]{2,12}")  # where the heading says that studies stand here too
_DEGREE_ALONE = re.compile(
    "[\u4e00-\u9fff]{2,12}(?:博士|硕士|学士)(?:学位|研究生)?(?:[、,与和及][\u4e00-\u9fff、]{2,12})?"
)  # 植物学博士, over the institute
_HOUSE_BEHIND = re.compile("[附直所]属|医院|公司|集团|研究[院所]|实验室|[图校]书?馆|[处室]")
_SUBJECT_WITH_DEGREE = re.compile(
    "[\u4e00-\u9fff、()·/]{2,20}(?:系|所|专业|學程|学程|研究所)[ ·,|()-]{0,3}"
    "(?:硕士|碩士|博士|学士|學士|本科|大专|专科)(?:学位|學位|班|生|毕业)?"
)
_WITH_DEGREE = re.compile(
    "[\u4e00-\u9fff、与和及()]{0,14}(?<!后)(?:博士|硕士|学士|本科|大专)(?:研究生|学位|学历)?"
)  # 计算机硕士
_LEVEL_ALONE = re.compile("(?:全日制|统招|大学)?(?:专科|大专|本科|硕士|博士)(?:学历|学位|研究生)?")
_LEFT = re.compile("(?:(?:19|20)\\d\\d年?)?[\\s,]*(?:本科|硕士|博士|专科|大专)?毕业于")  # 2005年,毕业于青禾大学 硕士
MAX_ROW_CHARS, MAX_NAME_CHARS = 60, 20


@once_a_sheet
def studies_beside_jobs(sheet: Sheet) -> list[int]:
    """Return the rows of studies among the jobs: a school beside its subject or its degree, where no post is told.

    Where the heading names both, a school may stand over its subject and its degree as well.
    """
    lines = sheet.lines_in("experience") if sheet.is_chinese else []
    found: set[int] = set()
    for number in lines:
        if _DEGREE_ALONE.fullmatch(sheet.folded[number]) and _is_under_both(sheet, number):
            found |= {number, number + 1}
        if _is_under_both(sheet, number) and _LEFT.match(sheet.folded[number]) and not has_post(sheet.folded[number]):
            found.add(number)
        if _LEVEL_ALONE.fullmatch(sheet.folded[number]) and _is_under_name(sheet, number, lines):
            found |= {number - 1, number}
        if (rest := _behind_school(sheet, number)) is None:
            continue
        is_of_both = _is_under_both(sheet, number)
        below = _line_below(sheet, number, lines)
        if below and has_post(below) and not is_activity(below) and not degrees_in(rest):
            continue  # a school that somebody teaches at
        if _tells_studies(rest, is_of_both=is_of_both):
            found.add(number)
        elif not rest and _is_subject_with_degree(below):
            found |= {number, number + 1}
        elif is_of_both and not rest:
            is_told = bool(below) and _tells_studies(below, is_of_both=True)
            is_of_post = number - 1 in lines and has_post(sheet.folded[number - 1])  # 博士后 / 青禾大学
            found |= {number, number + 1} if is_told else set() if is_of_post else {number}
    return sorted(found | {i - 1 for i in found if i - 1 in lines and _is_date_alone(sheet.folded[i - 1])})


def _is_under_name(sheet: Sheet, number: int, lines: list[int]) -> bool:
    """Tell a level below a name and its dates, which is studied there whatever the name: 2012-2015 / 青禾电脑 / 大学专科."""
    if number - 1 not in lines or number - 2 not in lines or has_post(sheet.folded[number - 1]):
        return False
    return _is_date_alone(sheet.folded[number - 2]) and len(sheet.folded[number - 1]) <= MAX_NAME_CHARS


def _behind_school(sheet: Sheet, number: int) -> str | None:
    """Return what stands behind the school that opens a row, dates left out; None for rows that tell a post or another house."""
    line = sheet.folded[number]
    school = school_in(line, sheet.shown[number]) if len(line) <= MAX_ROW_CHARS else None
    bare = without_periods(line, line).strip(_EDGES) if school else ""
    name = fold(school or "")
    if not school or not bare.startswith(name) or _HOUSE_BEHIND.search(bare[len(name) :]) or has_post(bare):
        return None
    return bare[len(name) :].strip(_EDGES)


def _tells_studies(text: str, *, is_of_both: bool) -> bool:
    is_told = is_of_both and (_BARE_SUBJECT.fullmatch(text) is not None or bool(degrees_in(text)))
    return is_told or _SUBJECT.match(text) is not None or _WITH_DEGREE.fullmatch(text) is not None


def _is_subject_with_degree(text: str) -> bool:
    """Tell a department and its degree under a school with its dates, whatever the heading: 海洋統計系碩士."""
    return _SUBJECT_WITH_DEGREE.fullmatch(text) is not None


def _line_below(sheet: Sheet, number: int, lines: list[int]) -> str:
    """Return the next line of an entry, nothing where another one begins there."""
    below = sheet.folded[number + 1] if number + 1 in lines else ""
    is_dated_apart = period_in(below) is not None and period_in(sheet.folded[number]) is not None
    is_other = is_dated_apart or len(below) > MAX_ROW_CHARS or school_in(below, below) is not None
    return "" if is_other else without_periods(below, below).strip(_EDGES)


def _is_under_both(sheet: Sheet, number: int) -> bool:
    heading = next((i for i in range(number, -1, -1) if sheet.headings[i]), None)
    return heading is not None and _OF_BOTH.search(sheet.folded[heading]) is not None


def _is_date_alone(line: str) -> bool:
    return period_in(line) is not None and not without_periods(line, line).strip(_EDGES)
