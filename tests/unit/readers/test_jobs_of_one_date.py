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


@pytest.mark.parametrize("said", ["Massive Open Online Course", "Online Courses", "MOOC"])
def test_where_one_took_part_is_no_house(said: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}{said}\nedX: Rings and wires\nJune - July 2024\n- Learnt of wires{TAIL}").resumes
    assert found.current_employer is None


@pytest.mark.parametrize("said", ["Game jams", "Hackathons"])
def test_contests_are_no_house(said: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}{said}\nJanuary 2020 - ???{TAIL}").resumes
    assert found.current_employer is None


def test_an_end_of_dates_on_a_line_of_its_own(read: Callable[..., Reading]) -> None:
    rows = "08/16–to\ndate\nSales Clerk, Larch Ltd, Hull\n06/15–09/15\nBaker, Marden Mill Ltd, Hull"
    (found,) = read(f"{HEAD}{rows}{TAIL}").resumes
    assert (found.current_title, found.current_employer) == CLERK


@pytest.mark.parametrize("house", ["岚川科技", "岚川银行"])
def test_intern_in_one_word_with_the_house(house: str, read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"沈若川\n13800138000\n实习经历\n• {house}实习生\n2025.01 - 2025.02\n教育经历\n青禾大学 软件工程 本科 2020.09 - 2024.06"
    ).resumes
    assert (found.current_title, found.current_employer) == ("实习生", house)


def test_studies_in_a_list_of_jobs_without_a_heading_of_their_own(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "沈若川\n履歷\n青禾大學 | 2020.09 - 2022.06\n海洋統計系碩士\n北川大學 | 2014.09 - 2018.07\n海洋科技系學士\n"
        "岚川公司 | 2025.04 - 現在\n水文分析工程師\nmoor@fernpost.net"
    ).resumes
    assert (found.school, found.highest_degree, found.current_employer) == ("青禾大學", "master", "岚川公司")
