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
