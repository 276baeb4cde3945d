"""Columns of a list that no word names, told by what all their cells hold: addresses, numbers, degrees, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.names.candidates import shape_score
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROWS_SEEN = 30
MIN_SHAPE = 0.5  # of a name; a firm or a post called like people somewhere in the column has less
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+\d(?:[ ()-]{0,2}\d){8,13}|1[3-9]\d{9}")
_OF_OTHERS = re.compile(
    r"recruit|consult|refer|manager|owner|agent|agency|interviewer|sender|source|emergency|hr\b|spouse|parent|father|mother|fax"
    r"|顾问|推荐|内推|负责人|招聘|面试官|联系人|紧急|家长|来源|发件|hr|qq|证明|编号|身份证",
    re.IGNORECASE,
)
_OF_FIRMS = re.compile(
    r"compan|employ|firm|organi[sz]|client|customer|school|universit|college|city|town|公司|单位|企业|学校|院校|城市"
)
_NAMES = frozenset({"name", "english_name", "first_name", "last_name"})


def with_columns_by_cells(
    header: Sequence[str], rows: Sequence[Sequence[str]], fields: tuple[str | None, ...]
) -> tuple[str | None, ...]:
    """Return ``fields`` with the columns named that only their cells tell; what repeats in all rows is a recruiter's own."""
    if len(rows) <= 1:
        return fields
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(fields))]
    for field, fits, is_own in _SHAPES:
        if field in fields or (field == "name" and _NAMES & set(fields)):
            continue
        for at, known in enumerate(fields):
            cells = columns[at]
            is_apart = len(set(cells)) == len(cells) if is_own else True
            if known or len(cells) <= 1 or not is_apart or _OF_OTHERS.search(header[at]):
                continue
            if (field != "name" or not _OF_FIRMS.search(fold(header[at]).lower())) and all(map(fits, cells)):
                fields = (*fields[:at], field, *fields[at + 1 :])
                break
    return fields


def _is_name(cell: str) -> bool:
    return shape_score(cell) >= MIN_SHAPE and not degrees_in(fold(cell), cell)


def _is_degree(cell: str) -> bool:
    return bool(degrees_in(fold(cell), cell))


_SHAPES: tuple[tuple[str, Callable[[str], object], bool], ...] = (
    ("emails", _EMAIL.fullmatch, True),
    ("phones", _PHONE.fullmatch, True),
    ("degree", _is_degree, False),
    ("name", _is_name, True),
)
