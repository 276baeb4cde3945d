"""What is no post and no house is given up, and the missing half is looked for once more."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.kinds import hardly_a_house, surely_no_house, surely_no_post
from ringback.readers.fields.jobs.second_look import look_again
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text

SKILLS = frozenset({"teamwork", "tide charts"})


def sheet_of_text(text: str) -> Sheet:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    return make_sheet(document, read_file_name("x.md", source=None))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("C++", "sign"),
        ("09|16 to 11|16", "date"),
        ("Marzo", "month"),
        ("Education", "heading"),
        ("LTS to increase the yield and reduce cost", "sentence"),
        ("Varios", "kind"),
        ("Università", "kind"),
        ("Teamwork", "skill"),
        ("Marine Biologist", "post"),
        ("Master’s Student", "post"),
        ("3M", None),
        ("A1", None),
        ("Harvard", None),
        ("Gull & Anchor", None),
        ("Software Engineer Guild Ltd", None),
        ("Northwind Experience Group", None),
    ],
)
def test_what_was_taken_for_a_house(text: str, kind: str | None) -> None:
    assert surely_no_house(text, SKILLS) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tidal Research Group", "group"),
        ("Department of Tides and Harbours", "part"),
        ("Retail Application", "work"),
        ("University program", "work"),
        ("Lisbon", "place"),
        ("Data Analytics", "field"),
        ("maintenance de locomotives", "deed"),
        ("Larch Group", None),
        ("Larch Applications GmbH", None),
        ("Northmoor University", None),
        ("bigWave", None),
        ("bigWave Vale Court", None),
    ],
)
def test_what_is_sooner_something_else_than_a_house(text: str, kind: str | None) -> None:
    assert hardly_a_house(text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Professor Mara Velding", "person"),
        ("Tilda Kessler and Edwin Brandt", "persons"),
        ("März", "month"),
        ("ES", "code"),
        ("GP", None),
        ("Research", "heading"),
        ("Office of the Provost", "house"),
        ("Lisbon", "place"),
        ("BSc Tidal Thinking", "degree"),
        ("Software Development", None),
        ("VP", None),
        ("Professor Emeritus", None),
        ("Postdoktoranden", None),
        ("Keeper of the Lights", None),
    ],
)
def test_what_was_taken_for_a_post(text: str, kind: str | None) -> None:
    assert surely_no_post(text) == kind


JOBS: list[tuple[str, str | None, str | None]] = [
    ("# Mara Velding\n## Experience\nXplain Framework, Data Analysis, 03/2024 - 06/2024\n* Made charts.\nTeaching Assistant in Tides, University of Northmoor, 09/2022 - 02/2024\n* Held courses.", "Teaching Assistant in Tides", "University of Northmoor"),
    ("# Mara Velding\n## Experience\nAugust 2021 - Present\tPostdoctoral researcher, Department of Tides and Harbours\nHarrow Leuven\n* Measures tides.", "Postdoctoral researcher", "Harrow Leuven"),
    ("# Mara Velding\n## Experience\nLuminary, Bloop, 2019 - Present\n* Lit the hall.\nAnalyst, Larch Ltd, 2012 - 2017\n* Made charts.", "Luminary", "Bloop"),
    ("# Mara Velding\nI am a developer working with C, Go and Python.\n## Education\nBA History, Northmoor University, 2019", "developer", None),
    ("# Mara Velding\n## Other Activities\nTeaching Assistant | Tides\tMay 2023 - June 2024\nNorthmoor University\tHarrow, ON\nHelped students.", "Teaching Assistant", "Northmoor University"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_jobs_after_a_second_look(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("lines", "house"),
    [
        (["Postdoctoral Scholar 2019 - 2021", "Gullstone Institute for Tides, San Marden"], "Gullstone Institute for Tides"),
        (["Northmoor Cancer Center", "Postdoctoral Scholar 2019 - 2021", "Tide Analyst, Larch Hospital"], "Northmoor Cancer Center"),
        (["Postdoctoral Scholar 2019 - 2021", "Department of Tides", "Mara Velding"], None),
        (["Postdoctoral Scholar 2019 - 2021", "2017 - 2018", "Larch Hospital"], None),
    ],
)  # fmt: skip
def test_a_house_known_by_its_words_beside_the_post(lines: list[str], house: str | None) -> None:
    sheet = sheet_of_text("\n".join(["# Mara Velding", "## Experience", *lines]))
    dated = next(line for line in lines if line.startswith("Postdoctoral"))
    found = look_again(sheet, Found("Postdoctoral Scholar", "layout", 0.9, dated), None)[1]
    assert (found and found.value) == house


@pytest.mark.parametrize(
    ("title", "employer", "sure"),
    [
        ("Keeper of the Lights", "Northmoor Bank", (0.3, 0.9)),
        ("Tide Engineer", "Harbour Application", (0.9, 0.4)),
        ("Tide Engineer", "Larchwick", (0.9, 0.9)),
    ],
)
def test_what_no_word_speaks_for_is_less_sure(title: str, employer: str, sure: tuple[float, float]) -> None:
    halves = look_again(sheet_of_text("# Mara Velding"), Found(title, "layout", 0.9), Found(employer, "layout", 0.9))
    assert tuple(half and half.confidence for half in halves) == sure


def test_the_sign_of_a_map_before_a_town_is_no_house() -> None:
    page = (
        "Mara Velding\nmara@post.example\nEXPERIENCE\nMaster’s Student\n▦ September 2025—Present\t⚑ Frankfurt am Main, Germany\n"
        "Harbour Clerk\n▦ October 2019—July 2021\t⚑ Manhattan Beach, CA, USA\n• Counted ships that came in.\n"
    )
    job = read_job(sheet_of_text(page))
    assert job.employer is None
