"""Chinese pages: given names in sentences, subjects beside schools, pupils' offices, institutes, columns of managers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import ParsedResume, Reading

HEAD = "林小竹\n13712345678  lin@post.example\n"
JOB = "工作经历\n2020.01 - 至今  青禾商贸有限公司  销售经理\n"


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("柳青禾\n13712345678\n我是青禾，做过三年会计。\n", "柳青禾"),
        ("欧阳云帆\n13712345678\n大家好，我是云帆，来自江海。\n", "欧阳云帆"),
        ("柳青禾\n13712345678\n我是柳青禾，做过三年会计。\n", "柳青禾"),
        ("林小竹\n13712345678\n我叫林晓竹，做过三年会计。\n", "林晓竹"),
    ],
)
def test_a_given_name_said_below_the_whole_one(text: str, name: str, read: Callable[..., Reading]) -> None:
    assert first(read(text + JOB)).name == name


def test_a_present_job_at_the_end_of_a_sentence(read: Callable[..., Reading]) -> None:
    text = (
        "柳青禾\n13712345678\n我是青禾，在统计、可视化领域具有一定的经验，热爱编程，目前在江海证券担任数据分析师。\n"
        "工作经历\n江海证券 数据分析师\t2023 年 11 月 – 至今\n云帆证券 数据专员\t2021 年 8 月 – 2023 年 11 月\n"
    )
    resume = first(read(text))
    assert (resume.current_title, resume.current_employer) == ("数据分析师", "江海证券")


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ("学历：硕士\n学校：青禾大学\n技术方向：图像处理在机电工程中的应用\n", None),
        ("方向：水利工程中的模型应用\n专业：水利工程\n", None),
        ("学历：硕士\n学校：青禾大学\n方向：前端开发\n", "前端开发"),
        ("性别：女\n方向：行政管理的应用推广\n", "行政管理的应用推广"),
    ],
)
def test_subjects_and_directions(facts: str, wanted: str | None, read: Callable[..., Reading]) -> None:
    assert first(read(f"林小竹\n基本信息\n手机：13712345678\n{facts}{JOB}")).desired_title == wanted


@pytest.mark.parametrize("office", ["青禾國小— 模範生", "江海國中....體育股長", "云帆高中  数学课代表"])
def test_offices_of_pupils_are_no_jobs(office: str, read: Callable[..., Reading]) -> None:
    text = f"<h1>林小竹</h1><p>lin@post.example</p><h2>學歷</h2><p>國立青禾大學 會計學系 大學 2019-</p><h2>經歷</h2><h3>{office}</h3><p>帶隊參賽</p>"
    resume = first(read(text, "x.html"))
    assert (resume.current_title, resume.current_employer) == (None, None)


def test_a_head_of_a_revenue_office_is_one(read: Callable[..., Reading]) -> None:
    resume = first(read(f"{HEAD}工作经历\n2020.01 - 至今  青禾县税务局  征管股股长\n"))
    assert resume.current_title
    assert resume.current_title.endswith("股长")


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("系统生物学重点实验室, 中科院江海生命科学院, 导师: 骆春江研究员", "中科院江海生命科学院"),
        ("中国农业科学院青禾研究所，导师：骆春江", "中国农业科学院青禾研究所"),
        ("系统生物学重点实验室, 青禾生物有限公司, 导师: 骆春江", "青禾大学"),
    ],
)
def test_institutes_below_a_degree(line: str, school: str, read: Callable[..., Reading]) -> None:
    text = f"{HEAD}教育经历\n博士, 生物信息学 2009 – 2014\n{line}\n学士, 生物技术 2005 – 2009\n青禾大学, 生命科学学院\n"
    assert first(read(text)).school == school


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("青禾理工 · 软件工程 · 本科", "青禾理工"),
        ("江海财经 | 会计学 | 硕士", "江海财经"),
        ("本科 / 青禾师范 / 汉语言文学", "青禾师范"),
        ("本科，熟悉理工、财经类写作", None),
    ],
)
def test_schools_by_their_short_names(line: str, school: str | None, read: Callable[..., Reading]) -> None:
    assert first(read(f"{HEAD}{line}\n{JOB}")).school == school


def test_managers_are_no_employers(read: Callable[..., Reading]) -> None:
    text = (
        "# 林小竹\n13712345678\n## 工作经验: 青禾信息有限公司\n|时间|角色|经理|技术|\n|---|---|---|---|\n"
        "|2016 - 至今|高级开发|Mara P Velding/Ana Q Moor|Java|\n|2014 - 2016|开发|Ana Q Moor|C++|\n## 教育\n青禾大学 本科 2010-2014\n"
    )
    resume = first(read(text, "x.md"))
    assert (resume.current_title, resume.current_employer) == ("高级开发", "青禾信息有限公司")


def test_tags_of_who_makes_the_page(read: Callable[..., Reading]) -> None:
    text = "# 林小竹\n13712345678\n## 工作经历\n#### 青禾银行\n@meta 江海市 · 2019.3 - 至今\n@role 高级数据分析师\n- 搭建报表\n## 教育背景\n青禾大学 硕士 2015-2018\n"
    resume = first(read(text, "x.md"))
    assert (resume.current_title, resume.current_employer) == ("高级数据分析师", "青禾银行")


def test_a_handle_is_no_tag(read: Callable[..., Reading]) -> None:
    text = "# 林小竹\n- @linxiaozhu 微博\n13712345678\n@青禾商贸 销售经理 2020.1 - 至今\n## 教育\n青禾大学 本科 2010-2014\n"
    assert first(read(text, "x.md")).name == "林小竹"
