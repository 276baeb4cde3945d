"""What a name looks like, in Chinese and in Latin letters, and what only looks like one."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.label_words import label_table
from ringback.readers.fields.names.cleaning import HAN
from ringback.readers.fields.names.han_weights import name_weight
from ringback.readers.fields.places.abroad import places_abroad
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.wordlists import (
    chinese_cities,
    data_lines,
    latin_cities,
    places_after_comma,
    surnames,
    town_key,
    towns,
    words_of_no_name,
)
from ringback.readers.normalise import fold

_HAN_NAME = re.compile(
    "[\u4e00-\u9fff\u3400-\u4dbf]{2,4}|[\u4e00-\u9fff\u3400-\u4dbf]{1,8}(?:[·•・.][\u4e00-\u9fff\u3400-\u4dbf]{1,8}){1,3}"
)
_TRANSLITERATED = re.compile(
    "[阿艾爱安奥巴白拜包宝布次措达代丹丁德迪顿多朵额恩尔尕噶高格古哈海汗赫吉加嘉江杰金喀卡克库拉莱兰朗勒力丽里林琳鲁伦罗洛玛麦买曼美米明莫木那纳娜南内尼努诺帕"
    "皮平其奇齐强琴青曲热仁日荣茹瑞萨赛桑森沙莎山珊木思斯松苏索塔泰坦桃特提图吐托瓦娃万旺威维乌西希夏先晓辛雅亚央叶伊依亦音英永尤于玉元约云扎增珠卓孜琪其宗让逊智才东坚参姆嘎仓旦珍毛吉贡却堆拥佩]{3,8}"
)  # names of Mongols, Uyghurs and Tibetans are spelled with these
_ENDS_OF_HOUSES = ("网", "店", "厂", "局", "学院", "大学", "公司", "集团", "医院")
_OF_BOTH_PARENTS = 0.35
SURE_WEIGHT, NEW_SURNAME, LEAST_WEIGHT = 6.0, 4.0, -5.0
_SCORES = ((6.0, 1.0), (3.0, 0.95), (0.0, 0.9), (-4.0, 0.85), (-6.0, 0.8), (-8.0, 0.6))
"""Least weight against words, and how much a text is a name."""
_LATIN_WORD = re.compile(r"^(?=[^\W\d_])(?:[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ'’`-]*\.?|[A-ZÀ-Þ]\.?(?:-?[A-ZÀ-Þ]\.)*)$")
_PARTICLES = frozenset({
    "de", "da", "di", "del", "della", "der", "den", "van", "von", "bin", "binti", "bte", "bt", "ibn", "al", "el", "la", "le",
    "du", "dos", "das", "san", "y", "e", "ten", "ter", "st", "wa", "ole", "ap", "ab", "ferch", "bint", "ould", "ben",
    "dela", "delos", "los", "las", "'t", "zu", "zum", "zur", "vom", "af", "av",
})  # fmt: skip
_TITLES_AND_SURNAMES = frozenset(
    {"cook", "dean", "page", "captain", "steward", "pilot", "coach", "fellow", "judge", "chase", "foreman", "guard"}
)
_SURNAMES_LIKE_POSTS = frozenset({"bautista", "batista", "evangelista"})  # end as posts do in Spanish and Portuguese
_KINSHIP = re.compile(
    r"(?<=\s)(?:[aA]/[lLpP]|[sSdD]/[oO])\.?\s+(?=[A-Za-z])"
)  # son or daughter of, inside Malaysian names
_INITIAL = re.compile(
    r"(?<=[A-Za-z]{3})\.(?=[A-Z]\b)|(?<![^\W\d_]{2})(?<=[A-Z])\.(?=[A-Z][A-Za-z]{2})"
    r"|(?<![^\W\d_]{2})(?<=[A-Z])\.(?=[A-Z]\s)(?!(?<=[ABDLMPU]\.)[ABCDEGKLMPST]\s)"
)  # VENKATESH.M, S.Priya, Q.X Lou, but M.S Chemistry
_ARTICLE_JOINED = re.compile(r"(?:al|el|ad|an|ar|as|az|ben|bin|d|l)[-'’][A-Z]")  # al-Rahman, d'Arcy
_GENERATION = re.compile(r"(?:I{2,3}|IV|[JS]r\.?|JR\.?|SR\.?|J[uú]nior|JÚNIOR)")
_QUOTED = re.compile(r"^[\"'“”‘’].{1,15}[\"'“”‘’]$")


@cache
def _latin_stop() -> frozenset[str]:
    return words_of_no_name()["latin"]


@cache
def _han_stop() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words_of_no_name()["han"], key=len, reverse=True)))


@cache
def _no_names() -> frozenset[str]:
    return frozenset(" ".join(data_lines("no_names_han.txt")).split())


MAX_NAME_CHARS = 42
MAX_WORDS, MAX_WORDS_WITH_FATHER = 5, 7
_OF_FATHER = frozenset({"bin", "binti", "bte", "bt"})  # Ahmad Faris bin Mohd Larch: a name of two persons
MAX_CARELESS = 3
SURE_POST, SURE_HOUSE = 0.8, 0.5
MIN_GIVEN_LETTERS = 4
MIN_OWNER = 3
STATE = len("UT")
_CARELESS_WORD = re.compile(r"[A-Za-zÀ-ɏ]{2,15}(?:-[A-Za-zÀ-ɏ]{2,15})?\.?")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")  # of any alphabet, behind a label
_OF_MINORITY = len("欧阳娜娜")
_LATIN_GIVEN = re.compile("([\u4e00-\u9fff]{1,2})[A-Z][a-z]{2,11}")  # 陈Jason
_NEVER_IN_NAMES = re.compile(r"[\d@:/\\|+#$%&*=<>\"]")


def han_score(text: str, *, is_given: bool = False) -> float:
    """Return how much a text is a Chinese name, 0 to 1; ``is_given`` when a label says that it is one."""
    folded = fold(text)
    half = _LATIN_GIVEN.fullmatch(text)
    if half or (is_given and careless_han_score(text) and len(folded) > _OF_MINORITY):  # 乌云其其格, without dots
        return 0.7 if half is None else 0.9 if any(half.group(1) in some for some in surnames()) else 0.0
    if (
        not (_HAN_NAME.fullmatch(text) or _TRANSLITERATED.fullmatch(folded))
        or folded in label_table()
        or folded in section_table()
        or (folded in chinese_cities() and not (is_given and folded[0] in surnames()[0]))  # 姓名：沈阳
        or (folded[-1] == "人" and folded[:-1] in chinese_cities())
        or (folded.endswith(_ENDS_OF_HOUSES))
    ):
        return 0.0
    if "·" in folded or "." in folded:
        is_post = title_score(re.split("[·.]", folded)[-1]) >= 0.8  # 卢晓东·产品经理
        is_place = any(part in chinese_cities() for part in re.split("[·.]", folded))  # 福建·泉州
        return 0.0 if _han_stop().search(folded) or is_post or is_place else 0.9
    single, double = surnames()
    has_double = folded[:2] in double and len(folded) > 2
    if is_given:
        return 1.0 if has_double or folded[0] in single else 0.7
    is_house = employer_score(folded) >= 0.5 and folded[1:] not in words_of_no_name()["given_too"]
    if folded in _no_names() or folded in places_abroad()[0] or _han_stop().search(folded) or is_house:
        return 0.0
    known = _score_of_surname(folded, has_double=has_double)
    return 0.85 if known <= _OF_BOTH_PARENTS and _TRANSLITERATED.fullmatch(folded) else known


_ALSO_GIVEN = "兵"
"""Ends of posts that are given names as often: 士兵 is one, 张兵 hardly is."""


def _score_of_surname(folded: str, *, has_double: bool) -> float:
    single, _ = surnames()
    weight = name_weight(folded)
    if len(folded) == 4 and not has_double:  # the surnames of both parents
        is_twice = folded[0] in single and folded[1] in single and folded[2:] not in chinese_cities()  # 吉林长春
        return (0.85 if weight >= SURE_WEIGHT else _OF_BOTH_PARENTS) if is_twice else 0.0
    if not has_double and folded[0] not in single:
        is_whole = len(folded) > len("鹏程")  # two characters are a word, a firm or a given name far more often
        return (0.9 if weight >= SURE_WEIGHT else 0.8 if weight >= NEW_SURNAME else 0.0) if is_whole else 0.0
    is_post = title_score(folded) >= 0.6 and folded[-1] not in _ALSO_GIVEN
    if not has_double and is_post:
        return 0.2
    if len(folded) > 2 and folded[-1] == "人" and not has_double:  # 海宁人 says whence, hardly who
        return 0.3
    return next((score for least, score in _SCORES if weight >= least), 0.3)


_ALSO_SURNAMES = frozenset({"an"})  # Erin An: no article stands behind its noun
_OF_VIETNAM = frozenset({
    "nguyen", "tran", "le", "pham", "huynh", "hoang", "phan", "vu", "vo", "dang", "bui", "do", "ho",
    "ngo", "duong", "ly", "dinh", "doan", "trinh", "truong", "luong", "dao", "luu", "lam", "mai",
})  # fmt: skip
_GIVEN_IN_VIETNAM = frozenset({"my", "the", "to", "an", "on"})
"""Given and middle names of Vietnam, without their marks, which are small words of English: Vu My Larch, Nguyen The Anh."""
_IBERIAN = frozenset({"da", "das", "de", "do", "dos"})
"""Particles of Portuguese and Spanish names, which have words that are towns elsewhere: Telmo Junior Lima da Costa."""
_GENERATIONS = frozenset({"junior", "júnior"})


def latin_score(text: str, *, is_given: bool = False) -> float:
    """Return how much a text is a name in Latin letters, 0 to 1."""
    text = _KINSHIP.sub("", text)
    text = _INITIAL.sub(". ", text) if "." in text else text
    words = [word for word in text.replace(",", " , ").split() if word != ","]
    if len(words) > 2 and any(_QUOTED.match(word) for word in words[1:-1]):  # Dwayne “DJ” Major
        text = " ".join(words := [word for word in words if not _QUOTED.match(word)])
    n_words = sum(word.lower() not in _PARTICLES | _IBERIAN for word in words)
    max_words = MAX_WORDS if _OF_FATHER.isdisjoint(map(str.lower, words[1:-1])) else MAX_WORDS_WITH_FATHER
    if not 1 <= n_words <= max_words or len(text) > MAX_NAME_CHARS or _NEVER_IN_NAMES.search(text):
        return 0.0
    if is_given:
        return 0.9 if _TWO_LETTERS.search(text) else 0.0
    if len(words) > 2 and _GENERATION.fullmatch(words[-1]):
        text = " ".join(words := words[:-1])
    lowered = [word.strip(".,").lower() for word in words]
    are_names = all(
        (_LATIN_WORD.match(word) and (word[0].isupper() or _ARTICLE_JOINED.match(word)))
        or word.lower().rstrip("'’") in _PARTICLES
        for word in words
    )
    has_long = any(len(word.strip(".")) > 1 and word[0].isupper() for word in words)
    is_iberian = len(words) > 2 and not _IBERIAN.isdisjoint(lowered[1:])
    stops = _latin_stop().intersection(lowered) - (_GENERATIONS if is_iberian else frozenset())
    stops -= _ALSO_SURNAMES.intersection(lowered[-1:]).difference(lowered[:-1])
    if stops and not _OF_VIETNAM.isdisjoint(lowered):
        stops -= _GIVEN_IN_VIETNAM.difference(lowered[:1])
    joined = "".join(lowered)
    is_label = joined in label_table() or joined in words_of_no_name()["phrases"]  # WeChat ID, Read More
    if (
        not are_names
        or not has_long
        or stops
        or is_label
        or _is_owners(words)
        or _is_before_post(text)
        or (is_town(text) if is_iberian else _is_place(text, lowered))
    ):
        return 0.0
    if len(words) == 1:
        return 0.35 if len(words[0]) > 2 and words[0].isalpha() else 0.0
    is_of_father = not _OF_FATHER.isdisjoint(lowered[1:-1])
    score = 0.9 if n_words <= 3 or is_of_father else 0.85 if n_words == 4 else 0.75
    if lowered[-1] in _TITLES_AND_SURNAMES:
        return score - 0.25
    return score - (_doubt(text, words) if _SURNAMES_LIKE_POSTS.isdisjoint(lowered) else 0.0)


def _is_owners(words: list[str]) -> bool:
    """Tell what somebody calls a place of his own, as the title of a page: *Nora's Harbour*."""
    return any(word.lower().endswith(("'s", "’s")) and len(word) > MIN_OWNER for word in words[:-1])


