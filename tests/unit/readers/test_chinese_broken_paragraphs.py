"""Chinese jobs told in sentences that the edge of a page breaks, posts between bars, and signs that Markdown escapes."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.jobs.experience import Job, read_job
from ringback.readers.fields.sheet import make_sheet
from ringback.readers.limits import ReaderLimits
from ringback.readers.markdown import lines_of_markdown
from ringback.readers.text import document_of_text


def job_of(document: Document) -> Job:
    return read_job(make_sheet(document, read_file_name("x.pdf", source=None)))


def page(*lines: str) -> Document:
    return Document("pdf", tuple(Line(line, size=20.0 if i == 0 else 12.0) for i, line in enumerate(lines)), pages=1)


BROKEN = (
    "青禾大学土壤学硕士，读书时在试验田里种过三年水稻，也写过两篇关于田埂排水的文章。毕业以后回到家乡，目前就职于云",
    "湖禾苗科技有限公司，担任育种工程师，管着四个大棚和一间种子库，冬天给附近的农户讲课，春天跟着车队去各个村子里送",
    "秧苗。",
)


def test_a_sentence_goes_on_behind_the_edge_of_the_page() -> None:
    job = job_of(page("周舟", "电话：13800138000", *BROKEN))
    assert job.employer
    assert job.employer.value == "云湖禾苗科技有限公司"
    assert job.title
    assert job.title.value == "育种工程师"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("青禾大学博士 | 育种工程师", "育种工程师"),
        ("育种工程师 | 现居青禾", "育种工程师"),
    ],
)
def test_bars_part_a_post_from_a_degree(line: str, title: str) -> None:
    job = job_of(page("周舟", line, "13800138000"))
    assert job.title
    assert job.title.value == title


def test_an_escaped_dash_parts_dates() -> None:
    text = "# 周舟\n\n## 工作经历\n\n- 青禾农机维修有限公司，2016.07\\-至今\n\n    修理插秧机。\n\n## 教育背景\n\n- 2009.09\\-2013.06 青禾大学 会计 本科"
    assert [line.text for line in lines_of_markdown("2016.07\\-至今 zhou\\_zhou\\@post.example C\\+\\+")] == [
        "2016.07-至今 zhou_zhou@post.example C++"
    ]
    job = job_of(document_of_text(text, ReaderLimits()))
    assert job.employer
    assert job.employer.value == "青禾农机维修有限公司"
