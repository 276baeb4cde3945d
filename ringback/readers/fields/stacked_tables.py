"""Tables whose cells stand below each other, as a copy into plain text leaves them: the heads first, then cell by cell.

``Degree`` / ``Institution`` / ``Year`` / ``B.Sc.`` / ``Larch College`` / ``2019`` / … is put back into rows.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.tables import fields_of_head, is_table_head, names_dates
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education_heads import heads_of, kind_of_head
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ringback.readers.fields.printed_rows import PrintedRow

MIN_HEADS, MAX_HEADS = 3, 8
MAX_HEAD_CHARS, MAX_CELL_CHARS, MAX_MARK_CHARS = 36, 120, 24
_MAY_HEAD = re.compile(
    r"\W{0,3}(?:names? of |the )*(?:school|coll[ae]ge|inst|universit|board|academy|company|employer|organi[sz]ation|firm"
    r"|公司|单位|学校|毕业院校)",
    re.IGNORECASE,
)  # one head of each such table begins so
_DATED = re.compile(
    r"\b(?:years?|dates?|passing|session|duration|period|batch|time|from|to)\b|时间|日期|年月|起止|年份", re.IGNORECASE
)
_GRADED = re.compile(r"%|\b(?:percent\w*|marks?|scores?|grades?|c?gpa|cgpi|sgpa|aggregate|division)\b", re.IGNORECASE)
_DATE = re.compile(
    r"(?:19|20)\d\d|\b\d{2}\b|\b(?:present|pursuing|appear(?:ing|ed)|current|ongoing|now)\b|至今", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]{2}")


def with_stacked_tables(rows: Iterable[PrintedRow]) -> list[PrintedRow]:
    """Return the lines with such tables put into rows, their cells between tabs; what fits no row stays as it is."""
    rows = list(rows)
    said = [row for row in rows if row.text.strip()]
    sure = {at for at, row in enumerate(said) if _MAY_HEAD.match(row.text)}
    near = {at - n for at in sure for n in range(MIN_HEADS)}
    heads = {
        at: n for at in sorted(near) if at >= 0 and len(said[at].text) <= MAX_HEAD_CHARS and (n := _heads_at(said, at))
    }
    if not heads:
        return rows
    found: list[PrintedRow] = []
    position = 0
    while position < len(said):
        n = heads.get(position, 0)
        names = _texts(said[position : position + n])
        found.append(_row_of(said[position : position + max(n, 1)]))
        position += max(n, 1)
        while n and _is_row(_texts(said[position : position + n]), names):
            found.append(_row_of(said[position : position + n]))
            position += n
    return found


def _heads_at(rows: Sequence[PrintedRow], position: int) -> int:
    """Return how many heads stand from here on, with a row of their own below; 0 where that is no table."""
    names = list(takewhile(_is_head, _texts(rows[position : position + MAX_HEADS])))
    behind = position + len(names)
    if len(names) < MIN_HEADS or not _is_row(_texts(rows[behind : behind + len(names)]), names):
        return 0
    line = fold("\t".join(names))
    is_table = heads_of(line) or (is_table_head(line) and any(map(names_dates, map(fold, names))))
    return len(names) if is_table else 0


def _texts(rows: Iterable[PrintedRow]) -> list[str]:
    return [row.text.strip() for row in rows]


def _row_of(cells: Sequence[PrintedRow]) -> PrintedRow:
    """Return cells as one line; a line alone stays what it is."""
    return cells[0]._replace(text="\t".join(_texts(cells)), is_heading=False) if len(cells) > 1 else cells[0]


def _is_head(cell: str) -> bool:
    if not cell or len(cell) > MAX_HEAD_CHARS or "\t" in cell:
        return False
    folded = fold(cell).strip(" :.*-")
    return bool(kind_of_head(folded) or fields_of_head(folded) or names_dates(folded))


def _is_row(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Tell cells that fit their heads: dates below dates, marks below marks, words below what is called by words."""
    if len(cells) != len(names) or any(not cell or len(cell) > MAX_CELL_CHARS or "\t" in cell for cell in cells):
        return False
    n_dated = 0
    for cell, name in zip(cells, names, strict=True):
        if _DATED.search(name):
            if not _DATE.search(cell):
                return False
            n_dated += 1
        elif _GRADED.search(name):
            if len(cell) > MAX_MARK_CHARS:
                return False
        elif not _WORDS.search(cell):
            return False
    is_study = any(
        kind_of_head(fold(name)) == "award" and degrees_in(fold(cell)) for cell, name in zip(cells, names, strict=True)
    )
    return bool(n_dated or is_study)
