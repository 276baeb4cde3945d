"""What a wish says beside the post: place and pay, in pieces, in brackets or only behind a space."""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.places.towns import town_of_district
from ringback.readers.fields.wordlists import chinese_cities, latin_cities

SALARY = re.compile(
    r"(?:\d{4,6}\s?(?:以上|左右|起|\+)|(?:(?:税前|税后|年薪|月薪|底薪|时薪|日薪)\s*)?"
    r"(?:(?:RMB|CNY|USD|HKD|SGD|US\$|HK\$|S\$|[￥¥$€£])\s*)?\d[\d,.]*\s*(?:[kKwW万千]|元|RMB)?\s*(?:(?:-|~|至|到"
    r"|to)\s*(?:[￥¥$€£]\s*)?\d[\d,.]*\s*)?(?:[kKwW万千]\+?|元|RMB|CNY|USD|lpa)(?:\s*(?:元|以上|左右|\+))?"
    r"(?:\s*(?:/|每|per|a)\s*(?:月|年|天|小时|month|year|annum|hour))?(?:\s*[·*×xX]\s*\d{2}\s*(?:薪|个月|月)?)?(?:\s*(?:税前|税后))?)",
    re.IGNORECASE,
)
NEGOTIABLE = re.compile(
    r"面议|面議|面谈|面談|可议|可議|[依按](?:照)?(?:贵|貴)?公司(?:规定|規定|制度|标准|標準)|negotiable|open to discussion",
    re.IGNORECASE,
)
SPLIT = re.compile(
    r"\s*[|/;；、,，·\t](?!\s?(?:\d{2}\s?薪|[月年天](?![\u4e00-\u9fff])))(?![^()（）]{0,40}[)）])\s*|\s{2,}|\s+-\s+"
)  # not within brackets, nor within 7-9K·13薪 and 8000元/月
CITY_IN_BRACKETS = re.compile(
    r"[(（]([\u4e00-\u9fff]{2,4})(?:\s?[/、,，]\s?[\u4e00-\u9fff]{2,4}){0,3}[)）]$"
)  # 行政主管（上海）
_TERMS_IN_BRACKETS = re.compile(r"[(（]([^()（）]{2,40}[,，、;；/|][^()（）]{1,40})[)）]$")  # 护士（烟台，8千-1万）
_BEHIND_LABEL = re.compile(
    "[\u4e00-\u9fff]{2,4}\\s?[:：]\\s?([^\\s:：]{2,16})(?=\\s|$)"
)  # 电工 去哪：烟台 多少：9000以上
_NOTE = re.compile(r"\s*[(（][^()（）]*[)）]$")
_AROUND_CITY = re.compile(r"(?:市区?|[市省]?内|周边|附近|地区|一带|及周边|优先)$")


def city_of_word(word: str) -> str | None:
    """Return the city if the word is one and nothing else."""
    bare = _AROUND_CITY.sub("", word.strip(" 。."))
    if district := town_of_district(bare):
        return district
    is_town = bare in chinese_cities() or (bare.isascii() and re.sub(r"[' .-]", "", bare).lower() in latin_cities())
    return bare if is_town else None


def terms_in(value: str) -> Iterator[str]:
    """Yield the pieces that may be place or pay: 房产经纪人 广州 10-15K, 行政主管（上海）."""
    pieces = [piece.strip() for piece in SPLIT.split(value)]
    yield from pieces
    for piece in pieces:
        if "-" in piece and (town := piece.partition("-")[0]) and city_of_word(town):
            yield town  # 上海-仓库主管
        if match := CITY_IN_BRACKETS.search(piece):
            yield match.group(1)
        elif among := _TERMS_IN_BRACKETS.search(piece):
            yield from filter(None, SPLIT.split(among.group(1)))
        yield from (behind.group(1) for behind in _BEHIND_LABEL.finditer(piece))
        if "的" in piece and city_of_word(piece.partition("的")[0].removeprefix("想找").removeprefix("想在")):
            yield piece.partition("的")[0].removeprefix("想找").removeprefix("想在")
        words = piece.split(" ")
        if len(words) > 2 and any(SALARY.fullmatch(word) for word in words):
            yield from words


def pay_and_town(value: str) -> tuple[str, str] | None:
    """Return the pay and the town of a value that tells both, in this order: 18-22K · 无锡（可出差）."""
    pay, *others = SPLIT.split(value)
    if not (others and SALARY.fullmatch(pay.strip())):
        return None
    town = next(filter(None, (city_of_word(_NOTE.sub("", one)) for one in others)), None)
    return (pay.strip(), town) if town else None
