"""Names among signs: low lines, dashes, arrows, pictures and links; posts behind them; the head of a source that states them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

JOBS = (
    "\n\nEXPERIENCE\nStaff Nurse, Larchfield Hospital, 2019 - 2021\nNurse, Holm Hospital, 2015 - 2019\n\n"
    "EDUCATION\nBSc Nursing, Larchmere University, 2015\n"
)
SOURCE_JOBS = r"""
\section{Experience}
\cventry{2020--Today}{Quality Analyst}{Pellwick Aircraft Ltd}{Larchford}{UK}{}
\section{Education}
\cventry{2011--2015}{BSc Engineering}{Larchmere University}{Larchford}{UK}{}
\end{document}
"""


def _name(read: Callable[..., Reading], text: str, name: str = "x.txt") -> str | None:
    return read(text, name).resumes[0].name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("AM LARCHWALA NORA", "LARCHWALA NORA"),
        ("Am Sokha\nPhnom Penh, Cambodia\nam.sokha@post.example", "Am Sokha"),
        ("Marla Anne Pellwick - Van Holm\nAccountant\nLeeds, UK\nma99@post.example", "Marla Anne Pellwick-Van Holm"),
        ("Marla Anne Pellwick - San Gabriel\nAccountant\nCork, Ireland\nma99@post.example", "Marla Anne Pellwick-San Gabriel"),
        ("Marla Anne Pellwick - San Diego\nma99@post.example", "Marla Anne Pellwick"),
        ("Marla Anne Pellwick - Staff Accountant\nLeeds, UK\nma99@post.example", "Marla Anne Pellwick"),
        ("Pellwick_Tamsin_Marla\nLeeds, UK\n0113 496 0123", "Pellwick Tamsin Marla"),
        ("Reports_Sales_Data\nLeeds, UK\n0113 496 0123", None),
        ("PRIYANKA\nK. LARCHWALA\nAhmedabad, India\npk@post.example", "PRIYANKA K. LARCHWALA"),
        ("Ignacio Javier Larch Holm, Aerospace Engineer, Data Scientist\nLast update: May 2023", "Ignacio Javier Larch Holm"),
        ("Resume: Orrin Pellwick > > > Staff Nurse\nPHONE: (757) 880-0123\nEMAIL: office@post.example", "Orrin Pellwick"),
    ],
)  # fmt: skip
def test_names_and_what_stands_beside_them(read: Callable[..., Reading], head: str, name: str | None) -> None:
    assert _name(read, head + JOBS) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            "# My CV\n\n![Photo of a smiling woman](photo.jpg)\n\nTamsin Pellwick\n\n[>Contact me here<](contact.html)\n",
            "Tamsin Pellwick",
        ),
        ("![Orrin Pellwick](me.png)\n\n# [Orrin Pellwick](https://orrin.example)\n\nCarpenter\n", "Orrin Pellwick"),
        ("# My CV\n\n![Photo of a smiling woman](photo.jpg)\n\n[Contact me here](contact.html)\n", None),
    ],
)
def test_names_below_pictures_and_in_links(read: Callable[..., Reading], head: str, name: str | None) -> None:
    assert _name(read, f"{head}\n## Experience\n{JOBS.partition('EXPERIENCE')[2]}", "x.md") == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (r"\usepackage{currvita}\begin{document}\begin{cv}{\spacedallcaps{Orrin Pellwick}}\vspace{1.5em}", "Orrin Pellwick"),
        (r"\usepackage{currvita}\begin{document}\begin{cv}{Orrin Pellwick}", "Orrin Pellwick"),
        (
            "\\usepackage{currvita}\\begin{document}\\begin{cv}{Curriculum Vitae}\n\nOrrin Pellwick\\\\ 12 Larch Street, Leeds\n",
            "Orrin Pellwick",
        ),
        (r"\documentclass{fancy}\begin{document}\header{Orrin Pellwick}{Via Larch, 1, 35128 Padova (PD), Italy}{0039}", "Orrin Pellwick"),
        (r"\documentclass{fancy}\begin{document}\header{Orrin}{Pellwick}{Beekeeper}", "Orrin Pellwick"),
        (
            r"\name{Ignacio Javier}{Larch Holm\\ \large{Aerospace Engineer, Data Scientist}}\begin{document}\makecvtitle",
            "Ignacio Javier Larch Holm",
        ),
    ],
)  # fmt: skip
def test_names_that_a_source_states(read: Callable[..., Reading], head: str, name: str) -> None:
    assert _name(read, rf"\documentclass{{article}}{head}{SOURCE_JOBS}", "x.tex") == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Sun Valley Design | Resume", None),
        ("Tamsin Pellwick Design | Resume", "Tamsin Pellwick"),
        ("Tamsin Pellwick | Resume", "Tamsin Pellwick"),
    ],
)
def test_a_town_of_which_a_house_is_called_is_nobody(
    read: Callable[..., Reading], title: str, name: str | None
) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><h1>Resume</h1><p>Ten years in print and packaging.</p>"
        "<h2>Experience</h2><h3>Graphic Designer</h3><p>Holm & Sons, 2015 - 2021</p>"
        "<h2>Education</h2><p>BA, Larchfield University, 2010</p></body></html>"
    )
    assert _name(read, page, "x.html") == name


def test_a_value_in_quotation_marks_is_read_without_them(read: Callable[..., Reading]) -> None:
    page = (
        '# Structured CV - written down from a file\nheader:\n  name: "Orrin J. Pellwick, Ph.D."\n'
        '  title: "Staff Nurse"\n  phone: "517-643-0123"\n  email: "op@post.example"\n' + JOBS
    )
    one = read(page).resumes[0]
    assert (one.name, one.emails) == ("Orrin J. Pellwick", ("op@post.example",))


@pytest.mark.parametrize(
    ("picture", "name"),
    [("profile picture", "PELLWICK TAMSIN NORA"), ("Learned societies", None)],
)
def test_a_name_set_as_a_heading_below_a_picture(
    sheet_of: Callable[..., Sheet], picture: str, name: str | None
) -> None:
    text = (
        f"PROFILE\n{picture}\nPELLWICK TAMSIN NORA\nContact\nA student of nutrition at Larchmere University.\n"
        "EDUCATIONAL BACKGROUND\nLarch School, 2012 - 2018\nWORK EXPERIENCE\nMay 2019 - August 2022 Manager, Holm Kitchen"
    )
    found, _ = read_name(sheet_of(text, sizes={0: 18.0, 2: 18.0, 5: 18.0, 7: 18.0}), [])
    assert (found.value if found else None) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("07700 900123\nworker22@post.example\nLeeds, UK\nTamsin Pellwick", "Tamsin Pellwick"),
        ("07700 900123\nworker22@post.example\nLeeds, UK\nMARY ANN D. PELLWICK, RN", "MARY ANN D. PELLWICK"),
        ("07700 900123\nworker22@post.example\nLeeds, UK\nManchester, UK", None),
        ("Orrin s/o Larchan\nworker22@post.example", "Orrin s/o Larchan"),
        ("Orrin Larch s/o Karl Holm\nworker22@post.example", "Orrin Larch"),
        ("Tamsin Pellwick | Registered Nurse\nHospital of Larch", "Tamsin Pellwick"),
        ("Larch Hospital | Registered Nurse\nHospital of Larch", None),
    ],
)
def test_names_below_contacts_and_before_posts(read: Callable[..., Reading], head: str, name: str | None) -> None:
    assert _name(read, f"{head}\n\nPROFILE\nReliable and hard working.{JOBS}") == name
