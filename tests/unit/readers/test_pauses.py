"""Times without work among the jobs: the last job is the one before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.pauses import is_pause
from ringback.readers.fields.sheet import Sheet


@pytest.mark.parametrize(
    "jobs",
    [
        "Sabbatical: travelling in Chile\t2024-04 to now\nWelder\tLeeds\nLarch Works\t2020 - 2024\nFitter\tBath\nMoor Works\t2015 - 2020",
        "Career break\nApr 2024 - Present\nWelder\nLarch Works\n2020 - 2024\nFitter\nMoor Works\n2015 - 2020",
        "2024 - Present\nParental leave\n2020 - 2024\nWelder, Larch Works\n2015 - 2020\nFitter, Moor Works",
        "Retired, June 2024 - Present\nWelder, Larch Works, 2020 - 2024\nFitter, Moor Works, 2015 - 2020",
        "Caregiver for family member, 2024 - Present\nWelder, Larch Works, 2020 - 2024\nFitter, Moor Works, 2015 - 2020",
        "Caring for my elderly mother\t2024 - Present\nWelder, Larch Works\t2020 - 2024\nFitter, Moor Works\t2015 - 2020",
        "Welder, Larch Works\t2020 - 2024\nCareer break for family\t2018 - 2020\nFitter, Moor Works\t2015 - 2018",
    ],
)
def test_the_job_before_a_pause_is_the_last_one(sheet_of: Callable[..., Sheet], jobs: str) -> None:
    job = read_job(sheet_of(f"Ana Holm\nExperience\n{jobs}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Welder", "Larch Works")


def test_who_plans_the_leave_of_others_works(sheet_of: Callable[..., Sheet]) -> None:
    job = read_job(
        sheet_of("Ana Holm\nExperience\nParental Leave Officer, Larch Works\t2024 - Present\nFitter\t2015 - 2020")
    )
    assert job.title
    assert job.title.value == "Parental Leave Officer"


@pytest.mark.parametrize(
    ("line", "is_none"),
    [
        ("Retired, 2020 - Present", True),
        ("Retired Colonel, 2010 - 2020", False),
        ("Retired from Larch Works, 2020", False),
        ("Caregiver, Larch Home Care, 2019 - now", False),
        ("Caring for families in need, Larch Trust, 2019", False),
    ],
)
def test_what_is_said_behind_the_word_tells_a_pause(line: str, *, is_none: bool) -> None:
    assert is_pause(line) is is_none
