"""What a dash tells of a house, posts that take turns, universities that belong to another or are named after *at*."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.names.candidates import Candidate, candidate_for
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "a dash tells what the house is": (
        (
            "Professional Experience\nCloud Solution Architect (Intern)\tFeb 2025 – Aug 2025\n"
            "Larchsoft — Big Tide company empowering billions of users\tAmsterdam, The Netherlands\n- Designing architectures\n"
            "Software Engineer (Part-time)\tDec 2021 – Jan 2023\n"
            "Fern.one — Direct mail automation startup\tZwolle, The Netherlands\n- Developed a scalable architecture"
        ),
        "Cloud Solution Architect (Intern)",
        "Larchsoft",
    ),
    "a dash tells for whom the thing of the house is": (
        (
            "Experience\nExternal AI consultant and engineer\t2026 – present\n"
            "Larchshare – Unified Social Media API for Scalable Apps & AI Agents\n- Designing a pipeline\n"
            "Research intern and assistant\t2025 – 2026\nMarden University, Velding Lab\n- Using machine learning"
        ),
        "External AI consultant and engineer",
        "Larchshare",
    ),
    "posts that take turns are no labels": (
        (
            "Experience\nLarchmann Pac-Systeme\t09/2025–Present\nFull-Stack Developer\t.NET, Angular\n- Develop applications\n"
            "OAF Poland\t02/2026–05/2026\nML Engineer, Data Scientist\tPython, Machine Learning\n- Prepare a task\n"
            "Fern-Net\t02/2023–08/2025\nFull-Stack Developer\t.NET, Angular\n- Deploy services\n"
            "OAF Poland\t04/2025–06/2025\nML Engineer, Data Scientist\tPython, Machine Learning\n- Prepare one"
        ),
        "Full-Stack Developer",
        "Larchmann Pac-Systeme",
    ),
    "a university that belongs to another": (
        (
            "Experience\nCTO & Founding Member, Breeding Moor (Startup in South Korea)\tMay '20 – Jul '21\n- Designed an app\n"
            "Research Assistant, University at Larchmont, The State University of Marden\tMay '16 – Present\n"
            "Teaching Assistant, University at Larchmont, The State University of Marden\tAug '17 – May '21"
        ),
        "Research Assistant",
        "University at Larchmont",
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS)
def test_houses_and_what_is_said_of_them(
    text: str, title: str | None, employer: str | None, read: Callable[..., Reading]
) -> None:
    resume = read(f"{HEAD}{text}\n\nEducation\nBSc Botany, Marden University, 2014").resumes[0]
    assert (resume.current_title, resume.current_employer) == (title, employer)


def test_the_state_of_dates_is_no_part_of_the_post(read: Callable[..., Reading]) -> None:
    job = (
        "Experience\n03 February 2025 - 31 July 2025 (planned): Harbour trainee at Larchwell Institute\n- Built tables of tides.\n"
        "15 November 2021 - 18 August 2023: Tide Engineer at Fernwell Ltd\n- Built moors."
    )
    resume = read(f"{HEAD}{job}\n\nEducation\nBSc Botany, Marden University, 2014").resumes[0]
    assert (resume.current_title, resume.current_employer) == ("Harbour trainee", "Larchwell Institute")


def test_selected_work_is_shown_beside_the_jobs(read: Callable[..., Reading]) -> None:
    text = (
        "SELECTED WORK\nTables of the northern moor\n2025 – present\nThesis on tides · with the Larch group\n- Models of reed.\n"
        "EXPERIENCE\nTide Engineer\nMay 2024 – Dec 2024\nFernwell Ltd, Valencia\n- Built tables.\n"
        "Harbour trainee\nJun 2023 – Nov 2023\nLarchwell Ltd, Barcelona\n- Built moors."
    )
    resume = read(f"{HEAD}{text}\n\nEducation\nBSc Botany, Marden University, 2014").resumes[0]
    assert (resume.current_title, resume.current_employer) == ("Tide Engineer", "Fernwell Ltd")


def test_who_works_remotely_lives_in_no_town_of_that_name(read: Callable[..., Reading]) -> None:
    resume = read(f"{HEAD}Based: Fully remote team\nEducation\nBSc Botany, Marden University, 2014").resumes[0]
    assert resume.city is None


def test_a_name_parted_somewhere_is_no_word_of_an_address() -> None:
    candidates: dict[str, Candidate] = {}
    candidate_for(candidates, "MaraVelding")
    assert candidate_for(candidates, "Mara Velding").value == "Mara Velding"
    assert len(candidates) == 1
