"""Where the name of a school begins and ends in its line: names of many shapes between all that stands beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import Education, read_education

SCHOOLS = (
    "Northmoor University",
    "University of Northmoor",
    "Larch State University of Technology",
    "Northmoor University of Applied Sciences",
    "Eastmere College of Arts and Sciences",
    "Indian Larch Institute of Technology (ILIT)",
    "Universidade Federal do Vale (UFV)",
    "Universidad Pompeyo Ruiz",
    "Larchmoor Institute of Finance LIF",
    "St. Mary's College",
    "The University of Eastmere",
    "Ecole Nationale de Larchmont",
    "Technische Hochschule Seeau",
    "Hochschule für Technik und Wirtschaft Seeau",
    "Politecnico di Larchia",
    "University of Northmoor at Eastmere",
    "UFLX University",
)
AROUND = (
    "{}, Larchia, CA",
    "{} – BSc in Biology",
    "BSc in Biology – {}",
    "BSc in Biology, {}",
    "{} | BSc in Biology | 2014 - 2018",
    "2014 - 2018 {}",
    "2014 - 2018: {}. Speciality: Biology",
    "{} (2014 - 2018)",
    "{} School Year 2014-2018",
    "{} AY 2014-2018",
    "{} Graduated May 2018",
    "{} Class of 2018",
    "{} Batch of 2018",
    "{} Session 2014-15",
    "{} Semester 2",
    "{} Passed in 2018",
    "{} Expected 2018",
    "{}  BSc in Biology",
    "BSc in Biology from {}",
    "BSc in Biology at {}, 2018",
    "I hold a BSc in Biology from {}.",
    "{}. BSc in Biology, 2018.",
    "College: {}",
    "Awarded by {} in 2018",
    "{} GPA: 3.4",
    "{} Major: Biology",
    "{} Department of Biology",
    "{} Faculty of Science",
    "{} Thesis: On moths",
    "{} First Class Honours",
    "{} with distinction",
    "{} Full time",
    "{} Bachelor of Science in Biology",
    "{}/Larchia",
    "{} (Larchia)",
)


@pytest.fixture
def education_of(sheet_of: Callable[..., Sheet]) -> Callable[[str], Education]:
    return lambda rows: read_education(
        sheet_of(f"Ana Moor\nana.moor@fernpost.net\nEducation\n{rows}\nSkills\nPlanning, Excel")
    )


def _bare(name: str) -> str:
    """A name without its article and the short form behind it."""
    return name.removeprefix("The ").partition(" (")[0].removesuffix(" LIF")


@pytest.mark.parametrize("around", AROUND)
def test_names_of_schools_end_where_dates_marks_and_subjects_begin(
    education_of: Callable[[str], Education], around: str
) -> None:
    below = "" if "BSc" in around or "Bachelor" in around else "\nBSc in Biology"
    read = {name: education_of(around.format(name) + below).school for name in SCHOOLS}
    assert {name: _bare(found.value) if found else None for name, found in read.items()} == {
        name: _bare(name) for name in SCHOOLS
    }


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_with_accents_are_no_edge_of_a_degree(education_of: Callable[[str], Education], form: str) -> None:
    row = unicodedata.normalize(form, "Universidade Estadual da Larcaíba (UEL)\tMoorpina")
    found = education_of(f"{row}\nBacharelado em Biologia").school
    assert found is not None
    assert unicodedata.normalize("NFC", found.value).startswith("Universidade Estadual da Larcaíba")


@pytest.mark.parametrize("remark", [", incomplete, 2013-2016", " (incomplete)", " - not completed", ", unfinished"])
def test_studies_broken_off_gave_no_degree(education_of: Callable[[str], Education], remark: str) -> None:
    read = education_of(f"B.Sc. in Botany{remark}\nNorthmoor University")
    assert read.degree is None
    assert read.school is not None
    assert read.school.value == "Northmoor University"


@pytest.mark.parametrize(
    ("rows", "school"),
    [
        (
            "Bachelor of Botany(LARCH University Of Applied\nSciences)(2024-2027)",
            "LARCH University Of Applied Sciences",
        ),
        ("BSc in Biology (Northmoor\nUniversity), 2018", "Northmoor University"),
        ("MSc in Botany, 2019 (University of\nNorthmoor)", "University of Northmoor"),
        ("BA History (Eastmere\nCollege), Larchia", "Eastmere College"),
        ("BSc in Biology (first class honours,\nwith distinction)\nNorthmoor University", "Northmoor University"),
        ("Bachelor's Degree in Computer Science (GLSX)\nLARCH Borj · 2021-09 - 2024-06", "LARCH Borj"),
        ("MSc in Finance (ESADX)\n2014 - 2018", "ESADX"),
        ("I attended Northmoor University and hold a BSc in Botany.", "Northmoor University"),
    ],
)
def test_names_in_brackets_and_sentences(education_of: Callable[[str], Education], rows: str, school: str) -> None:
    found = education_of(rows).school
    assert found is not None
    assert found.value == school


@pytest.mark.parametrize(
    ("row", "level"),
    [
        ("M2 Informatique", "master"),
        ("M. Information Technology (Hons), Northmoor University", "master"),
        ("B. Nursing, Northmoor University", "bachelor"),
        ("M2 en Droit", "master"),
        ("Ir. in Computer Science", "master"),
        ("Bakalavr, Economics", "bachelor"),
        ("Specialist degree, Finance", "master"),
        ("BIT, 2018", "bachelor"),
    ],
)
def test_short_and_foreign_words_for_degrees(education_of: Callable[[str], Education], row: str, level: str) -> None:
    read = education_of(f"{row}\nNorthmoor University").degree
    assert read is not None
    assert read.value.level == level


def test_the_second_section_is_no_bachelor(education_of: Callable[[str], Education]) -> None:
    assert education_of("B. Computer Skills").degree is None


def test_vocational_school_beside_its_firm(sheet_of: Callable[..., Sheet]) -> None:
    text = (
        "Ana Moor\nana.moor@fernpost.net\nBerufserfahrung\nseit 2013 Firma Larch\nBetriebliche und schulische Ausbildung\n"
        "2010 - 2013 Firma Larch, Berufskolleg Georg Simon Moor\nSprachen\nDeutsch"
    )
    found = read_education(sheet_of(text)).school
    assert found is not None
    assert found.value == "Berufskolleg Georg Simon Moor"
