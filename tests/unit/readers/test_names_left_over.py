"""Names beside what themes leave behind, trades in titles, small words of other tongues, headings of personal data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ringback.readers.fields.file_names import names_in_file_name
from ringback.readers.fields.names.behind import without_trade
from ringback.readers.fields.names.shapes import latin_score

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.document import Reading

JOB = "<h2>Work Experience</h2><p>Retail Clerk, Ortwin Stores, 2019 - 2022</p>"
SCHOOL = "<h2>Education</h2><p>Larchfield College</p><p>A.S. Bookkeeping, 2021</p>"

PAGES = {
    "beside the name of a theme": (
        f"<title>Isaac Newton's CV - Adela Pintwick</title><h1>Isaac Newton's CV</h1><h1>Adela Pintwick</h1><p>Clerk</p>{SCHOOL}{JOB}",
        "Adela Pintwick",
    ),
    "of somebody called so": (
        f"<h1>Clarence Taylor</h1><p>clarence@taylor.example</p>{SCHOOL}{JOB}",
        "Clarence Taylor",
    ),
    "a trade in the title": (
        f"<title>Adela Pintwick Fine Art | Curriculum Vitae</title><h1>Curriculum Vitae</h1>{SCHOOL}{JOB}",
        "Adela Pintwick",
    ),
    "a trade that is no name elsewhere": (
        f"<title>Adela Pintwick Photography | About</title><h1>About the work</h1>{SCHOOL}{JOB}",
        "Adela Pintwick",
    ),
    "below the word in quotation marks": (
        f'<h1>"Resume"</h1><p>-Adela Pintwick</p><h1>Resume</h1>{SCHOOL}{JOB}',
        "Adela Pintwick",
    ),
    "below stray words": (
        f"<!DOCTYPE html>Copy this page\n<html><body><h1>My Resume</h1><h2>Adela Pintwick</h2><p>Clerk</p>{SCHOOL}{JOB}</body></html>",
        "Adela Pintwick",
    ),
    "of Vietnam": (f"<h2>Vu My Larch</h2><p>Hull</p><p>my@larch.example</p>{SCHOOL}{JOB}", "Vu My Larch"),
}


@pytest.mark.parametrize(("page", "name"), PAGES.values(), ids=PAGES.keys())
def test_whose_page_it_is(read: Callable[..., Reading], page: str, name: str) -> None:
    (found,) = read(page.encode(), "resume.html").resumes
    assert found.name == name


def test_small_words_are_names_in_vietnam_only() -> None:
    assert latin_score("Nguyen The Anh") > 0.8 < latin_score("Do Thi My Linh")
    assert latin_score("The Nguyen") == latin_score("My Pham") == latin_score("Call To Larch") == 0


def test_a_town_and_its_state_are_no_person() -> None:
    assert latin_score("Provo UT") == 0 < latin_score("Provo Larch")


def test_trades_end_a_name_of_two_words() -> None:
    assert without_trade("Nora Maria Pellwick Interior Design") == "Nora Maria Pellwick"
    assert without_trade("Harbor Design") == "Harbor Design"


@pytest.mark.parametrize(
    ("stem", "names"),
    [
        ("deedy_resume-openfont", []),
        ("cv_europass", []),
        ("r017_ana_moor_cv", ["Ana Moor"]),
        ("c08_moor_cv", []),
        ("Ana_Moor_Resume_2023", ["Ana Moor"]),
    ],
)
def test_what_counts_or_names_a_template_is_no_name(stem: str, names: list[str]) -> None:
    assert names_in_file_name(stem) == names


LETTER = "Dear Madam,\n" + "I keep the books of a bank and like order in all things.\n" * 12 + "Sincerely.\n"
BELOW = {
    "over a date": ("Personal Details\nAdela Pintwick\n9 November 1998\nHull\n", "Adela Pintwick"),
    "over a motto": ("Personal Details\nWalnut Grove\nWhere the work is done\n", None),
}


@pytest.mark.parametrize(("card", "name"), BELOW.values(), ids=BELOW.keys())
def test_below_a_heading_of_personal_data(read: Callable[..., Reading], card: str, name: str | None) -> None:
    text = f"Curriculum Vitae\nCover Letter\n{LETTER}\n{card}\nWORK EXPERIENCE\nClerk, Larch Bank, 2019 - Present\n\nEDUCATION\nMoor School, 2016\n"
    (found,) = read(text.encode(), "x.txt").resumes
    assert found.name == name
