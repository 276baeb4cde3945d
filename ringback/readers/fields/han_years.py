"""Dates that are written out in Chinese signs: 二〇一二年七月, and months alone: 2013 三月."""

from __future__ import annotations

from ringback.readers import patterns as re

_DIGIT = {sign: str(digit) for digit, sign in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "O": "0"}
_OPENS = ("二〇", "二零", "二○", "二O", "一九")
_MONTH = "([一二三四五六七八九]|十[一二]?)月"
_DATE = re.compile(f"([一二][〇零○O九][〇零○O一二三四五六七八九]{{2}})年(?:{_MONTH})?")
_MONTH_BEHIND = re.compile(f"(?<!\\d)((?:19|20)\\d\\d) {{0,2}}[年,，/.-]? {{0,2}}{_MONTH}")
_TEN = "十"


def with_digits(text: str) -> str:
    """Return a text with such dates in digits: 二〇一二年七月 becomes 2012年7月."""
    if any(map(text.__contains__, _OPENS)):
        text = _DATE.sub(_in_digits, text)
    return _MONTH_BEHIND.sub(_month_in_digits, text) if "月" in text else text


def _in_digits(found: re.Match[str]) -> str:
    year, month = "".join(_DIGIT[sign] for sign in found.group(1)), found.group(2)
    return f"{year}年{_number(month)}月" if month else f"{year}年"


def _month_in_digits(found: re.Match[str]) -> str:
    return f"{found.group(1)}年{_number(found.group(2))}月"


def _number(month: str) -> int:
    return 10 + int(_DIGIT.get(month[1:], "0")) if month[0] == _TEN else int(_DIGIT[month])
