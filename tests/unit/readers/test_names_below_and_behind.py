"""Names below addresses, under a declaration, behind a page; and posts and places that stand where a name would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ringback.readers.fields.names.joined import joined_by_address
from ringback.readers.fields.names.shapes import latin_score

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

REST = """
Summary
Reliable and quick, with nine years in busy teams.
Experience
Storekeeper, Holloway Foods Ltd, Leeds (2017 - Present)
- Led a team of nine
Education
BSc Economics, University of Westmoor, 2013
"""
MAIL = "sunny77@mailbox.example"


def name_of(read: Callable[..., Reading], text: str, suffix: str = ".txt") -> str | None:
    return read(text, suffix).resumes[0].name


@pytest.mark.parametrize(
    "post",
    [
        "Registered Nurse",
        "Able Seaman",
        "Social Worker",
        "Crane Operator",
        "Delivery Rider",
        "Civil Servant",
        "Au Pair",
    ],
)
def test_a_post_on_the_first_line_is_nobody(read: Callable[..., Reading], post: str) -> None:
    assert name_of(read, f"{post}\n{MAIL}\n+44 7911 123456\n{REST}") is None


@pytest.mark.parametrize("name", ["Nora Carpenter", "Tamsin Church", "Petra Porter"])
def test_a_name_that_is_a_post_too_is_a_name_there(read: Callable[..., Reading], name: str) -> None:
    assert name_of(read, f"{name}\n{MAIL}\n+44 7911 123456\n{REST}") == name


def test_the_name_of_the_title_is_told_from_the_post_in_large_print(read: Callable[..., Reading]) -> None:
    page = f"<html><head><title>Mara Velding - Resume</title></head><body><h1>Registered Nurse</h1><p>{MAIL}</p>"
    rows = "".join(f"<p>{line}</p>" for line in REST.strip().splitlines())
    assert name_of(read, f"{page}{rows}</body></html>", ".html") == "Mara Velding"


@pytest.mark.parametrize("place", ["Leeds, United Kingdom", "Sharjah, United Arab Emirates", "Durban, South Africa"])
def test_a_town_and_its_country_of_two_words_are_nobody(place: str) -> None:
    assert latin_score(place) == 0


@pytest.mark.parametrize("above", [f"12 Mill Lane\nLeeds LS1 4DY\n{MAIL}", f"{MAIL}\n+44 7911 123456"])
def test_the_last_line_below_the_addresses(read: Callable[..., Reading], above: str) -> None:
    assert name_of(read, f"{above}\nMaria Clara D. Reyesma\n{REST}") == "Maria Clara D. Reyesma"


def test_the_post_in_the_name_of_a_file_of_a_board_is_nobody(read: Callable[..., Reading]) -> None:
    text = "Phone: 020 7946 0958\nExperience\nClerk, Larch Partners, 2015 - Present\nSold tickets.\n"
    assert read(text, "Indeed_Sales_Manager.txt").resumes[0].name is None
    assert read(text, "Indeed_Mara_Velding.txt").resumes[0].name == "Mara Velding"
