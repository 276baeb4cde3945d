"""The name of a school in a sentence about oneself, and beside a faculty in quotation marks."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.school_words import LATIN_SCHOOL

_QUOTED_PART = re.compile(
    r"[\s,]*[\"“«„](?:(?:Faculty|Department|Dept\.?|School|College|Institute|Chair) (?:of|for)|Facult\w+|Fakult\w+|Wydział)\b"
    r"[^\"”»]*(?:[\"”»]|$)"
)
_OPENING = re.compile(r"(?:^|\s)([\"“«„])(?=\w)")
_CLOSING = {'"': '"', "“": "”", "«": "»", "„": "”"}
_OF_ONESELF = re.compile(r"\b(?:I|[Mm]y|[Ww]e)\b(?![.&])")
_WISH = re.compile(r"\b(?:want|hope|plan|wish|dream|intend|would|teach|taught|work(?:ed|ing)?)\b")
_LEADS_TO_NAME = re.compile(
    r"\b(?:to|at|from|into|in|by|joined|attended|entered|left|finished|chose)\s+(?:the\s+)?"
    r"((?:[A-ZÀ-Þ][\w.'’&-]*\s(?:(?:of|and|for|the|&)\s)*){0,6})$"
)
_GOES_ON = re.compile(
    r"\s+(?:where|which|who|when|while|to|for|with|in|on|as|and|then|from|until|till|after|before|because)\s+[a-z\dI(].*$"
)


def without_quoted_part(line: str) -> str:
    """Leave out a faculty in quotation marks beside its school: ``Northmoor University "Faculty of Law, Millmoor"``."""
    bare = _QUOTED_PART.sub(" ", line)
    return bare if bare != line and LATIN_SCHOOL.search(bare) else line


def closed(name: str) -> str:
    """Close the quotation marks that a name opens, where the town inside them was cut off."""
    opened = _OPENING.search(name)
    sign = _CLOSING[opened.group(1)] if opened else ""
    return f"{name}{sign}" if opened and sign not in name[opened.end() :] else name


def told_of_oneself(piece: str) -> str:
    """Return the name of the school in a sentence: ``After school I went to Northmoor University where I met …``."""
    word = LATIN_SCHOOL.search(piece)
    if word is None or not _OF_ONESELF.search(piece, 0, word.start()) or _WISH.search(piece, 0, word.start()):
        return piece
    lead = _LEADS_TO_NAME.search(piece, 0, word.start())
    if lead is None:
        return piece
    end = _GOES_ON.search(piece, word.end())
    return piece[lead.start(1) : end.start() if end else len(piece)]
