"""What is looked for, as sentences of objectives and letters say it in the languages of Latin letters."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.sheet import make_sheet
from ringback.readers.fields.wish_told import told_title
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text

REST = "\n\nExperience\nFlorist\nOrtwin Partners\n2016 - 2019\n- Kept the shop\n\nEducation\nBA, Northgill University, 2015\n"
TOLD = {
    "To obtain a position as a Registered Nurse in a hospital setting.": "Registered Nurse",
    "Seeking employment as a Welder": "Welder",
    "Obtaining a Head Cashier position at your store.": "Head Cashier",
    "Acquire a Lead Electrician position.": "Lead Electrician",
    "Desire a position as a bookkeeper": "bookkeeper",
    "Find a junior web developer position.": "junior web developer",
    "Experienced chef seeking a Sous Chef position at a fine dining restaurant.": "Sous Chef",
    "My goal is to become a registered dietitian.": "registered dietitian",
    "To pursue a career as a paralegal in a law firm.": "paralegal",
    "To work as a Graphic Designer in a creative agency.": "Graphic Designer",
    "Internship as Data Analyst": "Data Analyst",
    "Obtain a Mechanical Engineering internship for Summer 2024.": "Mechanical Engineering internship",
    "Seeking a Software Engineering Internship for Summer 2020": "Software Engineering Internship",
    "Seeking a summer internship in software engineering.": "internship in software engineering",
    "Atuar como Engenheiro Mecânico.": "Engenheiro Mecânico",
    "Obtener un puesto de Contador en una empresa en crecimiento.": "Contador",
    "Trabajar como enfermera en un hospital.": "enfermera",
    "Vaga de Desenvolvedor Front-end": "Desenvolvedor Front-end",
    "Obtenir un poste de comptable dans une PME.": "comptable",
    "Recherche un stage de développeur web de 6 mois": "développeur web",
    "Eine Stelle als Buchhalter in einem mittelständischen Unternehmen": "Buchhalter",
    "Lavorare come contabile in uno studio.": "contabile",
    "Looking for new opportunities.": None,
    "Atuar na área administrativa.": None,
    "To obtain a challenging position that will utilize my skills.": None,
}
LINES = {
    "Candidature au poste de Comptable": "Comptable",
    "Bewerbung um die Stelle als Buchhalter": "Buchhalter",
    "Seeking new opportunities as a Product Manager": "Product Manager",
    "Available for Product Manager roles": "Product Manager",
    "Open to work: Product Manager": "Product Manager",
    "Objectif : Comptable": "Comptable",
    "Poszukiwane stanowisko: Księgowa": "Księgowa",
}


@pytest.mark.parametrize(("told", "title"), TOLD.items(), ids=TOLD.keys())
@pytest.mark.parametrize("heading", ["Objective", "Career Goals"])
def test_an_objective(told: str, title: str | None, heading: str) -> None:
    assert wish_of(f"Maren Oakley\nmaren@example.com\n\n{heading}\n{told}{REST}") == title


@pytest.mark.parametrize(("told", "title"), TOLD.items(), ids=TOLD.keys())
def test_a_labelled_objective(told: str, title: str | None) -> None:
    assert wish_of(f"Maren Oakley\nmaren@example.com\nObjective: {told}{REST}") == title


@pytest.mark.parametrize(("line", "title"), LINES.items(), ids=LINES.keys())
def test_a_line_of_the_head(line: str, title: str) -> None:
    assert wish_of(f"Maren Oakley\nmaren@example.com\n{line}{REST}") == title


@pytest.mark.parametrize(
    "told",
    [
        "Secured a Sales Manager position within a year.",
        "Completed an internship as a nurse.",
        "Worked as a chef.",
        "In my role as an electrical apprentice, I learned much.",
    ],
)
def test_what_was_done_is_no_wish(told: str) -> None:
    assert told_title(told, among_wishes=False) is None


def test_who_offers_himself_in_a_sentence_names_no_post_first() -> None:
    told = "An aspiring Software Developer seeking to have an opportunity to show her skills in a fun place"
    assert wish_of(f"Maren Oakley\nmaren@example.com\n{told}{REST}") is None


def test_a_labelled_first_position() -> None:
    assert wish_of(f"Maren Oakley\nObjective: a first position as Junior Data Analyst{REST}") == "Junior Data Analyst"


def test_a_wish_that_the_margin_breaks() -> None:
    text = "自荐信\n尊敬的高经理：\n您好！从贵司招聘启事（联系人高经理，0512-6000 7788，gao@hr-desk.example.cn）得\n知招数据分析负责人，特此应聘。\n张伟"
    assert wish_of(text) == "数据分析负责人"


def test_a_heading_for_the_wish() -> None:
    assert wish_of(f"Maren Oakley\nmaren@example.com\n\nEmployment Objective\nBartender{REST}") == "Bartender"


def wish_of(text: str) -> str | None:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    found = read_wishes(make_sheet(document, read_file_name("x.txt", source=None))).title
    return found.value if found else None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Target 目标岗位 造价工程师", "造价工程师"),
        ("Position 应聘岗位 店长", "店长"),
        ("Post aimed at:\tFleet Manager", "Fleet Manager"),
        ("Post wanted: Fleet Manager", "Fleet Manager"),
    ],
)
def test_a_label_in_two_languages_or_in_other_words(line: str, title: str) -> None:
    document = document_of_text(f"Ana Moor\nana@post.example\n{line}{REST}", ReaderLimits())
    found = read_wishes(make_sheet(document, read_file_name("x.txt", source=None))).title
    assert found
    assert found.value == title
