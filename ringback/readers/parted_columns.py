"""Columns that hold two things: 现单位/职务, 学历/院校, *Company / Title*; and lists of people that stand in a document."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.columns import fields_of_header
from ringback.readers.fields.label_words import field_of_column
from ringback.readers.normalise import fold

_PARTS = re.compile(r"\s*[/／&+、|]\s*|(?<=[\u4e00-\u9fff])[及和与](?=[\u4e00-\u9fff]{2})|\s+and\s+")
_SIGNS = ("/", "／", "|", "、", "·", "\n", "，", ",", "-", " ")
MIN_SHARE = 0.7  # of the cells that part in as many as the head
_NOW, _WISH = re.compile("^(?:现任?|目前|当前)"), re.compile("^(?:期望|意向|应聘|希望|拟)")
_LENDS = {"现": _NOW, "期望": _WISH}


def part_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]] | None:
    """Return header and rows with such columns parted; None where there are none.

    A head is parted where each half names a field of its own and most cells hold as many parts.
    """
    signs = {at: sign for at, head in enumerate(header) if (sign := _sign_of(at, head, rows))}
    if not signs:
        return None
    heads = {at: _parts_of(header[at]) for at in signs}

    def parted(row: Sequence[str], *, is_header: bool) -> list[str]:
        cells: list[str] = []
        for at, cell in enumerate(row):
            if at not in signs:
                cells.append(cell)
                continue
            parts = heads[at] if is_header else [part.strip() for part in cell.split(signs[at], len(heads[at]) - 1)]
            cells += [*parts, *[""] * (len(heads[at]) - len(parts))]
        return cells

    return parted(header, is_header=True), [parted(row, is_header=False) for row in rows]


def _parts_of(head: str) -> list[str]:
    """Return the halves of a head; the second one is meant as the first one says: 现单位/职务."""
    parts = [part for part in _PARTS.split(fold(head).strip()) if part]
    lent = next((word for word, front in _LENDS.items() if front.match(parts[0])), "") if parts else ""
    return [
        f"{lent}{part}"
        if lent and at and (field_of_column(f"{lent}{part}") or "").startswith(("current_", "desired_"))
        else part
        for at, part in enumerate(parts)
    ]


def _sign_of(at: int, head: str, rows: Sequence[Sequence[str]]) -> str | None:
    parts = _parts_of(head)
    fields = [field for part in parts if (field := fields_of_header([part])[0])]
    if len(parts) < 2 or len(fields) != len(parts) or len(set(fields)) != len(fields):
        return None
    cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
    for sign in _SIGNS:
        n_parted = sum(cell.count(sign) >= len(parts) - 1 for cell in cells)
        if cells and n_parted >= MIN_SHARE * len(cells):
            return sign
    return None
