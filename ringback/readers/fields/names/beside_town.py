"""A name that only smaller print parts from the town behind it, in the line of the contacts: ``Mara Velding Leeds, 07700 …``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.names.candidates import telling_part
from ringback.readers.fields.names.shapes import agrees_with_email, latin_score
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.wordlists import is_town_of
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

TOP_LINES = 3
MIN_NAME, MAX_TOWN, N_OF_SMALL = 2, 3, 2  # words
SURE_NAME = 0.8
MAX_CHARS = 160
_ADDRESS = re.compile(r"[\w.+-]{1,64}@\w")
_NUMBER = re.compile(r"\d[\d ().-]{6}")
_FRONT = re.compile(r"([A-ZÀ-Þ][^\d@,|•·;\t]{5,50}?)\s*(?:[,|•·;(+]|(?=[+(]?\d)|\s(?=[\w.+-]{1,64}@\w))")
_REGION = re.compile(r"\s*,\s*([^\d@,|•·;\t]{2,30}?)\s*(?:[,|•·;\t(+]|$|(?=\d))")


_DEGREE = re.compile(r"M[ADS]|MBA|B[AS]|CPA|PA|RN", re.IGNORECASE)  # Mary Beth Jackson, MS


def with_town_apart(lines: Sequence[str]) -> dict[int, str]:
    """Return line -> the line with a tab between the name and the town, of the first lines that hold contacts as well.

    A region behind the town tells that it is one, else an address that spells the surname in front of it.
    """
    top = [fold(line) for line in lines[:TOP_LINES]]
    addresses = [telling_part(address) for line in top for address in _addresses(line)]
    parted = {number: _parted(lines[number], line, addresses) for number, line in enumerate(top)}
    return {number: line for number, line in parted.items() if line}


def _addresses(line: str) -> list[str]:
    return [word.lower() for word in line.split() if _ADDRESS.match(word)]


def _parted(shown: str, folded: str, addresses: Sequence[str]) -> str | None:
    is_met = len(folded) <= MAX_CHARS and (_ADDRESS.search(folded) or _NUMBER.search(folded))
    front = _FRONT.match(folded) if is_met and len(shown) == len(folded) else None
    words = front.group(1).split() if front else []
    if front is None or len(words) <= MIN_NAME:
        return None
    region = _REGION.match(folded, front.end(1))
    n_town = _n_of_town(words, region.group(1) if region else "")
    name, town = " ".join(words[:-n_town]), " ".join(words[-n_town:])
    if not n_town or len(words) - n_town < MIN_NAME or latin_score(name) < SURE_NAME:
        return None
    if any(town.lower().replace(" ", "") in local for local in addresses):
        return None
    is_place = (
        region is not None
        and not _DEGREE.fullmatch(region.group(1))
        and place_of(f"{town}, {region.group(1)}").is_certain
    )
    is_spelt = any(agrees_with_email(name.split()[-1], local) for local in addresses)
    at = front.start(1) + len(front.group(1)) - len(town)
    return f"{shown[:at].rstrip()}\t{shown[at:]}" if is_place or is_spelt else None


def _n_of_town(words: Sequence[str], region: str) -> int:
    """Return how many words at the end name a town; a small one of two words is told by its region: ``Alder Grove, IL``."""
    found = next((n for n in range(MAX_TOWN, 0, -1) if n < len(words) and is_town(" ".join(words[-n:]))), 0)
    small = " ".join(words[-N_OF_SMALL:])
    country = place_of(f"{small}, {region}").country if region and not found and len(words) > N_OF_SMALL else None
    return N_OF_SMALL if country and is_town_of(small, country) else found
