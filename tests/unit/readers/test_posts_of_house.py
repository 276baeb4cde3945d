"""Two posts that go on at one house, and dates whose end stands below their begin in the margin."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
PAGE = "Mara Velding\nmara@example.com\n\nEXPERIENCE\n\n{first}\n\nSKILLS\nExcel\n\nPROFESSIONAL EXPERIENCE\n\n{then}\n\nEDUCATION\nBSc, Northmoor University, 2013\n"


@pytest.mark.parametrize(
    ("first", "then", "post"),
    [
        (
            "Tide Gates of the North | Larch Partners | 2018 - Present",
            "Consultant | Larch Partners | 2016 - Present",
            "Consultant",
        ),
        (
            "Fern Moving in the Harbour, Larch Partners\n2018 - Present",
            "Site Manager, Larch Partners\n2016 - Present",
            "Site Manager",
        ),
        (
            "Tide Gates of the North | Larch Partners | 2018 - Present",
            "Clerk | Larch Partners | 2014 - 2016",
            "Tide Gates of the North",
        ),
        (
            "Tide Gates of the North | Larch Partners | 2018 - Present",
            "Clerk | Oakmoor | 2016 - Present",
            "Tide Gates of the North",
        ),
        ("Nurse | Larch Partners | 2018 - Present", "Clerk | Larch Partners | 2016 - Present", "Nurse"),
    ],
)
def test_what_one_is_called_at_a_house(first: str, then: str, post: str, read: Read) -> None:
    (resume,) = read(PAGE.format(first=first, then=then)).resumes
    assert resume.current_title == post


@pytest.mark.parametrize("end", ["- now", "- Present", "– today"])
def test_the_end_stands_below_the_begin(end: str, read: Read) -> None:
    then = f"2015\tNursing Aide | Oak Home\n- 2018\tWashed and fed.\n2018\tStaff Nurse | Larch Hospital\n{end}\tCared for the old."
    (resume,) = read(PAGE.format(first="", then=then)).resumes
    assert (resume.current_title, resume.current_employer) == ("Staff Nurse", "Larch Hospital")


@pytest.mark.parametrize(
    "heading", ["Personal Development", "Self-Development", "Training and Professional Development"]
)
def test_what_is_learned_beside_the_job_is_no_job(heading: str, read: Read) -> None:
    page = f"Mara Velding\nmara@example.com\n\nEXPERIENCE\n\nBuyer, Larch Foods, 2014 - 2019\nPaid the growers\n\n{heading}\n\n"
    (resume,) = read(
        f"{page}Fernwell Desktop Specialist. Fernwell, 2020\nTide Analyst Course. Larch Academy, 2021\n"
    ).resumes
    assert (resume.current_title, resume.current_employer) == ("Buyer", "Larch Foods")
