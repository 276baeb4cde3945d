"""Present posts as people tell them: in a word, a sentence, among their studies; invented people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.document import Line
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.sheet import Sheet
from ringback.readers.pdf_floats import with_floats_in_place, with_frames_on_top
from ringback.readers.pdf_rows import PlacedLine
from schemas.records import Reading

HEAD = "# Mara Velding\nmara@fernpost.net\n\n"
TAIL = "\n\n## Skills\nPlanning, Excel, reports"

CASES: dict[str, tuple[str, str | None, str | None]] = {
    "now_behind_the_firm_under_the_post": (
        (
            "## Experience\n### 🛒 Front-End Cashier\n**Marden Superstore – Mission** (Present)\n- Processed payments\n\n"
            "### 💳 Field Representative\n**Larch Financial – Salem**\nApril 2021 – September 2023\n- Advised customers"
        ),
        "Front-End Cashier",
        "Marden Superstore",
    ),
    "now_in_front_of_the_firm": (
        (
            "## Experience\nInnovation Associate (Present) Northmoor University, Lindau\n- Built batteries\n\n"
            "Research Fellow (2021–2023) Larch University, Lindau\n- Flew aircraft"
        ),
        "Innovation Associate",
        "Northmoor University",
    ),
    "sentence_under_currently": (
        (
            "## Currently\n`2017-`\nI'm an Assistant Professor in the Tides and Information group\nat the\nNorthmoor School of Business\n\n"
            "## Other Work Experience\n`2011-13`\n__Research Assistant__\n*Larch University*\n\n`2009-10`\n__Intern__\n*Marden Corporation*"
        ),
        "Assistant Professor",
        "Northmoor School of Business",
    ),
    "occupation": (
        "## Occupation\n`Mar 2024 - Jun 2025`\n__Larch Search | Technical Intern__, Remote\n- Wrote scripts",
        "Technical Intern",
        "Larch Search",
    ),
    "jobs_among_studies": (
        (
            "## Education and Research Experience\nAssociate Research Scientist, Northmoor School of Medicine, Lindau, Sep 2012 – present\n\n"
            "Postdoctoral Fellow, Larch Institute of Neurobiology, Lindau, Sep 2006 – Apr 2008\n\n"
            "Ph.D. Physiology, Northmoor University, Jun 2006\n\n## Teaching experience\nTrained users of the microscope, 2008 – present"
        ),
        "Associate Research Scientist",
        "Northmoor School of Medicine",
    ),
    "somebody_is_told_of": (
        (
            "Mara Velding is a writer from Lindau who calls Marden her home. Currently she is a transcriber at Larchtera, where she earned a prize.\n\n"
            "## Education\nBA English, Northmoor University, 2010"
        ),
        "transcriber",
        "Larchtera",
    ),
    "record_in_a_summary": (
        (
            "## Summary\nMarketing-focused business owner with a proven record in brands, and a love of people.\n\n"
            "## Experience\n### Store Manager, Marden Ltd\n*May 2020 – June 2022*\n- Sold shoes"
        ),
        "Store Manager",
        "Marden Ltd",
    ),
    "place_beside_the_dates": (
        "## Experience\n### Barista & Baker — The Copper Kettle\n*Aug 2023 – Apr 2024 · Upper Lindale*\n- Made coffee",
        "Barista & Baker",
        "The Copper Kettle",
    ),
    "post_broken_by_the_margin": (
        (
            "## Experience\nLarchTech, Lagos NG — Data & Strategy Associate\nJUNE 2018 - PRESENT\n- Handled requests\n\n"
            "Marden Consulting, Lagos NG — Business Intelligence\nAnalyst\nSEPTEMBER 2016 - APRIL 2018\n- Monitored analytics"
        ),
        "Data & Strategy Associate",
        "LarchTech",
    ),
    "for_oneself": (
        "## Experience\n#### Larch Shore Golf Club\n###### 2017 - Present Self-Employed / Employed\n- Taught golf to children",
        None,
        "Larch Shore Golf Club",
    ),
    "sentence_of_oneself_without_dates": (
        "## Currently\nI’m a Research Engineer at Northmoor University - Humanities - where\nI develop courses.",
        "Research Engineer",
        "Northmoor University",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_present_post(read: Callable[..., Reading], case: tuple[str, str | None, str | None]) -> None:
    text, title, employer = case
    (resume,) = read((HEAD + text + TAIL).encode(), "mara.md").resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


PEOPLE = "Mara Velding\nLindau | mara@fernpost.net | 555-0142\n\n"
STUDIES = "\n\nEDUCATION\nBA English, Northmoor University, 2010\n"
OLDER = "\nCook, Larch Grill, Salem\t2015 – 2019\n- cooked"

LAYOUTS: dict[str, tuple[str, str | None, str | None]] = {
    "posts_over_their_house": (
        "EXPERIENCE\nNurse Manager, 2019 – Present\nStaff Nurse, 2015 – 2019\nNorthwind Hospital, Lindau\n- ran a ward",
        "Nurse Manager",
        "Northwind Hospital",
    ),
    "begins_with_a_word": (
        "EXPERIENCE\nBaker, Marden Bakery (starting June 2024)\nCook, Larch Grill (2015-2019)",
        "Baker",
        "Marden Bakery",
    ),
    "heading_over_two_rows_of_the_margin": (
        (
            "Professional\tBaker, Marden Bakery, Lindau\t2019 – Present\nExperience\tBaked bread for the town.\n"
            "\tCook, Larch Grill, Salem\t2015 – 2019"
        ),
        "Baker",
        "Marden Bakery",
    ),
    "heading_of_two_words_that_are_headings_too": (
        (
            "Research\tGels Laboratory, Lindau\nExperience\tResearch Assistant\t2012-2013\n- Cast gels and weighed them.\n"
            "Professional\tMarden Hospital, Lindau\nExperience\tData Analyst\t2014 – Present\n- Keeps the tables.\n"
            "Fern.net, Salem\nProgram Manager\t2013–2014"
        ),
        "Data Analyst",
        "Marden Hospital",
    ),
    "dates_of_another_section_without_a_post": (
        "Waiter at Marden Bakery\nIDIOMAS: inglés B1\n2018/2019\n· Curso Desafío en la escuela",
        "Waiter",
        "Marden Bakery",
    ),
    "years_that_are_not_known_yet": (
        "2019-2021: Koch, Gasthof Linde\n2023-20??: Bäcker, Marden Bakery",
        "Bäcker",
        "Marden Bakery",
    ),
    "have_been": (
        "I have been a Registered Nurse at Northwind Hospital since 2015.",
        "Registered Nurse",
        "Northwind Hospital",
    ),
    "is_currently": (
        "Mara is currently a Registered Nurse with Northwind Hospital in Lindau.",
        "Registered Nurse",
        "Northwind Hospital",
    ),
    "serves_as": (
        "Mara Velding currently serves as Director of Nursing at Northwind Hospital.",
        "Director of Nursing",
        "Northwind Hospital",
    ),
    "she_works_as": ("She works as a baker at Marden Bakery.", "baker", "Marden Bakery"),
    "as_the_director": (
        "As the Marketing Director of Marden Foods, I lead a team of nine.",
        "Marketing Director",
        "Marden Foods",
    ),
    "student_now": (
        "CURRENTLY\nJunior at Northmoor University\n\nEXPERIENCE\nAnalyst at Larch Bank, 2020-2021",
        "Analyst",
        "Larch Bank",
    ),
    "one_year_among_periods": (
        (
            "POSITIONS\n* Academic fellow (2021)\nDepartment of Decisions, Northmoor University, Lindau\n"
            "* Postdoctoral fellow (2019 - 2021)\nLab of Tides, Larch University, Salem"
        ),
        "Academic fellow",
        "Northmoor University",
    ),
    "memberships_are_no_jobs": (
        "PROFESSIONAL MEMBERSHIPS\nMember, Society of Bakers, 2012 – Present\nFellow, Royal Bread Society, 2014 – Present",
        None,
        None,
    ),
    "house_four_lines_below": (
        (
            "APPOINTMENTS\nAssociate Teaching Professor\nApplied Science Post-Baccalaureate\nProgram\nNorthmoor University\n"
            "Professor, Science\nLarch University"
        ),
        "Associate Teaching Professor",
        "Northmoor University",
    ),
}


@pytest.mark.parametrize("case", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_layouts_of_present_posts(sheet_of: Callable[..., Sheet], case: tuple[str, str | None, str | None]) -> None:
    text, title, employer = case
    job = read_job(sheet_of(PEOPLE + text + STUDIES))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    "now",
    ["until now", "on-going", "the present", "present day", "this day", "current date", "Present", "today", "to date"],
)
def test_words_for_now(sheet_of: Callable[..., Sheet], now: str) -> None:
    job = read_job(sheet_of(f"{PEOPLE}EXPERIENCE\nBaker, Marden Bakery, Lindau\t2019 – {now}\n- baked{OLDER}{STUDIES}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Baker", "Marden Bakery")


@pytest.mark.parametrize(
    ("head", "title", "employer"),
    [
        (
            "Associate Professor\nDepartment of History\nNorthmoor University",
            "Associate Professor",
            "Northmoor University",
        ),
        ("Senior Lecturer\nSchool of Law, Northmoor University", "Senior Lecturer", "Northmoor University"),
        ("Postdoctoral Fellow, Larch Institute for Ecology", "Postdoctoral Fellow", "Larch Institute for Ecology"),
        ("Data Analyst\nNorthmoor University", "Data Analyst", None),  # where she studied
    ],
)
def test_house_under_the_post_of_the_head(
    sheet_of: Callable[..., Sheet], head: str, title: str, employer: str | None
) -> None:
    job = read_job(
        sheet_of(f"Mara Velding\n{head}\nmara@fernpost.net\n\nEDUCATION\nPhD, History, Larch University, 2005\n")
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    "title",
    [
        "Novelist",
        "Patient Navigator",
        "Soloist",
        "Cadet",
        "Winemaker",
        "Poet-in-Residence",
        "Raft Guide",
        "Adjunct",
        "First Mate",
    ],
)
def test_trades_are_titles(title: str) -> None:
    assert title_score(title) == 1.0


def placed(*rows: tuple[str, float, float]) -> list[PlacedLine]:
    return [PlacedLine(Line(text, size=10), baseline, left, left + 200) for text, baseline, left in rows]


def test_rows_painted_early_come_back() -> None:
    page = placed(
        ("Northwind\t2019 - Present", 600, 50),
        ("Larch\t2012 - 2019", 500, 50),
        ("Mara Velding", 760, 50),
        ("Experience", 640, 50),
        ("Baker", 585, 50),
        ("made bread", 570, 65),
        ("Cook", 485, 50),
        ("Education", 400, 50),
    )
    order = [one.line.text.split("\t")[0] for one in with_floats_in_place(page)]
    assert order == ["Mara Velding", "Experience", "Northwind", "Baker", "made bread", "Larch", "Cook", "Education"]


@pytest.mark.parametrize(
    "page",
    [
        placed(
            ("Skills", 700, 400), ("Excel", 600, 400), ("Mara Velding", 760, 50), ("Baker", 650, 50), ("Cook", 500, 50)
        ),
        placed(
            ("Skills", 700, 50), ("Excel", 600, 50), ("Mara Velding", 760, 50), ("Baker", 700, 300), ("Cook", 600, 300)
        ),
        placed(("Mara Velding", 760, 50), ("Baker", 700, 50), ("Cook", 600, 50)),
        placed(("Baker", 700, 50), ("Cook", 600, 50), ("Mara Velding", 760, 50)),
    ],
    ids=["side bar", "two columns", "in order", "head painted last"],
)
def test_columns_stay_in_their_order(page: list[PlacedLine]) -> None:
    assert with_floats_in_place(page) == page


def test_a_frame_painted_last_stands_on_top() -> None:
    page = placed(("Baker", 700, 50), ("Cook", 600, 50), ("Mara Velding", 760, 50), ("mara@post.example", 745, 50))
    order = [one.line.text for one in with_frames_on_top(page)]
    assert order == ["Mara Velding", "mara@post.example", "Baker", "Cook"]


@pytest.mark.parametrize(
    "page",
    [
        placed(("Baker", 700, 50), ("Cook", 600, 50), ("Skills", 760, 400), ("Excel", 650, 400)),
        placed(("Mara Velding", 760, 50), ("Baker", 700, 50), ("Cook", 600, 50)),
        placed(("Baker", 700, 50), ("Cook", 600, 50), ("Page 2", 800, 50)),
    ],
    ids=["side bar", "in order", "running head"],
)
def test_no_frame_on_top(page: list[PlacedLine]) -> None:
    assert with_frames_on_top(page) == page
