"""A Chinese post in front of the name on the first line, and the word for a post behind one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import ParsedResume, Reading

REST = "13712345678 | sunny99@post.example\n工作经历\n2018.03-至今 青禾餐饮店 店长\n接待顾客\n教育经历\n2010.09-2014.06 青禾大学 物流工程 本科\n"


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("会计 林小竹", "林小竹"),
        ("Java开发工程师 林小竹", "林小竹"),
        ("护士 阿依古丽·买买提", "阿依古丽·买买提"),
        ("大客户销售　司徒敏", "司徒敏"),
        ("会计 简历", None),
        ("店长 本科", None),
    ],
)
def test_names(read: Callable[..., Reading], line: str, name: str | None) -> None:
    assert first(read(f"{line}\n{REST}")).name == name


@pytest.mark.parametrize("told", ["担任店长一职，负责日常工作", "店长一职"])
def test_posts_called_so(read: Callable[..., Reading], told: str) -> None:
    text = f"林小竹\n13712345678\n工作经历\n青禾餐饮店 2018.03—至今\n{told}\n接待顾客\n教育经历\n2010.09-2014.06 青禾大学 本科\n"
    resume = first(read(text))
    assert (resume.current_title, resume.current_employer) == ("店长", "青禾餐饮店")
