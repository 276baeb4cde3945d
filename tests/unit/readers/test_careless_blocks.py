"""Blocks of jobs and rows of studies as careless hands set them: items over dates, labels between, tables whose cells need no word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.studies.education_heads import heads_of

MakeSheet = Callable[..., Sheet]

HEAD = "Ana Mooring\nana.mooring@fernpost.net\n+1 202 555 0143\n"

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "items_over_dates": (
        (
            "EXPERIENCE\nJunior Software Developer\n• FernEmpty, India\n• From 01/03/2020 – 30/11/2020\n"
            "• Job Description: Contributed to various software projects, testing and maintaining them.\n"
            "Crew Member\n• Larchdale’s, England\n• From: 02/01/2023 – 30/09/2024\n"
            "• Job Description: Worked with the team to serve customers, meeting the standards of the company."
        ),
        "Crew Member",
        "Larchdale’s",
    ),
    "label_below_dates": (
        (
            "Professional Experience\nfernClerx — Analyst (Python Developer)\nJune 2024 – Present\nDomain: Data\n"
            "Tech Stack: Python, SQL\nReduced the time that reports take by half through a new workflow."
        ),
        "Analyst (Python Developer)",
        "fernClerx",
    ),
    "intern_in_a_sentence": (
        "Profile\nA web developer and student. Interned at Fern Express, mastering Python.\nSkills\nPython",
        None,
        "Fern Express",
    ),
    "trade_is_no_house": (
        "Profile\nA web developer. Currently working with React and Node on shops.\nSkills\nPython",
        None,
        None,
    ),
}


@pytest.mark.parametrize("case", JOBS)
def test_jobs(case: str, sheet_of: MakeSheet) -> None:
    text, title, employer = JOBS[case]
    job = read_job(sheet_of(HEAD + text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


SCHOOLS: dict[str, tuple[str, str | None]] = {
    "column_of_short_names": (
        "Education\nCourses\tInstitute\tYear\tResult\nMatric\tLarch school\t2018\t87%\nFSC\tGovt college\t2020\t85%\nBS CS\tLMU\tin progress\tNA",
        "LMU",
    ),
    "column_in_small_letters": (
        "My education\nqualification\tyear\tschool\nssc\t2015\tlarch internation\ndiploma\t2018\tfern polytechnic\nbtech\t2021\tmoor college",
        "moor college",
    ),
    "column_of_boards": (
        "Education\nQualification\tInstitute\tUniversity/Board\tMarks(%)\tYear of Passing\nB.Com\tLarchmoor\tDelhi University\t61\t2012\nXII\tFern Hill\tCBSE\t70\t2009",
        "Larchmoor",
    ),
    "kind_in_the_next_line": (
        "Academic Qualification\nB.Sc in Engineering\nLarchmoor\nUniversity(LU)\tMechanical\t3.48\t2020\nDiploma in Engineering\nFern Polytechnic",
        "Larchmoor University",
    ),
    "short_word_for_school": (
        "EDUCATIONAL BACKGROUND\n1995-1997 - ADVANCED LEVEL CERTIFICATE - LARCHBA SEC.SCH - LARCHBA",
        "LARCHBA SEC.SCH",
    ),
    "examinations_are_no_schools": (
        "Education\nSenior School Certificate 1999 - 2005\nLarch Science and Technical College\nPrimary School Leaving Certificate 1993 - 1999",
        "Larch Science and Technical College",
    ),
}


@pytest.mark.parametrize("case", SCHOOLS)
def test_schools(case: str, sheet_of: MakeSheet) -> None:
    text, school = SCHOOLS[case]
    found = read_education(sheet_of(HEAD + text)).school
    assert (found and found.value) == school


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Educations", "education"),
        ("Scholastic Details", "education"),
        ("Basic Academic Qualification", "education"),
        ("Educational Qualification Details:", "education"),
        ("Work Experiance", "experience"),
        ("Professional Expereince", "experience"),
        ("Working Exp", "experience"),
        ("Employment History 02", "experience"),
        ("Occupational Contour", "experience"),
        ("education of children", None),
        ("Academic", None),
        ("Senior Expert", None),
        ("Larch 2", None),
    ],
)
def test_headings(line: str, section: str | None) -> None:
    assert section_of_heading(line) == section


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("S.No\tDegree\tInstitution\tBoard / University\tYear", ("more", "award", "school", "board", "more")),
        ("Name\tInstitute\tDepartment\tResult\tPassing Year", ("more", "school", "more", "more", "more")),
        ("Exam Passed\tName of the School/College\t% of Marks", ("award", "school", "more")),
        ("Larch College\tB.Com\t2019", ()),
        ("School\tLarch High School\t2019", ()),
    ],
)
def test_heads_of_tables(line: str, kinds: tuple[str, ...]) -> None:
    assert heads_of(line) == kinds
