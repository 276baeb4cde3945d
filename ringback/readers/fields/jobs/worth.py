"""How well a phrase would do as a post or an employer, by its words alone; pairs are chosen in :mod:`job_choice`."""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.titles import (
    activity_at_end,
    employer_score,
    ends_as_title,
    is_work_field,
    title_score,
)
from ringback.readers.normalise import simplified

_HAN = re.compile("[\u4e00-\u9fff]")
MAX_GUESSED_WORDS = 8  # longer ones are sentences
_OF_DEED = re.compile(
    "^(?:对|为|在|与|基于|负责|参与|从)|的|^(?:接待|处理|协助|完成|编写|填写|配合|带教|整理)(?=[\u4e00-\u9fff]{3})"
)  # told, not named
_WITH_OBJECT = re.compile(
    "(?:.{1,12} )?(?:开发|优化|实现|重构|搭建|建置|导入|撰写)(?:前端|后端|全栈|算法|产品|数据)"
)  # 开发后端 (of an API)
_DEED = re.compile(
    r"(?:[A-Z][a-z]+(?:ing|ed)|Led|Built|Help|Explain|Provide|Conduct|Implement|Assist|Support|Manage|Develop|Design|Create"
    r"|Write|Maintain)(?: [\w'’/&,.-]+){3,}"
)  # Working closely with business units
_DUTY = re.compile(
    "[。；]|^(?:对[\u4e00-\u9fff]{1,6}进行|进行|负责|协助|完成|参与|配合)[\u4e00-\u9fff]{3}|^(?:曾经?|现|先后)(?:担任|任|为|是)|^(?:毕业|就读)于"
)
_MENU = re.compile("^(?:关于|關於|返回|首页|首頁|回到|查看|点击|點擊|下载|下載|更多)")  # of a page
_TAUGHT = re.compile("[\u4e00-\u9fff]{2,8}(?:课程|讲座|教材)")  # 研究生课程: neither a post nor a house
_TOPIC = re.compile(
    "(?=.{10})[\u4e00-\u9fff].*(?:的|及其).*[\u4e00-\u9fff]{2}"
)  # 潮汐的动力学及其响应: what is searched into
_GROUP = re.compile("[\u4e00-\u9fffA-Za-z] ?(?:实验室|课题组|研究组|小队|研究所|研究院)$")  # of a house, and no post
_MEMBER = re.compile(
    "(?:核心|主要|团队|项目|小组)?(?:成员|组员|队员|会员|队长|组长|社员|干事)"
)  # of a house that another word names
_SITE = re.compile(
    r"[A-Za-z][A-Za-z0-9-]{1,30}(?:\.(?:co|com|org|net|ac|gov|edu|go))?\.(?:com|io|ai|net|org|co|dev|app|me|tech|cn|info|biz|eu|uk|ua|ru|kz|by|pl|cz|ro|bg|rs|gr|tr|il|ae|sa|eg|ma|ng|gh|ke"
    r"|tz|ug|za|et|in|pk|bd|lk|np|mm|th|vn|my|sg|id|ph|hk|tw|jp|kr|au|nz|ca|us|mx|br|ar|cl|pe|de|at|ch|fr|be|nl|it|es|pt|se|no|dk|fi)"
)  # a firm called as its site
_CAMEL = re.compile(r"[a-z]{1,8}[A-Z]\w")  # eBay
_NAMED_AS_SITE, _MIN_FIRM = 0.6, 0.6
_COURSE = re.compile(r"[A-Z]{2,5}[ -]?\d{3,4}[A-Z]?\b")  # ECON 370 is taught, and employs nobody
_BRANCH = re.compile(
    r"(?:,? (?:[Ss]tore|[Uu]nit|[Rr]estaurant|[Ll]ocation))? ?(?:[Nn]o\.? ?)?# ?\d{1,6}$"
)  # Northwind Diner #2241
_CONTEST = re.compile("(?:大赛|竞赛|比赛|挑战赛|锦标赛|马拉松)(?:[-(].*)?$")  # where somebody took part
_PRODUCT = re.compile("(?:项目|系统|平台)$")  # what was worked on
_PRODUCT_IN_SMALL = re.compile(
    r"\s[a-z]{2,}\s(?:system|app|application|website|web ?site|platform|project|tool|game|prototype)$"
)  # Online cosmetics sales system: firms are written large
_WORKED_ON = re.compile("[\u4e00-\u9fffA-Za-z](?:项目|系统|平台|商城|小程序|网站|官网)$")
_TWO_FIELDS = re.compile("[\u4e00-\u9fff]{2,4}[与和及][\u4e00-\u9fff]{2,4}")  # 设计与工程: what is done
_OF_PRODUCT = re.compile("[\u4e00-\u9fff](?:项目|系统|平台|研发|开发|实现)$")
_OFFICE_OF = re.compile(  # Head of AI Solutions: an office, whatever firms are called by its last words
    r"(?:[A-Z][\w-]+ )?(?:Head|Director|Manager|VP|President|Officer|Lead|Coordinator|Dean|Chef|Responsable|Jef[ea]|Leiter(?:in)?"
    r"|Responsabile|Diretora?|Directora?|Gerente|Coord[ei]nadora?) (?:of|de|del|d['’]|di|do|da|der|für) ?[A-ZÀ-Þa-z]"
)
_OPEN_END = re.compile(r"\s(?:for|of|with|at|to|from|by|and|the|an?)$")  # Contractors worked for
_NO_NAME = re.compile(
    r"\d{4,}|^\d+\+? [a-z]|\b(?:hours|years|months) of\b|[。；;!！]|\b(?:I|my|we|our|am|is|was|are|have|has|were)\b"
)
_SUFFIX_ALONE = re.compile(r"(?:股份|责任|有限|公司|集团|分|总|子)+|(?:Inc|Ltd|LLC|Co|Corp|Group|Limited)\.?")
_UNKNOWN_TITLE, _UNKNOWN_HAN_TITLE, _UNKNOWN_EMPLOYER = 0.05, -0.1, 0.2
_NOT_AS_NAME = 0.1
_IN_SMALL = re.compile(r"\S+(?: \S+)* [a-z]{3,}")  # Family-run business, Research on tides: names are written large
_DOING = re.compile(r"[A-Z][a-z]{2,}ing")  # Tutoring
_ACTIVITY = 0.25  # what one does: less of a title than what one is, and the longer the less
MAX_ACTIVITY_CHARS = 6
MIN_UNKNOWN_HAN = 3  # titles of two signs are few, and all in the list: 贝壳找房·如视 is a name
_PLATFORM = -0.05  # 云启商城平台 is a product, or where somebody works on it
_OF_TITLE = (0.5, 0.9)  # Software Developer has a word that firms have, and is none
MIXED = 1.0  # a title inside an employer, or the reverse


