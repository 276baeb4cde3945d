"""The word lists in ``ringback/readers/data``, loaded once. Each file says in its first line where it comes from."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_LETTERS_WITHOUT_PARTS = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "đ": "d", "ı": "i"})
_NO_LETTERS = re.compile("[^a-z]+")


def data_lines(name: str) -> list[str]:
    """Return the lines of a data file without comments."""
    text = files("ringback.readers").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def rows_by_key(name: str) -> dict[str, tuple[str, ...]]:
    """Return a TSV file whose first column is a key: key -> the other columns, of all rows with that key."""
    found: dict[str, list[str]] = {}
    for line in data_lines(name):
        key, *cells = line.split("\t")
        found.setdefault(key, []).extend(cell for cell in cells if cell)
    return {key: tuple(cells) for key, cells in found.items()}


def words_by_key(name: str) -> dict[str, frozenset[str]]:
    """Return a file of lines ``key<TAB>word word word``."""
    return {key: frozenset(" ".join(cells).split()) for key, cells in rows_by_key(name).items()}


def one_of(words: Iterable[str], written: Callable[[str], str] = re.escape) -> str:
    """Return a pattern for any of these words, the longer first; ``written`` makes a pattern of what follows a first letter.

    They are grouped by that letter: of hundreds of words a search then tries only those of one letter.
    """
    behind: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        behind.setdefault(word[0], []).append(written(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in behind.items())


@cache
def words_of_no_name() -> dict[str, frozenset[str]]:
    """Return the words that are no names, by what they are."""
    return words_by_key("not_names.tsv")


@cache
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Return Chinese surnames: (one character, two characters)."""
    single: set[str] = set()
    double: set[str] = set()
    for line in data_lines("surnames.txt"):
        if " " in line:
            double.update(line.split())
        else:
            single.update(line)
    return frozenset(single), frozenset(double)


@cache
def chinese_cities() -> dict[str, str]:
    """Return city -> province, in Chinese."""
    return {row[0]: row[1] for row in (line.split("\t") for line in data_lines("cities_cn.tsv"))}


@cache
def latin_cities() -> dict[str, str]:
    """Return city in Latin letters, lower case -> ISO country code ('' where several countries have one)."""
    found = {
        re.sub(r"[' ]", "", row[2]).lower(): "CN" for row in (line.split("\t") for line in data_lines("cities_cn.tsv"))
    }
    found |= {
        "hongkong": "HK",
        "macau": "MO",
        "macao": "MO",
        "taipei": "TW",
        "kaohsiung": "TW",
        "taichung": "TW",
        "tainan": "TW",
    }
    found |= {"hsinchu": "TW", "peking": "CN", "canton": "CN", "newtaipei": "TW"}
    for line in data_lines("cities_world.tsv"):
        city, _, country = line.partition("\t")
        found[city.replace(" ", "").lower()] = country.strip()
    return found


@cache
def towns() -> dict[str, str]:
    """Return town of the world (see :func:`town_key`) -> ISO country code; for places where a town is likely anyway."""
    found = {town: country for country, cells in rows_by_key("towns.tsv").items() for town in cells[0].split()}
    for line in data_lines("cities_world.tsv"):
        city, _, country = line.partition("\t")
        found.setdefault(town_key(city), country.strip())
    return found


@lru_cache(maxsize=1024)  # the parts of an address are asked for by several tables
def town_key(text: str) -> str:
    """Return a town as :func:`towns` spells it: letters only, without accents and case."""
    plain = text.lower()
    if plain.startswith(("sto. ", "sta. ")):
        plain = f"san{plain[1]}{plain[2]} {plain[5:]}"  # Sto. Tomas is spelled out in the lists
    if plain[1:2] == "-" and plain[0] != "s":
        return ""  # O-RAN is no Oran; 's-Hertogenbosch is a town
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain.translate(_LETTERS_WITHOUT_PARTS))
    return plain if plain.isascii() and plain.isalpha() else _NO_LETTERS.sub("", plain)


@cache
def places_after_comma() -> dict[str, str]:
    """Return state, province or country in Latin letters, lower case -> ISO country code."""
    return {
        word.replace("-", " ").lower(): country
        for country, cells in rows_by_key("places_after_comma.tsv").items()
        for cell in cells
        for word in cell.split()
    }


@cache
def countries_of_region() -> dict[str, tuple[str, ...]]:
    """Return region, lower case and without dots -> the countries behind whose towns it may stand."""
    found: dict[str, tuple[str, ...]] = {}
    for country, cells in rows_by_key("regions_behind_towns.tsv").items():
        for word in cells[0].split():
            name = word.replace("-", " ").replace(".", "").lower()
            found[name] = (*found.get(name, ()), country)
    return found


@cache
def _small_towns() -> dict[str, str]:
    """Return ISO country code -> its small towns, each between blanks: they are looked for in one country at a time."""
    rows = (line.partition("\t") for line in data_lines("small_towns.tsv"))
    return {country: f" {names} " for country, _, names in rows}


def is_town_of(text: str, country: str) -> bool:
    """Tell whether a country has a town of that name, of 1 000 people or more."""
    key = town_key(text)
    return bool(key) and (towns().get(key) == country or f" {key} " in _small_towns().get(country, ""))


def countries_of_town(text: str) -> tuple[str, ...]:
    """Return the countries that have a town of that name."""
    key = town_key(text)
    found = (country for country, names in _small_towns().items() if f" {key} " in names) if key else ()
    return tuple(dict.fromkeys([*filter(None, [towns().get(key)]), *found]))


@cache
def towns_in_regions() -> dict[tuple[str, str], frozenset[str]]:
    """Return (country, region that is called like a town) -> the towns of that region, both as :func:`town_key` spells them."""
    rows = (line.split("\t") for line in data_lines("towns_in_regions.tsv"))
    return {(country, name): frozenset(inside.split()) for country, names, inside in rows for name in names.split()}


@cache
def county_towns() -> frozenset[str]:
    """Return the Chinese cities below the prefectures; many are given names as well."""
    return frozenset(" ".join(data_lines("county_towns_cn.txt")).split())
