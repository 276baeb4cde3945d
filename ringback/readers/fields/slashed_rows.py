"""Rows whose cells only slashes part: 2019-2022 / Tailor / Halyard / Ennis, where several lines are cut alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ringback.readers.fields.jobs.tables import is_table_head
from ringback.readers.fields.periods import range_in, without_periods
from ringback.readers.normalise import fold

MIN_CELLS, MIN_ROWS = 3, 2
_SLASH, _RULE = " / ", " | "
_BRACKETS = " ()[]【】（）"


def with_slashed_cells(shown: Sequence[str]) -> list[str]:
    """Return the lines with the cells of such rows between tabs; a row has a cell of dates and as many cells as another one."""
    shown = _with_ruled_tables(shown)
    rows = {number: line.split(_SLASH) for number, line in enumerate(shown) if line.count(_SLASH) + 1 >= MIN_CELLS}
    tight = {number: _tight_cells(line) for number, line in enumerate(shown) if number not in rows and "/" in line}
    rows |= {number: cells for number, cells in tight.items() if len(cells) >= MIN_CELLS}
    dated = {
        number: cells for number, cells in rows.items() if "\t" not in shown[number] and any(map(_is_period, cells))
    }
    alike = Counter(map(len, dated.values()))
    return [
        "\t".join(cell.strip() for cell in dated[number])
        if number in dated and alike[len(dated[number])] >= MIN_ROWS
        else line
        for number, line in enumerate(shown)
    ]


def _with_ruled_tables(shown: Sequence[str]) -> Sequence[str]:
    """Return the lines with tabs for the rules of a table below its row of heads: ``Company | Post held | From | To``."""
    found, n_rules = list(shown), 0
    for number, line in enumerate(shown):
        n_rules = n_rules if n_rules and line.count(_RULE) == n_rules else 0
        if not n_rules and line.count(_RULE) >= MIN_CELLS - 1 and is_table_head(fold(line).replace(_RULE, "\t")):
            n_rules = line.count(_RULE)
        if n_rules and "\t" not in line:
            found[number] = line.strip("| ").replace(_RULE, "\t")
    return found


def _tight_cells(line: str) -> list[str]:
    """Return the cells of a row that slashes part without spaces; its dates, with slashes of their own, stand at an end of it."""
    dates = range_in(fold(line)) if "/" in line.rstrip(_BRACKETS) and "\t" not in line else None
    if dates is None:
        return []
    front, said, behind = line[: dates.start()].rstrip(_BRACKETS), dates.group(), line[dates.end() :].lstrip(_BRACKETS)
    if front.endswith("/") and not behind:
        return [*front[:-1].split("/"), said]
    return [said, *behind[1:].split("/")] if behind.startswith("/") and not front else []


def _is_period(cell: str) -> bool:
    folded = fold(cell)
    return range_in(folded) is not None and not any(map(str.isalnum, without_periods(folded, folded)))
