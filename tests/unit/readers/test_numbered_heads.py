"""Numbered headings of jobs, regions between a town and its country, clients in brackets, what a topic or a remark is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.titles import is_work_field
from ringback.readers.fields.names.cleaning import clean
from ringback.readers.fields.studies.school_rests import with_kind_below
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "headings of jobs with their numbers": (
        (
            "3 Experience\n3.1 Software Development\n3.1.1 Larchwell - Lead Software Developer (Scala)\n2018 August - Present\n"
            "Core developer of the public tide table.\n3.1.2 Fernway - Software Developer (Scala)\n2016 May - 2017 December\n"
            "Developer on the project of the moor."
        ),
        "Lead Software Developer (Scala)",
        "Larchwell",
    ),
    "a region between a town and its country": (
        (
            "Work Experience\nSenior Engine Programmer — Larch Gaming\nSolna, Stockholm County, Sweden\nJan 2025 – Present\n"
            "Designing systems for tides.\nSenior Software Engineer — Fernwell Technology\nStockholm, Stockholm County, Sweden\n"
            "Jun 2022 – Dec 2024\nBuilt systems for moors."
        ),
        "Senior Engine Programmer",
        "Larch Gaming",
    ),
    "the client in brackets behind another house": (
        (
            "Professional Experience\nLarchwell\nSep 2024 - Present\nSenior Tide Engineer, Research · Lindau\n"
            "Pipelines for the tables of tides.\nFernwell Digital (Client: QRL)\nAug 2025 - Apr 2026\n"
            "Tide Architect · Hamburg (remote)\nProduction systems for QRL."
        ),
        "Senior Tide Engineer",
        "Larchwell",
    ),
    "a remark on how far back the jobs go": (
        (
            "Summary\nAn avid learner.\nWork Experience (only last 10 years)\nLarchility (Seattle, WA)\n"
            "Business development intern (October 2022- Present)\nSummary of your role\n- Developing campaigns\n"
            "Fern Spectrum LLC (Seattle, WA)\nAccount Manager Intern (August 2021 – February 2022)\nSummary of your role\n- Accounts"
        ),
        "Business development intern",
        "Larchility",
    ),
    "a field of science is no house": (
        (
            "Research Experience\nResearch Assistant - Epigenomics\tMarch 2024 - Present\nSupervisor: Dr. Ana Moor\n"
            "- Analysis of samples\nResearch Assistant - Machine learning\tMay 2023 - February 2024\nSupervisor: Dr. Ana Moor\n- Models"
        ),
        "Research Assistant - Epigenomics",
        None,
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS)
def test_numbers_regions_clients_and_remarks(
    text: str, title: str | None, employer: str | None, read: Callable[..., Reading]
) -> None:
    resume = read(f"{HEAD}{text}\n\nEducation\nBSc Botany, Marden University, 2014").resumes[0]
    assert (resume.current_title, resume.current_employer) == (title, employer)


def test_towns_called_like_posts_and_towns_of_two_words_beside_a_name(read: Callable[..., Reading]) -> None:
    resume = read(
        "Mara Velding\nCaptain Cook, HI 96706 | (206) 555-0123 | mara@fernpost.net\nEducation\nBSc Botany, Marden University, 2014"
    ).resumes[0]
    assert resume.city == "Captain Cook, HI"
    resume = read(
        "Mara Velding Sugar Grove, IL ● (630) 555-0123 ● maravel@fernpost.net\nEducation\nBSc Botany, Marden University, 2014"
    ).resumes[0]
    assert (resume.name, resume.city) == ("Mara Velding", "Sugar Grove, IL")


def test_whose_resume_it_is_and_the_kind_of_a_school_on_the_next_line() -> None:
    assert clean("Mara Velding's Personal Resume") == "Mara Velding"
    row = "Bachelor's degree @ Larch State Technical\t01/2007 — 12/2013"
    assert with_kind_below(row, "Larch State Technical", "University, Germany") == "Larch State Technical University"
    assert with_kind_below(row, "Larch State Technical", "University of Moor") == "Larch State Technical"
    assert is_work_field("Transcriptomics")
    assert not is_work_field("Comics")
