"""A life told step by step, with the year and the month in cells of their own: 2016<tab>4<tab>*Entered Larch College*."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.normalise import fold

HEAD = re.compile(r"(?:year|年|年份)\t(?:month|月|月份)\t", re.IGNORECASE)
_STEP = re.compile(r"((?:19|20)\d\d)年?\t(0?[1-9]|1[0-2])月?\t(?=\S)")
_JOINED = re.compile(
    r"(?:joined|employed (?:at|by)|hired by|entered) (.{2,60}?) as (?:an? )?(.{2,50})"
    "|(?:进入|入职|加入)([^,，。]{4,30}?)[,，]?(?:担任|任职为?|任)([^,，。]{2,16})",
    re.IGNORECASE,
)
_ENTERED = re.compile(r"(?:entered|joined|admitted to|enrolled at|进入|入职|加入|考入|就读于)\s?(?=\S)", re.IGNORECASE)
_GRADUATED = re.compile(r"(?:graduated|completed|毕业)[,，:]?\s?(?:from .{2,60}?,)?\s*", re.IGNORECASE)
_LEFT = re.compile(r"(?:left|resigned|离开|离职|退职|辞职)\b", re.IGNORECASE)


def with_steps(texts: Sequence[str]) -> dict[int, str]:
    """Return the lines of such a table as entries with both dates; a step ends where the next one of its part begins.

    What ends an entry alone (*Graduated, …*, *Left*) adds its degree to it and is an empty line.
    """
    folded = [fold(text).strip() for text in texts]
    told: dict[int, str] = {}
    for number, line in enumerate(folded):
        step = _STEP.match(line)
        if step is None or number in told:
            continue
        following = _STEP.match(folded[number + 1]) if number + 1 < len(folded) else None
        what = texts[number].strip().split("\t", 2)[2]
        until = _date(following) if following else "Present"
        joined = _JOINED.fullmatch(what)
        if joined:
            told[number] = f"{_date(step)} – {until}\t" + "\t".join(filter(None, joined.groups()))
        elif following and _ENTERED.match(what):
            rest = texts[number + 1].strip().split("\t", 2)[2]
            ends = _GRADUATED.match(rest)
            told[number] = f"{_date(step)} – {until}\t{_ENTERED.sub('', what, count=1)}" + (
                f"\t{rest[ends.end() :]}" if ends else ""
            )
            if ends:
                told[number + 1] = ""
        elif _LEFT.match(what):
            told[number] = ""
    return told


def _date(step: re.Match[str]) -> str:
    return f"{step.group(1)}.{int(step.group(2)):02d}"
