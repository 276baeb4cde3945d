"""Jobs said in few words: since when behind a dash, summers of several years, posts over what was done and the house below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.periods import NOW, period_in
from schemas.records import Reading

Read = Callable[..., Reading]
SCHOOL = "Education\nBSc Biology, Marden University, 2008"

JOBS = {
    "started behind a dash": (
        "Work Experience\nBaker at Ortwin Mill — Started March 2024. Bread, rolls, and early mornings.",
        "Baker",
        "Ortwin Mill",
    ),
    "began in brackets": ("Work Experience\nCashier at Ortwin Stores (began June 2023)", "Cashier", "Ortwin Stores"),
    "summers of several years": (
        (
            "Work Experience\nOrtwin Stores    Summers 2019, 2020 & 2021\nGarden Helper - Larch, PA\nWatered plants and swept paths\n"
            "Burnside Bakery    October 2018 - December 2018\nCashier - Yonkers, NY\nResponsible for handling transactions"
        ),
        "Garden Helper",
        "Ortwin Stores",
    ),
    "months with of": (
        "Work Experience\nJune of 2017 - August of 2018\nCashier, Burnside Bakery\nMay of 2015 - July of 2016\nCook, Fern Diner",
        "Cashier",
        "Burnside Bakery",
    ),
    "two figures and a bar": (
        "Internship\n02|18 to 04|18\nFernwerk GmbH, Larch\n05|17 to 06|17\nOrtwin Verlag GmbH, Larch",
        None,
        "Fernwerk GmbH",
    ),
    "house and dates below what was done": (
        (
            "Experience\nStore Manager\n- Led a team of nine\n- Kept the books\nOrtwin Stores, 2019 - present\n"
            "Sales Assistant\n- Served customers\n- Filled shelves\nBurnside Stores, 2016 - 2019"
        ),
        "Store Manager",
        "Ortwin Stores",
    ),
    "dates beside the first item": (
        (
            "Expérience\nTechnicienne à la qualité chez BURNSIDE (Larch).\t2021-2022\n• Analyse des demandes\n"
            "Conseillère clientèle chez Ortwin (Larch).\n• Accueil des visiteurs.\t2023-2024"
        ),
        "Conseillère clientèle",
        "Ortwin",
    ),
    "a work in quotes": (
        'Experience\nELMSON MILLS\n2019 - 2023\nTitle: "Larch shop"\nRole: .NET developer\nBuilt the shop.',
        ".NET developer",
        "ELMSON MILLS",
    ),
    "which one in brackets in front": (
        "Employment\n2021 —\n(Senior) Economist, North & South\nFern Bank, Larch\n2018 – 21\nEconomist\nLarch Monetary Fund",
        "(Senior) Economist",
        "Fern Bank",
    ),
    "the office of somebody is a house": (
        "Experience\nFern Digital Library, LU Office of the President, Larch, CA, 2013 – present\nResearch Fellow\n- Made plans.",
        "Research Fellow",
        "Fern Digital Library, LU Office of the President",
    ),
    "held since": (
        "Summary\nChief Nurse of Fern Hospital since 2020; formerly ward manager at Burnside Clinic.",
        "Chief Nurse",
        "Fern Hospital",
    ),
    "director of something at a house since": (
        "Profile\nDirector of Operations at Ortwin Foods since March 2018, previously plant manager with Larch Mills.",
        "Director of Operations",
        "Ortwin Foods",
    ),
    "employed by": ("About\nOrtwin Mills employs me as a quality inspector.", "quality inspector", "Ortwin Mills"),
    "what somebody knows": ("About me\nI am a programmer familiar with C++, C and Python.", "programmer", None),
    "boxes nobody filled": (
        "About me\nI am keen on C++.\nWork Experience\nDesignation\ncompany name\nDuration",
        None,
        None,
    ),
    "a list of what was held": (
        "·     Orderly Clerk\n·     Mailroom Supervisor\nExperience\nFern Company: 2001 to 2004\nRan a room for many people.",
        None,
        "Fern Company",
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS)
def test_jobs_said_shortly(text: str, title: str | None, employer: str | None, read: Read) -> None:
    (resume,) = read(f"Nora Pellwick\nnora@post.example\n\n{text}\n{SCHOOL}").resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("Summer of 2021, 2022, and 2023", 2023.0),
        ("Larch Camp, Summers 2019 & 2020", 2020.0),
        ("Winter 2018/2019", 2019.0),
        ("Baker - joined in March 2021", NOW),
        ("Started 2019 with a new plant and led it", None),
        ("Sales of 2021, 2022 and 2023 compared", None),
    ],
)
def test_seasons_and_beginnings(line: str, end: float | None) -> None:
    period = period_in(line)
    assert (period and period.end) == end


WISHES = {
    "Recherche d'emploi : Comptable": "Comptable",
    "Recherche de stage : Développeur web": "Développeur web",
    "Jobsuche: Buchhalterin": "Buchhalterin",
    "Búsqueda de empleo: Contable": "Contable",
    "Ricerca di lavoro: Contabile": "Contabile",
}


@pytest.mark.parametrize(("line", "wish"), WISHES.items())
def test_what_is_searched_for_is_a_wish(line: str, wish: str, read: Read) -> None:
    (resume,) = read(f"Nora Pellwick\nnora@post.example\n{line}\n{SCHOOL}").resumes
    assert resume.desired_title == wish


NOBODYS = {
    "a menu, what to download and a form": (
        "<title>Resume</title><ul><li><a>Home</a></li><li><a>About</a></li><li><a>Experience</a></li><li><a>Education</a></li></ul>"
        "<h1>Resume</h1><p>Please download my resume below.</p><a>Download PDF</a><h3>Get in touch</h3>"
    ),
    "thanks": (
        "<title>Resume</title><ul><li><a>Profile</a></li><li><a>Skills</a></li><li><a>Paint</a></li><li><a>Resume</a></li></ul>"
        "<h2>My Resume</h2><h3>thank you for coming</h3><a>Download Resume</a><a>CONTACT</a><h3>Contact Me</h3>"
    ),
}


@pytest.mark.parametrize("page", NOBODYS.values(), ids=NOBODYS)
def test_a_page_with_the_word_and_nobody_on_it_is_no_resume(page: str, read: Read) -> None:
    assert [one.code for one in read(f"<html>{page}</html>", "x.html").problems] == ["not_a_resume"]
