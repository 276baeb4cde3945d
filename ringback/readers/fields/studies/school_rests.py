"""The end of a school's name that its line leaves open: ``LARCHA UNIVERSITY OF APPLIED`` / ``SCIENCE``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.school_words import DATES, LATIN_SCHOOL
from ringback.readers.normalise import fold

_WORD = r"(?:[A-Z][a-zà-ÿ]+|[A-ZÀ-Þ]{2,})"
_ASKS_FOR_FIELD = re.compile(
    r"\b(?:of(?: the)?|and|&|applied|fine|liberal|advanced|social|natural|information|medical|health|life|computer|higher)$",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(r"[A-ZÀ-Þ]{2,} (?:OF(?: THE)?|AND|&)$")
_FIELD = (
    r"(?:(?:Applied|Fine|Liberal|Social|Natural|Medical|Health|Life) )?"
    r"(?i:sciences?|arts|technolog(?:y|ies)|engineering|studies|management|education|design|research|medicine"
    r"|business|commerce)"
)
_FIELDS = re.compile(
    rf"(?:(?:of|and|&|OF|AND) )?{_FIELD}(?: {_FIELD}){{0,2}}"
    rf"(?: (?:and|&|AND) {_WORD}){{0,2}}"
)
_JOINED = re.compile(
    rf"(?:and|&|AND) {_WORD}(?: {_WORD})?|(?i:studies|sciences|technology|research)(?: (?:and|&|AND) {_WORD})?"
)
_OPEN_AT_SCIENCE = re.compile(
    r"\bof (?:science|engineering|technology|arts|management|business|commerce)$", re.IGNORECASE
)
_KIND = re.compile(r"(?:University|College|Institute|Academy|School|Polytechnic|State|Tech)(?=\s*(?:[,;.(\t]|$))")
_NAME = re.compile(rf"{_WORD}(?: {_WORD})?")


def with_open_end(line: str, school: str | None, rest: str) -> str | None:
    """Return the name whose line ends in a word that asks for another, with what opens the line below; None for whole ones."""
    name = line[line.rfind(school) :] if school and school in line else ""
    tail = name[len(school or "") :].strip()
    if not name or (tail and not _ASKS_FOR_FIELD.fullmatch(tail)):
        return None
    if LATIN_SCHOOL.search(rest) or degrees_in(fold(rest)):
        return None
    is_rest = _ASKS_FOR_FIELD.search(name) is not None and _FIELDS.fullmatch(rest) is not None
    is_rest = is_rest or (_IN_CAPITALS.search(name) is not None and _NAME.fullmatch(rest) is not None)
    is_rest = is_rest or (_OPEN_AT_SCIENCE.search(name) is not None and _JOINED.fullmatch(rest) is not None)
    return f"{name} {rest}" if is_rest else None


def with_kind_below(line: str, name: str, below: str) -> str:
    """Return a name with its kind, where only that went to the next line: ``@ Larch State<tab>2007`` / ``University, …``."""
    kind = _KIND.match(below)
    is_last = name in line and not DATES.sub("", line[line.rfind(name) + len(name) :]).strip(" ,-–—\t")
    return f"{name} {kind.group()}" if kind and is_last and not LATIN_SCHOOL.search(name) else name
