"""Headings, labels and trades in words that people choose themselves, by whole families of words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.roles import family_of_title
from ringback.readers.fields.label_words import field_of_column
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.wishes import read_wishes
from schemas.policy import RoleTaxonomy


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("我的工作", "experience"),
        ("做过的工作", "experience"),
        ("我的教育", "education"),
        ("代表项目", "projects"),
        ("我会", "skills"),
        ("持有证书及技能", "skills"),
        ("自述", "summary"),
        ("Who I am", "summary"),
        ("At a glance", "summary"),
        ("Toolbox", "skills"),
        ("Looking for", "wishes"),
        ("Target Role", "wishes"),
        ("七、证明人及联系方式", "references"),
        ("People who know me", "references"),
        ("// Experience", "experience"),
    ],
)
def test_headings(heading: str, section: str) -> None:
    assert section_of_heading(heading) == section


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("学历：大本", "bachelor"),
        ("2010.09-2014.06 云上学院 会计 统本", "bachelor"),
        ("大本营", None),
        ("专接本", "bachelor"),
    ],
)
def test_degrees_in_short(text: str, level: str | None) -> None:
    assert [degree.level for degree in degrees_in(text.replace("：", ":"))] == ([level] if level else [])


def test_pay_hoped_for_ends_the_post(sheet_of: Callable[..., Sheet]) -> None:
    wishes = read_wishes(sheet_of("王明\n求职方向\n想做：店长    期待薪资：10K-15K    工作地：无锡"))
    assert (wishes.title and wishes.title.value) == "店长"
    assert (wishes.salary and wishes.salary.value) == "10K-15K"
    assert (wishes.city and wishes.city.value) == "无锡"


def test_bilingual_labels_within_a_row(sheet_of: Callable[..., Sheet]) -> None:
    wishes = read_wishes(
        sheet_of("王明\n求职意向 Objective\n期望职位 Position：会计    期望城市 City：大连市    可工作城市：无锡")
    )
    assert (wishes.title and wishes.title.value, wishes.city and wishes.city.value) == ("会计", "大连")


def test_the_town_wished_for_goes_before_that_of_the_opening(sheet_of: Callable[..., Sheet]) -> None:
    text = "应聘职位：销售经理\n工作地点：合肥\n王明\n手机：13812345678\n求职意向\n期望工作地区：西安\n期望月薪：面议"
    city = read_wishes(sheet_of(text)).city
    assert city is not None
    assert city.value == "西安"


@pytest.mark.parametrize("column", ["现职", "现任职务", "现工种"])
def test_columns_of_the_post_held(column: str) -> None:
    assert field_of_column(column) == "current_title"


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Credit Analyst", "finance"),
        ("Credit Manager", "finance"),
        ("IT Manager", "technology"),
        ("Compensation Analyst", "hr"),
        ("Training Coordinator", "hr"),
        ("People Operations Manager", "hr"),
        ("Benefits Administrator", "hr"),
        ("Relationship Manager", "sales"),
        ("Materials Engineer", "manufacturing"),
        ("E-commerce Manager", "operations"),
        ("课程顾问", "sales"),
        ("内容编辑", "marketing"),
        ("平面设计师", "marketing"),
        ("工业工程师", "manufacturing"),
        ("社保专员", "hr"),
        ("结算专员", "finance"),
        ("系统集成工程师", "technology"),
    ],
)
def test_families_of_specialists(title: str, family: str, taxonomy: RoleTaxonomy) -> None:
    assert family_of_title(title, taxonomy) == family


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (
            "Northwind Foods plc (Nov-2024 – Till date)\nDesignation: HR Manager\nFilled vacancies",
            "HR Manager",
            "Northwind Foods plc",
        ),
        (
            "May-2024 - Present : Northwind Health\nBrand Manager\nLaunched a campaign",
            "Brand Manager",
            "Northwind Health",
        ),
        ("Northwind Foods (Jan-17 to Mar-19)\nRole: Head Chef\nCooked", "Head Chef", "Northwind Foods"),
        (
            "Worked as Database Administrator with Northwind Logistics Pvt. Ltd. from Sep 2022 – Jun 2026.\nKept it running",
            "Database Administrator",
            "Northwind Logistics Pvt. Ltd",
        ),
    ],
)
def test_months_joined_to_years_and_firms_with_points(
    sheet_of: Callable[..., Sheet], text: str, title: str, employer: str
) -> None:
    job = read_job(sheet_of(f"Jo Lee\nWork Experience\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Position Applied For: Machine\nLearning Engineer\nPreferred City: Columbus", "Machine Learning Engineer"),
        ("Target role: Call Center\nSupervisor  Preferred Location:\nManila", "Call Center Supervisor"),
        ("Applying for: Supply Chain Analyst  Preferred\nCity: San Antonio", "Supply Chain Analyst"),
        ("Position Applied For: Accountant\nSenior Analyst of nothing", "Accountant"),
    ],
)
def test_wishes_in_a_narrow_column(sheet_of: Callable[..., Sheet], text: str, title: str) -> None:
    wish = read_wishes(sheet_of(f"Jo Lee\nCareer Objective\n{text}\nEducation\nB.Com, 2014")).title
    assert (wish and wish.value) == title
