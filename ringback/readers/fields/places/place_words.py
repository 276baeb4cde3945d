"""What the parts of an address are: a town, its quarter, a street, the mark of a district."""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.wordlists import is_town_of, latin_cities, places_after_comma, town_key, towns

MAX_TOWN_WORDS = 4
MAX_TOWN_CHARS = 30
TITLES = frozenset({"mission", "bio", "langue", "roles"})  # of sections; with a region behind them they are towns
_NO_TOWNS = frozenset(
    {
        "nov",  # a month sooner than the town
        "mar",
        "dec",
        "mobile",
        "phone",
        "home",
        "work",
        "contact",
        "date",
        "name",
        "marks",
        "sector",
        "university",
        "universidad",
        "nacimiento",
        "male",
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
        "pradesh",
        "nadu",
        "poblacion",
        "mon",
    }
)  # words of forms, months and ends of regions that are also towns

_QUARTER = re.compile(  # Aarhus C, Dublin 8, Paris 11e; but no March 12
    r"^(?!(?:Jan|Feb|March|April|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b)([A-ZÀ-Þ][^\W\d_]{3,20})"
    r"(?: |-(?=\d))(?:[A-Z]|\d{1,2}(?:er?|[eè]me)?|[IVX]{1,5})\.?$"
)
_DOUBLE_NAMED = frozenset({"US", "CA"})  # where a hyphen makes no quarter: Kailua-Kona
_HYPHENATED = re.compile(r"^([A-ZÀ-Þ][^\W\d_]{3,20})-[^\W\d_]{3,20}(?: [A-ZÀ-Þ][^\W\d_]{2,20})?$")  # Hamburg-Altona
_STREET = re.compile(
    r"\d|\bc/ |\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|boulevard|blvd|terrace|mews"
    r"|way|place|row|close|apt|suite|floor"
    r"|room|unit|flat|block|building|tower|house|p\.?\s?o\.?\s?box|rue|strasse|straße|allee|platz|weg|calle|avda|via|avenida|rua"
    r"|\w{3,}(?:straße|strasse|gasse|platz|allee|straat|laan|gatan|vägen)|carrera|plaza|paseo|rua|viale|piazza|ulica|ul"
    r"|sítio|fazenda|estrada|rodovia|travessa|alameda|bairro|condomínio|povoado|urbanización|urb|manzana|callejón|carretera"
    r"|impasse|lotissement|lieu-dit|chemin|contrada|vicolo|\w{3,}(?:weg|damm|chaussee|steig|pfad)"
    r"|veedu|veettil|bhavan(?:am)?|illam|manzil|mandiram|sadanam|nagar|colony|sector|phase|marg|jalan|jl|utca|department|dept|institut\w{0,2}|istituto|universi\w+|college|hochschule|facult\w+|fakultät|facultad|faculdade|escuela|escola"
    r"|[ée]cole|scuola|schule|hospital|klinik\w*|laborator\w+|ministry)\b"
)  # in small letters, which are found faster than any letters
_SAINT = re.compile(r"(?:^|(?<=[a-z][-/]))St(?:\.\s?|\s)(?=[A-Z])")
_TOWN_SHAPE = re.compile(
    r"(?:['’]s-|[lLdD]['’])?(?:[A-ZÀ-ÞĀ-Ž][\w'’.-]*)(?:[ -](?:[A-ZÀ-ÞĀ-Ž][\w'’.-]*|de|del|de la|la|le|les|lès|en|sur|sous"
    r"|da|das|do|dos|di|della|am|an der|a\. ?d\.|im|in|ob der|bei|an den|aan den|aan de|upon|on|of|the|by|i|y|et"
    r"|d['’][A-Z]\w+|l['’][A-Z]\w+))*"
)
_AREA = re.compile(
    r"^(?:greater|région de|region of|metro|metropolitan|area of|großraum|raum|grande|área metropolitana de"
    r"|provincia de|província de)\s+"
    r"|\s+(?:area|special municipality|municipality|metropolitan area|metropolitan region|metro area|bay area|metroplex"
    r"|et (?:ses )?(?:environs|périphérie|alentours)"
    r"|und umgebung|y alrededores|e região|and surrounding\w*(?: areas?)?)$",
    re.IGNORECASE,
)
_LEVEL = re.compile(  # Tehsil & District Layyah, City of Batac, Kota Bekasi, TP. Hồ Chí Minh
    r"^(?:(?:(?:teh(?:sil)?|tal(?:uka?)?|p\.?[os]|post|mandal)\b\.?\s*(?:&|and|/)?\s*)?dist(?:t|ric?t)?\b\.?|city of|kota"
    r"|kab(?:upaten)?"
    r"|tp\b\.?|thành phố|municipality of|munic[ií]pio d[eo]|ciudad de|cidade de|ville de|commune de|comune di|stadt|gmina"
    r"|miasto)[\s.:-]+(?=[A-ZÀ-ÞĐ])",
    re.IGNORECASE,
)
_OF_QUARTER = re.compile(  # Col. Centro, Bairro Boa Vista, Brgy. San Isidro
    r"^(?:col(?:onia)?|bairro|barrio|jardim|jd|parque|pq|brgy|bgy|barangay|purok|sitio|quận|phường|huyện|mohalla?h?|kel(?:urahan)?"
    r"|kec(?:amatan)?|desa|dusun|kampung|taman|zona|fracc(?:ionamiento)?|residencial|near|opp(?:osite)?|behind|via)\b",
    re.IGNORECASE,
)
_LIKE_QUARTER = re.compile(
    r" (?:Nagar|Colony|Vihar|Enclave|Layout|Extension|Township|Estate|Gardens?|Heights|Hills)$|^Centro$"
)
_SIDE = re.compile(
    r"^(?:(.{4,}) (?:East|West|North|South|Central)"
    r"|(?:(?:North|South)[ -]?(?:East|West)|East|West|North|South|Central) (.{4,}))$"
)  # South London, South East London
_TWINS = re.compile(
    r"([A-Z][a-z]{3,}(?: [A-Z][a-z]+)?) ?[-–/] ?((?:(?:St|Ft)\. |Fort |Saint )?[A-Z][a-z]{3,})"
)  # Dallas-Fort Worth
_GERMAN = frozenset({"DE", "AT", "CH"})
_WITH_LAND = re.compile(
    r"([A-ZÄÖÜ][a-zäöüß]{3,})(?: im | am | an der | in der | ob der | vor der | i\. ?| a\. ?d\. ?| a\. ?|/)"
    r"[A-ZÄÖÜ][a-zäöüß]{1,14}\.?"
)
_CALLED_TOWN = re.compile(
    r"(?<=[a-z]{3}) (?:[Tt]own|[Tt]ownship|[Cc]antt\.?|[Cc]antonment)$"
)  # Naka town, Lahore Cantt; Cape Town is in the list of towns
_CITY = re.compile(r"^(.{3,}) City$")


