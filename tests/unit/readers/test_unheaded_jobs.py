"""Jobs without any heading, right below what other headings opened: where they begin, and what among studies is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education

SheetOf = Callable[..., Sheet]

HEAD = "Ana Moor\nana@post.example\nEducation\nBSc Botany, Northmoor University, 2012 – 2015\n"
PROFILE = "Ana Moor\nana@post.example\nProfile\nGlad to teach others, and calm under pressure.\n"


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (f"{HEAD}Larchwell\nBaker\n2019 – present\nFernby\nCook\n2015 – 2019", "Baker", "Larchwell"),
        (f"{HEAD}Baker, Larchwell, 2019 – now\nCook, Fernby, 2015 – 2019", "Baker", "Larchwell"),
        (f"{HEAD}Lecturer\nFernby College\n2019 – now\nCook\nFernby\n2015 – 2019", "Lecturer", "Fernby College"),
        (f"{HEAD}Tide Wonder, Larchwell, 2019 – now\nCook, Fernby, 2015 – 2019", "Tide Wonder", "Larchwell"),
        (
            f"{PROFILE}Professor\nFernby University\n2019 – now\nCook\nLarchwell\n2015 – 2019",
            "Professor",
            "Fernby University",
        ),
    ],
)
def test_jobs_that_no_heading_opens(sheet_of: SheetOf, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Moor\nana@post.example\nEducation\nMar 2017 - Dec 2020\nTelecommunication Engineer\nNorthmoor Institute",
        "周小满\n13800138000\n教育经历\n北岭大学 · 博士 · 通信工程\n2020.09 - 2026.06. 导师: 某某教授\n南湾大学 · 硕士\n2017.09 - 2020.06",
        f"{HEAD}MSc Botany\nAdvisor: Prof. Mara Velding\nFernby University, 2015 – 2017",
        f"{HEAD}Student Clubs\nTreasurer\n2013 – 2014\nFernby Rowers",
    ],
)
def test_studies_and_honours_open_no_jobs(sheet_of: SheetOf, text: str) -> None:
    assert "experience" not in sheet_of(text).sections


def test_the_school_stays_with_the_studies(sheet_of: SheetOf) -> None:
    sheet = sheet_of(f"{HEAD}Lecturer\nFernby College\n2019 – now\nCook\nFernby\n2015 – 2019")
    school = read_education(sheet).school
    assert school
    assert school.value == "Northmoor University"


FORMER = "Employment History\nCook, Fernby Ltd (March 2014 - August 2015)\n- Kept the stock"
NOW_HELD = "Team Lead, Larchwell Ltd (May 2019 - Present)\n- Wrote the rota"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (f"Notes on me\nGlad to teach others, and calm under pressure.\n{NOW_HELD}\n", "Team Lead"),
        (f"Profile\nGlad to teach others, and calm under pressure.\n{NOW_HELD}\n", "Team Lead"),
        ("Committees\nChair, Larchwell Trust (May 2019 - Present)\n", "Cook"),
        ("Skills\nMoss since 2012\nGuitar Teacher, 2019 - now\n", "Cook"),
    ],
)
def test_the_post_that_goes_on_stands_apart_from_the_former_ones(sheet_of: SheetOf, above: str, title: str) -> None:
    job = read_job(sheet_of(f"Ana Moor\nana@post.example\n{above}{FORMER}"))
    assert job.title
    assert job.title.value == title
