"""A job that goes on by a word alone, behind the house within the brackets: ``Line Cook (Velding Grill, Present)``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
PAGE = "Maren Oakley\nmaren@example.com\n\nEXPERIENCE\n\n{jobs}\n\nEDUCATION\nBSc, Northmoor University, 2013\n"


@pytest.mark.parametrize(
    ("line", "job"),
    [
        ("Staff Nurse - (Larch General Hospital, Present)", ("Staff Nurse", "Larch General Hospital")),
        ("Line Cook (Velding Grill, current)", ("Line Cook", "Velding Grill")),
        (
            "Support Specialist — (Larchwell International Corp, Present)",
            ("Support Specialist", "Larchwell International Corp"),
        ),
        ("Bus Driver [Oak Coaches] (Present)", ("Bus Driver", "Oak Coaches")),
    ],
)
@pytest.mark.parametrize("before", ["", "\n\nCashier (Oak Foods, 2015 - 2018)\n- Sold bread"])
def test_the_present_behind_the_house(line: str, job: tuple[str, str], before: str, read: Read) -> None:
    (resume,) = read(PAGE.format(jobs=f"{line}\n- Worked there{before}")).resumes
    assert (resume.current_title, resume.current_employer) == job


@pytest.mark.parametrize("line", ["- Kept the books in order (neat, now)", "- Drew plans (past, present)"])
def test_a_remark_dates_no_job(line: str, read: Read) -> None:
    (resume,) = read(PAGE.format(jobs=f"Clerk, Oak Foods, 2015 - 2018\n{line}")).resumes
    assert (resume.current_title, resume.current_employer) == ("Clerk", "Oak Foods")


@pytest.mark.parametrize("sign", [" -", ":", " –"])
def test_the_description_goes_on_in_the_line(sign: str, read: Read) -> None:
    told = "Kept the grill of the house. - Fed the guests at night and on holidays. - Told the cooks what was eaten, and by whom."
    (resume,) = read(PAGE.format(jobs=f"Line Cook — (Velding Grill, Present){sign} {told}")).resumes
    assert (resume.current_title, resume.current_employer) == ("Line Cook", "Velding Grill")
