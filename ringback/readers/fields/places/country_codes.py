"""Towns that only contacts bear out: in no list, before the letters of a country; small, beside a number of their country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import phonenumbers

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.places.number_homes import country_of_code, regions_of_shape
from ringback.readers.fields.places.place_words import is_known_in, is_town
from ringback.readers.fields.wordlists import places_after_comma

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_TOWN_AND_CODE = re.compile(
    r"(?:[^,]{3,60}, )?(?:\d{4,6} )?([A-ZÀ-Þ][^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}), ([A-Z]{2})"
)  # 12 Moor Road, 4577 Larchan, BE
_OF_TRADES = frozenset({"IT", "HR", "QA", "BI", "ML", "PM"})  # Manager, IT
_SMALL_TOWN = re.compile(r"[A-ZÀ-Þ][^\W\d_]{3,}(?:[ -][A-ZÀ-Þ]?[^\W\d_]{2,}){0,2}")
_NUMBER = re.compile(r"(?:\+|\(|0)[\d ().-]{7,20}\d")
_WITH_ANY_TOWN = frozenset({"US", "CA"})  # Commerce, Enterprise and Independence are towns there
_OF_NORTH_AMERICA = 1  # whose two letters are those of states


def town_by_code(sheet: Sheet, text: str) -> str | None:
    """Return the town where a number (+32) or an address (.be) in the head bears out the country behind it."""
    told = _TOWN_AND_CODE.fullmatch(text)
    calling = phonenumbers.country_code_for_region(told.group(2)) if told else 0
    if told and places_after_comma().get(told.group(1).lower()) == told.group(2) and not is_town(told.group(1)):
        return None  # Bengaluru, Karnataka, IN: the region in front of its country
    if told is None or calling in {0, _OF_NORTH_AMERICA} or title_score(told.group(1)) > 0:
        return None
    if told.group(2) in _OF_TRADES and not is_town(told.group(1)):
        return None
    of_country = re.compile(rf"(?:\+|\b00){calling}\b|[\w-]\.{told.group(2).lower()}(?![\w.-])")
    return told.group(1) if any(of_country.search(sheet.folded[i]) for i in sheet.head) else None


def town_by_number(sheet: Sheet, text: str) -> str | None:
    """Return a small town among contacts whose number is of its country: ``Hexham | 07700 900417``."""
    if not _SMALL_TOWN.fullmatch(text) or title_score(text) > 0:
        return None
    return text if any(is_known_in(text, home) for home in _homes(sheet)) else None


@once_a_sheet
def _homes(sheet: Sheet) -> frozenset[str]:
    """Return the countries of the numbers in the head, by their code or else by the only shape that they have."""
    homes: set[str] = set()
    for number in sheet.head:
        for raw in _NUMBER.findall(sheet.folded[number]):
            digits = re.sub(r"\D", "", raw)
            is_coded = raw.startswith(("+", "00"))
            shapes = [] if is_coded else regions_of_shape(raw)
            told = country_of_code(f"+{digits.removeprefix('00')}") if is_coded else None
            homes |= {told} if told else {shapes[0]} if len(shapes) == 1 else set()
    return frozenset(homes - _WITH_ANY_TOWN)
