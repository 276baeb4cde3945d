"""What a head tells of birth and origin, which is no place of residence: *Born 1990 in Krakow, Poland*."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ringback.readers import patterns as re

_BORN = re.compile(
    r"(?:^|(?<=[\s|(,;•·]))(?:(?:date|place|year)(?: ?(?:and|&|/) ?(?:place|date))? of birth|birth ?(?:day|date|place)"
    r"|d\.?o\.?b\b|born\b|b\. (?=\d)"
    r"|geb(?:oren|\.)|geburts\w+|nées?|né\b|naissance|nat[ao] (?:a|il|in|nel)\b|nascit\w+|nacid[oa]|nacimiento"
    r"|nascid[oa]|nascimento|natural d[eo]|ur(?:odzon[ay]|\.)|född|født|fødd|native of|originally from|raised in"
    r"|citizen of|geboorte\w+)(?:\s?:\s+)?"
    r"(?:(?![|;•·\t]| {2,}| [-–—] |[,.] [A-ZÀ-Þ][\w ]{2,18}:|\b(?:liv|resid|bas|locat|wohn|domicil)).)*",
    re.IGNORECASE,
)  # what is told of birth and origin, up to the next sign or label
_BROKEN = re.compile(r"\b(?:in|at|à|en|em|a|te|i|w)(?: [A-ZÀ-Þ]\S+)?$")
_BORN_AT = re.compile(
    r"\b\d{1,2}[./ -]{1,2}(?:\d{1,2}|[^\W\d_]{3,9})[./ -]{1,2}(?:19[4-9]\d|200\d)(?:,| in| à| em| en| te| a)\s*"
    r"([A-ZÀ-Þ][^\W\d_]+)(?:[ -](?!\1\b)[A-ZÀ-Þ][^\W\d_]+)*"
)  # Geburtsdatum: 03.10.2002, Linz


@lru_cache(maxsize=1024)  # the lines of the head are asked by several rules
def without_birth(shown: str, line_above: str = "") -> str:
    """Return a line without what it, or the line above that a margin broke, tells of birth: ``Born 1990 in Krakow, Poland``."""
    broken = " ".join(line_above.split())
    if _BROKEN.search(broken) and (told := _BORN.search(broken)) and told.end() == len(broken):
        return ""
    return _BORN_AT.sub("|", _BORN.sub("|", shown))


def above(lines: Sequence[str], number: int) -> str:
    """Return the line above, '' for the first."""
    return lines[number - 1] if number else ""
