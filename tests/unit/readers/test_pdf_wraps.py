"""Words that the narrow cells of a form break in a PDF are whole again; lists and columns stay as they are."""

from __future__ import annotations

from ringback.readers.document import Line
from ringback.readers.pdf_rows import PlacedLine
from ringback.readers.pdf_wraps import with_cells_whole


def at(text: str, baseline: float, left: float, right: float) -> PlacedLine:
    return PlacedLine(Line(text, size=10.0, page=1), baseline, left, right)


def texts(*placed: PlacedLine) -> list[str]:
    return [one.line.text for one in with_cells_whole(placed)]


def test_a_broken_cell_is_whole() -> None:
    row = (
        at("姓名", 694, 50, 70),
        at("柏一", 700, 80, 100),
        at("鸣", 687, 80, 90),
        at("性别", 694, 108, 128),
        at("女", 694, 136, 146),
    )
    assert texts(*row) == ["姓名", "柏一鸣", "性别", "女"]


def test_words_set_in_the_middle_of_their_cell() -> None:
    row = (
        at("学校", 694, 50, 70),
        at("青禾幼儿师范高", 700, 80, 150),
        at("等专科学校", 687, 90, 140),
        at("专业", 694, 160, 180),
    )
    assert texts(*row) == ["学校", "青禾幼儿师范高等专科学校", "专业"]


def test_lines_with_room_for_more_are_a_list() -> None:
    row = (at("证书", 694, 50, 70), at("驾驶证", 700, 80, 110), at("电工证", 687, 80, 110), at("照片", 694, 300, 320))
    assert texts(*row) == ["证书", "驾驶证", "电工证", "照片"]


def test_jobs_below_each_other_stay_apart() -> None:
    rows = (at("青禾公司 会计", 700, 80, 150), at("2016.3 晨光厂", 687, 80, 150), at("备注", 694, 160, 180))
    assert texts(*rows) == ["青禾公司 会计", "2016.3 晨光厂", "备注"]


def test_lines_of_prose_stay_apart() -> None:
    rows = (at("负责账务", 700, 80, 150), at("处理报税", 687, 80, 150), at("工作经历", 674, 50, 90))
    assert texts(*rows) == ["负责账务", "处理报税", "工作经历"]


def test_a_bracket_that_the_last_cell_of_a_row_leaves_open() -> None:
    rows = (
        at("青禾科技大學\t企業管理系（學", 700, 50, 220),
        at("士）", 686, 150, 170),
        at("100/9～104/6", 700, 250, 320),
    )
    assert texts(*rows) == ["青禾科技大學\t企業管理系（學士）", "100/9～104/6"]


def test_words_of_a_bracket_that_the_line_breaks_stay_apart() -> None:
    rows = (at("Grado en Marketing en la UML (No", 700, 50, 260), at("acabado)", 688, 50, 100))
    assert texts(*rows) == ["Grado en Marketing en la UML (No acabado)"]


def test_how_long_it_took_stays_below_the_month() -> None:
    rows = (at("Août 2009", 700, 50, 95), at("2 semaines", 687, 48, 97), at("Site pour un artisan", 698, 105, 200))
    assert texts(*rows) == ["Août 2009", "2 semaines", "Site pour un artisan"]


def test_contacts_that_a_narrow_cell_breaks() -> None:
    row = (
        at("手 机\t+86 138 0012", 700, 50, 180),
        at("3456", 687, 110, 130),
        at("电 邮", 700, 200, 220),
        at("bo.larch79@fernpost.c", 700, 230, 300),
        at("om", 687, 230, 240),
    )
    assert [text.replace(" ", "") for text in texts(*row)] == [
        "手机\t+8613800123456",
        "电邮",
        "bo.larch79@fernpost.com",
    ]


def test_whole_contacts_stay_as_they_are() -> None:
    rows = (
        at("a@post.com", 700, 50, 180),
        at("cn", 687, 50, 60),
        at("138 0012 3456", 674, 50, 90),
        at("2019", 661, 50, 70),
    )
    assert texts(*rows) == ["a@post.com", "cn", "138 0012 3456", "2019"]
