"""Names that only a space parts from a post, names of one word over the contacts, a page whose only heading is the name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.names.in_front_of_posts import name_in_front_of_post
from schemas.records import ParsedResume, Reading

REST = "mara@post.example\n+1 302 555 0142\n\nSummary\nCareful and kind.\n\nWork Experience\n2019 - Present\nClerk, Larch House, Marden\n"


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Mara Jawad Khan Software Engineer", "Mara Jawad Khan"),
        ("Kyra Cedra J. Velding Licensed Civil Engineer", "Kyra Cedra J. Velding"),
        ("# Mara Velding Registered Nurse", "Mara Velding"),
        ("## Mara Velding Office Manager & Bookkeeper", "Mara Velding"),
        ("MARA VELDING REGISTERED NURSE", "MARA VELDING"),
        ("Mara", "Mara"),
    ],
)
def test_names(read: Callable[..., Reading], line: str, name: str) -> None:
    assert first(read(f"{line}\n{REST}")).name == name


@pytest.mark.parametrize(
    "line",
    [
        "Senior Software Engineer",
        "Larch Valley Registered Nurses Association",
        "Mara Velding",
        "Worked as Registered Nurse",
        "Experienced Office Manager and Bookkeeper with ten years of service",
    ],
)
def test_no_names(line: str) -> None:
    assert not name_in_front_of_post(line)


@pytest.mark.parametrize("line", ["Curriculum", "Summary", "Nurse", "Toronto", "Portfolio"])
def test_one_word_that_is_no_name(read: Callable[..., Reading], line: str) -> None:
    reading = read(f"{line}\n{REST}")
    assert not reading.resumes or reading.resumes[0].name != line
