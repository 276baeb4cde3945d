"""Telephone numbers whose country only the schools tell, and numbers with the code of their country but without its plus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

JOBS = "Summary\nReliable.\nExperience\nClerk, Fernway Ltd\t2019 - Present\n- Kept the books\n"


def phones_of(read: Callable[..., Reading], number: str, school: str, place: str = "") -> tuple[str, ...]:
    text = f"Mara Velding\n{place}\nPhone: {number}\n{JOBS}Education\nBA Economics, {school}\t2018\n"
    return read(text).resumes[0].phones


@pytest.mark.parametrize(
    ("number", "school", "phone"),
    [
        ("0712 123456", "Kenyatta University", "+254712123456"),
        ("0712-345-678", "Makerere University", "+256712345678"),
        ("071-123-4567", "University of the Witwatersrand", "+27711234567"),
        ("050 123 4567", "Zayed University", "+971501234567"),
        ("081234 56789", "Anna University", "+918123456789"),
        ("0621 234 567", "University of Dodoma", "+255621234567"),
    ],
)
def test_the_country_of_the_schools(read: Callable[..., Reading], number: str, school: str, phone: str) -> None:
    assert phones_of(read, number, school) == (phone,)


@pytest.mark.parametrize(
    ("number", "place", "phone"),
    [
        ("2348021234567", "", "+2348021234567"),
        ("62812345678", "Jakarta", "+62812345678"),
        ("18762101234", "Kingston, Jamaica", "+18762101234"),
        ("9123456789", "Pune, Maharashtra", "+919123456789"),
        ("13800138000", "", "+8613800138000"),
    ],
)
def test_the_code_without_its_plus(read: Callable[..., Reading], number: str, place: str, phone: str) -> None:
    assert phones_of(read, number, "Westmoor Institute", place) == (phone,)


def test_groups_that_begin_with_a_zero_are_not_american(read: Callable[..., Reading]) -> None:
    assert phones_of(read, "071-123-4567", "Stellenbosch University") == ("+27711234567",)
    assert phones_of(read, "512-555-0147", "Westmoor Institute") == ("+15125550147",)


def test_twelve_digits_in_a_row_are_no_number_abroad(read: Callable[..., Reading]) -> None:
    text = "Mara Velding\n201520162017\nmara@post.example\nExperience\nClerk, Larch Partners, 2015 - Present\nSold tickets.\n"
    assert read(text).resumes[0].phones == ()


@pytest.mark.parametrize(
    "line", ["ID 8801712345678", "Reg. No: 2348021234567", "Order No 2348021234567", "201520162017"]
)
def test_long_numbers_of_offices_are_dialled_nowhere(read: Callable[..., Reading], line: str) -> None:
    text = f"Mara Velding\nmara@fernpost.net\n{line}\n{JOBS}Education\nBA Economics, Westmoor Institute\t2018\n"
    assert read(text).resumes[0].phones == ()


@pytest.mark.parametrize(
    ("number", "examination", "phone"),
    [
        ("0774 123456", "UACE", "+256774123456"),
        ("0722 123456", "KCSE", "+254722123456"),
        ("0754 123 456", "ACSEE", "+255754123456"),
        ("0773 123 456", "ZIMSEC", "+263773123456"),
        ("9123 6547", "HKDSE", "+85291236547"),
        ("71 123 456", "BGCSE", "+26771123456"),
    ],
)
def test_the_country_of_the_examinations(
    read: Callable[..., Reading], number: str, examination: str, phone: str
) -> None:
    assert phones_of(read, number, f"Westmoor College, {examination}") == (phone,)


@pytest.mark.parametrize("word", ["OR", "or", "/"])
def test_a_word_between_two_numbers_is_no_state(read: Callable[..., Reading], word: str) -> None:
    phones = phones_of(read, f"0774123456 {word} 0741123456", "Westmoor College, UACE")
    assert phones == ("+256774123456", "+256741123456")


def test_a_state_before_a_number_stays_one(read: Callable[..., Reading]) -> None:
    assert phones_of(read, "503 235 0147", "Westmoor College", "Portland, OR 97205") == ("+15032350147",)


def test_an_address_goes_before_examinations(read: Callable[..., Reading]) -> None:
    assert phones_of(read, "0772 123456", "Westmoor College, KCSE", "Kampala, Uganda") == ("+256772123456",)


@pytest.mark.parametrize("area", ["[032]", "(032)"])
def test_an_area_code_in_square_brackets(read: Callable[..., Reading], area: str) -> None:
    phones = phones_of(read, f"0917-412-0198 / {area} 412-0198", "Westmoor College", "Cebu City, Philippines")
    assert phones == ("+639174120198", "+63324120198")


def test_a_note_in_square_brackets_is_no_area_code(read: Callable[..., Reading]) -> None:
    text = (
        "Mara Velding\nManila, Philippines\nmara@post.example\n"
        + JOBS
        + "Awards\nBest paper [12] 412-4198 of the year\n"
    )
    assert read(text).resumes[0].phones == ()
