"""Rows of one sign - leaders of dots, rules of dashes, numbers that go on - cost a resume nothing but themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ringback.readers.fields.contacts import strangers
from ringback.readers.fields.jobs import entry_dates, present_entries
from ringback.readers.fields.jobs.no_jobs import is_between_jobs
from ringback.readers.fields.studies.schools_by_degree import school_of_degree
from ringback.readers.limits import ReaderLimits
from ringback.readers.pool import ReaderPool, ReadJob
from schemas.policy import RoleTaxonomy
from schemas.records import Reading
from tests.standins.growth import LINEAR, growth

Read = Callable[..., Reading]

SIGNS = (".", "/", "…", "- ", "1. ", "01/", "-.", ", ")
N_SIGNS = 5_000
ENGLISH = """Rosalind Featherstone
Leeds
Phone: 07700 900417
Email: rosalind.f@mailbox.example
{0}
Employment
03/2019 - present
{0}
Warehouse Supervisor
Calder Vale Distribution, Leeds
06/2015 - 02/2019  Picker Packer, Moorgate Storage, Bradford
{0}
Education
{0}
Calder Vale College, Diploma in Logistics, 2015
"""
CHINESE = """欧阳雨桐
电话:13800001234
现居:成都
{0}
求职意向:会计
工作经历
2019.03-至今 成都恒泰商贸有限公司 会计
{0}
2015.06-2019.02 成都锦程集团有限公司 出纳
{0}
教育背景
{0}
2011-2015 西川理工大学 会计学 本科
"""


def test_leaders_of_thousands_of_signs_are_read_within_the_limits(tmp_path: Path, taxonomy: RoleTaxonomy) -> None:
    names = {}
    for language, resume, name in (("en", ENGLISH, "Rosalind Featherstone"), ("zh", CHINESE, "欧阳雨桐")):
        for number, sign in enumerate(SIGNS):
            path = tmp_path / f"{language}{number}.txt"
            path.write_text(resume.format((sign * N_SIGNS)[:N_SIGNS]), encoding="utf-8")
            names[path] = name
    with ReaderPool(2, ReaderLimits(), taxonomy) as pool:
        read = {job.path: reading for job, reading in pool.read(ReadJob(path, source="x") for path in names)}
    assert {path: [resume.name for resume in read[path].resumes] for path in names} == {
        path: [name] for path, name in names.items()
    }


@pytest.mark.parametrize("sign", [*SIGNS, "1.1.", ". .", ";;."])
def test_leader_is_no_time_without_work(sign: str) -> None:
    assert not is_between_jobs(sign * N_SIGNS)


@pytest.mark.parametrize(
    "line",
    [
        "01/2019 - 03/2020 Elternzeit",
        "2018 - heute Arbeitssuchend",
        "- 04.2019 – 06.2019 | Chômage",
        "06/2020 à au Sans emploi",
        "2019/01/05 ... 2019/07/01 Desempleado",
    ],
)
def test_time_without_work_is_told_behind_its_dates(line: str) -> None:
    assert is_between_jobs(line)


def test_leader_between_two_degrees_is_walked_over_once() -> None:
    line = "Northmoor University, BSc in Biology, " + ", " * 60 + "x MSc of Eastmoor College"
    assert school_of_degree(line, line, "master") in {None, "Eastmoor College"}


def test_leader_keeps_its_line_readable(read: Read) -> None:
    line = "Warehouse Supervisor " + ". " * 300 + " Calder Vale Ltd " + ". " * 300 + " 2019 - present"
    [resume] = read(f"Rosalind Featherstone\nrosalind.f@mailbox.example\nEmployment\n{line}\n").resumes
    assert (resume.name, resume.current_title) == ("Rosalind Featherstone", "Warehouse Supervisor")


@pytest.mark.parametrize(
    ("pattern", "before", "sign"),
    [
        (present_entries._NOW_BEHIND, "2019", " "),
        (entry_dates._OPEN_RANGE, "2019", " "),
        (strangers._OF_KIN, "name", " "),
    ],
)
def test_a_gap_of_any_width_is_walked_over_once(pattern: re.Pattern[str], before: str, sign: str) -> None:
    assert pattern.search(before + sign * N_SIGNS + "x") is None
    assert growth(pattern.search, lambda n: before + sign * n + "x", 10 * N_SIGNS) < LINEAR
