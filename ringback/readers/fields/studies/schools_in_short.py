"""Universities by the short names that everybody uses, where the degree beside them tells that they are schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.degrees import degrees_in

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet
    from ringback.readers.fields.studies.degrees import Degree

MAX_ROW_CHARS = 200  # longer lines are sentences
LAST_LINES = 40
TOLD_LINES = 30
_NAMES = (
    "(?:[\u4e00-\u9fff]{1,2}(?:师|工|理工|财|农|林|医|邮|交|科|科技|外|传媒)大|北大|清华|复旦|浙大|南大|武大|中大|川大|厦大|人大|南开|天大"
    "|山大|吉大|同济|交大|上交|西交|东大|重大|兰大|北航|北理|北邮|北交|北科|北化|北外|央财|贸大|上财|上大|上外|华科|西电|成电|南航|南理"
    "|西工大|中南|湖大|暨大|华工|哈工大|哈工程|中科大|国科大|苏大|郑大|云大|深大|福大|安大|合工大|东南|河海|华师|华理|东华|杭电|江大|海大"
    "|台大|政大|成大|清大|台师大|台科大|北科大|辅大|东吴|中兴|中正|逢甲|淡江"
    "|燕大|辽大|大工|武理|华农|西财|陕师大|贵大|青大)"
)
_SHORT = re.compile(
    f"(?<![\u4e00-\u9fff]){_NAMES}"
    "|(?:^|(?<=[\\t|·] )|(?<=[\\t|·])|(?<= / ))[\u4e00-\u9fff]{2,3}(?:理工|师范|财经|外国语|农林|医科|邮电|政法)(?= ?[\\t|·]| / )"
)  # 青禾理工 · 会计 · 本科
_LEVEL = "(?:本科|硕士|博士|研究生|本硕|硕博|直博)"
_TOLD = re.compile(
    f"(?:{_LEVEL}(?:阶段)?(?:就读于?|毕业于|在|于|是)?|毕业于|就读于?|考入)(?P<behind>{_NAMES})(?![\u4e00-\u9fff]{{0,2}}(?:公司|银行|路|医院|附))"
    f"|(?<![\u4e00-\u9fff])(?P<before>{_NAMES})(?={_LEVEL}|毕业)"
)


def called_shortly(sheet: Sheet, degree: Degree | None) -> Found[str] | None:
    """Read 北大本科: among the rows of education that of the highest degree, else where a sentence tells both."""
    first = None
    for number in sheet.lines_in(TOP, "basic", "education")[:LAST_LINES]:
        line = sheet.folded[number]
        levels = {one.level for one in degrees_in(line)} if len(line) <= MAX_ROW_CHARS else set()
        short = _SHORT.search(line) if levels else None
        if short is None or (sheet.sections[number] != "education" and _TOLD.search(line)):
            continue
        found = Found(sheet.shown[number][short.start() : short.end()], "layout", 0.6, sheet.shown[number])
        if degree is None or degree.level in levels:
            return found
        first = first or found
    return first or _told(sheet, degree)


def _told(sheet: Sheet, degree: Degree | None) -> Found[str] | None:
    """Read 本科北大, 硕士华科 in a sentence about oneself."""
    told: list[tuple[str, Found[str]]] = []
    for number in sheet.lines_in(TOP, "summary", "basic")[:TOLD_LINES]:
        for match in _TOLD.finditer(sheet.folded[number]):
            start, end = match.span(match.lastgroup or 0)
            around = sheet.folded[number][match.start() : end + len("研究生")]
            levels = [one.level for one in degrees_in(around)] or [""]
            told.append((levels[0], Found(sheet.shown[number][start:end], "pattern", 0.6, sheet.shown[number][:120])))
    of_degree = (found for level, found in told if degree and level == degree.level)
    return next(of_degree, told[0][1] if told else None)
