"""Chinese titles and employers, told by how a phrase ends and what it holds."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.han_patterns import WORKER

MAX_HAN_TITLE_CHARS = 24  # longer ones are sentences
_AS_INTERN = re.compile(
    "[\u4e00-\u9fffA-Za-z]{0,4}(?:研发|科研|行研|投行|投研|公关|品牌|战略|管培|咨询|风控|量化|交易|资管|投资|新闻|翻译|护理|教务|法律|律所|采编|记者|编辑|编导|文案|策划|设计|会计|审计|财务|税务|人事|行政|文秘|市场|销售|运营|产品|开发|测试|运维|数据|算法|前端|后端|客服|采购|物流|外贸|药学|检验|土木|施工|造价|化验|质检)实习"
)  # 研发实习, 投行实习: a post; 暑期实习 is only when, 测图实习 a course
STRONG_HAN_EMPLOYER = re.compile(
    r"(?:公司|集团|银行|医院|大学|学院|事务所|研究院|研究所|分行|支行|工作室|酒店)(?:[(（][^()（）]*[)）])?$"
)
_NO_NAME_OF_FIRM = re.compile(
    "(?:参与|参加|加入|进入|所在|所属|负责|协助|帮助|配合|基于|对接|针对|[为在与和从给向该本我贵原某各分子总母前现老]|上家|多家|几家|[一两某]家)公司"
    "|(?:科技|信息|技术|网络|软件|贸易|商贸|电子|教育|文化|传媒|咨询|服务|实业|工程|建筑|餐饮|物流|医药|生物|管理|发展|投资){1,3}"
    "(?:有限|责任|股份|集团){1,2}公司"
)  # of whichever company is spoken
_NO_TITLE, _SENTENCE = re.compile(r"[,，。；;!！]|^师[从承]"), re.compile(r"[。；;!！]")
_GRADE_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff])\s?(?:[A-Z]\d{0,2}|I{1,3}|IV|\d)$")  # 高级工程师A, 架构师P8


def han_title_score(bare: str, endings: tuple[str, ...]) -> float:
    """Return how much a Chinese phrase looks like a title, 0 to 1; ``endings`` are those of titles."""
    if STRONG_HAN_EMPLOYER.search(bare) or _NO_TITLE.search(bare) or len(bare) > MAX_HAN_TITLE_CHARS:
        return 0.0
    bare = _GRADE_BEHIND.sub("", bare)
    if bare.endswith(endings) or WORKER.fullmatch(bare):
        return 1.0
    if _AS_INTERN.fullmatch(bare):
        return 0.8
    return 0.6 if _holds_one(bare, endings) else 0.0


TRADE_ALONE = re.compile(
    "(?:(?:移动)?互联网|科技|网络|教育|传媒|证券|保险|基金|期货|信托|物流|金融|电商|电子商务|制造业?|医疗|游戏|房地产|汽车|能源|通信|快消|零售|餐饮|咨询|物业|酒店|服务){1,2}(?:行业|方向|类|/)?"
)


def han_employer_score(bare: str, endings: tuple[str, ...]) -> float:
    """Return how much a Chinese phrase looks like an employer, 0 to 1; ``endings`` are those of houses."""
    if TRADE_ALONE.fullmatch(bare):
        return 0.0  # the end of many names, and none itself
    if STRONG_HAN_EMPLOYER.search(bare):
        return 0.0 if _NO_NAME_OF_FIRM.fullmatch(bare) else 1.0
    if _SENTENCE.search(bare):
        return 0.0
    if bare.endswith(endings):
        return 0.8
    return 0.5 if _holds_one(bare, endings) else 0.0


def _holds_one(phrase: str, endings: tuple[str, ...]) -> bool:
    """Tell whether a short phrase holds a word of several characters: hardly two of its own begin one."""
    by_start = _of_several(endings)
    twos = list(map("".join, pairwise(phrase)))
    if by_start.keys().isdisjoint(twos):
        return False  # as nearly always
    return any(phrase.startswith(by_start[two], start) for start, two in enumerate(twos) if two in by_start)


@cache
def _of_several(endings: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return the words of several characters by their first two."""
    found: dict[str, list[str]] = {}
    for word in endings:
        if len(word) > 1:
            found.setdefault(word[:2], []).append(word)
    return {start: tuple(words) for start, words in found.items()}
