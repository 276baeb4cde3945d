"""Degree, one name and a year, row by row: where one of the names is a known university the others are schools as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.studies.degrees import Degree, degrees_in
from ringback.readers.fields.studies.schools_unnamed import is_called_shortly, may_be_school
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MIN_ROWS, MAX_ROWS = 2, 24
_NAME = r"(?P<name>[A-Z][\w'’-]{2,}(?: [A-Z][\w'’-]+){0,2})"
_YEAR = r"\(?(?:19|20)\d{2}\)?"
_BEHIND = re.compile(rf"(?:^|[,;] ?|\t|• ?)(?P<degree>[A-Z][A-Za-z.]{{1,7}}),? {_NAME},? {_YEAR}(?=\s*(?:$|[,;\t]))")
_IN_FRONT = re.compile(rf"^{_YEAR}:?\s+(?P<degree>[A-Z][A-Za-z.]{{1,7}}),? {_NAME}\s*$")


def school_of_short_rows(sheet: Sheet, rows: Sequence[int], degree: Degree | None) -> Found[str] | None:
    """Read ``PhD Northmoor 2009`` / ``BSc Stanford 2003``: Northmoor is no subject where Stanford stands in its place."""
    found = (
        [] if sheet.is_chinese or degree is None else [one for i in rows[:MAX_ROWS] for one in _short_rows(sheet, i)]
    )
    is_list = len(found) >= MIN_ROWS and any(is_called_shortly(name) for _, name, _ in found)
    if degree is None or not is_list or not all(is_called_shortly(name) or may_be_school(name) for _, name, _ in found):
        return None
    own = next(((name, number) for level, name, number in found if level == degree.level), None)
    return Found(own[0], "layout", 0.6, sheet.shown[own[1]]) if own else None


def _short_rows(sheet: Sheet, number: int) -> Iterator[tuple[str, str, int]]:
    for pattern in (_BEHIND, _IN_FRONT):
        for row in pattern.finditer(sheet.shown[number]):
            level = next((one.level for one in degrees_in(fold(row.group().strip(",;•\t ")))), None)
            if level:
                yield level, row.group("name"), number
