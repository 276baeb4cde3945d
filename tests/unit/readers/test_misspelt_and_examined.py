"""Words spelt by ear, examinations in the place of schools, and countries told by their examinations alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net\n"
STUDY = "\nEducation\nBSc Geology, Westmoor University, 2012\n"


@pytest.mark.parametrize("word", ["Barcherlor", "Bacherlor", "Bacheler", "Bachelo", "Bachalor"])
def test_a_bachelor_spelt_by_ear(read: Callable[..., Reading], word: str) -> None:
    (resume,) = read(f"{HEAD}Education\n{word} of Science : Geology, Westmoor University, Leeds\n").resumes
    assert (resume.highest_degree, resume.school) == ("bachelor", "Westmoor University")


@pytest.mark.parametrize(
    "table",
    [
        "Examination Year Group Board\tResult\nSSC\t2019 Science Larch 1st Division\nJSC\t2016\tLarch 1st Division\n",
        "Qualification\tYear\tBoard/Uni.\tGrade\nFSc\t2017\tMultan\tB\nBSCS\t2021\tMultan\tContinue\n",
    ],
)
def test_examinations_and_what_goes_on_are_no_schools(read: Callable[..., Reading], table: str) -> None:
    (resume,) = read(f"{HEAD}Skills\nExcel, Word\nEducation\n{table}Languages\nEnglish\n").resumes
    assert resume.school is None


def test_the_head_of_the_next_column_is_no_school(read: Callable[..., Reading]) -> None:
    rows = "SCHOOL NAME\tLEVEL OF EDUCAION\nLARCH P/S\tPLE\nFERN SEMINARY\tUCE\nPIKE COLLEGE\tUACE\n"
    (resume,) = read(f"{HEAD}Skills\nExcel, Word\nMY SCHOOLS\n{rows}Languages\nEnglish\n").resumes
    assert resume.school == "PIKE COLLEGE"


def test_the_institute_of_who_calls_himself_a_student(read: Callable[..., Reading]) -> None:
    about = (
        "About Me\nI am Mara Velding, a student at the Institute of Larch and Fern, specializing in Computer Science."
    )
    (resume,) = read(f"{HEAD}{about}\nSkills\nExcel, Word\nLanguages\nEnglish\n").resumes
    assert resume.school == "Institute of Larch and Fern"


def test_an_area_of_interest_is_no_place(read: Callable[..., Reading]) -> None:
    asked = "Expected Salary: As per company standards\nArea of Interest: Software Development, Start-ups\n"
    (resume,) = read(f"{HEAD}{STUDY}Other Information\n{asked}").resumes
    assert resume.desired_city is None


def test_currently_working_is_no_house(read: Callable[..., Reading]) -> None:
    (resume,) = read(f"{HEAD}Currently working as a Tech Trainer\n- I train staff\n{STUDY}").resumes
    assert (resume.current_title, resume.current_employer) == ("Tech Trainer", None)


@pytest.mark.parametrize(
    ("told", "phone"),
    [
        ("LARCH P/S\tPLE\nFERN SEMINARY\tUCE\nPIKE COLLEGE\tUACE", "+256774123456"),
        ("Larch Secondary\tKCSE\nPike Primary\tKCPE", "+254774123456"),
    ],
)
def test_the_country_whose_examinations_were_passed(read: Callable[..., Reading], told: str, phone: str) -> None:
    (resume,) = read(f"{HEAD}Phone: 0774123456\nSkills\nExcel, Word\nEducation\n{told}\n").resumes
    assert resume.phones == (phone,)


@pytest.mark.parametrize(
    ("country", "number", "phone"),
    [("Bangladesh", "01712345678", "+8801712345678"), ("Pakistan", "03001234567", "+923001234567")],
)
def test_a_neighbour_of_india_that_is_named(
    read: Callable[..., Reading], country: str, number: str, phone: str
) -> None:
    about = f"Studying at the Larch International University-{country}"
    rows = "S.S.C (Science)\tFern High School\t2017\nH.S.C (Science)\tPike College\t2019"
    (resume,) = read(
        f"{HEAD}Contact: {number}\n{about}\nFather's name: Jo\nEducation\n{rows}\nLanguages\nEnglish"
    ).resumes
    assert resume.phones == (phone,)


def test_a_heading_that_the_address_spells_is_the_name(read: Callable[..., Reading]) -> None:
    rows = (
        "<h2>Project</h2><h2>About</h2><p>MY CV</p><h2>Contact</h2><h2>Mara Velding</h2><p>Developer</p><p>22 years</p>"
    )
    page = f"<html><body>{rows}<p>veldingmara96@fernpost.net</p><h2>Education</h2><p>BSc, Westmoor University, 2012</p>"
    (resume,) = read(page + "<h2>Skills</h2><p>Excel</p></body></html>", ".html").resumes
    assert resume.name == "Mara Velding"


def test_a_curriculum_spelt_by_ear(read: Callable[..., Reading]) -> None:
    (resume,) = read(f"CIRRUCULUM VITAE\nMara Velding\nq77@fernpost.net\n{STUDY}").resumes
    assert resume.name == "Mara Velding"
