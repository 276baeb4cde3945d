"""Chinese names told from words by their characters, and names that a page keeps aside: its title, its foot, a network's label."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.names.han_weights import name_weight
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.names.shapes import han_score
from ringback.readers.fields.sheet import make_sheet
from ringback.readers.html import document_of_html
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text

STUDIES = "\n\n教育背景\n2013.9-2017.6\t青禾大学\t会计学\t本科"
STUDIES_OF_PAGE = "<h2>教育背景</h2><p>青禾大学 会计学 本科 2013.9-2017.6</p><h2>技能</h2><p>记账、报税</p>"
NUMBER = "13800138000"


def name_in_text(text: str) -> str | None:
    found, _ = read_name(make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.txt", source=None)), [])
    return found.value if found else None


def name_in_page(page: str) -> str | None:
    document = document_of_html(page, ReaderLimits())
    found, _ = read_name(make_sheet(document, read_file_name("x.html", source=None)), [])
    return found.value if found else None


@pytest.mark.parametrize("name", ["苌晓静", "郄梦瑶", "庚雨轩", "欧阳雪", "周舟", "李陈思彤", "简嘉仪"])
def test_a_name_weighs_more_than_a_word(name: str) -> None:
    assert name_weight(name) > 3


@pytest.mark.parametrize("word", ["资料卡", "简约版", "云笔记", "公众号", "面试", "流年", "成果展示", "严于律己"])
def test_a_word_weighs_less(word: str) -> None:
    assert name_weight(word) < -6


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"热爱生活，热爱代码\n周舟\n追求卓越，成就未来{STUDIES}", "周舟"),
        (f"首页 归档 标签 关于\n仝晓娜\n记录一点想法{STUDIES}", "仝晓娜"),
        (f"李陈思彤\n{NUMBER}{STUDIES}", "李陈思彤"),
        (f"个人简历 杜衡\n{NUMBER}{STUDIES}", "杜衡"),
        (f"关于王祎\n{NUMBER}{STUDIES}", "王祎"),
        (f"孙岩教授\n{NUMBER}{STUDIES}", "孙岩"),
        (f"谢雨桐的自我介绍\n{NUMBER}{STUDIES}", "谢雨桐"),
        (f"姓名：沈阳\n电话：{NUMBER}{STUDIES}", "沈阳"),
        (f"个人简历\n基本信息\n訾文静\t女\t汉族{STUDIES}", "訾文静"),
        (f"热爱生活\n记录一点想法\nFB: 林晓雯\n爱好：登山{STUDIES}", "林晓雯"),
        (f"热爱生活\n记录一点想法{STUDIES}\n\n© 2022-present 段晓贤", "段晓贤"),
        (f"热爱生活\n记录一点想法{STUDIES}\n\n版权所有 © 2018 - 2022 ♥ 郭子轩", "郭子轩"),
    ],
)
def test_names_are_found_where_pages_keep_them(text: str, name: str) -> None:
    assert name_in_text(text) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("林晓雯", "林晓雯"),
        ("关于我 | 林晓雯", "林晓雯"),
        ("Home - 林晓雯", "林晓雯"),
        ("Xiaowen's Harbour (林晓雯的小渔港)", "林晓雯"),
        ("林晓雯's Homepage", "林晓雯"),
        ("流年的博客", None),
        ("资料卡", None),
    ],
)
def test_the_title_alone_names_who_owns_the_page(title: str, name: str | None) -> None:
    page = f"<title>{title}</title><h1>记录一点想法</h1><p>热爱生活，热爱代码</p>{STUDIES_OF_PAGE}"
    assert name_in_page(page) == name


@pytest.mark.parametrize("word", ["面试", "云笔记", "简约版", "知行合一", "流年", "成果展示", "内推", "留言板"])
def test_no_word_is_a_name_because_it_stands_first(word: str) -> None:
    assert name_in_text(f"{word}\n{NUMBER}{STUDIES}") is None


def test_a_province_and_its_town_are_no_surnames_of_both_parents() -> None:
    assert han_score("吉林长春") == 0
    assert han_score("吉林晓春") > 0.8


def test_what_a_page_lets_unfold_is_nobody() -> None:
    assert (
        name_in_page(f"<button>Toggle navigation</button><p>记录一点想法 a@post.example</p>{STUDIES_OF_PAGE}") is None
    )