def _is_before_post(text: str) -> bool:
    """Tell a whole name with a post behind it, ``Nora Paz, Midwife``, from a surname in front: ``Parry, Dean``."""
    whole, comma, behind = text.rpartition(",")
    return bool(comma) and " " in whole.strip() and title_score(behind) >= SURE_POST


def _doubt(text: str, words: list[str]) -> float:
    """Return what a name loses that is a post or a firm too; little where only its last word is a firm: Nora Martin Ford."""
    is_post, is_firm = title_score(text) >= 0.8, employer_score(text) >= 0.7
    is_surname_too = len(words) > 2 and not title_score(text) and employer_score(" ".join(words[:-1])) == 0
    return (0.1 if is_surname_too and is_firm else 0.6) if is_post or is_firm else 0.0


def careless_score(text: str) -> bool:
    """Tell a name written carelessly (``Vamsi krishna``, ``john smith``); believed on the very first line only."""
    words = text.split()
    if not 1 < len(words) <= MAX_WORDS or not all(map(_CARELESS_WORD.fullmatch, words)):
        return False
    if len(words) > MAX_CARELESS and sum(word[0].islower() for word in words) > 1:
        return False  # cristina Milagros Paz Larch slipped once; four small words are a motto
    words = [word.rstrip(".") for word in words]
    return (
        not any(word.lower() in _latin_stop() for word in words)
        and title_score(text) == 0
        and not _is_place(text, [word.lower() for word in words])
    )


