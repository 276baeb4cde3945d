"""Shapes of English resumes of all walks of life: where post, house, school and town stand in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.read import Reading

HEAD = "Nora Pellwick\nnora@pellwick.example\n\n"
STUDIES = "\n\nEDUCATION\nHigh School Diploma, 2014\n"

JOBS = [
    (
        "Elementary Teacher - Immersion Spanish\n2019 - Present\nPlan lessons in both languages.",
        "Elementary Teacher",
        None,
    ),
    ("Apr 2021 - Present\tPrivate Tutor (High School Physics and Mathematics)", "Private Tutor", None),
    (
        "etiLarch Vale Court - QRL\tLeeds, UK\nResearch Assistant (part-time)\t09/2023 - present\n- Wrote reports",
        "Research Assistant",
        "etiLarch Vale Court",
    ),
    (
        (
            "Hollin Park - Photography Ambassador\tJul-Aug 2016\nLarch Diner - Waitress\tJan-Feb 2018\n- Served guests\n"
            "Vireo Clinic Limited – Marketing Assistant and Clerk\nFeb-Apr 2021\n- Kept the books in order and answered calls"
        ),
        "Marketing Assistant and Clerk",
        "Vireo Clinic Limited",
    ),
]


@pytest.mark.parametrize(("jobs", "title", "employer"), JOBS)
def test_posts_and_houses(jobs: str, title: str, employer: str | None, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}WORK EXPERIENCE\n{jobs}{STUDIES}".encode(), "x.txt").resumes
    assert (found.current_title, found.current_employer) == (title, employer)


SCHOOLS = [
    ("A.B. in Mathematics, Harwell University, 1998.\nPh.D. in Mathematics, M.I.T., 2002.", "M.I.T."),
    (
        "M.P.S. IN PROFESSIONAL STUDIES\nNorthmoor Theological Seminary\nB.S. IN BEHAVIORAL SCIENCE\nMarden College, NY",
        "Northmoor Theological Seminary",
    ),
    (
        "2019/02-07 (Exchange)\tThe Harwell University\n2018 - 2021\tNational Marden University - Information Management",
        "National Marden University",
    ),
]


@pytest.mark.parametrize(("studies", "school"), SCHOOLS)
def test_schools(studies: str, school: str, read: Callable[..., Reading]) -> None:
    text = f"{HEAD}EDUCATION\n{studies}\n\nEXPERIENCE\nCashier, Larch Lots, 2015 - Present\n- Rang up customers\n"
    (found,) = read(text.encode(), "x.txt").resumes
    assert found.school == school


def test_score_with_its_year_is_no_number_and_a_driver_says_where_he_lives(read: Callable[..., Reading]) -> None:
    text = (
        f"{HEAD}Passed the state examination: score 273 (2026).\n\nWORK EXPERIENCE\nBus Driver - Larch Bus Lines\n"
        f"Phoenix, Arizona - 07/2024 - Present\nMy location: Houghton, MI\n- Drove the school bus{STUDIES}"
    )
    (found,) = read(text.encode(), "x.txt").resumes
    assert (list(found.phones), found.city) == ([], "Houghton, MI")
