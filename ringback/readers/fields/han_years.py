"""Dates that are written out in Chinese signs: 二〇一二年七月."""

from __future__ import annotations

from ringback.readers import patterns as re

_DIGIT = {sign: str(digit) for digit, sign in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0"}
_OPENS = ("二〇", "二零", "二○", "二O", "一九")
_DATE = re.compile("([一二][〇零○O九][〇零○O一二三四五六七八九]{2})年(?:([一二三四五六七八九]|十[一二]?)月)?")
_TEN = "十"


def with_digits(text: str) -> str:
    """Return a text with such dates in digits: 二〇一二年七月 becomes 2012年7月."""
    return _DATE.sub(_in_digits, text) if any(map(text.__contains__, _OPENS)) else text


def _in_digits(found: re.Match[str]) -> str:
    year = "".join(_DIGIT[sign] for sign in found.group(1))
    month = found.group(2)
    if not month:
        return f"{year}年"
    number = 10 + int(_DIGIT.get(month[1:], "0")) if month[0] == _TEN else int(_DIGIT[month])
    return f"{year}年{number}月"
