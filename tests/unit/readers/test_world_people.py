"""Names, contacts, places and wishes in resumes of many countries: one row a class, invented people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from schemas.records import Reading

TAIL = "\nSkills\nPlanning, Excel, reports"

CASES: dict[str, tuple[str, Mapping[str, Any]]] = {
    "foot_below_references_on_request": (
        (
            "Dora Prince - Entry-Level Web Developer\nContact Information\nBradenton, FL\ndoraprince@fernpost.net\nEducation\n"
            "State College of Florida\nAssociate of Arts Degree\nReferences\nAvailable upon request.\n"
            "Email: doraprince@fernpost.net | Phone: (941) 555-0142"
        ),
        {"phones": ("+19415550142",), "emails": ("doraprince@fernpost.net",)},
    ),
    "hidden_digits_and_a_day_with_its_town": (
        "Maren Oakley\nSoftware Tester\n• Dortmund, Germany\n• +49 15510 XXXXX\n• maren@fernpost.net\n• 12 May 1998, Larchau/Norland\nEducation\nSouthmoor State University",
        {"phones": (), "birth_year": 1998},
    ),
    "nobody_named": (
        "Anonymous Candidate\nLocation: Toledo, OH\nExperience\nBaker, Moor Bakery, 2019 - 2024\nEducation\nSouthmoor State University",
        {"name": None},
    ),
    "particles_in_a_row": (
        "Bio Data\nRodel de los Santos\nrodel@fernpost.net\nEducation\nSouthmoor State University",
        {"name": "Rodel de los Santos"},
    ),
    "number_of_a_student": (
        (
            "Dora Prince\nMobile +639171234567\ndoraprince@fernpost.net\nCitizenship\tFilipino\nSTUDENT NUMBER\t201512345\n"
            "EDUCATIONAL BACKGROUND\nCOLLEGE\tSouthmoor State University\nBachelor of Science in Information Technology"
        ),
        {"phones": ("+639171234567",)},
    ),
    "house_behind_the_number": (
        "Hanna Moore\n(919) 555-0158 1200 Millmoor Blvd, Hillsborough, NC 27278\nhmoore@fernpost.net",
        {"phones": ("+19195550158",)},
    ),
    "post_code_is_no_number": (
        "Julio Corra\n2019 Moor Hall, Santa Barbara, CA 93101-1234, USA\nEmail: jcorra@fernpost.net\nEDUCATION\nM.A. in Economics",
        {"phones": ()},
    ),
    "post_code_of_brazil_is_no_number": (
        "Julio Corra\nCell: +55 12 99123 4567\nSão José dos Campos – São Paulo\n12201-010, Brazil\njcorra@fernpost.net\nEducation\nPh.D., Mathematics",
        {"phones": ("+5512991234567",)},
    ),
    "houses_and_post_code_are_no_number": (
        "Martin Bolzer\nMoorstr. 14-16 – 76131 Karlsruhe\n☏ 0171 2345678 • ✉ cv@bolzer.example\n5700600/bolzer\nGeburtsort: Augsburg",
        {"phones": ("+491712345678",)},
    ),
    "own_domain_with_a_role": (
        "Kees Geertsen\nCurriculum Vitae\nContact\n☏ +32 470 12 34 56\n✉ jobs@keesgeertsen.be\nErvaring\n2023-heden\tEngineer, Sensolar",
        {"emails": ("jobs@keesgeertsen.be",)},
    ),
    "misspelt_title_of_the_document": (
        "CURICULUM VITAE OF THANDI LERATO MOKO\nContact Number: 082 555 0112\nNationality: South African",
        {"name": "THANDI LERATO MOKO"},
    ),
    "wish_glued": (
        "刘庆云\n应聘UI设计\n女，28岁\n手机：18615258000\n邮箱：lqy@fernpost.cn",
        {"desired_title": "UI设计"},
    ),
    "wish_as_a_target": (
        "陳志遠\ncy.chen@fernpost.tw\n摘要\n目標職缺為 AI/ML 工程師或電腦視覺研究相關職位。\n學歷\n國立中央大學|碩士，資訊工程學系 2025 – 至今",
        {"desired_title": "AI/ML 工程師"},
    ),
    "german_area_behind_a_slash": (
        "Martin Dorn\nTel. +49 (0) 8031/ 1234 - Mobil Nr. +49 (0) 174/ 2345678\nmdorn@fernpost.de\nBerufserfahrung\n2015 - 2016\tFahrer bei Moor GmbH",
        {"phones": ("+4980311234", "+491742345678")},
    ),
    "remark_behind_the_number": (
        "手机：18160170000（24小时开机）\nEmail：18160170000@fernpost.cn\n骆志远/男/2000年07月30日\n教育经历\n专科/西华大学计算机系",
        {"phones": ("+8618160170000",), "birth_year": 2000},
    ),
    "hidden_day_of_birth": (
        "履歷\n個人資料\n周家豪\n1984-08-XX(不完全顯示)\njhzhou84@fernpost.tw\n學歷\n國立中央大學 資訊管理 學士",
        {"birth_year": 1984},
    ),
    "day_of_birth_alone": (
        "Adán Rivas\nComputer Systems Engineer\n14-Nov-1994\nQuerétaro, Mexico\nadan.r001@fernpost.mx\nEducation\nMaster of Computer Science, Moor University",
        {"birth_year": 1994},
    ),
    "contacts_among_projects": (
        (
            "实习经历\n腾讯计算机系统有限公司\t2015.5 至今\n主要项目\nalgorithm-notes\t2014 年\n郝卫宁\n(+86)18751850000\nhaoweining@fernpost.cn\n"
            "江苏省南京市鼓楼区云南路 8 号\n教育经历\n2014.9 至 2016.6\t南京大学软件学院硕士"
        ),
        {"name": "郝卫宁", "city": "南京"},
    ),
    "german_form_of_facts": (
        (
            "Angaben zur Person\nName: Jürgen von Hohenfeld\nGeschlecht: männlich\nJahrgang: 1998\nHandy: 0151 34785363\n"
            "Stelle: Softwareentwickler\nBerufserfahrung\n02/2024 - heute\tHansemoor Logistik AG\tAnwendungsentwickler"
        ),
        {"birth_year": 1998, "gender": "male", "desired_title": "Softwareentwickler"},
    ),
    "post_code_and_cards_of_brazil": (
        (
            "ROSA TEIXEIRA DA MOTA\nBrasileira, 42 anos\nRua das Flores, 80 – Ribeirão Preto/SP – CEP 14090-000\n"
            "RG: 12.345.678-9 | Tel.: (16) 99555-0123\nFormação\nTécnico em Administração – ETEC das Flores – 2008"
        ),
        {"phones": ("+5516995550123",), "city": "Ribeirão Preto"},
    ),
    "town_behind_a_name": (
        "Martha Ferncliff, Columbus, GA\nProfessional experience\nFernpost Libraries\nLibrary Associate • 2016-present\nPlanned programs.",
        {"name": "Martha Ferncliff", "city": "Columbus, GA"},
    ),
    "name_of_a_site_before_the_name": (
        (
            "fernblog — Martha Ferncliff\nCurriculum Vita\nEducation\nMaster of Arts, History, Southmoor University (2003)\nExperience\n"
            "Library Associate, Fernpost Libraries, 2016-present\nPlanned programs."
        ),
        {"name": "Martha Ferncliff"},
    ),
    "handle_between_sign_and_bracket": (
        "张立夏\nlixia163@example.com @summerlixia(微信)\n教育经历\n大连海事大学 本科 2014 - 2018\n技能\nExcel",
        {"wechat": "summerlixia", "emails": ("lixia163@example.com",)},
    ),
    "mobile_below_the_jobs": (
        (
            "Ana Moor\nana.moor@fernpost.net\n617-555-0142\nExperience\nStaff Nurse, Moor Ltd\t2019 - present\n- Cared for patients.\n"
            "Mobile: 617-555-0177"
        ),
        {"phones": ("+16175550142", "+16175550177")},
    ),
    "wechat_misspelt": (
        "郑安怡\nPhone: 183-4000-5000\nWetchat: Anwinnini/18340005000\n教育背景\n大连交通大学 交通运输 本科 2014 - 2019",
        {"wechat": "Anwinnini"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_people_of_the_world(case: str, read: Callable[..., Reading]) -> None:
    text, expected = CASES[case]
    (found,) = read(text + ("" if "\u4e00" <= text[0] <= "\u9fff" else TAIL)).resumes
    assert {field: getattr(found, field) for field in expected} == expected


def test_a_blank_form_of_another_country_has_no_name(read: Callable[..., Reading]) -> None:
    text = (
        "Lebenslauf\nVorname Nachname\nMusterstraße 1, 12345 Musterstadt\nTelefon: 0123 456789\nE-Mail: vorname.nachname@beispiel.example\n"
        "Berufserfahrung\nMM/JJJJ – heute  Position, Firma\nAusbildung\nMM/JJJJ – MM/JJJJ  Abschluss, Hochschule"
    )
    assert [found.name for found in read(text).resumes] in ([], [None])


def test_a_piece_of_a_page_is_html(read: Callable[..., Reading]) -> None:
    text = (
        "<h1>Anna Becker</h1>+49 151 23456780<br>anna.becker@fernpost.de<br><p>Experience<br>2019-01 - 2023-05 Software Engineer, Moor AG"
        "<br>Education<br>BSc Computer Science, TU Berlin, 2015"
    )
    (found,) = read(text, "x.html").resumes
    assert (found.name, found.current_employer) == ("Anna Becker", "Moor AG")


def test_the_link_of_a_badge_is_read(read: Callable[..., Reading]) -> None:
    text = (
        "# Brenda Akoth\n\n## Education\nB.Sc. in Nursing, Moor University\n\n## Connect with Me\n\n"
        "[![Email](https://img.shields.example/badge/-Email?logo=mail)](mailto:brenda.a01@fernpost.net)\n"
    )
    (found,) = read(text, "x.md").resumes
    assert found.emails == ("brenda.a01@fernpost.net",)


@pytest.mark.parametrize(
    ("icon", "wechat"),
    [
        ('<i class="fab fa-weixin"></i> lin_1996', "lin_1996"),
        ('<img src="a.png" alt="微信"><span>linshuyao96</span>', "linshuyao96"),
        ('<i class="wechat"></i>Download', None),
    ],
)
def test_an_icon_of_a_page_is_a_label(icon: str, wechat: str | None, read: Callable[..., Reading]) -> None:
    page = f"<html><body><h1>林书遥</h1><p>13812345600</p><p>{icon}</p><h2>教育经历</h2><p>本科/杭师大软件工程系 2014-2018</p></body></html>"
    (found,) = read(page, "x.html").resumes
    assert (found.wechat, found.school) == (wechat, "杭师大")
