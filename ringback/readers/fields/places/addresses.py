"""Postal addresses and places in Latin letters: which part is the town, and which country it lies in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ringback.readers.fields.wordlists import places_after_comma, town_key, towns

MAX_PARTS = 8
MAX_TOWN_WORDS = 4
_SEASON = re.compile(r"\b(?:Spring|Summer|Fall|Autumn|Winter),? (?:19|20)\d\d\b")  # no post code of Spring
_NO_TOWNS = frozenset(
    {
        "mobile",
        "phone",
        "home",
        "work",
        "contact",
        "male",
        "mar",
        "january",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "october",
        "november",
        "december",
        "present",
        "union",
        "mba",
        "pmp",
        "dni",
        "pan",
        "nic",
    }
)  # words of forms and months that are also towns

_DEGREES = frozenset(
    {"m.d", "m.a", "m.s", "m.e"}
)  # behind a trade or a name; states are printed without dots in between
CITY_REGIONS = frozenset({"dubai", "abu dhabi", "sharjah", "ajman"})
_STREET_IN_FRONT = re.compile(
    r"^\d[\w-]{0,6} [A-Z\d][^,|]{1,40}?\b(?:St|Street|Ave?|Avenue|Rd|Road|Dr|Drive|Blvd|Ln|Lane|Ct|Court|Way|Pl|Place|Pkwy|Cir"
    r"|Circle|Ter|Terrace|Hwy|Trail)\b\.?(?: (?:NE|NW|SE|SW|[NSEW])\b\.?)?(?:,? (?:#|Apt\.?|Unit|Ste\.?|Suite) ?#?\w{1,5})?\s+"
    r"(?=[A-Z][a-z]+(?: [A-Z][a-z]+){0,2},? [A-Z]{2}\b)"
)  # 22 Beach St #4 Quincy MA
_CITY_STATES = frozenset({"HK", "SG", "MO", "MC", "LU"})
_PART = re.compile(r"\s*[,;()/|]\s*|\s+[-–—]\s+")
_UNIT = re.compile(
    r"^(?:(?:apt|apartment|unit|suite|ste|rm)\b\.?\s?#?\w{1,5}|#\s?\w{1,5}|[A-Z]-?\d{1,4})\s+(?=[A-Z][a-z]{2})",
    re.IGNORECASE,
)  # K-107 Albuquerque NM
_WITH_PROVINCE = re.compile(
    r"([A-ZÀ-Þ][^\W\d_]+(?:[ '’-][^\W\d_]+){0,4})(?:, ?| ?[/–—-] ?| ?\()([A-Z]{2})\)?$"
)  # Londrina - PR, Crotone (KR)
_PROVINCES_SHORT = frozenset({"BR", "IT"})
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
_WEST_INDIES = re.compile(r",?\s+W\.?\s?I\.?$")  # Kingston 6, Jamaica W.I.
_GLUED_CODE = re.compile(r"(?<=\b[A-Z]{2})(?=\d{5}(?:-\d{4})?$)")  # NY10032
_STATE_IN_SMALL = re.compile(r"(?<=[a-z,] )(?!De|La)[A-Z][a-z](?=,? \d{5}(?:-\d{4})?$)")  # Knoxville Tn 37920
_CANADIAN_POSTCODE = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b")
_POSTCODE = re.compile(
    r"〒?\b\d{3}-\d{4}\b|(?<![\w-])\d{2}-\d{3}(?= [A-ZÀ-Ž][a-zà-ž])|(?<=[a-z])\s?[-–]?\s?\d{3} \d{3}$"
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
_QUARTER = re.compile(  # Aarhus C, Dublin 8, Paris 11e; but no March 12
    r"^(?!(?:Jan|Feb|March|April|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b)([A-ZÀ-Þ][^\W\d_]{3,20})"
    r" (?:[A-Z]|\d{1,2}e?|[IVX]{1,5})\.?$"
)
_HYPHENATED = re.compile(r"^([A-ZÀ-Þ][^\W\d_]{3,20})-[A-ZÀ-Þ][^\W\d_]{2,20}$")  # Hamburg-Altona
_STREET = re.compile(
    r"\d|\bC/ |\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|boulevard|blvd|way|place|row|close|apt|suite|floor"
    r"|room|unit|flat|block|building|tower|house|p\.?\s?o\.?\s?box|rue|strasse|straße|allee|platz|weg|calle|avda|via|avenida|rua"
    r"|\w{3,}(?:straße|strasse|gasse|platz|allee|straat|laan|gatan|vägen)|carrera|plaza|paseo|rua|viale|piazza|ulica|ul"
    r"|sítio|fazenda|estrada|rodovia|travessa|alameda|bairro|condomínio|povoado|urbanización|urb|manzana|callejón|carretera"
    r"|impasse|lotissement|lieu-dit|chemin|contrada|vicolo|\w{3,}(?:weg|damm|chaussee|steig|pfad)"
    r"|nagar|colony|sector|phase|marg|jalan|jl|utca|department|university|college|institute)\b",
    re.IGNORECASE,
)
_SAINT = re.compile(r"^St\.? (?=[A-Z])")
_TOWN_SHAPE = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž][\w'’.-]*)(?: (?:[A-ZÀ-ÞĀ-Ž][\w'’.-]*|de|del|la|le|am|an der|upon|on|of|the|i))*"
)
_STATE_BEHIND = re.compile(r"^(.{3,}?)[ ]+((?-i:[A-Z]{2,3})|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?$")
_POST_NOMINAL = re.compile(
    r"[MF][RA]C[A-Z]{1,4}|MB[A-Z]{2,4}|LRC[A-Z]{1,3}|D(?:CH|NB|CN|RCOG|TMH)|PLAB|USMLE"
)  # MRCP (UK)
_HONORIFICS = frozenset({"Ms", "Mr", "Mrs", "Mx"})  # no Mississippi
_AREA = re.compile(
    r"^(?:greater|région de|region of|metro|metropolitan|area of)\s+|\s+(?:area|metropolitan area|metro area|bay area)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """``town`` as printed, with the short form of an American state (``Seattle, WA``); ``country`` an ISO code.

    ``is_certain`` says that a country, a state or a post code stands beside the town, not its name alone.
    """

    town: str | None = None
    country: str | None = None
    is_certain: bool = False


_OPEN_END = re.compile(r" (?:de|du|des|la|del|della|do|da|of|the|von)$")  # Nord de la France


@lru_cache(maxsize=2048)  # the same pieces are asked about by several fields
def place_of(text: str) -> Place:
    """Return the town and country of an address or a place; an empty place when the text is neither."""
    if len(text) > 120 or "@" in text or not re.search("[A-Za-zÀ-ỹ]{3}", text):  # noqa: PLR2004 - a sentence is no address
        return Place()
    if with_province := _with_province(text):
        return with_province
    text = _CAPITAL_DISTRICT.sub(r"\1", text) if "D" in text else text
    text = _SEASON.sub(" ", _WEST_INDIES.sub("", text.replace("Rep. of", "Rep of")))
    text = _TOWN_BEHIND_CODE.sub(_without_province, text) if text[-1:].isalpha() else text
    printed = text
    text = _STATE_IN_SMALL.sub(_in_capitals, _GLUED_CODE.sub(" ", text)) if text[-1:].isdigit() else text
    text = _STREET_IN_FRONT.sub("", text) if text[:1].isdigit() else text
    text = _EAST_OR_WEST.sub("", text)
    region = _IN_BRACKETS.match(text) if "(" in text else None
    if region and town_key(region.group(1).rpartition(",")[2]) in towns():
        text = region.group(1) + region.group(2)
    n_before = len(text)
    has_outward = _has_outward_code(text)
    text = _UK_OUTWARD_BEHIND.sub("", text) if has_outward else text
    has_uk_code = bool(has_outward or _UK_POSTCODE.search(text) or _UK_OUTWARD.match(text))
    text = _AUSTRALIAN.sub(", Australia", _ITALIAN.sub(r"\1, Italy", text))
    region = _SHORT_REGION.search(text) if text[-1:].isupper() else None
    if region and (country := _COUNTRY_OF_REGION.get((towns().get(town_key(region[1])) or "", region[2]))):
        text = f"{text[: region.end(1)]}, {country}"
    text = re.sub(r"(?<=[a-z])-(?=\d{4,6}\b)", " ", text)
    text = _POSTCODE.sub(
        " ", _CANADIAN_POSTCODE.sub(" ", _IRISH_POSTCODE.sub(" ", _UK_POSTCODE.sub(" ", _UK_OUTWARD.sub("", text))))
    )
    has_code = len(text) != n_before or has_uk_code
    parts = [_UNIT.sub("", _AREA.sub("", part).strip(" .:-–—")) for part in _PART.split(text)]
    parts = [without_quarter(part) for part in parts if part][:MAX_PARTS]
    if has_uk_code and len(parts) == 1 and places_after_comma().get(parts[0].lower()) == "GB":
        return Place(None, "GB", is_certain=True)  # Cornwall TR1 2AB below the town
    country, state, parts = _without_region(parts)
    town = _town_of(parts, printed, is_known=country is not None, has_code=has_code)
    if town is None or _OPEN_END.search(town):
        return Place(None, country if country and len(parts) <= 1 else None, is_certain=country is not None)
    found = country or ("GB" if has_uk_code else None) or towns().get(town_key(town))
    has_street = len(parts) > 1 and any(re.search(r"\d", part) for part in parts[:-1])
    is_certain = country is not None or ((has_code or has_street) and town_key(town) in towns())
    return Place(f"{town}, {state}" if state else town, found, is_certain)


def _with_province(text: str) -> Place | None:
    """Read a town of Brazil or Italy and the two letters of its province: ``Londrina - PR``, ``Crotone (KR)``."""
    short = _WITH_PROVINCE.match(text)
    home = towns().get(town_key(short.group(1))) if short else None
    if short is None or home not in _PROVINCES_SHORT:
        return None
    is_province = places_after_comma().get(short.group(2).lower()) in {None, home}
    return Place(short.group(1), home, is_certain=True) if is_province else None


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


def _has_outward_code(text: str) -> bool:
    """Tell ``London, SE15`` from a grade or a room: the first half of a post code stands behind a British town."""
    match = _UK_OUTWARD_BEHIND.search(text)
    town = text[: match.start()].rpartition(",")[2].strip() if match else ""
    return bool(town) and towns().get(town_key(town)) == "GB"


def without_quarter(part: str) -> str:
    """Return a town without its quarter: Aarhus C, Dublin 8."""
    match = _QUARTER.match(part) or (_HYPHENATED.match(part) if town_key(part) not in towns() else None)
    return match.group(1) if match and town_key(match.group(1)) in towns() else part


def is_town(text: str) -> bool:
    """Tell whether a text is the name of a known town and nothing else (a company may be called so too)."""
    return _is_town_shaped(text) and town_key(text) in towns()


def _without_region(parts: list[str]) -> tuple[str | None, str | None, list[str]]:
    """Take country and state off the end; return (country, short state or None, what is left)."""
    known = places_after_comma()
    country = state = None
    while parts:
        word = re.sub(r"\s+", " ", parts[-1].lower().replace("-", " ").replace("rep of", "republic of"))
        code = known.get(word) or (None if word in _DEGREES else known.get(word.replace(".", "")))
        code = None if parts[-1] in _HONORIFICS else code
        if code is None:
            behind = _STATE_BEHIND.match(parts[-1])
            is_region = behind is not None and (len(behind.group(2)) > 2 or behind.group(2).isupper())  # noqa: PLR2004
            code = (
                known.get(behind.group(2).lower()) if behind and is_region and not _STREET.search(parts[-1]) else None
            )
            if behind is None or code is None or (town_key(parts[-1]) in towns()):
                break
            parts = [*parts[:-1], behind.group(1), behind.group(2)]
            continue
        if word.endswith(" state") and town_key(word[:-6]) in towns():
            return country or code, state, [parts[-1][:-6]]  # Lagos State
        if code in _CITY_STATES or (len(parts) == 1 and town_key(parts[0]) in towns() and country is None):
            return country or code, state, parts[-1:]  # the town as well
        if word in CITY_REGIONS or (country is not None and code != country):
            break  # Deira, Dubai; Surrey, BC lies in no Surrey
        if country is not None and (state or len(parts) == 1) and town_key(parts[-1]) in towns():
            break  # New York, NY
        if (
            re.fullmatch(r"[A-Z]{2}|[A-Z]\.[A-Z]\.", parts[-1])
            and parts[-1].upper() not in {"UK", "US", "HK"}
            and code in {"US", "CA", "AU"}
        ):
            state = parts[-1]
        if country is None:
            country = code
        parts = parts[:-1]
    return country, state, parts


def _town_of(parts: list[str], text: str, *, is_known: bool, has_code: bool) -> str | None:
    likely = [part for part in parts if _is_town_shaped(part)]
    if (
        has_code
        and parts
        and not likely
        and (tail := _town_at_end(parts[-1]))
        and (is_known or re.search(rf"{re.escape(tail)}[ -]+\d{{4,6}}\b", text))
    ):
        return tail
    for part in reversed(likely):
        if town_key(part) in towns() and (is_known or has_code or len(parts) == 1 or part == parts[-1]):
            return part
    for part in likely if is_known else ():
        if town_key(part.partition("-")[0]) in towns():
            return part.partition("-")[0]  # Accra-North
    if is_known and likely and (len(likely) == len(parts) or _is_town_shaped(parts[-1])):
        is_acronym = likely[0].isupper() and len(likely[0]) > len("Bonn") and not text.isupper()  # CONICET, Argentina
        if is_acronym or _POST_NOMINAL.fullmatch(likely[0]):
            return None
        return likely[0] if len(likely) == len(parts) else parts[-1]
    return None


def _town_at_end(part: str) -> str | None:
    """Return the town that ends a street address without commas: ``Blk 312 Ang Mo Kio Ave 3 Singapore``."""
    words = part.split()
    for n_words in (3, 2, 1):
        town = " ".join(words[-n_words:])
        if len(words) > n_words and _is_town_shaped(town) and town_key(town) in towns():
            return town
    return None


def is_street(part: str) -> bool:
    """Tell a part of an address that names a street, a house or a college, not a town; St Andrews is a town."""
    return bool(_STREET.search(_SAINT.sub("", part)))


def _is_town_shaped(part: str) -> bool:
    return (
        part.lower() not in _NO_TOWNS
        and 2 < len(part) <= 30  # noqa: PLR2004
        and len(part.split()) <= MAX_TOWN_WORDS
        and not is_street(part)
        and bool(_TOWN_SHAPE.fullmatch(part))
    )
