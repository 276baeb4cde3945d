"""What the jobs of one resume tell of each other: a house that comes round, a year below later ones; and dates in more spellings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.periods import moment, period_in
from schemas.records import ParsedResume, Reading

HEAD = "Mara Velding\nmara@fernpost.example\n\n"


@pytest.fixture
def first(read: Callable[..., Reading]) -> Callable[..., ParsedResume]:
    def one(text: str, name: str = "x.txt") -> ParsedResume:
        return read(text, name).resumes[0]

    return one


def test_a_name_under_several_posts_is_the_house_of_all(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "EXPERIENCE\n\nTide Engineer, Lead\nJanuary 2024 – Present (40 Hrs/Week)\nRowan Alder Holm\nNorthoak MI Office\n\n"
        "Develop a reusable gate that takes the water of the whole town from the canal to the coast.\n\n"
        "Data Scientist, Lead\nJanuary 2023 – December 2023 (40 Hrs/Week)\nRowan Alder Holm\nFairhill MI Office\n\n"
        "Lead technical teams by drawing gates and delegating tasks to the junior staff of the house.\n\n"
        "Data Scientist II\nJanuary 2021 – December 2022 (40 Hrs/Week)\nRowan Alder Holm\nFairhill MI Office\n\n"
        "Developed a repeatable pipeline that draws the gates of the canal from the maps of the town.\n"
    )
    assert first(HEAD + jobs).current_employer == "Rowan Alder Holm"


def test_what_comes_round_in_the_tasks_is_no_house(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "EXPERIENCE\n\nData Scientist\nJanuary 2023 – Present\nCut the latency by half\n\n"
        "Data Analyst\nJanuary 2021 – December 2022\nCut the latency by half\n"
    )
    assert first(HEAD + jobs).current_employer is None


def test_a_year_below_later_jobs_does_not_go_on(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "Research and Internships\n\n2023-2025 — Institute of Tides, Leeds\nPost-doc in the Gate team (drawing and counting)\n\n"
        "2019-2022 — Fern University, York\nAdvisors: Nora Paz and Ana Moor.\n\n"
        "2017 — Rowan Institute of Technology, Hull\nResearch internship at the Department of Gates.\n\n"
        "2016 — Larch Space, Hull\nOperational internship at the Department of Advanced Gates.\n"
    )
    resume = first(HEAD + jobs)
    assert (resume.current_title, resume.current_employer) == ("Post-doc", "Institute of Tides")


@pytest.mark.parametrize(
    "task", ["Lead a team of four people. Built gates.", "Head the office in Leeds.", "Sat in the office."]
)
def test_a_task_opens_with_no_post(first: Callable[..., ParsedResume], task: str) -> None:
    assert first(f"{HEAD}Experience\n2021 - 2024: Larch Gates Inc - Leeds\n{task}\n").current_title is None


def test_a_doctor_ends_no_sentence(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "RESEARCH POSITIONS\n\nTide Warden\tGate of Mara T. Holm, Ph.D.\nFern Tide Institute\t2022 - Present\n"
        "Department of Tides, Larch College\n\nResearch Assistant\tGate of Ana D. Paz, Ph.D.\nRowan Tide Institute\t2017 - 2021\n"
    )
    assert first(HEAD + jobs).current_title == "Tide Warden"


@pytest.mark.parametrize(
    ("date", "year"), [("Mar-16", 2016), ("Mar16", 2016), ("Sept-09", 2009), ("Mar 16", 2016), ("10/15/2018", 2018)]
)
def test_dates_in_more_spellings(date: str, year: int) -> None:
    assert int(moment(date)) == year


def test_american_days() -> None:
    period = period_in("03/15/2016 to 09/25/2019")
    assert period is not None
    assert (int(period.start), int(period.end)) == (2016, 2019)
    assert moment("10/15/2018") == moment("15/10/2018")


def test_the_latest_of_short_dates(first: Callable[..., ParsedResume]) -> None:
    jobs = "Experience\nClerk, Fern Ltd\tMar-14 - Feb-16\nTeller, Larch Ltd\tMar-16 - Sep-19\n"
    assert first(HEAD + jobs).current_title == "Teller"


def test_one_name_over_bare_dates_is_the_house_where_no_job_has_a_post(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "Professional Background\n\nFernlab\nSep/2005–May/2007\nwww.fernlab.example\nReal-time gate inspection\n\n"
        "Tidewish\nNov/2008–Dec/2012\nwww.tidewish.example\nFlood Areas – gate development and maintenance\n\n"
        "Larchmark\nNov/2012–Present\nwww.larchmark.example\nCanal Areas – SEPA (Single Area of Tides)\n"
    )
    assert first(HEAD + jobs).current_employer == "Larchmark"
