"""Heads of tables and headings of jobs that look like somebody's name, and tables of studies whose heads are labels."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.asides import is_aside
from schemas.records import ParsedResume, Reading


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize(
    ("table", "school"),
    [
        (
            "学校\t专业\t时间\t学历\n青禾建筑大学\t车辆工程\t2009-2013\t本科\n翔禾理工大学\t机械工程\t2014-2017\t硕士",
            "翔禾理工大学",
        ),
        ("学校\t学历\t时间\n翔禾理工大学\t硕士\t2014-2017\n青禾建筑大学\t本科\t2009-2013", "翔禾理工大学"),
        ("时间\t学校\t学历\n2009-2012\t青禾职业学院\t大专\n2014-2017\t翔禾理工大学\t本科", "翔禾理工大学"),
    ],
)
def test_the_row_of_the_highest_degree(read: Callable[..., Reading], table: str, school: str) -> None:
    text = f"林小竹\n13712345678\n工作经历\n青禾餐饮公司 店长 2018.03—至今\n接待顾客\n教育经历\n{table}\n社交主页\n"
    assert first(read(text)).school == school


JOBS = (
    "Resume\nProfessional Experience\nFern Assembly - Engineering Fellow\nRemote\nAugust 2022 to November 2022\nBuilt models\n"
    "KC Larchi - Senior Account Executive\nNew York, NY\nApril 2021 to August 2022\nPlanned campaigns\n"
    "Education\nBA in Public Relations | Larch State University | 2019\n"
)


def test_headings_of_jobs_name_nobody(read: Callable[..., Reading]) -> None:
    assert first(read(JOBS)).name is None


def test_heads_of_tables_name_nobody(read: Callable[..., Reading]) -> None:
    assert (
        first(read(f"{JOBS}Certification\nName\tCertification\tYear\nLarch\tProject Management\t2022\n")).name is None
    )


def test_a_labelled_name_stays(read: Callable[..., Reading]) -> None:
    assert first(read(JOBS.replace("Resume\n", "Name\tMara Velding\n"))).name == "Mara Velding"


def test_two_fields_in_front_of_a_heading() -> None:
    assert section_of_heading("OT/IT Work experiences") == "experience"


@pytest.mark.parametrize("text", ["Online & In-Gym", "remote or on-site", "In-Person"])
def test_ways_of_working(text: str) -> None:
    assert is_aside(text)
