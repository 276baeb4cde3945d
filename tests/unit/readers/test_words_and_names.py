"""Two characters whose first is no surname are a word or a firm, whatever they look like; a name of three may have a rare one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ringback.readers.fields.names.shapes import han_score

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.document import Reading


@pytest.mark.parametrize(
    "word", ["恒瑞", "鹏程", "鑫源", "慧聪", "银河", "银联", "信贷", "黑马", "安徽", "林业", "高考", "时尚"]
)
def test_words(word: str) -> None:
    assert han_score(word) == 0.0


@pytest.mark.parametrize("name", ["卢晓东", "苌楠", "衣青禾", "陆青禾"])
def test_names(name: str) -> None:
    assert han_score(name) >= 0.8


def test_the_house_of_a_job_is_no_name(read: Callable[..., Reading]) -> None:
    page = "个人简历\n恒瑞\n13800138000\n\n工作经历\n2019.03-至今 恒瑞 会计\n负责报税\n\n教育背景\n2015-2019 北方大学 会计 本科\n"
    (found,) = read(page.encode(), "x.txt").resumes
    assert (found.name, found.current_title, found.current_employer) == (None, "会计", "恒瑞")
