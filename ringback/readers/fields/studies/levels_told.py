"""How far up a school stands by the word printed with it: ``Tertiary Level:`` over its name, ``SPM<tab>`` in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.examinations import PRIMARY, SECONDARY, examinations_of
from ringback.readers.fields.studies.school_levels import COLLEGE, SMALL_CHILDREN, UNIVERSITY, YOUTHS
from ringback.readers.fields.studies.school_words import DATES, SUBJECT
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_NAME_WORDS, MAX_AWARD_CHARS = 9, 30
_BEHIND = (
    r"(?:[ /-](?:level|education|studies|school|degree|course|years?|programme?|science|commerce"
    r"|arts|management|humanities))*\W*"
)
_WORDS = (
    (
        SMALL_CHILDREN,
        (
            rf"primary|elementary|kindergarten|nursery|basic|{examinations_of(PRIMARY)}|primaria|primária"
            r"|grundschule|école primaire|grade school"
        ),
    ),
    (
        YOUTHS,
        (
            r"(?:senior|junior|upper|lower|jr\.?|sr\.?)?[ -]?(?:high|se[cn]+[eo]nd[ae]ry)(?: school)?|higher secondary|middle"
            r"|matric(?:ulation)?"
            rf"|intermediate|pre-?university|\+ ?2|10 ?\+ ?2|plus (?:two|2)|{examinations_of(SECONDARY)}"
            r"|[OA][ -]?/?levels?|(?:grade )?1[0-2](?:th)?(?: (?:grade|std|class))?"
            r"|class (?:X|XII|10|12)"
            r"|X|XII|secundaria|bachillerato|preparatoria|ensino médio|secundário|abitur|baccalauréat|lycée"
        ),
    ),
    (
        COLLEGE,
        r"(?:junior |community )?college|diploma|associate|GNM|ANM|D\.?Ed|ITI|vocational|técnico|foundation|N[4-6]\b.*",
    ),
    (
        UNIVERSITY,
        (
            r"tertiary|university|under-?graduat(?:e|ion)|(?:post[- ]?)?graduat(?:e|ion)|doctorate"
            r"|(?:bachelor|master|doctor)(?:['’]?s)?|degree"
            r"|higher education|superior|supérieur|u\.?g\.?|p\.?g\.?|universidad|universitario|ensino superior|educación superior"
        ),
    ),
)
_TOLD = tuple((rank, re.compile(rf"\W*(?:{words}){_BEHIND}", re.IGNORECASE)) for rank, words in _WORDS)
_FRONT = re.compile(r"[^\t:]{1,40}?(?=\t|\s?:(?:\s|$)|\s[-–—]\s)")
_LABEL_ALONE = re.compile(r"[^\t:,.\d]{3,30}\s?[:>]")
_PLAIN_ALONE = re.compile(
    r"(?:Tertiary|Vocational|(?:Senior|Junior) High(?: School)?|Elementary|Primary|Secondary|Pre-?school)"
    r"(?: (?:Level|Education))?",
    re.IGNORECASE,
)  # College alone may be the end of a name
_OF_HOUSE = re.compile(
    r"\W*(?:tertiary|university|college|(?:senior|junior|upper|lower)?[ -]?(?:high|secondary)(?: school)?|primary|elementary"
    r"|universidad|superior|secundaria|primaria)(?:[ -](?:level|education|school))*\W*",
    re.IGNORECASE,
)  # a degree heads its subject
_TOLD_OF_STATE = re.compile(
    r"(?:not|none|in progress|complet\w+|incomplete|unfinished|currently|await\w+|on-?going|pending|graduat\w+)\b",
    re.IGNORECASE,
)  # Tertiary / Not completed
_NAME = re.compile(r"[A-ZÀ-Þ][^\t:;@\d]{4,78}")


def level_told(sheet: Sheet, number: int) -> int | None:
    """Return how far up the school of a line stands by the word in front of it, or alone on the line above."""
    front = _FRONT.match(sheet.folded[number])
    rank = _rank_of_word(front.group()) if front else None
    return rank if rank is not None else _level_above(sheet, number)


def level_of_award(line: str) -> int | None:
    """Return how far up a school stands by the examination in a cell behind it: ``Moor Seminary<tab>UCE``."""
    cells = line.split("\t")[1:]
    ranks = [rank for cell in cells if len(cell) <= MAX_AWARD_CHARS and (rank := _rank_of_word(cell)) is not None]
    return ranks[0] if ranks else None


def school_under_level(sheet: Sheet, number: int) -> str | None:
    """Return the name beside a word for a kind of school: it needs no word for a school. ``Tertiary Level:`` / ``Larchmoor``."""
    line, front = sheet.shown[number].strip(), _FRONT.match(sheet.shown[number])
    if front and _OF_HOUSE.fullmatch(front.group()):
        line = DATES.sub("", sheet.shown[number][front.end() :]).strip(" \t:–—-")
    elif _level_above(sheet, number) is None or not _OF_HOUSE.fullmatch(sheet.folded[number - 1]):
        return None
    name = line.partition(",")[0].strip()
    is_name = (
        _NAME.fullmatch(name) is not None and not _TOLD_OF_STATE.match(name) and len(name.split()) <= MAX_NAME_WORDS
    )
    return name if is_name and not SUBJECT.search(name) and not degrees_in(fold(name)) else None


def _level_above(sheet: Sheet, number: int) -> int | None:
    above = sheet.folded[number - 1].strip() if number and sheet.sections[number] == "education" else ""
    return _rank_of_word(above.rstrip(" :>")) if is_level_alone(above) else None


def is_level_alone(line: str) -> bool:
    """Tell a word for a kind of school that opens an entry, alone on its line: ``Tertiary:``."""
    bare = line.strip()
    is_label = _LABEL_ALONE.fullmatch(bare) or _PLAIN_ALONE.fullmatch(bare)
    return is_label is not None and _rank_of_word(bare.rstrip(" :>")) is not None


def _rank_of_word(word: str) -> int | None:
    return next((rank for rank, words in _TOLD if words.fullmatch(word)), None)