def is_membership(text: str) -> bool:
    """Tell what somebody is in a house that another word names: 核心成员."""
    return _MEMBER.fullmatch(text) is not None


def _ends_in_activity(text: str) -> bool:
    """Tell what is done (数据运营) from the post that is named by the bare word."""
    at = activity_at_end(text)
    return at is not None and _HAN.match(text[at.start() - 1 : at.start()]) is not None


@lru_cache(maxsize=2048)
def title_worth(text: str) -> float:
    """Return how well a phrase would do as a title: below 0 when it hardly can be one."""
    text = simplified(text)  # 系統 is a product as 系统 is
    known, firm = title_score(text), employer_score(text)
    if known > 0 and (_WORKED_ON.search(text) or text.startswith("and ") or _WITH_OBJECT.fullmatch(text)):
        return -0.6  # 采购商城项目; the end of a list: Translator, Subtitler, and Quality Control Specialist
    if known > 0:
        known -= MIXED if _OF_DEED.search(text) else 0.0
        known -= _ACTIVITY * (1 + (len(text) > MAX_ACTIVITY_CHARS)) if _ends_in_activity(text) else 0.0
        return known - (0.6 if firm == 1.0 and known < 1.0 else 0.2 if firm >= 0.7 and known < 0.8 else 0.0)
    if (
        firm == 1.0
        or _MENU.match(text)
        or _TAUGHT.fullmatch(text)
        or _GROUP.search(text)
        or not _may_be_name(text)
        or _OF_DEED.search(text)
    ):
        return -0.6
    if is_site(text):
        return -0.6
    if _PRODUCT.search(text) or (_HAN.search(text) and len(text) < MIN_UNKNOWN_HAN):
        return -0.6
    unknown = _UNKNOWN_HAN_TITLE if _HAN.search(text) else _UNKNOWN_TITLE  # the endings of Chinese titles are few
    return unknown - firm / 2 - (0.3 if may_be_place(text) else 0.0)


@lru_cache(maxsize=2048)
def employer_worth(text: str) -> float:
    """Return how well a phrase would do as an employer: below 0 when it hardly can be one."""
    text = simplified(text)
    known, title = employer_score(text), title_score(text)
    is_product = 0 < known < _MIN_FIRM and _PRODUCT.search(text) and not text.endswith("平台")  # 超市管理系统
    if (
        is_product
        or (known < 1.0 and _PRODUCT_IN_SMALL.search(text))
        or _OPEN_END.search(text)
        or (known < 1.0 and (_CONTEST.search(text) or is_membership(text)))
        or (known == 0 and _TOPIC.fullmatch(text))
        or (known < 1.0 and (_DUTY.search(text) or _MENU.match(text) or _TAUGHT.fullmatch(text)))
        or (known < 1.0 and (_TWO_FIELDS.fullmatch(text) or (title == 1.0 and _OFFICE_OF.match(text))))
    ):
        return -0.6
    if known > 0 and not _SUFFIX_ALONE.fullmatch(text):
        return known - (_OF_TITLE[ends_as_title(text)] if title == 1.0 and known < 1.0 else 0.0)
    if _COURSE.match(text) or not _may_be_name(text) or _OF_PRODUCT.search(text):
        return _PLATFORM if text.endswith("平台") else -0.6
    if is_site(text):
        return _NAMED_AS_SITE
    is_known_else = may_be_place(text) or is_work_field(text)
    is_told = (text.isascii() and _IN_SMALL.fullmatch(text)) or _DOING.fullmatch(text) or text[0].isdigit()
    return _UNKNOWN_EMPLOYER - title * 0.7 - (0.3 if is_known_else else 0.0) - _NOT_AS_NAME * bool(is_told)


def is_site(text: str) -> bool:
    """Tell the address of a site, which a firm may be called by: ``larch.io``."""
    return _SITE.fullmatch(text) is not None


def _may_be_name(text: str) -> bool:
    text = _BRANCH.sub("", text) if "#" in text else text
    return not (
        _SUFFIX_ALONE.fullmatch(text)
        or _DEED.fullmatch(text)
        or (text[:1].islower() and not (is_site(text) or _CAMEL.match(text)))
        or _NO_NAME.search(text)
        or not text
        or len(text.split()) > MAX_GUESSED_WORDS
        or (len(text) > 24 and _HAN.search(text))
    )
