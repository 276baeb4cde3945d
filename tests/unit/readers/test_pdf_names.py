"""Names that a narrow column of a page breaks over lines."""

from __future__ import annotations

import pytest

from ringback.readers.document import Line
from ringback.readers.pdf_names import goes_on, with_names_whole
from ringback.readers.pdf_rows import PlacedLine


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Larch Valley State", "College"),
        ("LARCH VALLEY STATE", "COLLEGE"),
        ("Research Associate, Moor A&M", "University, TX, (2025 - Present)"),
        ("University of Applied", "Sciences, Lindau"),
        ("Northmoor University in St.", "Alban"),
        ("California State University,", "Northridge"),
        ("California State", "University Chico"),
        ("Graduate of Larch", "College journalism diploma"),
        ("Massachusetts Institute", "of Technology"),
        ("Institute of Atmospheric", "Sciences and Climate"),
        ("2013-2019\tNorthmoor University in St.", "Alban"),
        ("Northwind Shipping", "Company, Inc."),
        ("Director of the Office of", "Student Life"),
        ("Archivist | Northmoor Library |", "2019 - Present"),
        ("Archivist", "| Northmoor Library | 2019 - Present"),
        ("Thèse | CELAR | Lindau | 2011 à ce", "jour"),
        ("Archivera | Moor | Agosto", "2020 – Abril 2025"),
        ("Máster Universitario en", "Ingeniería de Sistemas"),
        ("Ingeniero", "de"),
        ("Instituto de Moor, ULM. Monitor.", "2018 – 2021."),
        ("Escritora Full", "Stack | Fundación Moor"),
        ("Escritora Full Stack | Fundación Moor", "Ambiental | 2019 - Actualidad"),
        ("(08/2014 – presente) Sistemas", "Globales S. A., desarrollador"),
        ("Universidad", "Politécnica de Lindau"),
        ("Investigación", "y desarrollo"),
        ("Postdoctoral", "Research"),
        ("Postdoctoral Research", "Associate"),
        ("Business Intelligence", "Analyst, Northwind"),
        ("Francis Larch Moor", "State University"),
        ("Lindau", "Technical University, 2012 - 2016"),
        (": UNIVERSITY OF THE", "LARCHES | January 2024"),
        (": UNIVERSITY", "OF THE LARCHES | January 2024"),
        ("MAJOR: Computer science, LARCH STATE", "UNIVERSITY"),
        ("University of science", "and technology of southern moors"),
        ("(62) 3190-0000 (Work) | (62)", "9 9278-0000 (Home) | nora@larch.example"),
        ("Phone: +44 7700", "900123"),
    ],
)
def test_name_goes_on(above: str, below: str) -> None:
    assert goes_on(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Northmoor University", "Computer Science"),
        ("Northmoor University", "School of Law"),
        ("Northmoor University", "State University of Lindau"),
        ("Warehouse Manager", "Larch Logistics Ltd, Lindau"),
        ("Phone: +44 7700 900123", "2012 - 2016"),
        ("Larch Works (12)", "Cook"),
        ("MAJOR: Computer science", "UNIVERSITY OF LINDAU"),
        (": UNIVERSITY OF LINDAU", ": Bachelor of Science"),
        ("BSc Biology", "University of Leeds"),
        ("Registered Nurse", "Larch Hospital"),
        ("English", "College Algebra"),
        ("Northwind Tours", "Manager"),
        ("Lindau, ES", "Welder | Larch | 2019 - Present"),
        ("EXPERIENCE", "Welder | Larch | 2019 - Present"),
        ("Cook | Larch | 2012 - 2014", "Welder | Moor | 2019 - Present"),
        ("Moor", "Associate Director of Sales"),
        ("Planned in August", "2020 – 2021"),
        ("University of Montreal", "Canada"),
        ("sold what the team had made at", "Northwind"),
        ("Worked with Northwind.", "University"),
    ],
)
def test_what_follows_is_a_line_of_its_own(above: str, below: str) -> None:
    assert not goes_on(above, below)


def page(*rows: tuple[str, float, float, float]) -> list[PlacedLine]:
    return [PlacedLine(Line(text, size=10), baseline, left, right) for text, baseline, left, right in rows]


def test_a_full_column_breaks_a_name() -> None:
    lines = page(
        ("AAS, Welding", 700, 50, 110),
        ("Larch Valley State", 688, 50, 130),
        ("College", 676, 50, 85),
        ("planned the routes of six drivers", 600, 50, 150),
    )
    assert [line.line.text for line in with_names_whole(lines)][1:3] == [
        "Larch Valley State College",
        "planned the routes of six drivers",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        page(
            ("Larch Valley State", 688, 50, 130),
            ("College", 676, 50, 85),
            ("a longer line shows the room", 600, 50, 260),
        ),
        page(("Larch Valley State", 688, 50, 130), ("College", 660, 50, 85)),  # a paragraph of its own
        page(("Larch Valley State", 688, 50, 130), ("College", 676, 300, 335)),  # in another column
    ],
)
def test_where_there_was_room_the_line_ends(lines: list[PlacedLine]) -> None:
    assert with_names_whole(lines) == lines


def test_the_next_column_tells_nothing_of_this_one() -> None:
    lines = page(
        ("Larch Valley State", 688, 50, 130),
        ("College", 676, 50, 85),
        ("a line of the wide column beside it", 700, 51, 400),
    )
    assert with_names_whole(lines)[0].line.text == "Larch Valley State College"


def test_a_long_word_runs_over_its_column() -> None:
    lines = page(
        ("Larch Valley State", 688, 50, 130),
        ("College", 676, 50, 85),
        ("LEADERSHIP/COLLABORATION/SUPERVISION", 640, 50, 260),
    )
    assert with_names_whole(lines)[0].line.text == "Larch Valley State College"
