"""What stands beside a value without a sign that parts them, and what the same words tell in other languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.likeness import p_resume
from schemas.records import Reading

MakeSheet = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("line", "school"),
    [
        (
            "Ph.D. in Education, Tides and Coastal Technology Northmoor State University 2002",
            "Northmoor State University",
        ),
        (
            "Master of Arts (M.A.), Sprache und Literatur, Germanistik Université de Nortemar, 2010",
            "Université de Nortemar",
        ),
        ("B.A. in Biological Sciences University of Northmoor 1993", "University of Northmoor"),
        ("B.Sc. Maschinenbau Technische Universität Seeau, 2012", "Technische Universität Seeau"),
        ("MPH, Public Health Larch Hollis University", "Larch Hollis University"),
        ("Dottorato in Fisica Università di Larchia 2016", "Università di Larchia"),
        ("PhD Computer Science ETH Zürich 2015", "ETH Zürich"),
        ("Bachelor of Science in Mechanical Engineering Texas A&M University 2015", "Texas A&M University"),
        ("Magister Anglistik Ludwig-Larch-Universität Moorau", "Ludwig-Larch-Universität Moorau"),
        ("Master Génie Logiciel Université de Nortemar 2014", "Université de Nortemar"),
        ("BFA, Art Center College of Design", "Art Center College of Design"),
        (
            "BSc, Larchia Information Science and Technology University",
            "Larchia Information Science and Technology University",
        ),
        ("BA, Communication University of Larchia", "Communication University of Larchia"),
        ("BA, Musik Hochschule Seeau", "Musik Hochschule Seeau"),
        ("BSc, Larchia Insititute of Technology", "Larchia Insititute of Technology"),
    ],
)
def test_fields_in_front_of_a_school(line: str, school: str) -> None:
    assert school_in(line, line) == school


@pytest.mark.parametrize(
    ("said", "title", "firm"),
    [
        ("Actualmente trabajo como Desarrolladora en Banco Nortemar.", "Desarrolladora", "Banco Nortemar"),
        (
            "Actualmente desempeño las labores de Arquitecta en Seguridad en el Área de Riesgos de\nBanco Nortemar. Antes viajé.",
            "Arquitecta en Seguridad",
            "Área de Riesgos de Banco Nortemar",
        ),
        ("Atualmente trabalho como analista de dados na Larch Sistemas.", "analista de dados", "Larch Sistemas"),
        ("Je suis actuellement ingénieur logiciel chez Larch SA.", "ingénieur logiciel", "Larch SA"),
        (
            "Derzeit bin ich als Projektleiterin bei der Larch Maschinenbau AG tätig.",
            "Projektleiterin",
            "Larch Maschinenbau AG",
        ),
        ("Derzeit arbeite ich als Controllerin bei der Larch AG in Köln.", "Controllerin", "Larch AG"),
        ("Atuo hoje como Gerente de Projetos no Banco Larch.", "Gerente de Projetos", "Banco Larch"),
        ("Attualmente lavoro come sviluppatrice presso Larch S.r.l. a Milano.", "sviluppatrice", "Larch S.r.l."),
        ("Ich arbeite seit 2019 als Softwareentwicklerin bei der Larch GmbH.", "Softwareentwicklerin", "Larch GmbH"),
    ],
)
def test_posts_of_today_in_other_languages(sheet_of: MakeSheet, said: str, title: str, firm: str) -> None:
    job = read_job(sheet_of(f"Mara Velding\nmara@velding.example\n{said}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, firm)


def test_a_house_behind_at_in_italian(sheet_of: MakeSheet) -> None:
    jobs = "Junior Developer\tApr 2018 - Sep 2018\nInternship at Università degli Studi di Larchia (Italy). Built a package."
    job = read_job(sheet_of(f"Mara Velding\nWork experience\n{jobs}"))
    assert job.employer is not None
    assert job.employer.value == "Università degli Studi di Larchia"


def test_the_town_behind_a_post_is_no_firm(sheet_of: MakeSheet) -> None:
    jobs = "since 2017\tTVL, Solution Architect, Freigericht\n2013-2014\tNorthmoor Institute, Web Designer, Frankfurt am Main"
    job = read_job(sheet_of(f"Mara Velding\nJob experience\n{jobs}"))
    assert job.employer is not None
    assert job.employer.value == "TVL"


@pytest.mark.parametrize(
    "post", ["Embedded software engineer", "Licensed practical nurse", "Testing engineer", "Marketing assistant"]
)
def test_posts_that_begin_as_deeds(sheet_of: MakeSheet, post: str) -> None:
    job = read_job(
        sheet_of(f"Mara Velding\nEmployment\nOct 2020 - Jul 2024\n{post}, Larch GmbH, San Giovanni Moor\nLed the work.")
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == (post, "Larch GmbH")


@pytest.mark.parametrize("at", ["na", "no", "em", "en"])
def test_a_headline_with_at_in_romance(sheet_of: MakeSheet, at: str) -> None:
    job = read_job(sheet_of(f"Mara Velding\nCoordenadora Web {at} Larch Sistemas de Informação\nmara@velding.example"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (
        "Coordenadora Web",
        "Larch Sistemas de Informação",
    )


@pytest.mark.parametrize(
    ("jobs", "title"),
    [
        (
            "Arquitecta de Software en Unidad de Datos – Banco Larch, Madrid.\nCTO en Fern Mobile S.L., Madrid.\nConsultora en Moor.",
            "Arquitecta de Software",
        ),
        (
            "Lead Architect at Cloud Unit – Larch Bank, London.\nCTO at Fern Mobile Ltd, London.\nConsultant at Moor, Leeds.",
            "Lead Architect",
        ),
    ],
)
def test_the_first_of_undated_jobs(sheet_of: MakeSheet, jobs: str, title: str) -> None:
    job = read_job(sheet_of(f"Mara Velding\nExperience\n{jobs}"))
    assert job.title is not None
    assert job.title.value == title


def test_courses_by_who_takes_them_are_no_employers(sheet_of: MakeSheet) -> None:
    jobs = (
        "Teaching experience\nNorthmoor University, Larchia\nTeaching Assistant\nTidal Economics (Undergraduate), Fall 2020\n"
        "Econometrics (Undergraduate, Head TA), Jul 2020-Jun 2021\nCoastal Theory (Graduate), Spring 2020"
    )
    job = read_job(sheet_of(f"Mara Velding\n{jobs}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (
        "Teaching Assistant",
        "Northmoor University",
    )


@pytest.mark.parametrize("part", ["Projekte", "Professional", "Personen", "Academic references"])
def test_parts_of_references_are_of_others(sheet_of: MakeSheet, part: str) -> None:
    sheet = sheet_of(
        "Mara Velding\nmara@velding.example\n+41 79 000 41 41\nBerufserfahrung\n2012 - 2016 Mediamatikerin, Larch AG\n"
        f"Referenzen\n{part}\nPersonen\nJan Holm\nLehrer\njan@holm.example\n+41 81 000 55 82"
    )
    assert [found.value for found in read_emails(sheet)] == ["mara@velding.example"]
    assert len(read_phones(sheet)) == 1


@pytest.mark.parametrize("heading", ["Kontaktpersonen", "Recomendações", "Raccomandazioni", "Persönliche Referenzen"])
def test_headings_over_who_is_asked(sheet_of: MakeSheet, heading: str) -> None:
    sheet = sheet_of(f"Mara Velding\nmara@velding.example\n{heading}\nJan Holm, Diretor, Larch Ltda\njan@holm.example")
    assert [found.value for found in read_emails(sheet)] == ["mara@velding.example"]
    assert read_job(sheet).employer is None


@pytest.mark.parametrize("said", ["Vivo en Valencia desde 2010.", "Residente em Porto Alegre"])
def test_where_one_lives_is_no_job(sheet_of: MakeSheet, said: str) -> None:
    job = read_job(sheet_of(f"Mara Velding\nmara@velding.example\n{said}"))
    assert (job.title, job.employer) == (None, None)


def test_the_rest_of_an_address_is_no_number(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("Mara Velding\nTurku, Finland\n(+358) 400 000 123\nhttp://orcid.org/0000-0002-\n1825-0097")
    assert [found.value for found in read_phones(sheet)] == ["+358400000123"]


@pytest.mark.parametrize(
    "said",
    ["1961 in Moorau/M geboren", "Birthday/place 14.5.1961 in Moorau", "Birthdate and place: 14.05.1961, Moorau"],
)
def test_births_with_their_place(sheet_of: MakeSheet, said: str) -> None:
    year = read_birth_year(sheet_of(f"Mara Velding\n{said}\nMalerin"))
    assert year is not None
    assert year.value == 1961


def test_a_region_in_brackets_is_not_the_town(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("Mara Velding\nLocalidade\nBlumenau, Santa Catarina, Brasil (Florianópolis e Região, Brasil)")
    city = read_city(sheet)
    assert city is not None
    assert city.value == "Blumenau"


@pytest.mark.parametrize(
    ("said", "town"),
    [
        ("Ich lebe seit 2010 in Freiburg und male.", "Freiburg"),
        ("Lebt und arbeitet in Leipzig", "Leipzig"),
        ("Vivo e lavoro a Bologna.", "Bologna"),
        ("Vive y trabaja en Sevilla", "Sevilla"),
        ("Vit et travaille à Toulouse", "Toulouse"),
        ("Natural de Salamanca, resido en Bilbao.", "Bilbao"),
    ],
)
def test_homes_that_sentences_tell(sheet_of: MakeSheet, said: str, town: str) -> None:
    city = read_city(sheet_of(f"Mara Velding\nmara@velding.example\n{said}"))
    assert city is not None
    assert city.value == town


def test_the_town_of_studies_is_not_home(sheet_of: MakeSheet) -> None:
    studies = "2013‐2015\tMaster Biosciences\tÉcole de Larchia\nLyon, France\n2012‐2013\tLicence Biosciences\tÉcole de Larchia\nLyon, France"
    assert read_city(sheet_of(f"Mara Velding\n+33 4 76 00 41 15\nFormation\n{studies}")) is None


def test_where_somebody_teaches_is_no_school_of_his(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Jan Velding\n1966 – 1973 Studium in Moorau, Philosophie\n1976 – 2010 Lehrer am Larch-Gymnasium Moorau"
    )
    assert read_education(sheet).school is None


def test_a_degree_finished_goes_before_one_that_goes_on(sheet_of: MakeSheet) -> None:
    studies = "Automação - SENAI/SMO\nTécnico - 2017/atual\nSistemas de Informação - UNOESC/SMO\nGraduação - 2003/2007"
    school = read_education(sheet_of(f"Mara Velding\nFormação Acadêmica\n{studies}")).school
    assert school is not None
    assert school.value == "UNOESC"


def test_how_to_use_a_page_is_no_resume(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Currículo Online - Mara Velding\nSobre\nEste currículo foi desenvolvido para Mara Velding.\nTecnologias Utilizadas\nHTML5\n"
        "Formação Acadêmica: Cursos e instituições.\nComo Usar\nClone ou baixe este repositório.\nAbra o arquivo resume.html.\n"
        "Contato\nEmail: mara@velding.example\nLicença\nAberto para uso pessoal."
    )
    assert p_resume(sheet, n_contacts=1, has_name=True) < 0.5


@pytest.mark.parametrize(
    ("front", "behind"),
    [("September 2020 – Present", "Sep 2010 – Jun 2014"), ("Jan 2020 - Present", "May2010 - June 2014")],
)
def test_dates_stand_right_behind_a_word(sheet_of: MakeSheet, front: str, behind: str) -> None:
    sheet = sheet_of(
        f"Mara Velding\nmara@mailbox.example\nEXPERIENCE\nHead Gardener{front}\nHolloway Parks Ltd, Leeds\n"
        f"EDUCATION\nUniversity of Westmoor{behind}\nBSc Botany"
    )
    job, studies = read_job(sheet), read_education(sheet)
    assert job.title is not None
    assert job.title.value == "Head Gardener"
    assert studies.school is not None
    assert studies.school.value == "University of Westmoor"


def test_a_month_within_a_name_stays(sheet_of: MakeSheet) -> None:
    assert (
        sheet_of("projectOctober and LaMay 20190 units of JavaScript 2015").shown[0]
        == "projectOctober and LaMay 20190 units of JavaScript 2015"
    )


def test_what_a_page_calls_its_document_is_no_school(sheet_of: MakeSheet) -> None:
    menu = "戚若川的博客\n首页\n个人简历\n- 个人简历PDF\n- 小学\n- 中学\n- 大学\n个人简历PDF\n小学\n苏溪小学\n大学\n江临大学\n"
    school = read_education(sheet_of(menu)).school
    assert school is not None
    assert school.value == "江临大学"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Developer resume", "Odile Farnham"),
        ("Head Gardener CV", "Odile Farnham"),
        ("Odile Farnham Resume", "Odile Farnham"),
        ("Baker Farnham Resume", "Baker Farnham"),
    ],
)
def test_what_post_a_resume_is_for_is_no_name(read: Callable[..., Reading], heading: str, name: str) -> None:
    below = "" if name in heading else "Odile Farnham\n\n"
    (found,) = read(f"# {heading}\n\n{below}Date of birth: 08.02.1982\n\n## Skills\n\n- Pruning\n", "x.md").resumes
    assert found.name == name


@pytest.mark.parametrize(
    ("below", "school"),
    [
        ("Web Design:\n• HTML\n• CSS\nDatabases:\n• SQL", None),
        ("Northgill Grammar School\n", "Northgill Grammar School"),
    ],
)
def test_what_was_taught_is_no_school(read: Callable[..., Reading], below: str, school: str | None) -> None:
    text = f"Dessa Pike\ndessa@mailbox.example\nEDUCATION\nHigh School Diploma - Science Track | 2020 - 2025\n{below}"
    (found,) = read(text).resumes
    assert (found.school, found.highest_degree) == (school, "high_school")


def test_what_became_of_a_school_is_no_name_of_it(sheet_of: MakeSheet) -> None:
    school = read_education(
        sheet_of(
            "Odile Farnham\nodile@mailbox.example\nEducation\n"
            "2007 - 2011, Engineer in Botany, at LSEN (School of Advanced Botany), Nortemar (France).\n"
            "Equivalent to a Master's Degree. The LSEN has been merged with Polytech Nortemar\n"
        )
    ).school
    assert school is not None
    assert school.value == "School of Advanced Botany"


def test_the_town_of_residence_tells_which_of_two_towns_an_address_means(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Mara Velding\nInformation Technologist\n@Madina - Moordentan\nGreater Accra\n(055) 669-0055\n"
        "mara@mailbox.example\nP.O.Box XR198, Larch Road-Accra\nEducation\nLarch College\nDiploma"
    )
    assert [found.value for found in read_phones(sheet)] == ["+233556690055"]


@pytest.mark.parametrize(
    "line",
    [
        "- {school}: BSc Botany, 2012",
        "PhD, Botany, {school}, 2012",
        "2008 - 2012: {school}, Bachelor of Science",
        "BSc Botany | {school} | 2012",
    ],
)
@pytest.mark.parametrize("school", ["Monash", "SLIIT", "SMK Negeri 1 Larch", "Larch Vishwavidyalaya", "Westmoor Tech"])
def test_schools_that_few_words_tell(sheet_of: MakeSheet, line: str, school: str) -> None:
    found = read_education(
        sheet_of(f"Mara Velding\nmara@mailbox.example\nSkills\nExcel\nEducation\n{line.format(school=school)}")
    ).school
    assert found is not None
    assert found.value == school


@pytest.mark.parametrize(
    ("line", "school"),
    [
        (
            "B.E., Information Technology, from Smt. Larchbai Moor college of Engineering, Pune, 2015",
            "Smt. Larchbai Moor college of Engineering",
        ),
        ("HSC from Larchaji college, 2011", "Larchaji college"),
        ("Diploma from Larchmoor polytechnic", "Larchmoor polytechnic"),
        ("Attended college, 2010", None),
        ("Teach college students", None),
        ("High school, 2010", None),
    ],
)
def test_a_kind_of_school_without_a_capital(line: str, school: str | None) -> None:
    assert school_in(line, line) == school


def test_what_a_page_asks_its_visitors_is_no_blank_form(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "Odile Farnham\nI am a baker with ten years of experience.\nI like long walks.\nHobbies:\nWalking\nWork experience\n"
        "House\tRole\tPeriod\nLarch Bakery\tBaker\t2012-2020\nFernwood Bread\tHead Baker\t2020-now\n"
        "Contact me\nYour name:\nYour email:\nYour message:\nSend!\n"
    ).resumes
    assert found.name == "Odile Farnham"


def test_dates_in_a_bracket_that_the_end_of_the_line_breaks(sheet_of: MakeSheet) -> None:
    job = read_job(
        sheet_of(
            "Mara Velding\nmara@mailbox.example\nJob Experience\nLarch Opera House, (November\n2018-May 2020), Lighting Technician\n"
            "Set up the lights.\nHolloway Plastics, (June 2020-July\n2020), Packer\nPacked plates into boxes.\nActivities\nChess"
        )
    )
    assert job.title is not None
    assert job.employer is not None
    assert (job.title.value, job.employer.value) == ("Packer", "Holloway Plastics")


def test_a_house_in_quotation_marks_stands_before_its_post(sheet_of: MakeSheet) -> None:
    job = read_job(
        sheet_of(
            'Odile Farnham\nodile@mailbox.example\nWork Experience\n2013 - 2019 "FERN-AIR Airlines" Cabin Attendant\n'
            '2010 - 2012 "Larch Hotel" Receptionist\nEducation\nBA History, University of Westmoor, 2009'
        )
    )
    assert job.title is not None
    assert job.employer is not None
    assert (job.title.value, job.employer.value) == ("Cabin Attendant", "FERN-AIR Airlines")


def test_a_link_to_write_to_may_begin_on_the_next_line(read: Callable[..., Reading]) -> None:
    (found,) = read(
        '<html><body><h1>Odile Farnham</h1><p>Baker</p><a href="mailto:\n\tODILE@MAILBOX.EXAMPLE">EMAIL</a>'
        "<h2>Experience</h2><p>Head Baker, Larch Bakery, 2019 - now</p></body></html>",
        "cv.html",
    ).resumes
    assert found.emails == ("odile@mailbox.example",)
