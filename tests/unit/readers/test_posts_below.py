"""Posts that stand apart from the dates of their firm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet


def _job(sheet: Sheet) -> tuple[str | None, str | None]:
    job = read_job(sheet)
    return job.title and job.title.value, job.employer and job.employer.value


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (
            "Career so far\nMoor Homes (2021 – now)\nA listed group with plants in four countries.\nSite Manager\n"
            "- Settled two claims\nOak Civil · 2017 – 2020\nFamily business with forty staff.\nSurveyor\n- Kept the books",
            "Site Manager",
            "Moor Homes",
        ),
        (
            "工作经历\n青禾食品有限公司 · 2022.04-至今\n公司规模300人，主营华东市场。\n财务主管\n- 编制月度报表\n"
            "白杨贸易有限公司 · 2019.02-2021.08\n民营企业，成立于2004年，员工1200人。\n会计\n- 核对往来账目",
            "财务主管",
            "青禾食品有限公司",
        ),
        (  # the post stands above: below the sentence on what was done begins another thing
            "Experience\nSite Manager\nMoor Homes, 2021 – now\nLed the work on two sites and kept the costs low.\n"
            "Safety Officer\n- Checked ladders",
            "Site Manager",
            "Moor Homes",
        ),
    ],
)
def test_a_sentence_on_the_firm_parts_it_from_the_post(
    sheet_of: Callable[..., Sheet], text: str, title: str, employer: str
) -> None:
    assert _job(sheet_of(f"Ana Moor\nana@post.example\n{text}")) == (title, employer)
