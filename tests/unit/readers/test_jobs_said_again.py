"""Sentences below a header that say its job again, jobs below referees, clubs and families among jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net\n"
STUDY = "\nEducation\nBSc Geology, Westmoor University, 2012\n"

CASES: dict[str, tuple[str, str | None, str | None]] = {
    "sentence_below_its_header": (
        (
            "Work Experience\nPikeSoft Dev  | Moorham Fern State Nigeria\nFull-Stack Developer\nDec.2023 - Present\n"
            "I'm currently working as a Full-Stack Developer in this company and I'm tasked with developing apps and\nwebsites."
        ),
        "Full-Stack Developer",
        "PikeSoft Dev",
    ),
    "sentence_of_that_firm": (
        (
            "Work Experience\nPIKE CREATIVWORLD  | Moorham Nigeria\nGRAPHICS/WEB DESIGNER\nJan.2018 - Present\n"
            "I'm currently working as a full-time Web Designer and Graphics Designer in this company."
        ),
        "GRAPHICS/WEB DESIGNER",
        "PIKE CREATIVWORLD",
    ),
    "a_house_with_its_name": (
        "Summary\nI am working as a clerk at Larch & Sons.",
        "clerk",
        "Larch & Sons",
    ),
    "labels_below_whom_to_ask": (
        (
            "Employment History\nCompany Name: Larch Xtreme\nPosition: Operator\nPeriod: March 2016 – March 2017\nReferences\n"
            "Larch Xtreme\n(Manager) Jo Pike\nCompany name:    Moorwell Group\nPosition:    General Assistant\n"
            "Period:    1st August 2018 - 6th April 2019\nCompany Name:    FernMuse\nPosition:.    Content Writer\n"
            "Period:    April 2019 - Current"
        ),
        "Content Writer",
        "FernMuse",
    ),
    "a_club_that_goes_on": (
        (
            "Work Experiences\nUI/UX Designer\tMay 2025 - Jun 2025\nNuriva Ltd\nDrew screens.\nOrganisational Experience\n"
            "Westmoor Larch Community - Vice Head\tOct 2024 - Present\nA student organization"
        ),
        "UI/UX Designer",
        "Nuriva Ltd",
    ),
    "the_family": (
        "Summary\nI draw.\nFamily\nMy dad's name is Jo. He works as a journalist at Larch News since 2005.",
        None,
        None,
    ),
    "a_post_spelt_by_ear": (
        (
            "Work Experience\nDigital Marketing Excutive\nInfinite Larch Restaurant\nJan 2024 - Jul 2024\nWebsite designs\n"
            "IMC Campaign planner and executer"
        ),
        "Digital Marketing Excutive",
        "Infinite Larch Restaurant",
    ),
}


@pytest.mark.parametrize(("jobs", "title", "employer"), CASES.values(), ids=CASES)
def test_jobs(read: Callable[..., Reading], jobs: str, title: str | None, employer: str | None) -> None:
    (resume,) = read(f"{HEAD}{jobs}{STUDY}").resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


def test_dates_behind_a_house_leave_no_gap_in_it(read: Callable[..., Reading]) -> None:
    line = "Company Name: Print Larch Save Pike, Moorham, 2021-2022 Job Description: Assistant Manager, Larch House."
    (resume,) = read(f"{HEAD}Work Experience or Workshops\n{line}{STUDY}").resumes
    assert resume.current_employer == "Print Larch Save Pike, Moorham"


def test_referees_stay_referees(read: Callable[..., Reading]) -> None:
    told = "References\nJo Pike\nCompany name: Moorwell Group\nPosition: Head of Sales\nPhone: 072 800 0053"
    (resume,) = read(f"{HEAD}Experience\nClerk, Fern Ltd, 2019 - Present{STUDY}{told}\n").resumes
    assert (resume.current_title, resume.current_employer) == ("Clerk", "Fern Ltd")


def test_tertiary_institutions_go_before_schools(read: Callable[..., Reading]) -> None:
    rows = (
        "TERTIARY QUALIFICATION\nName of Instituion\tFern University of Technology\nQualification\tInformation Technology\n"
        "SECONDARY QUALIFICATION\nName of School\tPike N Larch\nQualification\tMatric\n"
    )
    assert read(f"{HEAD}Skills\nExcel, Word\n{rows}").resumes[0].school == "Fern University of Technology"


def test_a_house_behind_the_heading_and_the_father_of_a_form(read: Callable[..., Reading]) -> None:
    told = (
        "Work Experience: Grey Larch Institute\nEnglish Teacher\nEducation: Bachelors in English\nBaba Pike College\n"
        "Skills: English, Excel\nF.Name: Faisal Pike\n"
    )
    (resume,) = read(f"{HEAD}{told}").resumes
    assert (resume.name, resume.current_title, resume.current_employer) == (
        "Mara Velding",
        "English Teacher",
        "Grey Larch Institute",
    )


def test_years_behind_the_same_words_are_no_house(read: Callable[..., Reading]) -> None:
    (resume,) = read(f"{HEAD}Work Experience: Over 10 years in retail\n{STUDY}Skills\nExcel\n").resumes
    assert resume.current_employer is None
