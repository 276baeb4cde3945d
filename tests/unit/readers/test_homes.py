"""Where the person lives: towns called like words or other towns, and what of a head tells birth, trade or a form instead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.places.towns import city_in, names_no_town
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.latex import lines_of_latex
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text

REST = "\n\nExperience\nFlorist\nOrtwin Partners\n2016 - 2019\n- Kept the shop\n\nEducation\nBA, Northgill University, 2015\n"
HOMES = {
    "Kings Langley, Hertfordshire WD4": "Kings Langley",
    "East London, UK": "London",
    "East London, South Africa": "East London",
    "South East London": "London",
    "Greater London": "London",
    "Greater Manchester, UK": "Manchester",
    "Stockport, Greater Manchester": "Stockport",
    "Mobile, AL": "Mobile, AL",
    "12 Fir Street, Mobile, Alabama 36608": "Mobile",
    "Dallas-Fort Worth Metroplex": "Dallas-Fort Worth",
    "Minneapolis-St. Paul, MN": "Minneapolis-St. Paul, MN",
    "Honolulu, Hawai'i": "Honolulu",
    "București, Sector 3": "București",
    "Panciu, Vrancea": "Panciu",
    "Kecskemét, Bács-Kiskun": "Kecskemét",
    "Yokohama, Kanagawa": "Yokohama",
    "Saint Petersburg, Russian Federation": "Saint Petersburg",
    "From Dayton, Ohio": "Dayton",
    "Locality: Rosario, Santa Fe, Argentina": "Rosario",
    "Casablanca, Marokko": "Casablanca",
    "12 2e avenue, Québec": "Québec",
    "350 Fifth Avenue, New York": "New York",
    "Fir Street 12, Brno, Tschechien": "Brno",
    "Residing at: 12 Fir Street, Otley LS21 3AB": "Otley",
    "Ontario, Canada": None,
    "Massachusetts, USA": None,
    "Registered Nurse, Texas": None,
    "FCCA, UK": None,
    "CMA (USA)": None,
    "Member of the Royal Society, London": None,
    "Address: street and number, postcode city, country": None,
}
BIRTHS = (
    "Born September, 12th 1980 in Lugano, Switzerland",
    "born on May 12, 1990 in Dayton, Ohio",
    "Born 1990, Krakow, Poland",
    "Date of Birth: 12 May 1990 (Lyon, France)",
    "DOB: 12-05-1990, Pune",
    "Native of Oslo, Norway",
    "Natural de Braga, Portugal",
    "Born September, 12th 1980 in\nLugano, Switzerland",
)


@pytest.mark.parametrize(("line", "city"), HOMES.items(), ids=HOMES.keys())
def test_home(line: str, city: str | None) -> None:
    assert city_of(f"Maren Oakley\n{line}\nmaren@example.com{REST}") == city


@pytest.mark.parametrize("told", BIRTHS)
def test_a_place_of_birth_is_no_home(told: str) -> None:
    assert city_of(f"Maren Oakley\n{told}\nmaren@example.com{REST}") is None
    assert city_of(f"Maren Oakley\n12 Fir Street, Otley LS21 3AB\nmaren@example.com\n{told}{REST}") == "Otley"
    assert city_of(f"Maren Oakley\n{told}\n12 Fir Street, Otley LS21 3AB\nmaren@example.com{REST}") == "Otley"


BLOCKS = {
    "12 Fir Street\nOtley\nLS21 3AB\nUK": "Otley",
    "H.No 12-3, Gandhi Nagar\nVijayawada - 520003\nAndhra Pradesh": "Vijayawada",
    "S/o K. Rao,\n12, Temple Street,\nMadurai,\nTamil Nadu - 625001": "Madurai",
    "3/21 old road, near bus stand\nHosur (TK)\nKrishnagiri (DT)\nPIN-635109": "Krishnagiri",
    "Vill- Rampur, P.O.- Bazar\nP.S.- Sadar, Dist.- Gaya\nBihar, 823001": "Gaya",
    "12 Luna Street\nBrgy. San Jose\nAntipolo City, Rizal": "Antipolo City",
    "No 12, Jalan Mawar\nTaman Melati\n53100 Kuala Lumpur": "Kuala Lumpur",
    "12 Acacia Avenue\nRondebosch\nCape Town\n7700": "Cape Town",
    "12 Kauri Road\nMount Eden\nAuckland 1024": "Auckland",
    "Rua das Flores, 12 - Centro\nCuritiba - PR\nCEP 80020-000": "Curitiba",
    "Fir Street 5\n60318 Frankfurt a.M.": "Frankfurt a.M.",
}


@pytest.mark.parametrize(("block", "city"), BLOCKS.items(), ids=BLOCKS.keys())
def test_an_address_of_several_lines(block: str, city: str) -> None:
    assert city_of(f"Maren Oakley\nAddress: {block}\nPhone: 0113 496 0143\nEmail: maren@example.com{REST}") == city


@pytest.mark.parametrize(
    ("block", "city"),
    [
        ("H.No 12-3, Gandhi Nagar\nVijayawada - 520003", "Vijayawada"),
        ("12 Fir Street\nOtley\nLS21 3AB", "Otley"),
        ("P.O. Box 345,\nKisumu.", "Kisumu"),
    ],
)
def test_an_address_below_the_contacts(block: str, city: str) -> None:
    assert city_of(f"Maren Oakley\nmaren@example.com\n0113 496 0143\n{block}\n\nProfile\nA florist.{REST}") == city


def test_who_lives_and_works_in_a_town() -> None:
    told = "Currently living and working in Newcastle NSW, Australia, I am a florist with a love for wild flowers of the coast."
    assert city_of(f"Maren Oakley\n\n{told}{REST}") == "Newcastle"


def test_a_post_beside_the_name_is_no_town_of_the_country_below() -> None:
    assert city_of(f"Maren Oakley | Chief Flowerist\nBrasil\nmaren@example.com{REST}") is None


def test_a_school_with_days_is_no_contact() -> None:
    text = (
        "Maren Oakley\nmaren@example.com\n\nEducation\n\n01-06-2023–01-01-2025\tBA\tNorthgill University\tLeeds, UK\n"
    )
    assert city_of(text) is None


def test_regions_and_countries_name_no_town() -> None:
    assert names_no_town("Massachusetts, USA")
    assert not names_no_town("New York, USA")
    assert city_in("Brasil, Manhumirim, Minas Gerai") == "Manhumirim"


def test_contacts_beside_the_name_in_latex() -> None:
    source = r"""\documentclass{res}
