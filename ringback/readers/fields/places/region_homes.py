"""Which country a region lies in that stands behind a town, where its name alone does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.places.place_words import home_of, is_known_in, is_town, is_town_shaped
from ringback.readers.fields.wordlists import countries_of_region, town_key, towns_in_regions

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARED_REGION = re.compile(
    r"\b(?:North|South|East|West|Central|Greater|Distrito|Capital|Región|Ciudad|Wilayah)\w*\b|\b(?:Region|Province|Division|State)$",
    re.IGNORECASE,
)  # Sales Manager, Central Region
_MARK_OF_REGION = re.compile(
    r"^(?:woj|prov(?:incia|íncia|ince)?|pcia|dep(?:to|artamento)?|dept|département|edo|estado|kab|kabupaten|kanton"
    r"|canton)\b\.? (?:de |do |of )?",
    re.IGNORECASE,
)  # woj. pomorskie
MIN_SURE_REGION = 12


def only_home_of(region: str, town: str) -> str | None:
    """Return the country of a region of several words that no other one has: ``Larchan, Misamis Occidental``."""
    is_own = (
        " " in region and len(region) >= MIN_SURE_REGION and not _SHARED_REGION.search(region) and not is_town(region)
    )
    homes = countries_of_region().get(plain_region(region), ()) if is_own else ()
    return homes[0] if len(homes) == 1 and home_of(town) is None and is_town_shaped(town) else None


def homes_of(region: str, town: str) -> Iterator[str]:
    """Yield the countries that may have both: that of the largest town of the name first, then those with such a region."""
    home = home_of(town)
    if home:
        yield home
    if len(region) > len("SLP"):
        for country in countries_of_region().get(plain_region(region), ()):
            if country != home and is_known_in(town, country):
                yield country


def plain_region(region: str) -> str:
    """Return the name of a region as the lists have it: ``pomorskie`` of ``woj. pomorskie``."""
    return _MARK_OF_REGION.sub("", region).replace(".", "").replace("-", " ").lower()


def is_behind(town: str, region: str, country: str) -> bool:
    """Tell ``Santo André, São Paulo`` and ``Guadalajara, Jal`` from ``Humaitá, Rio de Janeiro``, a quarter and its town."""
    if region == country or (country == "FR" and region.isdigit() and len(region) == len("42")):
        return True  # Graz, AT; Saint-Étienne (42)
    if country not in countries_of_region().get(plain_region(region), ()):
        return False
    inside = towns_in_regions().get((country, town_key(region)))
    return town_key(town) != town_key(region) and (inside is None or town_key(town) in inside)
