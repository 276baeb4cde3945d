"""What a resume prints and is not the person's: post codes, receivers of letters, courses of other degrees, buttons of a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ringback.readers.fields.contacts.phone_noise import without_noise
from ringback.readers.fields.names.cleaning import is_placeholder
from schemas.records import Reading

TAIL = "\nSkills\nPlanning, Excel, reports"

CASES: dict[str, tuple[str, Mapping[str, Any]]] = {
    "certificate_of_a_scrum_master": (
        (
            "Jens Holm\njens.holm@fernpost.de\nSchulbildung\n2000 – 2006\tAllgemeine Hochschulreife\tGymnasium Moorau\nBerufserfahrung\n"
            "Mai 2013 - heute\tEntwickler\tLarch GmbH\nQualifikationen\nJuli 2016\tOracle Certified Associate, Java 8\tZertifikat Link\n"
            "Oktober 2014\tProfessional Scrum Master I (scrum.org)"
        ),
        {"highest_degree": "high_school", "school": "Gymnasium Moorau"},
    ),
    "courses_of_masters_in_the_studies_of_an_undergraduate": (
        (
            "Milan Holub\nmilan.holub@fernpost.net\nEDUCATION\nLarchmoor University, Computer Science (3rd-year undergraduate student)\t2016-present\n"
            "70 credits in the 2nd year (not including two passed master's courses in\nComputer Science)\n"
            "3 bachelor's courses in Mathematics, 5 master’s courses in Computer Science"
        ),
        {"highest_degree": "bachelor"},
    ),
    "coordinator_of_a_masters_programme": (
        (
            "Dr. Joost van Moor\nAssociate Professor, Larchmoor University\nCareer\n2014-… :: Associate Professor, Larchmoor University\n"
            "1999-2003 :: PhD candidate, Larchmoor University, defended 2003\nAcademic Qualifications\n2020 :: Senior Teaching Qualification\nAcademic Tasks\n2022- :: Faculty contact person for integrity\n"
            "2022- :: Programme coordinator research master Linguistics\n2017-2019 :: Member of the programme council MSc Logic\nAcademic Service\n2013-2021 :: Editor, Journal of Moors, Larch University Press"
        ),
        {"highest_degree": None},
    ),
    "slip_in_licenciado": (
        (
            "Pablo Pereda\npablo@fernpost.ar\nEducación\n2007-\tLicanciado en Ciencias de la Computación, Universidad de Moorau\n"
            "2002-2005\tTécnico en Electrónica, E.E.T. Nº 6"
        ),
        {"highest_degree": "bachelor"},
    ),
    "scientific_career_of_studies": (
        (
            "Lebenslauf\nJonas Brandt\njonas.brandt@fernpost.de\nSchulische Ausbildung\n2002–2005\tLarch-Moor-Schule, Abitur\n"
            "Wissenschaftlicher Werdegang\n2007–2010\tStudium Bachelor Informatik an der Universität Moorau\n"
            "2010–2012\tStudium Master Informatik an der Universität Moorau\n2012\tMaster of Science (Note: 1,1)\n"
            "2012–2017\tWissenschaftlicher Mitarbeiter am Institut für Informatik an der Universität Moorau"
        ),
        {"school": "Universität Moorau", "highest_degree": "master"},
    ),
    "school_over_the_end_of_a_line": (
        (
            "Anna Kouris\nakouris@fernpost.gr\nI study computer engineering at UTM in the city of Volos.\nStudent at University of Moorfield\n"
            "Education\n2014 - 2017: Graduated from 2nd High School of\nMoorwood with grade: 19.\n"
            "2017 - now: Student in the department of\nComputer Engineering at UTM"
        ),
        {"school": "University of Moorfield"},
    ),
    "courses_behind_a_label": (
        (
            "Ana Larcha\nana@fernpost.net\nEducação e Formação\nEnsino Médio:Ciências Físicas\nEnsino Superior(Frequentando 3º ANO):UTLAR\n"
            "- Cursos de:\n- Informática óptica Utilizador\n- Desenvolvimento WEB\nExperiência Profissional\n- Programador para desktops"
        ),
        {"school": None},
    ),
    "day_of_birth_among_personal_details_at_the_end": (
        (
            "Luis Moor\nluis@fernpost.be\nExperience\nSoftware Engineer, Larch, Belgium\tMay 2018 - Present\nEducation\n"
            "MSc in Engineering, Larchmoor University\t1993-1999\nLanguages\tEnglish, French\n"
            "Personal Details\tBorn on the 14th of October 1971. Married, 2 children."
        ),
        {"birth_year": 1971},
    ),
    "slip_in_the_label_of_the_birth": (
        (
            "CURRICULUM VITAE\nPéter Szalai\nPersonal information\nPlace of birdth\tMoorau, Hungary\nDate of birdth\t3rd March, 1984\n"
            "E-mail\tszalai@fernpost.hu\nStudies\n2004–2009\tMoorau University of Technology"
        ),
        {"birth_year": 1984},
    ),
    "languages_of_a_page_over_its_letter": (
        (
            "TR EN\n[ Weapon Coder ] [ Range Engineer ]\nContact\tna@fernpost.net\t+905325550142\nGreetings,\n"
            "I am a coder with a background in the conservatory.\nSee you!\n01 · education\n9/2024 — 6/2025\n"
            "Larchmoor University Cyber Security MSc\n04 · work experience\n2/2021 — 10/2021\nLarch Security · Red Team Lead"
        ),
        {"name": None},
    ),
    "receiver_of_the_letter_in_front": (
        (
            "Dr. Eva Larch\t08. Juli 2017\nMoor-Universität zu Kiel\nInstitut für Informatik\nMoorplatz 9, 24103 Kiel\n"
            "Sehr geehrte Frau Dr. Larch,\nmit großem Interesse las ich Ihre Ausschreibung. Mit freundlichen Grüßen,\nJonas Brandt\n"
            "Jonas Brandt\nLarchweg 7 – 23552 Lübeck\n+49 151 55 50 01 42 • jonas.brandt@fernpost.de\nLebenslauf\n"
            "Berufserfahrung\n2012–2017\tEntwickler, Larch GmbH"
        ),
        {"city": "Lübeck"},
    ),
    "address_by_a_park": (
        (
            "OKORO GRACE JOY\nEmail:\ngrace@fernpost.net\nContact:\n08035550142\nAddress:\nLarch Amusement Park, Jos, Plateau. Nigeria.\n"
            "Education\nUniversity of Jos, Nigeria MBBS 2019-"
        ),
        {"city": "Jos"},
    ),
    "wish_with_slashes": (
        (
            "Curriculum Vitae\nPersonal information\nName / Surname\tBruni Carlo\nAddress\t3, Via Larice, 50141, Firenze (FI), Italy\n"
            "Date of birth\t11/03/1984\nDesired employment/\tOT/IoT/IT security, Research & Development\nOccupational field\n"
            "Work experience\nDates\t04/03/2022 - now\nOccupation or position held\tLead Engineer\nEmployer\tLarch Moor"
        ),
        {"desired_title": "OT/IoT/IT security, Research & Development"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_not_their_own(case: str, read: Callable[..., Reading]) -> None:
    text, wanted = CASES[case]
    (found,) = read(text + TAIL).resumes
    assert {field: getattr(found, field) for field in wanted} == wanted


def test_a_post_code_with_a_point_is_no_number() -> None:
    assert not any(map(str.isdigit, without_noise("Moorau DF 71.555-900", ())))
    assert "3555" in without_noise("Moorau DF 71.555-900, +55 61 3555 0142", ())


def test_the_word_for_a_life_is_no_name() -> None:
    assert is_placeholder("Bio")
    assert is_placeholder("Bio / CV")
    assert not is_placeholder("Bio Larch")
