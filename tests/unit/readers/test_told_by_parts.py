"""What only its parts tell: labels of wishes, headings of several words, levels behind skills, brackets that dates share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.label_words import field_of, field_of_column
from ringback.readers.fields.periods import without_periods
from ringback.readers.fields.skills import skills_of_text
from ringback.readers.normalise import fold
from schemas.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Expected Remuneration", "desired_salary"),
        ("Remuneration sought", "desired_salary"),
        ("Salary required", "desired_salary"),
        ("Location preferred", "desired_city"),
        ("Desired place of work", "desired_city"),
        ("Job title desired", "desired_title"),
        ("Required skills", None),
        ("Current location", "city"),
    ],
)
def test_labels_of_wishes_by_their_parts(label: str, field: str | None) -> None:
    assert field_of(label) == field


@pytest.mark.parametrize(
    ("head", "field"),
    [("应聘职位所在地", "desired_city"), ("期望工作所在城市", "desired_city"), ("期望薪酬范围", "desired_salary")],
)
def test_columns_of_wishes_by_their_parts(head: str, field: str) -> None:
    assert field_of_column(head) == field


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("IT and Other Skills", "skills"),
        ("Computer & Technical Skills", "skills"),
        ("技能评价", "skills"),
        ("技能标签", "skills"),
        ("技能/语言", "skills"),
        ("Top-Kenntnisse", "skills"),
        ("Aim", "wishes"),
        ("Red and White Tiles", None),
    ],
)
def test_headings_by_their_parts(heading: str, section: str | None) -> None:
    assert section_of_heading(heading) == section


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Forklift (4 years)", ["Forklift"]),
        ("5S (Less than 1 year)", ["5S"]),
        ("Excel：熟练 | 36个月", ["Excel"]),
        ("3ds Max 掌握", ["3ds Max"]),
        ("1. Python, 8D", ["Python", "8D"]),
        ("Sage - advanced", ["Sage"]),
        ("Advanced Excel", ["Advanced Excel"]),
        ("Office: Word, Excel", ["Word", "Excel"]),
    ],
)
def test_levels_and_years_are_no_part_of_a_skill(line: str, skills: list[str]) -> None:
    assert skills_of_text(line) == skills


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Larch Hotels (Penang, 2019–2022)", "Larch Hotels (Penang,)"),
        ("Larch Hotels (2019–2022)", "Larch Hotels"),
        ("Larch (Asia) Hotels 2019–2022", "Larch (Asia) Hotels"),
    ],
)
def test_a_bracket_that_dates_share_is_closed(line: str, rest: str) -> None:
    assert without_periods(line, fold(line)).replace("\t", "").strip() == rest


PAGE = """Reach me
☎ 612 345 678
✉ ana.holm@post.example
⌂ Valencia
Strengths
Rostering
Upselling
Degree
BA, Economics
University of Eastvale
2016

Ana Holm
Employment history
Night Auditor
Larch Hotels (Valencia, 2021–now)
Kept the books of two houses in order.
Room Clerk
Moor Inn (Valencia, 2018–2021)
Kept the keys of forty rooms in order.
"""


def test_a_margin_whose_headings_are_as_large_as_its_lines(read: Read) -> None:
    resume = read(PAGE).resumes[0]
    assert resume.skills == ("Rostering", "Upselling")
    assert (resume.school, resume.highest_degree) == ("University of Eastvale", "bachelor")
    assert (resume.current_title, resume.current_employer) == ("Night Auditor", "Larch Hotels")
    assert resume.phones == ("+34612345678",)


def test_the_address_line_of_a_template_is_nobody(read: Read) -> None:
    text = "Your Name Here\nStreet Address, City, ST ZIP\nphone@post.example | (000) 000-0000\nOBJECTIVE\nEXPERIENCE\n[Job Title]\n"
    assert not any(resume.name for resume in read(text).resumes)
