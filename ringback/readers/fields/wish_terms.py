"""What a wish says beside the post: place and pay, in pieces, in brackets or only behind a space."""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.places.towns import town_of_district
from ringback.readers.fields.wordlists import chinese_cities, latin_cities

SALARY = re.compile(
    r"(?:(?:RMB|CNY|USD|HKD|SGD|US\$|HK\$|S\$|[￥¥$€£])\s*)?\d[\d,.]*\s*(?:[kKwW万千]|元|RMB)?\s*(?:(?:-|~|至|到"
    r"|to)\s*(?:[￥¥$€£]\s*)?\d[\d,.]*\s*)?(?:[kKwW万千]\+?|元|RMB|CNY|USD|lpa)(?:\s*(?:元|以上|左右|\+))?"
    r"(?:\s*(?:/|每|per|a)\s*(?:月|年|天|小时|month|year|annum|hour))?(?:\s*[·*×xX]\s*\d{2}\s*(?:薪|个月|月)?)?(?:\s*(?:税前|税后))?",
    re.IGNORECASE,
)
NEGOTIABLE = re.compile(r"面议|negotiable|open to discussion", re.IGNORECASE)
SPLIT = re.compile(r"\s*[|/;；、,，·\t](?![^()（）]{0,40}[)）])\s*|\s{2,}|\s+-\s+")  # not within brackets
CITY_IN_BRACKETS = re.compile(
    r"[(（]([\u4e00-\u9fff]{2,4})(?:\s?[/、,，]\s?[\u4e00-\u9fff]{2,4}){0,3}[)）]$"
)  # 行政主管（上海）
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
        if "的" in piece and city_of_word(piece.partition("的")[0].removeprefix("想找").removeprefix("想在")):
            yield piece.partition("的")[0].removeprefix("想找").removeprefix("想在")
        words = piece.split(" ")
        if len(words) > 2 and any(SALARY.fullmatch(word) for word in words):
            yield from words
