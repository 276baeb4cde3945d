"""Jobs of one date beside periods, dates over two rows, and words that say that a job goes on: invented, a row a shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

HEAD = "Ana Moor\nana.moor@fernpost.net\n\nExperience\n"
TAIL = "\n\nEducation\nBSc Nursing, Northmoor University, 2018\nSkills\nPlanning, Excel, reports"
CLERK = ("Sales Clerk", "Larch Ltd")

ROWS: dict[str, tuple[str, tuple[str, str]]] = {
    "house_and_season_over_its_post": (
        "Moor Bank          Summer 2023\nResearch Intern\n\nLarch Ltd          August 2022 - Present\nSales Clerk\nPots and pans",
        CLERK,
    ),
    "house_and_month_over_its_post": (
        "Moor Bank\tJun 2023\nResearch Intern (PIV)\nLarch Ltd\t2022 - Present\nSales Clerk",
        CLERK,
    ),
    "house_and_year_over_its_post": ("Moor Bank\t2023\nResearch Intern\nLarch Ltd\t2022 - Present\nSales Clerk", CLERK),
    "end_of_dates_in_the_next_row": (
        "08/16–to\tSales Clerk, Larch Ltd, Munich,\ndate\tGermany\n• Sold pots\n06/15–09/15\tBaker, Marden Mill Ltd, Hull\n• Worked",
        CLERK,
    ),
    "end_of_dates_alone_in_the_next_row": (
        "08/2016 – till\tSales Clerk, Larch Ltd, Hull\nnow\n• Sold pots\n06/2015–09/2015\tBaker, Marden Mill Ltd, Hull\n• Worked",
        CLERK,
    ),
    "still": ("2010 - still\tLarch Ltd\nSales Clerk\n2007 - 2010\tMarden Mill\nBaker", CLERK),
    "still_in_front_of_the_house": ("2010 - still Larch Ltd\nSales Clerk\n2007 - 2010 Marden Mill\nBaker", CLERK),
    "two_kinds_of_contract_in_brackets": (
        "PLC - Business Technology\tFeb 2023 - present\nSoftware Developer II [Permanent Full-time]\n- Made kiosks",
        ("Software Developer II", "PLC"),
    ),
}


@pytest.mark.parametrize("case", ROWS)
def test_the_job_that_goes_on(case: str, read: Callable[..., Reading]) -> None:
    rows, job = ROWS[case]
    (found,) = read(f"{HEAD}{rows}{TAIL}").resumes
    assert (found.current_title, found.current_employer) == job
