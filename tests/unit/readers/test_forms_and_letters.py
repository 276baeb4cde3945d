"""Labels with leaders, headings that only their print tells, names beside towns, and mails that take the place of a resume."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from ringback.readers.columns import fields_of_header
from ringback.readers.fields.contacts.handles import read_wechat
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.jobs.sentences import job_of_story
from ringback.readers.fields.label_signs import with_colons
from ringback.readers.fields.names.beside_town import with_town_apart
from ringback.readers.fields.person import read_gender
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.wishes import read_wishes
from schemas.records import Reading

Read = Callable[..., Reading]
SheetOf = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("line", "read_as"),
    [
        ("Applicant ........ Mara Velding", "Applicant: Mara Velding"),
        ("Mobile phone……07700 900417", "Mobile phone: 07700 900417"),
        ("姓名____欧阳静", "姓名: 欧阳静"),
        ("Employer ________ Title ________ From ____", None),  # a form to be filled in
        ("Chapter one ........ 12", None),
    ],
)
def test_dots_lead_from_a_label_to_its_value(line: str, read_as: str | None) -> None:
    assert with_colons(line) == (read_as or line)


def test_a_record_with_leaders_is_read(read: Read) -> None:
    text = (
        "PERSONAL RECORD\n===============\nApplicant ........... Mara Velding\nLives in ............ Leeds\n"
        "Daytime phone ....... 07700 900417\nSeeking ............. Night Auditor\nPay sought .......... negotiable\n\n"
        "POSITIONS HELD\n--------------\n2021-04 - today\nEmployer ............ Larch & Fern\nPosition ............ Night Auditor\n\n"
        "SCHOOLS\n-------\n2007-2010  University of Hull: BSc, Statistics\n"
    )
    (found,) = read(text).resumes
    assert (found.name, found.city, found.phones) == ("Mara Velding", "Leeds", ("+447700900417",))
    assert (found.current_title, found.current_employer) == ("Night Auditor", "Larch & Fern")
    assert (found.desired_title, found.desired_salary) == ("Night Auditor", "negotiable")
    assert (found.school, found.highest_degree) == ("University of Hull", "bachelor")


@pytest.mark.parametrize(
    ("line", "parted"),
    [
        (
            "Mara Velding Tacoma, WA, 253.555.0142, mv@post.example",
            "Mara Velding\tTacoma, WA, 253.555.0142, mv@post.example",
        ),
        (
            "Mara Velding Aberdeen, 07700 900417, veldingm@post.example",
            "Mara Velding\tAberdeen, 07700 900417, veldingm@post.example",
        ),
        ("Mara Velding Lincoln, 07700 900417, mara.lincoln@post.example", None),
        ("Sarah Jane Lincoln, 07700 900417, hello@post.example", None),  # nothing tells it from a surname
        ("Mara Velding, Tacoma, WA, 253.555.0142", None),
        ("Mara Velding Leeds", None),
    ],
)
def test_a_town_right_behind_the_name(line: str, parted: str | None) -> None:
    assert with_town_apart([line]).get(0) == parted


@pytest.mark.parametrize("heading", ["Book learning", "Studied"])
def test_a_heading_set_like_two_others_opens_studies(sheet_of: SheetOf, heading: str) -> None:
    text = (
        "Mara Velding\nExperience\nBaker\nLarch Bakery\n2018 - 2023\nContact\n07700 900417\n"
        f"{heading}\nBSc (Hons)\nMarketing\nUniversity of Hull\n2014 - 2017\nVoices\nEnglish, Spanish (fair)"
    )
    sheet = sheet_of(text, sizes={0: 22.0, 1: 14.0, 5: 14.0, 7: 14.0, 12: 14.0})
    assert sheet.sections[8] == "education"
    assert sheet.headings[12]
    assert sheet.sections[13] == "other"


@pytest.mark.parametrize("house", ["at Larch Kettle · Boise, ID", "at Larch Kettle (Boise)", "at Larch Kettle"])
def test_the_house_below_its_post_with_where_it_is(read: Read, house: str) -> None:
    text = (
        f"Mara Velding\n+1 208 555 0142\nmv@post.example\n\nExperience\nKitchen Porter\n{house}\nJuly 2018 to the present\n"
        "Cut waste by 26% with a new sheet\nStaff Accountant\nat Fern Lifts Ltd · Savannah, GA\nSeptember 2011 to May 2015\n"
    )
    (found,) = read(text).resumes
    assert (found.current_title, found.current_employer) == ("Kitchen Porter", "Larch Kettle")


def test_a_house_called_works_tells_of_no_present_job() -> None:
    text = (
        "Since March 2018 I have been a Data Steward at Fern Dental Group in Savannah. Before that, from 2016 to 2018, "
        "I worked for Larch Carriage Works as a Night Auditor."
    )
    title, firm = job_of_story([text]) or (None, None)
    assert title is not None
    assert firm is not None
    assert (title.value, firm.value) == ("Data Steward", "Fern Dental Group")


LETTER = """Dear hiring team,

