"""Lists of people that are saved as the table of a page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
PEOPLE = (("王明", "13800000001", "wm@post.example", "成都"), ("李芳", "13800000002", "lf@post.example", "苏州"))


def _page(rows: list[tuple[str, ...]], *, cell: str = "td", above: str = "", below: str = "") -> str:
    table = "".join("<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in row) + "</tr>" for row in rows)
    return f"<html><head><meta charset=utf-8></head><body>{above}<table>{table}</table>{below}</body></html>"


@pytest.mark.parametrize("name", ["list.xls", "list.html"])
@pytest.mark.parametrize("above", ["", "<h1>候选人名单</h1>", "<!--[if gte mso 9]><xml></xml><![endif]-->"])
def test_a_table_with_a_person_a_row_is_a_list(read: Read, name: str, above: str) -> None:
    reading = read(_page([("姓名", "手机", "邮箱", "现居地"), *PEOPLE], above=above), name)
    assert [(one.name, one.phones, one.emails) for one in reading.resumes] == [
        (name, ("+86" + phone,), (email,)) for name, phone, email, _ in PEOPLE
    ]


def test_a_long_list(read: Read) -> None:
    rows = [(str(i), f"Ana Holm{i}", f"+44 7700 900{i:03}", f"v{i}@post.example", "Leeds") for i in range(300)]
    reading = read(_page([("No", "Name", "Phone", "Email", "City"), *rows]), "list.xls")
    assert len({one.emails for one in reading.resumes}) == len(rows)


def test_the_referees_of_a_page_are_no_list(read: Read) -> None:
    life = "<h1>Jo Holm</h1><p>jo.holm@post.example, (202) 555-0143</p><h2>Experience</h2>" + "".join(
        f"<p>Baker at Moor Bakery number {i}, {2000 + i} - {2001 + i}, kneaded dough for twelve kinds of bread</p>"
        for i in range(12)
    )
    rows = [
        ("Name", "Relationship", "Phone", "Email"),
        ("Ana Munk", "Director", "(303) 555-0111", "a@moor.example.com"),
    ]
    reading = read(_page(rows, above=life + "<h2>Referees</h2>"), "jo.html")
    assert [(one.name, one.phones) for one in reading.resumes] == [("Jo Holm", ("+12025550143",))]
