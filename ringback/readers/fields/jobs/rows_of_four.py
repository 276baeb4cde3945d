"""Entries of one line whose commas part post, house, town and what was done there: 数据分析, 青禾游戏, 中国北京, 抓取网页, …."""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.wordlists import chinese_cities

MIN_PIECES, MAX_HOUSE = 4, 16
_COMMA = re.compile(r"\s?[,，]\s?")
_HOUSE = re.compile("[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z\\d()（）&. -]+")


@lru_cache(maxsize=1024)  # asked when prose is told from headers, and when the header is read
def post_and_house(line: str) -> str | None:
    """Return post and house of such a line; the town behind them is what tells it from a sentence."""
    if line.isascii() or not ("," in line or "，" in line):
        return None
    pieces = _COMMA.split(line.strip(), maxsplit=MIN_PIECES - 1)
    if len(pieces) < MIN_PIECES or title_score(pieces[0]) < 1.0 or employer_score(pieces[0]):
        return None
    house, town = pieces[1], pieces[2].strip().removeprefix("中国").strip().removesuffix("市")
    is_house = len(house) <= MAX_HOUSE and _HOUSE.fullmatch(house) and not title_score(house)
    return f"{pieces[0]}, {house}" if is_house and town in chinese_cities() else None
