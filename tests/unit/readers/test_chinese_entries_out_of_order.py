"""Chinese resumes whose facts stand out of the usual order: painted later, below their house, in brackets behind the name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.document import Line
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.places.han_towns import han_town
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold
from ringback.readers.pdf_late_columns import with_late_columns_in_place
from ringback.readers.pdf_rows import PlacedLine
from schemas.records import Reading

Row = tuple[str, float, float, float]
BELOW_LEVEL = (
    "林青禾\n教育背景\n2024 - 至今\n中国青禾\n在读硕博连读生\n中国科学院潮汐技术研究所\n计算机科学与技术 · 潮汐计算研究中心\n"
    "导师：叶小春\n2020 - 2024\n中国北川\n计算机科学与技术主修学士学位、金融学辅修学士学位\n北川科学技术大学"
)
TOLD_BELOW = (
    "林青禾\n江海大学美术学院工业设计系毕业，现就读于北川大学信息学院。\n2025 - 至今\n北川大学信息学院\n"
    "攻读 Information 硕士，关注空间感知能力增强的研究。\n2025\n晨光智能 Prime\n主导晨光智能的机器人的工业设计。\n"
    "2018 - 2024\n江海大学美术学院工业设计系\n完成本科阶段学习，建立工业设计的基础训练。"
)
LATIN_BEHIND_LEVEL = "林青禾\n教育背景\n研究生：Larchmoor State University\n专 业：Computer Science\n本 科：江海大学\n专 业：生物信息处理"
FACTS = "林青禾\n实习生\n个人简介\n男，二十一岁(1990.3.26) 青禾工业大学 本科\n教育经历\n青禾工业大学 软件工程 大三"


@pytest.mark.parametrize(
    ("text", "level", "school"),
    [
        (BELOW_LEVEL, "doctor", "中国科学院潮汐技术研究所"),
        (TOLD_BELOW, "master", "北川大学信息学院"),
        (LATIN_BEHIND_LEVEL, "master", "Larchmoor State University"),
        (FACTS, "bachelor", "青禾工业大学"),
    ],
)
def test_the_school_of_the_highest_degree(sheet_of: Callable[..., Sheet], text: str, level: str, school: str) -> None:
    read = read_education(sheet_of(text))
    assert (read.degree and read.degree.value.level, read.school and read.school.value) == (level, school)


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("硕士：Larchmoor State University", "Larchmoor State University"),
        ("本科 - Larchmoor College", "Larchmoor College"),
        ("本科：江海大学", "江海大学"),
    ],
)
def test_schools_in_latin_letters_behind_their_level(line: str, school: str) -> None:
    assert school_in(fold(line), line) == school


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("个人信息\n姓名：林青禾 （199101男）\n工作年限：6年", 1991),
        ("林青禾（男，1991年1月）\n电话：13800000000", 1991),
        ("林青禾 (1991.01, 女)\n电话：13800000000", 1991),
        ("林青禾\n男，二十一岁(1990.3.26) 青禾工业大学 本科", 1990),
        ("林青禾\n青禾计划 (2001 男子组)\n电话：13800000000", None),
    ],
)
def test_birth_years_in_brackets(sheet_of: Callable[..., Sheet], text: str, year: int | None) -> None:
    found = read_birth_year(sheet_of(text))
    assert (found and found.value) == year


@pytest.mark.parametrize(
    ("line", "town"),
    [("摩尔多瓦，基希讷乌", "基希讷乌"), ("格鲁吉亚，第比利斯", "第比利斯"), ("保加利亚 · 索非亚", "索非亚")],
)
def test_towns_behind_their_country(line: str, town: str) -> None:
    assert han_town(fold(line)) == town


def test_the_title_of_a_page_below_that_of_its_theme(read: Callable[..., Reading]) -> None:
    page = (
        "<html><head><title>简历</title><title>简历 | Qinghe Lin</title></head><body><h1>简历 | 原创，AI翻译</h1><p>中文</p>"
        "<h1>个人简介</h1><p>男，1995年生，现居青禾。</p><h1>工作经历</h1><h2>晨光科技有限公司，后端工程师，2021.02 - 至今</h2>"
        "<p>参与后端系统的开发与优化。</p></body></html>"
    )
    (resume,) = read(page, "x.html").resumes
    assert resume.name == "Qinghe Lin"


def placed(*rows: Row) -> list[PlacedLine]:
    return [PlacedLine(Line(text, size=10.0), base, left, right) for text, base, left, right in rows]


def texts_in_place(lines: list[PlacedLine]) -> list[str]:
    return [one.line.text for one in with_late_columns_in_place(lines)]


TITLES = placed(
    ("林青禾", 707, 43, 109),
    ("教育经历", 634, 50, 147),
    ("语言水平", 506, 50, 146),
    ("工作经历", 417, 50, 187),
    ("获奖情况", 634, 314, 394),
    ("技能", 441, 314, 366),
)
LEFT = placed(
    ("2010 ~ 2014", 612, 50, 103),
    ("青禾大学", 595, 59, 95),
    ("晨光搜索 2016.06 ~ 至今", 394, 50, 167),
    ("工程师", 377, 59, 125),
)
RIGHT = placed(("2013 一等奖", 612, 314, 400), ("熟悉常用命令", 418, 322, 420), ("了解算法", 401, 322, 420))


def test_entries_of_two_columns_painted_behind_all_titles() -> None:
    t = [one.line.text for one in TITLES]
    left, right = ([one.line.text for one in rows] for rows in (LEFT, RIGHT))
    expected = [*t[:2], *left[:2], *t[2:4], *left[2:], t[4], right[0], t[5], *right[1:]]
    assert texts_in_place([*TITLES, *LEFT, *RIGHT]) == expected


def test_entries_painted_behind_what_is_told_of_them() -> None:
    told = placed(
        ("熟悉模型。", 638, 140, 290),
        ("教育背景", 609, 44, 114),
        ("核心课程：计量", 581, 161, 579),
        ("工作经历", 421, 44, 114),
        ("参加培训，组织学习。", 393, 161, 252),
        ("撰写作业题。", 342, 161, 325),
    )
    late = placed(
        ("青禾大学\t青禾，美国", 611, 146, 574),
        ("经济学，硕士\t2007-2014", 596, 146, 575),
        ("晨光保险股份有限公司\t北川", 423, 146, 575),
        ("拓展部，实习\t2015/10~2015/11", 408, 146, 574),
        ("青禾大学\t青禾", 372, 146, 574),
    )
    a, b = [one.line.text for one in told], [one.line.text for one in late]
    assert texts_in_place([*told, *late]) == [*a[:2], *b[:2], *a[2:4], *b[2:4], a[4], b[4], a[5]]


def test_columns_and_dates_that_are_painted_apart_stay() -> None:
    column = placed(("获奖情况", 634, 314, 394), ("2013 一等奖", 612, 314, 400), ("技能", 590, 314, 366))
    assert with_late_columns_in_place([*TITLES[:4], *LEFT, *column]) == with_late_columns_in_place(
        [*with_late_columns_in_place([*TITLES[:4], *LEFT]), *column]
    )
    jobs = placed(
        ("晨光科技", 600, 50, 110),
        ("负责平台的开发与维护工作，编写文档", 580, 50, 560),
        ("青禾科技", 500, 50, 110),
        ("负责测试", 480, 50, 560),
    )
    dates = placed(("2016 - 2019", 600, 500, 560), ("2012 - 2016", 500, 500, 560))
    assert with_late_columns_in_place([*jobs, *dates]) == [*jobs, *dates]
