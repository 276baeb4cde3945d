"""What a copy of a page leaves: names of icons glued to addresses, firms broken at their legal form, labels in a column."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import ParsedResume, Reading

JOBS = "Work Experience\n2019 - Present\nWaitress, Larch House, Marden\nServed guests and kept the tables\n"


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize(
    ("contacts", "address"),
    [
        ("call+1 302-555-0142\nemailmara.velding@post.example\n", "mara.velding@post.example"),
        ("email mara.velding@post.example\n", "mara.velding@post.example"),
        ("mailtomara.velding@post.example\n", "mara.velding@post.example"),
        ("+1 302-555-0142\nemailmara@post.example\n", "emailmara@post.example"),  # may be called so
        ("Phone Number\nEmail\nWhatsapp Number\n3025550142\nmara@post.example\n3025550142\n", "mara@post.example"),
    ],
)
def test_addresses(read: Callable[..., Reading], contacts: str, address: str) -> None:
    assert first(read(f"Mara Velding\n{contacts}{JOBS}")).emails == (address,)


def test_two_numbers_in_one_link(read: Callable[..., Reading]) -> None:
    text = (
        "# Mara Velding\n\n<mara@post.example> [+234 8031234567, +234 9021234567](tel:+234%208031234567,%20+234%209021234567)\n\n"
        "## Work Experience\n\n**Waitress**, Larch House, Marden, 2019 - Present\n"
    )
    assert first(read(text, name="cv.md")).phones == ("+2348031234567", "+2349021234567")


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("LARCH CARNIVAL (HK) CO LTD - Event staff", "LARCH CARNIVAL (HK) CO LTD"),
        ("Event staff, Larch Carnival (HK) Limited", "Larch Carnival (HK) Limited"),
        (
            "Working as Event staff at Larch Carnival India\nPvt Ltd, Chennai since August 2019.",
            "Larch Carnival India Pvt Ltd",
        ),
    ],
)
def test_legal_forms(read: Callable[..., Reading], line: str, house: str) -> None:
    resume = first(
        read(
            f"Mara Velding\nmara@post.example\nWork Experience\n2019 - Present\n{line}\nServed guests and kept the tables\n"
        )
    )
    assert (resume.current_title, resume.current_employer) == ("Event staff", house)


def test_a_site_is_no_house(read: Callable[..., Reading]) -> None:
    text = "Mara Velding\nmara@post.example\nCurrent Organization: www.larch.example\nCurrent Designation: Waitress\n"
    resume = first(read(text + "Education\nLarch College, 2014 - 2018, B.A. History\nSkills\nGuests\n"))
    assert (resume.current_title, resume.current_employer) == ("Waitress", None)


@pytest.mark.parametrize("heading", ["Character Reference", "CHARACTER REFERENCE", "Personal Reference"])
def test_who_may_be_asked(read: Callable[..., Reading], heading: str) -> None:
    asked = f"{heading}\nFULL NAME\nEMAIL\nCONTACT\nOTTO FENN\notto.fenn@post.example\n+63 9181234543\n"
    resume = first(read(f"Mara Velding\nmara@post.example\n+63 9171230456\n{JOBS}{asked}"))
    assert (resume.emails, resume.phones) == (("mara@post.example",), ("+639171230456",))
