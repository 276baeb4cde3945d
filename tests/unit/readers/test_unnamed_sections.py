"""What tells jobs where words do not: what stands below an unknown heading, what comes round with each job, odd dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import SupportsIndex

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.unnamed_jobs import open_at_jobs
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
        (
            f"{HAN_HEAD}二、走过的路（由远及近）\n16.7-19.4，晨光商行，仓管员\n19.10-至今，青禾贸易，仓储主管",
            "仓储主管",
            "青禾贸易",
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
    assert not sheet_of(text, sizes={0: 20.0, 2: 14.0}).headings[4]
    assert sheet_of(text, sizes={0: 20.0, 2: 14.0, 4: 14.0}).headings[4]


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


def test_a_line_in_larger_print_opens_the_jobs_below_the_contacts(sheet_of: SheetOf) -> None:
    text = "Ana Moor\nana@post.example\nWhat life brought\n2019 - 2023\nLarch & Barrow\nFleet Manager\n2015 - 2019\nFernby\nDispatcher"
    job = read_job(sheet_of(text, sizes={0: 20.0, 2: 12.3, 3: 8.5, 6: 8.5}))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Fleet Manager", "Larch & Barrow")


@pytest.mark.parametrize("sizes", [{0: 9.0, 1: 9.0, 2: 21.0, 3: 12.0, 5: 12.0}, None])
def test_a_name_below_the_contacts_opens_nothing(sheet_of: SheetOf, sizes: dict[int, float] | None) -> None:
    text = "ana@post.example\n+44 20 7946 0018\nANA MOOR\nFleet Manager, 2019 - 2023\nLarch & Barrow\nDispatcher, 2015 - 2019\nFernby"
    sheet = sheet_of(text, sizes=sizes)
    assert not any(sheet.headings)
    found, _ = read_name(sheet, ["ana@post.example"])
    assert found
    assert found.value == "ANA MOOR"


def test_jobs_below_other_facts_about_the_person(sheet_of: SheetOf) -> None:
    head = "PERSONAL DATA\nName:\tAna Moor\nE-mail:\tana@post.example\nMarital status:\tmarried"
    job = read_job(sheet_of(f"{head}\nTRADE DATA\n2019 - now\tHead Baker\tLarch & Barrow\n2015 - 2019\tCook\tFernby"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Head Baker", "Larch & Barrow")


def test_houses_in_larger_print_open_no_section(sheet_of: SheetOf) -> None:
    text = "Ana Moor\nana@post.example\nLarch & Barrow\nFleet Manager, 2019 - 2023\nFernby\nDispatcher, 2015 - 2019"
    assert "experience" not in sheet_of(text, sizes={0: 20.0, 2: 13.0, 4: 13.0}).sections


@pytest.mark.parametrize("deed", ["Hung 300 doors", "Saw 20 patients a day", "Paid 400 people on time"])
def test_what_was_done_told_by_an_irregular_verb_is_no_house(sheet_of: SheetOf, deed: str) -> None:
    rows = f"2019 - present\nClinic Manager\nLarch & Barrow\n{deed}\n2015 - 2019\nDental Nurse\nFernby\n{deed}"
    job = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{rows}"))
    assert job.employer
    assert job.employer.value == "Larch & Barrow"


@pytest.mark.parametrize(
    ("row", "school"),
    [
        ("[2013-2016] Larch University | Master's degree, Botany", "Larch University"),
        ("[09/2013 – 06/2016]: Larch University, MSc Botany", "Larch University"),
    ],
)
def test_dates_in_square_brackets_in_front_of_a_school(sheet_of: SheetOf, row: str, school: str) -> None:
    found = read_education(sheet_of(f"Ana Moor\nana@post.example\nEducation\n{row}\nMORE OF ME\n+ Excel")).school
    assert found
    assert found.value == school


def test_a_degree_right_behind_its_school_among_the_jobs(sheet_of: SheetOf) -> None:
    rows = "■ 工作经历\n▶ 2020.05--至今 青禾商行（店长）\n■ 青葱岁月\n▶ 2013-2016 南岭大学（本科，市场营销）"
    found = read_education(sheet_of(f"周小满\n13800138000\n{rows}"))
    assert (found.school and found.school.value, found.degree and found.degree.value.level) == ("南岭大学", "bachelor")


def test_a_centre_where_people_are_taught_is_a_house(sheet_of: SheetOf) -> None:
    job = read_job(sheet_of("姓名\t周小满\n现任职务\t晨光教育培训中心教导主任"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("教导主任", "晨光教育培训中心")


@pytest.mark.parametrize(
    "job",
    ["🏢 Northbarrow\n🧭 Claims Handler\n📅 04/2020 – now", "🧭 Claims Handler\n🏢 Northbarrow\n📅 04/2020 – now"],
)
def test_facts_of_a_job_behind_pictures_of_their_own_are_no_items(sheet_of: SheetOf, job: str) -> None:
    rows = f"💼 Jobs\n{job}\nAnswered letters\n🏢 Fernby\n🧭 Office Clerk\n📅 04/2016 – 03/2020"
    found = read_job(sheet_of(f"Ana Moor\nana@post.example\n{rows}"))
    assert (found.title and found.title.value, found.employer and found.employer.value) == (
        "Claims Handler",
        "Northbarrow",
    )


def test_an_arrow_of_equals_parts_house_and_post(sheet_of: SheetOf) -> None:
    rows = "2019 - now  Northbarrow => Commercial Director\n2015 - 2018  Fernby => Sales Clerk"
    found = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{rows}"))
    assert (found.title and found.title.value, found.employer and found.employer.value) == (
        "Commercial Director",
        "Northbarrow",
    )


@pytest.mark.parametrize("line", ["Jan 2019 ? Present", "2021/3?迄今", "2018/7 ? 2021/2"])
def test_a_question_mark_where_a_dash_was_lost(line: str) -> None:
    period = period_in(fold(line))
    assert period
    assert period.end > period.start


def test_a_deed_of_few_words_behind_the_post(sheet_of: SheetOf) -> None:
    rows = "2019 – now: Larch District Health, Utica. Clinical Lead. Wrote triage notes.\n2015 – 2018: Fern Rescue, Utica. Paramedic. Ran the desk."
    found = read_job(sheet_of(f"Ana Moor\nana@post.example\nWork experience\n{rows}"))
    assert found.title
    assert found.title.value == "Clinical Lead"


@pytest.mark.parametrize("deed", ["- Built the brand book", "Wrote the pay policy", "Sales up by half"])
def test_what_was_done_in_the_first_job_opens_none(sheet_of: SheetOf, deed: str) -> None:
    rows = f"2021-07 / current\nHead Baker\nLarch & Barrow\n{deed}\n2018-03 / 2021-06\nCook\nFernby\n{deed}"
    sheet = sheet_of(f"{HEAD}{rows}")
    job = read_job(sheet)
    assert not any(sheet.headings[i] for i, line in enumerate(sheet.shown) if line == deed)
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Head Baker", "Larch & Barrow")


def test_what_was_done_at_firms_under_skills_opens_no_jobs(sheet_of: SheetOf) -> None:
    rows = "青禾医院 / 科室主任\n2024.11至2026.01 / 厦门\n带教规培生\n晨光医院 / 主治医师\n2022.07至2024.09 / 绵阳\n年门诊千人次"
    job = read_job(sheet_of(f"周小满\n13800138000\n技能专长\n门诊、查房、手术\n{rows}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("科室主任", "青禾医院")


class _Counted(list[float]):
    """Sizes of print that count how many of them somebody looks at."""

    n_asked = 0

    def __getitem__(self, at: SupportsIndex) -> float:  # type: ignore[override]
        self.n_asked += 1
        return super().__getitem__(at)

    def __iter__(self) -> Iterator[float]:
        self.n_asked += len(self)
        return super().__iter__()


@pytest.mark.parametrize("rest", [["Larch Mill", "x y"], ["Larch Mill", "2019 – 2020"], ["LARCH MILL", "x y"]])
def test_the_line_in_the_largest_print_is_looked_for_once(rest: list[str]) -> None:
    n_lines = 2000
    folded = ["Ana Moor", "ana@post.example", *rest * (n_lines // 2)]
    sizes = _Counted([20.0, 9.0, *[9.0 + number / 1000 for number in range(n_lines // 2) for _ in rest]])
    open_at_jobs(["top"] * len(folded), [False] * len(folded), folded, sizes)
    assert sizes.n_asked < 5 * n_lines
