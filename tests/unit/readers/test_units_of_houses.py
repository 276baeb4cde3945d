"""A ward, a desk or a department in a cell of its own is not the house beside it; two letters behind a school are its degree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
PAGE = "Mara Velding\nmara@example.com\n\nEXPERIENCE\n{jobs}\n\nEDUCATION\n{studies}\n"
STUDIES = "BSc, Northmoor University, 2015"


@pytest.mark.parametrize(
    ("jobs", "house"),
    [
        (
            "Charge Nurse | Surgical Ward 4B | Larchwell | 2019 - Present\nStaff Nurse | Maternity | Oakmoor | 2015 - 2019",
            "Larchwell",
        ),
        ("Staff Nurse\tWard 12\tLarchwell\t2019 - Present\nNursing Aide\tWard 3\tOakmoor\t2015 - 2019", "Larchwell"),
        (
            "2019 - Present\tReporter\tNews Desk\tThe Larch Herald\n2015 - 2019\tIntern\tSports Desk\tOak Times",
            "The Larch Herald",
        ),
        (
            "Larchwell | Front Office Branch | Receptionist | 2019 - Present\nOakmoor | Kitchen | Cook | 2015 - 2019",
            "Larchwell",
        ),
    ],
)
def test_a_unit_in_its_own_cell(jobs: str, house: str, read: Read) -> None:
    (resume,) = read(PAGE.format(jobs=jobs, studies=STUDIES)).resumes
    assert resume.current_employer == house


@pytest.mark.parametrize("house", ["Ward & Marsh", "Level 9 Games", "Wingham"])
def test_a_house_that_is_called_nearly_so(house: str, read: Read) -> None:
    (resume,) = read(
        PAGE.format(jobs=f"Buyer | {house} | 2019 - Present\nClerk | Oakmoor | 2015 - 2019", studies=STUDIES)
    ).resumes
    assert resume.current_employer == house


@pytest.mark.parametrize(
    ("studies", "degree"),
    [
        ("Northmoor University, MA 2014\nVelding College, BA 2010", "master"),
        ("Northmoor University, MA, 2014", "master"),
        ("Northmoor University, MA (2014)", "master"),
        ("Northmoor College, Boston, MA 2014\nBSc Geology", "bachelor"),
        ("Northmoor University, MA\t2014\nBSc Geology", "bachelor"),
        ("Northmoor University, MA 2010 - 2014\nBSc Geology", "bachelor"),
    ],
)
def test_two_letters_between_school_and_year(studies: str, degree: str, read: Read) -> None:
    (resume,) = read(PAGE.format(jobs="Teacher, Larch School, 2015 - Present", studies=studies)).resumes
    assert resume.highest_degree == degree
    assert (resume.school or "").startswith("Northmoor")


@pytest.mark.parametrize("post", ["Librarian-in-Residence", "Gardener-in-Residence", "Physicist-in-Residence"])
def test_who_works_in_residence(post: str, read: Read) -> None:
    told = f"As a {post} at the Library of Velding, I lead the work on the tides for its visitors."
    (resume,) = read(PAGE.format(jobs=told, studies=STUDIES)).resumes
    assert (resume.current_title, resume.current_employer) == (post, "Library of Velding")


def test_the_name_of_a_design_is_nobody(read: Read) -> None:
    page = "<title>Clean Blog - Start Bootstrap Theme</title><h1>Clean Blog - Start Bootstrap Theme</h1><p>Mara Velding</p>"
    page += "<p>mara@example.com</p><h2>Experience</h2><p>Florist, Larch Blooms, 2015 - Present</p>"
    (resume,) = read(page.encode(), "page.html").resumes
    assert resume.name == "Mara Velding"


@pytest.mark.parametrize(
    ("studies", "school"),
    [
        ("PhD Northmoor 2009\nBSc Stanford 2003", "Northmoor"),
        ("PhD Northmoor 2009, MSc Velding 2004, BSc Warwick 2001", "Northmoor"),
        ("2009 PhD Northmoor\n2003 BSc Princeton", "Northmoor"),
        ("MA Northmoor (2009)\nBA Oxford (2005)", "Northmoor"),
        ("PhD Physics 2009\nBSc Stanford 2003", "Stanford"),
        ("PhD Tides 2009\nBSc Physics 2003\nNorthmoor University", "Northmoor University"),
        ("PhD Immunogenetics 2009\nMSc Tides 2005", None),
    ],
)
def test_a_degree_one_name_and_a_year(studies: str, school: str | None, read: Read) -> None:
    (resume,) = read(PAGE.format(jobs="Teacher, Larch School, 2012 - Present", studies=studies)).resumes
    assert resume.school == school