\begin{document}
\name{\textbf{Maren Oakley}\\ 12 Fir Street $\|$ Otley, ND 58000\\ maren@example.com}
\section{Experience}
\end{document}"""
    lines = [line.text for line in lines_of_latex(source)]
    assert lines[:3] == ["Maren Oakley", "12 Fir Street | Otley, ND 58000", "maren@example.com"]


def city_of(text: str) -> str | None:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    found = read_city(make_sheet(document, read_file_name("x.txt", source=None)))
    return found.value if found else None


@pytest.mark.parametrize(
    ("contacts", "city"),
    [
        ("Larchhus, NO\tana@fernpost.no\t+47 40 00 00 00", "Larchhus"),
        ("ana@fernpost.net\n(+32) 470 000 000\nRoute de Moor 22, 4999 Larchave, BE", "Larchave"),
        ("ana@fernpost.net | +353 87 123 4567 | Larchmoor, IE", "Larchmoor"),
        ("ana@fernpost.net | +47 40 00 00 00 | Larchave, BE", None),  # contacts of another country
        ("ana@fernpost.it | +39 320 1234567 | Manager, IT", None),
    ],
)
def test_a_town_of_no_list_before_its_country(sheet_of: Callable[..., Sheet], contacts: str, city: str | None) -> None:
    home = read_city(sheet_of(f"Ana Moor\n{contacts}{REST}"))
    assert (home.value if home else None) == city


def test_place_of_birth_behind_its_date_is_no_home(sheet_of: Callable[..., Sheet]) -> None:
    home = read_city(sheet_of("Ana Moor\nGeburtsdatum- und -ort: 1987-01-10, Linz\nWohnort: Birkenstr 34 D-50858 Köln"))
    assert home is not None
    assert home.value == "Köln"


def test_the_languages_of_a_page_are_no_states(sheet_of: Callable[..., Sheet]) -> None:
    head = "Lebenslauf\nDE\tEN\nMARA VELDING\n02.11.1998, Casablanca Casablanca, Marokko mara@fernpost.net +212 661 234 567"
    found = read_city(sheet_of(f"{head}\nBerufserfahrung\n2015 - 2019\nMoor GmbH\nTechnikerin"))
    assert (found and found.value) == "Casablanca"


def test_the_town_of_a_school_is_no_home(sheet_of: Callable[..., Sheet]) -> None:
    text = "ANA MOOR\nana@fernpost.net\nEducation\nNorthmoor University\nPh.D., Physics (GPA: 3.5/4.0)\t2009-2014\n"
    assert (
        read_city(sheet_of(f"{text}Larch University, Seoul, Korea\nM.Sc., Physics (GPA: 4.1/4.3)\t2007-2009")) is None
    )


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("Lives in 20-950 Lublin, Poland. Best by mail.", "Lublin"),
        ("Based in D-34117 Kassel since 2019", "Kassel"),
        ("I live in 8400 Winterthur", "Winterthur"),
    ],
)
def test_a_post_code_between_the_verb_and_the_town(sheet_of: Callable[..., Sheet], line: str, town: str) -> None:
    found = read_city(sheet_of(f"Ana Moor\n{line}\nana@post.example"))
    assert found
    assert found.value == town


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("Santiago, Región Metropolitana, CL", "Santiago"),
        ("Porto, Norte, PT", "Porto"),
        ("Brno, South Moravia, CZ", "Brno"),
        ("Bogotá, Cundinamarca, CO", "Bogotá"),
        ("Boulder, Denver, CO", "Denver, CO"),
        ("Baker, Python, IT", None),
    ],
)
def test_letters_of_a_country_behind_any_region(sheet_of: Callable[..., Sheet], line: str, town: str | None) -> None:
    found = read_city(sheet_of(f"Ana Moor\nBaker\nana@post.example\n{line}\nGitHub: anamoor\nAbout\nBakes bread."))
    assert (found.value if found else None) == town
