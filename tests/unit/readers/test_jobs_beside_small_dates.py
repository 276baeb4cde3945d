"""Jobs whose dates are set smaller than the text, duties written large, pieces in brackets of their own, jobs called positions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet


def halves_of(sheet: Sheet) -> tuple[str | None, str | None]:
    job = read_job(sheet)
    return job.title and job.title.value, job.employer and job.employer.value


def test_what_was_done_before_is_in_no_larger_print_than_the_text(sheet_of: Callable[..., Sheet]) -> None:
    jobs = [
        ("2016 - 2017", "Ward Technician", "Larch Hospital Central", "Lindale, CO"),
        ("2017 - 2018", "Ambulance Technician", "Larch Hospital Central", "Lindale, CO"),
        ("2019 - Current", "Claims Adjuster", "QRTZ", "Remote"),
    ]
    told = "Keep every ward a place in which guests of the house feel at home."
    lines = ["Pat Marlowe", "Experience", *(line for job in jobs for line in (*job, told))]
    dated = {i: 8.0 for i, line in enumerate(lines) if line[:2] == "20"}
    posts = {i + 1: 11.0 for i in dated}
    plain = dict.fromkeys(range(len(lines)), 9.0)
    assert halves_of(sheet_of("\n".join(lines), sizes=plain | {0: 20.0, 1: 14.0} | dated | posts)) == (
        "Claims Adjuster",
        "QRTZ",
    )


@pytest.mark.parametrize(
    ("jobs", "halves"),
    [
        ("2021 - Present\nSenior Program Analyst\nDepartment of Bridges/ Fernway Administration\nSalem, OR\nDevelop Ledger Reviews for Northmoor County's Gates\n2008 - 2021\nProgram Manager\nDepartment of Tides\nSalem, OR", ("Senior Program Analyst", "Fernway Administration")),
        ("[Sales Clerk], [Larch Beach Resort]\n[May 2020 – June 2022]\n\n- Sold towels and memberships.\n\n[Founder & Lash Artist], [larchlashes]\n[October 2022 – May 2025]\n\n- Led a brand of lash services.", ("Founder & Lash Artist", "larchlashes")),
        ("2022 - Present\nSchool Certifying Official\nMara Velding Veterans Center\nLindale, AZ", ("School Certifying Official", "Mara Velding Veterans Center")),
        ("2015 - Present\nProgramme Biologist\nYoung Otter Program, Larch Institute, Fernmoor, Lindale Bay, BC, Canada\n2014 - 2015\nResearch Assistant\nOtter Ecology, University of Northmoor, Lindale, BC, Canada", ("Programme Biologist", "Larch Institute")),
    ],
)  # fmt: skip
def test_jobs_in_their_own_wording(
    sheet_of: Callable[..., Sheet], jobs: str, halves: tuple[str | None, str | None]
) -> None:
    assert halves_of(sheet_of(f"Pat Marlowe\npat@marlowe.example\n\nExperience\n{jobs}\n")) == halves


@pytest.mark.parametrize("heading", ["Job Positions", "Industry Roles"])
def test_jobs_may_be_called_positions(heading: str) -> None:
    assert section_of_heading(heading, stands_out=True) == "experience"


@pytest.mark.parametrize("heading", ["Job Position Desired", "Open Positions"])
def test_positions_that_nobody_held(heading: str) -> None:
    assert section_of_heading(heading, stands_out=True) != "experience"


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("Larch Institute\nPO Box 12\nFernmoor, BC, Canada\n\nExperience\n2018 - Present\nScientific Data Specialist\nEcological Ledgers, Ocean Watching System, and a lead for the International Year of the Otter Watching System, Larch Institute, Fernway Foundation, Lindale, BC, Canada", ("Scientific Data Specialist", "Larch Institute")),
        ("College Student\n\nCurrently\nIn my senior year at FLQ-I\n\nOccupation\n2021 The Larch Depot, Salem, Oregon\n2023 FERN, Salem, Oregon\n2024 Teachers Assistant, Salem, Oregon", ("Teachers Assistant", None)),
    ],
)  # fmt: skip
def test_houses_told_elsewhere_on_the_page(
    sheet_of: Callable[..., Sheet], text: str, halves: tuple[str | None, str | None]
) -> None:
    assert halves_of(sheet_of(f"Pat Marlowe\npat@marlowe.example\n{text}\n")) == halves


@pytest.mark.parametrize("printed", ["1 - (812) -555-0164", "1(812) 555-0164", "1 - 812 - 555-0164"])
def test_one_in_front_of_a_number_in_groups_is_no_chinese_mobile(sheet_of: Callable[..., Sheet], printed: str) -> None:
    found = read_phones(sheet_of(f"Pat Marlowe\n{printed} | pat@marlowe.example\n\nExperience\nLot Attendant\n"))
    assert [one.value for one in found] == ["+18125550164"]
