"""Labels whose value is not the candidate's: the name of a father or a firm, the post office of a village."""

from __future__ import annotations

from ringback.readers import patterns as re

_OF_OTHERS = re.compile(
    r"\b(?:father|mother|middle|nick|pet|pen|brand|business|trading|husband|wife|spouse|parent|guardian|company|employer|school|college|institute|university|project"
    r"|course|client|file|user|referee|supervisor|product)(?:'?s)?'?\s+$",
    re.IGNORECASE,
)
_BASE_OF = re.compile(
    r"\b(?:data|knowledge|customer|client|user|code|skill|home|fan|tax|cost|supplier|product)[ -]$", re.IGNORECASE
)
_OF_VILLAGE = re.compile(r"(?:\bat|\bvill(?:age|\.)?|\bv\.?)\s*[./&+-]?\s*$", re.IGNORECASE)
_DISTRICT = re.compile(r"\b(?:dist(?:t|rict)?|tal(?:uka?)?|teh(?:sil)?|thana|mandal|p\.?s)\b\s?[.:-]", re.IGNORECASE)


def is_of_other(field: str, compact: str, line: str, at: int) -> bool:
    """Tell the name of somebody else, and the post office of a village: ``At Post: Moorgaon, Tal: Larchad, Dist: Satara``."""
    if field == "name":
        return _OF_OTHERS.search(line[:at]) is not None
    if field == "city":
        return compact == "base" and _BASE_OF.search(line[:at]) is not None
    return compact == "post" and (_OF_VILLAGE.search(line[:at]) is not None or _DISTRICT.search(line, at) is not None)
