"""Degrees that stand apart from their school's row, houses with a full stop, and numbers that a template left. Invented people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

HEAD = "Orla Tennick\n{0}orla@tennick.example\n\n"
JOB = "Experience\nSignalling Engineer, Halden Rail Group    2021 - Present\nKept the boards of nine junctions in order\n\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD.format("Bachelor of Science in Marine Engineering\n")
        + "Education\nCollege: Quernford University, 2018 - 2020\nHigh School: Larch National High School, 2013 - 2017\n\n"
        + JOB,
        HEAD.format("")
        + JOB
        + "LANGUAGES\nLanguages: English, Welsh\n\nORIGINS\nQuernford University\nBS in ECE, 2008-2012\n",
    ],
    ids=["under_the_name_over_rows_of_schools", "two_letters_with_dates_below_the_school"],
)
def test_a_degree_apart_is_read(read: Callable[..., Reading], text: str) -> None:
    (person,) = read(text, "x.txt").resumes
    assert (person.highest_degree, person.school) == ("bachelor", "Quernford University")


@pytest.mark.parametrize("line", ["MA in 2008-2012", "Me in Botany, by Ana Moor"])
def test_two_letters_without_subject_or_dates_are_no_degree(read: Callable[..., Reading], line: str) -> None:
    text = HEAD.format("") + JOB + f"LANGUAGES\nLanguages: English, Welsh\n\nORIGINS\nQuernford University\n{line}\n"
    assert read(text, "x.txt").resumes[0].highest_degree is None


def test_a_house_below_its_post_may_end_in_a_full_stop(read: Callable[..., Reading]) -> None:
    jobs = "Experience\nWebsite Tutor    2024 - Present\nLarch Hollow Music Academy.\nAs a tutor, I teach people to build pages.\n"
    (person,) = read(HEAD.format("") + jobs, "x.txt").resumes
    assert (person.current_title, person.current_employer) == ("Website Tutor", "Larch Hollow Music Academy")


def test_what_was_done_may_be_no_house_with_a_full_stop(read: Callable[..., Reading]) -> None:
    jobs = "Experience\nWebsite Tutor    2024 - Present\nHosting Services.\nTaught people to build pages.\n"
    assert read(HEAD.format("") + jobs, "x.txt").resumes[0].current_employer is None


@pytest.mark.parametrize("number", ["123456-7890", "1234567890", "+91 1234567890"])
def test_the_number_of_a_template_is_nobodys(read: Callable[..., Reading], number: str) -> None:
    text = f"Orla Tennick\nPhone: {number}\nAddress: Karachi, Pakistan\n\n{JOB}"
    assert read(text, "x.txt").resumes[0].phones == ()


def test_who_guided_somebody_is_no_post_of_theirs(read: Callable[..., Reading]) -> None:
    jobs = "Experience\nTide Centre, Ely    June 2022 - August 2022\nGuide: Dr. Mara Velding\nResearch Intern\n- Ran trials\n"
    (person,) = read(HEAD.format("") + jobs, "x.txt").resumes
    assert (person.current_title, person.current_employer) == ("Research Intern", "Tide Centre")
