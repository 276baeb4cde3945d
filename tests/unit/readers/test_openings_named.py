"""The opening that files and mails are called by, and that letters and lines under the name tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name, read_subject
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.wishes import read_wishes


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Ana Moor - Application for Store Manager.pdf", "Store Manager"),
        ("Application_for_Store_Manager_2026.docx", "Store Manager"),
        ("应聘采购经理-周小满.pdf", "采购经理"),
        ("周小满-应聘采购经理.pdf", "采购经理"),
        ("應徵研發副理-周小滿.pdf", "研發副理"),
        ("Candidature au poste de chef de rang - Luc.pdf", "chef de rang"),
        ("应聘人员登记表.docx", None),
        ("求职简历-周小满.pdf", None),
        ("Job application form.pdf", None),
        ("Application for Leave.docx", None),
    ],
)
def test_the_opening_that_a_file_is_called_by(sheet_of: Callable[..., Sheet], name: str, title: str | None) -> None:
    found = read_wishes(sheet_of("Ana Moor\nana@post.example", name=name)).title
    assert (found and found.value) == title
    assert read_file_name(name, source=None).board is None


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Your vacancy Dispatcher: application of Ana Moor", "Dispatcher"),
        ("Candidature au poste de comptable - Luc Paz", "comptable"),
        ("Your vacancy notice", None),
    ],
)
def test_the_opening_in_the_subject_of_a_mail(subject: str, title: str | None) -> None:
    assert read_subject(subject, "a@b.example").title == title


@pytest.mark.parametrize(
    "row", ["应聘职位 Position 护士长", "应聘职位 / Position\t护士长", "应聘职位/Position\t护士长"]
)
def test_the_english_half_of_a_label_is_no_wish(sheet_of: Callable[..., Sheet], row: str) -> None:
    found = read_wishes(sheet_of(f"个人简历 RESUME\n姓名 Name\t周小满\n{row}\n手机/Mobile\t138 0013 8000")).title
    assert found
    assert found.value == "护士长"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Application as Talent Acquisition Manager", "Talent Acquisition Manager"),
        ("Application for the post of Bookkeeper", "Bookkeeper"),
        ("I saw your advert for a Quantity Surveyor and would like to apply.", "Quantity Surveyor"),
        ("Poste visé - Directeur des ventes", "Directeur des ventes"),
        ("Busco trabajo de: Jefe de contabilidad", "Jefe de contabilidad"),
        ("Application Development Manager", None),
    ],
)
def test_the_opening_under_the_name_and_in_a_letter(
    sheet_of: Callable[..., Sheet], line: str, title: str | None
) -> None:
    found = read_wishes(sheet_of(f"Ana Moor\n{line}\nana@post.example")).title
    assert (found and found.value) == title
