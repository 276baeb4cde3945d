"""Lines of thousands of blanks, tabs, digits and signs cost their length, not its square."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs import entries, former, han_sentences, lines, marks, told_in_latin
from ringback.readers.fields.names import sources, two_scripts
from ringback.readers.fields.periods import SINCE
from tests.standins.growth import LINEAR, growth

N = 12_000


@pytest.mark.parametrize(
    ("look", "line"),
    [
        (entries._NOW_BEHIND.search, lambda n: "Clerk" + "\t" * n + "x"),
        (lines._OF_ONESELF.search, lambda n: " " * n + "x"),
        (lines._OF_ONESELF.search, lambda n: "-1" * n + "x"),
        (sources._AT_SIGNS.split, lambda n: "Ana" + " " * n + "x"),
        (two_scripts._BOTH.fullmatch, lambda n: "Eric Lu" + " " * n + "x"),
        (two_scripts._BOTH.fullmatch, lambda n: "卢晓东" + " " * n + "1"),
        (SINCE.search, lambda n: "2019-" + " " * n + "x"),
        (told_in_latin._WORKS_AS.search, lambda n: "serving as" + " " * n + "x"),
        (han_sentences._HAN_WORKS.search, lambda n: "就职于晨光电子" + " " * n + "x"),
        (han_sentences._HAN_WORKS.search, lambda n: "就职于晨光电子工作" + " " * n + "x"),
        (han_sentences._HAN_WORKS.search, lambda n: "就职于晨光电子担任" + " " * n + "。"),
        (former._FORMER.search, lambda n: "Clerk," + " " * n + "x"),
        (former._FORMER.search, lambda n: " ," * n + "x"),
        (marks.AT_HOUSE.fullmatch, lambda n: "at Larch" + " Larch" * n + "!"),
    ],
    ids=range(14),
)
def test_long_runs_are_walked_over_once(look: Callable[[str], object], line: Callable[[int], str]) -> None:
    assert growth(look, line, N) < LINEAR


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Clerk (Present)", 5),
        ("Clerk \t Present", 5),
        ("Clerk - now", 5),
        ("Clerk | ongoing", 5),
        ("Clerk \t\t present", 5),
    ],
)
def test_a_word_for_now_behind_any_sign_is_found_with_the_gap_before_it(line: str, start: int) -> None:
    found = entries._NOW_BEHIND.search(line)
    assert found is not None
    assert found.start() == start


def test_a_word_for_now_behind_a_mere_space_is_none() -> None:
    assert entries._NOW_BEHIND.search("I live now") is None


@pytest.mark.parametrize(
    ("text", "firm", "title"),
    [
        ("就职于晨光电子有限公司，担任会计", "晨光电子有限公司", "会计"),
        ("就职于晨光电子有限公司 工作， 担任 职务 ： 会计", "晨光电子有限公司", "会计"),
        ("在晨光电子有限公司担任 ：会计", "晨光电子有限公司", "会计"),
    ],
)
def test_a_post_told_in_chinese_is_found_with_any_gaps(text: str, firm: str, title: str) -> None:
    found = han_sentences._HAN_WORKS.search(text)
    assert found is not None
    assert (found["firm"], found["title"]) == (firm, title)
