"""The campus of a state university: a town behind its name tells which of them it is."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.wordlists import latin_cities, places_after_comma

_OF_STATE = re.compile(r"(?:National )?University of ([A-Z][A-Za-z ]+)", re.IGNORECASE)
_BEHIND = re.compile(r"(,| ?[-–—/] ?)\s*([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})(?=$|[\s,;|(.])")
_CAMPUSES = re.compile(
    r"(?:berkeley|davis|irvine|merced|riverside|santabarbara|santacruz|urbana|champaign|boulder|amherst"
    r"|chapelhill|annarbor)\Z"
)
_SYSTEMS = frozenset({"California State University", "State University of New York", "City University of New York"})


def with_campus(name: str, line: str) -> str:
    """Put back the campus that follows the name of a state university behind a comma or a dash."""
    state = _OF_STATE.fullmatch(name)
    if name not in _SYSTEMS and (not state or state.group(1).lower() not in places_after_comma()):
        return name
    at = line.find(name)
    campus = _BEHIND.match(line, at + len(name)) if at >= 0 else None
    if not campus:
        return name
    sign, place = campus.groups()
    key = place.replace(" ", "").lower()
    is_comma = sign == "," and name not in _SYSTEMS
    is_campus = _CAMPUSES.match(key) or key in latin_cities() if is_comma else is_town(place)
    return f"{name}{campus.group()}" if is_campus else name