def is_transliterated(folded: str) -> bool:
    """Tell a name of characters with which those of Mongols, Uyghurs and Tibetans are spelled."""
    return _TRANSLITERATED.fullmatch(folded) is not None


def careless_han_score(text: str) -> bool:
    """Tell two to six characters that are no word of resumes, title, place or employer; believed on the very first line only."""
    folded = fold(text)
    return (
        bool(re.fullmatch("[\u4e00-\u9fff]{2,6}", folded))
        and (len(folded) > len("欧阳娜娜") or name_weight(folded) >= LEAST_WEIGHT or is_transliterated(folded))
        and not _han_stop().search(folded)
        and folded not in _no_names()
        and folded not in label_table()
        and folded not in section_table()
        and folded not in chinese_cities()
        and title_score(folded) == 0
        and employer_score(folded) < 0.5
    )


def may_be_surnamed_word(folded: str) -> bool:
    """Tell a word that begins as a surname, 关键 or 华夏; it is a name only where something beside it says so."""
    single, double = surnames()
    return (
        re.fullmatch("[\u4e00-\u9fff]{2,3}", folded) is not None
        and (folded[0] in single or folded[:2] in double)
        and name_weight(folded) >= LEAST_WEIGHT
        and not _han_stop().search(folded)
        and folded not in label_table()
        and folded not in section_table()
        and folded not in chinese_cities()
        and title_score(folded) == 0
        and employer_score(folded) < SURE_HOUSE
    )


