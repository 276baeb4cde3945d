"""Cells that only a space parts, wishes in sentences, periods told in words, patterns filled in, papers that are no resumes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.periods import ranges_in
from ringback.readers.wide_text import wide_encoding
from schemas.records import ParsedResume, Reading

JOB = "工作经历\n2022.07 - 2024.06　青禾商贸有限公司　出纳\n"
ENGLISH = "\nEmployment\nClerk, Fernway Ltd, Jan 2020 - Present\n"


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize(
    ("line", "field", "wanted"),
    [
        ("Email/邮箱 lin@post.example 申请岗位 财务经理", "desired_title", "财务经理"),
        ("真实姓名 林小竹\t个人邮箱 lin@post.example\n常用电话 +86-137-1234-5678 籍贯\t成都", "city", None),
        ("常用电话 +86-137-1234-5678 现居\t佛山", "city", "佛山"),
    ],
)
def test_labels_behind_contacts(line: str, field: str, wanted: str | None, read: Callable[..., Reading]) -> None:
    assert getattr(first(read(f"林小竹\n{line}\n{JOB}")), field) == wanted


@pytest.mark.parametrize(
    ("lines", "city"),
    [
        ("Email nora@post.example Location Leeds", "Leeds"),
        ("Name\tNora Pellwick\nResidence Leeds\nEmail\tnora@post.example", "Leeds"),
        ("Contact nora@post.example about work in Leeds", None),
    ],
)
def test_labels_behind_contacts_in_latin(lines: str, city: str | None, read: Callable[..., Reading]) -> None:
    assert first(read(f"Nora Pellwick\n{lines}{ENGLISH}")).city == city


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("得知贵公司正在招聘药剂师，特此自荐", "药剂师"),
        ("获悉贵院招聘护士，特来应聘", "护士"),
        ("见贵司招店长，想来试试", "店长"),
        ("本人林小竹，求职培训经理", "培训经理"),
        ("我叫林小竹，找焊工的工作", "焊工"),
        ("求职数控操作工", "数控操作工"),
        ("求职信如下，请查收", None),
        ("看见贵司的产品，很喜欢", None),
    ],
)
def test_wishes_in_sentences(said: str, wanted: str | None, read: Callable[..., Reading]) -> None:
    text = (
        f"尊敬的领导：\n您好！{said}。\n现居九江。\n电话13712345678\n{JOB}教育背景\n2002 - 2006　青禾大学　会计　本科\n"
    )
    assert first(read(text)).desired_title == wanted


def test_a_wish_ends_before_the_contacts(read: Callable[..., Reading]) -> None:
    text = "林小竹，女，35岁，本科，青禾大学会计专业毕业，现居九江，现任青禾商贸有限公司出纳，求职意向：审计专员，电话13712345678，邮箱lin@post.example。"
    assert first(read(text)).desired_title == "审计专员"


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ("Career Objective\nSeeking a position as a Purchasing\nManager.\nSummary\nHard worker.", "Purchasing Manager"),
        ("Objective\nLooking for a role as a Marketing\nExecutive.", "Marketing Executive"),
        ("Position sought\nPurchasing Manager\nLeeds", "Purchasing Manager"),
    ],
)
def test_sentences_that_a_margin_breaks(lines: str, wanted: str, read: Callable[..., Reading]) -> None:
    assert first(read(f"Nora Pellwick\nnora@post.example\n{lines}{ENGLISH}")).desired_title == wanted


@pytest.mark.parametrize("period", ["2022.05起，在职", "2022年5月起,仍在任", "2022.05起", "2022.05起，至今"])
def test_who_works_there_since(period: str, read: Callable[..., Reading]) -> None:
    text = f"林小竹\n13712345678\n工作经历\n◎ 青禾商贸有限公司 —— 品牌主管（{period}）\n◎ 江海商贸有限公司 —— 市场专员（2019.05起，至2022.04止）\n"
    resume = first(read(text))
    assert (resume.current_title, resume.current_employer) == ("品牌主管", "青禾商贸有限公司")


def test_a_period_with_both_words() -> None:
    assert len(list(ranges_in("(2019.05起,至2022.04止)"))) == 1


def test_two_sentences_are_no_post(read: Callable[..., Reading]) -> None:
    text = "您好！我是林小竹，现居银川。自2022年7月起在\n青禾建设工程有限公司担任仓库管理员至今。得知贵公司正在招聘仓库管理员，特此自荐。\n电话13712345678\n教育背景\n2002 - 2006　青禾学院　会计　本科\n"
    resume = first(read(text))
    assert (resume.current_title, resume.current_employer) == ("仓库管理员", "青禾建设工程有限公司")


@pytest.mark.parametrize("phone", ["138XXXXXXXX", "188-8888-8888", ""])
def test_patterns_filled_in_with_nobody(phone: str, read: Callable[..., Reading]) -> None:
    text = f"求职登记表\n姓  名：张三\n联系电话：{phone}\n电子邮箱：xxx@xx.com\n学历：XXX\n籍贯：XXX\n应聘岗位：XXX\n工作经历\n起止时间  单位名称  职务\n"
    assert all(resume.name is None for resume in read(text).resumes)


def test_somebody_called_so(read: Callable[..., Reading]) -> None:
    assert first(read(f"姓名：张三\n联系电话：13712345678\n{JOB}")).name == "张三"


@pytest.mark.parametrize(
    "text",
    [
        "送 货 单 No.4084070\n收货单位：青禾园林绿化有限公司\n收货人：林小竹   电话：13712345678\n地址：江海市工业园区3号\n货号   名称   数量\nA-110   轴承   40\n",
        "Booking confirmation 618204\nPassenger: Nora Pellwick\nFlight QK 218 Leeds - Oslo 14 Oct 2025 08:20\nTotal fare: GBP 118.20\n",
        "请假条\n尊敬的领导：\n本人林小竹，因家中有事，需请假3天，望批准。\n请假人：林小竹\n联系电话：13712345678\n",
    ],
)
def test_papers_of_other_kinds(text: str, read: Callable[..., Reading]) -> None:
    reading = read(text)
    assert not reading.resumes
    assert reading.problems[0].code == "not_a_resume"


def test_who_writes_such_papers_is_somebody(read: Callable[..., Reading]) -> None:
    assert (
        first(
            read(f"林小竹\n手机：13712345678\n{JOB}制作送货单与报价单\n教育背景\n2002 - 2006　青禾大学　会计　本科\n")
        ).name
        == "林小竹"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark(encoding: str, read: Callable[..., Reading]) -> None:
    text = "林小竹\n手机：13712345678\n" + "负责一线门店的日常管理与一切客诉处理，一丝不苟。" * 20 + f"\n{JOB}"
    resume = first(read(text.encode(encoding)))
    assert (resume.name, resume.current_title) == ("林小竹", "出纳")


@pytest.mark.parametrize(
    "data", [b"", b"plain text\n", bytes(range(256)) * 8, b"MZ\x90\x00" + b"\x03\x00\x00\x00" * 40]
)
def test_no_wide_letters(data: bytes) -> None:
    assert wide_encoding(data) is None
