"""Degrees that Taiwan writes by who teaches for them: 資管所 and 統計研究所 confer a master's, 大學日間部 a bachelor's."""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re

_SUBJECT = (
    "资管|资工|资科|资讯|信管|信工|电机|电子|电信|电控|电物|通讯|网工|光电|机械|机电|动机|航太|造船|化工|化学|材料|高分子|土木|营建|建筑|都计"
    "|景观|环工|环境|测量|大气|海洋|地质|地理|物理|数学|应数|应物|应化|统计|生科|生技|生化|生医|医工|分子|植物|动物|昆虫|农艺|园艺|森林|食科"
    "|食品|兽医|医学|药学|护理|公卫|营养|企管|国企|国贸|财金|财管|金融|会计|经济|行销|工管|工工|工业|人资|运管|交管|科管|商管|管理|法律|科法"
    "|政治|公行|外交|社会|社工|人类|历史|哲学|宗教|中文|国文|外文|英语|日文|台文|语言|华语|翻译|教育|特教|幼教|心理|辅导|传播|新闻|广电|图资|图书"
    "|设计|工设|视传|建设|艺术|美术|音乐|戏剧|舞蹈|电影|体育|休闲|观光|餐旅|科学|工程|科技|技术|资源|能源|系统|应用|精密|半导体"
)
_BEHIND = "(?=$|[\\s,|/():。;、·-]|[硕博毕肄就在]|[一二三四]年级)"
_INSTITUTE = re.compile(
    f"(?<![会律建])(?:(?:{_SUBJECT})(?:[\u4e00-\u9fff]{{0,6}}?(?:系|学|管理|工程|科学|组))?(?:研究)?所|研究所){_BEHIND}"
)
_SCHOOL_IN_FRONT = re.compile("[系学院]$|[\\s,|/():·]$|^$|[\u4e00-\u9fff]大$")
_OF_WORK = re.compile(
    "事务所|研究员|助理|实习|任职|服务于|中央?研究?院|工研院|工业技术研究院"
)  # institutes that employ
_BACHELOR = re.compile(
    "(?<![\u4e00-\u9fff])大学(?:部|日间部|夜间部|进修部|进修学士班)(?:就读中?|在学中?|在读|肄业|毕业|毕)?(?![\u4e00-\u9fff])"
    "|(?<![\u4e00-\u9fff])大学(?:就读中?|在学中?|在读|肄业)(?![\u4e00-\u9fff])"
    "|(?<![\u4e00-\u9fff])大[一二三四](?:在学|就读|在读|在校)"
)


def institutes_in(text: str, printed: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and level of such a degree; graduate institutes of traditional print only, elsewhere they employ."""
    if "所" in text and (text != printed or text.strip() == "研究所") and not _OF_WORK.search(text):
        for match in _INSTITUTE.finditer(text):
            if _SCHOOL_IN_FRONT.search(text[: match.start()]):
                yield *match.span(), "master"
    if "大" in text:
        for match in _BACHELOR.finditer(text):
            yield *match.span(), "bachelor"
