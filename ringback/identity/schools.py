"""Schools in one spelling: 电子科大 and 电子科技大学, Fudan University and 复旦大学 are one."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType

from ringback.identity.script import fold, has_hanzi, latin, letters

_BRACKETED = re.compile(r"[\((][^()()]*[\))]")
_ENDINGS = (
    ("科大", "科技大学"), ("师大", "师范大学"), ("交大", "交通大学"), ("工大", "工业大学"), ("财大", "财经大学"),
    ("农大", "农业大学"), ("林大", "林业大学"), ("医大", "医科大学"), ("矿大", "矿业大学"), ("理工", "理工大学"),
    ("邮电", "邮电大学"), ("经贸", "经贸大学"),
)  # fmt: skip
"""How a name of a place or two (上海, 电子) is cut short; what is cut otherwise stands below."""

_SHORT = MappingProxyType(
    {
        "北大": "北京大学", "清华": "清华大学", "人大": "中国人民大学", "人民大学": "中国人民大学", "北师大": "北京师范大学",
        "北航": "北京航空航天大学", "北理": "北京理工大学", "北理工": "北京理工大学", "北邮": "北京邮电大学",
        "北科大": "北京科技大学", "北工大": "北京工业大学", "北外": "北京外国语大学", "北林": "北京林业大学",
        "对外经贸": "对外经济贸易大学", "贸大": "对外经济贸易大学", "央财": "中央财经大学", "法大": "中国政法大学",
        "中国科大": "中国科学技术大学", "中科大": "中国科学技术大学", "国科大": "中国科学院大学", "国防科大": "国防科技大学",
        "复旦": "复旦大学", "同济": "同济大学", "上财": "上海财经大学", "上外": "上海外国语大学", "上大": "上海大学",
        "华理": "华东理工大学", "上师大": "上海师范大学", "上理工": "上海理工大学", "东华": "东华大学", "浙大": "浙江大学",
        "浙工大": "浙江工业大学", "浙理工": "浙江理工大学", "杭电": "杭州电子科技大学", "南大": "南京大学",
        "南航": "南京航空航天大学", "南理工": "南京理工大学", "南师大": "南京师范大学", "南邮": "南京邮电大学",
        "苏大": "苏州大学", "武大": "武汉大学", "华科": "华中科技大学", "华科大": "华中科技大学", "中南财大": "中南财经政法大学",
        "华工": "华南理工大学", "暨大": "暨南大学", "深大": "深圳大学", "广工": "广东工业大学", "广外": "广东外语外贸大学",
        "川大": "四川大学", "成电": "电子科技大学", "西财": "西南财经大学", "西南财大": "西南财经大学", "重大": "重庆大学",
        "西工大": "西北工业大学", "西电": "西安电子科技大学", "西交大": "西安交通大学", "西外": "西安外国语大学",
        "哈工大": "哈尔滨工业大学", "哈工程": "哈尔滨工程大学", "大工": "大连理工大学", "吉大": "吉林大学", "天大": "天津大学",
        "南开": "南开大学", "山大": "山东大学", "中国海大": "中国海洋大学", "厦大": "厦门大学", "兰大": "兰州大学",
        "郑大": "郑州大学", "合工大": "合肥工业大学", "西南政法": "西南政法大学", "华政": "华东政法大学",
        "太理工": "太原理工大学", "长安": "长安大学", "上海交通": "上海交通大学",
    }
)  # fmt: skip
"""What universities are called for short, where only one is meant by it."""

_ROMANISED = MappingProxyType(
    {
        "tsinghua": "qinghua",
        "peking": "beijing",
        "sun yat sen": "zhongshan",
        "soochow": "suzhou",
        "renmin": "zhongguorenmin",
    }
)
_LATIN = re.compile(r"^(?:the )?(?P<name>[a-z' -]+?) university(?: of china)?$")


@lru_cache(maxsize=20_000)
def school_core(text: str | None) -> str:
    """Return a school's name as letters, without campus or brackets, short names in full; empty if there is none."""
    if not text:
        return ""
    bare = _BRACKETED.sub("", fold(text)).strip()
    return letters(_in_full(bare.replace(" ", "")) if has_hanzi(bare) else _in_pinyin(latin(bare)))


def _in_full(short: str) -> str:
    known = _SHORT.get(short)
    if known:
        return known
    return next(
        (short.removesuffix(end) + full for end, full in _ENDINGS if short.endswith(end) and short != end), short
    )


def _in_pinyin(name: str) -> str:
    """Return ``fudan daxue`` for ``fudan university``; a name that is put otherwise stays as it is."""
    found = _LATIN.match(name.replace("-", " "))
    if found is None:
        return name
    own = found["name"].strip()
    return f"{_ROMANISED.get(own, own)} daxue"
