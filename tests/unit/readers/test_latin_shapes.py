"""Shapes of everyday resumes in German, French, Spanish, Portuguese and Italian: headings, dates, posts, schools, homes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.roles import family_of_title
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.degrees import degrees_in, highest
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold
from schemas.policy import RoleTaxonomy
from schemas.records import Reading

MakeSheet = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("2\tFormación académica", "education"), ("1 - Dados Pessoais", "basic"), ("3 - Dados Profissionais", "experience"),
        ("Educação e Formação Técnica", "education"), ("Opleidingen en diploma's", "education"), ("Przebieg pracy", "experience"),
        ("Référent digital", None), ("Expériences professionnelles choisies chez Nordwind", "experience"), ("Langues parlées chez Nordwind", None),
    ],
)  # fmt: skip
def test_headings_with_numbers_and_firms(heading: str, section: str | None) -> None:
    assert section_of_heading(fold(heading), stands_out=True) == section


def test_dates_in_brackets_are_no_numbers(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Ana Soler\nLindia, Argentina\nTel: +54 9 351 555 0142\nFormación\n(28/11/2011) Doctor en Física\n(03/2010-09/2010) Curso"
    )
    assert [found.value for found in read_phones(sheet)] == ["+5493515550142"]


def test_old_mobile_numbers_of_mexico_lose_their_one(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Ana Soler\n+52 1 3355550142\nana@soler.example\nGuadalajara, Jalisco, Mexico\nExperience\nClerk, 2019 - 2021"
    )
    assert [found.value for found in read_phones(sheet)] == ["+523355550142"]


def test_numbers_of_brazilians(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Eva Linda\n**16 anos, solteira.**\nCel. (11) 976475000\nE-mail: eva@linda.example\nOBJETIVO\nCrescer."
    )
    assert [found.value for found in read_phones(sheet)] == ["+5511976475000"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Calle Linde #417\nTeléfono: (871) 555-0142\nNacionalidad: Mexicana\nFormación", "+528715550142"),
        ("Nata a Lindau il 3 maggio 1992\n333 60 55 447\nFormazione", "+393336055447"),
        ("Geboren am 3. Mai 1992, ledig\n0176 5544701\nAusbildung", "+491765544701"),
        ("Fecha de nacimiento: 3 de mayo de 1992\nTfno. 612 345 678\nFormación", "+34612345678"),
    ],
)  # fmt: skip
def test_numbers_of_short_resumes(text: str, number: str, sheet_of: MakeSheet) -> None:
    assert [found.value for found in read_phones(sheet_of(f"Eva Linda\neva@linda.example\n{text}\n2010"))] == [number]


@pytest.mark.parametrize(
    ("head", "rest", "numbers"),
    [
        (
            "☎ 0152 5550 1739",
            "Student at the Technical University of Dortmund\nSchool of Sfax, Tunisia",
            ["+4915255501739"],
        ),
        ("Address Larchweg 7, 52066 Aachen, Germany\nMobile +46 15755539101", "", []),  # Swedish, and too long
        ("MARCO\nDIAZ DE LOM\n☎ 11 5550-6420\nmarcodiazdelom@post.example", "", []),  # Marco is a town of Brazil too
    ],
)
def test_numbers_whose_country_only_looks_told(head: str, rest: str, numbers: list[str], sheet_of: MakeSheet) -> None:
    sheet = sheet_of(f"{head}\nEDUCATION\n2020 Bachelor of Arts\n{rest}\n")
    assert [found.value for found in read_phones(sheet)] == numbers


def test_the_present_without_accents_is_the_present() -> None:
    period = period_in("06/2024 ate o presente")
    assert period is not None
    assert period.end == NOW


def test_a_day_may_stand_between_dashes() -> None:
    period = period_in("01-11-2020 - 01-09-2022")
    assert period is not None
    assert (round(period.start, 2), round(period.end, 2)) == (round(2020 + 11 / 13, 2), round(2022 + 9 / 13, 2))


@pytest.mark.parametrize(
    ("lines", "title", "employer"),
    [
        ("10/2016 bis 04/2021\nBachelor of Engineering, ohne Abschluss\nFachhochschule Lind\n01/2019 bis 08/2020\nHilfswissenschaftler\nlindwerk GmbH & Co KG",
         "Hilfswissenschaftler", "lindwerk GmbH & Co KG"),
        ("2011\nà ce jour\tNORDWIND, Lyon, Ingénieur de recherche\n2007-2009\tBoutique Lind, Lyon, Vendeur", "Ingénieur de recherche", "NORDWIND"),
        ("2019 - 2023\nCajera en Supermercados Lind Verde\nAtención al público", "Cajera", "Supermercados Lind Verde"),
        ("Responsabile dei Sistemi | Comune di Lindau,\nLindenau.\nDicembre 2022 - In Corso | Presenza | Linde, Italia\nGestione del team",
         "Responsabile dei Sistemi", "Comune di Lindau"),
        ("Lindwerk Servicios — Técnico electromecánico (Línea\nmaquinaria electromanual)\nFebrero 2019 – Actual\nMantenimiento de maquinaria.",
         "Técnico electromecánico (Línea maquinaria electromanual)", "Lindwerk Servicios"),
        ("2018 - 2022\nInfirmier au CHU de Lindon\nSoins aux patients", "Infirmier", "CHU de Lindon"),
        ("01/2018 - heute\nPflegehelferin, Seniorenheim Lindenhof\nPflege", "Pflegehelferin", "Seniorenheim Lindenhof"),
        ("Seit August\t2016\tMaurer bei der Lind AG\nNovember\t2015\tProjekt L-Minus Messe", "Maurer", "Lind AG"),
    ],
)  # fmt: skip
def test_jobs(lines: str, title: str, employer: str, sheet_of: MakeSheet) -> None:
    job = read_job(sheet_of(f"Jo Lind\njo@lind.example\nBerufserfahrung\n{lines}"))
    assert job.title is not None
    assert job.employer is not None
    assert (job.title.value, job.employer.value) == (title, employer)


def test_pins_and_full_stops_part_firm_and_town(sheet_of: MakeSheet) -> None:
    for line in ("Lindbank (Groupe européen) \U0001f4cd Île-de-France", "Lindbank (Groupe européen) . Paris"):
        job = read_job(
            sheet_of(f"Jo Lind\njo@lind.example\nExpériences\n{line}\nChargée de clientèle\n04-2023 - Aujourd'hui")
        )
        assert job.employer is not None
        assert job.employer.value.startswith("Lindbank (Groupe européen)")
        assert len(job.employer.value) == len("Lindbank (Groupe européen)")


def test_icons_of_a_font_are_no_words(read: Callable[..., Reading]) -> None:
    page = (
        "<h1>Jo Lind</h1><p>jo@lind.example</p><h2>Beruflicher Werdegang</h2><table><tr><td>05.2017 - aktuell</td><td>Systemadministrator - "
        "<i>Lindwerk AG</i><i class='icons material-icons'>expand_more</i></td></tr></table><h2>Ausbildung</h2><p>Abitur</p>"
    )
    (found,) = read(page, "x.html").resumes
    assert found.current_employer == "Lindwerk AG"


def test_the_firm_may_stand_in_the_heading(sheet_of: MakeSheet) -> None:
    text = (
        "Jo Lind\njo@lind.example\nExpériences professionnelles chez Nordwind\n- Avr 2015 - Avr 2023 : Testeur logiciel"
    )
    job = read_job(sheet_of(text, sizes={0: 18.0, 2: 14.0}))
    assert job.employer is not None
    assert job.employer.value == "Nordwind"


@pytest.mark.parametrize(
    "title",
    ["Testeur logiciel", "Laborantin", "Fleuriste", "Mediamatikerin", "Caporeparto", "Vrachtwagenchauffeur", "Strażak", "Kassör"],
)  # fmt: skip
def test_trades_are_posts(title: str) -> None:
    assert title_score(title) == 1.0


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Doctor en Física", "doctor"), ("Fachhochschulreife", "high_school"), ("Polymechaniker EFZ", "college"),
        ("École d'ingénieurs de Lind", "master"), ("Master LIND (Manager en systèmes d'information) - 2023-2025", "master"), ("Cand. polyt.", "master"),
        ("Graduado en Educación Secundaria Obligatoria", "high_school"), ("CAP cuisine", "high_school"), ("Diplomado en Programación Java", "other"), ("Diplomada en Enfermería", "bachelor"), ("Burgerlijk Ingenieur optie ICT", "master"), ("Technikum Ekonomiczne", "high_school"),
    ],
)  # fmt: skip
def test_degrees(text: str, level: str) -> None:
    found = highest(degrees_in(fold(text)))
    assert found is not None
    assert found.level == level


@pytest.mark.parametrize(
    "school",
    ["Kaufmännische Schule Lindau", "WU Wien", "Malmö högskola", "Hanzehogeschool Lindingen", "Boğaziçi Üniversitesi", "IFSP", "ROC van Linden",
     "Zespół Szkół nr 1", "ERWACHSENEN SCHULE", "lycée Gustave Lindet"],
)  # fmt: skip
def test_schools(school: str) -> None:
    assert school_in(fold(school), school) == school


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("Técnico em Informática - (IFPE) Lindanhuns - PE", "IFPE"), ("RWTH Aachen Aachen, Deutschland", "RWTH Aachen"),
        ("(2018 - Atual) Universidade Federal de Lindense", "Universidade Federal de Lindense"),
        ("Técnico - ETEC Rosa Linda http://rosalinda.example/", "ETEC Rosa Linda"), ("BTS Assistant de Gestion . Lycée Lindère . Lyon", "Lycée Lindère"),
    ],
)  # fmt: skip
def test_schools_among_signs(line: str, school: str) -> None:
    assert school_in(fold(line), line) == school


def test_a_school_goes_on_at_its_town(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Jo Lind\njo@lind.example\nOpleiding\nsep 2013 - mei 2016\nBiomedische Techniek (MSc) - Technische Universiteit\nEindhoven (TU/e)."
    )
    school = read_education(sheet).school
    assert school is not None
    assert school.value == "Technische Universiteit Eindhoven"


def test_a_month_is_no_school_and_a_school_of_children_none_of_trades(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("Jo Lind\njo@lind.example\nAusbildung\nMittlere Reife\nAbendkurs\nAugust 2018 – März 2020")
    school = read_education(sheet).school
    assert school is None or school.value == "Abendkurs"
    sheet = sheet_of(
        "Jo Lind\njo@lind.example\nSchulbildung\n2022 – 2026\nBerufsbildungszentrum Lindau\nbis 2020\nObligatorische Schule"
    )
    school = read_education(sheet).school
    assert school is not None
    assert school.value == "Berufsbildungszentrum Lindau"


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("Endereço: Rua Milton Carvalho, 636", None), ("35 Jahre, wohnhaft in Bremen", "Bremen"), ("Résidant à Toulouse depuis 2010", "Toulouse"),
        ("Residente em Coimbra", "Coimbra"), ("Woonachtig in Utrecht", "Utrecht"), ("Londrina, PR | +55 (43) 99991-5400", "Londrina"),
        ("LIND@POST.EXAMPLE | CROTONE, KR", "CROTONE"), ("16 anos, solteira, brasileira.", None), ("Lindstrasse 19, 4052 Basel-CH", "Basel"),
        ("Anschrift\nJo Lind\nFichtestraße 29\n04275 Leipzig", "Leipzig"), ("Endereço: Sítio Mimo, Nº", None),
        ("12 rue du Lac, 69006 Lyon 6ème", "Lyon"), ("Nord de la France / Belgique", None), ("Geburtsdatum: 03.10.1992, Linz", None),
        ("Buenos Aires, Argentina (Remoto/Híbrido)", "Buenos Aires"),
    ],
)  # fmt: skip
def test_homes(line: str, town: str | None, sheet_of: MakeSheet) -> None:
    found = read_city(sheet_of(f"Jo Lind\njo@lind.example\n{line}\nFormation\nBac"))
    assert (found.value if found else None) == town


def test_the_younger_is_part_of_a_name() -> None:
    assert latin_score("Alessandro Marques Lindo Junior") > 0.8
    assert latin_score("Software Engineer Junior") == 0.0
    assert latin_score("Erin An") > 0.8
    assert latin_score("An Engineer") == 0.0


@pytest.mark.parametrize(
    ("lines", "school"),
    [
        ("Universität: Biologie an der Lindauer Universität 2016-2020", "Lindauer Universität"),
        ("seit 2011\tStudium der Physik, Freie Universität Lindau\n2010\tAbitur, Gymnasium Linde, Lindau", "Freie Universität Lindau"),
        ("2001-heden: Burgerlijk Ingenieur in de Computerwetenschappen optie ICT, Universiteit\nGent", "Universiteit Gent"),
    ],
)  # fmt: skip
def test_studies_and_their_schools(lines: str, school: str, sheet_of: MakeSheet) -> None:
    found = read_education(sheet_of(f"Jo Lind\njo@lind.example\nAusbildung\n{lines}")).school
    assert found is not None
    assert found.value == school


def test_a_middle_school_is_no_master(sheet_of: MakeSheet) -> None:
    education = read_education(sheet_of("Jo Lind\njo@lind.example\nAusbildung\nMittelschule\tMS Lindenau\t2017 – 2021"))
    assert education.degree is None or education.degree.value.level == "high_school"


def test_for_oneself_is_no_post_where_another_cell_names_one(sheet_of: MakeSheet) -> None:
    job = read_job(
        sheet_of(
            "Jo Lind\njo@lind.example\nExperiência\nTradutora, Analista de Qualidade\nFreelancer Remoto · 2010 – atual"
        )
    )
    assert job.title is not None
    assert job.title.value == "Tradutora"


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Chef de projet développement web", "technology"), ("Krankenschwester", "service"), ("Mozo de almacén", "logistics"),
        ("Operaio", "manufacturing"), ("Auxiliar administrativo", "operations"), ("Księgowa", "finance"), ("Docente de informática", "other"),
    ],
)  # fmt: skip
def test_families_of_posts(title: str, family: str, taxonomy: RoleTaxonomy) -> None:
    assert family_of_title(title, taxonomy) == family
