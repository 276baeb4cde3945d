"""A list of jobs that opens with one date, posts with what they are for, houses between dashes, composed headings: invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.periods import Period, period_in
from schemas.records import Reading

HEAD = "Ana Moor\nana.moor@fernpost.net\n\n"
BEFORE = "\nLarch Ltd\tMar 2019 - Jun 2022\nSales Clerk\nSold pots and pans\nMarden Mill\tMay 2017 - Feb 2019\nBaker\nBaked bread"

ROWS: dict[str, tuple[str, tuple[str, str]]] = {
    "house and month over its post": (
        "Experience\nTidewater\tJul 2022\nPot Maker\nMade pots" + BEFORE,
        ("Pot Maker", "Tidewater"),
    ),
    "month before the end of the job below": (
        "Experience\nTidewater\tMay 2022\nPot Maker\nMade pots" + BEFORE,
        ("Pot Maker", "Tidewater"),
    ),
    "month alone": (
        "Experience\nFern Bank\nTide Analyst\nJul 2022 | Hull\nCounted tides\nLarch Ltd\nSales Clerk\nMar 2019 - Jun 2022 | Hull\nSold pots",
        ("Tide Analyst", "Fern Bank"),
    ),
    "below a heading of research": (
        (
            "Research Experience\nFellow at the Northmoor Institute\nHull, UK | Nov 2024\n"
            "Fellow at the Larch Institute\nYork, UK | Mar 2024 - Nov 2024"
        ),
        ("Fellow", "Northmoor Institute"),
    ),
    "no opening: it began before the job below": (
        "Experience\nTidewater\tJul 2018\nPot Maker\nMade pots" + BEFORE,
        ("Sales Clerk", "Larch Ltd"),
    ),
    "a post and what it is for": (
        "Experience\nVP AI, Products, and Engineering\nTidewater Ltd\t2021 - Present\nLed teams",
        ("VP AI, Products, and Engineering", "Tidewater Ltd"),
    ),
    "a post for somebody of rank, and what was done": (
        "Experience\nTidewater Ltd\nLab Technician for Dr. Mara Velding. Tides of the north coast\n2021 - Present",
        ("Lab Technician", "Tidewater Ltd"),
    ),
    "whom somebody reports to between post and house": (
        "Experience\nTide Analyst\t2021 - Present\nReports to: Head of Operations\nLarch Bank\nCounted tides",
        ("Tide Analyst", "Larch Bank"),
    ),
    "the trade between house and post": (
        "Experience\nLarchwell\t2021 - Present\nIndustry: Retail\nTide Analyst\nCounted tides",
        ("Tide Analyst", "Larchwell"),
    ),
    "a manager over the dates": (
        "Experience\nTide Analyst\nManager: Mara Velding\nLarchwell\t2021 - Present\nCounted tides",
        ("Tide Analyst", "Larchwell"),
    ),
    "the trade under bare dates": (
        "Experience\n2021 - Present\nIndustry: Retail\nLarch Bank\nTide Analyst\n• Counted tides",
        ("Tide Analyst", "Larch Bank"),
    ),
    "a house and its parts between dashes": (
        "Experience\nQuillon – Pumps - Fern Plant\nTide Engineer (April 2018 - Present)\nBuilt gates",
        ("Tide Engineer", "Quillon – Pumps"),
    ),
}


@pytest.mark.parametrize("shape", ROWS)
def test_job_is_read(read: Callable[..., Reading], shape: str) -> None:
    """Nothing tells of an end, so the job that opens the list is the latest; parts of a post or a house stay together."""
    text, job = ROWS[shape]
    (found,) = read(f"{HEAD}{text}\n\nEducation\nBSc Nursing, Northmoor University, 2016").resumes
    assert (found.current_title, found.current_employer) == job


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Director, Research, Training, and Evaluation", ["Director, Research, Training, and Evaluation"]),
        ("Head of Design, Research and Content", ["Head of Design, Research and Content"]),
        ("Attorney, Mercer, Pike and Lowe", ["Attorney", "Mercer, Pike and Lowe"]),
        ("Manager, Finance, Mercer & Pike", ["Manager, Finance", "Mercer & Pike"]),
        ("Analyst, Tidewater, Research and Training", ["Analyst", "Tidewater", "Research and Training"]),
    ],
)
def test_fields_belong_to_the_post_in_front(line: str, texts: list[str]) -> None:
    """A list that ends in a field of work goes on with the post; partners and houses do not."""
    assert [atom.text for atom in atoms_of(line, row=0)] == texts


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Experience in Education", "experience"),
        ("Experience: Consulting", "experience"),
        ("Experience: Research", "projects"),
        ("Teaching Engagements and Appointments", "experience"),
        ("Clinical Roles", "experience"),
        ("Current and Past Positions", "experience"),
        ("Research Experience and Other Employment", "experience"),
        ("Leadership Roles", None),
        ("Experience: Python", None),
    ],
)
def test_composed_headings(heading: str, section: str | None) -> None:
    """Kinds of work and words for posts make headings together, in either order."""
    assert section_of_heading(heading) == section


def test_years_that_a_full_stop_ends() -> None:
    """``2014–15.`` is a range as ``2014–15`` is; no month is the fifteenth."""
    assert period_in("Tutor, Northmoor, 2014-15.") == Period(2014.0, 2015.0)
