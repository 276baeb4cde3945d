"""Rows of a table whose narrow cells break their text: each row is one line again, with a tab between its cells.

A row tells itself by the order of paint: the lines of a cell stand below each other, the next cell begins further to the right,
and the next row at the left again. Only below a row of known heads is this looked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.tables import is_table_head
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ringback.readers.pdf_rows import PlacedLine

SAME_EDGE = 3.0  # points
CLOSE_EMS, APART_EMS = 2.2, 4.0  # between the lines of a table; in the middle of its row a cell begins further down
MIN_COLUMNS, MIN_ROWS, MIN_LINES = 2, 2, 4
MAX_HEAD_CHARS, MAX_ROW_CHARS = 110, 400
MAX_CELL_CHARS = 60
MIN_EDGES = 3  # columns of a table that no heads tell
STEP_EMS = 1.5  # between the lines of one cell
RISE_EMS, MAX_RISE_EMS = 0.5, 6.0
SAME_SIZE = 0.3
MAX_HEAD_LINES = 20
MAX_EDGES, MAX_LINES, MAX_TRIES = 16, 200, 60  # of a table; of a page whose lines jump about
MAX_SECTION = 8  # Chinese letters of a heading
MAX_FOOT = 12  # lines below a table in its print
OVERHANG = 12.0  # points that a line reaches into the next column: it holds the beginning of two cells
ROOM, MIN_FULL = 4, 7  # halves of a letter: of a line that leaves no room for the next, and what a column has at least
_HAN_END, _HAN_FIRST = re.compile("[\u4e00-\u9fff)）]$"), re.compile("[\u4e00-\u9fff(（]")
_DATE_BEGUN, _DATE_REST = re.compile(r"(?:19|20)\d{2}[./-]\d$"), re.compile(r"\d")  # 2019.1 / 2
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(slots=True)
class _Row:
    first: int
    cells: dict[int, list[str]] = field(default_factory=dict)


def with_rows_of_tables(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with the broken rows of its tables put together."""
    whole: list[PlacedLine] = []
    rises = _first_of_rows(placed)
    number, n_tries = 0, 0
    while number < len(placed):
        is_try = number in rises and n_tries < MAX_TRIES
        n_tries += is_try
        if is_try and (found := _rows_without_head(placed, number)):
            whole = [*_with_head(whole, found[0]), *found[0]]
            number += found[1]
            continue
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


def _first_of_rows(placed: Sequence[PlacedLine]) -> frozenset[int]:
    """Return the lines that begin a row whose cells break: a later cell stands beside them, above the end of the one before."""
    found = set()
    for number, (one, after) in enumerate(pairwise(placed)):
        if one.baseline is None or after.baseline is None or abs(one.line.size - after.line.size) > SAME_SIZE:
            continue
        rise, em = after.baseline - one.baseline, max(1.0, one.line.size)
        if not (RISE_EMS * em < rise <= MAX_RISE_EMS * em and after.left > one.left):
            continue
        first = number
        while first > 0 and _is_of_row(placed[first - 1], placed[first], one, rise):
            first -= 1
        found.add(first)
    return frozenset(found)


def _is_of_row(above: PlacedLine, here: PlacedLine, last: PlacedLine, rise: float) -> bool:
    """Tell a line of the row whose cell ends with ``last``: as high as the next cell, or of the first one that is higher."""
    if above.baseline is None or here.baseline is None or last.baseline is None:
        return False
    em = max(1.0, last.line.size)
    is_same = abs(above.left - here.left) <= SAME_EDGE and "\t" not in above.line.text and not _is_section(above)
    is_close = is_same and 0 < above.baseline - here.baseline <= STEP_EMS * em
    return 0 < above.baseline - last.baseline <= rise + (2 * em if is_close else em / 2)


def _is_section(one: PlacedLine) -> bool:
    """Tell a heading that a form gives a row of its own: 工 作 简 历 over the first row of jobs."""
    bare = fold(one.line.text).replace(" ", "")
    return bare in section_table() or (
        not bare.isascii() and len(bare) <= MAX_SECTION and section_of_heading(bare) is not None
    )


def _rows_without_head(placed: Sequence[PlacedLine], number: int) -> tuple[list[PlacedLine], int] | None:
    """Return the rows of a table of three columns or more whose heads tell nothing, and how many lines they were."""
    end = min(_end_of_table(placed, number + 1, APART_EMS), number + MAX_LINES)
    for last in (end, *range(end - 1, max(number + MIN_LINES, end - MAX_FOOT), -1)):
        lines = placed[number:last]
        if MIN_EDGES <= len(_edges_of(lines)) <= MAX_EDGES:
            rows, n_lines = _rows_of(lines)
            if rows and all(_is_of_cells(row.line.text) for row in rows):
                return rows, n_lines
    return None


