"""The town as people tell it of themselves in English prose: *a Leeds-based florist*, *They live in northwest Austin*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import home_of
from ringback.readers.fields.places.towns import latin_city
from ringback.readers.fields.sections import TOP

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

TOLD_LINES = 30
SURE_POST = 0.6
_TOWN = r"((?:[A-ZÀ-Þ][\w.'’-]*,? ){0,4}[A-ZÀ-Þ][\w'’-]+)"
_FRONT = (  # in northwest Austin, just outside Boston, in the Boston area
    r"(?:(?:the|just|right|beautiful|sunny|lovely|rainy|historic|vibrant|downtown|central|inner|suburban|greater|metro"
    r"|metropolitan|(?:north|south)?-?(?:east|west)(?:ern)?|(?:north|south)(?:ern)?|heart of|city of|town of|outside(?: of)?"
    r"|suburbs? of|outskirts of|nearby|near) )*"
)
_LIVE = (
    r"\b(?:[Ll]ives?|[Rr]esides?|[Ll]iving|[Rr]esiding|[Bb]ased)"
    r"(?: and (?:works?|teach(?:es)?|writes?|practi[cs]es?|stud(?:y|ies)|paints?))?"
    r"(?: with (?:his|her|their|my|our|a|an|two|three) [^.;]{3,40}?)?(?: in| at| near| outside)? "
)
_HOME = r"(?:[Cc]alls?|[Cc]alling) (?:the (?:city|town) of )?"
_TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        _LIVE + _FRONT + _TOWN,
        _HOME + _TOWN + r",? (?:my |her |his |their |our )?home\b",
        r"\b(?:[Mm]akes?|[Mm]aking) (?:my|her|his|their|our) home in " + _FRONT + _TOWN,
        r"\b(?:[Mm]y|[Hh]er|[Hh]is|[Oo]ur|[Tt]heir) home(?: base)? is (?:in )?" + _FRONT + _TOWN,
        r"\b(?:[Ww]ork(?:s|ing)?|[Oo]perat(?:es?|ing)) (?:out of|from) " + _FRONT + _TOWN,
        r"\b(?:[Rr]ecently|[Nn]ow|[Jj]ust) (?:moved|relocated) to " + _FRONT + _TOWN,
        r"\b(?:[Mm]oved|[Rr]elocated) to "
        + _TOWN
        + r"(?=(?: in (?:19|20)\d\d)?,? where (?:I|she|he|they) (?:now|currently|lives?|works?)\b)",
    )
)
_OF_OTHERS = re.compile(
    r"\b(?:(?:parents|famil\w+|brothers?|sisters?|people|clients|patients|children|mother|father|friends|those|students|residents"
    r"|women|men|company|firm|agency|studio|start-?up|organi[sz]ation|team|charity|practice|group)\b[^.;]{0,25}"
    r"|(?:was|were|to|used to)(?: be)? )$",
    re.IGNORECASE,
)  # who else may live somewhere, and who did or will
_BASED = re.compile(r"(?:^|\b(?:an?|the|[Aa]m|is|,) )" + _TOWN + r"[- ]based\b(?! (?:in|on|upon|at)\b)(.{0,60})")
_OF_A_HOUSE = re.compile(
    r"^\W*(?:\S+ ){0,4}?(?:company|agency|firm|non-?profit|organi[sz]ation|start-?up|charity|foundation|studio|team|group|bank"
    r"|band|magazine|shop|store|brand|journal|consultancy|institution|clients?)\b",
    re.IGNORECASE,
)
_AT_WORK = re.compile(  # I am a teacher in Denver, Colorado; She works at Larch Hospital in Leeds, England
    r"^(?:[Cc]urrently,? |[Nn]ow,? )?(?:I am|I'm|I’m|I|[Ss]he is|[Hh]e is|[Ss]he|[Hh]e|[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,2} is)"
    r"(?: currently| now)?(?: an?| the| working| employed| work| works| teach| teaches| run| runs| practi[cs]es?| serves?)\b"
)
_TOWN_OF_WORK = re.compile(
    r"(?:, | in | at )((?:[A-ZÀ-Þ][\w.'’-]*[ -]?){1,3}, (?:[A-Z][\w.]*[ -]?){1,3})(?=[.,;)]|$| and | where )"
)
_NOT_AT_WORK = re.compile(
    r"\b(?:born|raised|grew|from|studied|graduat\w+|degree|formerly|previously|former|was|were|clients?|offices?|customers?"
    r"|interest\w*|trips?|travel\w*|conference|looking|seeking|relocat\w+|mov(?:e|ing)|hoping|would|will|projects?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r" (?<=[^\W\d_]{3}[.!?] ) *(?=[A-Z])")


def city_told(sheet: Sheet) -> Found[str] | None:
    """Return the town that a first page tells in a sentence of the present: where one lives, else where one works."""
    lines = [
        i for i in range(min(TOLD_LINES, len(sheet.shown))) if sheet.sections[i] in {TOP, "summary", "basic", "other"}
    ]
    sentences = [
        sentence
        for i in lines
        if len(sheet.shown[i]) > len("I live in Ayr")
        for sentence in _SENTENCE.split(sheet.shown[i])
    ]
    for towns, sure in ((_homes, 0.75), (_works, 0.6)):
        for sentence in sentences:
            if town := next(towns(sentence), None):
                return Found(town, "pattern", sure, sentence[:120])
    return None


def _homes(sentence: str) -> Iterator[str]:
    for pattern in _TOLD:
        for match in pattern.finditer(sentence):
            if not is_of_others(sentence[: match.start()]) and (town := _known(match.group(1))):
                yield town
    for match in _BASED.finditer(sentence):
        is_person = title_score(" ".join(match.group(2).split()[:3]).strip(" ,.")) >= SURE_POST or match.start() == 0
        if not _OF_A_HOUSE.match(match.group(2)) and is_person and (town := _known(match.group(1))):
            yield town


def _works(sentence: str) -> Iterator[str]:
    if not _AT_WORK.match(sentence) or _NOT_AT_WORK.search(sentence):
        return
    for match in _TOWN_OF_WORK.finditer(sentence):
        place = place_of(match.group(1).strip(" ."))
        if place.is_certain and place.town and home_of(place.town.partition(",")[0]) is not None:
            yield place.town


def is_of_others(before: str) -> bool:
    """Tell what stands in front of *live in Perth* and is not the candidate: my parents, people who, I used to."""
    return _OF_OTHERS.search(before) is not None


def _known(said: str) -> str | None:
    """Return a town that is known, with its region or alone: Boston of ``Boston, MA`` and of ``Boston in winter``."""
    said = said.strip(" .,").removesuffix("'s").removesuffix("’s")
    place = place_of(said)
    if place.town and place.is_certain and home_of(place.town.partition(",")[0]) is not None:
        return place.town
    first = said.split(",")[0]
    town = latin_city(said) or latin_city(first)
    return town or (first if place.town == said and home_of(first) is not None else None)
