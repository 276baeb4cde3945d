"""Kinds of schools in front of the name, which is no word for a school: ``École d'ingénieur, Larchélec, Rennes``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.school_names import school_of_piece
from ringback.readers.fields.studies.school_words import DATES, LATIN_SCHOOL, SPLIT, SUBJECT
from ringback.readers.normalise import fold

KIND_OF_HOUSE = re.compile(
    r"(?:Grandes? )?[ÉE]coles?(?: sup[ée]rieures?| nationales?)?(?: d['’ ]?ing[ée]nieure?s?| de (?:commerce|management|gestion))"
    r"|(?:Programme )?Grande [ÉE]cole(?: Program(?:me)?)?|(?:Escuela|Scuola) de (?:negocios|ingenier[íi]a)"
    r"|(?:Engineering|Business|Management|Graduate|Law|Medical|Art|Design|Technical|Private|Public|State|Technological) "
    r"(?:[Ss]chool|[Uu]niversity|[Cc]ollege|[Ii]nstitute)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?<=\w)\s?:\s+")
_NAME = re.compile(r"[A-ZÀ-Þ][\w.&'’-]+(?: (?:d[eu] |of |la )?[A-ZÀ-Þ][\w.&'’-]+){0,4}")


def school_behind_kind(shown: str) -> str | None:
    """Return the name behind the kind of a school that opens a line or stands between signs; towns and subjects are none."""
    if KIND_OF_HOUSE.search(shown) is None:
        return None
    line = _SIGN.sub("\t", DATES.sub("\t", shown))
    pieces = [bare for piece in SPLIT.split(line) if (bare := piece.strip(" ,;:.()-–—*•"))]
    at = next((i for i, piece in enumerate(pieces) if KIND_OF_HOUSE.fullmatch(piece)), None)
    behind = pieces[at + 1] if at is not None and at + 1 < len(pieces) else ""
    if LATIN_SCHOOL.search(behind):
        return school_of_piece(behind, shown)
    return behind if _NAME.fullmatch(behind) and not _is_other(behind) else None


def _is_other(name: str) -> bool:
    is_place = is_town(name) or place_of(name).is_certain
    return is_place or SUBJECT.search(name) is not None or bool(degrees_in(fold(name)))
