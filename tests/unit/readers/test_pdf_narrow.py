"""Names that a narrow cell of a PDF breaks between its words are whole again; a line each for what was set so stays."""

from __future__ import annotations

import pytest

from ringback.readers.document import Line
from ringback.readers.pdf_narrow import with_narrow_cells_whole
from ringback.readers.pdf_rows import PlacedLine

Row = tuple[str, float, float, float]


def texts(*rows: Row) -> list[str]:
    placed = [PlacedLine(Line(text, size=10.0, page=1), baseline, left, right) for text, baseline, left, right in rows]
    return [one.line.text for one in with_narrow_cells_whole(placed)]


BESIDE: Row = ("Harbour Planner", 700, 140, 220)

CELLS: dict[str, tuple[list[Row], list[str]]] = {
    "house_in_three_lines": (
        [("Larchmoor", 700, 50, 103), ("Regional", 687, 50, 108), ("Tide Authority", 674, 50, 116), BESIDE],
        ["Larchmoor Regional Tide Authority", "Harbour Planner"],
    ),
    "house_over_its_dates": (
        [("Fern & Rowan", 700, 50, 112), ("Catering Ltd", 687, 50, 108), ("Jan 2015 – Feb 2019", 674, 50, 128), BESIDE],
        ["Fern & Rowan Catering Ltd", "Jan 2015 – Feb 2019", "Harbour Planner"],
    ),
    "lines_with_room_for_the_next_word": (
        [("Larch", 700, 50, 74), ("Fern", 687, 50, 72), BESIDE],
        ["Larch", "Fern", "Harbour Planner"],
    ),
    "house_and_town": (
        [("Larch Tide Authority", 700, 50, 124), ("Lindau", 687, 50, 80), BESIDE],
        ["Larch Tide Authority", "Lindau", "Harbour Planner"],
    ),
    "house_and_post": (
        [("Rowan Foods Ltd", 700, 50, 118), ("Shift Supervisor", 687, 50, 122), ("Led a team", 700, 140, 200)],
        ["Rowan Foods Ltd", "Shift Supervisor", "Led a team"],
    ),
    "column_with_nothing_beside_it": (
        [("Larchmoor", 700, 50, 103), ("Regional Tide", 687, 50, 116), ("Harbour Planner", 660, 50, 130)],
        ["Larchmoor", "Regional Tide", "Harbour Planner"],
    ),
}


@pytest.mark.parametrize(("rows", "whole"), CELLS.values(), ids=CELLS)
def test_narrow_cells(rows: list[Row], whole: list[str]) -> None:
    assert texts(*rows) == whole
