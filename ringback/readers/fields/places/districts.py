"""Addresses of villages, which name the post office, the taluk and the district: the town of the district is where letters go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import home_of, is_known_in

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

LINES = 12
NEAR = 2
_COUNTRIES = frozenset({"IN", "BD", "PK", "NP", "LK"})
_DISTRICT = re.compile(
    r"\b(?:[Dd]ist(?:t|rict|rct)?|DIST(?:T|RICT)?)\b\s*[.:-]{0,3}\s*([A-Z][A-Za-z]{2,}(?: [A-Z][a-z]{2,})?)"
    r"((?:,|\s*[-(])\s*[A-Z][A-Za-z. ]{2,24})?"
)
_OF_VILLAGE = re.compile(
    r"\b(?:at\s?[./&]?\s?post|post(?: office)?|vill(?:age)?|v\.?p\.?o|tal(?:uka?)?|teh(?:sil)?|upazill?a"
    r"|thana|mandal|p\.?[os]|pin(?: ?code)?)\b"
    r"\s*[.:/&+-]|\b\d{6}\b|\b(?:village|tehsil|taluka?|upazila)\b",
    re.IGNORECASE,
)


def town_of_district(sheet: Sheet) -> Found[str] | None:
    """Return the town of the district in an address without a label: ``At Moorgaon, Tal: Larchad`` / ``Dist: Satara``."""
    for number in () if sheet.is_chinese else sheet.head[:LINES]:
        told = _DISTRICT.search(sheet.shown[number])
        if told is None or sheet.sections[number] in {"experience", "education", "projects"}:
            continue
        near = (i for i in range(number - NEAR, number + NEAR + 1) if 0 <= i < len(sheet.folded))
        if any(_OF_VILLAGE.search(_DISTRICT.sub(" ", sheet.folded[i])) for i in near) and (town := _known(told)):
            return Found(town, "layout", 0.8, sheet.shown[number])
    return None


def _known(told: re.Match[str]) -> str | None:
    """Return the town of the district that is known, or behind which its region stands."""
    name, behind = told.group(1), told.group(2)
    whole = place_of(f"{name}, {behind.strip(' ,-(')}") if behind else None
    if whole and whole.is_certain and whole.town:
        return whole.town
    for town in (name, name.split()[0]):
        if home_of(town) in _COUNTRIES or is_known_in(town, "IN") or is_known_in(town, "BD"):
            return town
    return None
