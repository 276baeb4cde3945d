"""Which words are the post and which the house: signs within names, heads of tables, times that are no jobs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.periods import without_periods
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

JOBS: dict[str, tuple[str, str, str | None]] = {
    "campus_at_its_town": (
        (
            "ACADEMIC APPOINTMENTS\n2019-Present: Graduate Teaching Assistant at University of Marland at Rowanville, Department of"
            " English.\n2016-2019: Lecturer in English at Northmoor University, Central Department of English, Kirton"
        ),
        "Graduate Teaching Assistant",
        "University of Marland at Rowanville",
    ),
    "field_behind_en": (
        (
            "Expérience\nRowan Systems — Ingénieure en Recherche Opérationnelle\nMar 2021 – Présent\n- Conception de solutions\n"
            "LINDEN — Ingénieure Backend Python\nFév 2019 – Mar 2021\n- Conception de services"
        ),
        "Ingénieure en Recherche Opérationnelle",
        "Rowan Systems",
    ),
    "looking_for_other_work_is_no_job": (
        (
            "Berufserfahrung\nZeitraum\tPosition\tUnternehmen / Projekt\nSeit Mai 2024\tBerufliche Neuorientierung, arbeitssuchend\t-\n"
            "Mai 2021 - April 2024\tLeitende Entwicklerin\tLindner Group / XYS\nJuli 2019 - April 2021\tBeraterin\tLindner Group / OBO"
        ),
        "Leitende Entwicklerin",
        "Lindner Group",
    ),
    "house_with_what_was_made_there_in_one_column": (
        (
            "Work Experience\nPeriod\tPosition\tCompany / Projet\n2021 - 2023\tTest Lead (Web)\tLindentrop / XYS\n"
            "2019 - 2021\tTester\tFernweave / OBO"
        ),
        "Test Lead",
        "Lindentrop",
    ),
    "stay_abroad_among_the_jobs": (
        (
            "Berufserfahrung\n03/2017 - 09/2017\t6-monatiger Sprachaufenthalt am Linden College\n"
            "01/2015 - 02/2017\tVerkäuferin\tRowan Moden GmbH"
        ),
        "Verkäuferin",
        "Rowan Moden GmbH",
    ),
    "house_in_capitals_with_its_legal_form": (
        "EXPERIENCE\nLINDEN DMCC Android & iOS Developer\nJan 2018 - Present | Cairo, Egypt\n- moved projects to version control",
        "Android & iOS Developer",
        "LINDEN DMCC",
    ),
    "two_trades_in_one_post": (
        "Education\nMD\tNorthmoor University\t2010\n\nExperience\nI am Practicing as a Consultant Dermatologist & Cosmetologist Since 2010.",
        "Consultant Dermatologist & Cosmetologist",
        None,
    ),
    "date_in_brackets_before_the_post": (
        (
            "Working Experience\n- LINDNET, Essen/Berlin (since 2015/03), data journalist\n"
            "- RBR5, Cologne (2013/08 – 2014/12), production assistance\n- Rowan Zeitung, Dresden (2012/08 – 2012/10), Intern"
        ),
        "data journalist",
        "LINDNET",
    ),
}


@pytest.mark.parametrize(("body", "post", "house"), JOBS.values(), ids=JOBS)
def test_post_and_house(body: str, post: str, house: str | None, read: Callable[..., Reading]) -> None:
    (resume,) = read(HEAD + body).resumes
    assert (resume.current_title, resume.current_employer) == (post, house)


def test_houses_that_lead_to_addresses_lose_their_marks(read: Callable[..., Reading]) -> None:
    text = (
        "Mara Velding\n------------\n:Email: mara@fernpost.net\n\nPositions Held\n==============\n"
        ":2011-Present: Development Contractor - Rowandale_. Helped the team develop web applications for clients.\n"
        ":2006-2010: Network Administrator - `Maple Computers`_, Larch.\n\n"
        ".. _`Maple Computers`: http://maple.example\n.. _Rowandale: http://rowandale.example\n"
    )
    (resume,) = read(text).resumes
    assert (resume.current_title, resume.current_employer) == ("Development Contractor", "Rowandale")


def test_people_who_guide_hold_no_post_of_the_resume(read: Callable[..., Reading]) -> None:
    text = "EXPERIENCE\nSUMMER OF CODE | Robotex\nMay 2018 – Aug 2018 | MENTORS: Ida A Fern and Ramon Larch\n- joined a framework\n"
    (resume,) = read(HEAD + text).resumes
    assert "Fern" not in f"{resume.current_title} {resume.current_employer}"


def test_brackets_go_with_their_date() -> None:
    assert without_periods("Fernlab (since 2019), clerk", "Fernlab (since 2019), clerk").split("\t")[-1] == ", clerk"


@pytest.mark.parametrize(
    "shape",
    [
        "{post}\n{dates} at {house}",
        "{dates} at {house}\n{post}",
        "{post}, {dates} at {house}",
        "{dates} at {house} as {post}",
    ],
)
@pytest.mark.parametrize(
    ("post", "house"), [("Warehouse Supervisor", "Holloway Foods Ltd"), ("Store Manager", "PICKWELL")]
)
def test_a_house_stands_behind_at_and_the_dates(
    sheet_of: Callable[..., Sheet], shape: str, post: str, house: str
) -> None:
    entry = shape.format(post=post, house=house, dates="2019 - Present")
    older = shape.format(post="Storeman", house="Wexmoor Motors Ltd", dates="2015 - 2019")
    job = read_job(
        sheet_of(
            f"Mara Velding\nmara@mailbox.example\nExperience\n{entry}\n- Led a team\n{older}\n- Served\nSkills\nExcel"
        )
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == (post, house)


@pytest.mark.parametrize("told", ["Worked as {post} at {house} (2019 - Present)", "I am a {post} at {house}, Leeds."])
def test_a_saint_ends_no_sentence(sheet_of: Callable[..., Sheet], told: str) -> None:
    line = told.format(post="Registered Nurse", house="St. Larch's Hospital")
    job = read_job(sheet_of(f"Mara Velding\nmara@mailbox.example\nExperience\n{line}\nSkills\nExcel"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (
        "Registered Nurse",
        "St. Larch's Hospital",
    )
