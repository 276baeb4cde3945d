"""Places beside post and employer."""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.wordlists import places_after_comma


def lies_somewhere(text: str) -> bool:
    """Tell a place with its region; that takes longest to know."""
    place = place_of(text)
    return place.is_certain and (
        "," in text or place.town is None or is_town(place.town.split(",")[0]) or re.search(r"\d", text) is not None
    )


def is_town_of_land(text: str) -> bool:
    """Tell a town that a dash joins to its country: ``Lagos-Nigeria``."""
    town, dash, land = text.replace("–", "-").partition("-")
    return bool(dash) and land.strip().lower() in places_after_comma() and len(land) > 2 and is_town(town.strip())


@lru_cache(maxsize=2048)
def may_be_place(text: str) -> bool:
    """Tell a name that a town has; firms are called so too."""
    return is_town(text)


def is_place(line: str) -> bool:
    """Tell a line that holds nothing but a place."""
    return may_be_place(line) or (place_of(line).is_certain and title_score(line) < 1 and employer_score(line) < 1)
