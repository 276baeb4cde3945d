"""Jobs of today: units over their houses, work of one's own beside a house, and houses that only a sentence about oneself tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def halves_of(text: str) -> tuple[str | None, str | None]:
    document = document_of_text(f"# Nora Pellwick\n\nn@p.example | Lindale, VT\n\n{text}", ReaderLimits())
    assert isinstance(document, Document)
    job = read_job(make_sheet(document, read_file_name("x.md", source=None)))
    return job.title and job.title.value, job.employer and job.employer.value


UNITS = [
    pytest.param(
        "## Experience\n\n### Senior Engineer - Gate Tools\nMarlowe\nJan 2020 - Present\n- Built gates\n\n"
        "### Engineer - Pumps\nBluebarn\nJan 2016 - Dec 2019\n- Built pumps\n",
        ("Senior Engineer", "Marlowe"),
        id="a line each",
    ),
    pytest.param(
        "## Experience\n\n**Program Manager – Youth Services**\n*Fernhill* | 2019 – Present\n- Ran programs\n\n"
        "**Coordinator – Family Outreach**\n*Larch House* | 2015 – 2019\n- Ran outreach\n",
        ("Program Manager", "Fernhill"),
        id="dates beside the house",
    ),
    pytest.param(
        "## Experience\n\nConsultant - Mergers & Tides (May 2018 - Present)\nQuillby\n- Research\n\n"
        "Analyst - Private Harbours (May 2014 - April 2018)\nTattersall\n- Research\n",
        ("Consultant - Mergers & Tides", "Quillby"),
        id="dates beside the unit",
    ),
    pytest.param(
        "## Experience\n\nConsultant - Quillby Ltd (May 2018 - Present)\nHarbour Insights\n- Research\n\n"
        "Analyst - Tattersall (May 2014 - April 2018)\nMarket Reports\n- Research\n",
        ("Consultant", "Quillby Ltd"),
        id="firms behind the posts",
    ),
    pytest.param(
        "## Experience\n\nConsultant - Quillby (May 2018 - Present)\nFull Remote\n- Research\n\n"
        "Analyst - Tattersall (May 2014 - April 2018)\nFull Remote\n- Research\n",
        ("Consultant", "Quillby"),
        id="the same line under all",
    ),
    pytest.param(
        "## Experience\n\nConsultant - Quillby (May 2018 - Present)\nLindale, VT\n- Research\n\n"
        "Analyst - Tattersall (May 2014 - April 2018)\nSalem, OR\n- Research\n",
        ("Consultant", "Quillby"),
        id="places below",
    ),
]


@pytest.mark.parametrize(("text", "halves"), UNITS)
def test_a_unit_behind_the_post_stands_over_its_house(text: str, halves: tuple[str, str]) -> None:
    assert halves_of(text) == halves


OWN_WORK = [
    pytest.param(
        "## Experience\n\n**Freelance Photographer**\n2015 - Present\n- Weddings\n\n"
        "**Photo Editor, The Lindale Herald**\n2018 - Present\n- Edited photos\n",
        ("Photo Editor", "The Lindale Herald"),
        id="freelance first",
    ),
    pytest.param(
        "## Experience\n\n### Translator, Freelance\n2012 - present\n\n### Language Teacher, Marden School\n2016 - present\n",
        ("Language Teacher", "Marden School"),
        id="behind a comma",
    ),
    pytest.param(
        "## Experience\n\nMay 2019 - Present: Freelance Writer\nJan 2017 - Present: Editor, Quillby Press\n"
        "Jan 2014 - Dec 2016: Intern, Tattersall\n",
        ("Editor", "Quillby Press"),
        id="freelance later",
    ),
    pytest.param(
        "## Experience\n\n- Volunteer Firefighter, Lindale Fire Department, 2018 - Present\n- Electrician, Quillby Electric, 2015 - Present\n",
        ("Electrician", "Quillby Electric"),
        id="a volunteer",
    ),
    pytest.param(
        "## Experience\n\n- Board Member, Larch Library, 2018 - Present\n- Plumber, Quillby Ltd, 2015 - Present\n",
        ("Plumber", "Quillby Ltd"),
        id="on a board",
    ),
    pytest.param(
        "## Experience\n\n- Volunteer Firefighter, Lindale Fire Department, 2018 - Present\n- Electrician, Quillby Electric, 2011 - 2015\n",
        ("Volunteer Firefighter", "Lindale Fire Department"),
        id="the other is over",
    ),
    pytest.param(
        "## Experience\n\nMay 2019 - Present: Freelance Writer\nJan 2017 - April 2019: Editor, Quillby Press\n",
        ("Freelance Writer", None),
        id="the house is over",
    ),
]


@pytest.mark.parametrize(("text", "halves"), OWN_WORK)
def test_a_house_that_goes_on_beside_own_work(text: str, halves: tuple[str, str | None]) -> None:
    assert halves_of(text) == halves


TOLD = [
    ("I'm a claims adjuster and boat builder. Currently at Quillby.", ("claims adjuster", "Quillby")),
    ("Data journalist, currently at The Lindale Herald. Before that at Marden Weekly.", ("Data journalist", "The Lindale Herald")),
    ("I am a nurse educator. I currently work at Larch Hospital in Lindale, and train new staff.", ("nurse educator", "Larch Hospital")),
    ("Hi! I'm Nora, a high school chemistry teacher from Lindale. These days I teach at Marden High School.", ("high school chemistry teacher", "Marden High School")),
    ("Nora Pellwick is a veterinarian. She practices at Fernhill Animal Clinic and lives in Salem.", ("veterinarian", "Fernhill Animal Clinic")),
    ("I like to cook. I worked at Larch Hospital as a child, and now live at Fern Lake.", (None, None)),
    ("Currently at Northmoor University, where I learn of tides.", (None, None)),
    ("Fern Lake is a town of boats. I now live there.", (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "halves"), TOLD)
def test_where_somebody_says_that_he_works(text: str, halves: tuple[str | None, str | None]) -> None:
    assert halves_of(f"## About\n\n{text}\n\n## Skills\n\nExcel, Word\n") == halves


def test_the_jobs_tell_more_than_a_sentence(sheet_of: Callable[..., Sheet]) -> None:
    text = (
        "Nora Pellwick\nn@p.example\n\nSummary\nI teach at Marden High School in the evenings.\n\n"
        "Experience\nBaker, Larch Bakery Ltd, 2012 - Present\nBakes bread."
    )
    job = read_job(sheet_of(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Baker", "Larch Bakery Ltd")
