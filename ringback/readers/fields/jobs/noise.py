"""Phrases that stand beside title and employer and are neither: a city, a department, a kind of contract."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.han_patterns import HOUSE
from ringback.readers.fields.jobs.titles import employer_score, ends_as_title, title_score
from ringback.readers.fields.wordlists import chinese_cities, latin_cities, places_after_comma
from ringback.readers.normalise import fold, is_latin

MAX_LOWER_WORDS = 4  # more words after a small letter are running text
_NOISE = re.compile(  # in small letters, which are compared faster than any letters
    r"^(?:(?:mentor|supervisor|manager)\s*[:：].*"
    r"|(?:back|skip|jump|return|go|scroll) to (?:the )?\w+(?: \w+)?|(?:read|see|show|view|learn|load) more|toggle navigation"
    r"|(?:[a-z]+ ){1,2}(?:profile|web ?site|home ?page|web ?page)"
    r"|(?:self[- ]?employed ?/ ?)?employed|fresher|to|from|present|now|current|dates?|date from|dates from"
    r"|full[- ]?time|part[- ]?time|contract|internship|freelance|remote|hybrid|on-?site"
    r"|\(?\d+(?:\.\d)?\s*(?:yrs?|years?|mos?|months?|年|个月|月)[\d\s\w个月)]*"
    r"|(?!.*\b(?:police|fire|sheriff'?s?|health|state|corrections?|rescue) dep|.*\b(?:of|for)\b|.+ (?:in|at|within) "
    r"|\w+ (?:university|college|institute|hospital) (?!dep)\w)"
    r".*department)$"
)
_HAN_NOISE = re.compile(
    r"^(?:(?:经理|上级|导师|汇报对象)\s*[:：].*|(?:进行中|开发中|筹备中|在研|已(?:上线|完成|结项|结题))(?:[,，].*)?|全职|兼职|实习|民营.*|国企|外资.*|合资|上市公司"
    r"|股份制.*|\d+-\d+人|\d+人以上|.*(?<!干)(?<!门诊|门市|批发|经营|小卖|俱乐)部"
    r"|.*部门|.*事业部|.{6,}业务|[\u4e00-\u9fffA-Za-z0-9.]{3,24}项目|[\u4e00-\u9fffa-z&]{2,10}(?:中台|事业群|业务线|产品线|业务组|业务群|业务板块|大区)|[\u4e00-\u9fffa-z]{1,10}(?:团队|小组|项目组|课题组)|[\u4e00-\u9fff/]{2,10}行业)$"
)
_NOT_IN_TOWNS = str.maketrans("", "", "' .")


def is_noise(phrase: str) -> bool:
    """Tell phrases that stand beside title and employer and are neither: a city, a department, a kind of contract."""
    bare = (phrase if is_latin(phrase) else fold(phrase)).strip(" ,.;()（）[]【】")
    is_small = bare[:1].islower() and len(bare.split()) > MAX_LOWER_WORDS and employer_score(bare) < 1.0
    is_small = is_small and not is_small_post(bare)
    if not any(map(str.isalpha, bare)) or is_small:
        return True
    if len(bare) < 2 or (_is_beside(bare) and not HOUSE.fullmatch(bare)) or is_placeholder(bare):
        return True
    if bare.removesuffix("市") in chinese_cities() or bare.lower() in places_after_comma():
        return True
    town = bare.partition(",")[0].translate(_NOT_IN_TOWNS).lower()
    return town in latin_cities() and ("," in bare or town == bare.translate(_NOT_IN_TOWNS).lower())


def is_small_post(phrase: str) -> bool:
    """Tell a post in small letters from running text: ``data strategy & analytics intern``, no word of which joins others."""
    return ends_as_title(phrase) and title_score(phrase) == 1.0 and not _JOINS.search(phrase)


def _is_beside(bare: str) -> bool:
    lowered = bare.lower()
    return _NOISE.match(lowered) is not None or (not bare.isascii() and _HAN_NOISE.match(lowered) is not None)


_JOINS = re.compile(
    r"\b(?:the|an?|by|with|to|for|as|in|on|at|from|of|or|our|my|their|his|her|its|was|were|is|are|be|been|who|that|which|[a-z]{3,}(?:ed|ly))\b"
)
