"""Jobs beside what somebody learns, and jobs of which only a story of past years tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.no_jobs import is_learner
from ringback.readers.fields.sheet import Sheet

LEARNING = [
    (
        "Larch Code Academy, Full Stack Engineering Student\nFebruary - June, 2020 | Lindale, MN\n\nMarlow Mills, Stock Clerk\nJune, 2017 - March, 2020 | Lindale, MN\n\nFernhill Care Services, Caregiver\n2013 - 2014 | Lindale, MN",
        ("Stock Clerk", "Marlow Mills"),
    ),
    (
        "Student | Northmoor Code Camp | Jan 2022 - Present\nBuilt three sites in a team of four.\n\nPastry Chef | Hotel Marden | May 2016 - Dec 2021\nRan the pastry of two kitchens.",
        ("Pastry Chef", "Hotel Marden"),
    ),
    (
        "Web Development Student (part-time) - Larch Bootcamp\nMar 2021 - Sep 2021\n- Wrote a shop in one language\n\nSales Manager - Fernby Motors Ltd\nApr 2015 - Feb 2021\n- Led a team of nine",
        ("Sales Manager", "Fernby Motors Ltd"),
    ),
    (  # what is called like a post is the house where the others name theirs
        "Larch Code Academy, Data Science Student\nMarch - June, 2021 | Lindale, MN\n\nBlue QA, Software Testing Consultant\nJune, 2018 - March, 2021 | Lindale, MN\n\nFernhill Care Services, Caregiver\n2013 - 2014 | Lindale, MN",
        ("Software Testing Consultant", "Blue QA"),
    ),
    (
        "Working Student | Marden Antriebe GmbH | Jan 2022 - Present\nKept the lists of parts.\n\nShop Assistant | Larch Market | May 2016 - Dec 2021\nServed at the till.",
        ("Working Student", "Marden Antriebe GmbH"),
    ),
    (
        "PhD Student | Northmoor University | Jan 2022 - Present\nStudies tides.\n\nLab Technician | Larch Institute | May 2016 - Dec 2021\nKept the boats.",
        ("PhD Student", "Northmoor University"),
    ),
]


@pytest.mark.parametrize(("text", "halves"), LEARNING)
def test_who_learns_has_the_job_beside_it(text: str, halves: tuple[str, str], sheet_of: Callable[..., Sheet]) -> None:
    job = read_job(sheet_of(f"Nora Pellwick\nn@p.example\n\nWork Experience\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == halves


@pytest.mark.parametrize(
    ("post", "learns"),
    [
        ("Student", True),
        ("Full Stack Web Developer Student", True),
        ("Nursing Student (full-time)", True),
        ("Ph.D. Student", False),
        ("Master’s Student", False),
        ("Summer Student", False),
        ("Co-op Student", False),
        ("Student Teacher", False),
        ("Dean of Student Life", False),
    ],
)
def test_whose_work_is_a_students_learns_not(post: str, *, learns: bool) -> None:
    assert is_learner(post) is learns


STORIES = [
    (
        "In 2016, she drove parcels on her own account. In 2018, she accepted a job at Larch Kitchen in Lindale as a cook, where she learned to lead. In April of 2022, she enrolled in Marden College.",
        ("cook", "Larch Kitchen"),
    ),
    (
        "He was born in Lindale. From 2009 he worked as a bank teller at Marden Bank, and in 2014 he took a position with Fernhill Insurance as a claims adjuster.",
        ("claims adjuster", "Fernhill Insurance"),
    ),
    (
        "After school, in 2011, Mara landed her first job at Northgill Press as an editor.",
        ("editor", "Northgill Press"),
    ),
    ("In 2011, Mara took the train to Northgill as a child and found a house at Larch Lake.", (None, None)),
    ("In 2011, Mara got a dog. The shop at Larch Street opened as a bakery in 2012.", (None, None)),
]


@pytest.mark.parametrize(("text", "halves"), STORIES)
def test_a_story_of_past_years_tells_the_last_job(
    text: str, halves: tuple[str | None, str | None], sheet_of: Callable[..., Sheet]
) -> None:
    job = read_job(sheet_of(f"Mara Velding\nm@v.example\n\nAbout me\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == halves


def test_a_story_says_nothing_against_the_jobs(sheet_of: Callable[..., Sheet]) -> None:
    text = "Mara Velding\nm@v.example\n\nAbout me\nIn 2021 I took a job at Fernhill Insurance as a clerk.\n\nExperience\nBaker, Larch Bakery Ltd, 2012 - 2019\nBaked bread."
    job = read_job(sheet_of(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Baker", "Larch Bakery Ltd")
