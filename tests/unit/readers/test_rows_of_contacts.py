"""Contacts in rows: what the end of a line breaks, and whose number stands in which part of a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contact_rows import is_row_of_contacts
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.contacts.handles import read_wechat
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

MakeSheet = Callable[..., Sheet]


@pytest.mark.parametrize(
    "text",
    [
        "王明\n性别：男 | 学历：高中 | 毕业学校：云上第一中学 | 电话：1381\n234 5678 | 邮箱：wm@example.com | 现居住地：常州",
        "王明\n性别：男 | 政治面貌：团员 | 本人电话：1381 234\n5678 | 信 箱：wm@example.com | 紧急联系人：15912345678",
        "王明\n性别：男 | 身高：168cm | 工作单位：云上化工有限公司 | 联系手\n机：138.1234.5678 | 紧急联系电话：父亲 13912345678",
        "王明\n本人电话：13812345678 | 邮箱：wm@example.com | 紧急联系电话：父亲 15912345678",
    ],
)
def test_the_own_number_in_a_row(sheet_of: MakeSheet, text: str) -> None:
    sheet = sheet_of(text)
    assert [found.value for found in read_phones(sheet)] == ["+8613812345678"]
    assert read_birth_year(sheet) is None


@pytest.mark.parametrize(
    "text",
    [
        "备注（证明人）\n林熙，原部门经理，电话15912345678，邮箱 lx88@example.org",
        "补充说明\n林熙，人事主管，联系电话：15912345678",
    ],
)
def test_rows_of_referees_under_other_headings(sheet_of: MakeSheet, text: str) -> None:
    head = "王明\n手机：13812345678\n邮箱：wm@example.com\n教育背景\n2010.09-2014.06 云上大学 会计 本科\n技能\nExcel\n"
    own = [f"熟悉办公软件第{number}项" for number in range(8)]
    sheet = sheet_of(head + "\n".join(own) + "\n" + text)
    assert [found.value for found in read_phones(sheet)] == ["+8613812345678"]
    assert [found.value for found in read_emails(sheet)] == ["wm@example.com"]


def test_the_candidate_himself_with_his_post_is_no_referee(sheet_of: MakeSheet) -> None:
    assert [found.value for found in read_phones(sheet_of("王明，销售经理，电话13812345678\n工作经历"))] == [
        "+8613812345678"
    ]


def test_a_mobile_number_whose_groups_look_like_years(sheet_of: MakeSheet) -> None:
    assert [found.value for found in read_phones(sheet_of("王明\n联系电话：176-1909-1988\n邮箱：wm@example.com"))] == [
        "+8617619091988"
    ]


def test_the_rest_of_a_broken_number_is_no_other_number(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("王明\n手机：+86-16600001111 / 1\n9900002222\n邮箱：wm@example.com")
    assert [found.value for found in read_phones(sheet)] == ["+8616600001111", "+8619900002222"]


def test_a_label_in_two_languages_over_its_value(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("王明\n手机 / Mobile\n13812345678\n邮箱 Email\n123456789@qq.com\n微信 WeChat\nwm_38956")
    assert [found.value for found in read_emails(sheet)] == ["123456789@qq.com"]
    wechat = read_wechat(sheet)
    assert (wechat and wechat.value) == "wm_38956"


def test_a_link_under_a_broken_address_is_no_part_of_it(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("Name\tJo Lee\nE-mail ID\tjo.lee131@126.c\nom\nwww.linkedin.co\nm/in/jo-lee")
    assert [found.value for found in read_emails(sheet)] == ["jo.lee131@126.com"]


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("Toronto, ON Call: 1-416-555-0120 E: jo@example.com", "Toronto, ON"),
        ("Baton Rouge, LA 1-412-555-0127 | Email address: jo@example.com", "Baton Rouge, LA"),
        ("Ring: +86 13812345678 mail: jo@example.com Shenzhen, China GitHub: github.com/jo", "Shenzhen"),
    ],
)
def test_towns_beside_labels_in_a_row(sheet_of: MakeSheet, line: str, city: str | None) -> None:
    found = read_city(sheet_of(f"Jo Lee\n{line}\nSummary\nDependable and curious."))
    assert (found and found.value) == city


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("07700900417/rosalind.f@mailbox.com", "+447700900417"),
        ("+44 7700 900417/rosalind.f@mailbox.com", "+447700900417"),
        ("rosalind.f@mailbox.com/07700900417", "+447700900417"),
        ("86-13800001234/rosalind.f@mailbox.com", "+8613800001234"),
        ("女/13800001234/rosalind.f@mailbox.com/杭州", "+8613800001234"),
    ],
)
def test_number_and_address_with_a_slash_between_them(read: Callable[..., Reading], line: str, phone: str) -> None:
    text = f"Rosalind Featherstone\nLeeds, UK\n{line}\nEmployment\n03/2019 - present Warehouse Supervisor, Calder Vale Ltd\n"
    [resume] = read(text).resumes
    assert (resume.phones, resume.emails) == ((phone,), ("rosalind.f@mailbox.com",))


@pytest.mark.parametrize(
    ("row", "phone", "city"),
    [
        ("Tucson, AZ 85701, USA | +1 520 555 0123 | ana@post.example", "+15205550123", "Tucson, AZ"),
        ("📱 +44 7700 900123  📧 ana@post.example  ⌂ Leeds, UK", "+447700900123", "Leeds"),
    ],
)
def test_the_own_row_below_the_jobs_of_another_column(sheet_of: MakeSheet, row: str, phone: str, city: str) -> None:
    sheet = sheet_of(
        "Ana Moor\nExperience\n- Larch Ltd (Denver) – Account Manager, 07.2021 – today\n"
        f"- Oak Homes (Perth) – Sales Assistant, 08.2019 – 06.2021\n{row}\nSkills\nnegotiation, forecasting"
    )
    assert [found.value for found in read_phones(sheet)] == [phone]
    found = read_city(sheet)
    assert found
    assert found.value == city


@pytest.mark.parametrize(
    "line",
    [
        "Reported to Lena Holm, head of sales, +44 113 496 0123, boss@larch.example",
        "2019 - 2021 | Larch Ltd | info@larch.example | 0113 496 0123",
        "ana@post.example | github.com/anamoor",
    ],
)
def test_other_lines_are_no_row_of_contacts(line: str) -> None:
    assert not is_row_of_contacts(line)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Moor\n\nExperience\nNurse, Moor Ltd, 2019 - present\n\nReferees\nOn request\n\nEmail: ana.moor@fernpost.net\nLeeds, UK\n\nSkills\nPlanning\n\nLanguages\nEnglish\nDutch\n",
        (
            "Professional Profile\n\nMy name is Ana Moor. I was born in 1992 and live in Leeds, UK. Phone 07700 900412, e-mail ana.moor@fernpost.net.\n\n"
            "Academic history\nBSc Nursing, Northgill University, 2014\n\nExperience\nNurse, Moor Ltd, 2019 - present\n"
        ),
    ],
)
def test_addresses_in_sentences_and_behind_named_on_request(text: str, read: Callable[..., Reading]) -> None:
    (resume,) = read(text).resumes
    assert list(resume.emails) == ["ana.moor@fernpost.net"]
