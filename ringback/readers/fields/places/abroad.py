"""Places outside China by their Chinese names: 德国慕尼黑, 新西兰，奥克兰, 美国加州圣何塞."""

from __future__ import annotations

from functools import cache

from ringback.readers import patterns as re
from ringback.readers.fields.wordlists import data_lines

MAX_NAME_CHARS = 8
LONG_NAME = 3  # two characters begin other words as well
_BETWEEN = " \t,，、·・.-—–_/|()（）"
_HAN = re.compile("[\u4e00-\u9fff]")
_KIND_BEHIND = re.compile("(?:广域|特别|直辖)?[市都府]")  # 釜山广域市金井区
_KIND = re.compile("(?<=[\u4e00-\u9fff]{2})[市都府县]$")  # 东京都, 大阪府, 埼玉县; 京都 stays whole


@cache
def places_abroad() -> tuple[dict[str, str], dict[str, str]]:
    """Return (countries and states, cities) outside China by their Chinese names -> ISO country code."""
    rows = [line.split("\t") for line in data_lines("places_abroad_zh.tsv")]
    regions = {word: code for code, names, _ in rows for word in names.split()}
    return regions, {word: code for code, _, names in rows for word in names.split()}


def place_abroad(text: str, *, is_place: bool = True) -> tuple[str | None, str] | None:
    """Return (city or None, country code) of the place that a text begins with; None when that is no place abroad.

    ``is_place`` says that a label calls it a place: a city then needs no country in front, which tells it from a name.
    """
    regions, cities = places_abroad()
    rest, code = text, ""
    while True:
        city = _known(rest, cities)
        is_whole = city and (len(city) >= LONG_NAME or not _HAN.match(rest, len(city)))
        if city and (code or (is_place and (is_whole or _KIND_BEHIND.match(rest, len(city))))):
            return _KIND.sub("", city), cities[city]
        region = _known(rest, regions)
        if region is None:
            return (None, code) if code else None
        code = regions[region]
        rest = rest[len(region) :].lstrip(_BETWEEN)


def is_abroad(text: str) -> bool:
    """Tell a text that is a place abroad and nothing else: 西雅图, 美国加州圣何塞."""
    found = place_abroad(text)
    return found is not None and (text.endswith(found[0]) if found[0] else text in places_abroad()[0])


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(name[0] for names in places_abroad() for name in names)


def _known(text: str, places: dict[str, str]) -> str | None:
    if text[:1] not in _first_characters():
        return None
    return next((text[:n] for n in range(min(MAX_NAME_CHARS, len(text)), 1, -1) if text[:n] in places), None)
