"""Schools whose names are written in small letters, as people write who do not mind capitals: ``larch hill secondary school``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees import latin_words
from ringback.readers.fields.studies.school_names import is_name_of_school
from ringback.readers.fields.studies.school_words import DATES, SPLIT, SUBJECT

MAX_CHARS = 90
_KIND = (
    r"(?:(?:(?:senior |junior |day |girls['’]? |boys['’]? |community )?(?:high|secondary|grammar|primary|technical)"
    r"(?:,? school|(?= sch\b))"
    r"|comprehensive college|community college|(?:state |national )?polytechnic|university|college|institute)(?: sch\.?)?)"
)
_NAMED = re.compile(
    rf"(?:^|(?<=[\s(:,-]))(?P<name>(?:[^\W\d_][\w.'’&]*[ -]){{1,5}}?{_KIND}"
    r"(?: of (?:[^\W\d_]\w+(?: and | |$)){1,4})?)(?=$|[\s,.;(-])",
    re.IGNORECASE,
)
_KIND_FIRST = re.compile(
    r"(?P<name>(?:universidade?|università|université|facultad|faculdade|instituto|institut|colegio|colégio|escuela|escola|liceo"
    r"|lycée|collège|école|istituto|scuola|politécnico|tecnológico) (?:[^\W\d_][\w.'’]*(?: |$)){1,7})$",
    re.IGNORECASE,
)  # instituto misioneros Larchianos
_OF_KIND = re.compile(
    r"\b(?:nacional|técnico|tecnico|superior|federal|estadual|municipal|secund[aá]ri[ao]|secondaire|san|santa|são|sao|normal|privado|público"
    r"|cat[oó]lic[ao]|aut[oó]nom[ao]|tecnol[oó]gico|polit[eé]cnico|industrial|comercial|agr[aá]rio|militar|[A-ZÀ-Þ]\w{2,})\b"
)
_NO_NAME = re.compile(
    r"\b(?:i|i['’]m|am|my|in|at|on|to|from|of|for|with|the|an?|is|was|this|that|our|his|her|their|and|or|as|by|after|while|when|during"
    r"|since|local|law|graduate|business|online|completed|finished|attended|attending|passed|studied|studying|education|certificate"
    r"|diploma|degree|level|classes?|year|name|any|some|no|not|present|teachers?|students?|leaving)\b",
    re.IGNORECASE,
)
_AT = re.compile(r"^.*\b(?:at|from|attended|attending|in)\s+(?:the\s+)?", re.IGNORECASE)
_LEVEL = re.compile(
    r"^(?:[oa][- ]?levels?|(?:ssce|wassce|waec|neco|k\.?c\.?s\.?e|g\.?c\.?e|ssc|hsc)\b)[\s:,-]*", re.IGNORECASE
)


def school_in_small(shown: str) -> str | None:
    """Return the school of a line of education that names it in small letters; what may be a sentence names none."""
    if len(shown) <= MAX_CHARS and (romance := _of_romance(shown)):
        return romance
    if len(shown) > MAX_CHARS or not _has_kind(shown):
        return None
    for piece in SPLIT.split(DATES.sub("\t", shown)):
        bare = _LEVEL.sub("", _AT.sub("", piece.strip(" -*•.,:;()")))
        match = _NAMED.match(bare)
        name = match.group("name").strip() if match else ""
        front = re.sub(rf"\s*{_KIND}.*$", "", name, flags=re.IGNORECASE)
        if not front or _NO_NAME.search(front) or SUBJECT.fullmatch(front) or not is_name_of_school(name.title()):
            continue
        if any(span[0] == 0 for span in latin_words(name)):
            continue  # diploma college
        return name
    return None


def _of_romance(shown: str) -> str | None:
    """Return a school whose kind stands first in small letters, as in the Romance languages."""
    for piece in SPLIT.split(DATES.sub("\t", shown)):
        match = _KIND_FIRST.match(piece.strip(" -*•.,:;()"))
        name = match.group("name").strip() if match else ""
        if name[:1].islower() and _OF_KIND.search(name) and not SUBJECT.fullmatch(name):
            return name
    return None


def _has_kind(line: str) -> bool:
    """Tell a line that prints the word for a school in small letters; in capitals others have read it."""
    return re.search(r"\b(?:school|college|university|institute|polytechnic|sch)\b", line) is not None
