"""Degrees and schools in columns of their own: all degrees one below the other, then as many schools, or the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.studies.professions import degrees_of_row
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.sheet import Sheet

MIN_ROWS = 2
MAX_ROWS = 6


def school_in_column(sheet: Sheet, rows: Sequence[int], of_degree: int) -> tuple[int, str] | None:
    """Return the school that stands as far down its column as the degree of line ``of_degree`` in its own."""
    if sheet.is_chinese:
        return None
    at = rows.index(of_degree)
    near = rows[max(0, at - 2 * MAX_ROWS) : at + 2 * MAX_ROWS]
    runs = _runs(sheet, near)
    own = next((n for n, (kind, lines) in enumerate(runs) if kind == "degree" and of_degree in lines), None)
    if own is None:
        return None
    degrees = runs[own][1]
    beside = [runs[n] for n in (own + 1, own - 1) if 0 <= n < len(runs)]
    schools = [lines for kind, lines in beside if kind == "school"]
    if len(schools) != 1 or not MIN_ROWS <= len(degrees) == len(schools[0]) <= MAX_ROWS:
        return None
    line = schools[0][degrees.index(of_degree)]
    name = school_in(sheet.folded[line], sheet.shown[line])
    return (line, name) if name else None


def _runs(sheet: Sheet, rows: Sequence[int]) -> list[tuple[str, list[int]]]:
    """Return the lines that hold a degree alone or a school alone, those of one kind right below each other together."""
    found: list[tuple[str, list[int]]] = []
    for line in rows:
        kind = "" if sheet.headings[line] else _kind(sheet, line)
        if found and found[-1][0] == kind and kind:
            found[-1][1].append(line)
        else:
            found.append((kind, [line]))
    return found


def _kind(sheet: Sheet, line: int) -> str:
    school = school_in(sheet.folded[line], sheet.shown[line])
    rest = sheet.folded[line].replace(fold(school), " ") if school else sheet.folded[line]
    has_degree = bool(degrees_of_row(rest))
    return "" if has_degree == (school is not None) else "degree" if has_degree else "school"
