"""The school that no word gives away: what stands beside the highest degree and is no subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ringback.readers.fields.addresses import is_town, place_of
from ringback.readers.fields.degrees import Degree, degrees_in
from ringback.readers.fields.found import Found
from ringback.readers.fields.schools import DATES, SPLIT, SUBJECT
from ringback.readers.fields.titles import is_placeholder

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_ROW_CHARS = 200  # longer lines are sentences
LAST_LINES = 40
_LABELLED = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){0,3}\s?:\s")  # Other knowledge: Python
_SUBJECTS = re.compile(r"(?:subjects?|courses?|coursework|modules?|课程)\s*:", re.IGNORECASE)
_NO_SCHOOL = re.compile(
    r"^(?:Certificates?|Diplomas?|Degrees?|Courses?|Training|Workshops?|Members?)$|\b(?:City|Metro|Province|County)\b"
)
_AT = re.compile(r"^.{3,60}?\bat\s+(?=[A-Z])|(?<=\w)\s+from\s.*$")  # Specialized in Radar at TU Delft from


def school_beside_degree(sheet: Sheet, degree: Degree | None) -> Found[str] | None:
    """Take what stands beside the highest degree and is no subject: ``Maestría – Tecnológico de Monterrey``."""
    rows = sheet.lines_in("education")[:LAST_LINES]
    if degree is None or sheet.is_chinese:
        return None
    number = next((i for i in rows if any(one.level == degree.level for one in degrees_in(sheet.folded[i]))), None)
    if number is None:
        return None
    for near in (number, number - 1, number + 1, number + 2):
        line = sheet.folded[near] if near < len(sheet.folded) else ""
        if near == number + 2 and (degrees_in(line) or DATES.search(line)):
            continue
        if near not in rows or len(line) > MAX_ROW_CHARS or _SUBJECTS.search(line) or _LABELLED.match(line):
            continue
        for piece in SPLIT.split(DATES.sub("\t", sheet.shown[near])):
            bare = _AT.sub("", piece).strip(" ,;:.()-–—")
            if _may_be_school(bare):
                return Found(bare, "layout", 0.6, sheet.shown[near])
    return None


def _may_be_school(piece: str) -> bool:
    words = piece.split()
    return (
        1 <= len(words) <= 6  # noqa: PLR2004
        and len(piece) > 2  # noqa: PLR2004
        and piece[0].isupper()
        and not re.search(
            r"[\d:%•]|^(?:Conclu|Finaliz|En curso|Em curso|Expected|Completed|Graduat|Desde|Since)", piece
        )
        and piece.count("(") == piece.count(")")
        and not _NO_SCHOOL.search(piece)
        and not degrees_in(piece)
        and not SUBJECT.search(piece)
        and not is_placeholder(piece)
        and not is_town(piece)
        and not place_of(piece).is_certain
    )


def schools_follow(sheet: Sheet, rows: list[int], schools: list[tuple[int, str]]) -> bool:
    """Whether schools mostly stand right below their degrees, though the first line of all is no degree: a postdoc."""
    lines = {i for i, _ in schools}
    degrees = [i for i in rows if i not in lines and degrees_in(sheet.folded[i])]
    return sum(i + 1 in lines for i in degrees) > max(1, sum(i - 1 in lines for i in degrees))
