"""What open and leaning periods have, if nothing else: looked for before the patterns that try each spelling of a date."""

from __future__ import annotations

from ringback.readers import patterns as re

_LETTER = "[A-Za-zÀ-ž]"
_OPEN = re.compile(
    r"(?:[-~→]|起(?:,\s?(?:现|仍)?在[职岗任])?|入职)(?:\s?(?:\.{2,3}|…))?(?:[\s?)\]]*$|\s*(?:\?\s*)?[)\]:.]|\s\s|\t)|\+(?:[\s)]|$)|起\s|[-+~]\s[a-z\u4e00-\u9fff]|[-~],"
    r"|自\d|(?:自|since|from|starting|beginning|ab|seit|depuis|desde|dal|des de|sedan|siden|sinds|od"
    r"|started(?: in| on)?|began(?: in| on)?|commenced(?: in| on)?|joined(?: in| on)?)\s"
)
_LEANING = re.compile(
    rf"(?:{_LETTER}|\.)\s{{0,2}}[-~]\s{{0,2}}{_LETTER}|[-~至]\s?\d{{1,2}}月?(?![\d/-]|\.\d)|[今在前]\s?[-~至到]|(?:[Nn][Tt]|[Oo][Ww])\s?[-~]\s?\d"
    rf"|\d\s?[-/]\s?\d\d\s?[./ ]\s?(?:19|20)\d\d|(?<![\d./])(?:[6-9]\d|1[01]\d)\s?[年./]|(?:19|20)\d\d,?\s{_LETTER}"
)


def has_open_sign(line: str) -> bool:
    """Tell whether a line may say since when: ``since 2019``, ``2019 -``, ``2019+``; a range alone has no such sign."""
    return _OPEN.search(line.lower()) is not None


def has_lean_sign(line: str) -> bool:
    """Tell whether half a range may lean on the other: ``Jun-Aug 2019``, ``2017-19``, ``2015 August - December``."""
    return _LEANING.search(line) is not None
