"""What small signs tell: a region before its country, dots in a number, cells that spaces part, cycles of a university."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.places.addresses import place_of
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

PLACES = {
    "Bengaluru, Karnataka, IN": ("Bengaluru", "IN"),
    "Toronto, Ontario, CA": ("Toronto", "CA"),
    "Ontario, CA": ("Ontario, CA", "US"),
    "Indianapolis, IN": ("Indianapolis, IN", "US"),
}


@pytest.mark.parametrize(("text", "place"), PLACES.items(), ids=PLACES)
def test_two_letters_of_a_country_behind_its_region(text: str, place: tuple[str, str]) -> None:
    found = place_of(text)
    assert (found.town, found.country) == place


def test_a_region_before_its_country_is_no_town(read: Callable[..., Reading]) -> None:
    text = "MARA VELDING\n+91 98765 43210 ⋄ Bengaluru, Karnataka, IN\nmara@fernpost.net\n\nExperience\n2019 - Present Clerk, Rowan Ltd"
    (resume,) = read(text).resumes
    assert resume.city == "Bengaluru"


def test_dots_between_the_groups_of_a_number(read: Callable[..., Reading]) -> None:
    text = "Mara Velding\nmara@fernpost.net | 646.555.0148\n\nExperience\nTide Charts | Founder\nOct 2019 - Present | Bangalore, India"
    (resume,) = read(text).resumes
    assert resume.phones == ("+16465550148",)


def test_sign_of_a_table_between_name_and_address(read: Callable[..., Reading]) -> None:
    text = "Mara Velding & http://velding.fernpost.net\nTide Engineer & mara@fernpost.net\n\nExperience\n2019 - Present Clerk, Rowan Ltd"
    (resume,) = read(text).resumes
    assert resume.name == "Mara Velding"


def test_heading_that_spaces_part_from_its_school(read: Callable[..., Reading]) -> None:
    text = (
        f"{HEAD}WORK EXPERIENCE\nDepartment Manager\nRowan Depot - Dayton, OH - 03/2011-08/2019\nCoached people\n"
        "EDUCATION  Larchland Community College\nCloud Training\n03-02-2023 to 10-05-2023"
    )
    (resume,) = read(text).resumes
    assert (resume.current_title, resume.current_employer, resume.school) == (
        "Department Manager", "Rowan Depot", "Larchland Community College",
    )  # fmt: skip


def test_place_before_a_slash_is_no_part_of_the_post(read: Callable[..., Reading]) -> None:
    text = f"{HEAD}Work Experience\nLarch Technologies, L.L.C. (Dayton, OH / Software Security Engineer)\nMay 2012 - Present\n- Reviews"
    (resume,) = read(text).resumes
    assert resume.current_title == "Software Security Engineer"


def test_line_of_two_posts_under_the_name_tells_the_trade(read: Callable[..., Reading]) -> None:
    text = (
        "Mara Velding\nDepartment Manager/ Sales Supervisor - Rowan Depot\nmara@fernpost.net | +44 7700 900123\n\n"
        "Experience\nDepartment Manager\nRowan Depot - 05/2018 - Present\nCoached people"
    )
    (resume,) = read(text).resumes
    assert resume.role_family == "sales"


CALLINGS = {
    "Earth scientist specializing in tides, statistics and maps": "Earth scientist",
    "Aspiring Software Engineer specializing in tides and maps": None,
}


@pytest.mark.parametrize(("line", "post"), CALLINGS.items(), ids=CALLINGS)
def test_what_somebody_is_called_where_no_job_is_told(
    line: str, post: str | None, read: Callable[..., Reading]
) -> None:
    text = f"Mara Velding\n{line}\nmara@fernpost.net\n\nEducation\n2016 - 2021\nPh.D. University of Northmoor"
    (resume,) = read(text).resumes
    assert resume.current_title == post


STUDIES = {
    "audience_in_a_bracket_of_an_item": (
        (
            "Master of Technology – Computer Science and Tides, LXSc Bangalore\tJuly 2019\n• Assistant in Geometry: graded work of 100 students (UG,\n"
            "M.Tech, Ph.D.) with feedback\nBachelor of Engineering - Computer Science, Rowan COE Nanded\tJuly 2015"
        ),
        ("master", "LXSc Bangalore"),
    ),
    "third_cycle": (
        "2011–2015\tUniversity, Faculty of tides, TXKE, 3rd degree\n2009–2011\tUniversity, Faculty of tides, TXKE, 2nd degree",
        ("doctor", "Faculty of tides"),
    ),
    "bachiller_of_a_school_of_children": (
        (
            "2000-2011\tBachelor of Science, U.E. Colegio Larcho, Caracas, Venezuela\n"
            "2011-2018\tComputer Engineer, Universidad Simón Moreno, Caracas, Venezuela"
        ),
        ("bachelor", "Universidad Simón Moreno"),
    ),
}


@pytest.mark.parametrize(("rows", "told"), STUDIES.values(), ids=STUDIES)
def test_studies(rows: str, told: tuple[str, str], read: Callable[..., Reading]) -> None:
    (resume,) = read(f"{HEAD}Education\n{rows}\n\nExperience\n2019 - Present Clerk, Rowan Ltd").resumes
    assert (resume.highest_degree, resume.school) == told


def test_the_number_of_a_student_is_no_degree(read: Callable[..., Reading]) -> None:
    (resume,) = read(f"{HEAD}Age: 23\nMatric Number: 262771\n\nSkills\nMicrosoft Office\nPhotoshop").resumes
    assert resume.highest_degree is None


def test_letter_that_greets_in_its_first_sentence(read: Callable[..., Reading]) -> None:
    text = (
        "Dear Hiring Manager: I am writing to apply for the post of Junior Baker at Larch, and I am impressed by your bread.\n"
        "I am a baker and master graduate of the Polytechnic Institute of Northmoor. I have a strong background.\n"
        "My qualifications are as follows:\nStrong skills with dough and ovens.\nI look forward to talking with you.\n"
        "Sincerely Mara Velding\n115 Moor Street, Lindau\n646-555-0148\nmara@fernpost.net"
    )
    assert read(text).resumes == ()
