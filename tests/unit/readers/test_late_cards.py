"""Chinese pages that print whose they are last, titles that read like headings, and who may be asked about somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.headings import section_of_heading
from schemas.records import ParsedResume, Reading

WORK = "工作经历\n青禾冷链物流有限公司\n大客户代表 / 2021年11月 ~ 现在\n维护重点客户四十余家\n教育情况\n青禾工商大学\t1997/09至2001/06\t物流工程\t本科\n"
REFEREE = "证明人\n骆经理\t18551273605\tluo@partner.example\n"
CARD = "真实姓名：林小竹\nTel：+86 13712345678\n邮箱：lin@post.example\n意向职位：大客户代表\n"
TABLES = "教育狀況\n國立青禾大學\t資訊管理學系\t碩士\t2015/09 - 2017/06\n工作經驗\n翔禾科技股份有限公司\t軟體工程師\t2017/09 - 迄今\n"


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize(
    "text",
    [
        f"求职简历\n{WORK}{CARD}",
        f"求职简历\n{WORK}{REFEREE}{CARD}个人优势\n做事踏实。\n",
        f"{WORK}姓名：林小竹\n性别：女\n手机：13712345678\n电邮：lin@post.example\n",
        f"{WORK}履历表\n林小竹\n个人基本资料\n出生日期:\n1990/02/03\n手机: 13712345678\n信箱:\nlin@post.example\n",
    ],
)
def test_who_stands_below_jobs_and_schools(text: str, read: Callable[..., Reading]) -> None:
    resume = first(read(text))
    assert (resume.name, resume.phones, resume.emails) == ("林小竹", ("+8613712345678",), ("lin@post.example",))


def test_a_side_column_without_labels(read: Callable[..., Reading]) -> None:
    resume = first(
        read(f"{TABLES}專案\n庫存系統\t負責後端\n林小竹\n男 1993/05/01\n0912-345-678\nlin@post.example\n台中市\n")
    )
    assert (resume.name, resume.birth_year, resume.city) == ("林小竹", 1993, "台中")


@pytest.mark.parametrize(
    "text",
    [
        f"求职简历\n{WORK}证明人\n姓名：骆春江\n电话：18551273605\n邮箱：luo@partner.example\n",
        f"林小竹\n13712345678\n{WORK}{REFEREE}姓名：骆春江\n电话：18551273605\n邮箱：luo@partner.example\n求职意向：无\n",
        f"姓名：林小竹\n手机：13712345678\n{WORK}项目经历\n履历表\n姓名字段与手机、邮箱校验\n骆春江\n性别：男\n",
    ],
)
def test_others_below_jobs_and_schools(text: str, read: Callable[..., Reading]) -> None:
    resume = first(read(text))
    assert resume.name in {None, "林小竹"}
    assert "+8618551273605" not in resume.phones


@pytest.mark.parametrize("title", ["求職履歷", "履歷", "應徵履歷", "人才履历", "某某在线简历", "企业电子简历"])
def test_titles_of_documents(title: str, read: Callable[..., Reading]) -> None:
    text = f"{title}\n姓名：林小竹\n手机：13712345678\n出生日期：1990年2月\n工作经历\n2020.01 - 至今  青禾商贸有限公司  销售经理\n教育背景\n青禾大学  本科  2008 - 2012\n"
    resume = first(read(text))
    assert (resume.name, resume.birth_year) == ("林小竹", 1990)


@pytest.mark.parametrize("heading", ["工作履历", "工作简历", "个人简历", "履历"])
def test_headings_over_dated_jobs(heading: str, read: Callable[..., Reading]) -> None:
    text = f"林小竹\n13712345678\n教育背景\n青禾大学  本科  2008 - 2012\n{heading}\n2020.01 - 至今  青禾商贸有限公司  销售经理\n2016.01 - 2019.12  江海商贸有限公司  销售员\n"
    assert first(read(text)).current_employer == "青禾商贸有限公司"


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("背景调查联系人", "references"),
        ("背景核实人", "references"),
        ("可背调联系人", "references"),
        ("推荐联系人", "references"),
        ("可供联系的前同事", "references"),
        ("可查询人士", "references"),
        ("前雇主联系人", "references"),
        ("联系人", None),
        ("客户调查", None),
        ("联系同事", None),
        ("任职单位", None),
    ],
)
def test_who_may_be_asked(heading: str, wanted: str | None) -> None:
    assert (section_of_heading(heading) == "references") == (wanted == "references")


def test_numbers_of_who_may_be_asked(read: Callable[..., Reading]) -> None:
    text = f"林小竹\n13712345678  lin@post.example\n{WORK}背景调查联系人\n骆总　18551273605　luo@partner.example\n"
    resume = first(read(text))
    assert (resume.phones, resume.emails) == (("+8613712345678",), ("lin@post.example",))


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("紧急联系人\t\t电子邮箱\tlin@post.example", ("lin@post.example",)),
        ("紧急联系人\t骆春江\t邮箱\tlin@post.example", ("lin@post.example",)),
        ("证明人\t骆春江\t电子邮箱\tluo@partner.example", ()),
        ("紧急联系人邮箱\tluo@partner.example", ()),
    ],
)
def test_mail_beside_an_emergency_contact(row: str, wanted: tuple[str, ...], read: Callable[..., Reading]) -> None:
    text = f"应聘人员登记表\n姓名\t林小竹\t联系电话\t13712345678\n{row}\n籍贯\t\t出生年月\t\n"
    assert first(read(text)).emails == wanted


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("现居地\t佛山\t想应聘的职位\t货车司机", "货车司机"),
        ("目前居住地\t佛山\t您希望从事的岗位\t仓库管理员", "仓库管理员"),
        ("现居地\t佛山\t推荐人的岗位\t货车司机", None),
        ("货车司机\t佛山\t想应聘的职位\t2020", None),
    ],
)
def test_wishes_in_the_second_cells(row: str, wanted: str | None, read: Callable[..., Reading]) -> None:
    text = f"姓名\t林小竹\t手机\t13712345678\n{row}\n工作经历\n2020.01 - 至今  青禾商贸有限公司  销售经理\n"
    assert first(read(text)).desired_title == wanted


def test_sentences_that_a_narrow_column_breaks(read: Callable[..., Reading]) -> None:
    text = (
        "求职简历\n个人信息\n您好，我叫林小竹，1976年出\n生，现居烟台，毕业于青禾学院软\n件工程专业，想应聘贵公司的供应链主\n管一职。\n联系电话：13712345678\n"
        "工作经历\n2020.01 - 至今  青禾商贸有限公司  销售经理\n"
    )
    resume = first(read(text))
    assert (resume.birth_year, resume.desired_title) == (1976, "供应链主管")


COLLEAGUE = "骆老师\t19819450313\tluo@partner.example\n"


@pytest.mark.parametrize(
    "card",
    [
        "您好，我叫林小竹，1988年出生，现居\n汕头，想应聘贵公司的会计一职。\n联系电话：13712345678\nE-mail：lin@post.example\n",
        "林小竹\nTel：+86-137-1234-5678\n邮箱：lin@post.example\n应聘岗位：会计\n",
        "出生年月：1995.11\nTel：+86-137-1234-5678\n邮箱：lin@post.example\n候选人姓名：林小竹\n",
    ],
)
def test_who_stands_below_a_colleague(card: str, read: Callable[..., Reading]) -> None:
    resume = first(read(f"简历\n{WORK}背景调查联系人\n{COLLEAGUE}{card}"))
    assert (resume.name, resume.phones, resume.emails) == ("林小竹", ("+8613712345678",), ("lin@post.example",))


@pytest.mark.parametrize(
    "card",
    [
        "骆春江\n电话：18551273605\n邮箱：luo@partner.example\n单位：江海公司\n关系：同事\n",
        "骆春江，江海公司\n电话：18551273605\n",
    ],
)
def test_colleagues_are_nobody(card: str, read: Callable[..., Reading]) -> None:
    resume = first(read(f"简历\n{WORK}证明人\n{card}"))
    assert (resume.name, resume.phones, resume.emails) == (None, (), ())


def test_an_agency_among_the_jobs(read: Callable[..., Reading]) -> None:
    text = (
        "【教育】\n青禾职业学院（1995-1998）旅游管理 大专\n【履历】\n青禾自动化有限公司|运营专员|2017/06 至 2020/03\n"
        "江海人力资源服务有限公司|店铺运营|2021/09 至 现在\n【联系】\n林小竹|13712345678|lin@post.example|深圳\n"
    )
    resume = first(read(text))
    assert (resume.phones, resume.emails) == (("+8613712345678",), ("lin@post.example",))


def test_an_agency_over_the_candidate(read: Callable[..., Reading]) -> None:
    text = f"江海人力资源服务有限公司\n电话：18551273605\n姓名：林小竹\n手机：13712345678\n{WORK}"
    assert first(read(text)).phones == ("+8613712345678",)


def test_a_number_in_the_cell_behind_the_birth(read: Callable[..., Reading]) -> None:
    page = "<table><tr><td>姓名</td><td>林小竹</td></tr><tr><td>出生</td><td>1974年</td><td>Mobile/手机 13712345678</td></tr></table>"
    resume = first(
        read(
            f"<html><body><p>个人简历</p>{page}<p>工作经历</p><p>2020.01 - 至今 青禾商贸有限公司 销售经理</p></body></html>",
            "x.html",
        )
    )
    assert (resume.birth_year, resume.phones) == (1974, ("+8613712345678",))


def test_the_title_of_a_form_is_no_wish(read: Callable[..., Reading]) -> None:
    text = f"应聘人员登记表\n微信ID：lin-nan27\n手机号码：13712345678\n姓名：林小竹\n想应聘的职位：店长\n{WORK}"
    assert first(read(text)).desired_title == "店长"
