"""What Chinese resumes say beside the usual: towns of work and of wishes, own projects among jobs, schools told in one breath."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.contacts.handles import read_wechat
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.records import Reading


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


def sheet_of_print(*lines: tuple[str, float]) -> Sheet:
    printed = tuple(Line(text, size=size, page=1) for text, size in lines)
    return make_sheet(Document(format="pdf", lines=printed), read_file_name("x.pdf", source=None))


HEAD = "张伟\n13800138000\n教育背景\n青禾大学\t青禾，法国\n硕士\t2016 - 2019\n"


@pytest.mark.parametrize(
    ("work", "city"),
    [
        ("青禾外卖\t北京，中国\n增长算法工程师\t2023 年 12 月 - 至今\n晨光大学\t里昂，法国\n助教\t2019 - 2023", "北京"),
        ("2021.3-至今  青禾小学（武汉市洪山区）  语文教师", "武汉"),
        ("青禾文具 | 店长 | 杭州 | 2021.3-至今", "杭州"),
        ("青禾文具 | 店长 | 杭州 | 2019.3-2021.3", None),  # where he worked once
        ("2021.3-至今  深圳大学  辅导员", None),  # a school of that name
        ("青禾文具\t2021.3-至今\n店长\n- 负责上海 、苏州 的采购；", None),
    ],
)
def test_the_town_of_the_present_job(work: str, city: str | None) -> None:
    found = read_city(sheet_of_text(f"{HEAD}工作经历\n{work}\n负责测试"))
    assert (found and found.value) == city


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("张伟\n女 | 1995 | 苏州大学 | 13800138000\n", None),
        ("13800138000\n求职意向\nx@post.example\n产品经理\n西安   成都\n专业技能\n熟悉产品工具", None),
        ("张伟\n求职意向\n产品经理\n男 | 28岁 | 西安 | 13800138000\n专业技能\n熟悉产品工具", "西安"),
        ("张伟\n13800138000\n目前在苏州\n教育背景\n2015-2019 青禾大学", "苏州"),
    ],
)
def test_towns_of_schools_and_of_wishes(text: str, city: str | None) -> None:
    found = read_city(sheet_of_text(text))
    assert (found and found.value) == city


def test_a_project_of_ones_own_that_goes_on_is_not_the_present_job() -> None:
    job = read_job(
        sheet_of_text(
            "# 张伟\n## 工作经历\n### 青禾科技 | 前端开发工程师 | 2024.11 - 2025.04\n负责开发\n### 晨光数据 | 全栈工程师 | 2018.08 - 2021.10\n"
            "- **Baukasten** *(独立长期项目, 2020.11 至今)*: 自研平台\n### 百川软件 | 前端开发工程师 | 2015.07 - 2018.07\n"
        )
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("前端开发工程师", "青禾科技")


def test_the_firm_that_all_projects_name_beside_their_dates() -> None:
    job = read_job(
        sheet_of_text(
            "# 张伟\n**移动端工程师**\n13800138000\n## 项目经历\n### 门诊系统\n**Northwind · 2025.10 — 至今**\n面向诊所的应用。\n"
            "### 质检系统\n**Northwind · 2023.12 — 2025.09**\n监控系统。\n### 安全工具\n**晨光 · 上海 · 2013.05 — 2015.07**\n加密工具。"
        )
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("移动端工程师", "Northwind")


@pytest.mark.parametrize(
    ("work", "title", "employer"),
    [
        ("【物理 & 计算机 老师】\n2020 - Present\n青禾树德中学国际部\n讲授所有的物理课程。", "物理 & 计算机 老师", "青禾树德中学国际部"),
        ("青禾餐飲  儲備幹部  2020.03 - 至今\n負責門市營運。", "儲備幹部", "青禾餐飲"),
        ("2020.03-至今 青禾小学\n职务：语文教师；下属人数：3人\n负责教学。", "语文教师", "青禾小学"),
    ],
)  # fmt: skip
def test_jobs_of_schools_and_shops(work: str, title: str, employer: str) -> None:
    job = read_job(sheet_of_text(f"张伟\n工作经历\n{work}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    "title", ["策展人", "副编审", "地政士", "記帳士", "房仲", "櫃姐", "吧台", "商务拓展", "独立开发者"]
)
def test_titles_of_galleries_and_shops(title: str) -> None:
    assert title_score(title) == 1.0


def test_degrees_of_three_schools_in_one_sentence() -> None:
    found = read_education(
        sheet_of_text(
            "张伟，男，晨光大学计算机学院讲师。2012年6月获晨光大学学士学位，2015年5月获百川大学硕士学位，2020年1月获青禾大学博士学位，"
            "被评为优秀毕业生。2020年1月进入晨光大学工作。"
        )
    )
    assert (found.degree and found.degree.value.level, found.school and found.school.value) == ("doctor", "青禾大学")


def test_what_somebody_calls_himself_a_graduate_of() -> None:
    found = read_education(
        sheet_of_text(
            "张伟\n晨光职业技术学院 - 工程造价\n2019.9 - 2022.6\n个人评价\n我是一名刚完成实习的大专毕业生，主修工程造价。"
        )
    )
    assert found.degree
    assert found.degree.value.level == "college"


def test_a_heading_over_a_table_is_no_half_of_a_label() -> None:
    found = read_education(
        sheet_of_print(
            ("楊偉", 22.0), ("0912345678", 11.0), ("專長", 16.5), ("電源設計", 11.0), ("學歷", 16.5), ("學位\t科系\t學校\t期間", 11.0),
            ("碩士\t電子工程\t青禾大學\t2014 - 2016", 11.0), ("學士\t電子工程\t晨光科技大學\t2007 - 2011", 11.0),
        )
    )  # fmt: skip
    assert found.school
    assert found.school.value == "青禾大學"


@pytest.mark.parametrize(
    ("wish", "title"),
    [("前端程序员(在职，两周内到岗)", "前端程序员"), ("店长（随时到岗）", "店长"), ("护士（儿科）", "护士（儿科）")],
)
def test_terms_in_brackets_behind_the_wish(wish: str, title: str) -> None:
    found = read_wishes(sheet_of_text(f"张伟\n13800138000\n期望职位：{wish}\n期望城市：北京")).title
    assert found
    assert found.value == title


def test_a_picture_between_a_handle_and_its_label() -> None:
    found = read_wechat(sheet_of_text("联系方式\n手机📱 : 13800138000\n微信📘 :zhw000000\n姓名：张伟"))
    assert found
    assert found.value == "zhw000000"


def test_the_name_that_a_template_asks_for(read: Callable[..., Reading]) -> None:
    text = "你的大名\nx@post.example\n教育背景\n2013 - 至今 青禾大学 在读硕士研究生\n工作经历\n2015年3月 - 2015年5月 晨光科技公司 测试实习生\n"
    (resume,) = read(text).resumes
    assert resume.name is None
    assert read_name(sheet_of_text(text.replace("你的大名", "张伟")), [])[0]


@pytest.mark.parametrize("heading", ["期望職位", "應徵職務", "意向职位", "应聘岗位"])
def test_the_wish_below_a_heading_of_its_own(heading: str) -> None:
    found = read_wishes(
        sheet_of_print(("楊偉", 22.0), ("0912345678", 11.0), (heading, 16.5), ("幼兒園教師", 11.0))
    ).title
    assert found
    assert found.value == "幼兒園教師"


def test_the_town_run_together_with_the_firm() -> None:
    found = read_city(
        sheet_of_text(
            f"{HEAD}实习经历\n青禾科技北京\t2017 年 04 月 – 至今\n算法研究员\n负责部署\n晨光中国北京\t2016 年 03 月 – 2016 年 09 月\n实习生"
        )
    )
    assert found
    assert found.value == "北京"


def test_who_was_an_intern_tells_it_among_his_projects() -> None:
    job = read_job(
        sheet_of_text(
            "张伟\n13800138000\n项目经历\n青禾未来北京\t2017 年 10 月 – 至今\n实习\n自研通信中间件开发\n下载工具\t2014 年 6 月 – 2015 年 6 月\n个人项目"
        )
    )
    assert job.employer
    assert job.employer.value == "青禾未来"


@pytest.mark.parametrize("name", ["陶川", "何岳", "李沐溪", "楊晟"])
def test_names_over_a_school_and_nothing_else(name: str, read: Callable[..., Reading]) -> None:
    (resume,) = read(
        f"{name}\n\n青禾职业技术学院 - 应用化工技术\n\n2019.9 - 2022.6\n\n二、专业技能\n\n1. 对体系标准有深入理解。\n\n三、个人评价\n\n我能够主动参与。\n"
    ).resumes
    assert resume.name == name


@pytest.mark.parametrize("until", ["2011–2014\t", "2011年9月 – 至今\t"])
def test_of_schools_without_degrees_the_one_left_last(until: str) -> None:
    found = read_education(
        sheet_of_text(
            f"张伟\n13800138000\n教育背景\n2007年9月–2011年6月\t晨光大学，软件学院，软件工程\n{until}青禾大学，软件学院，计算机\n获奖\n2013\t奖学金"
        )
    )
    assert found.school
    assert found.school.value == "青禾大学"
