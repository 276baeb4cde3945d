"""Houses that no word gives away beside words that look like a house or a post and are none, and posts behind such words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "name over the post, a house's words in what was done": (
        (
            "Experience\nNorthside\nStudent Ambassador\t2019 – Present\nRepresent Lindale CS students at University recruiting events\n"
            "Larchwell\nTide Clerk\t2017 – 2019\nCounted the tides"
        ),
        "Student Ambassador",
        "Northside",
    ),
    "small letters behind the post, the house of another post below": (
        (
            "Experience\nFellow in Tide Curation for Marsh Studies, velkart, 2016–.\nVisiting Lecturer, University of Lindale, 2015–16.\n"
            "Tutor, University of Lindale, 2014–15."
        ),
        "Fellow in Tide Curation",
        "velkart",
    ),
    "house below its post as in the other jobs": (
        (
            "Experience\nTide Works\nClerk\t2019 – Present\nNorthmoor University\nTide Works\nTutor\t2017 – 2019\nLindale College\n"
        ),
        "Clerk",
        "Northmoor University",
    ),
    "way of working behind the house in a bracket": (
        "Experience\nTide Manager (UQG — Hybrid Remote)\nDec. 2021 — Sept. 2024\n- Counted the tides",
        "Tide Manager",
        "UQG",
    ),
    "small letters over a post with a remark in brackets": (
        "Experience\nvelkart\tCampina Grande, Paraíba\nTide Clerk (Trainee)\t09/2024 - Present\n- Counted the tides",
        "Tide Clerk (Trainee)",
        "velkart",
    ),
    "site behind the house and its town, a full stop": (
        (
            "Experience\n2017 – Present\nVice President of Tides, Mantara, Germantown MD, larch-tide.com.\nCounted the tides and the gates.\n"
            "2013 – 2014\nApprentice Plumber, Larch Mechanical, Bethesda MD, larchmec.com."
        ),
        "Vice President of Tides",
        "Mantara",
    ),
    "house called as a post, where the other jobs have known houses": (
        (
            "Experience\nSales Associate – Blue Anchor (2023–Present)\n• Counted the stock\nCashier – Larch Foods Ltd (2022–2023)\n"
            "• Kept the till\nBarista – Elmwood Cafe (2020–2021)\n• Made the coffee"
        ),
        "Sales Associate",
        "Blue Anchor",
    ),
    "site in brackets is no post": (
        "Experience\nLarch Works, Inc (larchworks.net) Lafayette, IN\nZivildienst: January 2016 - present\nPart of the team of the gates",
        None,
        "Larch Works, Inc",
    ),
    "table of jobs headed as one of degrees may be": (
        (
            "Positions held\nTitle\tInstitution\tAdvisor(s)\tDates\nTide Engineer\tLindale College\tDept. of Tides\tAug. 2022 - Present\n"
            "Tide Clerk\tUniversity of Elmwood\tDept. of Gates\tDec. 2020 - Feb. 2022"
        ),
        "Tide Engineer",
        "Lindale College",
    ),
    "what an office is for, before its house and town": (
        "Experience\n2019 - now\tVice President for Tide Success and Gates, Larchtron, Grenoble\nCounted the tides\n2015 - 2018\tTester, Ortwin",
        "Vice President for Tide Success and Gates",
        "Larchtron",
    ),
    "field that a word makes a house, over a house with its town": (
        "Experience\nSenior Research Scientist, Polymer Materials and Coatings\t2019 - Present\nLarchwell, Oslo\n- Counted the tides",
        "Senior Research Scientist",
        "Larchwell",
    ),
    "house that a word gives away, over a town of no list": (
        "Experience\nSenior Research Scientist, Larch Robotics\t2019 - Present\nZwickmuhlen, Germany\n- Counted the tides",
        "Senior Research Scientist",
        "Larch Robotics",
    ),
    "laboratory that the post is in": (
        "Experience\nResearch Associate in the Tides laboratory\t2021 – Present\nUniversity of Elmwood\n- Counted the tides",
        "Research Associate",
        "University of Elmwood",
    ),
    "department that the post is in": (
        "Experience\nNurse in the Cardiology department\t2020 - now\nLarch Ltd\n- Counted the tides",
        "Nurse",
        "Larch Ltd",
    ),
    "what somebody says he is": (
        "Experience\nApril 2018 - present\nI am a full stack web developer, I like gates and tides.",
        "full stack web developer",
        None,
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS)
def test_the_house_is_the_one_that_stands_as_one(
    read: Callable[..., Reading], text: str, title: str | None, employer: str | None
) -> None:
    (resume,) = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


@pytest.mark.parametrize("line", ["FOUNDER/CEO", "Shop Specialist / Web Developer"])
def test_two_posts_under_the_name(read: Callable[..., Reading], line: str) -> None:
    (resume,) = read(
        f"Mara Velding\n{line}\nmara@fernpost.net\n\nEducation\nBSc Tides, University of Lindale, 2009"
    ).resumes
    assert resume.current_title == line


@pytest.mark.parametrize("line", ["Tide Lead @ Larchwell", "Tide Lead at Larchwell\tgithub.com/velding"])
def test_a_post_at_a_house_under_the_name_is_held_where_all_jobs_are_over(
    read: Callable[..., Reading], line: str
) -> None:
    text = f"Mara Velding\n{line}\nmara@fernpost.net\n\nExperience\nWaiter, Oak Hotel Ltd\t2015 - 2017\n- Served the guests"
    (resume,) = read(text).resumes
    assert (resume.current_title, resume.current_employer) == ("Tide Lead", "Larchwell")
