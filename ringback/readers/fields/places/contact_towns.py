"""The town among the contacts, in the head of the resume or at the foot of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.names.cleaning import clean, is_titled_name
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.periods import RANGE
from ringback.readers.fields.places.addresses import is_street, is_town, place_of
from ringback.readers.fields.places.towns import (
    CITY_SUFFIX,
    LABEL_IN_FRONT,
    MAX_HEAD_LINE,
    WIDE_PIECES,
    in_capitals,
    town_behind_code,
)
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.wordlists import chinese_cities, places_after_comma
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from ringback.readers.fields.sheet import Sheet

FOOT_LINES = 6
SURE_NAME = 0.8
_SIDE_BAR = 4  # lines of contacts that stand together
CONTACTS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|(?:\+?\d{1,2}[ -]?(?=\())?\+?\(?\d{2,4}\)?[\d ().-]{6,}\d")
_REACHED = re.compile(r"\S@\S|\d[\d ().-]{6,}\d")
_OF_LIFE = frozenset({"education", "experience", "projects", "awards"})
_LABEL_BEHIND = re.compile(
    r"\s(?:e-?mail|mail|phone|tel|telephone|mobile|mob|cell|contact|gsm|whatsapp)(?: (?:no|number|address))?\.?\s?[:.]?$",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"^(?:(?:house|flat|plot|unit|no|h\.?\s?no|door no)\b[\s.:#-]*)?#?\d{1,4}[A-Z]?(?:/\d{1,4})?(?:\s+(?-i:[A-Z])|$)",
    re.IGNORECASE,
)
_TOWN = re.compile("[A-Z][a-z]{3,15}")
_TOWN_AND_REGION = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]+(?: [^\W\d_]+){0,3} [–-] [A-ZÀ-Þ][^\W\d_]+(?: [^\W\d_]+){0,3}"
)  # Joinville – Santa Catarina
_AGE = re.compile(r"^\d{2} (?:anos|años|ans|anni|jahre|years|lat|år)\b", re.IGNORECASE)
_BORN_AT = re.compile(
    r"\b\d{1,2}[./ ]{1,2}(?:\d{1,2}|[^\W\d_]{3,9})[./ ]{1,2}(?:19[4-9]\d|200\d)(?:,| in| à| em| en| te| a)\s*"
    r"[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+)*"
)  # Geburtsdatum: 03.10.2002, Linz
_LETTER_IN_FRONT = re.compile(r"^[a-z]\s+(?=[A-Z])")  # a Austin, Texas


def town_in_head(sheet: Sheet, spoken_for: AbstractSet[int]) -> Found[str] | None:
    """Look for a postal address or a town of the world; a bare town needs contacts or other pieces beside it."""
    certain = (found for found in _towns_in_head(sheet, spoken_for, is_bare=False))
    return next(certain, None) or next(_towns_in_head(sheet, spoken_for, is_bare=True), None)


def _towns_in_head(sheet: Sheet, spoken_for: AbstractSet[int], *, is_bare: bool) -> Iterator[Found[str]]:
    for number in sheet.head:
        shown = sheet.shown[number]
        if (
            number in spoken_for
            or is_name_on_top(shown, number)
            or len(shown) > MAX_HEAD_LINE
            or re.search("[\u4e00-\u9fff]", shown)
        ):
            continue
        shown = _BORN_AT.sub("|", shown)
        pieces = [shown] if _TOWN_AND_REGION.fullmatch(shown) else WIDE_PIECES.split(CONTACTS.sub("|", shown))
        is_contact_line = len([piece for piece in pieces if piece.strip()]) > 1 or _has_contacts_beside(sheet, number)
        for piece in pieces:
            if field_of(fold(piece)):
                continue  # Email ID lies in no Idaho
            text = _LABEL_BEHIND.sub("", LABEL_IN_FRONT.sub("", piece.strip(" ,.")))
            text = in_capitals(_LETTER_IN_FRONT.sub("", text)) if is_contact_line else text
            if not is_bare and (behind := town_behind_code(text)):
                yield Found(behind, "layout", 0.8, shown.strip())
                continue
            place = place_of(text.lstrip("\"“'"))
            is_likely = is_contact_line and is_bare and not _may_be_person(text)
            if place.town and (place.is_certain or is_likely):
                yield Found(place.town, "layout", 0.8, shown.strip())
            elif is_likely and place.country is None and (town := _end_of_address(text)):
                yield Found(town, "layout", 0.6, shown.strip())


def town_in_foot(sheet: Sheet) -> Found[str] | None:
    """Look for an address beside the contacts that some designs print at the end of the page."""
    for number in range(max(0, len(sheet.shown) - FOOT_LINES), len(sheet.shown)):
        shown = _BORN_AT.sub("|", sheet.shown[number])
        is_alone = CITY_SUFFIX.sub("", fold(shown).strip(" ,.")) in chinese_cities()
        reach = _SIDE_BAR if is_alone else 1
        near = sheet.shown[max(0, number - reach) : number + reach + 1]
        if len(shown) > MAX_HEAD_LINE or sheet.sections[number] == "references" or not any(map(holds_contacts, near)):
            continue
        if sheet.sections[number] in _OF_LIFE and not any(_REACHED.search(RANGE.sub(" ", fold(line))) for line in near):
            continue  # a link beside a school is no contact
        for piece in re.split(r"\s*[|·\t•]\s*|\s{2,}", CONTACTS.sub("|", shown)):
            town = CITY_SUFFIX.sub("", fold(piece).strip(" ,."))
            if town in chinese_cities():
                return Found(town, "layout", 0.7, shown.strip())
            place = place_of(piece.strip(" ,."))
            if place.town and (place.is_certain or (CONTACTS.search(shown) and is_town(piece.strip(" ,.")))):
                return Found(place.town, "layout", 0.7, shown.strip())
    return None


def holds_contacts(line: str) -> bool:
    """Tell an address or a number from the digits of a period."""
    folded = fold(line)
    return CONTACTS.search(folded) is not None and CONTACTS.search(RANGE.sub(" ", folded)) is not None


def _has_contacts_beside(sheet: Sheet, number: int) -> bool:
    """Tell whether contacts or a country stand on this line or a neighbouring one, as in a side bar."""
    near = sheet.shown[max(0, number - 1) : number + 3]
    if sheet.sections[number] != TOP and sheet.sections[number] != "basic":
        return False
    return any(holds_contacts(line) or line.strip().lower() in places_after_comma() for line in near)


def is_name_on_top(shown: str, number: int) -> bool:
    """Tell Aaliyah Washington and ``Anil Rao, MD`` above the rest from places in Washington and Maryland."""
    if number:
        return "@" not in shown and is_titled_name(shown)
    name = clean(shown)
    is_bare = name.replace(" ", "").isalpha() and not is_town(name) and latin_score(name) >= SURE_NAME
    return is_bare or is_titled_name(shown, is_first=True)


def _end_of_address(text: str) -> str | None:
    """Return the town, in no list, that ends an address: ``House 14, Road 3, Katghar, Moulvibazar``."""
    parts = [part.strip() for part in text.split(",")]
    is_address = len(parts) > 2 and _HOUSE.search(parts[0]) and not _AGE.match(parts[0])  # noqa: PLR2004
    return parts[-1] if is_address and _TOWN.fullmatch(parts[-1]) else None


def _may_be_person(text: str) -> bool:
    """Tell ``LAM Sze Man, Edmond`` from ``12 High Street, Edmond``: what stands before the comma is neither street nor town."""
    front = text.rpartition(",")[0].strip()
    return len(front.split()) > 1 and not (is_street(front) or is_town(front.rpartition(",")[2].strip()))
