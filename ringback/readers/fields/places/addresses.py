"""Postal addresses and places in Latin letters: which part is the town, and which country it lies in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.places.place_words import (
    home_of,
    is_known_in,
    is_like_quarter,
    is_quarter,
    is_street,
    is_town,
    is_town_shaped,
    plain_part,
    town_at_end,
    without_side,
)
from ringback.readers.fields.places.postal import rewritten, without_codes
from ringback.readers.fields.places.region_homes import homes_of, is_behind, only_home_of
from ringback.readers.fields.wordlists import (
    countries_of_region,
    latin_cities,
    places_after_comma,
    town_key,
    towns,
)

if TYPE_CHECKING:
    pass

MAX_PARTS = 8
MAX_ACRONYM = 5
_TOWN_OF_COUNTY = {"greater london": "London", "greater manchester": "Manchester"}  # the county alone
_LIKE_A_WORD = re.compile(
    r"(?:^|, )(?:(Mobile), (AL|Alabama)|(Union), (NJ|New Jersey))(?:,? \d{5}(?:-\d{4})?)?(?:, USA?)?$"
)
_DEGREES = frozenset(
    {"m.d", "m.a", "m.s", "m.e"}
)  # behind a trade or a name; states are printed without dots in between
CITY_REGIONS = frozenset({"dubai", "abu dhabi", "sharjah", "ajman"})
_TERRITORIES = frozenset({"PR", "GU", "VI"})  # written like states, and words elsewhere
_CITY_STATES = frozenset({"HK", "SG", "MO", "MC", "LU"})
_WORD, _SPACES = re.compile("[A-Za-zÀ-ỹ]{3}"), re.compile(r"\s+")
_PART = re.compile(r"\s*[,;()/|]\s*|\s+[-–—]\s+")
_TWO_PLACES = re.compile(r"([^&/+]{3,40}, [^&/+]{2,30}?)\s*(?:&|\band\b|\bor\b|/|\+)\s*([^&/+]{3,40}, [^&/+]{2,30})")
_PHRASE = re.compile(r"[A-Z][\w ]+ in [A-Z]")  # Born in Perth, Master in Finance
_UNIT = re.compile(
    r"^(?:(?:apt|apartment|unit|suite|ste|rm)\b\.?\s?#?\w{1,5}|#\s?\w{1,5}|[A-Z]-?\d{1,4})\s+(?=[A-Z][a-z]{2})",
    re.IGNORECASE,
)  # K-107 Albuquerque NM
_WITH_PROVINCE = re.compile(
    r"([A-ZÀ-Þ][^\W\d_]+(?:[ '’-][^\W\d_]+){0,4})(?:, ?| ?[/–—-] ?| ?\()([A-Z]{2})\)?$"
)  # Londrina - PR, Crotone (KR)
_WITH_STATES = frozenset({"US", "CA", "AU"})  # whose towns are printed with the short form of their state
_PROVINCES_SHORT = frozenset({"BR", "IT"})
_STATE_BEHIND = re.compile(r"^(.{3,}?)[ ]+((?-i:[A-Z]{2,3})|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\.?$")
_LIKE_WORDS = frozenset({"ON", "IN", "OR", "ME", "HI", "OK", "OH", "AS"})
"""States that are words where they only end a phrase in capitals: BOSS MODE ON; of a town that is known they are states."""
_POST_NOMINAL = re.compile(
    r"[MF][RA]C[A-Z]{1,4}|MB[A-Z]{2,4}|LRC[A-Z]{1,3}|D(?:CH|NB|CN|RCOG|TMH)|PLAB|USMLE"
)  # MRCP (UK)
_HONORIFICS = frozenset({"Ms", "Mr", "Mrs", "Mx"})  # no Mississippi
_SIDE_IN_FRONT = re.compile(r"\b(?:East|West|North|South) (?=[A-Z])")
_COUNTRIES = frozenset({"colombia", "venezuela", "paraguay", "costa rica", "jordan", "lebanon", "holland"})
"""Whose names are those of towns elsewhere, and of no large town at home: Lebanon, TN, but who lives in Lebanon says no town."""
_LEGAL_FORMS = (", Inc", ", LLC", ", Ltd", ", Limited", ", Corp")  # © 2023 Mara Velding, Inc.
_OPEN_END = re.compile(r" (?:de|du|des|la|del|della|do|da|of|the|von)$")  # Nord de la France
_ONE_WORD_REGION = re.compile(r"^(.{3,}?) ([A-Z][a-z]{3,})$")
_REGION_OF_WORDS = re.compile(r"^([A-ZÀ-Þ][^\W\d_]{2,}) ([A-ZÀ-Þ][^\W\d_]+ d(?:e|el|o|i) [A-ZÀ-Þ][^\W\d_]+)$")


@dataclass(frozen=True, slots=True)
class Place:
    """``town`` as printed, with the short form of an American state (``Seattle, WA``); ``country`` an ISO code.

    ``is_certain`` says that a country, a state or a post code stands beside the town, not its name alone.
    """

    town: str | None = None
    country: str | None = None
    is_certain: bool = False


@lru_cache(maxsize=2048)  # the same pieces are asked about by several fields
def place_of(text: str) -> Place:
    """Return the town and country of an address or a place; an empty place when the text is neither."""
    is_firm = text.rstrip(" .").endswith(_LEGAL_FORMS)
    if len(text) > 120 or "@" in text or is_firm or not _WORD.search(text):  # a sentence is no address
        return Place()
    if known := _with_province(text) or _first_of_two(text) or _named_like_word(text):
        return known
    printed = rewritten(text)
    written = without_codes(printed)
    parts = [plain_part(_UNIT.sub("", part.strip(" .:-–—"))) for part in _PART.split(written.text)]
    parts = [part for part in parts if part][:MAX_PARTS]
    parts = [_TOWN_OF_COUNTY.get(part.lower(), part) for part in parts[:1]] + parts[1:]
    if len(parts) == 1 and parts[0].lower() in _COUNTRIES:
        return Place(None, places_after_comma().get(parts[0].lower()), is_certain=True)
    if written.has_uk_code and len(parts) == 1 and places_after_comma().get(parts[0].lower()) == "GB":
        return Place(None, "GB", is_certain=True)  # Cornwall TR1 2AB below the town
    region = parts[-1] if parts else ""
    country, state, parts = _without_region(_country_last(parts))
    home = country or ("GB" if written.has_uk_code else None)
    may_be_unknown = country is not None and not is_town(region)
    town = _town_of(parts, printed, country=home, has_code=written.has_code, may_be_unknown=may_be_unknown)
    if town is None or _OPEN_END.search(town):
        return Place(None, country if country and len(parts) <= 1 else None, is_certain=country is not None)
    found = home or home_of(town)
    has_street = len(parts) > 1 and any(re.search(r"\d", part) for part in parts[:-1])
    is_known = home_of(town) is not None or (home is not None and is_known_in(town, home))
    is_certain = country is not None or (written.has_code and is_known)
    is_certain = is_certain or (has_street and is_known and not is_like_quarter(town))
    return Place(f"{_with_side(town, text)}, {state}" if state else town, found, is_certain)


def _named_like_word(text: str) -> Place | None:
    """Read a town that is called like a word of forms: ``Mobile, AL``."""
    match = _LIKE_A_WORD.search(text)
    if match is None:
        return None
    town, state = filter(None, match.groups())
    return Place(f"{town}, {state}" if len(state) == len("AL") else town, "US", is_certain=True)


def _first_of_two(text: str) -> Place | None:
    """Read the first of two places: ``Denver, CO & Austin, TX``."""
    both = _TWO_PLACES.fullmatch(text)
    first = place_of(both.group(1)) if both and place_of(both.group(2)).is_certain else None
    return first if first and first.is_certain and first.town else None


def _with_side(town: str, text: str) -> str:
    """Return the town with the side in front of it, ``South Beloit, IL``, unless that is a part of a large city."""
    side = _SIDE_IN_FRONT.search(text)
    is_own = side is not None and side.end() == text.find(town) and town.replace(" ", "").lower() not in latin_cities()
    return f"{side.group()}{town}" if side and is_own else town


def _with_province(text: str) -> Place | None:
    """Read a town of Brazil or Italy and the two letters of its province: ``Londrina - PR``, ``Crotone (KR)``."""
    short = _WITH_PROVINCE.match(text)
    home = towns().get(town_key(short.group(1))) if short else None
    if short is None or home not in _PROVINCES_SHORT:
        return None
    is_province = places_after_comma().get(short.group(2).lower()) in {None, home}
    return Place(short.group(1), home, is_certain=True) if is_province else None


def _country_last(parts: list[str]) -> list[str]:
    """Turn ``Brasil - Bahia - Salvador`` round: a country or region stands first, a town of it last."""
    first = places_after_comma().get(parts[0].lower().replace("-", " ")) if len(parts) > 1 else None
    if first is None or is_town(parts[0]) or parts[-1].lower() in places_after_comma() or home_of(parts[-1]) != first:
        return parts
    return [parts[-1], parts[0]]


def _region_of(printed: str, before: str | None, town: str | None = None) -> str | None:
    """Return the country of a state, region or country; a short form or a namesake of a town needs a town of it before."""
    word = printed.lower()
    if not word.isalpha():
        word = _SPACES.sub(" ", word.replace("-", " ").replace("rep of", "republic of"))
    if printed in _HONORIFICS:
        return None
    code = places_after_comma().get(word)
    home = places_after_comma().get(before.lower().replace("-", " ")) if before and len(word) == len("in") else None
    is_elsewhere = home == printed and before is not None and is_known_in(before, code or home)
    if home == printed and (not is_elsewhere or (town is not None and is_known_in(town, home))):
        return home  # Karnataka, IN is in no Indiana; Ontario, CA is in California, but not Toronto, Ontario, CA
    if code is None and word not in _DEGREES:
        code = places_after_comma().get(word.replace(".", ""))
    is_territory = code is None and before is not None and printed in _TERRITORIES and is_known_in(before, printed)
    if is_territory or (town and before and _is_home_behind_region(town, before, printed, code)):
        return printed
    if code is None and before and word not in _DEGREES:
        state = places_after_comma().get(before.lower())
        if state and state in countries_of_region().get(word, ()):
            return state  # Surrey, BC, CAN
        known = (home for home in homes_of(printed, before) if is_behind(before, printed, home))
        return next(known, only_home_of(printed, before))
    return code


def _is_home_behind_region(town: str, region: str, printed: str, code: str | None) -> bool:
    """Tell the letters of a country behind any words for the region of a town that lies there: ``Porto, Norte, PT``.

    Where they are those of a state as well, ``CO``, the words between are no town of that state's country.
    """
    if len(printed) != len("PT") or not printed.isupper() or not is_known_in(town, printed):
        return False
    return code is None or (code != printed and not is_known_in(region, code))


def _split_region(part: str) -> list[str] | None:
    """Return [.., town, region] for a part that ends in a region: ``810 Long Hill Rd Middletown Connecticut``."""
    if town_key(part) in towns():
        return None
    for form in (_STATE_BEHIND, _ONE_WORD_REGION, _REGION_OF_WORDS):
        behind = form.match(part)
        if behind is None:
            continue
        front, region = behind.group(1), behind.group(2)
        code = _region_of(region, front) if len(region) > 2 or region.isupper() else None
        last = front.split()[-1]
        if region in _LIKE_WORDS and part.isupper() and home_of(front) is None and home_of(last) is None:
            continue
        own = only_home_of(region, last) if code is None and is_street(front) else None
        if own:
            return [front[: -len(last)].strip(), last, region]
        is_front = region.isupper() or is_street(front) or (code is not None and is_known_in(front, code))
        if code is None or not (is_front or _split_region(front)):
            continue  # Greensboro North Carolina United States
        if not is_street(part):
            return [front, region]
        town = town_at_end(front, code) if code == "US" else None
        return [front[: -len(town)].strip(), town, region] if town else None
    return None


_TOWN_AND_REGION = frozenset({"new york", "québec", "quebec", "delhi"})  # behind a street it is the town


def _without_region(parts: list[str]) -> tuple[str | None, str | None, list[str]]:
    """Take country and state off the end; return (country, short state or None, what is left)."""
    country = state = None
    while parts:
        last, before = parts[-1], parts[-2] if len(parts) > 1 else None
        code = _region_of(last, before, parts[-3] if len(parts) > 2 else None)
        if code is None:
            split = _split_region(last)
            if split is None:
                break
            parts = [*parts[:-1], *split]
            continue
        if last.lower().endswith(" state") and last.lower()[:-6] in latin_cities():
            return country or code, state, [last[:-6]]  # Lagos State
        if code in _CITY_STATES or (len(parts) == 1 and home_of(last) and country is None):
            return country or code, state, parts[-1:]  # the town as well
        if country is None and last.lower() in _TOWN_AND_REGION and before and is_street(before):
            return code, state, parts[-1:]
        if last.lower() in CITY_REGIONS or (country is not None and code != country):
            break  # Deira, Dubai; Surrey, BC lies in no Surrey
        if country is not None and (state or len(parts) == 1) and town_key(last) in towns():
            break  # New York, NY
        if (
            code in _WITH_STATES
            and re.fullmatch(r"[A-Z]{2}|[A-Z]\.[A-Z]\.", last)
            and last.upper() not in {"UK", "US", "HK", code}
        ):
            state = last
        country, parts = country or code, parts[:-1]
    return country, state, parts


def _town_of(parts: list[str], text: str, *, country: str | None, has_code: bool, may_be_unknown: bool) -> str | None:
    """Return the part that is the town: a known one of the country, a known one, else the one that stands where towns do."""
    shaped = [
        part
        for part in parts
        if is_town_shaped(part) and not _is_of_country(part) and not (country and _is_only_region(part, country))
    ]
    likely = [part for part in shaped if not is_quarter(part)] or shaped
    if has_code and parts and not likely and (tail := town_at_end(parts[-1], country)):
        is_beside_code = re.search(rf"{re.escape(tail)}[ -]+\d{{4,6}}\b|\b\d{{4,5}}[ -]+{re.escape(tail)}", text)
        if country or is_beside_code:
            return tail
    if country and (own := [part for part in likely if is_known_in(part, country)]):
        return own[-1]
    bare = _bare_town(likely[-1], country) if country and likely else None
    if country and bare and is_known_in(bare, country):
        return bare  # East London, UK
    for part in reversed(likely):
        if home_of(part) is not None and (country or has_code or len(parts) == 1 or part == parts[-1]):
            return part
    for part in likely if country else ():
        if home_of(part.partition("-")[0]) is not None:
            return part.partition("-")[0]  # Accra-North
    return _unknown_town(parts, likely, text) if likely and may_be_unknown else None


def _bare_town(part: str, country: str) -> str | None:
    """Return a town without the side in front of it, or any word where towns are spelled as one: Blender Zhuhai, China."""
    last = part.rpartition(" ")[2]
    is_chinese = country == "CN" and latin_cities().get(last.lower()) == "CN"
    return last if is_chinese else without_side(part)


def _is_only_region(part: str, country: str) -> bool:
    """Tell Ontario in Canada, which is a town elsewhere."""
    return places_after_comma().get(part.lower().replace("-", " ")) == country and not is_known_in(part, country)


def _is_of_country(part: str) -> bool:
    """Tell ``Nord de la France``, which is no town."""
    front, _, last = part.rpartition(" ")
    return bool(front) and len(last) > 2 and last.lower() in places_after_comma() and town_key(part) not in towns()


def _unknown_town(parts: list[str], likely: list[str], text: str) -> str | None:
    """Return the part in front of a region that no list knows; none where it is an institution or a degree."""
    is_acronym = likely[0].isupper() and (
        len(likely[0]) <= MAX_ACRONYM or not text.isupper()
    )  # CONICET, Argentina; FCCA, UK
    if is_acronym or _POST_NOMINAL.fullmatch(likely[0]) or _PHRASE.match(likely[0]):
        return None
    if len(likely) == len(parts):
        return likely[0]
    return parts[-1] if parts[-1] == likely[-1] else None
