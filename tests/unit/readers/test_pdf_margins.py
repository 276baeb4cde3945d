"""Titles and contacts painted apart from the text beside them: invented pages as browsers and programs for layout paint them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from ringback.readers.document import Line, row_lines
from ringback.readers.pdf_dates_behind import with_dates_behind
from ringback.readers.pdf_floats import with_frames_on_top, with_late_rows_in_place
from ringback.readers.pdf_margins import with_titles_in_front
from ringback.readers.pdf_rows import PlacedLine
from schemas.records import Reading

Row = tuple[str, float, float]


def placed(*rows: Row) -> list[PlacedLine]:
    """Lines of a page as they are painted: text, baseline and left edge; a letter is six points wide."""
    return [PlacedLine(Line(text, size=10), base, left, left + 6.0 * len(text)) for text, base, left in rows]


JOBS = (("Baker, Marden Mill", 700, 200), ("2019 - present", 686, 200))
STUDIES = (("BSc Baking", 640, 200), ("Northmoor University", 626, 200))
IN_ORDER = ["Experience", *(row[0] for row in JOBS), "Education", *(row[0] for row in STUDIES)]


@pytest.mark.parametrize(
    "page",
    [
        placed(*JOBS, ("Experience", 699, 50), *STUDIES, ("Education", 639, 50)),
        placed(("Experience", 699, 50), ("Education", 639, 50), *JOBS, *STUDIES),
        placed(("Experience", 699, 50), *JOBS, ("Education", 639, 50), *STUDIES),
        placed(*JOBS, *STUDIES, ("Experience", 699, 50), ("Education", 639, 50)),
    ],
    ids=["behind", "all before", "in order", "all behind"],
)
def test_a_title_in_the_margin_comes_in_front_of_what_it_stands_beside(page: list[PlacedLine]) -> None:
    assert [one.line.text for one in with_titles_in_front(page)] == IN_ORDER


def test_titles_painted_with_the_cells_of_the_head() -> None:
    head = (("mara@fernpost.net", 760, 130), ("Mara Velding", 730, 50))
    page = placed(("Email", 760, 50), ("Experience", 699, 50), ("Education", 639, 50), *head, *JOBS, *STUDIES)
    assert [one.line.text for one in with_titles_in_front(page)] == ["Email", *(row[0] for row in head), *IN_ORDER]


def test_a_title_painted_in_front_of_text_that_begins_a_little_higher_stays_there() -> None:
    head = (("Nora Pellwick", 760, 50), ("Larchfield", 740, 50))
    job = (("Baker", 700, 200), ("Marden Mill", 687, 200), ("2019 - present", 674, 200))
    school = (("Northmoor University", 634, 200), ("BSc Baking", 621, 200), ("2015 - 2018", 608, 200))
    page = placed(*head, ("Work", 687, 50), *job, ("Education", 621, 50), *school)
    assert with_titles_in_front(page) == page


ENTRIES = (
    ("Baker, Marden Mill", 700, 200),
    ("Bread and rolls", 686, 200),
    ("BSc Baking", 620, 200),
    ("Northmoor University", 606, 200),
)
TIMELINE = ["Experience", "Baker, Marden Mill", "Bread and rolls", "Education", "BSc Baking", "Northmoor University"]


@pytest.mark.parametrize(
    "page",
    [
        placed(("Experience", 730, 50), ("Education", 650, 50), *ENTRIES),
        placed(*ENTRIES, ("Experience", 730, 50), ("Education", 650, 50)),
        placed(("Experience", 730, 50), *ENTRIES[:2], ("Education", 650, 50), *ENTRIES[2:]),
    ],
    ids=["titles first", "titles last", "in order"],
)
def test_titles_over_the_entries_of_a_timeline_come_in_front_of_theirs(page: list[PlacedLine]) -> None:
    assert [one.line.text for one in with_titles_in_front(page)] == TIMELINE


def test_a_title_over_a_column_of_pictures_stays() -> None:
    page = placed(("Mara Velding", 760, 50), ("Skills", 650, 50), ("Experience", 760, 200), *ENTRIES)
    assert with_titles_in_front(page) == page


@pytest.mark.parametrize("dates", [("2019 - present",), ("Jan 2019 –", "Present"), ("seit 04/2019",)])
def test_dates_in_the_margin_come_in_front_of_their_entry(dates: tuple[str, ...]) -> None:
    cells = [(text, 700 - 14 * number, 50) for number, text in enumerate(dates)]
    page = placed(("Experience", 730, 50), *ENTRIES[:2], *cells, *ENTRIES[2:])
    order = [one.line.text for one in with_titles_in_front(page)]
    assert order == ["Experience", *dates, *(row[0] for row in ENTRIES)]


def test_a_title_in_the_right_margin_comes_in_front() -> None:
    page = placed(*JOBS, ("Experience", 699, 420), *STUDIES, ("Education", 639, 420))
    assert [one.line.text for one in with_titles_in_front(page)] == IN_ORDER


def test_a_heading_of_two_words_that_a_narrow_margin_breaks(read: Callable[..., Reading]) -> None:
    rows = "Experience\n2019 - present\tBaker, Marden Mill Ltd\nAcademic\nBackground\nAna graduated from Northmoor University with a BSc in Baking."
    (resume,) = read(f"Mara Velding\nmara@fernpost.net\n{rows}\nSkills\nPlanning, Excel").resumes
    assert (resume.school, resume.highest_degree) == ("Northmoor University", "bachelor")


def test_a_title_over_two_lines_comes_whole() -> None:
    page = placed(*JOBS, ("Work", 699, 50), ("Experience", 687, 50))
    assert [one.line.text for one in with_titles_in_front(page)] == ["Work", "Experience", *(row[0] for row in JOBS)]


@pytest.mark.parametrize(
    "page",
    [
        placed(*JOBS, ("Skills", 699, 50), ("Excel", 680, 50), ("Planning", 660, 50)),
        placed(("Skills", 699, 50), ("Excel", 680, 50), *JOBS),
        placed(*JOBS, ("Marden", 699, 50)),
        placed(("Baker", 740, 200), *JOBS, ("Education", 640, 50), ("Northmoor University", 620, 50)),
    ],
    ids=["side bar behind", "side bar before", "no title", "title below"],
)
def test_other_lines_keep_their_place(page: list[PlacedLine]) -> None:
    assert with_titles_in_front(page) == page


def test_a_column_of_contacts_painted_last_comes_first() -> None:
    page = placed(*JOBS, *STUDIES, ("Mara Velding", 760, 90), ("Leeds", 700, 20), ("mara@post.example", 680, 20))
    order = [one.line.text for one in with_frames_on_top(page)]
    assert order[:4] == ["Mara Velding", "Leeds", "mara@post.example", "Baker, Marden Mill"]


@pytest.mark.parametrize(
    "page",
    [
        placed(*JOBS, *STUDIES, ("Mara Velding", 760, 50), ("Leeds", 655, 260)),
        placed(*JOBS, *STUDIES, ("Mara Velding", 760, 50), ("Skills", 700, 50), ("Excel", 680, 50)),
    ],
    ids=["within the text", "titled"],
)
def test_what_is_no_column_of_contacts_stays(page: list[PlacedLine]) -> None:
    assert with_frames_on_top(page) == page


MAIN = (
    ("Work", 740, 50),
    ("Marden Mill", 700, 50),
    ("Bread and rolls", 686, 60),
    ("Larch Diner", 650, 50),
    ("Soups", 636, 50),
)
ASIDE = (("Mara Velding", 745, 400), ("Leeds", 714, 400), ("Piano", 664, 400))
LATE = (("Baker", 714, 50), ("Cook", 664, 50))


def test_posts_painted_behind_all_that_flows_stand_over_their_houses() -> None:
    order = [one.line.text for one in with_late_rows_in_place(placed(*MAIN, *ASIDE, *LATE))]
    assert order[:7] == ["Work", "Baker", "Marden Mill", "Bread and rolls", "Cook", "Larch Diner", "Soups"]


@pytest.mark.parametrize(
    "page",
    [
        placed(*MAIN, *ASIDE),
        placed(*MAIN, ("Baker", 714, 50), ("Cook", 610, 50)),
        placed(*MAIN, ("Baker", 714, 110)),
        placed(*MAIN, ("Baker", 698, 50)),
        placed(*MAIN[3:], *MAIN[:3], ("Baker", 670, 50)),
    ],
    ids=["side bar", "one below all", "not in the column", "on a line", "column in parts"],
)
def test_what_has_no_place_among_painted_lines_stays(page: list[PlacedLine]) -> None:
    assert with_late_rows_in_place(page) == page


@pytest.mark.parametrize(
    ("cell", "firm"),
    [
        ((("2019 - present", 700, 420),), "Marden Mill Ltd\t2019 - present"),
        ((("2019 - present", 700, 420), ("Hull", 686, 480)), "Marden Mill Ltd\t2019 - present"),
    ],
    ids=["dates", "dates over a place"],
)
def test_dates_at_the_right_come_behind_the_first_line_beside_them(cell: tuple[Row, ...], firm: str) -> None:
    entry = (("Marden Mill Ltd", 700, 50), ("Baker", 686, 50), ("Bread and rolls", 672, 50))
    page = placed(*entry, *cell, ("Lowfold Inn", 640, 50), ("Cook", 626, 50))
    order = [one.line.text for one in with_dates_behind(page)]
    post = "Baker\tHull" if len(cell) > 1 else "Baker"
    assert order == [firm, post, "Bread and rolls", "Lowfold Inn", "Cook"]


@pytest.mark.parametrize(
    "page",
    [
        placed(("Marden Mill Ltd", 700, 50), ("Baker", 686, 50), ("2019 - present", 660, 420)),
        placed(("Marden Mill Ltd", 700, 50), ("2019 - present", 686, 50), ("Baker", 672, 50)),
        placed(("Marden Mill Ltd", 700, 50), ("2019 - present", 700, 420), ("Baker", 686, 50)),
    ],
    ids=["on no line's level", "in order", "beside one line"],
)
def test_other_dates_keep_their_place(page: list[PlacedLine]) -> None:
    assert with_dates_behind(page) == page


def test_dates_in_the_last_cell_of_a_row_share_its_first_lines() -> None:
    cells = [[Line("Marden Mill Ltd"), Line("Baker"), Line("Bread and rolls")], [Line("2019 - present"), Line("Hull")]]
    assert [line.text for line in row_lines(cells)] == [
        "Marden Mill Ltd\t2019 - present",
        "Baker\tHull",
        "Bread and rolls",
    ]


@pytest.mark.parametrize(
    "cells",
    [
        [[Line("Marden Mill Ltd"), Line("Baker")], [Line("Hull"), Line("2019 - present")]],
        [[Line("2019 - present")], [Line("Marden Mill Ltd"), Line("Baker")]],
        [[Line("Skills"), Line("Planning")], [Line("2019 - present"), Line("Baker"), Line("Marden Mill Ltd")]],
    ],
    ids=["a place first", "dates first", "another column"],
)
def test_other_cells_keep_their_lines(cells: list[list[Line]]) -> None:
    assert [line.text for line in row_lines(cells)] == [line.text for cell in cells for line in cell]


RAILS: dict[str, tuple[str, Mapping[str, str]]] = {
    "what_goes_on_over_its_beginning": (
        "Current\tBaker at Marden Mill Ltd, Hull\nSeptember 2015\tBread and rolls\nMay 2015\tCook at Lowfold Inn, Hull\nJuly 2012\tSoups",
        {"current_title": "Baker", "current_employer": "Marden Mill Ltd"},
    ),
    "since_when_below_a_post": (
        "Chef de projet, Larmont Conseil\ndepuis 2019\n• Pains\nConsultante, Groupe Aubel\n2015 - 2019\n• Soupes",
        {"current_title": "Chef de projet", "current_employer": "Larmont Conseil"},
    ),
    "open_end_in_dots": (
        "07.2013 - 10.2015\tCook\nLowfold Inn Ltd\n10.2015 - ...\tBaker\nMarden Mill Ltd",
        {"current_title": "Baker", "current_employer": "Marden Mill Ltd"},
    ),
}


@pytest.mark.parametrize("layout", RAILS)
def test_dates_in_the_margin(layout: str, read: Callable[..., Reading]) -> None:
    text, told = RAILS[layout]
    (resume,) = read(f"Mara Velding\nmara@fernpost.net\nWork Experience\n{text}\nSkills\nPlanning, Excel").resumes
    assert {field: getattr(resume, field) for field in told} == told


def test_dates_in_the_middle_of_a_row_of_cells_stay_in_front_of_it() -> None:
    row = [
        ("2019.07-至今", 464, 47, 110),
        ("青禾医疗器械有限公司", 472, 127, 231),
        ("区域销售经理", 472, 241, 325),
        ("负责日常管理与", 479, 336, 408),
        ("统筹，完成年度", 464, 336, 409),
    ]
    lines = [PlacedLine(Line(text, size=10.0, page=1), float(y), float(x), float(end)) for text, y, x, end in row]
    assert [one.line.text for one in with_titles_in_front(lines)] == [text for text, *_ in row]
