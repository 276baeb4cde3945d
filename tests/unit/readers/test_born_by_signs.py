"""The day of birth behind the sheet of a calendar, among the contacts only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.document import Reading

LINES = {
    "month behind": ("▦ 1999 Aug.", 1999),
    "whole day": ("▦ August 5th, 1987", 1987),
    "range": ("▦ Sept. 1999 – 2003", None),
}


@pytest.mark.parametrize(("day", "year"), LINES.values(), ids=LINES.keys())
def test_years(read: Callable[..., Reading], day: str, year: int | None) -> None:
    page = f"Nora Pellwick\n✉ n@p.example\t{day}\t⚑ Hull\n\nEXPERIENCE\nClerk, Larch Bank\t2019 - Present\n▦ May 3rd, 2001\n"
    (found,) = read((page + "\nEDUCATION\nMoor School, 1999\n").encode(), "x.txt").resumes
    assert found.birth_year == year


CARDS = {
    "alone under personal details": ("Personal Details\nNora Pellwick\n09 November 1998\nHull\n", 1998),
    "misspelt": ("Personal Details\nNora Pellwick\n09 Novemeber 1998\nHull\n", 1998),
    "of a licence": ("Personal Details\nNora Pellwick\nLicence since 09 November 1998\nHull\n", None),
    "in three columns": ("About me\nNora Pellwick, clerk\n\nDate of birth\nyear\tmonth\tday\n1998\t4\t10\n", 1998),
    "in columns of something else": (
        "About me\nNora Pellwick, clerk\n\nLast visit\nyear\tmonth\tday\n1998\t4\t10\n",
        None,
    ),
}


@pytest.mark.parametrize(("card", "year"), CARDS.values(), ids=CARDS.keys())
def test_years_among_the_facts(read: Callable[..., Reading], card: str, year: int | None) -> None:
    letter = (
        "CURRICULUM VITAE\n\nCover Letter\n\nDear Madam,\n"
        + "I keep the books of a bank and like order in all things.\n" * 12
    )
    page = (
        f"{letter}\n{card}\nWORK EXPERIENCE\nClerk, Larch Bank, 2019 - Present\n\nEDUCATION\nMoor School, 2012 - 2016\n"
    )
    (found,) = read(page.encode(), "x.txt").resumes
    assert found.birth_year == year
