"""What tells jobs where words do not: what stands below an unknown heading, what comes round with each job, odd dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.fields.sheet import Sheet
from ringback.readers.normalise import fold

SheetOf = Callable[..., Sheet]

HEAD = "Ana Moor\nana@post.example\nEducation\nBSc Botany, Northmoor University, 2012 – 2015\n"
HAN_HEAD = "周小满\n13800138000\n教育背景\n2012-2016 北岭大学 本科\n"


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (f"{HEAD}Roads taken\n2019 – present\nBaker\nLarchwell\n2015 – 2019\nCook\nFernby", "Baker", "Larchwell"),
        (f"{HEAD}Bread and butter\nBaker | Larchwell | 2019 – now\nCook | Fernby | 2015 – 2019", "Baker", "Larchwell"),
        (
            f"{HAN_HEAD}一路走来\n仓储主管\n青禾贸易有限公司\n2019.05-至今\n仓管员\n晨光商行\n2016.07-2019.04",
            "仓储主管",
            "青禾贸易有限公司",
        ),
        ("周小满\n13800138000\n作品\n某某小程序\n服务单位\n2019-04 → 至今\n青禾诊所\n护士长", "护士长", "青禾诊所"),
    ],
)
def test_jobs_below_a_heading_that_no_list_knows(sheet_of: SheetOf, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    "below",
    [
        "Clubs\n2013 – 2014\nTreasurer\nRowing Society",
        "Northmoor Grammar\n2005 – 2012\nA levels in Botany",
        "Thesis in short\nOn the growth of moss, 2014 – 2015",
    ],
)
def test_what_stands_below_other_lines_among_studies_is_no_job(sheet_of: SheetOf, below: str) -> None:
    assert "experience" not in sheet_of(HEAD + below).sections


def test_a_heading_of_jobs_is_set_no_smaller_than_the_known_one(sheet_of: SheetOf) -> None:
    text = f"{HEAD}Roads taken\n2019 – present\nBaker\nLarchwell"
    assert "experience" not in sheet_of(text, sizes={0: 20.0, 2: 14.0}).sections
    assert "experience" in sheet_of(text, sizes={0: 20.0, 2: 14.0, 4: 14.0}).sections


@pytest.mark.parametrize(
    "text",
    [
        "ROLE    Head Baker\nPLACE    Larchwell\nSPAN    2019 - present\n\nROLE    Cook\nPLACE    Fernby\nSPAN    2015 - 2019",
        "PLACE    Larchwell\nROLE    Head Baker\nSPAN    2019 - present\n\nPLACE    Fernby\nROLE    Cook\nSPAN    2015 - 2019",
        "[As what] Head Baker\n[With whom] Larchwell\n[Then] 2019 - present\n\n[As what] Cook\n[With whom] Fernby\n[Then] 2015 - 2019",
    ],
)
def test_words_that_come_round_with_each_job_are_labels(sheet_of: SheetOf, text: str) -> None:
    job = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Head Baker", "Larchwell")


def test_a_house_of_several_posts_is_no_label(sheet_of: SheetOf) -> None:
    rows = "Larchwell\tHead Baker\t2019 - present\nLarchwell\tCook\t2015 - 2019"
    job = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{rows}"))
    assert job.employer
    assert job.employer.value == "Larchwell"


@pytest.mark.parametrize(
    ("line", "goes_on"),
    [
        ("Q3 2019 – present", True),
        ("Q1/2018 - Q4/2020", False),
        ("19.3-现在", True),
        ("17.4-19.2  青禾商行", False),
        ("2022.02-- 青禾商行", True),
    ],
)
def test_quarters_and_years_of_two_digits(line: str, *, goes_on: bool) -> None:
    period = period_in(fold(line))
    assert period
    assert (period.end == NOW) is goes_on
    assert period.start < period.end


@pytest.mark.parametrize("line", ["月薪15.5-20.5元", "15.5-20.5k", "GPA 3.5-4.0", "版本 16.4"])
def test_amounts_are_no_dates(line: str) -> None:
    assert period_in(fold(line)) is None


def test_leaders_with_spaces_are_a_gap(sheet_of: SheetOf) -> None:
    rows = "Larchwell: Head Baker" + " ." * 50 + " 2019–\nFernby: Cook" + " ." * 45 + " 2015–2019"
    job = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{rows}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Head Baker", "Larchwell")


def test_a_client_is_no_employer_beside_a_whole_job(sheet_of: SheetOf) -> None:
    rows = "Larchwell — Head Baker — 2019 – present\nClient: Fernby Fair\nClient: Town of Elmsea"
    job = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{rows}"))
    assert job.employer
    assert job.employer.value == "Larchwell"


def test_dates_below_what_was_done_without_a_known_heading(sheet_of: SheetOf) -> None:
    rows = (
        "Larchwell\nElmsea\nHead Baker\nLed the night shift and wrote the menus\n2019 - present\n"
        "Fernby\nElmsea\nCook\nCooked for the fair and for two schools\n2015 - 2018"
    )
    job = read_job(sheet_of(f"Ana Moor\n+44 20 7946 0018 – ana@post.example – Elmsea\nCraft\n{rows}"))
    assert job.title
    assert job.title.value == "Head Baker"


def test_the_column_of_houses_by_a_word_inside_its_head(sheet_of: SheetOf) -> None:
    rows = "起止年月\t单位全称\t担任职务\t证明人\n2019/8～今\t云岭酒店用品\t销售主管\t熊主任\n2016/8～2019/7\t晨光玩具厂\t渠道经理\t邱经理"
    job = read_job(sheet_of(f"求职人员情况表\n姓名\t周小满\n{rows}"))
    assert job.employer
    assert job.employer.value == "云岭酒店用品"


def test_what_i_do_now_is_a_job(sheet_of: SheetOf) -> None:
    text = (
        "What I do now\nHead Baker · Larchwell Ovens · 2019 – present\nWhat I did before\nCook · Fernby · 2015 – 2019"
    )
    job = read_job(sheet_of(f"Ana Moor\nana@post.example\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Head Baker", "Larchwell Ovens")
