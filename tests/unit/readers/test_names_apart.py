"""Names that do not stand alone at the head: in a left column, beside a trade, in a greeting, below a menu or a row of trades."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.names.neighbours import contact_follows
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def named(sheet: Sheet) -> str | None:
    found, _ = read_name(sheet, [])
    return found and found.value


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


def sheet_of_print(*lines: tuple[str, float]) -> Sheet:
    printed = tuple(Line(text, size=size, page=1) for text, size in lines)
    return make_sheet(Document(format="pdf", lines=printed), read_file_name("x.pdf", source=None))


SKILLS = [("專業技能", 11.0), *((f"課程{n}\t成績 {80 + n}", 11.0) for n in range(12))]


@pytest.mark.parametrize("language", ["Nederlands", "Français", "Türkçe"])
def test_a_link_to_the_page_in_another_language_is_no_part_of_a_name(language: str) -> None:
    heading = Line("Mara Larch", is_heading=True)
    lines = (Line(language), heading, Line("Address: Moorweg 1, Larchdam"), Line("Email: mara@post.example"))
    sheet = make_sheet(Document(format="docx", lines=lines), read_file_name("x.docx", source=None))
    assert named(sheet) == "Mara Larch"


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011", "-"])
def test_hyphens_that_only_print_has(hyphen: str) -> None:
    lines = [
        (f"Mara Larch{hyphen}Moor", 30.0),
        ("mara@post.example", 10.0),
        ("Teaching", 14.0),
        ("2019 Lecturer", 10.0),
    ]
    assert named(sheet_of_print(*lines)) == "Mara Larch-Moor"


@pytest.mark.parametrize(
    ("lines", "address", "name"),
    [
        ((("MARA", 0.0), ("DÍAZ DE LARCH", 0.0), ("SENIOR CHEMISTRY STUDENT", 0.0)), "maradiazdelarch", None),
        ((("Mara", 24.8), ("Pellwickshire", 17.2), ("Chemistry Student", 10.0)), "pellwick.m", "Mara"),
        ((("Mara", 24.8), ("Pellwickshire", 17.2), ("Chemistry Student", 10.0)), "marapellwickshire7", None),
    ],
)
def test_a_name_in_two_lines_that_only_the_address_puts_together(
    lines: tuple[tuple[str, float], ...], address: str, name: str | None
) -> None:
    printed = tuple(Line(text, size=size, page=1) for text, size in (*lines, (f"{address}@post.example", lines[-1][1])))
    sheet = make_sheet(Document(format="pdf", lines=printed), read_file_name("x.pdf", source=None))
    found, _ = read_name(sheet, [f"{address}@post.example"])
    assert found is not None
    assert found.value == (name or f"{lines[0][0]} {lines[1][0]}")


def test_a_name_in_two_lines_that_the_domain_of_the_address_puts_together() -> None:
    lines = [("Mara", 26.0), ("PELLWICK", 30.0), ("TAX MANAGER", 9.0), ("hello@marapellwick.example.com", 10.0)]
    found, _ = read_name(sheet_of_print(*lines), ["hello@marapellwick.example.com"])
    assert found is not None
    assert found.value == "Mara PELLWICK"


@pytest.mark.parametrize("name", ["Wen Zhou", "Xu Zhou"])
def test_a_chinese_town_in_two_words_that_end_in_a_surname(name: str) -> None:
    sheet = sheet_of_text(f"{name}\nQinghe University North Campus\nNanjing\nmail: 55501423@post.example\nEducation\n")
    city = read_city(sheet)
    assert (named(sheet), city and city.value) == (name, "Nanjing")


@pytest.mark.parametrize("title", ["履歷表", "個人簡歷", "求职简历", "个人履历"])
def test_a_column_of_the_person_that_stands_last(title: str) -> None:
    facts = [("出生日期: 85/08/23", 12.0), ("手機: 0912000345", 12.0), ("信箱: x@post.example", 12.0)]
    assert named(sheet_of_print(*SKILLS, (title, 16.0), ("盧曉東", 17.0), ("個人基本資料", 16.0), *facts)) == "盧曉東"
    assert named(sheet_of_print(*SKILLS, (title, 12.0), ("盧曉東", 12.0), *facts)) == "盧曉東"


@pytest.mark.parametrize("line", ["卢晓东 / 平面设计", "卢晓东 | 会计", "卢晓东/前端开发"])
def test_a_name_beside_the_trade_below_other_lines(line: str) -> None:
    text = (
        f"作品集锦\n联系方式在下\n{line}\n专业在读，专注内容设计，擅长把卖点转化为清晰的视觉表达。\n电话：13800000000\n"
    )
    assert named(sheet_of_text(text)) == "卢晓东"


@pytest.mark.parametrize(
    "line", ["欢迎来到卢晓东的简历", "欢迎查看卢晓东的个人简历", "您好，欢迎阅读卢晓东的求职简历", "这是卢晓东的简历"]
)
def test_a_name_in_a_greeting(line: str) -> None:
    assert named(sheet_of_text(f"# {line}\n# 本人21岁\n# 从事前端3年本科毕业\n# 有意联系我吧\n")) == "卢晓东"


def test_a_greeting_names_nobody() -> None:
    assert named(sheet_of_text("# 欢迎来到我们的简历\n从事前端3年本科毕业\n13800000000\n")) is None


def test_a_chinese_name_under_a_row_of_trades() -> None:
    text = (
        "LXD\n经历 项目 优势 联系\n联系合作\nGraphic Designer / AI Designer / Brand Visual\n卢晓东\n"
        "10 年设计相关工作经验，聚焦平面设计、产品包装、电商视觉。\n查看作品 13800000000\n"
    )
    assert named(sheet_of_text(text)) == "卢晓东"


def test_who_names_himself_in_front_of_his_trades() -> None:
    assert (
        named(sheet_of_text("Nora Pellwick / Graphic Designer / Illustrator\nnora@post.example\n")) == "Nora Pellwick"
    )


@pytest.mark.parametrize("order", [("陳曉東", "Chen Hiao Tung"), ("Chen Hiao Tung", "陳曉東")])
def test_the_chinese_name_goes_first_where_both_stand_over_each_other(order: tuple[str, str]) -> None:
    facts = [("基本資料", 10.5), ("學校:青禾科技大學", 10.5), ("電話:0912000345", 10.5), ("信箱:x@post.example", 10.5)]
    found = named(sheet_of_print(("Avatar", 20.0), *((name, 13.0) for name in order), *facts))
    assert found == "陳曉東"


@pytest.mark.parametrize(
    "status", ["Célibataire", "Celibataire", "Mariée", "Permis B", "Solteira", "Unmarried", "Coniugato"]
)
def test_a_cell_beside_the_name_that_tells_something_else(status: str) -> None:
    assert named(sheet_of_text(f"Sivan Mickelau\t{status}\n12 rue du Moor\nsivan@post.example\n")) == "Sivan Mickelau"


def test_a_page_whose_menu_stands_above_the_name() -> None:
    menu = "Acting\nHome Resume (Acting Tech Teaching CV) Writing Videos\n"
    parts = "Voiceover\nMoor Tales\tMiss Larch\tDramatic Reading\nNew Tales\tMrs. Birch\tDramatic Reading\n"
    assert named(sheet_of_text(f"{menu}Adela Martin Pintwick\nVocal Range: Mezzo\n{parts}")) == "Adela Martin Pintwick"


def test_a_post_below_the_first_name_is_no_surname_though_an_address_holds_both() -> None:
    assert named(sheet_of_text("Tessa\nDesigner\ntessadesigner@post.example\n")) != "Tessa Designer"
    assert named(sheet_of_text("ELLEN\nBAKER\nellenbaker@post.example\n")) == "ELLEN BAKER"


def test_a_word_of_everyday_life_that_people_are_called() -> None:
    assert named(sheet_of_text("田野\n13800138000\n")) == "田野"


@pytest.mark.parametrize(
    "row",
    [
        "Mara Larch\tKassel",
        "Mara Larch\tSpokane, WA 99201",
        "Mara Larch (she/her)\t34117 Kassel, Germany",
        "Mx Mara Larch",
        "Ar. Mara Larch",
    ],
)
def test_a_name_beside_where_the_person_lives_or_behind_a_title(row: str) -> None:
    assert named(sheet_of_text(f"{row}\n+49 171 5550123\nfinch55@post.example")) == "Mara Larch"


def test_a_page_without_words_names_nobody() -> None:
    sheet = sheet_of_print(("", 0.0))
    assert not contact_follows(sheet, 0)
    assert named(sheet) is None


def test_a_name_in_two_faces_below_the_day_of_the_last_change() -> None:
    sheet = sheet_of_print(
        ("Last Updated on July 12, 2021", 7.0),
        ("Maren", 35.9),
        ("maren.velding@fernpost.example | 858.555.0147", 9.0),
        ("Velding", 35.9),
        ("EDUCATION", 14.3),
        *((f"Course {number} of the gates", 9.0) for number in range(12)),
    )
    assert named(sheet) == "Maren Velding"


def test_a_name_set_wide_holds_no_town() -> None:
    sheet = sheet_of_print(
        ("Curriculum Vitae - May 2020", 10.0),
        ("Ines Maria\tRho", 14.3),
        ("Larch Building, 408\tE-mail: ines@fernpost.example", 10.0),
        ("Tides and Methods\tHomepage: fernpost.example", 10.0),
        ("EMPLOYMENT", 14.3),
        *((f"Course {number} of the gates", 10.0) for number in range(12)),
    )
    assert read_city(sheet) is None


@pytest.mark.parametrize(
    ("address", "name"), [("haneul.on@fernpost.example", "Haneul On"), ("gate@fernpost.example", None)]
)
def test_a_word_that_is_no_name_elsewhere_is_one_where_the_address_spells_it(address: str, name: str | None) -> None:
    sheet = sheet_of_print(
        ("Haneul On", 20.7),
        ("Joint degree of gates", 10.0),
        (f"Email: {address}", 9.0),
        ("EDUCATION", 14.3),
        *((f"Course {number} of the gates", 9.0) for number in range(12)),
    )
    assert named(sheet) == name
