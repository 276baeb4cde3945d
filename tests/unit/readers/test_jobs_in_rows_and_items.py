"""Jobs whose house stands in an item with its town, in a line that ends in its site, or whose rows hold several names a cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.running_text import is_text
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.limits import ReaderLimits
from ringback.readers.markdown import lines_of_markdown
from ringback.readers.text import document_of_text

JOBS = [
    pytest.param(
        "* Co-founder and Editor - June 2019 - present\n* Larchpress - Lindale, Virginia\n* Build the list of spring and autumn.\n"
        "* Bookseller - May 2015 - August 2018\n* Blue Door - Salem, Oregon\n* Kept the shelves and the till.",
        ("Co-founder and Editor", "Larchpress"),
        id="a dash parts house and town",
    ),
    pytest.param(
        "* Nurse Manager - June 2019 - present\n* Fernhill - Boston, Massachusetts, USA\n* Plan the shifts of two wards.",
        ("Nurse Manager", "Fernhill"),
        id="and the country",
    ),
    pytest.param(
        "* Shift Manager - June 2019 - present\n* Night shifts - weekends, holidays\n* Led a crew of four.",
        ("Shift Manager", None),
        id="no town behind the dash",
    ),
    pytest.param(
        "02/2020-Present\nLARCHWELL S.p.A., Lainate, Lombardia, Italia, larchwell.example\n\nSales Manager, South\n\n"
        "- I'm responsible of Sales Development in Southern Europe, especially Italy.\n\n"
        "2012-01/2020\nMarden Soc., Saronno, Lombardia, Italia, marden.group (of the Fern group)\n\nBuyer\n\n- Bought pumps.",
        ("Sales Manager", "LARCHWELL S.p.A."),
        id="the site behind the place",
    ),
    pytest.param(
        "Northgill One\tSenior Claims Adjuster, Tide Navigator\nAugust 2020 - Present\n- Settled claims of the harbour.\n"
        "Larch / Marden\tClaims Adjuster (I to II)\nJune 2016 - July 2020\n- Settled small claims.\n"
        "Marden, LLC\tOffice Assistant\nJanuary 2014 - August 2015\n- Kept the files.",
        ("Senior Claims Adjuster", "Northgill One"),
        id="two houses in the first cell of another job",
    ),
]


@pytest.mark.parametrize(("text", "halves"), JOBS)
def test_post_and_house(text: str, halves: tuple[str, str | None], sheet_of: Callable[..., Sheet]) -> None:
    job = read_job(sheet_of(f"Nora Pellwick\nn@p.example\n\nWork Experience\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == halves


@pytest.mark.parametrize(
    ("line", "is_told"),
    [
        ("Marden S.p.A., Lainate, Lombardia, Italia, marden.example", False),
        ("Marden S.p.A., Lainate, Lombardia, Italia, marden.example (a firm of Fern, Lindale)", False),
        ("Word, Excel, Outlook, Access, Visio, node.js", True),
    ],
)
def test_a_site_at_the_end_makes_no_list(line: str, *, is_told: bool) -> None:
    assert is_text(line) is is_told


WRAPPED = [
    pytest.param(
        "# Education and Professional Experience\n\n* **03/2022 -- present:** Postdoctoral researcher\n"
        "(*borsista di mare*) in tidal analysis at the\nDepartment of Tides and Mathematics\nof the University of Northmoor, "
        "working under the\nsupervision of Prof. Mara Velding.\n* **01/2019 -- 02/2022:** Contract lecturer\n"
        "at Larch State University, Lindale.\n",
        ("Postdoctoral researcher", "University of Northmoor"),
        id="an item over several lines",
    ),
    pytest.param(
        "# About\n\nI am currently working as a claims adjuster at the\nLarchwell Insurance Company in Lindale.\n\n# Hobbies\n\nBoats",
        ("claims adjuster", "Larchwell Insurance Company"),
        id="a sentence over two lines",
    ),
    pytest.param(
        "# Currently\n\nI'm a student at the Technical University of\nLindale-Moor, and at the moment\n"
        "I'm actively searching for an entry-level position as a bridge engineer.\n\n# Experience\n\n"
        "`Mar 2021-Sep 2021` **Technical University of Lindale-Moor** Research activity\n- Bridges of wood and rope",
        ("Research activity", "Technical University of Lindale-Moor"),
        id="a post that is sought",
    ),
    pytest.param(
        "# Currently\n\nI'm a master's student at Northmoor University, on track to obtain my M.Sc. in Telecommunications.\n\n"
        "# Experience\n\n`Mar 2021-Sep 2021` **Larch Tower Works** Rigger\n\n`Jul-Sep 2017` **Fern Mills** Weaver",
        ("Rigger", "Larch Tower Works"),
        id="bold print behind dates in code is a cell, a student has no post",
    ),
    pytest.param(
        "# Currently\n\nI'm a student assistant at Larch Institute, on track to learn of tides.\n\n# Skills\n\nExcel, Word",
        ("student assistant", "Larch Institute"),
        id="a student who assists",
    ),
    pytest.param(
        "# Career\n\n2019 → Claims Adjuster @ Quillby\n\n2014 → Clerk @ Tattersall\n",
        ("Claims Adjuster", "Quillby"),
        id="arrows behind the years",
    ),
    pytest.param(
        "# Experience\n\n**Larch Market**  \nCashier  \n2019 - 2021\n\n**Fern Mills**  \nof Lindale  \nWeaver  \n2015 - 2018",
        ("Cashier", "Larch Market"),
        id="breaks that the writer marks stay",
    ),
]


@pytest.mark.parametrize(("text", "halves"), WRAPPED)
def test_lines_that_the_margin_breaks(text: str, halves: tuple[str | None, str]) -> None:
    document = document_of_text(f"# Nora Pellwick\n\nn@p.example\n\n{text}", ReaderLimits())
    job = read_job(make_sheet(document, read_file_name("x.md", source=None)))
    assert (job.title and job.title.value, job.employer and job.employer.value) == halves


def test_only_small_words_join_lines_of_markdown() -> None:
    source = (
        "# Larch\n## Fern\nNurse\nMarden Clinic\n2019 - 2021\n\n- Kept the books of\n- the mill\n\n```\nlist of\nthings\n```\n"
        "Baker at the  \nOld Mill\nHead of\n\nMarketing\n1. Sold bread to\n2. the town\n"
    )
    told = [line.text for line in lines_of_markdown(source) if line.text]
    assert told == [
        "Larch", "Fern", "Nurse", "Marden Clinic", "2019 - 2021", "- Kept the books of", "- the mill", "list of", "things",
        "Baker at the", "Old Mill", "Head of", "Marketing", "1. Sold bread to", "2. the town",
    ]  # fmt: skip


BRACKETS = [
    pytest.param(
        "Project Manager (Quillby, 2019-present)\nCoordinator (Tattersall, 2015-2019)\n",
        ("Project Manager", "Quillby"),
        id="the house in front of the dates",
    ),
    pytest.param(
        "Project Manager [Quillby, June 2019 - present]\nCoordinator [Tattersall, May 2015 - June 2019]\n",
        ("Project Manager", "Quillby"),
        id="in square brackets",
    ),
    pytest.param(
        "Quillby (Project Manager; 2019-present)\nTattersall (Coordinator; 2015-2019)\n",
        ("Project Manager", "Quillby"),
        id="the post in front of the dates",
    ),
    pytest.param(
        "Electrician (IBEW Local 12)\nQuillby Electric, Salem, OR\n2015 - Present\n\nApprentice\nTattersall, Salem, OR\n2011 - 2015\n",
        ("Electrician", "Quillby Electric"),
        id="the branch of a union is no house",
    ),
    pytest.param(
        "Burlington, VT\tQuillby\tJun 2019 - Present\nBranch Manager\n- Led\nSalem, OR\tTattersall\tMay 2015 - Jun 2019\nTeller\n- Told",
        ("Branch Manager", "Quillby"),
        id="a house between place and dates begins no post",
    ),
    pytest.param(
        "Quillby & Sons (2019 - Present)\nAs senior accountant I close the books each month.\n\n"
        "Tattersall (2015 - 2019)\nAs staff accountant I kept the books.",
        ("senior accountant", "Quillby & Sons"),
        id="a post that a sentence tells",
    ),
]


@pytest.mark.parametrize(("text", "halves"), BRACKETS)
def test_brackets_and_rows(text: str, halves: tuple[str, str], sheet_of: Callable[..., Sheet]) -> None:
    job = read_job(sheet_of(f"Nora Pellwick\nn@p.example\n\nWork Experience\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == halves