@lru_cache(maxsize=1024)  # the parts of an address and the lines around it are asked by several rules
def is_street(part: str) -> bool:
    """Tell a part of an address that names a street, a house or a college, not a town; St Andrews is a town."""
    return bool(_STREET.search(_SAINT.sub("", part).lower()))


def is_town(text: str) -> bool:
    """Tell whether a text is the name of a known town and nothing else (a company may be called so too)."""
    return is_town_shaped(text) and (town_key(text) in towns() or _by_land(text) is not None)


def is_area(text: str) -> bool:
    """Tell a known town that a word calls the middle of a region, as no person or firm is called: ``Greater Leeds Area``."""
    bare = _AREA.sub("", text)
    return bare != text and (is_town(bare) or home_of(bare) is not None)


def is_town_shaped(part: str) -> bool:
    """Tell whether a part could be the name of a town: a few words that begin with capitals, no street, no form's word."""
    if part.lower() in _NO_TOWNS or not 2 < len(part) <= MAX_TOWN_CHARS:
        return False
    if part[0].isupper() and part[-1].isalpha() and town_key(part) in towns():
        return True  # Bury St Edmunds, Las Palmas de Gran Canaria
    return len(part.split()) <= MAX_TOWN_WORDS and not is_street(part) and bool(_TOWN_SHAPE.fullmatch(part))


