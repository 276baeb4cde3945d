"""Studies beside their heading, degrees behind labels for papers, and schools in front of their degrees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education import read_education
from ringback.readers.limits import ReaderLimits
from schemas.policy import RoleTaxonomy


@pytest.mark.parametrize(
    ("text", "level", "school"),
    [
        (
            "教育经历\t青禾大学\t2012-2015\n工业工程（硕士）\n白杨大学\t2008年—2012年\n工业工程（学士）",
            "master",
            "青禾大学",
        ),
        (
            "受教育情况\t起止时间\t毕业院校\t学位\n2010年—2013年\t青禾市职业高级中学\t高中",
            "high_school",
            "青禾市职业高级中学",
        ),
        ("学历\n酒店管理专业，学士\n青禾工商大学\n2013年—2017年", "bachelor", "青禾工商大学"),
        ("二、学历\n2007.09-2010.06\t会计学（专科）\n青禾专上学院", "college", "青禾专上学院"),
        (
            "教育背景与获奖\n2015.09 – 至今\t青禾大学\t计算机科学与技术 学术型硕士\n二等奖学金\t数模国三",
            "master",
            "青禾大学",
        ),
        (
            "教育经历\t起止时间\t学校\t说明\n2005-09 至 2008-07\t白杨大学\t优秀学士学位，主修课程：统计，会计",
            "bachelor",
            "白杨大学",
        ),
        ("學歷\n資訊工程系, 學士 2015\n青禾大學\n高中, 2011\n白楊師範大學附屬高級中學", "bachelor", "青禾大學"),
        ("教育经历\n2011 - 2014\t青禾师范大学附属中学\t高中", "high_school", "青禾师范大学附属中学"),
        ("教育经历\n学校名称：青禾大學\n学位：大學\n就读期间：2015年—2019年", "bachelor", "青禾大學"),
        (
            "Training and education\nUniversity: Larch University\nCertificate: BA History\nAttended: 2016 - 2019",
            "bachelor",
            "Larch University",
        ),
        (
            "Studies\n2018: University of Northmoor, MA (Accounting)\n2015: University of Larch, Bachelor of Arts",
            "master",
            "University of Northmoor",
        ),
    ],
)
def test_studies(sheet_of: Callable[..., Sheet], text: str, level: str, school: str) -> None:
    jobs = (
        "工作经历\n2015.06-至今  白杨轴承有限公司  采购经理\n- 开发供应商"
        if text[:1] >= "\u4e00"
        else "Career\n2019 - now"
    )
    found = read_education(sheet_of(f"Ana Moor\nana@post.example\n{jobs}\n{text}"))
    assert found.degree
    assert found.degree.value.level == level
    assert found.school
    assert found.school.value == school


@pytest.mark.parametrize(
    "line",
    [
        "Larch University, Boston, MA (2018)",
        "Larch College, MA (Magna cum laude)",
        "Certificate: A Survey of Topics",
        "毕业院校:大学",
    ],
)
def test_states_and_papers_are_no_degrees(line: str) -> None:
    assert degrees_in(line) == []


def test_the_firm_of_a_sentence_begins_behind_its_dates(sheet_of: Callable[..., Sheet]) -> None:
    job = read_job(
        sheet_of(
            "周小满\n工作履历\t2022.05至今在青禾阀门有限公司担任外贸主管。2021.06到2022.03就职于白杨文具，任外贸业务员。"
        )
    )
    assert job.employer
    assert job.employer.value == "青禾阀门有限公司"


def test_studies_headed_below_a_heading_for_a_life(taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    sizes = [20, 11, 14, 12, 11, 11, 14, 11, 11]
    rows = ["周小满", "zhou@fernpost.net", "经历", "教育背景", "理学博士 2019", "青禾大学", "技能", "SQL", "Excel"]
    lines = [Line(text, size=float(size)) for text, size in zip(rows, sizes, strict=True)]
    resume = resume_of_document(Document("pdf", tuple(lines)), read_file_name("x.pdf", source=None), taxonomy, limits)
    assert (resume.current_employer, resume.school, resume.highest_degree) == (None, "青禾大学", "doctor")
