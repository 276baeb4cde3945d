"""Short forms behind posts, posts that their houses are written with again, departments with the college they are of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.document import Reading

JOBS = {
    "short form of the post": (
        "Feb 2022 – Present\tTide Performance Analyst (TPA), Larchair, Lindale, UK",
        "Larchair",
    ),
    "short form and house": ("Research Scientist (NTRO)\tFeb 2022 – Present", "NTRO"),
    "short form of the house": ("Tide Analyst, Corvus Exchange (CEX)\tFeb 2022 – Present", "Corvus Exchange (CEX)"),
    "short form in a sentence": (
        "May 2019 – Present\nResearch Assistant, Harwell College Physics Department, Hull, IA\nJoined a Mentored Tidal Project (MTP)",
        "Harwell College Physics Department",
    ),
    "post behind its house": (
        "Graduate Assistant\nLindale, Arkansas\nUniversity of Northmoor Gate Life Graduate Assistant\tJuly 2021 - Present",
        "University of Northmoor Gate Life",
    ),
}


@pytest.mark.parametrize(("job", "employer"), JOBS.values(), ids=JOBS.keys())
def test_employers(read: Callable[..., Reading], job: str, employer: str) -> None:
    page = f"Nora Pellwick\nn@p.example\n\nEXPERIENCE\n{job}\n- Kept the boards\n\nEDUCATION\nMoor High School\n"
    (found,) = read(page.encode(), "x.txt").resumes
    assert found.current_employer == employer
