"""Pages of Chinese scholars: a rank beside the name, a post told of today, the school of the clause that tells the degree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.document import Reading

REST = "\n\n研究方向\n潮汐与海浪\n\n论文\n1. 潮汐的观测\n"
STUDIED = "\n\n教育背景\n2010-2015 南方大学 计算机 博士"
PAGES = {
    "rank beside the name": (
        "王青禾 副教授\n邮箱：qinghe@moor.example\n\n王青禾，北方大学光电工程学院硕士生导师。2012年获南方大学博士学位。",
        ("王青禾", "副教授", None, "南方大学"),
    ),
    "is now": (
        f"郭青禾\n邮箱：qinghe@moor.example\n\n你好，我是郭青禾，现在是北方大学海洋科学与工程学院的百人研究员。{STUDIED}",
        ("郭青禾", "百人研究员", "北方大学海洋科学与工程学院", "南方大学"),
    ),
    "who is where": (
        f"杨青禾\n邮箱：qinghe@moor.example\n\n我目前在青禾潮汐院（杭州）担任研究实习生。{STUDIED}",
        ("杨青禾", "研究实习生", "青禾潮汐院（杭州）", "南方大学"),
    ),
}


@pytest.mark.parametrize(("page", "expected"), PAGES.values(), ids=PAGES.keys())
def test_pages(read: Callable[..., Reading], page: str, expected: tuple[str | None, ...]) -> None:
    (found,) = read((page + REST).encode(), "x.txt").resumes
    assert (found.name, found.current_title, found.current_employer, found.school) == expected
