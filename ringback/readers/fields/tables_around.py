"""Tables whose title stands in a cell beside all their rows: print has it on the level of one in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.tables import is_table_head
from ringback.readers.fields.periods import period_in

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_ROWS_ABOVE = 8
_TITLED = frozenset({"experience", "education"})


def take_rows_above(sections: list[str], headings: Sequence[bool], folded: Sequence[str]) -> None:
    """Give the head row and the first rows of such a table to the section that is titled among them.

    起止时间<tab>工作单位<tab>职务 / 2022-06 至 今<tab>… / 工作经历 / 2019-06 至 2022-05<tab>…: rows stand below it as well.
    """
    for number in range(2, len(folded) - 1):
        if (
            not headings[number]
            or sections[number] not in _TITLED
            or not _is_row(folded, number + 1, folded[number - 1])
        ):
            continue
        for above in range(number - 1, max(-1, number - MAX_ROWS_ABOVE), -1):
            if is_table_head(folded[above]) and above < number - 1:
                sections[above:number] = [sections[number]] * (number - above)
            if headings[above] or not _is_row(folded, above, folded[number - 1]):
                break


def _is_row(folded: Sequence[str], number: int, other: str) -> bool:
    """Tell a row of a career with as many cells as another one has."""
    line = folded[number]
    return "\t" in line and line.count("\t") == other.count("\t") and period_in(line) is not None
