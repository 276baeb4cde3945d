"""Jobs that stand side by side as the columns of a table, whose rows are the firms, the posts and the dates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers.fields.periods import period_in

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

REACH = 4  # rows between the firms and the dates


def of_newest_column(sheet: Sheet, label: Label) -> Label:
    """Return a label with the cell of the job whose dates go on longest, where the row has one for each job."""
    cells = [cell.strip() for cell in label.value.split("\t")]
    if len(cells) == 1:
        return label
    for row in sheet.folded[max(0, label.line - REACH) : label.line + REACH + 1]:
        dates = row.split("\t")[1:]
        periods = [period_in(cell) for cell in dates] if len(dates) == len(cells) else []
        ends = [(period.end, period.start) for period in periods if period]
        if len(ends) == len(cells):
            return replace(label, value=cells[ends.index(max(ends))])
    return label
