"""Layouts of academics and trades in German, French, Spanish, Portuguese and Italian: resumes of invented people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

CASES: dict[str, tuple[str, Mapping[str, Any]]] = {
    "dates_over_two_lines": (
        (
            "Ana Paz\nana.paz@fernpost.net\nExpérience\n2011\nà ce jour\nTHERMALIS, Rennes, Technicienne de recherche\n2007-2010\nMoulin SA, Rennes,"
            " Technicienne\nFormation\n2007-2010\nLicence de physique, Université de Rennes."
        ),
        {
            "current_employer": "THERMALIS",
            "current_title": "Technicienne de recherche",
            "school": "Université de Rennes",
        },
    ),
    "present_post_under_its_heading": (
        (
            "Ana Paz\nana.paz@fernpost.net\nPUESTO ACTUAL:\nIngeniera de diseño, TEDRA Global, S.L.\nEXPERIENCIA\n"
            "2008 - 2010\tBecaria, Universidad de Cantabria"
        ),
        {"current_title": "Ingeniera de diseño", "current_employer": "TEDRA Global, S.L."},
    ),
    "present_appointment": (
        (
            "Ana Paz\nana.paz@fernpost.net\nPRESENT\nAPPOINTMENT\nAssistant Professor at Kestrel University\nPREVIOUS\nAPPOINTMENTS\n"
            "05/2008 - 12/2010 Instructor at Moor College"
        ),
        {"current_title": "Assistant Professor", "current_employer": "Kestrel University"},
    ),
    "open_end_before_a_cell": (
        "Jan Beck\njan.beck@fernpost.de\nBeruflicher Werdegang\n10/2016 - 07/2017\tHochschule Rosenau\n07/2017 -\tLagerhelfer bei Sturm",
        {"current_title": "Lagerhelfer", "current_employer": "Sturm"},
    ),
    "doctorate_in_brackets": (
        (
            "Jan Beck\njan.beck@fernpost.de\nAusbildung\n2022\tPromotion Politikwissenschaft (Dr. rer. soc.), Universität Rosenau\n"
            "2015\tMaster of Arts Politikwissenschaft, Universität Wien"
        ),
        {"highest_degree": "doctor", "school": "Universität Rosenau"},
    ),
    "degree_in_the_name_of_a_school": (
        "Ana Paz\nana.paz@fernpost.net\nFormação Acadêmica\nInstituto Serrano de Ensino Superior de Santa Rita (ISES)\nBacharelado, Contabilidade",
        {"school": "Instituto Serrano de Ensino Superior de Santa Rita"},
    ),
    "student_in_front_of_a_school": (
        "Ana Paz\nana.paz@fernpost.net\nFormação Acadêmica\n- Estudando pedagogia na Universidade Virtual de Serra Alta",
        {"school": "Universidade Virtual de Serra Alta"},
    ),
    "school_over_two_lines": (
        "Jan Beck\njan.beck@fernpost.de\nEducation\nPhD, Berlin School\nof Integrative Botany (BSIB)",
        {"school": "Berlin School of Integrative Botany"},
    ),
    "street_without_a_comma": (
        "Jan Beck\njan.beck@fernpost.de\nAddress: 267 19th Ave South Minneapolis, Minnesota 55455",
        {"city": "Minneapolis"},
    ),
    "link_beside_a_school": (
        (
            "Guy Morel\nExpérience professionnelle\n2002-2011, Maître de conférences en informatique, Ecole Centrale de Nantes\nFormation\n"
            "- Ecole Normale (devenue https://ens.example), Département informatique\n- Ingénieur en informatique, ENSIM, Evry, 1995"
        ),
        {"city": None},
    ),
    "street_and_code_of_germany": (
        (
            "Lebenslauf\nPersönliche Daten\nDr. Jan Beck\nRosenweg 9\n22999 Moorenfeld\nTelefon: 040 66969100\nMobil: 0171 3920012\n"
            "Geburtsort: Arezzo, Italien\nBerufserfahrung\n06.2012 - heute\tElektriker, Moor GmbH, Zürich, Schweiz"
        ),
        {"phones": ("+494066969100", "+491713920012"), "city": "Moorenfeld"},
    ),
    "number_of_a_card_below_its_label": (
        "Lino Duarte\nl.duarte@fernpost.uy\nCédula de\nidentidad:\n1.234.567-2\nTeléfono: 099 123 400\nDirección: Rivera 21, Montevideo, Uruguay",
        {"phones": ("+59899123400",)},
    ),
    "house_in_capitals_is_no_town": (
        "Ana Paz\nana.paz@fernpost.net\nInstituto Volta, Universidad de Serra\nCONIVET, Argentina\nEducación\nLicenciatura en Física",
        {"city": None},
    ),
    "dates_over_four_lines": (
        (
            "Lino Duarte\nl.duarte@fernpost.uy\nExperiencia laboral\nMayo del\n2013 hasta\ndiciembre del\n2015\n"
            "Docente, Universidad de la Sierra\nFebrero del\n2008 hasta\nabril del\n2012\nAyudante, Fundación Rivera"
        ),
        {"current_title": "Docente", "current_employer": "Universidad de la Sierra"},
    ),
    "start_and_end_behind_labels": (
        (
            "Marcos Felix\nm.felix@fernpost.br\nExperiência de Trabalho\n- Empresa: Serra Ltda\n- Cargo: Aprendiz\n"
            "- Início: 12/06/2017 Término: 11/10/2018\n- Empresa: Serra Ltda\n- Cargo: Assistente\n- Início: 26/10/2019 Término: 01/10/2022"
        ),
        {"current_title": "Assistente"},
    ),
    "swedish": (
        (
            "Kristina Lind\nk.lind@fernpost.se\nYrkeserfarenhet\n2014-nu\tMjukvaruingenjör på Norrsken AB\n2012-2014\tLabhandledning\n"
            "Utbildning\n2002-2008\tMagisterprogram i kemi, Norrlands universitet"
        ),
        {"current_title": "Mjukvaruingenjör", "current_employer": "Norrsken AB", "highest_degree": "master"},
    ),
    "firms_as_items_over_posts": (
        (
            "Guy Morel\nguy.morel@fernpost.ca\nExpérience\n• Voile Libre—Québec, QC, Canada\nProgrammeur, Support à la clientèle: Mai 2005-Février 2006\n"
            "• Chamois Info—Québec, QC, Canada\nCommis libraire: Octobre 2004-Mai 2005"
        ),
        {"current_employer": "Voile Libre"},
    ),
    "open_ends_between_ranges": (
        (
            "Nils Braun\nn.braun@fernpost.uk\nEmployment\n05/2018 - Professor of Economics, Kestrel University\n"
            "08/2017 - 04/2018 Reader in Economics, Moor University\n08/2013 - 07/2017 Lecturer, Moor University"
        ),
        {"current_title": "Professor of Economics", "current_employer": "Kestrel University"},
    ),
    "open_end_in_brackets": (
        (
            "Ibrahim Sule\ni.sule@fernpost.ca\nExperience\nGraduate Teaching Assistant (2023-), Department of Economics, Kestrel University, Moorland and"
            " Southmoor Island Campus, Canada\nTutor (2021-2022), Moor Ltd"
        ),
        {"current_title": "Graduate Teaching Assistant", "current_employer": "Kestrel University"},
    ),
    "firm_below_bare_dates": (
        (
            "Micah Brown\nm.brown@fernpost.us\nEMPLOYMENT\nJava Engineer\nYear-Year: 2019-2021\nMoor Finance\nSoftware Engineer\n"
            "Year-Year: 2021-Present\nKestrel Army"
        ),
        {"current_title": "Software Engineer", "current_employer": "Kestrel Army"},
    ),
    "country_behind_a_code": (
        "David Pearson\nd.pearson@fernpost.us\nResearch Scientist\nDurham, NC 27708 USA\nEducation\nPh.D. in Biology, Moor University",
        {"city": "Durham"},
    ),
    "subject_behind_a_colon": (
        "Ada Moor\nada.moor@fernpost.uk\nEducation\nUniversity of Southmoor: Natural Sciences M.Sci. (Physical)\tSep. 2017 - July 2021",
        {"school": "University of Southmoor", "highest_degree": "master"},
    ),
    "title_of_engineer": (
        "ir. Arne Van Den Kerk\narne.vdk@fernpost.be\nEducation\nPh.D. in Biology, KU Leuven",
        {"name": "Arne Van Den Kerk"},
    ),
}

JOBS = [
    ("2019 - 2022\tDozentin, Lehrstuhl für Botanik, Universität Zürich", "Dozentin", "Universität Zürich"),
    ("2019 - 2022\tLecturer, Department of Economics, Kestrel University", "Lecturer", "Kestrel University"),
    ("2019 - 2022\tStudentischer Tutor, Lernzentrum der Nordküste", "Studentischer Tutor", "Lernzentrum der Nordküste"),
    ("2019 - 2022\tTutorin für Statistik, AG Insurance", "Tutorin für Statistik", "AG Insurance"),
    ("Fundarte\tRemoto\nANALISTA DE SISTEMAS\t2022 - atual", "ANALISTA DE SISTEMAS", "Fundarte"),
    (
        "* since 2018: Lecturer in Disease Ecology\n* Kestrel University, UK",
        "Lecturer in Disease Ecology",
        "Kestrel University",
    ),
    ("IT Specialist\tSet. 2024 - Ott. 2025\nVerdania Italia: Banca e Finanza", "IT Specialist", "Verdania Italia"),
    ("2017 - présent\tPrésidence d'une société, Havai.tech", "Présidence d'une société", "Havai.tech"),
    ("2023-2025\tMoor College. Assistant Professor.", "Assistant Professor", "Moor College"),
    ("Teaching Assistant: Graduate Cryptography  Spring 2020 - Fall 2020", "Teaching Assistant", None),
    ("Fall 2024 - present\tProfessor, ECON 370", "Professor", None),
    ("2019 - 2022\tResearcher (project Oak https://oak.example), Moor Ltd", "Researcher (project Oak)", "Moor Ltd"),
]


@pytest.mark.parametrize("case", CASES)
def test_a_layout_of_europe(case: str, read: Callable[..., Reading]) -> None:
    text, expected = CASES[case]
    (found,) = read(f"{text}\nSkills\nPlanning, Excel, reports").resumes
    assert {field: getattr(found, field) for field in expected} == expected


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_a_job_of_europe(text: str, title: str, employer: str | None, sheet_of: Callable[..., Sheet]) -> None:
    job = read_job(sheet_of(f"Jo Lee\nExperience\n{text}\nEducation\nUniversity of Leeds"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Puestos ocupados", "experience"),
        ("Educación formal", "education"),
        ("Líneas de investigación", "projects"),
        ("Becas y premios", "awards"),
        ("Compétences linguistiques", "languages"),
        ("Wissenschaftliche Tätigkeiten", "experience"),
        ("Schulischer Werdegang", "education"),
        ("Experiência como instrutor de Linux", "experience"),
    ],
)
def test_a_heading_in_larger_print_that_no_list_knows(heading: str, kind: str) -> None:
    assert section_of_heading(heading, stands_out=True) == kind


def test_a_line_set_like_the_headings_opens_a_section_of_its_own(sheet_of: Callable[..., Sheet]) -> None:
    text = "Jo Lee\nEducation\nBSc, Moor College\nExperience\n2017 - 2018 Clerk, Moor Ltd\nOngoing work\nCar purchases, 2020 - 2024\nSkills\nExcel"
    large = dict.fromkeys((1, 3, 5, 7), 14.0)
    sheet = sheet_of(text, sizes={0: 20.0, **large})
    assert (sheet.sections[5], sheet.sections[6], sheet.headings[5]) == ("other", "other", True)
    assert sheet_of(text, sizes={0: 20.0, **large, 5: 12.0}).sections[6] == "experience"


def test_entries_set_like_the_headings_are_no_headings(sheet_of: Callable[..., Sheet]) -> None:
    text = "Jo Lee\nEducation\nBSc, Moor College\nExperience\nSenior Clerk\nMoor Ltd, 2017 - 2018\nSkills\nExcel"
    assert sheet_of(text, sizes={0: 20.0, **dict.fromkeys((1, 3, 4, 6), 14.0)}).sections[5] == "experience"


def test_words_of_firms_have_accents_and_are_compounds() -> None:
    assert employer_score("Université de Lorraine") > 0
    assert employer_score("Justus-Liebig-Universität Gießen") > 0
    assert employer_score("Stadtwerke Rosenau") > 0
    assert employer_score("Zeitzeugin") == 0
