"""Which country a resume speaks of: by the place of the person, else by the places of his jobs and schools."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.names.cleaning import is_titled_name
from ringback.readers.fields.places.abroad import place_abroad
from ringback.readers.fields.places.addresses import Place, place_of
from ringback.readers.fields.places.towns import (
    HEAD_LINES,
    LABEL_IN_FRONT,
    LATIN_PLACE,
    MAX_HEAD_LINE,
    WIDE_PIECES,
    is_word_of_address,
)
from ringback.readers.fields.wordlists import places_after_comma, town_key, towns
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_IN_BRACKETS = re.compile(r"(?<=\w )\(([A-ZÀ-Þ][^\W\d_]{3,20}(?: [A-ZÀ-Þ][^\W\d_]{2,12})?)\)")  # Valencia (España)
_OR_BETWEEN = re.compile(r"(?<=\d) OR (?=[+(]?\d)")  # two numbers, and not Oregon
_GEORGIA = "GE"  # has its name in common with a state
_BIRTH = re.compile(r"birth|geburt|naiss|nacim|nasc|naix|narož|urodz|född|fødested|geboorte", re.IGNORECASE)
_STREET_BEHIND = re.compile(
    r"\s+(?:Island|Street|St|Road|Rd|Avenue|Ave|Park|Gardens?|Lane|Nagar|Layout|Town|Estate|Drive|Square|Place)\b"
)
_COUNTRY_WORDS = tuple(
    (re.compile(words), country)
    for words, country in (
        (r"\b(?:Hong Kong|HKSAR)\b|香港|九龙|新界", "HK"),
        (r"\bMacau?o?\b|澳门", "MO"),
        (r"\bSingapore\b|\bS\(\d{6}\)", "SG"),
        (r"\bIndian?\b", "IN"),
        (
            r"\b(?:Taiwan|Taipei)\b|台湾|臺|(?:台[北中南东]|新北|桃园|新竹|基隆|高雄|嘉义|花莲|屏东|彰化|云林|南投|苗栗|宜兰|澎湖)[市县]?",
            "TW",
        ),
        (r"\b(?:United Kingdom|UK|England|London)\b", "GB"),
        (r"\bCanada\b", "CA"),
        (r"\bAustralia\b", "AU"),
        (r"\bGermany\b", "DE"),
        (r"\bFrance\b", "FR"),
        (r"\b[Bb]rasileir[ao]\b", "BR"),
        *(
            (rf"\b[Nn]acionalidad\W{{1,4}}(?i:{people})[oa]\b", country)
            for people, country in (
                ("mexican", "MX"),
                ("colombian", "CO"),
                ("argentin", "AR"),
                ("peruan", "PE"),
                ("chilen", "CL"),
                ("ecuatorian", "EC"),
                ("uruguay", "UY"),
                ("bolivian", "BO"),
                ("guatemaltec", "GT"),
            )
        ),
    )
)

_ADDRESSES = tuple(
    (re.compile(form), country)
    for form, country in (
        (
            (
                r"(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|weg|[Pp]latz|[Aa]llee|gasse|ring|damm|ufer) ?\d{1,4} ?[a-z]?\b[\s,"
                r"|·•]{1,4}(?:D-)?\d{5} [A-ZÄÖÜ]"
            ),
            "DE",
        ),
        (
            (
                r"\b\d{1,4}(?: ?bis)?,? (?:rue|avenue|allée|boulevard|chemin|impasse|place|quai|route)\b[^\n]{2,40}[\n,"
                r"|·•]\s{0,2}\d{2} ?\d{3} [A-ZÀ-Þ]"
            ),
            "FR",
        ),
        (r"\b(?:C/|Calle|Avda\.?|Paseo|Plaza) ?[^\n]{2,40}[\n,|·•]\s{0,2}\d{5} [A-ZÀ-Þ]", "ES"),
        (r"\b(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso) [^\n]{2,40}[\n,|·•]\s{0,2}\d{5} [A-ZÀ-Þ]", "IT"),
        (r"\b(?:[Rr]ua|[Aa]venida|[Tt]ravessa|[Ll]argo) [^\n]{2,60}[\n,|·•]\s{0,2}\d{4}-\d{3} [A-ZÀ-Þ]", "PT"),
        (r"\b(?:[Rr]ua|[Aa]venida|[Tt]ravessa|Av\.) [^\n]{2,80}\b\d{5}-\d{3}\b", "BR"),
    )
)


def country_of(sheet: Sheet, home: str | None = None) -> str | None:
    """Return the ISO code of the country that the head of the resume speaks of.

    ``home`` is the country of the town where the person lives: of towns without a country beside them only one of it counts
    then (*Madina* is a quarter of Accra too).
    """
    elsewhere = [label.value for label in sheet.labelled("not_city") if _BIRTH.search(label.label)]
    elsewhere += [label.value for label in sheet.labelled("desired_city")]
    head = [
        _without(sheet.shown[i], elsewhere)
        for i in sheet.head[:HEAD_LINES]
        if any(map(str.isdigit, sheet.shown[i]))
        or not (sheet.sections[i] == "skills" or is_titled_name(sheet.shown[i], is_first=i == 0))
    ]
    places = sheet.labelled("city")
    own = [label.value for label in places if sheet.sections[label.line] not in {"experience", "education"}]
    if places and not own and not any(place_of(line).is_certain for line in head):
        own = [label.value for label in places]  # those of jobs tell more than nothing
    abroad = next(filter(None, (place_abroad(fold(value)) for value in own)), None)
    if abroad:
        return abroad[1]
    if head and is_word_of_address(sheet, head[0]):
        head = head[1:]  # MARCO over his surnames: a town too
    return _country_named([*own, *head], home) or _country_of_address([*own, *head])


def _country_of_address(head: list[str]) -> str | None:
    """Return the country that writes its streets and post codes like an address does: Rosenweg 9 / 22869 Moorau."""
    text = "\n".join(head)
    return next((country for form, country in _ADDRESSES if form.search(text)), None)


def _without(line: str, values: list[str]) -> str:
    """Blank the place of birth, those that somebody would move to, and the word between two numbers."""
    for value in values:
        line = line.replace(value, " ")
    return _OR_BETWEEN.sub(" | ", line) if " OR " in line else line


def _country_named(head: list[str], home: str | None) -> str | None:
    """Return the country that stands in lines of contacts: behind a comma, as a word, or by a town of it."""
    text = " | ".join([*head, *(f"{town}, {below}" for town, below in pairwise(head) if _is_of_region(below))])
    if country := _country_in_print(text):
        return country
    folded = fold(text)
    for pattern, country in _COUNTRY_WORDS:
        if pattern.search(folded):
            return country
    for line in head:
        for piece in WIDE_PIECES.split(line):
            bare = LABEL_IN_FRONT.sub("", piece.strip(" ,."))
            place = Place() if field_of(fold(bare)) else place_of(bare)
            if place.country and (place.is_certain or (place.town and home in {None, place.country})):
                return place.country
    return None


def _country_in_print(text: str) -> str | None:
    """Return the country behind a comma or in a bracket: ``Lyon, France``, ``Valencia (España)``."""
    for match in LATIN_PLACE.finditer(text):
        for group in (match.group(3), match.group(2)):
            word = (group or "").strip()
            country = places_after_comma().get(word.lower())
            if _STREET_BEHIND.match(text, match.end()):
                continue
            if country and (len(word) > 2 or word.isupper()):  # Ma On Shan does not lie in MA
                return _GEORGIA if word == "Georgia" and towns().get(town_key(match.group(1))) == _GEORGIA else country
    for named in _IN_BRACKETS.findall(text):
        if country := places_after_comma().get(named.lower()):
            return country
    return None


def _is_of_region(line: str) -> bool:
    """Tell a line that holds nothing but a state or a country, as an address over two lines ends: ``CA``, ``OR 97205``."""
    word = line.rstrip(" .,0123456789-")
    return word.lower() in places_after_comma() and (word.isupper() or len(word) > 3)


def commonest_country(sheet: Sheet) -> str | None:
    """Count the places that stand beside employers and schools: a person mostly lives where he worked."""
    votes: Counter[str] = Counter()
    for number in sheet.lines_in("experience", "education"):
        line = sheet.shown[number]
        if len(line) > MAX_HEAD_LINE or re.search("[\u4e00-\u9fff]", line):
            continue
        for piece in WIDE_PIECES.split(line):
            pieces = [part.strip() for part in piece.split(",")]
            for here, there in pairwise(pieces):
                place = place_of(f"{here}, {there}")
                if place.country and place.is_certain and place.town:
                    votes[place.country] += 1
    return votes.most_common(1)[0][0] if votes else None
