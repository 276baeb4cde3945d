"""A town, in no list, before the two letters of its country, where the contacts beside it are of that country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import phonenumbers

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.wordlists import places_after_comma

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_TOWN_AND_CODE = re.compile(
    r"(?:[^,]{3,60}, )?(?:\d{4,6} )?([A-ZÀ-Þ][^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}), ([A-Z]{2})"
)  # 12 Moor Road, 4577 Larchan, BE
_OF_TRADES = frozenset({"IT", "HR", "QA", "BI", "ML", "PM"})  # Manager, IT
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
