"""Jobs that give no post, jobs opened by their print, and what only looks like a house, a post or a job of today."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import open_in
from schemas.records import ParsedResume, Reading

HEAD = "# Mara Velding\n\nmara@fernpost.example\n\n"


@pytest.fixture
def first(read: Callable[..., Reading]) -> Callable[..., ParsedResume]:
    def one(text: str, name: str = "x.md") -> ParsedResume:
        return read(text, name).resumes[0]

    return one


@pytest.mark.parametrize("line", ["2019 - March 2022", "2019 - Mar 2022: Clerk", "2018 - June 2020 Northwind"])
def test_a_year_before_a_month_is_no_open_date(line: str) -> None:
    assert open_in(line) is None


def test_what_ended_in_a_month_is_not_held_today(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "## Experience\n\n2020 - 2022 Tide Keeper, Larch Trust\n\n2016 - March 2019 Gate Keeper, Fern Trust\n\n"
        "2012 - 2015 Warden, Rowan Trust\n"
    )
    resume = first(HEAD + jobs)
    assert (resume.current_title, resume.current_employer) == ("Tide Keeper", "Larch Trust")


def test_the_line_under_bare_dates_is_the_job_where_every_job_is_set_so(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "## Experience\n\nSince June 2022\n\nKeeper of one of the tide tables of the whole coast\n\n"
        "Since Nov. 2021\n\nGate Coordinator and Trainer in Rowan to Larch Scheme (RoLa).\n\n"
        "2019 - March 2022\n\nAssistant Professor of tides, Tide Department, Fern University\n\n"
        "2017 - 2019\n\nPostdoctoral Researcher, Institute of Tides\n"
    )
    assert first(HEAD + jobs).current_title == "Gate Coordinator and Trainer"


@pytest.mark.parametrize("heading", ["## Work history\n\n", ""])
def test_a_name_alone_beside_its_dates_is_a_house(first: Callable[..., ParsedResume], heading: str) -> None:
    jobs = (
        f"{heading}### Larchmark - Leeds - from 03/2013\n\nBuilt a gate for the statistics of the tides.\n\n"
        "### Tidemark - York - from 10/2011 to 09/2012\n\nBuilt a set of gates with many people.\n\n"
        "### Fernmark - Hull - from 10/2009 to 06/2011\n\nBuilt a bridge over the canal of the town.\n\n"
        "### Oakmark - Hull - from 12/2008 to 06/2009\n\nKept the locks of the town and its canal.\n"
    )
    assert first(HEAD + jobs).current_employer == "Larchmark"


def test_another_job_that_goes_on_takes_nothing_from_a_house_alone(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "## Work history\n\n- Larchmark - Paris - from 03/2013\n  - Built a gate for the tides\n\n"
        "- Tidemark - Paris - from 10/2011 to 09/2012\n  - Built gates\n\n"
        "## Other experience\n\n- Since August 2010 - Tidegate packager\n  - Package management for Tide Gate\n"
    )
    assert first(HEAD + jobs).current_employer == "Larchmark"


def test_the_head_of_the_resume_opens_at_no_date(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "Employment History\n------------------\n\n2009 - 2011: Larch Gates, LLC - Seattle, WA\n"
        "===========================================\n\nMy own consulting business. Contracts include work for Fern, Inc.\n\n"
        "2003 - 2009: Tidemark, Inc - Palo Alto, CA\n==========================================\n\n"
        "Lead Developer. Built gates.\n\nEducation\n---------\n\nB.A. Botany, 1987\n"
    )
    resume = first(
        "Greetings\n---------\n\nMy name is Mara Velding. I build gates and locks for towns.\n\n" + jobs, "x.txt"
    )
    assert (resume.current_title, resume.current_employer) == (None, "Larch Gates, LLC")


def test_the_margin_breaks_no_house_out_of_a_sentence(first: Callable[..., ParsedResume]) -> None:
    said = (
        "With over 20 years of experience on the coast, I have been a vocal leader in Tidal\nResearch for the last ten of them.\n"
        "\nExperience\n2009 - 2011: Larch Gates, LLC - Leeds\n2003 - 2009: Fern Gates Inc - York\n"
    )
    assert first("Mara Velding\nmara@fernpost.example\n\n" + said, "x.txt").current_employer == "Larch Gates, LLC"


def test_what_brackets_say_of_a_firm_is_no_part_of_it(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "Experience:\nNorthwind, Inc. (Tidal Power Semiconductors)\tOct. 2009 - Present\n"
        "Senior Test Engineer - Product Engineering\tMay 2014 - Present\n- Owned the gates\n"
        "Fern Credit Union\tAug. 2005 - May 2007\nTeller\n"
    )
    assert first(f"Mara Velding\nmara@fernpost.example\n\n{jobs}", "x.txt").current_employer == "Northwind, Inc."


def test_a_kind_of_job_is_the_post_where_none_is_told(first: Callable[..., ParsedResume]) -> None:
    jobs = (
        "## Experience\n\nInternship – Clinical Tides & Data Pipeline Engineering\n\nTidemark GmbH\n\n02/2023 - 04/2023\n\n"
        "- Refactored the gates of the town\n"
    )
    resume = first(HEAD + jobs)
    assert (resume.current_title, resume.current_employer) == ("Internship", "Tidemark GmbH")


def test_larger_print_opens_a_job(first: Callable[..., ParsedResume]) -> None:
    block = (
        "<h3>{}</h3><p>{}</p><p>{}</p><p>{}</p><p>Drew the gates and bridges of the town with many other people.</p>"
    )
    rows = (
        ("Art Director", "REMOTE", "Larch Media — Rowan etc.", "09/2019 – 03/2021"),
        ("Marketing Designer", "REMOTE", "Larch Media — Rowan etc.", "09/2017 – 03/2018"),
        ("Founder & Brand Owner", "INDEPENDENT", "Moor Concept — Handmade Fragrance Brand", "2018 – Ongoing"),
        ("Social Media Manager", "FREELANCE", "Fern Inn", "01/2014 – 02/2015"),
    )
    jobs = "".join(block.format(*row) for row in rows)
    page = f"<h1>Mara Velding</h1><p>mara@fernpost.example</p><h2>Experience</h2>{jobs}"
    resume = first(f"<html><body>{page}</body></html>", "x.html")
    assert (resume.current_title, resume.current_employer) == ("Founder & Brand Owner", "Moor Concept")


@pytest.mark.parametrize(
    "house",
    [
        "Larch S. A.", "Larch S. p. A.", "Larch s. r. o.", "Larch, a. s.", "Larch Sp. z o. o.", "Larch e.V.", "Larch Nyrt.",
        "Larch Holding", "City of Larchmoor", "Larch Nursing Home", "PT Larch Nusantara", "Larch Staffing", "Larch Board of Tides Inc",
    ],
)  # fmt: skip
def test_forms_of_houses(house: str) -> None:
    assert employer_score(house) >= 0.6


@pytest.mark.parametrize(
    "post", ["Neurosurgeon", "Geoscientist", "Dramatherapist", "Loan Processor", "Maintainer", "PT Assistant"]
)
def test_learned_posts(post: str) -> None:
    assert title_score(post) == 1.0
    assert employer_score(post) == 0.0
