"""Schools told apart from posts, certificates and parts of universities, and schools told in sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.studies.school_names import is_name_of_school
from schemas.records import Reading

SheetOf = Callable[..., Sheet]

NO_HEAD = (
    "Dara Holm\nPersonal Statement\nI bake bread and tell of it. Education\nLarch University: Moor Honors College\tMillmoor, PA\n"
    "B.S. Botany - Cum Laude\t2013 - 2018\nWork Experience\nLarch Salon\tMillmoor, WV\nCo-Founder\tJan 2019 - Present\n"
    "Moor Fund Summer Institute Intern (Ana Munk , PhD.)\tJun - Jul 2018"
)
OF_SCHOLARS = "Dara Holm\nExperience\nBrightwave - Engineer\nAugust 2014 - Present\nMoor University - PhD Assistant\nMay 2009 - June 2010"
GREEK = "Dara Holm\nEducation\nBotany Department, 2018 - now\nTEI of Millmoor\nGeneral Lyceum of Larch\t14/06/2018"
WITH_COLLEGE = (
    "Dara Holm\nEducation\nB.S.B.A in Botany - University of North Larchland at Millmoor - Munk College of\nBusiness\n"
    "A.A. in General Education - Moor Community College"
)
CERTIFICATE = (
    "Dara Holm\nEducation\nLarch Secondary\tfeb 2016 - Dec 2018\nSchool\nGrade 12 Certificate\nGot it in the year 2018."
)
ONGOING = "Dara Holm\nEducation\nHigh School: Larch Hill School\nCollege: University of Moor Millmoor (Ongoing)"
GLUED = "Dara Holm\nEducation\nB.Sc in Botany\nMillmoor University of Larch and Technology (MULT)CGPA: 3.56"
PUPIL = (
    "My Resume\nOpening Statement\nMy name is Dara Holm and I am currently attending Ana Munk Jr, Senior High School in Millmoor. "
    "I like to bake.\nHard Skills:\nTyping"
)
FRESHMAN = "Dara Holm\nBio\nDara Holm is a Freshman at Larchmoor State College in Millmoor. She graduated early.\nSkills\nTyping"


@pytest.mark.parametrize(
    ("text", "school", "level"),
    [
        (NO_HEAD, "Larch University: Moor Honors College", "bachelor"),
        (OF_SCHOLARS, None, None),
        (GREEK, "TEI of Millmoor", None),
        (WITH_COLLEGE, "University of North Larchland at Millmoor", "bachelor"),
        (ONGOING, "University of Moor Millmoor", None),
        (GLUED, "Millmoor University of Larch and Technology", "bachelor"),
        (PUPIL, "Ana Munk Jr, Senior High School", None),
        (FRESHMAN, "Larchmoor State College", None),
    ],
)
def test_schools(sheet_of: SheetOf, text: str, school: str | None, level: str | None) -> None:
    found = read_education(sheet_of(text))
    assert (found.school and found.school.value) == school
    assert level is None or (found.degree and found.degree.value.level) == level


def test_a_certificate_is_no_school(sheet_of: SheetOf) -> None:
    school = read_education(sheet_of(CERTIFICATE)).school
    assert school is None or "Certificate" not in school.value


def test_a_doctor_s_assistant_has_no_degree(sheet_of: SheetOf) -> None:
    assert read_education(sheet_of(OF_SCHOLARS)).degree is None


@pytest.mark.parametrize("printed", ["+44(BRITAIN)-20-7946-0958", "+44 (UK) 20 7946 0958"])
def test_the_country_named_behind_its_code(sheet_of: SheetOf, printed: str) -> None:
    assert [one.value for one in read_phones(sheet_of(f"Dara Holm\nWork Phone\t{printed}"))] == ["+442079460958"]


@pytest.mark.parametrize(
    "house", ["1st Gymnasio of Larchi", "2nd Lykeio of Larchi", "Gymnasion Larchi", "3rd General Lykeio of Larchi"]
)
def test_schools_of_towns_that_number_them(read: Callable[..., Reading], house: str) -> None:
    text = f"Ana Moor\nana.moor@fernpost.net\n\nEducation\n2001 - 2004\t{house}\n\nExperience\n2019 - 2020\tNurse, Moor Ltd\nSkills\nExcel, reports"
    (found,) = read(text).resumes
    assert found.school == house


@pytest.mark.parametrize("told", ["1st Year School of Moor", "2nd Place College of Moor"])
def test_the_number_of_a_year_or_place_begins_no_school(told: str) -> None:
    assert not is_name_of_school(told)
