"""Numbers that papers are filed by, rows that rules part, what a label says behind the post, headings in capitals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.headings import section_of_heading
from schemas.records import Reading

ENGLISH = "Experience\nTide Clerk, Fern Ltd, 2019 - 2024\nEducation\nBA English, Larch University, 2010"
OWN = "Leeds | +44 7911 123456 | mara@fernpost.net"


@pytest.mark.parametrize(
    "said",
    [
        "Ref. no. 2014-73776 | Updated 2025-10-11",
        "Reference: 2014-73776",
        "Job ref: 0201 373776",
        "Candidate No. 201-473-7761",
        "CV ref. 020 1473 7761",
        "Application ID 20147-37761",
    ],
)
def test_number_of_a_paper_is_no_phone(read: Callable[..., Reading], said: str) -> None:
    """Nor does the word for it open the referees."""
    assert read(f"Mara Velding\n{said}\n{OWN}\n{ENGLISH}").resumes[0].phones == ("+447911123456",)


def test_references_stay_a_section(read: Callable[..., Reading]) -> None:
    text = f"Mara Velding\n{OWN}\n{ENGLISH}\nReferences: Jo Pike\n+44 20 7946 0018"
    assert read(text).resumes[0].phones == ("+447911123456",)
    assert section_of_heading("References") == "references"


@pytest.mark.parametrize(("line", "section"), [("SCHOOL", "education"), ("School", None), ("SCHOOL NURSE", None)])
def test_school_in_capitals(line: str, section: str | None) -> None:
    assert section_of_heading(line) == section


@pytest.mark.parametrize(
    ("said", "post"),
    [
        ("Tide Clerk. Reported to the harbour master.", "Tide Clerk"),
        ("Sr. Engineer", "Sr. Engineer"),
    ],
)
def test_post_in_front_of_what_was_done(read: Callable[..., Reading], said: str, post: str) -> None:
    text = f"Mara Velding\n{OWN}\nExperience\nFern Ltd (Leeds)\tFeb 2019 - Present\nRole: {said}\n- kept tides\nLarch Ltd\tAug 2015 - Jan 2019\nRole: Baker"
    assert read(text).resumes[0].current_title == post


def test_table_between_rules(read: Callable[..., Reading]) -> None:
    table = "Company | Post held | From | To\nQuay Analytics | Software Engineer II | Sep 2024 | Present\nTremaine & Sons | Senior Associate | Dec 2020 | Aug 2024"
    (found,) = read(
        f"Mara Velding\n{OWN}\nWork History\n{table}\nEducation\nBA English, Larch University, 2010"
    ).resumes
    assert (found.current_title, found.current_employer) == ("Software Engineer II", "Quay Analytics")


def test_short_label_before_a_slash(read: Callable[..., Reading]) -> None:
    text = "林晓月的个人简历\n○ 意向 / 店长　○ 微信 / yue_2020\n○ 电话 / 13912345678\n工作经历\n2020.10 - 至今 云岫食品有限公司 出纳"
    assert read(text).resumes[0].desired_title == "店长"


JOBS = "工作经历\n2020.10 - 至今 云岫食品有限公司 店长\n教育经历\n2010-2014 青禾大学 英语 本科"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("黄山\n女 / 1990年 / 长沙\n13912345678", "黄山"),
        ("姓名\n黄山\n手机\n13912345678\n现居城市\n成都", "黄山"),
        ("黄山\n13912345678", None),
        ("上海\n女 / 1990年 / 长沙\n13912345678", None),
    ],
)
def test_who_is_called_as_a_town_is(read: Callable[..., Reading], head: str, name: str | None) -> None:
    """Alone it may be where somebody lives; beside the town of his home it is his name, if it begins as one."""
    assert read(f"{head}\n{JOBS}").resumes[0].name == name
