"""Which post of a scholar, a teacher or an artist is the present one, and whose house it is."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.margin_headings import with_margin_headings
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    return make_sheet(document, read_file_name("x.md", source=None))


LONG = (
    "Advanced Research Fellow (promoted to Senior Fellow in 2011), School of Tidal and Coastal Science, "
    "Faculty of the Natural Sciences, University of Northmoor, March 2018-February 2023."
)
JOBS: list[tuple[str, str | None, str | None]] = [
    ("# Mara Velding\n## Current position\nDoctoral Candidate 11.2019-01.2023\nAdvisor: Tilda Kessler\nUniversity of Northmoor, Italy\nHarbour Foundation, Italy", "Doctoral Candidate", "University of Northmoor"),
    ("# Mara Velding\n## Employment\nResearch Fellow, 2019-2023\nSupervisors: Tilda Kessler, Edwin Brandt\nProject: Tides of the North\nNorthmoor University, Bath", "Research Fellow", "Northmoor University"),
    (f"# Mara Velding\n## Employment\n* {LONG}\n* Research Associate, University of Southmoor, November 2014-February 2018.", "Advanced Research Fellow", "University of Northmoor"),
    ("# Mara Velding\n## Research Experience\n2026\tResearch Internship: Tides\nSouthmoor Institute of Physics\nHow tides come and go in the harbours of the north, June - July 2026.\n## Other Experience\nSummer 2020\tSales associate, Marden Mill", "Research Internship", "Southmoor Institute of Physics"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_present_posts(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        (["Work\tMarden Mill\t2011", "Experience\tClerk"], ["Work Experience", "Marden Mill\t2011", "Clerk"]),
        (["Teaching\tGraduate", "Experience"], ["Teaching Experience", "Graduate"]),
        (["Leadership\tand\tTide Board", "Service\tMoor Club"], ["Leadership and Service", "Tide Board", "Moor Club"]),
        (["Subjects\tTides", "Experience"], ["Subjects\tTides", "Experience"]),
    ],
)
def test_headings_over_two_rows_of_the_margin(rows: list[str], whole: list[str]) -> None:
    assert [line.text for line in with_margin_headings([Line(row, size=9.0) for row in rows])] == whole


def test_headings_over_research_and_studies() -> None:
    assert section_of_heading("Research Experience and Education") == "experience"


def test_a_campus_before_the_end_of_a_sentence_belongs_to_its_university() -> None:
    school = read_education(
        sheet_of_text(
            "# Mara Velding\n## Education\n* 2012 Ph.D Biology, University of California, Davis. Mentor: Tilda Kessler"
        )
    ).school
    assert school
    assert school.value == "University of California, Davis"
