"""Tables that a copy into plain text left cell below cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import ParsedResume, Reading

CARD = "Mara Velding\nmara@fernpost.example\n+1 302 555 0142\n"
STUDIES = "Degree\nInstitution\nYear\nPercentage\nB.Sc. Nursing\nLarch College of Nursing\n2014-2018\n76%\nHSC\nFern Girls School\n2014\n81%\n"


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize(
    "table",
    [
        STUDIES,
        STUDIES.replace("\n", "\n\n"),
        (
            "Institution\nDates attended\nQualifications obtained\nLarch College of Nursing\n2014-2018\nB.Sc. Nursing\n"
            "Fern Girls School\n2008-2014\nHSC\n"
        ),
        (
            "S.No\nExamination passed\nInstitute\nBoard/University\nYear of passing\n1\nB.Sc. Nursing\nLarch College of Nursing\n"
            "Northmoor University\n2018\n2\nHSC\nFern Girls School\nState Board\n2014\n"
        ),
    ],
)
def test_studies(read: Callable[..., Reading], table: str) -> None:
    resume = first(read(f"{CARD}EDUCATIONAL QUALIFICATIONS\n{table}Skills\nPatient care\n"))
    assert (resume.school, resume.highest_degree) == ("Larch College of Nursing", "bachelor")


def test_jobs(read: Callable[..., Reading]) -> None:
    rows = "Organisation\nPositions held\nDates\nLarch Commission\nSenior Registry Officer\n2015-till date\nFern Projects\nClerk\n2011-2015\n"
    resume = first(read(f"{CARD}Work Experience\n{rows}Skills\nFiling\n"))
    assert (resume.current_title, resume.current_employer) == ("Senior Registry Officer", "Larch Commission")


def test_chinese_tables(read: Callable[..., Reading]) -> None:
    text = (
        "林小竹\n13712345678\nlin@post.example\n教育经历\n时间\n学校\n专业\n学历\n2010.09-2014.06\n青禾工商大学\n物流工程\n本科\n"
        "工作经历\n时间\n公司\n职位\n2018.03-至今\n青禾冷链物流有限公司\n大客户代表\n2014.07-2018.02\n翔禾贸易有限公司\n业务员\n"
    )
    resume = first(read(text))
    assert (resume.school, resume.highest_degree) == ("青禾工商大学", "bachelor")
    assert (resume.current_title, resume.current_employer) == ("大客户代表", "青禾冷链物流有限公司")


@pytest.mark.parametrize(
    "form",
    [
        "Degree\nB.Sc. Nursing\nInstitution\nLarch College of Nursing\nYear\n2018\n",  # label and value in turn
        "Degree: B.Sc. Nursing\nInstitution: Larch College of Nursing\nYear: 2018\n",
    ],
)
def test_labels_with_values_are_no_table(read: Callable[..., Reading], form: str) -> None:
    resume = first(read(f"{CARD}Education\n{form}Skills\nPatient care\n"))
    assert (resume.school, resume.highest_degree) == ("Larch College of Nursing", "bachelor")
