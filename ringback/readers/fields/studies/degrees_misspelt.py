"""Bachelor, as hands slip that write it: ``Bacholar of Arts``, ``Bechlors in Commerce``."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from ringback.readers import patterns as re

MAX_SLIPS = 2
_MEANT = "bachelor"
_MAY_BE = re.compile(
    r"(?<![\w.@/&'’-])(?P<word>[bB](?:[aeoAEO][a-zA-Z]?[cC]|ch)[a-zA-Z]{3,7})(?P<own>['’][sS])?"
    r"(?=\s*(?:$|[\t,;:|(–-])|\.?\s+(?i:of|in|on|degrees?|honou?rs|science|arts?|tech\w*|engineering|commerce|business|education"
    r"|computer|nursing)\b)"
)
_SURNAME = re.compile(r"bat?chel(?:d|l)er|bachel(?:ier|ard|in)", re.IGNORECASE)
_OWN = re.compile(r"['’]s$")
_SPELT = frozenset({"bachelor", "bachelors"})


def bachelors_misspelt(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a word stands that is Bachelor but for two slips."""
    return (match.span() for match in _MAY_BE.finditer(text) if means_bachelor(match.group("word").lower()))


def means_bachelor(word: str) -> bool:
    """Tell Bachelor, spelt wrongly, from other words and from surnames; in small letters."""
    bare = _OWN.sub("", word)
    if bare in _SPELT or _SURNAME.fullmatch(bare):
        return False
    return OSA.distance(bare.removesuffix("s"), _MEANT, score_cutoff=MAX_SLIPS) <= MAX_SLIPS
