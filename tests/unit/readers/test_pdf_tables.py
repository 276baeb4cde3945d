"""Tables whose narrow cells break: the rows are put together by where their lines stand and in which order they were painted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ringback.readers import pdf_tables
from ringback.readers.document import Line
from ringback.readers.pdf_rows import PlacedLine
from ringback.readers.pdf_tables import with_rows_of_tables

HEAD = ("Period\tEmployer\tJob Title", 611, 82, 371)
TOP = [
    ("January 2019 to date\tLarchmoor County", 596, 35, 231),
    ("Government, Department", 584, 162, 274),
    ("Senior Human Resource", 596, 288, 395),
    ("Officer", 584, 288, 320),
    ("May 2014 to February 2016 Blue Barn Microfinance", 560, 35, 268),
    ("Bank Limited", 548, 162, 222),
    ("Customer Care", 560, 288, 354),
    ("Representative", 548, 288, 353),
]
MIDDLE = [
    ("January 2019 to date", 584, 35, 126),
    ("Larchmoor County", 596, 162, 231),
    ("Government, Department", 578, 162, 274),
    ("Senior Human Resource", 590, 288, 395),
    ("Officer", 578, 288, 320),
    ("May 2014 to", 556, 35, 95),
    ("February 2016", 543, 35, 100),
    ("Blue Barn Microfinance", 556, 162, 268),
    ("Bank Limited", 543, 162, 222),
    ("Customer Care", 556, 288, 354),
    ("Representative", 543, 288, 353),
]
ROWS = [
    "January 2019 to date\tLarchmoor County Government, Department\tSenior Human Resource Officer",
    "May 2014 to February 2016\tBlue Barn Microfinance Bank Limited\tCustomer Care Representative",
]


def placed(*lines: tuple[str, int, int, int]) -> list[PlacedLine]:
    return [PlacedLine(Line(text, size=11.0), float(y), float(left), float(right)) for text, y, left, right in lines]


def texts_of(lines: list[PlacedLine]) -> list[str]:
    return [one.line.text for one in with_rows_of_tables(lines)]


@pytest.mark.parametrize("cells", [TOP, MIDDLE], ids=["top", "middle"])
def test_rows_whose_cells_break_are_whole(cells: list[tuple[str, int, int, int]]) -> None:
    assert texts_of(placed(HEAD, *cells)) == [HEAD[0], *ROWS]


def test_what_stands_below_the_table_is_left_alone() -> None:
    below = ("Referees are named on request", 520, 35, 190)
    assert texts_of(placed(HEAD, *TOP, below)) == [HEAD[0], *ROWS, below[0]]


@pytest.mark.parametrize(
    "lines",
    [
        [HEAD, ("2019 - 2021\tLarch Mills\tClerk", 596, 35, 371), ("2017 - 2019\tBlue Barn\tBaker", 584, 35, 371)],
        [HEAD, *((text.replace("2014", "").replace("2016", "").replace("2019", ""), *rest) for text, *rest in TOP)],
    ],
    ids=["nothing_broken", "no_dates"],
)
def test_other_lines_stay_as_they_are(lines: list[tuple[str, int, int, int]]) -> None:
    assert texts_of(placed(*lines)) == [text for text, *_ in lines]


def test_three_columns_tell_themselves_without_heads() -> None:
    above = ("Larchmoor\tMarden\tLindale", 611, 82, 371)
    assert texts_of(placed(above, *TOP)) == [above[0], *ROWS]


WRAPPED = [
    ("EDUCATION:", 640, 50, 120),
    ("Sr.", 618, 52, 66),
    ("No.", 605, 52, 68),
    ("Degree", 612, 90, 130),
    ("Name of the", 618, 170, 230),
    ("College", 605, 180, 220),
    ("Passing", 618, 262, 300),
    ("Year", 605, 270, 292),
    ("1\tB.Com.", 584, 50, 130),
    ("Larch Valley", 584, 165, 235),
    ("College", 571, 165, 205),
    ("2011", 584, 260, 284),
    ("2\tSenior", 550, 50, 125),
    ("Secondary", 537, 85, 140),
    ("Moor Model School", 550, 165, 250),
    ("2008", 550, 260, 284),
    ("Experience in trade", 500, 50, 160),
]


def test_rows_below_heads_that_break_tell_themselves_and_their_heads() -> None:
    assert texts_of(placed(*WRAPPED)) == [
        "EDUCATION:",
        "Sr. No.\tDegree\tName of the College\tPassing Year",
        "1\tB.Com.\tLarch Valley College\t2011",
        "2\tSenior Secondary\tMoor Model School\t2008",
        "Experience in trade",
    ]


def test_a_head_of_contacts_beside_a_name_is_no_table() -> None:
    lines = placed(
        ("Nora", 700, 50, 90),
        ("Pellwick", 687, 50, 100),
        ("Lindau 2011", 700, 300, 380),
        ("nora@larch.example", 687, 300, 400),
        ("Profile", 660, 50, 90),
        ("Welder since 2012", 647, 50, 150),
    )
    assert with_rows_of_tables(lines) == lines


def test_dates_beside_what_tells_of_jobs_are_no_table() -> None:
    lines = placed(
        ("March 2020 -", 700, 50, 110),
        ("January 2021", 687, 50, 112),
        ("Larchworks", 700, 150, 200),
        ("Work with clients on what they need, and with", 687, 165, 380),
        ("all who build and keep the machines", 674, 165, 340),
        ("June 2019 -", 650, 50, 105),
        ("March 2020", 637, 50, 108),
        ("Moor Fund", 650, 150, 200),
        ("Look after the books of the house and its people", 637, 165, 380),
    )
    assert with_rows_of_tables(lines) == lines


def test_chinese_words_go_on_below_lines_that_fill_their_column() -> None:
    table = [
        ("2019.07-至今", 596, 35, 100),
        ("青禾市晨光区人", 602, 120, 194),
        ("民医院", 590, 120, 152),
        ("主管护师", 596, 210, 252),
        ("2015.07-2019.06", 560, 35, 110),
        ("晨光医院", 566, 120, 162),
        ("急诊科", 554, 120, 152),
        ("护士", 560, 210, 231),
    ]
    lines = [PlacedLine(Line(text, size=10.0, page=1), base, left, right) for text, base, left, right in table]
    head = PlacedLine(Line("时间\t工作单位\t职务", size=10.0, page=1), 620, 35, 240)
    assert [one.line.text for one in with_rows_of_tables([head, *lines])][1:] == [
        "2019.07-至今\t青禾市晨光区人民医院\t主管护师",
        "2015.07-2019.06\t晨光医院 急诊科\t护士",
    ]


def test_a_form_with_a_heading_in_a_row_of_its_own() -> None:
    cells = [
        ("工 作 简 历", 605, 90, 144),
        ("2019.02~2022.0", 592, 90, 180),
        ("3", 579, 90, 96),
        ("青禾泰和丰食品股", 592, 198, 290),
        ("份有限公司", 579, 198, 250),
        ("岗位\t会计", 592, 306, 420),
        ("2016.01~2019.0", 566, 90, 180),
        ("1", 553, 90, 96),
        ("青岛晨光科技有限", 566, 198, 290),
        ("公司", 553, 198, 220),
        ("岗位\t会计", 566, 306, 420),
        ("学 习 简 历", 540, 90, 144),
        ("2012~2016\t青禾大学\t食品科学与工程\t本科", 527, 90, 420),
    ]
    placed = [PlacedLine(Line(text, size=11.0, page=1), base, left, right) for text, base, left, right in cells]
    assert [one.line.text.strip() for one in with_rows_of_tables(placed)] == [
        "工 作 简 历",
        "2019.02~2022.03\t青禾泰和丰食品股份有限公司\t岗位\t会计",
        "2016.01~2019.01\t青岛晨光科技有限公司\t岗位\t会计",
        "学 习 简 历",
        "2012~2016\t青禾大学\t食品科学与工程\t本科",
    ]


def test_lines_that_go_up_like_stairs_cost_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    rows_of = pdf_tables._rows_of

    def counted(lines: Sequence[PlacedLine]) -> tuple[list[PlacedLine], int]:
        looked.append(len(lines))
        return rows_of(lines)

    monkeypatch.setattr(pdf_tables, "_rows_of", counted)
    costs = []
    for n in (250, 500):
        looked.clear()
        stairs = placed(
            *(("Aa", 700 - i // 40 * 12 + i % 40 * 8, 50 + i % 40 * 12, 60 + i % 40 * 12) for i in range(n))
        )
        assert with_rows_of_tables(stairs) == stairs
        costs.append(sum(looked))
    assert costs[1] <= 2.2 * costs[0] + 1000
