"""Brackets of a header line that part two things: around a firm that has its own, and left open where the dates stood."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.normalise import fold, is_latin

_NESTED = re.compile(r"[(\[][^()\[\]]{2,40}\([^()\[\]]{1,20}\)[^()\[\]]{0,20}[)\]]")
_EACH = re.compile(r"\[([^\[\]]*)\]")
_ALL_BRACKETED = re.compile(r"\s*(?:\[[^\[\]]{2,60}\][\s,|/–—-]*){2,4}")
_OPEN_AROUND = re.compile(r"(?<=\w )\((?=[^()]{2,60}\([^()]{2,40}\)[^()]*$)")


def without_outer(shown: str) -> str:
    """Let brackets around a firm that has its own part cells: 店长（某某电器（芜湖）有限公司）, 【某某（芜湖）有限公司】店长."""
    if shown.isascii() or not (around := _NESTED.search(fold(shown))):
        return shown
    first, last = around.start(), around.end() - 1
    return f"{shown[:first]}\t{shown[first + 1 : last]}\t{shown[last + 1 :]}"


def without_each(shown: str) -> str:
    """Let pieces that each have brackets of their own be pieces: ``[Lash Artist], [Larchlashes]``, of a form filled in."""
    return _EACH.sub(r"\1", shown) if _ALL_BRACKETED.fullmatch(shown) else shown


def with_bracket_shut(shown: str) -> str:
    """Let a bracket that held the dates too part two cells: 运营经理（某某酒店，2022.9-至今）."""
    if shown.count("(") == shown.count(")") + 1 > 1 and (inner := _OPEN_AROUND.search(shown)):
        return f"{shown[: inner.start()]}\t{shown[inner.start() + 1 :]}"  # Larch School (Physics Teacher (online)
    at = max(shown.rfind("（"), shown.rfind("("))
    is_open = at > 0 and not any(mark in shown[at:] for mark in ")）") and shown.count("(") + shown.count("（") == 1
    return f"{shown[:at]}\t{shown[at + 1 :]}" if is_open and not is_latin(shown) else shown
