"""Which country a resume speaks of where no address says it: the nationality, else the countries and large towns it mentions."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.wordlists import data_lines, one_of, places_after_comma, rows_by_key, words_by_key

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MIN_LETTERS = 4  # shorter names of places are words too
MAX_CHARS = 6000
_NATIONALITY = re.compile(
    r"(?:\bnationality|\bcitizenship|\bcitizen of|nationalité|nacionalidade?|nationalität|staatsangehörigkeit|staatsbürgerschaft"
    r"|nazionalità|cittadinanza|nationaliteit|narodowość|obywatelstwo|nationalitet)\W{1,5}([^\W\d_]{4,16}(?: [^\W\d_]{4,12})?)",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"\b(?:university|college|polytechnic)\b", re.IGNORECASE)
_OF_NATION = re.compile(r"\b([A-Z][a-z]{3,12}(?: [A-Z][a-z]{3,8})?) (?:[Cc]itizen|[Nn]ational|[Pp]assport)\b")


@cache
def _nations() -> dict[str, str]:
    """Return nationality (lower case, without spaces) or country -> ISO country code."""
    people = {word: country for country, words in words_by_key("nationalities.tsv").items() for word in words}
    return {name.replace(" ", ""): country for name, country in places_after_comma().items()} | people


@cache
def _places() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for the names of countries, large towns and known schools, and name -> ISO country code."""
    named = {name: country for name, country in places_after_comma().items() if len(name) >= MIN_LETTERS}
    for line in data_lines("cities_world.tsv"):
        town, _, country = line.partition("\t")
        if country.strip() and len(town) >= MIN_LETTERS:
            named.setdefault(town.lower(), country.strip())
    printed = {name.title() for name in named}
    for country, schools in rows_by_key("schools_of_countries.tsv").items():
        for school in schools:
            named[school.lower()] = country
            printed.add(school)
    words = one_of(printed)
    return re.compile(rf"\b(?:{words})\b"), named


def country_of_nationality(text: str) -> str | None:
    """Return the country that a person says to be a national of."""
    for match in (*_NATIONALITY.finditer(text), *_OF_NATION.finditer(text)):
        words = match.group(1).lower().split()
        country = _nations().get("".join(words)) or _nations().get(words[0])
        if country:
            return country
    return None


def country_mentioned(sheet: Sheet) -> str | None:
    """Return the country whose name, large towns and schools the resume prints most often."""
    pattern, named = _places()
    votes = Counter(named[name.lower()] for name in pattern.findall(sheet.text[:MAX_CHARS]))
    if not votes:  # University of larchmoor, of who writes everything small
        schools = [line for i in sheet.lines_in("education") if _SCHOOL.search(line := sheet.folded[i])]
        votes = Counter(named[name.lower()] for name in pattern.findall("\n".join(schools).title()))
    return votes.most_common(1)[0][0] if votes else None