def _is_of_cells(text: str) -> bool:
    """Tell a row of a table from the dates beside a text that tells of a job."""
    cells = text.split("\t")
    return len(cells) >= MIN_EDGES and max(map(len, cells)) <= MAX_CELL_CHARS


def _with_head(whole: list[PlacedLine], rows: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines above a table with its heads in one row, where they are as many as the columns."""
    n_columns = rows[0].line.text.count("\t") + 1
    first, em = rows[0], max(1.0, rows[0].line.size)
    best: tuple[int, list[str]] | None = None
    for start in range(len(whole) - 1, max(-1, len(whole) - MAX_HEAD_LINES), -1):
        one = whole[start]
        text = one.line.text.strip()
        is_far = one.baseline is None or not 0 < one.baseline - (first.baseline or 0.0) <= MAX_RISE_EMS * em
        is_other = abs(one.line.size - first.line.size) > 1 or _YEAR.search(text) or _is_section(one)
        if is_far or is_other or text.endswith(":") or len(text) > MAX_HEAD_CHARS:
            break
        cells = _cells_of(whole[start:])
        if len(cells) == n_columns:
            best = start, cells
    if best is None:
        return whole
    head = whole[best[0]]
    return [*whole[: best[0]], replace(head, line=replace(head.line, text="\t".join(best[1])))]


def _cells_of(lines: Sequence[PlacedLine]) -> list[str]:
    """Return the cells of one row: a line goes on with the cell above it where it stands lower and over part of it."""
    cells: list[str] = []
    before: PlacedLine | None = None
    for one in lines:
        parts = [part.strip() for part in one.line.text.split("\t") if part.strip()]
        step = (before.baseline or 0.0) - (one.baseline or 0.0) if before is not None else 0.0
        is_below = 0 < step <= STEP_EMS * max(1.0, one.line.size)
        if before is not None and is_below and one.left < before.right and one.right > before.left and len(parts) == 1:
            cells[-1] = f"{cells[-1]} {parts[0]}"
        elif before is not None and one.left <= before.left:
            return []
        else:
            cells += parts
        before = one
    return cells


def _end_of_table(placed: Sequence[PlacedLine], start: int, steps: float) -> int:
    """Return where the lines end that stand no more than so many letters' heights below those before them."""
    lowest = placed[start - 1].baseline
    for number in range(start, len(placed)):
        one = placed[number]
        em = max(1.0, placed[start].line.size)
        is_near = lowest is not None and one.baseline is not None and one.baseline > lowest - steps * em
        if not is_near or _is_section(one) or abs(one.line.size - placed[start].line.size) > 1:
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
    texts = _texts_of(rows, len(edges))
    n_told = next((n for n, text in enumerate(texts) if not _is_told(text)), len(texts))
    texts = _texts_of(rows[:n_told], len(edges))  # what a form asks below is wider than the cells of the table
    n_lines = rows[n_told].first if n_told < len(rows) else len(lines)
    if n_told < MIN_ROWS or n_told == n_lines:
        return [], 0
    told = zip(rows[:n_told], texts, strict=False)
    return [replace(lines[row.first], line=replace(lines[row.first].line, text=text)) for row, text in told], n_lines


def _texts_of(rows: Sequence[_Row], n_columns: int) -> list[str]:
    widest = {
        column: max((_width(piece) for row in rows for piece in row.cells.get(column, [])), default=0)
        for column in range(n_columns)
    }
    return [_text_of(row, widest) for row in rows]


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


def _text_of(row: _Row, widest: Mapping[int, int]) -> str:
    n_columns = max(row.cells) + 1
    return "\t".join(_joined(row.cells.get(column, []), widest.get(column, 0)) for column in range(n_columns))


def _joined(pieces: Sequence[str], widest: int) -> str:
    """Return the lines of a cell in one: a Chinese word goes on below a line that fills its column."""
    text = last = ""
    for piece in pieces:
        is_full = _width(last) > max(widest - ROOM, MIN_FULL)
        is_word = is_full and _HAN_END.search(last) is not None and _HAN_FIRST.match(piece) is not None
        is_word = is_word or (_DATE_BEGUN.search(last) is not None and _DATE_REST.fullmatch(piece) is not None)
        text, last = f"{text}{'' if is_word or not text else ' '}{piece}", piece
    return text


def _width(text: str) -> int:
    """Return the width of a text in halves of a Chinese letter."""
    return sum(1 if mark.isascii() else 2 for mark in text)
