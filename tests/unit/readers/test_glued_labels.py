"""Labels that only a space parts from a value, and columns of lists that only their cells tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "head",
    [
        "Title\tMs\tForename(s)\tAna\nSurname\tMoorhill Telephone (mobile)\t(202) 555-0143",
        "First name(s) / Surname(s) Ana Moorhill\nTelephone(s)\t(202) 555-0143",
    ],
)
def test_a_name_beside_another_label(sheet_of: Callable[..., Sheet], head: str) -> None:
    text = (
        f"Personal details\n{head}\nE-mail\tana.moorhill@post.example\nWork experience\nBaker, Moor Bakery, 2019 - 2024"
    )
    found, _ = read_name(sheet_of(text), ())
    assert found is not None
    assert found.value == "Ana Moorhill"


@pytest.mark.parametrize("column", ["E-post address", "Reach by"])
def test_a_column_of_addresses(read: Read, column: str) -> None:
    rows = f"Name,City,{column},Where studied\nAna Holm,Leeds,a@post.example,Moor College\nBo Lund,Leeds,b@post.example,Moor College\n"
    found = read(rows, "list.csv").resumes
    assert [one.emails for one in found] == [("a@post.example",), ("b@post.example",)]
    assert [one.school for one in found] == ["Moor College"] * 2


@pytest.mark.parametrize(
    "rows", [("Recruited by", "a@firm.example", "b@firm.example"), ("Reach", "a@x.example", "a@x.example")]
)
def test_a_column_of_other_peoples_addresses(read: Read, rows: tuple[str, str, str]) -> None:
    column, first, second = rows
    text = f"Name,City,Phone,{column}\nAna Holm,Leeds,+12025550143,{first}\nBo Lund,Leeds,+12025550144,{second}\n"
    assert [one.emails for one in read(text, "list.csv").resumes] == [(), ()]


def test_an_address_that_nobody_answers(read: Read) -> None:
    text = "Ana Holm\nBaker\n(202) 555-0143\nno_reply@post.example\nExperience\nBaker, Moor Bakery, 2019 - 2024\nEducation\nBA, Moor College"
    assert [one.emails for one in read(text).resumes] == [()]


def test_a_lease_is_no_resume(read: Read) -> None:
    text = (
        "RESIDENTIAL LEASE AGREEMENT\nLandlord: Bo Lund, (202) 555-0199. Tenant: Ana Holm, (202) 555-0188.\n"
        "The Tenant shall pay a monthly rent of $1,150 on the first day of each month.\nThe Tenant shall not sublet the premises."
    )
    assert not read(text).resumes
