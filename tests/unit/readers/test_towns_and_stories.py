"""Small towns that a number bears out, jobs of whole sentences, columns and headings that ask in words."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest

from ringback.readers.columns import fields_of_header
from ringback.readers.doc import _LINK
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.jobs.roles import family_of_title
from ringback.readers.fields.jobs.sentences import job_of_story, job_of_years
from ringback.readers.fields.jobs.tables import fields_of_head, is_table_head
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from schemas.policy import RoleTaxonomy
from schemas.records import Reading

Read = Callable[..., Reading]
SheetOf = Callable[..., Sheet]
REST = "\nExperience\nDuty Manager, Fern Deli, 2019 - 2024\nEducation\nBA History, Keele University, 2015"


@pytest.mark.parametrize(
    ("head", "town"),
    [
        ("Hexham | 07700 900108 | mv@post.example", "Hexham"),
        ("mv@post.example / +44 7700 900108 / Hexham", "Hexham"),
        ("Penzance :: 07700 900108 :: mv@post.example", "Penzance"),
        ("Grants Officer in Kochi\nmail", "Kochi"),
        ("Portfolio | 07700 900108 | mv@post.example", None),
    ],
)
def test_towns_among_contacts(sheet_of: SheetOf, head: str, town: str | None) -> None:
    found = read_city(sheet_of(f"Mara Velding\n{head}{REST}"))
    assert (found.value if found else None) == town


@pytest.mark.parametrize(
    ("story", "job"),
    [
        ("2020年12月起，任青禾家具厂应收会计。协助制定预算", ("应收会计", "青禾家具厂")),
        ("2021年3月至今，任青禾雅科技有限公司电气工程师。", ("电气工程师", "青禾雅科技有限公司")),
        ("现任教于青禾中学。", (None, None)),
    ],
)
def test_a_post_behind_its_house_in_a_sentence(story: str, job: tuple[str | None, str | None]) -> None:
    found = job_of_story([story]) or (None, None)
    assert tuple(half.value if half else None for half in found) == job


def test_of_jobs_that_are_over_the_last() -> None:
    lines = [
        "2013年10月至2017年4月，任晨光建筑装饰有限公司出纳。",
        "2017年5月至2020年11月，任青禾新能源有限公司应收会计。",
    ]
    title, firm = job_of_years(lines) or (None, None)
    assert title is not None
    assert firm is not None
    assert (title.value, firm.value) == ("应收会计", "青禾新能源有限公司")


def test_heads_of_columns_that_ask_in_words() -> None:
    assert fields_of_head("for whom") == {"employer"}
    assert is_table_head("When\tFor whom\tAs what\tWhy I left")
    assert fields_of_header(["Candidate Name", "Current Org", "Lives"]) == ("name", "current_employer", "city")


def test_what_is_told_behind_the_dates_is_no_house(sheet_of: SheetOf) -> None:
    line = "Accounts Clerk, Larchwell (2023–2024). Kept the stock system (SAP) accurate to 99.17%. Led two."
    assert bare_line(sheet_of(line), 0).strip() == "Accounts Clerk, Larchwell"


@pytest.mark.parametrize("heading", ["WHAT I HAVE LEARNT", "What I studied"])
def test_studies_under_a_heading_in_words(sheet_of: SheetOf, heading: str) -> None:
    sheet = sheet_of(f"Mara Velding\n{heading}\n2015: BA in History from Keele University\nWHAT ELSE\nSwims.")
    assert sheet.sections[2:] == ("education", "other", "other")


def test_a_word_for_studies_over_rows_of_schools(sheet_of: SheetOf) -> None:
    sheet = sheet_of("欧阳静\n经历：\n2019-2023 / 青禾公司 / 会计\n学习：\n2012-2016 / 青禾大学 / 会计学 / 本科")
    assert sheet.sections[4] == "education"


def test_a_number_that_only_a_link_holds(read: Read) -> None:
    assert _LINK.search('HYPERLINK "tel:+447700900108"') is not None
    page = f'<h1>Mara Velding</h1><p><a href="tel:+447700900108">call</a></p>{REST}'.replace("\n", "<br>")
    (found,) = read(page, "x.html").resumes
    assert found.phones == ("+447700900108",)


def test_a_house_in_the_style_for_strong_words(read: Read) -> None:
    document = docx.Document()
    for line in ("Mara Velding", "mv@post.example", "Experience", "2021 - 2024"):
        document.add_paragraph(line)
    job = document.add_paragraph()
    job.add_run("Zetawell Tides", style="Strong")
    job.add_run(" Teaching Assistant")
    for line in ("Kept the books", "Education", "BA History, Keele University, 2015"):
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    (found,) = read(stream.getvalue(), "x.docx").resumes
    assert (found.current_title, found.current_employer) == ("Teaching Assistant", "Zetawell Tides")


@pytest.mark.parametrize("heading", ["EDU 教育", "Edu"])
def test_a_short_word_for_studies_heads_them(sheet_of: SheetOf, heading: str) -> None:
    sheet = sheet_of(f"Mara Velding\nWORK 工作\n2019-2023 青禾公司 会计\n{heading}\n2012-2016\n青禾大学\n会计学 本科")
    assert sheet.sections[4] == "education"


def test_letters_in_front_of_contacts_and_town(sheet_of: SheetOf) -> None:
    found = read_city(sheet_of(f"Mara Velding\nT +44 7700 900108 E mv@post.example L Dundee{REST}"))
    assert found is not None
    assert found.value == "Dundee"


def test_the_trade_of_a_shift(taxonomy: RoleTaxonomy) -> None:
    titles = ("Warehouse Shift Lead", "Production Shift Leader")
    assert [family_of_title(title, taxonomy) for title in titles] == ["logistics", "manufacturing"]
