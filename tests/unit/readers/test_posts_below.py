"""Posts that stand apart from the dates of their firm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education


def _job(sheet: Sheet) -> tuple[str | None, str | None]:
    job = read_job(sheet)
    return job.title and job.title.value, job.employer and job.employer.value


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (
            (
                "Career so far\nMoor Homes (2021 – now)\nA listed group with plants in four countries.\nSite Manager\n"
                "- Settled two claims\nOak Civil · 2017 – 2020\nFamily business with forty staff.\nSurveyor\n- Kept the books"
            ),
            "Site Manager",
            "Moor Homes",
        ),
        (
            (
                "工作经历\n青禾食品有限公司 · 2022.04-至今\n公司规模300人，主营华东市场。\n财务主管\n- 编制月度报表\n"
                "白杨贸易有限公司 · 2019.02-2021.08\n民营企业，成立于2004年，员工1200人。\n会计\n- 核对往来账目"
            ),
            "财务主管",
            "青禾食品有限公司",
        ),
        (  # the post stands above: below the sentence on what was done begins another thing
            (
                "Experience\nSite Manager\nMoor Homes, 2021 – now\nLed the work on two sites and kept the costs low.\n"
                "Safety Officer\n- Checked ladders"
            ),
            "Site Manager",
            "Moor Homes",
        ),
    ],
)
def test_a_sentence_on_the_firm_parts_it_from_the_post(
    sheet_of: Callable[..., Sheet], text: str, title: str, employer: str
) -> None:
    assert _job(sheet_of(f"Ana Moor\nana@post.example\n{text}")) == (title, employer)


@pytest.mark.parametrize("since", ["2023.3 起     ", "2023年03月起\t", "2023年3月起 "])
def test_a_job_since_goes_on_whatever_stands_behind(sheet_of: Callable[..., Sheet], since: str) -> None:
    sheet = sheet_of(
        f"周小满\n13800138000\n工作经历\n{since}青禾精密有限公司     制程工程师\n- 撰写标准作业书\n"
        "2021.6-2023.2     白杨塑胶有限公司     技术员\n- 管理产线三十人"
    )
    assert _job(sheet) == ("制程工程师", "青禾精密有限公司")


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (  # a table without a heading, below the studies
            (
                "教育背景\n2009年—2013年 青禾大学 汉语言文学 本科\n入职\t离职\t工作单位\t岗位\t离职原因\n"
                "2016年9月\t2019年1月\t白杨中学\t初中语文教师\t合同到期\n2021年3月\t至今\t青禾培训学校\t教务主任\t–"
            ),
            "教务主任",
            "青禾培训学校",
        ),
        (
            (
                "Histórico profissional\nDe\tAté\tEmpresa\tCargo\tMotivo da saída\n08.2021\thoje\tLarcha Tecnologia\tArquiteto de Software\t–\n"
                "09.2019\t06.2021\tMoura Digital\tDesenvolvedor Back-end\t-"
            ),
            "Arquiteto de Software",
            "Larcha Tecnologia",
        ),
        (
            (
                "Sea service\nVessel\tRank\tCompany\tSign on\tSign off\nMT Skylark\tChief Officer\tMoor Shipping\t12/2023\ton board\n"
                "MV Hope\tSecond Officer\tLarch Marine\t03/2021\t05/2022"
            ),
            "Chief Officer",
            "Moor Shipping",
        ),
        (
            "Jobs\n01/2022 – now, Restaurant General Manager, Gull & Anchor, Hobart\n10/2020 – 12/2021, Barista, Hotel Belmoor, Perth",
            "Restaurant General Manager",
            "Gull & Anchor",
        ),
        (
            (
                "APPLICATION\n6. Post applied for: Head Nurse\n7. Present or most recent employer: Larch Hospital\n"
                "8. Position held there: Nurse\n9. Dates: 01/2023 – current\n13. Obtained at: Northmoor University"
            ),
            "Nurse",
            "Larch Hospital",
        ),
    ],
)
def test_jobs_in_tables_lists_and_forms(sheet_of: Callable[..., Sheet], text: str, title: str, employer: str) -> None:
    assert _job(sheet_of(f"Ana Moor\nana@post.example\n{text}")) == (title, employer)


@pytest.mark.parametrize("label", ["Surname, first name", "Name, Vorname", "Nom, prénom"])
def test_a_name_turned_by_its_label(sheet_of: Callable[..., Sheet], label: str) -> None:
    name, _ = read_name(sheet_of(f"CV\n{label}: Underhill, Morwenna\nMobile: +44 7700 900123"), [])
    assert name
    assert name.value == "Morwenna Underhill"


@pytest.mark.parametrize(
    ("heading", "row", "title", "employer"),
    [
        ("任職紀錄", "2021.03-至今\t青禾物流有限公司\t調度員", "調度員", "青禾物流有限公司"),
        ("職涯經歷", "2021.03-至今\t青禾物流有限公司\t調度員", "調度員", "青禾物流有限公司"),
        ("工作经历", "工作年月\t雇主\t职务\n2021.03-至今\t青禾物流有限公司\t调度员", "调度员", "青禾物流有限公司"),
        (
            "Positions",
            "Employed by\tWorked as\tYears\nMoor Plastics\tProduction Manager\t2020 – now",
            "Production Manager",
            "Moor Plastics",
        ),
    ],
)
def test_headings_and_heads_of_jobs(
    sheet_of: Callable[..., Sheet], heading: str, row: str, title: str, employer: str
) -> None:
    assert _job(sheet_of(f"周小满\n13800138000\n教育经历\n青禾大学\n{heading}\n{row}")) == (title, employer)


def test_a_heading_for_school_and_university_is_no_school(sheet_of: Callable[..., Sheet]) -> None:
    sheet = sheet_of(
        "Ana Moor\nCareer\nCook, Larch Inn, 2019 – now\nSchool and university\n2014 – 2017\nBA History\nLarch University"
    )
    found = read_education(sheet).school
    assert found
    assert found.value == "Larch University"
