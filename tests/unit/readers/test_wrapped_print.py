"""What a narrow column or a page broke: names, firms, schools and sentences that go on in the next line, letters drawn apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.document import Line
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.pdf_rows import PlacedLine, mended

MakeSheet = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (
            "张伟\n工作背景\n2003年1月至2004年3月，任职于青禾通信技术（石家庄）有限公司，\n担任网络安全工程师一职。\n编写测试。",
            "网络安全工程师",
            "青禾通信技术（石家庄）有限公司",
        ),
        (
            "张伟\n工作背景\n2003年1月至2004年3月，任职于晨光青禾软件股份有限公司，担任系\n统架构师一职。",
            "系统架构师",
            "晨光青禾软件股份有限公司",
        ),
        (
            "张伟\n工作背景\n2021年4月 - 至今 在青禾商贸有限公司担任SEO专员\n负责年度品牌传播方案的制定和落地。",
            "SEO专员",
            "青禾商贸有限公司",
        ),
        (
            "张伟\n工作经历\n起止时间\t工作单位\t职位\t主要职责\n2016.03-至今\t晨光青禾制药股份有限公\n司\n往来会计\n编制财务报表，按月结账；优化资金计划",
            "往来会计",
            "晨光青禾制药股份有限公司",
        ),
        (
            "张伟\n工作经历\n起止时间\t工作单位\t职位\t主要职责\n2024.03-2025.08\n晨光众禾建设集团有限公\n司青禾分公司\t采购主管\t办理合同；组\n织询价",
            "采购主管",
            "晨光众禾建设集团有限公司青禾分公司",
        ),
        (
            "张伟\n工作经历\n2024.03-2025.08\n晨光众禾直播有限公司无\n锡分公司\n采购主管\n办理合同",
            "采购主管",
            "晨光众禾直播有限公司无锡分公司",
        ),
        (
            "Jo Moor\nEmployment\nInside Sales Representative, Westmoor Medical\nSupply Co.\n08/2024 – Now\nNegotiated renewals",
            "Inside Sales Representative",
            "Westmoor Medical Supply Co.",
        ),
        (
            "Jo Moor\nExperience\n05/2018\n–\ntoday\nWarehouse Supervisor\nCalder Vale Ltd\nRan it\n01/2015\n–\n04/2018\nStock Clerk",
            "Warehouse Supervisor",
            "Calder Vale Ltd",
        ),
    ],
)
def test_a_job_goes_on_in_the_next_line(sheet_of: MakeSheet, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("张伟\n个人资料\n毕业院校 ：\t青禾航空航天大\n学\n学历：本科", "青禾航空航天大学"),
        ("张伟\n教育经历\n晨光第一中等专业学校\t2009-09 至 2012-06\n酒店管理（职高）", "晨光第一中等专业学校"),
        (
            "Jo Moor\nEducation\nBachelor of Arts in Human Resource Management | University of\nGalway | May 2019",
            "University of Galway",
        ),
        (
            "Jo Moor\nEducation\nInstitution\tQualification\tYear\nWestmoor University of Science and\nTechnology\nB.S. in History\t1994",
            "Westmoor University of Science and Technology",
        ),
        ("Jo Moor\nEducation\nTertiary: Westmoor College\nA.A.S. Accounting\n2004-2007", "Westmoor College"),
        (
            "Jo Moor\nEducation\nA.A.S., Accounting from Westmoor Community College in 2008",
            "Westmoor Community College",
        ),
        ("Jo Moor\nEducation\nBSc, California State University, Fresno, 2012", "California State University, Fresno"),
        ("Jo Moor\nEducation\nBSc Biology, University of Benin, Benin City", "University of Benin"),
        (
            "张伟\n自我介绍\n目前于 青禾电子科技大学 进修计算机软件工程专业的学士学位，喜欢动手做东西\n学习生涯\n小学\t初中\t大学\n江中小学\t二中\t青电",
            "青禾电子科技大学",
        ),
        (
            "Jo Moor\nEducation\nB.Com. Business Administration | Westmoor University of\nTechnology | May 2023",
            "Westmoor University of Technology",
        ),
    ],
)
def test_a_school_goes_on_in_the_next_line(sheet_of: MakeSheet, text: str, school: str) -> None:
    found = read_education(sheet_of(text)).school
    assert (found and found.value) == school


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Resume of Chidi\nPritchard\nPersonal Information\nTel: +61 491 570 156", "Chidi Pritchard"),
        ("Huong H.\nO'Donoghue, CV\nContact\n+44 7700 900123", "Huong H. O'Donoghue"),
    ],
)
def test_a_name_goes_on_in_the_next_line(sheet_of: MakeSheet, text: str, name: str) -> None:
    found, _ = read_name(sheet_of(text, sizes={0: 18.0, 1: 18.0}), [])
    assert (found and found.value) == name


def test_a_day_of_birth_goes_on_in_the_next_line(sheet_of: MakeSheet) -> None:
    born = read_birth_year(
        sheet_of("Jo Moor\n890 Station Road | jo@moor.example | Date of Birth: July\n4, 1976 | Single")
    )
    assert (born and born.value) == 1976


def test_bold_print_drawn_letter_by_letter_is_put_together() -> None:
    drawn = [
        PlacedLine(Line(mark, size=9.0), 700.0, 50.0 + 9 * n, 58.5 + 9 * n) for n, mark in enumerate("青禾网络科技")
    ]
    dates = [PlacedLine(Line(mark, size=9.0), 700.0, 400.0 + 5 * n, 404.5 + 5 * n) for n, mark in enumerate("2017.1")]
    other = [
        PlacedLine(Line(text, size=9.0), 680.0 - 15 * n, 50.0, 200.0)
        for n, text in enumerate(("店铺运营助理", "撰写周报月报"))
    ]
    whole = [one.line.text for one in mended([*drawn, *dates, *other])]
    assert whole == ["青禾网络科技", "2017.1", "店铺运营助理", "撰写周报月报"]


def test_the_last_letters_of_a_line_that_became_lines_belong_to_it() -> None:
    line = PlacedLine(Line("+86 135000061", size=9.0), 700.0, 21.5, 88.5)
    rest = [PlacedLine(Line("1", size=9.0), 700.0, left, left + 4.2) for left in (89.1, 93.8)]
    below = PlacedLine(Line("x", size=9.0), 688.0, 21.5, 26.0)
    assert [one.line.text for one in mended([line, *rest, below])] == ["+86 13500006111", "x"]


def test_single_letters_that_follow_no_line_stay_alone() -> None:
    marks = [PlacedLine(Line(mark, size=9.0), 700.0 - 12 * n, 50.0, 58.0) for n, mark in enumerate("教育经历")]
    assert [one.line.text for one in mended(marks)] == list("教育经历")
