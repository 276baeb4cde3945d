"""The house under the name of a Chinese scholar whose page tells no job: 信息工程学院，青禾商学院 | 潮汐研究组, 南方大学."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.sections import TOP
from ringback.readers.normalise import simplified

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_HEAD_LINES = 8
_STATED = re.compile(
    "(?:[\u4e00-\u9fff()]{2,16}(?:学院|系|所|中心|实验室|研究组), ?)(?P<school>[\u4e00-\u9fff]{2,12}(?:大学|学院))"
    "|(?P<whole>[\u4e00-\u9fff]{2,12}大学)(?:[\u4e00-\u9fff]{2,12}(?:学院|系|所|中心|实验室))?"
)
_PARTS = re.compile(r"\s*[|｜;]\s*")
_OF_SCHOLAR = re.compile("博士|论文|期刊|发表|研究(?:方向|兴趣|领域)|课题组|[Pp]ublications?")
_WHERE_SCHOLARS_TELL = (TOP, "basic", "summary", "education", "awards")
_STUDENT = re.compile("学生|研究生|博士生|硕士生|本科生|在读|年级|攻读|就读")


def affiliation(sheet: Sheet) -> Found[str] | None:
    """Return the first house of such a line where its university is none of those where somebody studied.

    The line under the name of who studies there looks the same.
    """
    studies = [simplified(sheet.folded[i]) for i in sheet.lines_in("education")] if sheet.is_chinese else []
    head = [number for number in sheet.head[:MAX_HEAD_LINES] if number]
    if not studies or not _is_of_scholar(sheet):
        return None  # a school's writing paper
    if any(_STUDENT.search(simplified(sheet.folded[number])) for number in head):
        return None
    for number in head:
        first, *_ = _PARTS.split(sheet.folded[number])
        stated = _STATED.fullmatch(simplified(first.strip()))
        school = stated.group("school") or stated.group("whole") if stated else None
        if school and not any(school in line for line in studies):
            shown, *_ = _PARTS.split(sheet.shown[number])
            return Found(shown.strip(), "layout", 0.5, sheet.shown[number])
    return None


def _is_of_scholar(sheet: Sheet) -> bool:
    """Tell a scholar by the headings and by what stands about himself and his studies, not by what a job was about."""
    told = {*sheet.lines_in(*_WHERE_SCHOLARS_TELL), *(i for i, is_heading in enumerate(sheet.headings) if is_heading)}
    return any(_OF_SCHOLAR.search(simplified(sheet.folded[number])) for number in sorted(told))
