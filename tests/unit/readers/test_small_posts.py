"""Posts set in small letters throughout are posts; running text that begins in the middle of a sentence is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.running_text import is_text
from ringback.readers.fields.sheet import Sheet

SheetOf = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (
            "rural data & analytics intern — Larchwell Schools\t2019 - now",
            "rural data & analytics intern",
            "Larchwell Schools",
        ),
        ("2019 - now\nfull stack software engineer, Fernby Inc, Lindau", "full stack software engineer", "Fernby Inc"),
        (
            "online academic support hiring assistant\t2019 - now\nLarchwell University",
            "online academic support hiring assistant",
            "Larchwell University",
        ),
    ],
)
def test_posts_in_small_letters(sheet_of: SheetOf, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize("house", ["tidewell", "tidewell.io", "larch-well"])
def test_a_house_in_small_letters_alone_below_the_post(sheet_of: SheetOf, house: str) -> None:
    for text in (f"Sales Associate\t2019 - now\n{house}\n- Sold", f"2019 - now\nSales Associate\n{house}\n- Sold"):
        job = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{text}"))
        assert (job.title and job.title.value, job.employer and job.employer.value) == ("Sales Associate", house)


@pytest.mark.parametrize("remark", ["part-time", "remote", "seasonal", "responsibilities", "python", "freelance"])
def test_a_remark_in_small_letters_is_no_house(sheet_of: SheetOf, remark: str) -> None:
    job = read_job(
        sheet_of(f"Ana Moor\nana@post.example\nWork experience\nSales Associate\t2019 - now\n{remark}\n- Sold")
    )
    assert job.employer is None


@pytest.mark.parametrize(
    "line",
    [
        "the rota of each store, Larchwell and Fernby",
        "analysis of data by the engineer",
        "worked closely beside senior engineer",
        "quickly reported each fault to manager",
    ],
)
def test_running_text_in_small_letters(line: str) -> None:
    assert is_text(line)
