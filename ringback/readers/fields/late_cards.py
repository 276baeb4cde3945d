"""The facts of a person where a page prints them last: a side column that the order of text puts behind the main one."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re

_OWN = frozenset({"top", "basic"})
_NAME = re.compile("\\W{0,3}(?:真实|中文|本人|个人|候选人)?姓名\\s?[:\t]\\s?[\u4e00-\u9fff·]{2,12}\\s?(?:$|\t)")
_LABEL = re.compile(
    "\\W{0,3}(?:(?:真实|中文|本人|个人|候选人)?姓名|性别|出生(?:年月|日期|年份)?|生日|年龄|手机号?码?|(?:联系|移动)?电话|tel|mobile|phone|(?:电子|个人)?(?:邮箱|信箱|邮件)"
    "|e-?mail|现居(?:住地|城市|地)?|居住地|籍贯|户[口籍](?:所在地)?|微信号?|求职意向|意向(?:职位|岗位)|应聘(?:职位|岗位)|期望(?:职位|岗位))\\s?[:\t]",
    re.IGNORECASE,
)
_SAYS = re.compile("\\W{0,3}(?:(?:您好|你好|大家好)\\W{1,2})?(?:我叫|我是|本人叫?)[\u4e00-\u9fff·]{2,12}[,，。]")
_ALONE = re.compile("[\u4e00-\u9fff·]{2,5}")
MAX_NAME = 5
_PAPER = re.compile("\\W{0,3}(?:个人|求职|应聘|我的)?(?:履历表?|简历表?)\\W{0,3}")
_CONTACT = re.compile(r"@\w|(?<!\d)(?:0?9\d{2}[- ]?\d{3}[- ]?\d{3}|1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)")
_FACTS = (
    re.compile("@\\w|邮箱|信箱|e-?mail|电邮", re.IGNORECASE),
    re.compile("手机|电话|手提|mobile|\\btel\\b|(?<!\\d)(?:09|1[3-9])\\d{2}[- ]?\\d{3}", re.IGNORECASE),
    re.compile("性别|^[男女](?=\\W|$)"),
    re.compile("出生|生日|年龄"),
    re.compile("现居|居住|住址|地址|籍贯|户[口籍]"),
    re.compile("求职|意向|应聘|应征|期望"),
    re.compile("(?:个人|基本)(?:信息|资料|情况)"),
)
_OF_CANDIDATE = _FACTS[2:4] + _FACTS[5:6]  # what nobody tells of a referee
REACH, MIN_FACTS = 7, 2  # lines of such a card, and what they tell


def section_of_late_card(folded: Sequence[str], number: int, sections: Sequence[str]) -> str | None:
    """Return the section that 姓名：… opens below jobs and schools, or 履历表 over the name, where nothing above names anybody.

    ``sections`` are those of the lines above. The name may follow some facts; among referees it needs beside it what is
    told of candidates only.
    """
    line = folded[number]
    below = folded[number + 1] if number + 1 < len(folded) else ""
    is_paper = "历" in line and number > 0 and _PAPER.fullmatch(line) is not None
    says = _SAYS.match(line) is not None if "我" in line or "本人" in line else False
    says_name = says or (
        len(line) <= MAX_NAME and _ALONE.fullmatch(line) is not None and _LABEL.match(below) is not None
    )
    if not (is_paper or says_name or _LABEL.match(line)):
        return None
    near = folded[number : number + 1 + REACH]
    name = line if says_name or is_paper else next((one for one in near if _NAME.match(one)), None)
    if name is None or _is_told_above(folded, sections):
        return None
    beside = near if says else [one for one in near if one != name]
    if sections[-1] == "references" and not any(fact.search(one) for fact in _OF_CANDIDATE for one in beside):
        return None
    is_card = sum(any(map(fact.search, beside)) for fact in _FACTS) >= MIN_FACTS
    return ("top" if is_paper else "basic") if is_card else None


def _is_told_above(folded: Sequence[str], sections: Sequence[str]) -> bool:
    """Tell whether the head above names a contact or asks for a name."""
    own = (folded[i] for i, kind in enumerate(sections) if kind in _OWN)
    return any(_CONTACT.search(line) or "姓名" in line for line in own)