def home_of(part: str) -> str | None:
    """Return the country of a known town, for Bacoor City that of Bacoor; '' where several countries have one."""
    home = towns().get(town_key(part))
    city = _CITY.match(part) if home is None else None
    twins = _TWINS.fullmatch(part) if home is None else None
    if twins:
        homes = {towns().get(town_key(_SAINT.sub("Saint ", town))) for town in twins.groups()}
        return homes.pop() if len(homes) == 1 else None
    return towns().get(town_key(city.group(1))) if city else home or _by_land(part)


def _by_land(part: str) -> str | None:
    """Return the country of a town with its river or land behind it, where that tells it: Freiburg im Breisgau."""
    whole = _WITH_LAND.fullmatch(part)
    home = towns().get(town_key(whole.group(1))) if whole else None
    return home if home in _GERMAN else None


def is_known_in(part: str, country: str) -> bool:
    """Tell whether a part is a town of that country, large or small."""
    written_out = _SAINT.sub("Saint ", part)
    city = _CITY.match(part)
    names = {part, written_out, city.group(1) if city else part}
    return any(is_town_of(name, country) for name in names)


def is_quarter(part: str) -> bool:
    """Tell a part that says itself that it is a quarter: Col. Centro, Bairro Boa Vista."""
    return _OF_QUARTER.match(part) is not None and town_key(part) not in towns()


def is_like_quarter(town: str) -> bool:
    """Tell Gandhi Nagar, which is a quarter of many towns and a town as well."""
    return _LIKE_QUARTER.search(town) is not None


def plain_part(part: str) -> str:
    """Return a part without the words of its level and without its quarter: District Layyah, Greater Chicago, Dublin 8."""
    if (town_key(part) in towns() and not part[-1].isdigit()) or part.lower().replace("-", " ") in places_after_comma():
        return part
    side = _SIDE.match(part)
    if side and town_key(side.group(1) or side.group(2)) in towns():
        return side.group(1) or side.group(2)
    part = _CALLED_TOWN.sub("", part)
    return without_quarter(_LEVEL.sub("", _AREA.sub("", part)))


def without_side(part: str) -> str | None:
    """Return London of East London, which is a town elsewhere too."""
    side = _SIDE.match(part)
    return (side.group(1) or side.group(2)) if side else None


def without_quarter(part: str) -> str:
    """Return a town without its quarter: Aarhus C, Dublin 8, Kathmandu-32, Hamburg-Altona, Cantonment-Accra."""
    match = _QUARTER.match(part) or (_HYPHENATED.match(part) if "-" in part and town_key(part) not in towns() else None)
    if match is None:
        return part
    front, behind = match.group(1), part[match.end(1) + 1 :]
    if match.re is _HYPHENATED and part.lower().replace("-", " ") in places_after_comma():
        return part
    if match.re is _HYPHENATED and behind.lower() in latin_cities() and front.lower() not in latin_cities():
        return behind
    if match.re is _HYPHENATED and home_of(front) in _DOUBLE_NAMED:
        return part
    return front if town_key(front) in towns() else part


def town_at_end(part: str, country: str | None = None) -> str | None:
    """Return the town that ends a street address without commas: ``Blk 312 Ang Mo Kio Ave 3 Singapore``."""
    words = part.split()
    for n_words in (3, 2, 1):
        town = " ".join(words[-n_words:])
        if len(words) > n_words and is_town_shaped(town) and (is_known_in(town, country) if country else is_town(town)):
            return town
    return None
