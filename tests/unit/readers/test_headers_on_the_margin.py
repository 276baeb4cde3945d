"""Headers that the margin broke, houses that two names, a site or a place beside them tell, posts that brackets say again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.section_ranks import return_to_jobs
from ringback.readers.fields.studies.schools_unnamed import may_be_school
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "headings in capitals with blanks behind them": (
        (
            "LICENSURE:   Registered Nurse, Salem\n             BLS, ACLS\n\nEDUCATION:   Bachelor of Science in Nursing, 2012\n"
            "             Fern State College\n\nEMPLOYMENT:  Charge Nurse, ICU            2019 - present\n"
            "             Larch Mercy Hospital, Salem, OR\n             Staff Nurse                  2015 - 2019\n"
            "             Marden Mercy Hospital, Salem, OR"
        ),
        "Charge Nurse",
        "Larch Mercy Hospital",
    ),
    "a job that goes on in Turkish": (
        (
            "İş Deneyimi\nLarch İletişim A.Ş. — Takım Lideri\nOcak 2020 – Devam ediyor\n"
            "Fern Turizm — Müşteri Temsilcisi\n2016 – Aralık 2019"
        ),
        "Takım Lideri",
        "Larch İletişim A.Ş",
    ),
    "brackets say the post again in another tongue": (
        (
            "Employment\n2021-present\tPostdoctoral Researcher (Onderzoeker), Universiteit van Lindau,\nInstitute for Tides, the Netherlands\n"
            "Jun 2019 - Sep 2019\tUniversity of Marden, Salem, OR, USA\nGraduate Research Assistant\n"
            "Mar 2016 - Jun 2016\tUniversity of Marden, Salem, OR, USA\nGraduate Research Assistant\n"
            "Aug 2014 - Aug 2015\tUniversity of Larch, Salem, OR, USA\nTidewell Fellow\n"
            "Jun 2014 - Aug 2014\tFern University, Salem, OR, USA\nResearcher"
        ),
        "Postdoctoral Researcher (Onderzoeker)",
        "Universiteit van Lindau",
    ),
    "a name beside its place where the other job has its post": (
        (
            "Experience\nBiostatistician\tSalem, OR\nFern Outcomes\t2017-\n- Wrote tide tables\n"
            "Teaching Assistant\tSalem, OR\nMarden University\t2014-2016\n- Graded papers"
        ),
        "Biostatistician",
        "Fern Outcomes",
    ),
    "two names over the post are the house": (
        (
            "Work experience\nferLab Larch Moor - TSL\tLindau, France\nResearch Assistant (part-time)\t09/2023 - present\n"
            "Collaborate with a team of researchers on a report about the tides of the northern moor.\n"
            "Treville Bank (Central Bank)\tWarsaw, Poland\nResearch Intern\t08/2022 - 08/2022\nPrepared a literature review on tides."
        ),
        "Research Assistant",
        "ferLab Larch Moor - TSL",
    ),
    "a remark behind the post runs over the margin": (
        (
            "Experience\nTreville Spring team | PhD candidate – numerical study of naturally-curved reed\nbaskets\n"
            "Apr. 2026 – present | Lindau, Germany\n- Models of reed baskets\n"
            "Larchard Systems | Research Intern – filters of tides\nSept. 2024 – Mar. 2025 | Lindau, Germany\n- Filters"
        ),
        "PhD candidate",
        "Treville Spring team",
    ),
    "the site below a house is no second house": (
        (
            "Experience\nExample | April 2015 - [Present]\nexample.com\n"
            "I work with a small team to fix issues that come in, and develop new features for many schools.\n"
            "Coding at the Moor | October 2013 - August 2016\nexample.net/coding-at-the-moor\n"
            "This was a group started by a professional developer, who invited people to learn techniques.\n"
            "Larch Rooted Gardens | May 2014 - April 2015\nexample.org\nI worked part time and did snow removal in winter."
        ),
        None,
        "Example",
    ),
    "a cell of tools behind the post": (
        (
            "Experience\nSoftware Engineering Internship | Java, TypeScript + React\tSalem, OR\n"
            "Fern.Zone – one of the biggest platforms for tide tables\tJul. 2021 – Oct. 2021\n- Worked on tides\n"
            "Technical Skills\nLanguages: C++, Python, Java, TypeScript, SQL\nLibraries: React, NumPy"
        ),
        "Software Engineering Internship",
        "Fern.Zone",
    ),
    "the house of the line under the name": (
        (
            "Tide Scientist at Fernentech\nEmployment\nFernentech\tREED - Tide Research | Tide Development\tJune 2025 – Present\n"
            "Tide Scientist - Spatial Genomics\nEducation\nPhD in Tides, Marden University, 2019 - 2025"
        ),
        "Tide Scientist",
        "Fernentech",
    ),
    "a house with its time over posts with theirs": (
        (
            "Work Experience\nFernwood (May 2022 - Present)\nAutomation Architect\nMay 2022 - Present\n- Tools for tide tables\n"
            "Larch Security (March 2013 - May 2022)\nDevOps Manager\nFeb 2021 - May 2022\n- Managed a team of developers\n"
            "Solutions Architect\nJun 2017 - Feb 2021\n- Developed frameworks for tide tables"
        ),
        "Automation Architect",
        "Fernwood",
    ),
}


@pytest.mark.parametrize("case", JOBS)
def test_a_job(case: str, read: Callable[..., Reading]) -> None:
    text, title, employer = JOBS[case]
    resume = read(HEAD + text).resumes[0]
    assert (resume.current_title, resume.current_employer) == (title, employer)


@pytest.mark.parametrize("post", ["Biostatistician", "Psychometrician", "Microhistorian", "Bioinformatician"])
def test_learned_trades_are_posts(post: str) -> None:
    assert title_score(post) == 1.0
    assert not title_score("Patrician") + title_score("Galician")


def test_letters_behind_a_title_are_of_the_title_where_the_school_stands_below(read: Callable[..., Reading]) -> None:
    studies = (
        "Education\n2018 - present:\nDr.sc. ETH, Tides and Structures\nDepartment of Tides, ETH Zurich, Switzerland\n"
    )
    resume = read(f"{HEAD}{studies}2014 - 2016:\nM.Sc., Tides\nMarden University, Germany").resumes[0]
    assert (resume.school, resume.highest_degree) == ("ETH Zurich", "doctor")


@pytest.mark.parametrize("letters", ["MRCP", "STEM", "ERASMUS", "Erasmus+ programme", "TOEFL"])
def test_programmes_memberships_and_tests_are_no_schools(letters: str) -> None:
    assert not may_be_school(letters)
    assert may_be_school("KNLU")


def test_what_is_larger_than_the_heading_of_jobs_is_none_of_their_posts() -> None:
    lines = ["Experience", "Internship", "Larch Ltd, Oslo", "Clerk, 2019 - 2021", "Larch Ltd, 2019 - 2021"]
    for size, is_heading in ((12.0, False), (18.0, True)):
        headings = [True, True, False, False, False]
        return_to_jobs(
            ["experience"] * 5, headings, [*lines[:2], lines[4], "- Counted", "- Sold"], [14.0, size, 10, 10, 10]
        )
        assert headings[1] == is_heading


@pytest.mark.parametrize(
    "post",
    [
        "Senior Storeman",
        "Store In-charge",
        "Data Encoder",
        "Youth Corps Member",
        "HOD",
        "Ward Boy",
        "SDE-2",
        "Lead Web Dev",
    ],
)
def test_posts_of_the_south_are_posts(post: str) -> None:
    assert title_score(post) == 1.0


@pytest.mark.parametrize("phrase", ["Ghost Rider Games", "Base64 Encoder", "Kapil Dev", "Dev", "Presales Partners Ltd"])
def test_what_only_holds_such_a_word_is_none(phrase: str) -> None:
    assert title_score(phrase) < 1.0
