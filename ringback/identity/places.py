"""Employers and cities in one spelling each, so that 腾讯 and 深圳市腾讯计算机系统有限公司 can meet."""

from __future__ import annotations

import re
from functools import lru_cache

from ringback.identity.script import fold, has_hanzi, latin, letters

_BRACKETED = re.compile(r"[\((][^()()]*[\))]")
_LEGAL = re.compile(
    r"(股份有限公司|有限责任公司|有限公司|责任公司|集团公司|总公司|分公司|股份公司|公司|集团|厂|事务所|工作室|中心|商行|门店|分店)+$"
)
_TRADE = re.compile(
    r"(网络科技|信息技术|信息科技|电子商务|人力资源|供应链管理|企业管理|管理咨询|软件开发|网络技术|计算机系统|电子科技|生物科技"
    r"|教育科技|智能科技|文化传媒|国际贸易|科技|技术|网络|信息|软件|贸易|商贸|电子|实业|咨询|服务|管理|传媒|文化|教育|物流|投资"
    r"|发展|控股|国际|餐饮|医药|制造|工业|机械|设备|工程|建设|置业|金融|保险|系统|智能|数据|云|产业|食品|服饰|家居|酒店|广告)+$"
)
_LEGAL_LATIN = re.compile(
    r"\b(co|company|corp|corporation|inc|incorporated|ltd|limited|llc|gmbh|plc|group|holdings?|technolog(?:y|ies)|tech"
    r"|international|china|the)\b\.?"
)
_REGION = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区|特别行政区))?(?:([\u4e00-\u9fff]{2,7}?)(?:市|自治州|盟|地区))?"
)
_CITIES = """
    北京 上海 天津 重庆 广州 深圳 杭州 成都 武汉 南京 苏州 西安 长沙 郑州 青岛 济南 宁波 厦门 福州 合肥 佛山 东莞 无锡 大连
    沈阳 昆明 哈尔滨 长春 石家庄 太原 南昌 南宁 贵阳 海口 兰州 银川 西宁 乌鲁木齐 呼和浩特 拉萨 珠海 中山 惠州 温州 嘉兴 绍兴
    金华 台州 常州 南通 徐州 扬州 烟台 潍坊 泉州 香港 澳门 台北 中国 广东 浙江 江苏 山东 四川 湖北 湖南 福建 河南 河北 安徽
    """.split()  # noqa: SIM905 (a list is easier to read so)
_CITY_PREFIX = re.compile(f"^(?:{'|'.join(_CITIES)})(?:省|市)?")
_SHORTEST_CORE = 2


@lru_cache(maxsize=100_000)
def employer_core(text: str | None) -> str:
    """Return an employer's own name as letters: without place, legal form and trade; empty if there is none."""
    if not text:
        return ""
    bare = _BRACKETED.sub("", fold(text)).strip(" .,-")
    if not has_hanzi(bare):
        return letters(_LEGAL_LATIN.sub(" ", latin(bare))) or letters(bare)
    bare = bare.replace(" ", "")
    for taken in (_CITY_PREFIX, _LEGAL, _TRADE):
        shorter = taken.sub("", bare)
        bare = shorter if len(shorter) >= _SHORTEST_CORE else bare
    return letters(bare)


@lru_cache(maxsize=20_000)
def city_core(text: str | None) -> str:
    """Return the city as letters, without province and district: 广东省深圳市南山区, 深圳 and Shenzhen are one."""
    if not text:
        return ""
    first = re.split(r"[,/|;、,\-·]", fold(text))[0].strip()
    if not has_hanzi(first):
        return letters(re.sub(r"\b(city|shi|china)\b", "", latin(first)))
    found = _REGION.match(first.replace(" ", ""))
    if found is not None and found[1]:
        return letters(found[1])
    known = _CITY_PREFIX.match(first)
    return letters(known[0].rstrip("省市")) if known else letters(first.removesuffix("市"))
