"""Rows of a table whose narrow cells break their text: each row is one line again, with a tab between its cells.

A row tells itself by the order of paint: the lines of a cell stand below each other, the next cell begins further to the right,
and the next row at the left again. Only below a row of known heads is this looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.tables import is_table_head
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.pdf_rows import PlacedLine

SAME_EDGE = 3.0  # points
CLOSE_EMS, APART_EMS = 2.2, 4.0  # between the lines of a table; in the middle of its row a cell begins further down
MIN_COLUMNS, MIN_ROWS, MIN_LINES = 2, 2, 4
MAX_HEAD_CHARS, MAX_ROW_CHARS = 110, 400
OVERHANG = 12.0  # points that a line reaches into the next column: it holds the beginning of two cells
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(slots=True)
class _Row:
    first: int
    cells: dict[int, list[str]] = field(default_factory=dict)


def with_rows_of_tables(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with the broken rows of its tables put together."""
    whole: list[PlacedLine] = []
    number = 0
    while number < len(placed):
        whole.append(placed[number])
        number += 1
        text = whole[-1].line.text
        if "\t" not in text or len(text) > MAX_HEAD_CHARS or not is_table_head(fold(text)):
            continue
        for steps in (CLOSE_EMS, APART_EMS):
            rows, n_lines = _rows_of(placed[number : _end_of_table(placed, number, steps)])
            if rows:
                whole += rows
                number += n_lines
                break
    return whole


def _end_of_table(placed: Sequence[PlacedLine], start: int, steps: float) -> int:
    """Return where the lines end that stand no more than so many letters' heights below those before them."""
    lowest = placed[start - 1].baseline
    for number in range(start, len(placed)):
        one = placed[number]
        em = max(1.0, placed[start].line.size)
        is_near = lowest is not None and one.baseline is not None and one.baseline > lowest - steps * em
        if not is_near or abs(one.line.size - placed[start].line.size) > 1:
            return number
        lowest = min(lowest, one.baseline)  # type: ignore[type-var]
    return len(placed)


def _rows_of(lines: Sequence[PlacedLine]) -> tuple[list[PlacedLine], int]:
    """Return a line for each row and how many lines they were; none where nothing is broken or no two rows tell themselves."""
    edges = _edges_of(lines)
    if len(lines) < MIN_LINES or len(edges) < MIN_COLUMNS:
        return [], 0
    rows: list[_Row] = []
    last = len(edges)
    for number, one in enumerate(lines):
        column = min(range(len(edges)), key=lambda n: abs(edges[n] - one.left))
        if abs(edges[column] - one.left) > SAME_EDGE:
            return [], 0
        if column < last:
            if column:
                return [], 0  # a row begins at the left
            rows.append(_Row(number))
        parts = _parts_of(one, column, edges)
        for offset, part in enumerate(parts):
            rows[-1].cells.setdefault(column + offset, []).append(part)
        last = column + len(parts) - 1
    texts = [_text_of(row) for row in rows]
    n_told = next((n for n, text in enumerate(texts) if not _is_told(text)), len(texts))
    n_lines = rows[n_told].first if n_told < len(rows) else len(lines)
    if n_told < MIN_ROWS or n_told == n_lines:
        return [], 0
    told = zip(rows[:n_told], texts, strict=False)
    return [replace(lines[row.first], line=replace(lines[row.first].line, text=text)) for row, text in told], n_lines


def _is_told(text: str) -> bool:
    return _YEAR.search(text) is not None and "\t" in text and len(text) <= MAX_ROW_CHARS


def _edges_of(lines: Sequence[PlacedLine]) -> list[float]:
    """Return where the columns begin, from the left."""
    edges: list[float] = []
    for left in sorted(one.left for one in lines):
        if not edges or left - edges[-1] > SAME_EDGE:
            edges.append(left)
    return edges


def _parts_of(one: PlacedLine, column: int, edges: Sequence[float]) -> list[str]:
    """Return the beginnings of cells that one line of print holds."""
    text = one.line.text.strip()
    if "\t" in text:
        return [part.strip() for part in text.split("\t") if part.strip()]
    behind = edges[column + 1] if column + 1 < len(edges) else None
    if behind is None or one.right < behind + OVERHANG or " " not in text:
        return [text]
    share = (behind - one.left) / max(1.0, one.right - one.left) * len(text)
    at = min((n for n, mark in enumerate(text) if mark == " "), key=lambda n: abs(n - share))
    return [text[:at].strip(), text[at:].strip()]


def _text_of(row: _Row) -> str:
    n_columns = max(row.cells) + 1
    return "\t".join(" ".join(row.cells.get(column, [])) for column in range(n_columns))
