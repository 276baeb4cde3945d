"""Chinese names in the macros of classes from abroad, above a place that a pattern keeps free; wishes by another word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

JOBS = "工作经历\n青禾证券 数据分析师 2021.07 - 至今\n负责日报和周报。\n\n教育经历\n江海大学 统计学 本科 2017-2021\n"


@pytest.mark.parametrize("halves", ["{雨禾}{施}", "{施}{雨禾}", "{施雨禾}{}", "{施雨禾}"])
def test_halves_of_a_name(read: Callable[..., Reading], halves: str) -> None:
    text = (
        f"\\documentclass{{resume}}\n\\begin{{document}}\n\\name{halves}\n\\section{{教育背景}}\n江海大学 统计学 本科 2017-2021\n"
        "\\section{工作经历}\n青禾证券 数据分析师 2021.07 - 至今\n\\end{document}\n"
    )
    assert read(text, ".tex").resumes[0].name == "施雨禾"


def test_a_place_that_a_pattern_keeps_free_makes_no_blank_form(read: Callable[..., Reading]) -> None:
    assert read(f"施 雨 禾\n\n{JOBS}[学校名称] — [学位]，[专业] · [年份]\n").resumes[0].name == "施雨禾"


def test_a_blank_form_has_no_name(read: Callable[..., Reading]) -> None:
    reading = read("个人简历\n姓名：\n性别：\n出生日期：\n电话：\n邮箱：\n求职意向：\n教育经历\n工作经历\n", "简历.txt")
    assert all(resume.name is None for resume in reading.resumes)


def test_wishes_for_employment(read: Callable[..., Reading]) -> None:
    (resume,) = read(f"施雨禾\n13800138000\n就业意向\n行政专员\n\n{JOBS}").resumes
    assert resume.desired_title == "行政专员"
