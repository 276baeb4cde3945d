"""Names that plain text prints over two lines, and letters of a profession with their dots."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import ParsedResume, Reading

REST = "+1 302 555 0142\nsunny.day99@post.example\n\nSUMMARY\nCareful and kind.\n\nWORK HISTORY\nClerk, Larch House, 2016 - Present\n"


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("Maarten van der\nVelding", "Maarten van der Velding"),
        ("J. R.\nPemberlane", "J. R. Pemberlane"),
        ("Maria Clara D.\nDimaguiba", "Maria Clara D. Dimaguiba"),
        ("Md. Shafiqul\nAlamgir", "Md. Shafiqul Alamgir"),
        ("Fatimah\nal-Zuhrani", "Fatimah al-Zuhrani"),
        ("Maarten Velding P.E.", "Maarten Velding"),
        ("Siobhan O'Meallach R.N.", "Siobhan O'Meallach"),
        ("Maarten Velding\nDover", "Maarten Velding"),
        ("Maarten Velding\nAccountant", "Maarten Velding"),
        ("Clara Velding\nLarchwood", "Clara Velding"),  # a whole name needs more to go on
    ],
)
def test_names(read: Callable[..., Reading], lines: str, name: str) -> None:
    assert first(read(f"{lines}\n{REST}")).name == name


def test_the_address_tells_that_a_name_goes_on(read: Callable[..., Reading]) -> None:
    rest = REST.replace("sunny.day99", "tannguyen")
    assert first(read(f"Nguyễn Văn\nTấn\n{rest}")).name == "Nguyễn Văn Tấn"
