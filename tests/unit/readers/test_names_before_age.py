"""What stands in front of sex and age in one line is a name, whatever it begins with; other words there are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

REST = "13800138000\n教育经历\n青禾大学 会计\t2018.09-2021.07\n工作经历\n青禾网络有限公司 - 销售主管\t2021.07-2022.10"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("晓东/男/25", "晓东"),
        ("晓东 | 男 | 25岁", "晓东"),
        ("会计/女/25", None),
        ("性别/男/25", None),
        ("回族/男/25", None),
    ],
)
def test_in_front_of_sex_and_age(read: Callable[..., Reading], line: str, name: str | None) -> None:
    (resume,) = read(f"销售主管\n基础信息\n{line}\n{REST}").resumes
    assert resume.name == name
