"""An employer and the title behind it in one phrase."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.han_titles import STRONG_HAN_EMPLOYER
from ringback.readers.fields.jobs.titles import EMPLOYER_TAIL, HAN, title_score
from ringback.readers.normalise import fold

_LATIN_EMPLOYER_FIRST = re.compile(rf"^(.{{2,70}}?[\s,]{EMPLOYER_TAIL})(?:\s+|\s*[,(-]\s*)([A-Z(].{{2,}})$")
_HAN_PART = r"[\u4e00-\u9fffA-Za-z0-9()（）·&]"
_HAN_REST = r"(?:[(（][^()（）]{1,20}[)）])?)[\s,，\-:·|/]*([\u4e00-\u9fffA-Za-z].{1,40})$"
_HAN_EMPLOYER_FIRST = re.compile(
    rf"^({_HAN_PART}{{2,40}}?(?:公司|集团|事务所|研究院|研究所|银行|医院|大学|学院|酒店|中心|工作室|厂|学校|基金会|出版社|电视台|报社|杂志社|旅行社|诊所|卫生院|[国高]中|国小|补习班)(?:集团)?"
    rf"(?:[\u4e00-\u9fff]{{2,8}}(?:分公司|分行|支行|分部|事业部))?{_HAN_REST}"
)
_HAN_COMPANY_FIRST = re.compile(
    rf"^({_HAN_PART}{{2,40}}(?:公司|集团|事务所|研究院|研究所)(?:[\u4e00-\u9fff]{{2,8}}(?:分公司|事业部))?{_HAN_REST}"
)
_OFFICE = re.compile(
    r"^([\u4e00-\u9fff]{2,20}?(?:人民政府|政府|委员会|管委会|局|县委|市委|省委|区委|工委|(?:镇|乡|街道)(?:(?<=[\u4e00-\u9fff]{4})|(?=[党副]|纪委|人大|团委|干部|书记))|派出所"
    r"|法院|检察院|幼儿园|中学|小学|支队|大队))"
    r"((?!长|内|外|江|村|政府|公司|医院|中学|小学|大学|学院|银行|派出所|分局|党校)[\u4e00-\u9fff]{2,12})$"
)  # 青禾县农业农村局党组书记
_HEAD_OF = re.compile(
    r"^([\u4e00-\u9fff]{2,20}?([院局校馆台社所厂店园县镇乡村站场矿]))((?:[副总]|常务副|党[组委])?\2长[\u4e00-\u9fff]{0,6})$"
)  # 青禾书画院院长, 晨光饭店店长
_SEAT = re.compile("(?:党组|党委|党总支|党支部|常委|班子)(?:成员|委员|常委)?|常委")  # held beside an office
_OF_READER = re.compile("贵(?:公司|单位|司|集团|企业|[校院行店厂园])")
_REST_OF_NAME = re.compile("(?:大学|学院)(?!院长|校长)")  # of 中国科学院大学
_LEADS_GROUP = re.compile(r"\b(?:Group|Team|Unit|Lab(?:oratory)?|Department) (?:Leader|Lead|Head)$", re.IGNORECASE)
"""A post that says whom one leads: ``Tide Models Group Leader`` is no house and its *Leader*."""


def split_employer_title(phrase: str) -> tuple[str, str] | None:
    """Split ``上海某某有限公司销售经理`` and ``Acme Co., Ltd. Sales Manager``; None when there is no seam."""
    folded = fold(phrase) if HAN.search(phrase) else phrase
    if HAN.search(phrase):
        match = _HAN_COMPANY_FIRST.match(folded) or (
            None if STRONG_HAN_EMPLOYER.search(folded) else _HAN_EMPLOYER_FIRST.match(folded)
        )
    else:
        match = _LATIN_EMPLOYER_FIRST.match(phrase)
    if match is None and (head := _HEAD_OF.match(folded)):
        return phrase[: head.end(1)], phrase[head.start(3) :]
    if match and (_OF_READER.search(match.group(1)) or _REST_OF_NAME.match(match.group(2))):
        return None  # 看到贵公司招聘司机
    if match and _LEADS_GROUP.search(phrase):
        return None
    office = _OFFICE.match(folded) if match is None else None
    if office and (title_score(office.group(2)) == 1.0 or _SEAT.fullmatch(office.group(2))):
        match = office
    if match and (match is office or title_score(match.group(2)) > 0):
        employer, title = (phrase[slice(*match.span(number))] for number in (1, 2))
        return employer.strip(" ,"), title.strip(" ,-()（）")
    return None
