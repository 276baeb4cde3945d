"""Present posts as people tell them: in a word, a sentence, among their studies; invented people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.document import Line
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.pdf_floats import with_floats_in_place
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
