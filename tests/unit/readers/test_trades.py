"""Resumes of people outside offices of technology, in English and its neighbours: one row a class."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.limits import ReaderLimits
from ringback.readers.sniff import sniff
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    return make_sheet(document, read_file_name("x.md", source=None))


JOBS: list[tuple[str, str | None, str | None]] = [
    ("## Jo Lee\n* [Education](#education)\n* [Experience](#experience)\n## [Experience]()\n10.2021--06.2024 **School Counsellor** Cedar Hill Middle School, Oakton\n* Lessons on growing up", "School Counsellor", "Cedar Hill Middle School"),
    ("## Jo Lee\n## Experience\nI am practising as a Consultant Cardiologist & Internist since 2015.", "Consultant Cardiologist & Internist", None),
    ("## Jo Lee\n## Employment\n* Valley Postdoctoral Fellow in Data Curation for Medieval Studies, North Valley University, 2019–.\n* Visiting Lecturer, University of Oakton, 2017–18.", "Valley Postdoctoral Fellow in Data Curation for Medieval Studies", "North Valley University"),
    ("# Ana Luz\n## Experiência\n**Instrutora de Inglês (.Net)** <br>\n@Tecelagem Norte <br>\n09/2020 – Atualmente <br>\n- Aulas", "Instrutora de Inglês (.Net)", "Tecelagem Norte"),
    ("Eva Kern\nWissenschaftlicher Werdegang\n2008-2012\tStudium der Mathematik an der Universität Rostock\n2012-2017\tWissenschaftliche Mitarbeiterin am Institut für Algebra\n2018-2020\tPromotionsstudium an der Universität Lübeck", "Wissenschaftliche Mitarbeiterin", "Institut für Algebra"),
    ("# Jo Lee\n## Berufserfahrung\n- **Texterin**: Hochschule Oakton, September 2013 – Aktuell, Luzern\n- **Redaktorin**: Moss Verlag, Mai 2010 – November 2010, Visp", "Texterin", "Hochschule Oakton"),
    ("# Luc Roy\n## Affiliation\nChargé de Recherche\\\nCentre National des Forêts\\\n## Formation Universitaire\n`2013`\n__Doctorat__, Université de Oakton", "Chargé de Recherche", "Centre National des Forêts"),
    ("#+TITLE: CV of Jo Lee\n* Employment\n  - August 2014--Present: University of Oakton :: Associate Professor (with tenure) from August 16, 2020. Formerly: Assistant Professor.\n  - August 2011--August 2014: Moss College :: Instructor\n* Education\n  - A.B. (2006) Oakton College", "Associate Professor (with tenure)", "University of Oakton"),
    ("# Jo Lee\n## Academic Positions\n- University of Oakton, Lecturer (History Department, New College, Department for the Study of Religion, Faculty of Information) (2010-19)\n- Moss Institute, Fellow (1999-2001)", "Lecturer (History Department, New College, Department for the Study of Religion, Faculty of Information)", "University of Oakton"),
    ("# Luc Roy\n## Parcours Professionnel Académique\n2019 - présent\nMaître de Conférences\tUniversité du Nord\nLille, France\n2015 - 2019\nChercheur Postdoctoral\tInstitut du Sud\nNice, France", "Maître de Conférences", "Université du Nord"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_trades_and_their_employers(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    "post",
    [
        "Cardiologist", "Social Worker", "Barrister", "Bank Teller", "Kitchen Porter", "Peer Mentor", "Home Health Aide",
        "Maître de conférences", "Avocate collaboratrice", "Rechtsanwältin", "Medizinische Fachangestellte", "Enfermero",
        "Electricista", "Professora de Inglês", "Infermiera", "Verpleegkundige",
    ],
)  # fmt: skip
def test_trades_are_titles(post: str) -> None:
    assert title_score(post) == 1.0


@pytest.mark.parametrize("word", ["Home", "Tech", "Visiting", "Staff Room", "Study"])
def test_a_word_of_a_title_of_several_words_is_none(word: str) -> None:
    assert title_score(word) == 0.0


@pytest.mark.parametrize("front", ["Curriculum Vitæ of", "Curriculum vitae de", "Lebenslauf von", "Vita -"])
def test_the_kind_of_document_is_no_part_of_the_name(front: str) -> None:
    name, _ = read_name(
        sheet_of_text(f"# {front} Ada Brightwell\n## Education\nPh.D., Oakton University, 2011\n## Employment\nNurse"),
        [],
    )
    assert name is not None
    assert name.value == "Ada Brightwell"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("B.BusSci. specializing in Actuarial Science, Oakton University, 2018", "bachelor"), ("Diplomstudiengang, Oakton School of Management", "master"),
        ("MLIS, Oakton University", "master"), ("DVM, Oakton University", "doctor"), ("Ingeniería Electrónica\tUniversidad de Oakton", "bachelor"),
    ],
)  # fmt: skip
def test_degrees_of_trades(text: str, level: str) -> None:
    degree = read_education(sheet_of_text(f"Jo Lee\nEDUCATION\n{text}")).degree
    assert degree is not None
    assert degree.value.level == level


@pytest.mark.parametrize(
    "line",
    ["Writing the City, Queens College, Spring 2014", "Literature and Place: Imagining Utopia, Oakton College"],
)
def test_courses_are_no_places(line: str) -> None:
    text = f"Jo Lee\n## Education\nPh.D., Oakton University\n## Classes Taught\n{line}\n## Experience\nWeb Analyst, Moss Consulting\njo@lee.example"
    assert read_city(sheet_of_text(text)) is None


def test_sources_with_pieces_of_html_are_read_as_printed() -> None:
    text = b"===\nCV of Jo Lee\n===\n\n.. raw:: html\n\n   <style>p {}</style>\n\n-----------\nEmployment\n-----------\n| **2014-**\n    Nurse\n\nEducation\n---------\n"
    assert sniff(text) == "text"


def test_german_studies_name_degree_and_school() -> None:
    text = "Eva Kern\nAusbildung\n1980-1989\tAnnen-Gymnasium in Kiel\n1997-2003\tPromotionsstudium an der RWTH Aachen"
    education = read_education(sheet_of_text(text))
    assert education.degree is not None
    assert education.degree.value.level == "doctor"
    assert education.school is not None
    assert education.school.value == "RWTH Aachen"


def test_a_head_that_the_source_defines_itself_is_printed() -> None:
    text = (
        "\\documentclass{article}\n\\def\\info#1{\\def\\@info{#1}}\n\\name{Luc Roy}\n\\info{%\n\\faIcon{envelope} & luc@roy.example\\\\%\n}\n"
        "\\extrainfo{Geboren am 24.03.1988 in Kiel}\n\\begin{document}\n\\section{Formation}\n2010 & Master\\\\\n\\end{document}"
    )
    sheet = sheet_of_text(text)
    assert [found.value for found in read_emails(sheet)] == ["luc@roy.example"]
    born = read_birth_year(sheet)
    assert born is not None
    assert born.value == 1988


def test_a_degree_behind_a_trade_is_no_state() -> None:
    assert read_city(sheet_of_text("## Jo Lee\nCardiologist (M.D)\n## Education\nMBBS, Oakton Medical College")) is None
