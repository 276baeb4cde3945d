"""What Chinese resumes put together: studies and jobs under one heading, several facts behind one label, names in two scripts."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.normalise import fold
from ringback.readers.text import document_of_text

HEAD = "周青禾\n手机：13900001111\n"


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


BOTH: list[tuple[str, str | None, str | None, str | None]] = [
    ("工作及教育经历\n青禾农业大学\t2022.9~2024.7\t计算机科学与技术专业\n青禾学院\t2019.9~2022.7 软件技术专业", None, None, "青禾农业大学"),
    ("教育及工作经历\n2018.9-2022.6 青禾大学\n计算机科学与技术 本科\n2022.7-至今 云帆科技有限公司\n后端工程师", "后端工程师", "云帆科技有限公司", "青禾大学"),
    ("學歷與工作經歷\n2018.9-2022.6 青禾大學 資訊工程系\n2022.7-至今 雲帆科技股份有限公司 後端工程師", "後端工程師", "雲帆科技股份有限公司", "青禾大學"),
    ("工作与学习经历\n2014.09-2018.06  青禾师范学院中文系\n2018.07-至今  北川日报社  记者", "记者", "北川日报社", "青禾师范学院"),
    ("教育和工作经历\n时间\t单位\t专业/职务\n2013.9-2017.6\t青禾大学\t会计学\n2017.7-2020.3\t云帆会计师事务所\t审计员\n2020.4-至今\t晨光科技有限公司\t主办会计", "主办会计", "晨光科技有限公司", "青禾大学"),
    ("教育背景与工作经历\n2018.9-2022.6 青禾大学 软件工程专业 本科\n2022.7-至今 云帆科技 后端开发工程师", "后端开发工程师", "云帆科技", "青禾大学"),
    ("教育经历和实习经历\n青禾大学\n本科 软件工程 2018.9-2022.6\n晨光科技有限公司\n测试实习生 2021.7-2021.9", "测试实习生", "晨光科技有限公司", "青禾大学"),
    ("工作经历\n2014.09-2018.06  青禾大学 中文系\n讲师\n负责教学", "讲师", "青禾大学", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer", "school"), BOTH)
def test_each_row_under_a_heading_of_both_tells_what_it_is(
    text: str, title: str | None, employer: str | None, school: str | None
) -> None:
    sheet = sheet_of_text(HEAD + text)
    job, found = read_job(sheet), read_education(sheet).school
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)
    assert (found and found.value) == school


@pytest.mark.parametrize(
    ("text", "wish", "post"),
    [
        ("性 别：男\t年 龄：22\n专 业：计算机\t岗 位：Java后端开发\n教育背景\n2018-2022 青禾大学 本科", "Java后端开发", None),
        ("职位：数据分析师\n公司：云帆科技有限公司\n教育背景\n2018-2022 青禾大学 本科", None, "数据分析师"),
        ("职业目标：三年内成为独当一面的程序员，为公司创造价值\n应聘岗位：PHP工程师", "PHP工程师", None),
        ("求职意向：希望找到能够发挥自己专长的平台\n期望岗位：会计", "会计", None),
        ("职业目标：成为优秀的架构师", "架构师", None),
        ("求职意向：销售，能够出差", "销售", None),
        ("求职意向：一个有发展空间的会计岗位，能够不断提升自己", "会计", None),
    ],
)  # fmt: skip
def test_posts_and_hopes(text: str, wish: str | None, post: str | None) -> None:
    sheet = sheet_of_text(HEAD + text)
    desired, held = read_wishes(sheet).title, read_job(sheet).title
    assert (desired and desired.value, held and held.value) == (wish, post)


@pytest.mark.parametrize(
    "line", ["姓名、性别、年龄 ：周青禾、女、1998-03-09。", "姓名，性别：周青禾，女", "姓名/性别/年龄：周青禾/女/24"]
)
def test_several_facts_behind_one_label(line: str) -> None:
    name, _ = read_name(sheet_of_text(f"个人简历\n{line}\n手机：13900001111"), ())
    assert name
    assert name.value == "周青禾"


def test_contacts_behind_one_label() -> None:
    sheet = sheet_of_text("周青禾\n手机号、微信号：13900001111、qinghe_2000\n教育背景\n2018-2022 青禾大学 本科")
    assert [label.value for label in sheet.labelled("phones", "wechat")] == ["13900001111", "qinghe_2000"]


@pytest.mark.parametrize(
    ("header", "employer"),
    [
        ("Moor-AI 实验室\t成都\n科研助理，导师：王某某教授\t2024.01 – 至今", "Moor-AI 实验室"),
        ("Lindo 咖啡 店长 2021.3-至今", "Lindo 咖啡"),
    ],
)
def test_a_latin_name_and_the_word_for_its_kind(header: str, employer: str) -> None:
    job = read_job(sheet_of_text(f"{HEAD}工作经历\n{header}\n负责日常工作"))
    assert job.employer
    assert job.employer.value == employer


def test_a_table_without_dates_under_its_heads() -> None:
    job = read_job(
        sheet_of_text(f"{HEAD}學歷\n青禾大學\n公司名稱\t職務名稱\t起迄日期\t工作內容\n雲帆電子公司\t工程師\t不便說\t無")
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("工程師", "雲帆電子公司")


@pytest.mark.parametrize(
    ("line", "city"), [("住址\t我不想說", None), ("地址：详见附件", None), ("我是程序员，居四川省成都市。", "成都")]
)
def test_where_somebody_lives(line: str, city: str | None) -> None:
    found = read_city(sheet_of_text(f"周青禾\n{line}\n手机：13900001111"))
    assert (found and found.value) == city


def test_the_month_of_a_project_beside_the_contacts_is_no_birth() -> None:
    sheet = sheet_of_text("周青禾\n个人项目\n2009.6\t实现推荐算法\n手机：13900001111 zqh@example.com\n专业技能\nJava")
    assert read_birth_year(sheet) is None


def test_the_school_of_a_prize_is_not_that_of_the_degree() -> None:
    text = "教育经历\n北川国立大学\t2021.09 – 2025.06\n应用数学博士\n青禾大学\t2015.09 – 2019.06\n数学学士\n荣誉与奖项\n优秀毕业生\t-\t学校\t青禾大学\t2019 年 6 月"
    school = read_education(sheet_of_text(HEAD + text)).school
    assert school
    assert school.value == "北川国立大学"


COURSES = [
    ("學生\n晨光職業訓練場-PHP網頁設計\n學習:\n1.程式語言\n2022/9-2023/3\n維修工程師\n雲帆資訊股份有限公司\n1.維修\n2021/11-2022/06", "維修工程師"),
    ("2022.9-2023.3 晨光教育 Java培训班 学员\n学习\n2020.3-2022.6 云帆科技有限公司 测试工程师", "测试工程师"),
    ("2022.9-2023.3 晨光职业训练中心 行政助理\n做表\n2020.3-2022.6 云帆科技有限公司 测试工程师", "行政助理"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), COURSES)
def test_a_course_among_the_jobs_is_none(text: str, title: str) -> None:
    job = read_job(sheet_of_text(f"{HEAD}工作经历\n{text}"))
    assert job.title
    assert job.title.value == title


def test_a_house_behind_its_sign_without_a_heading() -> None:
    text = "周青禾\n一名软件开发工程师。\n手机：13900001111\n我的路\n@青湖 (2013 ~ 2014)\n写了许多代码。\n@广青智能 (2015 ~ 2016)\n满怀激情。"
    job = read_job(sheet_of_text(text))
    assert job.employer
    assert job.employer.value == "广青智能"


@pytest.mark.parametrize("line", ["希望大學這四年可以探索更多豐富的事物。", "步入大学以后，我开始学习编程。"])
def test_what_is_told_of_studies_names_no_school(line: str) -> None:
    assert school_in(fold(line), line) is None


@pytest.mark.parametrize(("word", "name"), [("HSU", "HSU"), ("LOGO", None)])
def test_a_surname_alone_in_the_largest_print(word: str, name: str | None) -> None:
    lines = [("mara.linhsu.example", 10.0), ("hello@mara.linhsu.dev", 10.0), (word, 22.0), ("技术经理", 13.0)]
    lines += [
        ("教育经历", 13.0),
        ("青禾大学 本科 2007年至2011年", 10.0),
        ("技能", 13.0),
        ("熟悉数据挖掘与推荐系统", 10.0),
    ]
    document = Document(format="pdf", lines=tuple(Line(text, size=size) for text, size in lines))
    found, _ = read_name(make_sheet(document, read_file_name("x.pdf", source=None)), ("hello@mara.linhsu.dev",))
    assert (found and found.value) == name
