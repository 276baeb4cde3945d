"""What one works with or on is neither a post nor a house."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ringback.readers.fields.jobs.kinds import surely_no_house
from ringback.readers.fields.jobs.known_things import are_tools, is_subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.document import Reading


@pytest.mark.parametrize(
    "text", ["PHP", "Python, Java, C++", "React, Node.js and MySQL", "React 18", "HTML/CSS", "Java / Spring Boot"]
)
def test_tools(text: str) -> None:
    assert are_tools(text)
    assert surely_no_house(text, frozenset()) is not None


@pytest.mark.parametrize("text", ["Shell", "Swift", "Illustrator", "Java House", "Python Developer", "Oracle", "", "/"])
def test_what_firms_and_posts_are_called_too_is_no_tool(text: str) -> None:
    assert not are_tools(text)


def test_subjects_are_no_houses_but_departments_are_none_of_them() -> None:
    assert is_subject("Computer Vision")
    assert surely_no_house("Computer Vision", frozenset()) == "subject"
    assert not is_subject("Computer Vision Lab")
    assert surely_no_house("Robotics Ltd", frozenset()) is None


PAGES = [
    ("Backend for tide boards in PHP\tLarch Travel GmbH.\t2019 - Present", (None, "Larch Travel GmbH")),
    ("Lecturer, Computer Science\tFeb 2019 – Present\nNorthmoor College", ("Lecturer", "Northmoor College")),
    ("Teaching Assistant – Computer Vision\t2019 – 2021", ("Teaching Assistant", None)),
]


@pytest.mark.parametrize(("job", "expected"), PAGES)
def test_pages(read: Callable[..., Reading], job: str, expected: tuple[str | None, str | None]) -> None:
    page = f"Nora Pellwick\nn@p.example\n\nEXPERIENCE\n{job}\n- Kept the boards\n\nEDUCATION\nHarwell University\n"
    (found,) = read(page.encode(), "x.txt").resumes
    title, employer = expected
    assert found.current_employer == employer
    assert title is None or (found.current_title or "").startswith(title)


def test_a_tool_is_a_post_in_a_chinese_row(read: Callable[..., Reading]) -> None:
    page = "陆青禾\n13812345678\n\n工作经历\n2019.03 - 至今  晨光软件有限公司  Java\n负责后台\n\n教育背景\n2015 - 2019  北方大学  计算机  本科\n\n技能\nLinux、MySQL\n"
    (found,) = read(page.encode(), "x.txt").resumes
    assert (found.current_title, found.current_employer) == ("Java", "晨光软件有限公司")
