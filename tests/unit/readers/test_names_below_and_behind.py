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


@pytest.mark.parametrize(
    "foot",
    [
        "Declaration\nI hereby declare that the above is true.\nPlace: Leeds\nDate: 1 March 2024\n(Mara Velding)",
        "I declare that all of it is true and correct.\nMara Velding",
        "Place: Leeds\tMARA VELDING\nDate: 1 March 2024",
        "Signature:\n(Mara Velding)",
    ],
)
def test_who_signs_the_declaration(read: Callable[..., Reading], foot: str) -> None:
    name = name_of(read, f"Resume\n{MAIL}\n{REST}{foot}\n")
    assert name is not None
    assert name.lower() == "mara velding"


def test_the_place_of_the_declaration_is_nobody(read: Callable[..., Reading]) -> None:
    assert name_of(read, f"Resume\n{MAIL}\n{REST}Declaration\nDate: 1 March 2024\nSan Antonio\n") is None


@pytest.mark.parametrize(
    ("page", "suffix"),
    [
        (f"---\ntitle: Resume\nauthor: Mara Velding\nlayout: page\n---\n\n{MAIL}\n{REST}", ".md"),
        (f"<html><head><meta name='author' content='Mara Velding'><title>CV</title></head><body>{MAIL}", ".html"),
        (f'<html><head><meta content="Mara Velding" name="author"><title>CV</title></head><body>{MAIL}', ".html"),
    ],
)
def test_the_author_of_a_page_that_names_nobody(read: Callable[..., Reading], page: str, suffix: str) -> None:
    rows = "".join(f"<p>{line}</p>" for line in REST.strip().splitlines()) if suffix == ".html" else ""
    assert name_of(read, page + rows, suffix) == "Mara Velding"


def test_the_author_of_a_page_that_is_called_otherwise_is_not_taken(read: Callable[..., Reading]) -> None:
    page = f"---\ntitle: Our kitchen\nauthor: Mara Velding\n---\n\n{MAIL}\n{REST}"
    assert name_of(read, page, ".md") is None


def test_two_lines_put_together_by_the_ends_of_the_address() -> None:
    shown = ["ANA MARIA", "LARCHFIELD", "REGISTERED NURSE"]
    assert joined_by_address(shown, ["ana.larchfield@mailbox.example"]) == {0: "ANA MARIA LARCHFIELD"}
    assert joined_by_address(shown, ["ana.pike@mailbox.example"]) == {}


@pytest.mark.parametrize(
    "foot",
    [
        "Place: Leeds     Yours Faithfully",
        "I hereby declare that the above is true.\nPlace: Leeds\nThank You",
        "Date:        Candidate Signature",
        "I hereby declare that the above is true.\nKind Regards",
        "Place: Leeds\tAuthorised Person",
        "Place: Leeds\nGod Bless",
    ],
)
def test_what_stands_in_the_place_of_a_signature_is_nobody(foot: str, read: Callable[..., Reading]) -> None:
    text = f"RESUME\nPhone: 020 7946 0958\nExperience\nClerk, Larch Partners, 2015 - Present\nSold tickets.\n{foot}\n"
    assert read(text).resumes[0].name is None


def test_the_post_in_the_name_of_a_file_of_a_board_is_nobody(read: Callable[..., Reading]) -> None:
    text = "Phone: 020 7946 0958\nExperience\nClerk, Larch Partners, 2015 - Present\nSold tickets.\n"
    assert read(text, "Indeed_Sales_Manager.txt").resumes[0].name is None
    assert read(text, "Indeed_Mara_Velding.txt").resumes[0].name == "Mara Velding"
