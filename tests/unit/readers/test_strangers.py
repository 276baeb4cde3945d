"""Numbers and addresses of other people: who a letter is written to, who prints a form, whom to ask or to call."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.sections import sections_of
from ringback.readers.fields.sheet import Sheet

MakeSheet = Callable[..., Sheet]

OWN_PHONE, OWN_EMAIL = "+12025550143", "jo.holm@post.example"
RESUME = "Jo Holm\nTelephone: (202) 555-0143\nEmail: jo.holm@post.example\nEmployment\nBaker, Moor Bakery, 2019 - 2024"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Jo Holm\n12 Larch Street\n14 September 2026\nThe Manager\nFair & Lunt Ltd\nBoise\nTel. (303) 555-0111, ana@fair.example.com"
            f"\nApplication for the post of Baker\nDear Sir or Madam,\nI would like to apply.\nYours faithfully,\nJo Holm\n{RESUME}"
        ),
        (
            "Jo Holm\n12 Larch Street\n14 September 2026\nFair & Lunt Ltd\nBoise\nTel. (303) 555-0111, ana@fair.example.com"
            f"\nDear Ms Colby,\nI would like to apply.\nYours sincerely,\nJo Holm\n{RESUME}"
        ),
        (
            f"Jo Holm\nAn die\nFeld GmbH\nPersonalabteilung\nTel. +49 561 000 1234, ana@feld.example.com\nBewerbung\nSehr geehrte Damen und Herren,\n"
            f"ich bewerbe mich.\nMit freundlichen Grüßen\nJo Holm\n{RESUME}"
        ),
        (
            "APPLICATION FOR EMPLOYMENT\nHarrow Trust. Please return to ana@harrow.example.org, 0113 496 0000\n"
            "Post applied for: Baker\nName: Jo Holm\nTelephone: (202) 555-0143\nEmail: jo.holm@post.example"
        ),
        (
            "Jo Holm\n12 Larch Street\nMs. Ana Fair\nFair & Lunt\n4 Mill Lane, Boise\n(303) 555-0111\nana@fair.example.com"
            f"\n3 May 2026\nDear Ms. Fair,\nI would like to apply.\nSincerely,\nJo Holm\n{RESUME}"
        ),
        (
            "Mr. T. Fair\nFair & Lunt\n(303) 555-0111\nana@fair.example.com\nMs Jo Holm\n(202) 555-0143\njo.holm@post.example"
            "\nDear Mr. Fair,\nI would like to apply.\nSincerely,\nJo Holm\nEmployment\nBaker, Moor Bakery, 2019 - 2024"
        ),
        (
            f"{RESUME}\nTo interview this candidate please call (303) 555-0111 or e-mail ana@fair.example.com\n"
            "Call Ana on (303) 555-0112 to discuss our candidate"
        ),
        (
            "青禾人才顾问 · 顾问 陶经理 · 13900000000 · tao@fair.example.cn\n推荐报告\n姓名：张伟\n电话：+1 202 555 0143\n邮箱：jo.holm@post.example"
            "\n工作经历\n2019.5-至今 晨光有限公司 出纳\n教育经历\n学校：江海大学\n青禾人才顾问 · 顾问 陶经理 · 13900000000 · tao@fair.example.cn"
        ),
        f"{RESUME}\n如需安排面试请联系顾问：0512-6000 1234 / ana@fair.example.cn",
        (
            f"{RESUME}\nPublications\nHolm J., Fair A., Flow of dough, J. Inv. Bak. 12, 44-51.\nCorrespondence: ana@fair.example.net\n"
            "Fair A., Holm J., Crumbs, 2019. Correspondence:\nana.fair@lab.example.net"
        ),
        (
            "APPLICATION FORM\nHarrow Trust, 4 Mill Lane, Tel. (303) 555-0111, ana@harrow.example.org\n"
            "Name: Jo Holm\nTelephone: (202) 555-0143\nEmail: jo.holm@post.example"
        ),
        f"{RESUME}\nIn case of emergency\nContact: Spouse, (303) 555-0111",
        f"{RESUME}\nEducation\nBA, Umoja University, 2014\nContact: Mother, (303) 555-0111",
        f"{RESUME}\nPeople who will speak for me\nDr Ana Munk\nDirector, Moor Bakery\n(303) 555-0111\nana@moor.example.com",
        f"{RESUME}\nWho can vouch for me\nDr Ana Munk, Director, Moor Bakery. Tel (303) 555-0111, ana@moor.example.com",
        f"{RESUME}\nMore\nName\tRelationship\tPhone\tEmail\nDr Ana Munk\tDirector\t(303) 555-0111\tana@moor.example.com",
    ],
)
def test_numbers_of_other_people(sheet_of: MakeSheet, text: str) -> None:
    sheet = sheet_of(text)
    assert [found.value for found in read_phones(sheet)] == [OWN_PHONE]
    assert [found.value for found in read_emails(sheet)] == [OWN_EMAIL]


def test_the_house_that_a_letter_is_written_to(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "求职信\n尊敬的招聘负责人：\n您好！贵公司联系人吴小姐（021-6000 1234，\nwu@tianhe.example.cn）告诉我可以直接投递。\n此致\n敬礼\n"
        "王明\n个人简历\n姓名：王明\n电话：13800000000\n邮箱：wm@post.example"
    )
    assert [found.value for found in read_phones(sheet)] == ["+8613800000000"]
    assert [found.value for found in read_emails(sheet)] == ["wm@post.example"]


@pytest.mark.parametrize(
    "text",
    [
        "Jo Holm\n12 Larch Street\n(202) 555-0143\njo.holm@post.example\nDear Hiring Manager,\nI would like to apply.\nJo Holm",
        "Jo Holm\nHuman Resources Manager\n(202) 555-0143\njo.holm@post.example\nDear Sir,\nI would like to apply.\nJo Holm",
        "The Manager\nFair Ltd\nBoise\nJo Holm\n(202) 555-0143\njo.holm@post.example\nDear Sir,\nI would like to apply.\nYours,\nJo Holm",
        "Jo Holm\nFather: Per Holm\tMobile: (202) 555-0143\tEmail: jo.holm@post.example",
        "Jo Holm\nPlease send offers to me: (202) 555-0143, jo.holm@post.example",
    ],
)
def test_the_only_number_is_the_candidates(sheet_of: MakeSheet, text: str) -> None:
    sheet = sheet_of(text)
    assert [found.value for found in read_phones(sheet)] == [OWN_PHONE]
    assert [found.value for found in read_emails(sheet)] == [OWN_EMAIL]


@pytest.mark.parametrize(
    "heading",
    [
        "People who will speak for me",
        "PEOPLE WHO CAN VOUCH FOR ME",
        "Who can recommend me",
        "People you can ask about me",
        "In case of emergency",
        "Person to notify in case of emergency",
        "Next of kin",
    ],
)
def test_headings_over_other_people(heading: str) -> None:
    assert sections_of(["Skills", "Baking", heading, "Dr Ana Munk"], [False] * 4)[0][-1] == "references"


@pytest.mark.parametrize("line", ["Who I am", "People and places", "Those who know how to bake", "Emergency medicine"])
def test_headings_that_name_nobody_else(line: str) -> None:
    assert "references" not in sections_of(["Skills", "Baking", line, "Bread"], [False] * 4)[0]


def test_who_says_when_he_can_be_interviewed_is_reached_there(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("张伟\n如需面试请致电13800000000\n工作经历\n2019.5-至今 青禾有限公司 出纳")
    assert [found.value for found in read_phones(sheet)] == ["+8613800000000"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Section 3: Employment (most recent first)", "experience"),
        ("Part B - Education", "education"),
        ("Abschnitt II: Ausbildung", "education"),
        ("Job Profile", "experience"),
        ("Career Record", "experience"),
        ("Where I've been", "experience"),
        ("Section Head", None),
        ("Part A lead", None),
    ],
)
def test_headings_of_forms_and_of_jobs(line: str, kind: str | None) -> None:
    assert section_of_heading(line) == kind


def test_referees_told_below_more_on_request_are_others() -> None:
    text = (
        "Jo Holm\njo.holm@post.example\n\nReferences\nAdditional contact information available upon request.\n"
        "Dr. Ana Moor\nHead Baker\nana@fair.example.com\n"
    )
    lines = text.splitlines()
    assert sections_of(lines, [False] * len(lines))[0][-1] == "references"
    closed = sections_of(["References", "Available upon request", "Declaration"], [True, False, False])[0]
    assert closed[-1] != "references"
