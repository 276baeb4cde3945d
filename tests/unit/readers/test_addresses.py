"""How the post writes an address all over the world, and which line of a head tells the town of residence."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import make_sheet
from ringback.readers.html import document_of_html
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text

WRITTEN = [
    ("Fort Worth-TX-76108", "Fort Worth, TX", "US"),
    ("Milwaukee, WI", "Milwaukee, WI", "US"),
    ("1702 Shady Oak Trl Pflugerville TX 78660", "Pflugerville, TX", "US"),
    ("Penarth, Vale of Glamorgan", "Penarth", "GB"),
    ("Dar es Salaam, Tanzania", "Dar es Salaam", "TZ"),
    ("Boise, ID USA", "Boise, ID", "US"),
    ("4420 Lake Shore Dr. Chicago Illinois 60640", "Chicago", "US"),
    ("810 Long Hill Rd Middletown Connecticut", "Middletown", "US"),
    ("Detroit, MI ✈", "Detroit, MI", "US"),
    ("9 Rowan Gardens Swindon SN1 4AB", "Swindon", "GB"),
    ("North Haugh, St Andrews, Fife", "St Andrews", "GB"),
    ("Bury St Edmunds, Suffolk", "Bury St Edmunds", "GB"),
    ("Teh. & Distt. Ambala (Haryana) 134003", "Ambala", "IN"),
    ("Hyderabad, TS", "Hyderabad", "IN"),
    ("Greater Noida West, U.P.", "Greater Noida", "IN"),
    ("Benin City, Edo State, Nigeria", "Benin City", "NG"),
    ("Port Harcourt, Rivers", "Port Harcourt", "NG"),
    ("Colombo 05, Sri Lanka", "Colombo", "LK"),
    ("Kathmandu-32, Nepal", "Kathmandu", "NP"),
    ("City of Batac, Ilocos Norte, Philippines", "Batac", "PH"),
    ("Brgy. Poblacion, Makati City, Metro Manila", "Makati City", "PH"),
    ("Shah Alam, Selangor, MY", "Shah Alam", "MY"),
    ("Kwai Chung, N.T.", "Hong Kong", "HK"),
    ("Sarajevo, BIH", "Sarajevo", "BA"),
    ("Graz, AT", "Graz", "AT"),
    ("Saint-Étienne (42)", "Saint-Étienne", "FR"),
    ("3, allée des Tilleuls 35700 RENNES", "RENNES", "FR"),
    ("Chaussée de Wavre 120 à 1050 Bruxelles", "Bruxelles", "BE"),
    ("33160 Saint Médard en Jalles, France", "Saint Médard en Jalles", "FR"),
    ("Alcalá de Henares, Madrid", "Alcalá de Henares", "ES"),
    ("Vila Nova de Gaia, Porto", "Vila Nova de Gaia", "PT"),
    ("La Plata, Buenos Aires, Argentina", "La Plata", "AR"),
    ("Col. Centro, Guadalajara, Jal.", "Guadalajara", "MX"),
    ("Barrio El Poblado, Medellín - Antioquia", "Medellín", "CO"),
    ("Maracaibo, Edo. Zulia", "Maracaibo", "VE"),
    ("Santo André, São Paulo", "Santo André", "BR"),
    ("Quedas do Iguaçu PR", "Quedas do Iguaçu", "BR"),
    ("Brasil - Bahia - Salvador", "Salvador", "BR"),
    ("Belo Horizonte, MG, CEP 30130-010", "Belo Horizonte", "BR"),
    ("Gdańsk, woj. pomorskie", "Gdańsk", "PL"),
    ("Concepción, Región del Biobío, CL", "Concepción", "CL"),
    ("Springfield, Sangamon County, IL", "Springfield, IL", "US"),
    ("Kailua-Kona, HI", "Kailua-Kona, HI", "US"),
    ("Lebanon, TN", "Lebanon, TN", "US"),
]


@pytest.mark.parametrize(("address", "town", "country"), WRITTEN)
def test_town_of_an_address(address: str, town: str, country: str) -> None:
    place = place_of(address)
    assert (place.town, place.country, place.is_certain) == (town, country, True)


@pytest.mark.parametrize(
    "text",
    [
        "Licensed in Texas",
        "Marketing, Sales, Victoria",
        "Instituto Volta, Italy",
        "Nord de la France",
        "Colombia",
        "Costa Rica",
    ],
)
def test_no_town(text: str) -> None:
    assert place_of(text).town is None


def test_a_quarter_stays_in_the_town_that_lends_its_region_the_name() -> None:
    """Humaitá is a town of the Amazon and a quarter of Rio; the region of Rio holds no town of that name."""
    assert place_of("Humaitá, Rio de Janeiro").town == "Rio de Janeiro"


REST = "\n\nWORK EXPERIENCE\nAccountant, Larch & Weller, 2018 - Present\n- Kept the books\n\nEDUCATION\nBachelor of Commerce, Northgill University, 2014 - 2018\n"
HEADS = {
    "a quarter in front": ("Maren Oakley\nSatellite Town, Rawalpindi\nmaren@example.com", "Rawalpindi"),
    "a list that ends in a town": ("Maren Oakley\nCisco, Juniper, Palo Alto\nmaren@example.com", None),
    "a trade in front of a town": ("Maren Oakley\nSenior Accountant, ACCA, Lincoln\nmaren@example.com", None),
    "the region in the next line": (
        "Maren Oakley\nDrake Circus, Plymouth,\nDevon, PL4 8AA,\nUnited Kingdom\nmaren@example.com",
        "Plymouth",
    ),
    "a link that begins with a town": (
        "Adam Oakley\n07700 900123 | linkedin.com/in/adam-oakley | orcid.org/0009-0004-0000-0000",
        None,
    ),
    "a date above the address": (
        "Maren Oakley\nDecember 12/10/23, 2023\nMaple Lane 4, Chicago, IL, 60607\nmaren@example.com",
        "Chicago, IL",
    ),
    "a state that reads like a title": ("Maren Oakley\nTuen Mun, NT, HK\nmaren@example.com", "Hong Kong"),
    "a part of a metropolis": ("Maren Oakley\nSouth London\nmaren@example.com", "London"),
    "a town and its surroundings": ("Maren Oakley\nBordeaux et ses environs\nmaren@example.com", "Bordeaux"),
    "a sentence in Spanish": ("Maren Oakley\nReside en Cali, Valle del Cauca\nmaren@example.com", "Cali"),
    "an address over two lines": (
        "Maren Oakley\nmaren@example.com\nAddress: G.Sigadam,Srikakulam ,Andhra\nPradesh,India",
        "Srikakulam",
    ),
    "a region broken by the line": (
        "Maren Oakley\nAddress 1: G.Sigadam,Srikakulam ,Andhra\nPradesh,India\nmaren@example.com",
        "Srikakulam",
    ),
    "a town in small letters": ("Maren Oakley\nsomerville MA 02143 | maren@example.com", "Somerville, MA"),
    "a long name": ("Maren Oakley\nLas Palmas de Gran Canaria\nmaren@example.com", "Las Palmas de Gran Canaria"),
    "a canton behind the town": ("Maren Oakley\nAdresse: Untere Gasse 1, 9500 Wil SG\nmaren@example.com", "Wil"),
    "a long line of contacts": (
        f"Maren Oakley\nmaren_oakley@example.org ◆ Bengaluru, Karnataka, India ◆ linkedin.com/in/{'maren' * 20} ◆ Nationality: Nigerian",
        "Bengaluru",
    ),
    "a town behind Home": ("Maren Oakley\nT: 9416 5378 / Home: Singapore / e: maren@example.com", "Singapore"),
    "the middle of a region, far from contacts": ("Maren Oakley\nAccountant at Larch\nGreater Leeds Area", "Leeds"),
    "words of a form that are towns somewhere": ("Full name\tDate\nAddress\tPhone\nE-mail\tPosition applied for", None),
    "the country of a permit": ("Maren Oakley\nPermanent Residence: Colombia.\nmaren@example.com", None),
    "a street of which no town is told": ("Maren Oakley\nRua São Mateus, nº 14\nmaren@example.com", None),
}


@pytest.mark.parametrize(("head", "city"), HEADS.values(), ids=HEADS.keys())
def test_town_of_residence(head: str, city: str | None) -> None:
    assert city_of(document_of_text(head + REST, ReaderLimits())) == city


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("男 | 28岁 | 5年经验 | 诸暨", "诸暨"),
        ("湖南浏阳 | 女 | 1996年", "浏阳"),
        ("广东普宁", "普宁"),
        ("居住：新疆 石河子", "石河子"),
        ("万宁 | 高级工程师", None),  # his name
    ],
)
def test_a_town_below_the_prefectures(line: str, city: str | None) -> None:
    text = f"李文博\n{line}\n电话：13800138000\n\n教育背景\n2014.09-2018.06 某某大学 本科 会计学"
    assert city_of(document_of_text(text, ReaderLimits())) == city


SIDE_BARS = {
    "the place under the headline": (
        "Kontakt\nmaren@example.com\n\nCertifications\nCCNA\n\nMaren Oakley\nController | SAP\nBonn, Nordrhein-Westfalen, Deutschland\n\nZusammenfassung\nIch führe die Bücher.",
        "Bonn",
    ),
    "a sentence below a list": (
        "Maren Oakley\n\nPublications\nb. 1978, New Zealand, currently living in Glasgow.\n\nQualifications\nMFA Northgill School of Art 2015.",
        "Glasgow",
    ),
}


@pytest.mark.parametrize(("text", "city"), SIDE_BARS.values(), ids=SIDE_BARS.keys())
def test_town_outside_the_head(text: str, city: str) -> None:
    assert city_of(document_of_text(text, ReaderLimits())) == city


def test_a_closed_line_break_is_one() -> None:
    """Browsers read </br> as <br>."""
    page = "<h1>Maren Oakley</h1><p>17 rue Carpeaux</br>33160 Saint Médard en Jalles, France</br>maren@example.com</p><h2>Formation</h2><p>2015</p>"
    assert city_of(document_of_html(page, ReaderLimits())) == "Saint Médard en Jalles"


def city_of(document: object) -> str | None:
    assert isinstance(document, Document)
    found = read_city(make_sheet(document, read_file_name("x.md", source=None)))
    return found.value if found else None
