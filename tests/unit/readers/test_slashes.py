"""A slash between a post and a house, and one between two posts or behind a post in short."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet

SheetOf = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (
            "Data Engineer / Fernby Diamonds, Lindau\tMay 2019 - Present\nCook / Larchwell\t2015 - 2019",
            "Data Engineer",
            "Fernby Diamonds",
        ),
        ("2019 - now\nBaker / Larchwell\n- Baked\n2015 - 2018\nCook / Fernby\n- Cooked", "Baker", "Larchwell"),
        ("Larchwell / Baker\n2019 - now\n- Baked\nFernby / Cook\n2015 - 2018\n- Cooked", "Baker", "Larchwell"),
        ("2019 - now\nBaker / tidewell.io\n- Baked", "Baker", "tidewell.io"),
        ("Larchwell\nCook / Server\t2019 - now\n- Baked", "Cook / Server", "Larchwell"),
        (
            "2019 - now\nLarch Footwear (Orn & Tarn)\nCook/Retail Staff\n2015 - 2018\nFernby\nCook",
            "Cook/Retail Staff",
            "Larch Footwear",
        ),
        ("Larchwell Ltd\nBaker / XQDS\t2019 - now\n- Baked", "Baker / XQDS", "Larchwell Ltd"),
    ],
)
def test_what_a_slash_parts(sheet_of: SheetOf, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)
