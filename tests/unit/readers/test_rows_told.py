"""Numbers, towns, wishes and schools that a row, a link, a bracket or the end of a line hides."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.handles import read_linkedin
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


@pytest.mark.parametrize("years", ["2021–2025", "2021-2025", "2021 - 2025", "2022~2026", "201909-202306"])
def test_years_of_a_school_are_no_number_of_hong_kong(years: str) -> None:
    sheet = sheet_of_text(f"盧曉東\n0912-000-345\nx@post.example\n青禾大學 國際貿易學系（輔系資管）{years}\n")
    assert [found.value for found in read_phones(sheet)] == ["+886912000345"]


def test_a_number_of_hong_kong_is_read_as_before() -> None:
    sheet = sheet_of_text("盧曉東\n電話 6123 0456\nx@post.example\n青禾大學 國際貿易學系 2021-2025\n")
    assert [found.value for found in read_phones(sheet)] == ["+85261230456"]


@pytest.mark.parametrize("link", ["Mon Email", "My Email", "Mi Email", "Mein Email", "Min Mail"])
def test_the_text_of_a_link_is_no_town(link: str) -> None:
    text = f"Samuel Larchmont\n{link}\n07 66 00 00 11\nMon profil Github\nCompétences\nRemplacer des composants d'ordinateur\n"
    assert read_city(sheet_of_text(text)) is None


def test_a_town_behind_a_word_of_tools() -> None:
    text = "卢晓东\n查看作品 13800138000\n10 Years Experience PS / AI / C4D / Blender Zhuhai, China\n"
    found = read_city(sheet_of_text(text))
    assert found
    assert found.value == "Zhuhai"


@pytest.mark.parametrize(
    "row",
    [
        "电话：13800138000 求职意向：平面设计 期望城市：珠海",
        "求职意向：平面设计 期望城市：珠海 期望薪资：8K",
    ],
)
def test_a_row_of_wishes_below_another_heading(row: str) -> None:
    text = f"卢晓东\n工作经历\n十年工作经验\n{row}\n2020.01-2022.03\n青禾科技有限公司\n平面设计\n"
    found = read_wishes(sheet_of_text(text))
    assert found.city
    assert found.city.value == "珠海"


@pytest.mark.parametrize(
    "told",
    ["期望城市长沙", "意向城市：长沙", "希望工作地点长沙", "目标城市为长沙", "期望工作城市 长沙", "意向地区长沙市"],
)
def test_a_town_wished_without_a_colon(told: str) -> None:
    text = f"基本信息：\n- 姓名：卢晓东，男，21岁\n- 求职意向：外贸销售，期望薪资6-8K，{told}\n"
    found = read_wishes(sheet_of_text(text))
    assert (found.title and found.title.value, found.city and found.city.value) == ("外贸销售", "长沙")


def test_a_wish_that_the_margin_cuts_within_a_word() -> None:
    text = (
        "# 卢晓东\n13800138000\n## 个人简介\n计算机科学博士，5 年以上科研经验，研究方向包括三维视觉。\n"
        "致力于高质量合成与重建，覆盖图形与视觉。求职方向：三维视觉相关的高级研究员/主\n任工程师岗位。\n## 教育背景\n青禾大学\n"
    )
    found = read_wishes(sheet_of_text(text)).title
    assert found
    assert found.value.endswith("高级研究员/主任工程师")


@pytest.mark.parametrize(
    ("printed", "school"),
    [
        ("青禾民族大学(国家民委直属)", "青禾民族大学"),
        ("青禾职业学院（公办）", "青禾职业学院"),
        ("青禾大学（原青禾财贸学院）", "青禾大学"),
        ("中国石油大学（华东）", "中国石油大学（华东）"),
        ("于默奥大学", "于默奥大学"),
        ("于北方大学", "北方大学"),
    ],
)
def test_what_stands_around_the_name_of_a_school(printed: str, school: str) -> None:
    found = read_education(sheet_of_text(f"卢晓东\n13800138000\n教育背景\n{printed} 网络工程 2015-2019\n")).school
    assert found
    assert found.value == school


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("b. 1978, New Zealand, currently living in Leeds.", 1978),
        ("(b. 1978, Auckland)", 1978),
        ("b. Auckland, 1978", 1978),
        ("B. 1978 in Auckland", 1978),
        ("geb. 1978 in Bern", 1978),
        ("95年出生 | 本科", 1995),
        ("Plan b. 2005, reviewed", None),
    ],
)
def test_the_year_behind_the_short_word_for_born(line: str, year: int | None) -> None:
    found = read_birth_year(
        sheet_of_text(f"Nora Pellwick\nworks · cv · contact\n{line}\nEducation\nMFA Northmoor School of Art 2015\n")
    )
    assert (found and found.value) == year


@pytest.mark.parametrize("number", ["202-555-0143", "2025550143"])
def test_a_number_below_the_text_of_a_link_is_no_profile(number: str) -> None:
    sheet = sheet_of_text(f"Nora Pellwick\nnora@post.example\nlinkedin\n{number}\nTech Stack\nPython\n")
    assert read_linkedin(sheet) is None


def test_a_handle_below_the_word_is_one() -> None:
    found = read_linkedin(
        sheet_of_text("Nora Pellwick\nnora@post.example\nLinkedIn: nora-pellwick-17\nTech Stack\nPython\n")
    )
    assert found
    assert found.value == "linkedin.com/in/nora-pellwick-17"
