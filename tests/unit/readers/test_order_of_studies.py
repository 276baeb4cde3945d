"""Which school gave the degree, whatever comes first in an entry and whatever is said below it: invented people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

TAIL = "\n\nExperience\n2019 - 2020\tNurse, Moor Ltd\n\nSkills\nPlanning, Excel, reports\n"
COURSES = "Relevant coursework: Ferns, Mosses"

OLDEST_FIRST: dict[str, str] = {
    "school_above_degree": (
        "Moor High School\n2007 - 2009\nA Levels\nEastmoor College\n2009 - 2012\nBSc in Botany\n"
        "Northmoor University\n2012 - 2014\nMSc in Botany"
    ),
    "degree_above_school": (
        "SSC\n2007\nMoor Vidyalaya\nHSC\n2009\nMoor Junior College\nB.Com\n2012\nEastmoor College\n"
        "MBA\n2014\nNorthmoor University"
    ),
    "degree_far_above_school": (
        "- BA in History\nLeeds\n2018 - 2020\nEastmoor University\n- MA in History\nHull\n2021 - 2022\nNorthmoor University"
    ),
    "courses_below_each": (
        f"BSc in Botany\nEastmoor College\n2009 - 2012\n{COURSES}\nMSc in Botany\nNorthmoor University\n2012 - 2014\n{COURSES}"
    ),
    "courses_below_rows": (
        f"• A Levels\tMoor High School\n{COURSES}\n• BSc in Botany\tEastmoor College\n{COURSES}\n"
        f"• MSc in Botany\tNorthmoor University\n{COURSES}"
    ),
    "slashes_behind_the_school": (
        "Eastmoor College / 2010 - 2012\nBSc in Botany\nGPA 3.8/4.0\nNorthmoor University / 2012 - 2015\nMSc in Botany\nGPA 3.8/4.0"
    ),
}

UNNAMED: dict[str, str] = {
    "degree_above_house": "BSc in Botany\nEastmoor\nMSc in Botany\nNorthmoor",
    "house_above_degree": "Eastmoor\nBSc in Botany\nNorthmoor\nMSc in Botany",
    "items_open_entries": "- Leeds, UK\nBSc in Botany\n2009 - 2012 • Eastmoor\n- Hull, UK\nMSc in Botany\n2012 - 2014 • Northmoor",
    "dates_open_entries": "2009 - 2012\nBSc in Botany\nEastmoor\n2012 - 2014\nMSc in Botany\nNorthmoor",
}

PROVIDERS: dict[str, str] = {
    "above": "Coursera\n2020\nCertificate in Planning\nNorthmoor University\n2012 - 2015\nBSc in Botany\nLarch College\n2010 - 2012\nDiploma in Care",
    "where_schools_stand": "Certificate in Planning\nOnline - Coursera - 2020\nBSc in Botany\nHull - Northmoor University - 2012 - 2015",
    "below_courses": (
        f"2021, Full Stack Web Development\nVelding Coding Academy\n{COURSES}\n2012 - 2014, BSc in Botany\nNorthmoor University\n{COURSES}"
    ),
}


@pytest.mark.parametrize("case", OLDEST_FIRST)
def test_studies_told_from_the_oldest_on(case: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"Ana Moor\nana.moor@fernpost.net\n\nEducation\n{OLDEST_FIRST[case]}{TAIL}").resumes
    assert (found.highest_degree, found.school) == ("master", "Northmoor University")


@pytest.mark.parametrize("case", UNNAMED)
def test_houses_that_no_word_gives_away_stand_on_their_side_of_the_degree(
    case: str, read: Callable[..., Reading]
) -> None:
    (found,) = read(f"Ana Moor\nana.moor@fernpost.net\n\nEducation\n{UNNAMED[case]}{TAIL}").resumes
    assert (found.highest_degree, found.school) == ("master", "Northmoor")


@pytest.mark.parametrize("case", PROVIDERS)
def test_who_sells_courses_gave_no_degree(case: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"Ana Moor\nana.moor@fernpost.net\n\nEducation\n{PROVIDERS[case]}{TAIL}").resumes
    assert (found.highest_degree, found.school) == ("bachelor", "Northmoor University")


def test_courses_end_the_studies_where_none_follow(read: Callable[..., Reading]) -> None:
    text = f"Ana Moor\nana.moor@fernpost.net\n\nEducation\nBSc in Botany, Northmoor University, 2012\n{COURSES}\nFirst aid, 2015{TAIL}"
    (found,) = read(text).resumes
    assert (found.highest_degree, found.school) == ("bachelor", "Northmoor University")


@pytest.mark.parametrize(
    "aside",
    ["Thesis: Ferns, with Prof. Velding (Westmoor University)", "Activities and societies: Choir, Larch Debate School"],
)
def test_schools_in_what_is_said_of_the_studies(aside: str, read: Callable[..., Reading]) -> None:
    rows = f"Northmoor\nMSc in Botany\n2012 - 2014\n{aside}\nEastmoor\nBSc in Botany\n2009 - 2012\n{aside}"
    (found,) = read(f"Ana Moor\nana.moor@fernpost.net\n\nEducation\n{rows}{TAIL}").resumes
    assert (found.highest_degree, found.school) == ("master", "Northmoor")


def test_faculties_in_capitals_are_parts_of_their_university(read: Callable[..., Reading]) -> None:
    rows = "MSC IN BOTANY; FACULTY OF SCIENCE, NORTHMOOR UNIVERSITY\nBSC IN BOTANY; EASTMOOR COLLEGE"
    (found,) = read(f"Ana Moor\nana.moor@fernpost.net\n\nEducation\n{rows}{TAIL}").resumes
    assert (found.highest_degree, found.school) == ("master", "NORTHMOOR UNIVERSITY")


def test_letters_of_a_school_are_no_degree(read: Callable[..., Reading]) -> None:
    rows = "Moor High School (MHS)\nA Levels\nNorthmoor University (NU)\nBSc in Botany"
    (found,) = read(f"Ana Moor\nana.moor@fernpost.net\n\nEducation\n{rows}{TAIL}").resumes
    assert (found.highest_degree, found.school) == ("bachelor", "Northmoor University")
