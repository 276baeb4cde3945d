"""Small print that is easily read for something else: rights of a page, links of programs, the town of a job without heading."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.places.addresses import place_of
from schemas.records import ParsedResume, Reading


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize("text", ["© 2023 Mara Velding, Inc", "Mara Velding, LLC.", "Larch, Ltd"])
def test_firms_are_no_places(text: str) -> None:
    assert place_of(text).town is None


def test_the_town_of_a_job_right_under_the_contacts(read: Callable[..., Reading]) -> None:
    jobs = "Configuration Clerk\nNovember 2021 to Present\nKept the floor plans of all sites\nEducation\nLarch College, B.A. History, 2014 - 2018\n"
    resume = first(read(f"Mara Velding\nEmail: mara@post.example\nLarch Corporation, Reston, VA (Remote)\n{jobs}"))
    assert (resume.city, resume.current_employer) == (None, "Larch Corporation")


def test_the_home_right_over_such_a_job(read: Callable[..., Reading]) -> None:
    jobs = "Larch Corporation, Reston, VA\nConfiguration Clerk\nNovember 2021 to Present\nKept the floor plans of all sites\nEducation\nLarch College, B.A. History, 2014 - 2018\n"
    assert first(read(f"Mara Velding\nEmail: mara@post.example\nBoise, ID\n{jobs}")).city == "Boise, ID"


def test_links_of_programs(read: Callable[..., Reading]) -> None:
    text = (
        "# 林小竹的简历\n\n## 联系方式\n\n* 手机：13712345678\n* Email：lin@post.example\n"
        "* QQ/微信：[87654321](mqqwpa://im/chat?chat_type=wpa&uin=87654321)/xiaozhu_lin\n\n## 教育经历\n\n青禾大学 软件工程 本科 2012-2016\n"
    )
    assert first(read(text, name="简历.md")).wechat == "xiaozhu_lin"


@pytest.mark.parametrize(
    ("house", "post"), [("Larchly 深圳", "Ruby 后端开发"), ("Larchly 杭州市", "Python 爬虫工程师")]
)
def test_a_latin_house_and_its_town(read: Callable[..., Reading], house: str, post: str) -> None:
    text = f"林小竹\n13712345678 · lin@post.example\n工作经历\n{house}\t2021 年 2 月 – 2023 年 7 月\n{post}\n• 重构接口\n• 维护日志平台\n"
    resume = first(read(f"{text}教育背景\n青禾大学\t2016 – 2020\n软件工程\t本科\n"))
    assert (resume.current_title, resume.current_employer) == (post, "Larchly")


@pytest.mark.parametrize(
    ("line", "year"),
    [("1989年/3年工作经验(近1年会计经验)", 1989), ("1991年 | 十年从业经验", 1991), ("2019年/3年工作经验", None)],
)
def test_the_year_beside_years_of_work(read: Callable[..., Reading], line: str, year: int | None) -> None:
    text = f"林小竹\n- 期望职位：会计\n- {line}\n- 手机:13712345678\n- 邮箱:lin@post.example\n工作经历\n青禾商贸有限公司 会计 2015.03-至今\n"
    assert first(read(text)).birth_year == year
