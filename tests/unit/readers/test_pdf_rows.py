"""Cells that a browser painted before the text they stand beside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ringback.readers.document import Line
from ringback.readers.pdf_ordinals import with_ordinals_whole
from ringback.readers.pdf_rows import PlacedLine, in_rows, mended
from tests.standins.growth import LINEAR, growth


def placed(*rows: tuple[str, float, float, float]) -> list[PlacedLine]:
    return [PlacedLine(Line(text), baseline, left, right) for text, baseline, left, right in rows]


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_dates_beside_lists_stand_half_a_line_off() -> None:
    page = placed(
        ("12/2012", 548, 539, 578),
        ("9/2012", 450, 545, 578),
        ("5/2008 - Present", 345, 500, 578),
        ("3/2007 - 8/2012", 267, 502, 578),
        ("Technician, Basic", 542, 64, 343),
        ("Extern", 450, 34, 281),
        ("Climbing Instructor", 345, 34, 167),
        ("Service Clerk", 267, 34, 204),
    )
    page = [replace(one, line=replace(one.line, size=12.0)) for one in page]
    assert texts(in_rows(page)) == [
        "Technician, Basic\t12/2012",
        "Extern\t9/2012",
        "Climbing Instructor\t5/2008 - Present",
        "Service Clerk\t3/2007 - 8/2012",
    ]


def test_a_page_of_thousands_of_rows_costs_its_length() -> None:
    def page(n: int) -> list[PlacedLine]:
        dates = [("Oct 2019 - Present", 12.0 * row, 470, 560) for row in range(n)]
        return placed(*dates, *[(f"Canopy Cloud {row}", 12.0 * row, 50, 150) for row in range(n)])

    assert texts(in_rows(page(2))) == ["Canopy Cloud 0\tOct 2019 - Present", "Canopy Cloud 1\tOct 2019 - Present"]
    assert growth(in_rows, page, 4_000) < LINEAR


def test_floating_cells_come_back_to_their_row() -> None:
    page = placed(
        ("Oct 2019 - Present", 700, 470, 560),
        ("Oakland, CA", 650, 500, 560),
        ("Hannah Okonkwo", 760, 50, 200),
        ("Canopy Cloud", 700.4, 50, 150),
        ("built a scheduler", 680, 60, 200),
        ("Redwood Labs", 650, 50, 140),
    )
    assert texts(in_rows(page)) == [
        "Hannah Okonkwo",
        "Canopy Cloud\tOct 2019 - Present",
        "built a scheduler",
        "Redwood Labs\tOakland, CA",
    ]


@pytest.mark.parametrize(
    "page",
    [
        # a side bar, whose lines share baselines with the other column by accident and hold no date
        placed(("Skills", 700, 450, 560), ("Excel", 650, 470, 560), ("Acme", 700, 50, 150), ("Nurse", 650, 50, 150)),
        # a date that nothing stands beside
        placed(("2019 - 2021", 700, 480, 560), ("Acme", 650, 50, 150)),
        # the usual order: the cell follows its row
        placed(("Acme", 700, 50, 150), ("2019 - 2021", 700, 480, 560)),
        # cells that do not end at the edge of the text
        placed(("2019 - 2021", 700, 300, 380), ("Acme", 700, 50, 150), ("a long line of text", 650, 50, 560)),
        [PlacedLine(Line("2019 - 2021")), PlacedLine(Line("Acme"))],
    ],
)
def test_everything_else_stays_in_its_order(page: list[PlacedLine]) -> None:
    assert texts(in_rows(page)) == [one.line.text for one in page]


def test_letters_set_one_by_one_are_lines_again() -> None:
    page: list[PlacedLine] = []
    for baseline, text in (
        (700.0, "赵海燕"),
        (680.0, "女，30岁"),
        (660.0, "haiyan.zhao@example.com"),
        (640.0, "Java开发工程师"),
    ):
        page += placed(*((mark, baseline, 50 + 12 * at, 60 + 12 * at) for at, mark in enumerate(text)))
    page += placed(("本", 640, 400, 410), ("科", 640, 412, 422))
    page = [PlacedLine(Line(one.line.text, size=10.0), one.baseline, one.left, one.right) for one in page]
    assert [one.line.text for one in mended(page)] == [
        "赵海燕", "女，30岁", "haiyan.zhao@example.com", "Java开发工程师", "本科"
    ]  # fmt: skip
    whole = placed(*((f"a line of text {number}", 700 - number, 50, 200) for number in range(50)))
    assert mended(whole) == whole


def test_pieces_of_a_line_are_parted_by_what_its_letters_take_up() -> None:
    def shards(*pieces: tuple[str, float, float]) -> list[PlacedLine]:
        return [PlacedLine(Line(text, size=10.0), 700, left, end - 1, end) for text, left, end in pieces]

    name = shards(("M", 50, 58), ("I", 58, 61), ("K", 61, 68), ("A", 68, 75), ("Y", 74.5, 81), ("LA", 81, 94))
    surname = shards(("A", 95.5, 103), ("R", 103, 110), ("N", 110, 117))  # the space before an A is drawn narrow
    school = shards(("T", 200, 206), ("ufts Unive", 206, 250), ("rsity", 250, 270))
    assert [one.line.text for one in mended([*name, *surname, *school])] == ["MIKAYLA ARN", "Tufts University"]
    apart = shards(*((letter, 50 + 11 * number, 57 + 11 * number) for number, letter in enumerate("NORAPAZ")))
    assert [one.line.text for one in mended(apart)] == ["NORAPAZ"]


def test_raised_endings_of_ordinals_break_no_line() -> None:
    page = placed(
        ("D.O.B: 7th", 700, 50, 110),
        ("December, 1994", 700, 113, 190),
        ("25", 680, 50, 62),
        ("thJuly 2013 To 9", 684, 62, 140),
        ("th June 2014", 684, 140, 200),
        ("Room 12", 660, 50, 90),
        ("the house", 640, 50, 100),
        ("Grade 5th", 620, 50, 100),
        ("Larch School", 620, 300, 380),
    )
    page = [replace(one, line=replace(one.line, size=12.0)) for one in page]
    assert [one.line.text for one in with_ordinals_whole(page)] == [
        "D.O.B: 7th December, 1994",
        "25thJuly 2013 To 9th June 2014",
        "Room 12",
        "the house",
        "Grade 5th",
        "Larch School",
    ]
