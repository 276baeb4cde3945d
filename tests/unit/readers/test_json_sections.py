"""JSON about one person whose jobs and schools are called by a bare name: education: {name: …, degree: …}."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

INFO = {"name": "王青禾", "email": "qinghe@moor.example"}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            {"education": {"name": "青禾学院", "degree": "海洋学（硕士）", "time": "2016/09-2021/12"}},
            (None, None, "青禾学院"),
        ),
        (
            {"education": [{"name": "青禾学院", "degree": "学士"}, {"name": "晨光学院", "degree": "硕士"}]},
            (None, None, "晨光学院"),
        ),
        (
            {
                "工作经历": [
                    {"name": "青禾仪器", "职位": "会计", "end": "2019-05"},
                    {"name": "晨光仪器", "职位": "财务主管", "end": "2023-05"},
                ]
            },
            ("财务主管", "晨光仪器", None),
        ),
        ({"education": [{"name": "青禾学院"}, {"name": "晨光学院"}]}, (None, None, "青禾学院")),
        ({"projects": {"name": "青禾潮汐网", "position": "会计", "date": "2021"}}, (None, None, None)),
    ],
)
def test_a_bare_name_in_a_section(
    read: Callable[..., Reading], parts: dict[str, Any], expected: tuple[str | None, ...]
) -> None:
    (found,) = read(json.dumps({"info": INFO, **parts}).encode(), "x.json").resumes
    assert found.name == "王青禾"
    assert (found.current_title if expected[0] else None, found.current_employer, found.school) == expected


@pytest.mark.parametrize("key", ["place", "where"])
@pytest.mark.parametrize("town", ["Leeds", "Leeds, UK", "Lisbon, Portugal"])
def test_where_a_job_was_is_no_house(key: str, town: str, read: Callable[..., Reading]) -> None:
    jobs = [{"title": "Line Cook", key: town, "end": "2024"}, {"title": "Waiter", key: "York", "end": "2020"}]
    told = {"name": "Mara Velding", "email": "m.v@mailbox.example", "experience": jobs}
    (resume,) = read(json.dumps(told).encode(), "r.json").resumes
    assert (resume.current_title, resume.current_employer) == ("Line Cook", None)


def test_where_a_job_was_names_its_house(read: Callable[..., Reading]) -> None:
    jobs = [{"title": "Line Cook", "place": "Velding Grill", "end": "2024"}]
    studies = [{"title": "BSc Geology", "place": "Northmoor University"}]
    told = {"name": "Mara Velding", "email": "m.v@mailbox.example", "experience": jobs, "education": studies}
    (resume,) = read(json.dumps(told).encode(), "r.json").resumes
    assert (resume.current_title, resume.current_employer) == ("Line Cook", "Velding Grill")
    assert resume.school == "Northmoor University"