_STATES_OF_AUSTRALIA = frozenset({"NSW", "QLD", "VIC", "TAS", "ACT", "SA", "WA", "NT"})
_SURNAMES_ENDING_TOWNS = frozenset({"yang", "zhou", "fang", "hua", "ding"})
"""Surnames with which names of Chinese towns end: Wen Zhou in two words is a person, Wenzhou in one a town."""


def is_parted_town(text: str) -> bool:
    """Tell the name of a Chinese town in two words the second of which is a surname: a person, rather than the town."""
    words = text.lower().split()
    is_parted = len(words) == 2 and words[1] in _SURNAMES_ENDING_TOWNS
    return is_parted and latin_cities().get("".join(words)) == "CN"


def _is_place(text: str, lowered: list[str]) -> bool:
    compact = "".join(lowered)
    front, _, region = text.rpartition(" ")
    is_region = region.lower() in places_after_comma() or region in _STATES_OF_AUSTRALIA
    if front and region.isupper() and not front.isupper() and is_region and is_town(front):
        return True  # Brisbane QLD
    if is_parted_town(text):
        return False
    land, comma, town = text.partition(", ")
    is_turned = comma and land.lower() in places_after_comma() and is_town(town)  # Belarus, Minsk
    if is_turned or compact in latin_cities() or text.lower() in places_after_comma():
        return True
    if len(lowered) > 2 and town_key(text) in towns():  # Ciudad de México; shorter ones are people too
        return True
    front, _, last = text.rpartition(" ")
    if (
        front
        and "," not in text
        and len(last) == STATE
        and last.isupper()
        and not front.isupper()
        and lowered[-1] in places_after_comma()
    ):
        return is_town(front)  # Provo UT
    return "," in text and text.rpartition(",")[2].strip(" .").lower() in places_after_comma()


