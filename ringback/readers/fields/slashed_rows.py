"""Rows whose cells only slashes part: 2019-2022 / Tailor / Halyard / Ennis, where several lines are cut alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ringback.readers.fields.periods import range_in, without_periods
from ringback.readers.normalise import fold

MIN_CELLS, MIN_ROWS = 3, 2
_SLASH = " / "


def with_slashed_cells(shown: Sequence[str]) -> list[str]:
    """Return the lines with the cells of such rows between tabs; a row has a cell of dates and as many cells as another one."""
    rows = {number: line.split(_SLASH) for number, line in enumerate(shown) if line.count(_SLASH) + 1 >= MIN_CELLS}
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


def _is_period(cell: str) -> bool:
    folded = fold(cell)
    return range_in(folded) is not None and not any(map(str.isalnum, without_periods(folded, folded)))
