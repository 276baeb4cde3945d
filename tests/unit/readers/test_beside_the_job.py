"""What stands beside a job and is none of it: professors one worked for, skills with years, theses, degrees without a heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.asides import is_aside
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.headlines import headline
from ringback.readers.fields.periods import Period, period_in
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

Read = Callable[..., Reading]
SCHOOL = "Education\nBSc Biology, Marden University, 2008"

JOBS = {
    "a sentence's rest is no post below": (
        (
            "Experience\nBetween 2020 and 2024 I was Gas\nEngineer at Larch Heating,\nMarden. Fitted 90 boilers a year;\nTraced leaks.\n"
            "From June 2015 until July 2020 I\nworked for Fern Heating as\nPlumber. Fitted 90 boilers a year."
        ),
        "Gas Engineer",
        "Larch Heating",
    ),
    "professors are worked for": (
        "Research Experience\nProfessor Mara Velding, Marden University 2021 -\nProfessor Jon Larch, Fern College 2019 - 2020",
        None,
        None,
    ),
    "what a post is for stands before its house and town": (
        "Experience\n2021 - now\tVerification engineer for Tide Graphs, Larchtron, Grenoble\nTests of tide graphs\n2019 - 2021\tTester, Ortwin",
        "Verification engineer",
        "Larchtron",
    ),
    "months of one year": (
        (
            "Berufserfahrung\n07/08 2004\tPraktikum Vertrieb Ortwin AG, Lindau\n10 – 12 2004\tBibliothekar, Fernbücherei Lindau\n"
            "Kenntnisse\n2005\tJava, UML, SQL\n2008\tOrtwin Studio, Ruby, HTML"
        ),
        "Bibliothekar",
        "Fernbücherei Lindau",
    ),
    "a thesis goes on longer": (
        (
            "Expériences\nThèse de Maîtrise | Marées du nord\tJanv 2023 – Déc 2024\nUniversité Marden\tLarch, ON\n"
            "Assistant d'Enseignement | Programmation\tMai 2023 – Juin 2024\nUniversité Marden\tLarch, ON"
        ),
        "Assistant d'Enseignement",
        "Université Marden",
    ),
    "the last of them has one year": (
        (
            "Experiencia\nElectricista\nEncargado de instalación en obras\n2021-2022\nProgramador\n"
            "Programador de páginas para particulares\n2023"
        ),
        "Programador de páginas para particulares",
        None,
    ),
    "what somebody is expert in": (
        "I am expert in Larch and Fern shells.\nExperience\nOrtwin Securities\tNew York, NY\n2016-present\nI helped in adding records.",
        None,
        "Ortwin Securities",
    ),
    "a house in short behind its department": (
        "Experience\nResearch Assistant\nDepartment of Tides, NoMaD, Dortmund\nFebruary 2019 - Present\nHelped.",
        "Research Assistant",
        "NoMaD",
    ),
    "a house whose last word could be a short post": (
        "Current position\n- 2023– : Post-doctoral researcher, Tides Po",
        "Post-doctoral researcher",
        "Tides Po",
    ),
    "what a post is for behind it in brackets": (
        (
            "Experience\nOrtwin Air Lines – Larch, GA\tMay 2004 – Present\nIT Manager (Retail Application), Aug 2023 – Present\n"
            "Led a team of nine people.\nIT Manager (Tools), Oct 2020 – Jul 2023\nBuilt what the team of nine people needs."
        ),
        "IT Manager (Retail Application)",
        "Ortwin Air Lines",
    ),
    "a research group over its house": (
        (
            "Positions\n2020 - now : Maître de Conférences (~ Assistant Professor)\nIRTM, Tern Research Group\n"
            "LarchSupérieure, (Rennes, France)\n2017 - 2019 : Post-doctoral researcher\nORTWIN Research Group\n"
            "University of Marden (France)"
        ),
        "Maître de Conférences (~ Assistant Professor)",
        "LarchSupérieure",
    ),
    "a handle in the next cell": (
        "Tech Lead @ Larch Student Club\tgithub.com/nora",
        "Tech Lead",
        "Larch Student Club",
    ),
    "a kind of plays over plays": (
        (
            "Experience\nTheatre\n2012\tThe Larch\tMask making and a great deal of painting of the stage.\n"
            "2010 - 2011\tStage Manager"
        ),
        "Stage Manager",
        None,
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS)
def test_what_stands_beside_a_job(text: str, title: str | None, employer: str | None, read: Read) -> None:
    (resume,) = read(f"Nora Pellwick\nnora@post.example\n\n{text}\n{SCHOOL}").resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


def test_studies_without_a_heading_are_no_job(read: Read) -> None:
    page = "Nora Pellwick\nnora@post.example\nBSC Tidal Thinking 2018 - Current\nMarden University\nSkills\nJava, C"
    (resume,) = read(page).resumes
    assert (resume.current_title, resume.school) == (None, "Marden University")


def test_the_house_of_a_post_among_degrees_stands_below_it(read: Read) -> None:
    page = (
        "Nora Pellwick\nnora@post.example\nEducation and Professional Experience\n[2019-present] Postdoctoral Scholar\n"
        "Ortwin Institute for Tide Science and Winds, Larch, CA\nResearch Advisor: Dr. Mara Velding\n[2013-2018] PhD in Ecology\n"
        "University of Marden, Larch, MI"
    )
    (resume,) = read(page).resumes
    assert (resume.current_title, resume.current_employer) == (
        "Postdoctoral Scholar",
        "Ortwin Institute for Tide Science and Winds",
    )


def test_houses_are_described_between_their_name_and_the_post(read: Read) -> None:
    page = (
        "<h1>Vita</h1><p>Some years at the coast, some further inland, and most of them among people who like gates.</p>"
        "<h1>The Ortwin Company</h1><p>Everybody on the coast knows who they are; what we do there is to watch the gates at night.</p>"
        "<p><b>Lead Engineer, Gate Security</b> (March 2020 - present)</p><ul><li>Led a team of nine people</li></ul>"
        "<h1>Larch</h1><p>Larch makes gates for harbours of all sizes, and whatever is needed to open them at night.</p>"
        "<p><b>Senior Engineer</b> (April 2018 - February 2020)</p><ul><li>Owned the larger gates of the harbour</li></ul>"
    )
    (resume,) = read(page, "resume.html").resumes
    assert (resume.current_title, resume.current_employer) == ("Lead Engineer", "The Ortwin Company")


@pytest.mark.parametrize("line", ["Master’s in Education", "Bachelor of Education", "Diploma in Education"])
def test_degrees_about_a_word_of_headings_are_none(line: str) -> None:
    assert section_of_heading(line, stands_out=True) is None


def test_bullets_set_in_front_are_parted_from_words(sheet_of: Callable[..., Sheet]) -> None:
    assert sheet_of("•Building production systems\n•负责采购").shown == ("• Building production systems", "•负责采购")


def test_rows_of_labels_under_a_short_heading(sheet_of: Callable[..., Sheet]) -> None:
    page = (
        "Nora Pellwick\nnora@post.example\nEducation\nUniversity of Marden\nDegree\tDoctor of Philosophy\nProfessional\nOrtwin Larch\n"
        "Title\tIntern\nTime Frame\t2013 — present\nTeaching\nUniversity of Marden\nTitle\tTeaching Assistant\n"
        "Time Frame\t2011 — 2015"
    )
    job = read_job(sheet_of(page, sizes={2: 24.0, 5: 24.0, 6: 18.0, 9: 24.0, 10: 18.0}))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Intern", "Ortwin Larch")


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("10 - 12 2004\tLibrarian", (10, 12)),
        ("07/08 2004\tIntern", (7, 8)),
        ("10-12/2004", (10, 12)),
        ("10/12/2004", None),
        ("10-12-2004", None),
    ],
)
def test_months_of_one_year(line: str, months: tuple[int, int] | None) -> None:
    expected = Period(2004 + months[0] / 13, 2004 + months[1] / 13) if months else None
    assert period_in(line) == expected


@pytest.mark.parametrize(
    ("text", "is_beside"),
    [
        ("Professor Mara Velding", True),
        ("Prof. Dr. Jon Larch", True),
        ("Professor Substituto Temporário", False),
        ("Professor of Tides", False),
        ("President of Research and Development Department", False),
        ("Sales Department", True),
        ("Facebook", False),
    ],
)
def test_persons_and_departments_are_asides(text: str, *, is_beside: bool) -> None:
    assert is_aside(text) is is_beside


def test_a_title_behind_a_bar_goes_on_below(sheet_of: Callable[..., Sheet]) -> None:
    sheet = sheet_of("Nora Pellwick | Tidal Automation\nEngineer\nLarch", sizes={0: 24.0, 1: 24.0})
    assert (found := headline(sheet)) is not None
    assert found.value == "Tidal Automation Engineer"


def test_heads_of_latex_classes_that_are_set(read: Read) -> None:
    source = (
        "\\documentclass{larch}\n\\setname{Nora Pellwick}{}\n\\setmail{nora@post.example}\n\\begin{document}\n"
        "\\section{Education}\n\\begin{rSubsection}{Marden University} {2020 - 2025}{B.S. in Physics}{}\n\\end{rSubsection}\n"
        "\\begin{rSubsection}{Fern College} {2025 - Present}{Ph.D. in Physics}{}\n\\end{rSubsection}\n\\end{document}"
    )
    (resume,) = read(source, "x.tex").resumes
    assert (resume.name, resume.school, resume.highest_degree) == ("Nora Pellwick", "Fern College", "doctor")
