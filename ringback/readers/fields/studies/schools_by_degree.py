"""Which of several schools that one line or sentence names gave a degree: ``BA Eastmoor College, PhD Northmoor University``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees import degrees_in, latin_words
from ringback.readers.fields.studies.schools import school_in

MIN_SCHOOLS = 2
_LOOSE_WORDS = re.compile(
    r"(?:[\s,;&(]|\b(?:and|y|e|et|und|en|oraz|with|com|con|avec|mit|holds|has|had|have|earned|received|obtained|completed|an?"
    r"|her|his|my|their|the|un|une|una|uma|ein\w*|su|sua|seu|son|sa|sein\w*|ihr\w*)(?=\s|$))+$"
)  # what leads over to the next degree
_SENTENCE_BEFORE = re.compile(r"^.*[a-z)]\.\s+(?=[A-Z])")
_GIVEN_AT = re.compile(
    r"\b(?:at|from|by|pela|pelo|por la|por el|en la|an der|am|presso|à l['’]|à la|de l['’]|all['’]|aan de|aan het|na|vid)\s*"
    r"(?:the )?$"
)


def school_of_degree(line: str, shown: str, level: str) -> str | None:
    """Return the school that gave the degree of this level where a line names several schools; None where it names one.

    Schools stand behind their degrees, unless the last degree of the line has none behind it.
    """
    words = list(latin_words(line)) if len(line) == len(shown) else []
    if not words:
        return None
    lead = _SENTENCE_BEFORE.sub("", line[: words[0][0]])
    first = _school_of(lead, shown[words[0][0] - len(lead) : words[0][0]])
    ends = [*(start for start, _ in words[1:]), len(line)]
    named = [_school_of(line[word[1] : end], shown[word[1] : end]) for word, end in zip(words, ends, strict=True)]
    if len({name for name in (first, *named) if name}) < MIN_SCHOOLS:
        return None
    own = [n for n, (word, end) in enumerate(zip(words, ends, strict=True)) if _is_of(line[word[0] : end], level)]
    if not own:
        return None
    if len(words) == 1:  # Northmoor University, with an MA from Eastmoor College
        behind = line[words[0][1] :]
        return named[0] if named[0] and _GIVEN_AT.search(behind[: max(behind.find(named[0]), 0)]) else None
    if named[-1]:
        return next((name for n in own for name in named[n : n + 2] if name), None)
    return next((name for name in reversed((first, *named[: own[0]])) if name), None)


def _is_of(part: str, level: str) -> bool:
    return any(one.level == level for one in degrees_in(part))


def _school_of(part: str, shown: str) -> str | None:
    bare = _LOOSE_WORDS.sub("", part)
    return school_in(bare, shown[: len(bare)]) if bare.strip() else None
