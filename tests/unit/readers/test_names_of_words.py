"""Names that are words, in two scripts, or told beside a greeting; and words beside them that are no names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
JOBS = "\n\n工作经历\n2020.03-至今  杭州云上贸易有限公司  出纳\n负责日常报表\n\n教育经历\n2013.09-2017.06  江南工学院  会计  本科\n"
WORK = "\n\nEXPERIENCE\n{post}, Holloway Foods    Jun 2019 – Present\n- Led a team\n\nEDUCATION\nBSc Nursing, University of Westmoor, 2014\n"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("姓名：许先生（许文博）\n电话：13812345678", "许文博"),
        ("姓名：周女士(周敏)（女）\n电话：13812345678", "周敏"),
        ("赵先生 赵建国\n男 | 45岁 | 杭州 | 13812345678", "赵建国"),
        ("关键（男）\n13812345678\nbox77@mailbox.example", "关键"),
        ("连续\n女 | 31岁 | 杭州 | 13812345678", "连续"),
        ("陈Jason\n求职意向：出纳\n手机 13812345678", "陈Jason"),
        ("姓名：Leo 张浩然\n电话：13812345678", "张浩然"),
        ("姓名：Tanaka Yuki 田中由纪\n电话：13812345678", "田中由纪"),
        ("姓名：Иван Петров\n电话：13812345678", "Иван Петров"),
    ],
)
def test_chinese_resumes(read: Read, head: str, name: str) -> None:
    (found,) = read(head + JOBS).resumes
    assert (found.name, found.phones) == (name, ("+8613812345678",))


@pytest.mark.parametrize("head", ["姓名：许先生（李文博）\n电话：13812345678", "许先生\n男 | 45岁 | 13812345678"])
def test_a_greeting_and_somebody_else_stay_masked(read: Read, head: str) -> None:
    (found,) = read(head + JOBS).resumes
    assert (found.name, found.is_name_masked) == ("许先生", True)


@pytest.mark.parametrize(
    "head", ["应届\n男 | 25岁 | 13812345678", "本科（男）\n13812345678", "杭州\n男 | 25岁 | 13812345678"]
)
def test_words_that_say_something_else_are_no_names(read: Read, head: str) -> None:
    assert read(head + JOBS).resumes[0].name is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("TAN AH KOW @ PETER TAN\nbox77@mailbox.example\n+65 9252 3135\nSingapore", "TAN AH KOW"),
        ("ivy.college@mailbox.example\n+1 512-426-3815\nAustin, TX\nIvy College", "Ivy College"),
        ("Georgia Street\nstreetg@mailbox.example\n+1 512-426-3815\nAustin, TX", "Georgia Street"),
    ],
)
def test_english_resumes(read: Read, head: str, name: str) -> None:
    (found,) = read(head + WORK.format(post="Staff Nurse")).resumes
    assert found.name == name


@pytest.mark.parametrize(
    ("head", "post"),
    [
        ("ΜΆΡΑ ΒΕΛ\nCivil Engineer\nbox117@mailbox.example\n+61 420 752 197", "Civil Engineer"),
        ("Ng\nBrisbane QLD | +61 424 645 570 | box406@mailbox.example", "Staff Nurse"),
        ("Ng\nPerth WA | +61 424 645 570 | box406@mailbox.example", "Staff Nurse"),
        ("Contact Us\ncare@mailbox.example\n+61 424 645 570", "Staff Nurse"),
    ],
)
def test_posts_and_towns_are_no_names(read: Read, head: str, post: str) -> None:
    (found,) = read(head + WORK.format(post=post)).resumes
    assert found.name in {None, "Ng", "ΜΆΡΑ ΒΕΛ"}
    assert found.current_title == post


def test_the_house_of_the_family_is_not_where_somebody_lives_now(read: Read) -> None:
    text = (
        "林晓月\n女|26 岁（1999/05/09）|现居住哈尔滨-高新区|6年工作经验\n13812345678\n\n个人信息\n家庭地址：\t珠海市和平路7号\n"
        + JOBS
    )
    assert read(text).resumes[0].city == "哈尔滨"
    assert read(text.replace("|现居住哈尔滨-高新区", "")).resumes[0].city == "珠海"
