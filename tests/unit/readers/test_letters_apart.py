"""Characters set apart: labels with blanks inside, in cells of a row, and one character a line."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.letters_apart import joined_letters, with_upright_words
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.printed_rows import PrintedRow
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


@pytest.mark.parametrize(
    ("printed", "line"),
    [
        ("姓 名\t贾 敏\t性 别\t女", "姓名\t贾敏\t性别\t女"),
        ("性 别\t女\t民 族\t回 族", "性别\t女\t民族\t回族"),
        ("民 族\t壮\t籍 贯\t河池", "民族\t壮\t籍贯\t河池"),
        ("现 住 址\t南宁市", "现住址\t南宁市"),
        ("姓\t名\t张伟", "姓名\t张伟"),
        ("性 别 女", "性别 女"),
        ("个 人 简 历", "个人简历"),
    ],
)
def test_a_cell_is_joined_by_itself(printed: str, line: str) -> None:
    assert joined_letters(printed) == line


def test_upright_words() -> None:
    printed = [
        "姓",
        "名",
        "王小敏",
        "性",
        "别",
        "女",
        "联",
        "系",
        "电",
        "话",
        "13800138000",
        "工",
        "作",
        "经",
        "历",
        "2019-至今",
    ]
    rows = [row.text for row in with_upright_words(PrintedRow(text, 0.0, 0, False) for text in printed)]
    assert rows == ["姓名", "王小敏", "性别", "女", "联系电话", "13800138000", "工作经历", "2019-至今"]


def test_a_form_with_upright_headings() -> None:
    sheet = sheet_of_text(
        "姓 名\t贾 敏\t性 别\t女\n联系电话\t13800138000\n工\n作\n经\n历\n2012.7-2016.2\t晨光超市\t出纳\n2016.3-至今\t青禾建材有限公司\t会计\n学\n历\n2009-2012\t青禾职业技术学院\t大专"
    )
    job, name = read_job(sheet), read_name(sheet, [])[0]
    assert name is not None
    assert name.value == "贾敏"
    assert job.title is not None
    assert (job.title.value, job.employer and job.employer.value) == ("会计", "青禾建材有限公司")


@pytest.mark.parametrize("text", ["欧阳 静怡 Jenny Ouyang", "欧阳 静怡", "# 欧阳 静怡（Jenny Ouyang）"])
def test_a_gap_behind_a_surname_of_two_characters(text: str) -> None:
    found = read_name(
        sheet_of_text(f"{text}\n手机 13800138000 | jenny.ouyang@example.com"), ["jenny.ouyang@example.com"]
    )[0]
    assert found is not None
    assert found.value.startswith("欧阳静怡")


def test_the_post_goes_to_where_one_lives_now() -> None:
    sheet = sheet_of_text("姓名：贾敏\n家庭住址：固原市原州区\n通讯地址：西安市雁塔区长安南路199号\n电话：13800138000")
    city = read_city(sheet)
    assert city is not None
    assert city.value == "西安"


def test_what_a_project_is_made_with_ends_no_projects() -> None:
    sheet = sheet_of_text(
        "张伟\n13800138000\n项目经历\n问答系统 核心开发者 | 2025 年至今\n技术栈：Java、Redis\n项目简介：从 0 到 1 设计系统\n生活服务平台 核心开发者 | 2025.04 - 2025.06\n负责下单"
    )
    assert read_job(sheet).employer is None
