"""Pages of thousands of tags that nothing ends cost their length, not its square."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.sheet import make_sheet
from ringback.readers.html import MAX_NESTED, document_of_html
from ringback.readers.html_lists import read_page_or_list
from ringback.readers.html_menus import without_navigation
from ringback.readers.html_unseen import parted, replaced, with_open_tags_shown, without_unseen
from ringback.readers.limits import ReaderLimits
from tests.standins.growth import LINEAR, growth

N_TAGS = 40_000
HEAD = "<html><body><p>Jane Doe</p><p>jane@mailbox.example</p>"


def read(page: str) -> object:
    return read_page_or_list(page.encode(), ReaderLimits())


@pytest.mark.parametrize(
    "hostile",
    [
        lambda n: HEAD + "<table " * n,
        lambda n: HEAD + "<table><tr><td " + "<td " * n,
        lambda n: HEAD + "<script " * n,
        lambda n: HEAD + "<td " * n + "<script></script>",
        lambda n: HEAD + "<a href=" + " " * n + ">",
        lambda n: "<head " * n,
        lambda n: "<head>" + "<!--" * n + "</head>" + HEAD,
        lambda n: "<head>" + "<meta a='" * n + "</head>" + HEAD,
        lambda n: "<head>" + "<style></style> " * n + "</head>" + HEAD,
        lambda n: HEAD + "<table>" + "<tr " * n + "</table>",
        lambda n: HEAD + "<table><tr>" + "<td " * n + "<tr></table>",
        lambda n: "<table><tr><td>" + "<" * n + "<br></td></tr></table>",
        lambda n: HEAD + "<nav>" + "<li " * n + "</nav>",
        lambda n: HEAD + "<nav>" + "<a " * n + "</nav>",
        lambda n: HEAD + "<nav><li><a " + "href=x " * n + ">x</nav>",
        lambda n: HEAD + "wechat" + '<i class="icon ' * n,
        lambda n: HEAD + 'wechat<i class="' + "icon " * n + '">',
        lambda n: HEAD + "<table><tr><td>a" * (n // 4) + "</td></tr></table>" * (n // 4),
    ],
    ids=range(18),
)
def test_tags_that_nothing_ends_are_walked_over_once(hostile: Callable[[int], str]) -> None:
    assert read(hostile(N_TAGS))
    assert growth(read, hostile, N_TAGS) < LINEAR


def test_what_a_page_begins_and_does_not_end_is_shown() -> None:
    assert with_open_tags_shown("<p>a</p><td b</td c") == "<p>a</p>&lt;td b&lt;/td c"
    assert without_unseen("<p>a</p><td b<script>c</script>d <b e") == "<p>a</p>&lt;td b d &lt;b e"
    assert document_of_html("<p>Ana</p><td b", ReaderLimits()).lines[-1].text == "<td b"


def test_an_unfinished_script_hides_nothing() -> None:
    assert without_unseen("<p>a</p> <script b <style c") == "<p>a</p> &lt;script b &lt;style c"


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        ("<meta charset='a > b'><title>Ana</title><style>p{}</style>", ""),
        ("<title>Ana</title><h1>Ana Holm</h1>", "<h1>Ana Holm</h1></head>"),
        ("<!-- a --><link rel=icon>Ana Holm", "Ana Holm</head>"),
        ("<title>Ana<h1>Ana Holm</h1>", ""),
    ],
)
def test_a_body_may_begin_within_the_head(head: str, shown: str) -> None:
    page = without_unseen(f"<html><head>{head}</head><body>b</body>")
    assert page == f"<html>{shown or '</head>'}<body>b</body>"


def test_letters_that_grow_when_made_small_move_nothing() -> None:
    page = "<p>" + "İ" * 30 + "</p><nav><a>Home</a></nav><SCRIPT>var a;</SCRIPT><p>İstanbul Larch A.Ş. muhasebe</p>"
    assert without_unseen(page).split() == [
        f"<p>{'İ' * 30}</p><nav><a>Home</a></nav>",
        "<p>İstanbul",
        "Larch",
        "A.Ş.",
        "muhasebe</p>",
    ]
    assert without_navigation(page) == page.replace("<a>Home</a>", "")


def test_only_whole_tags_are_found() -> None:
    tag = re.compile("<[^>]*>")
    assert replaced(tag, "|", "a<b>c<d") == "a|c<d"
    assert parted(tag, "a<b>c<d>e<f", 1) == ["a", "c<d>e<f"]


def test_rows_and_cells_that_nothing_ends_are_told_by_the_next() -> None:
    page = "<table><tr><td>Name<td>Ana Holm<tr><td>Phone<td>07700 900417</table><p>Leeds"
    assert [line.text for line in document_of_html(page, ReaderLimits()).lines] == [
        "Name\tAna Holm",
        "Phone\t07700 900417",
        "Leeds",
    ]


def test_tables_within_tables_are_followed_as_deep_as_pages_go() -> None:
    deep = MAX_NESTED + 5
    page = "<table><tr><td>" * deep + "Ana Holm" + "</td></tr></table>" * deep
    assert [line.text for line in document_of_html(page, ReaderLimits()).lines] == ["Ana Holm"]


def test_many_tables_of_people_are_no_list() -> None:
    rows = "".join(f"<tr><td>Ana Holm{n}</td><td>v{n}@post.example</td></tr>" for n in range(3))

    def page(n: int) -> str:
        return f"<p>{'team ' * 100}</p>" + f"<table><tr><th>Name</th><th>Email</th></tr>{rows}</table>" * n

    assert isinstance(read(page(500)), Document)
    assert growth(read, page, 500) < LINEAR


def test_labels_are_found_by_their_lines() -> None:
    document = document_of_html("<p>Email:</p><p>ana@post.example</p><p>Phone: 07700 900417</p>", ReaderLimits())
    sheet = make_sheet(document, read_file_name("x.html", source=None))
    assert {line: [label.field for label in labels] for line, labels in sheet.labels_at.items()} == {
        0: ["emails"],
        2: ["phones"],
    }
    assert {line: [label.field for label in labels] for line, labels in sheet.values_at.items()} == {
        1: ["emails"],
        2: ["phones"],
    }
