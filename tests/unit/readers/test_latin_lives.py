"""Lives told in German, French, Spanish, Dutch and Italian: birth, schools, retraining, unpaid posts, misspelt headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.handles import read_linkedin
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.person import read_gender
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.degrees import degrees_in, highest
from ringback.readers.fields.studies.education import read_education
from ringback.readers.normalise import fold

MakeSheet = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("Dr. Mara Velding\n1. August 1981\nRosenweg 9, 22869 Moorau", 1981),
        ("CV\nLine Moreau\n05/10/1999\n12 rue de la Lande", 1999),
        ("Rocco Fanti\nrocco@fanti.example\n11 Ottobre 1968\nLindau, IT", 1968),
        ("Ada Ros\nSesso Femminile | Data di nascita 30 Settembre 1990 | Nazionalità Italiana", 1990),
        ("Jan Velding\nGeburtsdaten:\n20.08.1993 in Moorau", 1993),
        ("Jan Velding\njan@velding.example\nDanish, 14.03.1971", 1971),
        ("Jan Velding\njan@velding.example\nMoorau, 14.03.2009", None),
        ("Jan Velding\n02.11.1998, Moorau Lindau, Norwegen jan@velding.example +47 40 61 23 45", 1998),
        ("Mara Velding\nMoorau, 3. Mai 2019\nRosenweg 9", None),
        ("Jan Velding\nProducer, 12.03.1999 to 14.08.2001", None),
    ],
)
def test_days_of_birth_without_a_label(sheet_of: MakeSheet, head: str, year: int | None) -> None:
    found = read_birth_year(sheet_of(f"{head}\nBerufserfahrung\n2019 - 2020 Koch, Gasthof Linde"))
    assert (found.value if found else None) == year


def test_gender_said_without_a_colon(sheet_of: MakeSheet) -> None:
    found = read_gender(sheet_of("Rocco Fanti\nSesso Maschile | Data di nascita 3 Maggio 1990"))
    assert found
    assert found.value == "male"


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Expérience professionelle", "experience"), ("Parcours profesionnel", "experience"), ("Genoten opleidingen", "education"),
        ("Lavori svolti", "experience"), ("Schulische Laufbahn", "education"), ("Me contacter", "basic"), ("Profesional de ventas", None),
    ],
)  # fmt: skip
def test_headings_misspelt_and_rare(heading: str, section: str | None) -> None:
    assert section_of_heading(fold(heading)) == section


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Promotion • Mathematik (cum laude)", "doctor"), ("Promotion, Universität Moorau", "doctor"), ("Sales Promotion, Marketing", None),
        ("Promotion to Senior Engineer", None), ("Ing. en Sistemas Computacionales", "bachelor"), ("Meesterdiploma Zang", "master"),
        ("DAEU B", "high_school"), ("Ubuntu 20.04 LTS", None),
    ],
)  # fmt: skip
def test_degrees_of_the_continent(text: str, level: str | None) -> None:
    found = highest(degrees_in(fold(text)))
    assert (found.level if found else None) == level


@pytest.mark.parametrize(
    ("studies", "school"),
    [
        ("Grundschule:\tGrundschule am Rund\nRealschule:\tLinden-Realschule\nFachoberschule:\tFachoberschule Moorau",
         "Fachoberschule Moorau"),
        ("08/1996 - 08/2000\nSprachheilschule Moorau\nLindau\n08/2004 - 08/2005\nFreie Förderschule\nLindau",
         "Freie Förderschule"),
        ("Universiteit\nKunst, Universiteit Moorgent, 2007\nConservatorium\nZang, Conservatorium van Lindau, 2005, Meesterdiploma",
         "Conservatorium van Lindau"),
        ("Título: Bachiller Técnico\nInstitución:\tInstitución educativa Santa Linda", "Institución educativa Santa Linda"),
    ],
)  # fmt: skip
def test_schools_left_last(sheet_of: MakeSheet, studies: str, school: str) -> None:
    found = read_education(sheet_of(f"Jan Velding\njan@velding.example\nSchulausbildung\n{studies}")).school
    assert found
    assert found.value == school


def test_schools_in_a_side_bar(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Jan Velding\nTalen\nNederlands\nHogeschool Moorau, Moorau\nLinde College, Lindau\nOpleidingen\n2012-2016\tHBO Informatica"
    )
    found = read_education(sheet)
    assert found.school
    assert found.school.value == "Hogeschool Moorau"


def test_retraining_is_no_job(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Mara Velding\nBeruflicher Werdegang\nZuletzt\nMaßnahme beim Berufsförderungswerk (BFW)\nBerufliche Orientierung"
    )
    job = read_job(sheet)
    assert job.title is None
    assert job.employer is None


def test_unpaid_posts_of_who_has_no_others(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Jan Velding\nEhrenamt\nLeiter für Personal\nKlimaring\nJun 2022 – Aktuell\nBildung\nB.Sc. Informatik, Universität Moorau"
    )
    job = read_job(sheet)
    assert job.title
    assert job.title.value == "Leiter für Personal"
    assert job.employer
    assert job.employer.value == "Klimaring"


def test_a_dash_behind_a_post(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("Jan Velding\nBerufserfahrung\n03.2020 - aktuell\tDevelopment Operations Engineer- lindwerk AG")
    job = read_job(sheet)
    assert job.title
    assert job.title.value == "Development Operations Engineer"
    assert job.employer
    assert job.employer.value == "lindwerk AG"


def test_a_name_below_cv(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "CV\nLine Moreau\nRéférent digital\n05/10/1999\n12 rue de la Lande\nPermis (B)\nFormation\nBTS Tourisme"
    )
    name, _ = read_name(sheet, [])
    assert name
    assert name.value == "Line Moreau"


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("adresse:\n270 rue des Landes 31340\nMoorepoix sur Linde", "Moorepoix sur Linde"),
        (
            "Dati\n33, Via Poggio alla Linda, 50063, Moorline e Lindisa Valdarno (FI), Italia",
            "Moorline e Lindisa Valdarno",
        ),
    ],
)
def test_small_towns_behind_a_post_code(sheet_of: MakeSheet, address: str, town: str) -> None:
    found = read_city(sheet_of(f"Line Moreau\n{address}\nTéléphone:\n06 39 98 00 00\nline@moreau.example"))
    assert found
    assert found.value == town


def test_the_profile_of_a_referee_is_not_ones_own(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("Mara Velding\nReferenzen\nJan Linde\tLehrer\nLinkedIn\thttps://www.linkedin.com/in/jan-linde")
    assert read_linkedin(sheet) is None


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Hallo, mijn naam is Jan Velding. Ik ben 21 jaar, en woon in Moorluis. Ik werk graag.", "Moorluis"),
        ("Ich heiße Mara Velding und wohne in Deutschland.", None),
    ],
)
def test_small_towns_that_a_sentence_tells(sheet_of: MakeSheet, text: str, town: str | None) -> None:
    found = read_city(sheet_of(f"Portfolio\nOver mij\n{text}\nOpleiding\nHogeschool Moorau"))
    assert (found.value if found else None) == town


def test_a_name_in_a_sentence_in_dutch(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("Portfolio GitHub\nOver mij\nHallo, mijn naam is Jan de Velding, developer.\nOpleiding\nHavo")
    name, _ = read_name(sheet, [])
    assert name
    assert name.value == "Jan de Velding"


def test_a_list_of_bare_posts_names_no_firm(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("Ana Soler\nExperiencia laboral\nAuxiliar Contable\nCajero\nLindero\nRecepcionista")
    job = read_job(sheet)
    assert job.title
    assert job.title.value == "Auxiliar Contable"
    assert job.employer is None


def test_seasons_over_houses(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Rocco Fanti\nEsperienze lavorative\nStagione estiva 2024 - Lindau, (BZ)\nDiamant Hotel (Chef de Rang)\n"
        "Stagione estiva 2022 - Lindenau, (SU)\nHotel Moora (Chef de Rang)\n2016/2018 - Moorton\nStanley Linde - Inventory Specialist"
    )
    job = read_job(sheet)
    assert job.employer
    assert job.employer.value == "Diamant Hotel"


def test_kind_of_contract_is_no_firm(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Jan Velding\nWerkervaring\nMiniwereld Moorau\nApril 2022 t/m heden\nFunctie: Operator\nDienstverband: Parttime"
    )
    job = read_job(sheet)
    assert job.employer
    assert job.employer.value == "Miniwereld Moorau"


@pytest.mark.parametrize(
    ("studies", "school"),
    [
        ("Colegio: Santo Lindo de Moor\nUniversidad: Universidad Linda de Moor", "Universidad Linda de Moor"),
        (("Intitución Santa Linda\nBachiller Académico - 2004\nUniversidad Linda a Distancia\nIngeniero de Sistemas - 2023\n"
         "Instituto de Formación Linda\nTécnico Profesional en Minas - 2008"), "Universidad Linda a Distancia"),
        ("ITS Angela Lindi - Moorano\n2024 - 2025 IFTS Developer", "ITS Angela Lindi"),
    ],
)  # fmt: skip
def test_schools_of_several(sheet_of: MakeSheet, studies: str, school: str) -> None:
    found = read_education(sheet_of(f"Ana Soler\nana@soler.example\nFormación académica\n{studies}")).school
    assert found
    assert found.value == school


@pytest.mark.parametrize(
    "title",
    [
        "Krantenbezorger",
        "Bodeguero",
        "Vérificateur",
        "Spülkraft",
        "Fattorino",
        "Manœuvre",
        "Servitør",
        "Ślusarz",
        "Ajudante de carga",
    ],
)
def test_posts_of_everyday(title: str) -> None:
    assert title_score(title) >= 0.6


def test_schools_of_a_child_are_no_jobs(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Jan Velding\nBerufserfahrung\n2013-2017 Moorauer Grundschule\n2017-2020 Lindau Gymnasium\n2023-heute Linde Berufskolleg Moorau"
    )
    job, school = read_job(sheet), read_education(sheet).school
    assert job.title is None
    assert job.employer is None
    assert school
    assert school.value == "Linde Berufskolleg Moorau"


def test_firm_and_what_one_worked_as(sheet_of: MakeSheet) -> None:
    job = read_job(
        sheet_of(
            "Jan Velding\nBerufserfahrung\nseit 12/2018 - Freibad als Bademeister\n04/2006 - Praktikum als Verkäufer"
        )
    )
    assert job.title
    assert job.employer
    assert (job.title.value, job.employer.value) == ("Bademeister", "Freibad")


def test_a_broken_line_opens_no_section(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Ana Soler\nFormação Acadêmica\nMestrado Profissional em\nInformática\nUniversidade Estadual de\nMontes Lindos\nConclusão em 2026"
    )
    school = read_education(sheet).school
    assert school
    assert school.value == "Universidade Estadual de Montes Lindos"


def test_papers_tell_the_country_of_a_number(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Ana Soler\nCedula de ciudadanía: 1020000178\nTeléfono: 3105550143\nReferencias\nMara Linde\nTel. 310-555-9396"
    )
    assert [found.value for found in read_phones(sheet)] == ["+573105550143"]


def test_a_month_is_no_firm(sheet_of: MakeSheet) -> None:
    job = read_job(
        sheet_of("Ana Soler\nExperiência\nWeb Developer\nJan - 2017 - Dez2018\nWeb Developer\nJan - 2016 - Dez2017")
    )
    assert job.employer is None


@pytest.mark.parametrize(
    "diploma", ["Diploma operatore turistico", "Diploma odontotecnico", "Ragioniere e perito commerciale"]
)
def test_diplomas_of_italian_schools(diploma: str) -> None:
    found = highest(degrees_in(fold(diploma)))
    assert found
    assert found.level == "high_school"


@pytest.mark.parametrize(
    ("line", "title", "firm"),
    [
        ("2019-heute: Gärtner im Botanischen Garten, München", "Gärtner", "Botanischen Garten"),
        ("2019-heute: Chefarzt im Linde Klinikum, Hamburg", "Chefarzt", "Linde Klinikum"),
        ("2019-heute: Altenpfleger im Seniorenheim St. Anna, Leipzig", "Altenpfleger", "Seniorenheim St. Anna"),
        ("2019-heute: Dachdeckermeister (selbstständig), München", "Dachdeckermeister", None),
        ("2019-heute: Bereichsleiter Gebäudereinigung, Frankfurt", "Bereichsleiter Gebäudereinigung", None),
        ("2019 - Actualidad: Dependienta en Lindera, Madrid", "Dependienta", "Lindera"),
        ("2019 - Actualidad: Albañil en Construcciones Linde S.L., Toledo", "Albañil", "Construcciones Linde S.L."),
        ("2019 - aujourd'hui : Serveuse chez Café de la Gare, Lyon", "Serveuse", "Café de la Gare"),
        ("2019 - Actualidad: Auxiliar en Enfermería, Lindera S.L.", "Auxiliar en Enfermería", "Lindera S.L."),
    ],
)
def test_jobs_of_everyday(sheet_of: MakeSheet, line: str, title: str, firm: str | None) -> None:
    job = read_job(
        sheet_of(f"Ana Soler\nana@soler.example\nBerufserfahrung\n{line}\n2015-2019: Koch bei Linde GmbH, Ulm")
    )
    assert (job.title.value if job.title else None, job.employer.value if job.employer else None) == (title, firm)


@pytest.mark.parametrize(
    "title",
    [
        "Postzustellerin",
        "Hoteldirektor",
        "Laveur de vitres",
        "Gerocultora",
        "Fornaio",
        "Fietskoerier",
        "Carteiro",
        "Tynkarz",
    ],
)
def test_more_posts_of_everyday(title: str) -> None:
    assert title_score(title) >= 0.6
