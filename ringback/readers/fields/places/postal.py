"""How the post writes an address in each country: what is rewritten before its parts are told, and its post codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ringback.readers import patterns as re
from ringback.readers.fields.wordlists import places_after_comma, town_key, towns

_SEASON = re.compile(r"\b(?:Spring|Summer|Fall|Autumn|Winter),? (?:19|20)\d\d\b")  # no post code of Spring
_STREET_IN_FRONT = re.compile(
    r"^\d[\w-]{0,6} [A-Z\d][^,|]{1,40}?\b(?:St|Street|Ave?|Avenue|Rd|Road|Dr|Drive|Blvd|Ln|Lane|Ct|Court|Way|Pl|Place|Pkwy|Cir"
    r"|Circle|Ter|Terrace|Hwy|Tra?i?l|Cv|Cove|Loop|Run|Pass|Bend|Sq|Xing|Path|Pike)\b\.?"
    r"(?: (?:NE|NW|SE|SW|[NSEW])\b\.?)?(?:,? (?:#|Apt\.?|Unit|Ste\.?|Suite) ?#?\w{1,5})?\s+"
    r"(?=[A-Z][a-z]+(?: [A-Z][a-z]+){0,2},? [A-Z]{2}\b)"
)  # 22 Beach St #4 Quincy MA
_CAPITAL_DISTRICT = re.compile(r"\b(Bogot[áa]|M[ée]xico|Caracas|Bras[íi]lia),? ?[-/]? ?D\.? ?[CF]\b\.?")
_UK_POSTCODE = re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b")
_UK_OUTWARD = re.compile(r"^[A-Z]{1,2}\d{1,2}[A-Z]? (?=[A-Z][a-z]+$)")  # W7 London
_IRISH_POSTCODE = re.compile(r"\b[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Y]{4}\b")
_UK_OUTWARD_BEHIND = re.compile(
    r"(?<=[a-z])(?:,\s*|\s+)(?:[A-Z]{1,2}\d{1,2}|[EW]C?\d[A-Z]|SW1[A-Z])(?=$|,)"
)  # London, SE15
_IN_BRACKETS = re.compile(
    r"^(.{2,90}?[^\s,(])\s*\([A-ZÀ-Þ][^()\d]{1,24}\)((?:\s*[-–,]?\s*\d{4,6})?)$"
)  # Jaipur (Raj.) - 302021
_EAST_OR_WEST = re.compile(r" ?\((?:[EWNS]|East|West|North|South)\.?\)(?=[,\s]|$)")  # Andheri (E), Mumbai
_WEST_INDIES = re.compile(r",?\s+W(?:\.\s?|\s)I\.?$")  # Kingston 6, Jamaica W.I.
_GLUED_CODE = re.compile(r"(?<=\b[A-Z]{2})(?=\d{5}(?:-\d{4})?$)")  # NY10032
_STATE_IN_SMALL = re.compile(r"(?<=[a-z,] )(?!De|La)[A-Z][a-z](?=,? \d{5}(?:-\d{4})?$)")  # Knoxville Tn 37920
_CANADIAN_POSTCODE = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b")
_POSTCODE = re.compile(
    r"〒?\b\d{3}-\d{4}\b|(?<![\w-])\d{2}-\d{3}(?= [A-ZÀ-Ž][a-zà-ž])|(?<=[a-z])\s?[-–]?\s?\d{3} \d{3}(?=$|,)"
    r"|(?<![\w.-])(?:SE?-|CZ-|SK-|GR-)?\d{3} \d{2}(?= [A-Z])"
    r"|(?<![\w-])(?:[A-Z]{1,2}-)?\d{4,6}(?:[- ]?\d{3,4}(?!\d)|-\d{5}(?!\d))?(?: [A-Z]{2}(?= [A-Z][a-z]))?(?!\w)"
)
_AUSTRALIAN = re.compile(r",? (?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT|Vic|Qld|Tas),? \d{4}\b")
_SHORT_REGION = re.compile(r"(?:^|, )([A-Z][a-z][a-z' ]*(?:[A-Z][a-z]+)?), ([A-Z]{2,3})$")  # Adelaide, SA
_COUNTRY_OF_REGION = {("AU", code): "Australia" for code in ("SA", "NT", "WA", "ACT", "TAS")} | {
    ("ZA", code): "South Africa" for code in ("SA", "RSA", "WC", "EC", "GP", "KZN", "FS", "NW", "MP", "LP")
}
_ITALIAN = re.compile(r"(?<=\d{5} )([A-Z][^\d(),]{2,24}?) \([A-Z]{2}\)")  # 20121 Milano (MI)
_TOWN_BEHIND_CODE = re.compile(r"(?<![\w.-])(\d{4,5}) ((?:[A-ZÀ-Þ][\w'’.-]+ ?){2,4})$")
_COUNTRY_IN_DOTS = re.compile(r",?\s+U\.\s?(A\.\s?E|S\.\s?A|K)\.?$")  # Dubai U.A.E.
_NAME_OF_CODE = re.compile(
    r"\b(?:CEP|C\.?P\.?|PLZ|PIN(?: ?code)?|ZIP(?: ?code)?|Post(?:al)? ?code)\b[\s.:-]*(?=\d|$)", re.IGNORECASE
)
_STATE_AND_COUNTRY = re.compile(r"(?<=, )([A-Z]{2}) (?=(?:USA?|U\.S\.A|United States)$)")  # Boise, ID USA
_DASHED_STATE = re.compile(r"(?<=[a-z])-([A-Z]{2})(?:-?(\d{5}))?$")  # Fort Worth-TX-76108
_CODE_BEHIND_WORD = re.compile(r" à (?=\d{4,5} [A-Z])")  # Chaussée de Wavre 120 à 1050 Bruxelles
_TERRITORIES = re.compile(
    r",\s*(?:(?:N\.\s?T\.?|New Territories|Kowloon)(?:[,\s]+(?:Hong Kong|H\.?\s?K\.?))?|NT[,\s]+(?:Hong Kong|HK))[\s.]*$",
    re.IGNORECASE,
)  # parts of Hong Kong
_SECTOR_BEHIND = re.compile(r",? [Ss]ect(?:or(?:ul)?)?\.? \d{1,2}$")  # București, Sector 3
_DECORATED = re.compile(r"[^\w.)\]'’]+$")  # Detroit, MI ✈
_LEVEL_IN_ROW = re.compile(
    r"(?<=[a-z\d.)]) +(?=(?:[Tt]al(?:uka?)?|[Tt]eh(?:sil)?|[Dd]ist(?:t|rict)?|[Tt]hana|[Mm]andal)\b\.?\s?[:-]?\s?[A-Z])"
)  # At. Post. Moorgaon Tal. Larchad Dist. Satara
_STATE_IN_DOTS = re.compile(r"(?<=[a-z])[, ] ?\(?([UMAHTW])\. ?([PNB])\.?\)?$")  # Agra U.P.
_BOX_IN_FRONT = re.compile(r"^B\.?P\.? ?:? ?\d[\d-]*,? +(?=[A-ZÀ-Þ])")  # BP 123 Douala
_POST_OFFICE = re.compile(
    r"(?<=[a-z]) P\.? ?O\.?,? +(?!Box|BOX)(?=[A-Z][a-z]+,?[ -]+\d{6}\b)"
)  # Moorgala P.O Kayamkulam 690559
_SMALL_BEFORE_PIN = re.compile(r"(?<=[ ,])([a-z]{4,})(?=[ ,-]{1,3}\d{3} ?\d{3}\.?$)")  # indiranagar banglore 560008
_CITY_BEHIND_STREET = re.compile(
    r"(?<=[a-z\d]) (St|Street|Rd|Road|Ave|Avenue|Blvd|Extension|Ext|Subd|Subdivision|Village)(\.?)"
    r" (?=([A-Z][a-z]+(?: [A-Z][a-z]+)?) City\b)"
)  # Lot 5 Narra St. Cebu City
_SAINT_BEHIND_QUARTER = re.compile(r"(?<=[a-z\d.]) (?=St[oa]\. [A-Z][a-z])")  # Brgy. San Larch Sto. Tomas Batangas
_REPUBLIC = re.compile(r" ?\(R\.? ?O\.? ?C\.?\)")  # Taiwan (R.O.C.)
_ZONE_IN_FRONT = re.compile(r"(?<=, )\d{1,3}-(?=[A-Z][a-z]{3,}$)")  # SECUNDERABAD, 12-Hyderabad
_SMALL_BEHIND_STREET = re.compile(
    r"(\b(?:street|st|road|rd|avenue|ave|lane|drive|crescent|cres|close|court|nagar|colony|estate|quarters|\w{3,}(?:gatan|vägen"
    r"|gata|straße|strasse|straat|laan))\b\.?(?: \d{1,4}[a-z]?)?(?:,[^,]{2,24}){0,4}, ?)"
    r"([a-zà-öø-ÿ]{4,})((?:,? (?:[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d|\d{5,6}))?\.?)$",
    re.IGNORECASE,
)  # 15 Moor crescent, brampton L6W 3Z9
_DIGIT = re.compile(r"\d")
_Test = Callable[[str], bool]
_Step = Callable[[str], str]


class Written(NamedTuple):
    """An address without its post codes; ``has_code`` says that there was one, ``has_uk_code`` a British one."""

    text: str
    has_code: bool
    has_uk_code: bool


def _without_dots(country: re.Match[str]) -> str:
    return f", U{re.sub(r'[^A-Z]', '', country[1])}"


def _in_capitals(state: re.Match[str]) -> str:
    return state[0].upper() if places_after_comma().get(state[0].lower()) == "US" else state[0]


def _without_province(match: re.Match[str]) -> str:
    """Return ``, 33013 Oviedo`` for ``33013 Oviedo ASTURIAS``: what follows the known town behind a post code is its province."""
    words = match[2].split()
    for n in range(len(words) - 1, 0, -1):
        town = " ".join(words[:n])
        if town_key(town) in towns() and words[n].isupper():
            return f", {match[1]} {town}"
    return match[0]


def _without_brackets(text: str) -> str:
    """Return ``Jaipur - 302021`` for ``Jaipur (Raj.) - 302021``."""
    region = _IN_BRACKETS.match(text)
    if region and town_key(region.group(1).rpartition(",")[2]) in towns():
        return region.group(1) + region.group(2)
    return text


def _with_country(text: str) -> str:
    """Return ``Adelaide, Australia`` for ``Adelaide, SA``: the short forms of regions that several countries have."""
    region = _SHORT_REGION.search(text)
    country = _COUNTRY_OF_REGION.get((towns().get(town_key(region[1])) or "", region[2])) if region else None
    return f"{text[: region.end(1)]}, {country}" if region and country else text


def _before_city(match: re.Match[str]) -> str:
    """Part a street from the known town behind it, as addresses of the Philippines leave the comma out."""
    is_known = "PH" in {towns().get(town_key(match[3])), towns().get(town_key(f"{match[3]} City"))}
    return f" {match[1]}{match[2]}, " if is_known else match[0]


def _as_town(match: re.Match[str]) -> str:
    """Return a town of India in small letters before its post code as others print it."""
    return match[0].title() if towns().get(town_key(match[0])) == "IN" else match[0]


def _as_capital(match: re.Match[str]) -> str:
    """Return the known town in small letters that ends an address with a street as others print it."""
    is_small_town = match[2].islower() and town_key(match[2]) in towns()
    return f"{match[1]}{match[2].title()}{match[3].upper()}" if is_small_town else match[0]


def _ends_in_digit(text: str) -> bool:
    return text[-1:].isdigit()


REWRITINGS: tuple[tuple[_Test, _Step], ...] = (  # a cheap test, and what is done to the address that meets it
    (lambda text: "U." in text, lambda text: _COUNTRY_IN_DOTS.sub(_without_dots, text)),
    (lambda text: not text[-1:].isalnum(), lambda text: _DECORATED.sub("", text)),
    (lambda text: "D" in text, lambda text: _CAPITAL_DISTRICT.sub(r"\1", text)),
    (lambda text: "Rep. of" in text, lambda text: text.replace("Rep. of", "Rep of")),
    (lambda text: "W" in text and "I" in text, lambda text: _WEST_INDIES.sub("", text)),
    (lambda text: "," in text, lambda text: _TERRITORIES.sub(", Hong Kong", text)),
    (lambda text: ", " in text, lambda text: _STATE_AND_COUNTRY.sub(r"\1, ", text)),
    (lambda text: "P" in text, lambda text: _NAME_OF_CODE.sub("", text)),
    (lambda text: "B" in text, lambda text: _BOX_IN_FRONT.sub("", text)),
    (lambda text: "." in text[-4:], lambda text: _STATE_IN_DOTS.sub(r", \1\2", text)),
    (lambda text: "al" in text or "ist" in text or "eh" in text, lambda text: _LEVEL_IN_ROW.sub(", ", text)),
    (lambda text: "St" in text, lambda text: _SAINT_BEHIND_QUARTER.sub(", ", text)),
    (lambda text: " & T" in text, lambda text: text.replace("Trinidad & Tobago", "Trinidad and Tobago")),
    (lambda text: "(R" in text, lambda text: _REPUBLIC.sub("", text)),
    (lambda text: "-" in text and "," in text, lambda text: _ZONE_IN_FRONT.sub("", text)),
    (lambda text: "," in text and not text.istitle(), lambda text: _SMALL_BEHIND_STREET.sub(_as_capital, text)),
    (lambda text: " City" in text, lambda text: _CITY_BEHIND_STREET.sub(_before_city, text)),
    (_ends_in_digit, lambda text: _POST_OFFICE.sub(", ", text)),
    (_ends_in_digit, lambda text: _SMALL_BEFORE_PIN.sub(_as_town, text)),
    (_ends_in_digit, lambda text: _SECTOR_BEHIND.sub("", _SEASON.sub(" ", text))),
    (lambda text: " à " in text, lambda text: _CODE_BEHIND_WORD.sub(", ", text)),
    (lambda text: text[-1:].isalpha(), lambda text: _TOWN_BEHIND_CODE.sub(_without_province, text)),
)
_BEFORE_CODES: tuple[tuple[_Test, _Step], ...] = (
    (lambda text: "-" in text, lambda text: _DASHED_STATE.sub(r", \1 \2", text).strip()),
    (_ends_in_digit, lambda text: _STATE_IN_SMALL.sub(_in_capitals, _GLUED_CODE.sub(" ", text))),
    (lambda text: text[:1].isdigit(), lambda text: _STREET_IN_FRONT.sub("", text)),
    (lambda text: "(" in text, lambda text: _without_brackets(_EAST_OR_WEST.sub("", text))),
)


def rewritten(text: str, steps: tuple[tuple[_Test, _Step], ...] = REWRITINGS) -> str:
    """Return an address in the one way of writing that its parts are told from."""
    for is_met, step in steps:
        if is_met(text):
            text = step(text)
    return text


def without_codes(text: str) -> Written:
    """Take the post codes out of a rewritten address."""
    text = rewritten(text, _BEFORE_CODES)
    if not _DIGIT.search(text):
        whole = _with_country(text) if text[-1:].isupper() else text
        return Written(whole, has_code=len(whole) != len(text), has_uk_code=False)
    n_before = len(text)
    has_outward = _has_outward_code(text)
    text = _UK_OUTWARD_BEHIND.sub("", text) if has_outward else text
    has_uk_code = bool(has_outward or _UK_POSTCODE.search(text) or _UK_OUTWARD.match(text))
    text = _AUSTRALIAN.sub(", Australia", _ITALIAN.sub(r"\1, Italy", text))
    text = _with_country(text) if text[-1:].isupper() else text
    text = re.sub(r"(?<=[a-z])-(?=\d{4,6}\b)", " ", text)
    text = _UK_OUTWARD.sub("", text)
    for code in (_UK_POSTCODE, _IRISH_POSTCODE, _CANADIAN_POSTCODE, _POSTCODE):
        text = code.sub(" ", text)
    return Written(text, len(text) != n_before or has_uk_code, has_uk_code)


def _has_outward_code(text: str) -> bool:
    """Tell ``London, SE15`` from a grade or a room: the first half of a post code stands behind a British town."""
    match = _UK_OUTWARD_BEHIND.search(text)
    town = text[: match.start()].rpartition(",")[2].strip() if match else ""
    return bool(town) and "GB" in {towns().get(town_key(town)), places_after_comma().get(town.lower())}
