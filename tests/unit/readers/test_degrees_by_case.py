"""Degrees that their capitals alone tell from other words, beside schools that are invented; and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.professions import degrees_of_row
from schemas.records import Reading

HEAD = "Ana Moor\nana.moor@fernpost.net\n"
TAIL = "\n\nExperience\n2019 - 2020\tNurse, Moor Ltd\nSkills\nPlanning, Excel, reports"


@pytest.mark.parametrize(
    ("short", "level"),
    [
        ("MEd", "master"),
        ("BEd", "bachelor"),
        ("BEd (Hons)", "bachelor"),
        ("MArch", "master"),
        ("BBus", "bachelor"),
        ("FdSc", "college"),
        ("EngD", "doctor"),
        ("D.Pharm", "college"),
        ("M.Fin", "master"),
        ("MLIS", "master"),
        ("MAT", "master"),
        ("MLS", "master"),
        ("MPS", "master"),
        ("MHRM", "master"),
        ("M.M.", "master"),
        ("B.M.", "bachelor"),
        ("BLS", "bachelor"),
        ("BSE", "bachelor"),
        ("BAS", "bachelor"),
        ("AA", "college"),
        ("AS", "college"),
        ("DDS", "doctor"),
    ],
)
@pytest.mark.parametrize(
    "row",
    ["{}, Northmoor University, 2012", "{} in Botany, Northmoor University", "Northmoor University | {} in Botany"],
)
def test_short_words_beside_a_school(row: str, short: str, level: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}\nEducation\n{row.format(short)}{TAIL}").resumes
    assert (found.highest_degree, found.school) == (level, "Northmoor University")


@pytest.mark.parametrize(
    ("row", "level"),
    [
        ("Northmoor University, MLS, 2012", "master"),
        ("Northmoor University - BAS", "bachelor"),
        ("Botany (MPS), Northmoor University", "master"),
        ("2012 MAT Secondary Education, Northmoor University", "master"),
        ("MHS, Public Health\t2012", "master"),
        ("Bed in Moor Hospital", None),
        ("Northmoor College, AB, Canada", None),
        ("Northmoor University, ND, 2012", None),
        ("MIS Manager, Northmoor University", None),
        ("MAT files, 2012", None),
        ("as of 2012, Northmoor University", None),
        ("Moorau AS, Larch School supplies", None),
    ],
)
def test_short_words_in_rows(row: str, level: str | None) -> None:
    assert next((one.level for one in degrees_of_row(row)), None) == level


@pytest.mark.parametrize(
    "line", ["Sold MAT, MPS and BAS parts", "bed, med, mat", "MLS Listing Agent", "AS Moorau, 2012"]
)
def test_short_words_elsewhere(line: str) -> None:
    assert degrees_in(line) == []


@pytest.mark.parametrize("row", ["BE & Computer science", "BE & Mechanical, Larchmoor College"])
def test_engineers_and_their_subject(row: str) -> None:
    assert [(one.level, one.text) for one in degrees_in(row)] == [("bachelor", "BE")]


@pytest.mark.parametrize("line", ["Sales BE & Lux", "BE & Nordics"])
def test_a_country_and_its_neighbours_are_no_degree(line: str) -> None:
    assert degrees_in(line) == []


@pytest.mark.parametrize(
    ("printed", "level"),
    [
        ("İşletme (Lisans)", "bachelor"),
        ("Yüksek Lisans, Makine Mühendisliği", "master"),
        ("Ön Lisans, Muhasebe", "college"),
        ("Doktora, Kimya", "doctor"),
        ("Kauppatieteiden maisteri", "master"),
    ],
)
def test_degrees_of_turkey_and_finland(printed: str, level: str) -> None:
    assert degrees_in(printed)[0].level == level