I am applying for the Data Steward opening. Details below.

Mara Velding
Savannah, GA
mara.velding@post.example
912-555-0142

About my work

Since July 2022 I have been a Data Steward at Oxmoor Software in Duluth. Before that I worked for Harrow Council.

About my education

I hold an MBA in Marketing from Kalamazoo College (2010).

Kind regards,
Mara Velding
"""


def test_a_mail_that_tells_all_of_its_writer_is_a_resume(read: Read) -> None:
    mail = EmailMessage()
    mail["From"] = "Mara Velding <mara.velding@post.example>"
    mail["Subject"] = "Application: Data Steward"
    mail.set_content(LETTER)
    (found,) = read(mail.as_bytes(), "x.eml").resumes
    assert (found.name, found.current_title, found.current_employer) == (
        "Mara Velding",
        "Data Steward",
        "Oxmoor Software",
    )
    assert found.school == "Kalamazoo College"
    assert not read(LETTER.replace("About my work\n", "").replace("About my education\n", ""), "letter.txt").resumes


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("李冬梅\n求职意向：会计｜意向城市：南通｜薪资：8k-12k", "8k-12k"),
        ("李冬梅\n求职目标\n目标岗位：会计\n待遇：面议", "面议"),
        ("李冬梅\n工作经历\n2019-2023 青禾公司 会计\n薪资：8k-12k", None),
    ],
)
def test_pay_among_the_wishes_is_hoped_for(sheet_of: SheetOf, text: str, pay: str | None) -> None:
    found = read_wishes(sheet_of(text)).salary
    assert (found.value if found else None) == pay


def test_halves_of_a_name_and_the_post_a_recruiter_writes_about() -> None:
    assert fields_of_header(["First", "Last", "phone_number"]) == ("first_name", "last_name", "phones")
    assert fields_of_header(["Name", "First", "Last"])[1:] == (None, None)
    assert fields_of_header(["求职者", "沟通职位"]) == ("name", "desired_title")


def test_groups_of_a_number_with_a_sign_between(sheet_of: SheetOf) -> None:
    sheet = sheet_of("Mara Velding\nProvo, UT • +1 (801) 555 · 0142 • mv@post.example")
    assert [found.value for found in read_phones(sheet)] == ["+18015550142"]


def test_a_sentence_about_oneself_in_chinese(sheet_of: SheetOf) -> None:
    sheet = sheet_of("您好！我叫欧阳静，女，1990年3月出生。手机13800 123456（微信同号）。")
    gender, wechat = read_gender(sheet), read_wechat(sheet)
    assert gender is not None
    assert gender.value == "female"
    assert wechat is not None
    assert wechat.value == "13800123456"


def test_a_form_asks_for_the_town_beside_the_degree(read: Read) -> None:
    text = "姓名\t欧阳静\t性别\t女\n手机号码\t13800123456\t学历\t本科\n教育程度\t本科（全日制）\t所在地点\t杭州\n"
    (found,) = read(text + "工作经历\n2019.03-至今 青禾商贸有限公司 会计\n").resumes
    assert found.city == "杭州"