@cache
def _readings() -> dict[str, str]:
    """Return character -> its first reading, from the table inside pypinyin (MIT).

    The package itself is not imported: it loads and trains a phrase dictionary for half a second, which names do not need.
    """
    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        return {}
    table = json.loads(Path(spec.origin).with_name("pinyin_dict.json").read_text(encoding="utf-8"))
    return {
        chr(int(code)): _plain(readings.split(",")[0]) for code, readings in table.items() if int(code) in _COMMON_HAN
    }


def _plain(syllable: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFKD", syllable.replace("ü", "v")) if mark.isascii())


_WITHOUT_PARTS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_COMMON_HAN = range(0x4E00, 0xA000)
_SURNAME_READINGS = {
    "单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "区": "ou", "任": "ren", "翟": "zhai", "盖": "ge",
    "覃": "qin", "朴": "piao", "缪": "miao", "乐": "yue", "尉": "yu", "万俟": "moqi", "长": "zhang", "贾": "jia", "石": "shi",
}  # fmt: skip


@cache
def pinyin_of(name: str) -> tuple[str, str]:
    """Return (surname, given name) in pinyin without tones; compound surnames are kept whole."""
    folded = fold(name).replace("·", "")
    _, double = surnames()
    cut = 2 if folded[:2] in double and len(folded) > 2 else 1
    readings = _readings()
    surname = _SURNAME_READINGS.get(folded[:cut]) or "".join(readings.get(mark, "") for mark in folded[:cut])
    return surname, "".join(readings.get(mark, "") for mark in folded[cut:])


def plain_letters(word: str) -> str:
    """Return a word in the letters a to z that an address spells it with."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(_WITHOUT_PARTS))
    return "".join(mark for mark in plain if "a" <= mark <= "z")


def agrees_with_email(name: str, local: str) -> bool:
    """Tell whether the part of an address before the @ is made of this name: liyao, yao.li, ly1990, jsmith, john."""
    letters = re.sub(r"[^a-z]", "", local.lower())
    if len(letters) < 3:
        return False
    if HAN.search(name):
        if not HAN.match(name[0]):
            return False
        surname, given = pinyin_of(name)
        return bool(given) and (
            f"{surname}{given}" in letters
            or f"{given}{surname}" in letters
            or (len(given) >= MIN_GIVEN_LETTERS and given in letters)
        )
    words = [plain_letters(word) for word in name.split()]
    words = [word for word in words if word]
    long = [word for word in words if len(word) >= 3]
    if any(map(letters.__contains__, long)):
        return True
    return len(words) > 1 and letters.startswith((words[0][0] + words[-1], words[-1] + words[0][0]))
