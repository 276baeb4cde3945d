"""A row of labels that nobody filled in, in the head of a text, makes no list of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.document import Reading

TEXT = """MARA VELDING
Tide Engineer | Gates & Weirs
[City, Country] | [Phone] | [Email] | [LinkedIn URL]

PROFESSIONAL EXPERIENCE
Tide Engineer | Larchwell-Adenis | Feb 2025 – Present
- Contributed to a board of tides
- Told the tides
Clerk | Velling Business | Jul 2023 – Feb 2025
- Kept the books

EDUCATION
Northmoor College
"""
LIST = "Name | Phone | Email | City\nMara Velding | 07700900123 | mara@fernpost.net | Hull\nJo Larch | 07700900124 | jo@fernpost.net | Hull\n"


def test_a_text_is_read_whole(read: Callable[..., Reading]) -> None:
    (found,) = read(TEXT.encode(), "x.txt").resumes
    assert (found.name, found.current_title, found.current_employer) == (
        "MARA VELDING",
        "Tide Engineer",
        "Larchwell-Adenis",
    )


def test_a_list_stays_one(read: Callable[..., Reading]) -> None:
    assert [one.name for one in read(LIST.encode(), "x.txt").resumes] == ["Mara Velding", "Jo Larch"]
