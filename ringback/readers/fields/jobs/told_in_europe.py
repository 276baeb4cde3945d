"""Sentences in other languages of Europe that tell the post held today: ``Actualmente trabajo como … en …``."""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.han_sentences import Told
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.places.place_words import is_town

TODAY_IN_EUROPE = (
    r"\b(?:actualmente|en la actualidad|hoy en día|atualmente|hoje em dia|hoje|no momento|actuellement|à ce jour|aujourd['’]hui"
    r"|derzeit(?:ig)?|aktuell|momentan|zurzeit|zur zeit|gegenwärtig|heute|attualmente|ad oggi|momenteel|tegenwoordig"
    r"|ich arbeite|arbeite ich|je travaille)\b"
)
_FIRST_LETTERS = (
    "ctual", "ctue", "tual", "hoy", "hoje", "momen", "ce jour", "aujourd", "derzeit", "ktuell", "zurzeit", "zur zeit", "genw",
    "heute", "ich arbeite", "arbeite ich", "travaille", "oggi", "tegenw",
)  # fmt: skip
"""One of them stands in whatever :data:`TODAY_IN_EUROPE` finds."""
_HOUSE = (
    r"(?P<firm>[A-ZÀ-Þ0-9](?:[^.;\t(]|\.(?=\S)|(?<=\.\w)\.){1,70}?)"
    r"(?=,?\s+(?:desde|depuis|seit|dal|sinds|donde|onde|où|dove|wo|y me|e tenho|tätig|beschäftigt|angestellt)\b"
    r"|(?:[;(\t]|(?<!\.\w)\.)(?!\S)|,\s|$)"
)
_ADVERB = r"(?:\s+(?:actualmente|atualmente|actuellement|attualmente|momenteel|hoy|hoje|oggi|también|também))?"
_WORKS = re.compile(
    r"\b(?:trabajo|trabajando|me desempeño|desempeñ(?:o|ando)(?:me)?|ejerzo|laboro|trabalho|trabalhando|atuo|atuando|exerço"
    rf"|travaille|exerce|lavoro|lavorando|werkzaam|werk)\b{_ADVERB}"
    r"\s+(?:(?:como|comme|come|als|de)\s+(?:una?\s+|une?\s+|uma?\s+|een\s+|(?:el|la)\s+)?"
    r"|(?:las |as |el |o |la |le )?(?:labores|funciones|funções|cargo|puesto|rol|função|fonctions?|poste"
    r"|métier) (?:de la |del? |d['’]|do |da )?)"
    rf"(?P<title>\S.{{2,60}}?)\s+(?:en|em|na|no|chez|à|au|presso|bij|para|pour|per)\s+(?:(?:el|la|a|o|los|las)\s+)?{_HOUSE}",
    re.IGNORECASE,
)
_IS_ONE = re.compile(
    rf"\b(?:soy|sou|je suis|sono|ik ben)\b{_ADVERB}"
    r"\s+(?:una?\s+|une?\s+|uma?\s+|een\s+|(?:el|la)\s+)?"
    rf"(?P<title>\S.{{2,60}}?)\s+(?:en|em|na|no|chez|à|au|presso|bij)\s+(?:(?:el|la)\s+)?{_HOUSE}",
    re.IGNORECASE,
)
_IN_GERMAN = re.compile(
    r"\b(?:arbeite(?: ich)?|bin(?: ich)?|ich bin|beschäftigt|tätig)\b(?:\s+(?:derzeit|aktuell|momentan|zurzeit"
    r"|heute|seit \S+ ?\d*))?\s+als\s+"
    rf"(?P<title>[A-ZÄÖÜ].{{2,60}}?)\s+(?:bei|an|in|für|im|am)\s+(?:(?:der|dem|den|die|einer|einem)\s+)?{_HOUSE}"
)
_IN_HOUSE = re.compile(r"\s+(?:en|em|na|no|chez|presso)\s+(?:(?:el|la)\s+)?(?=[A-ZÀ-Þ])")
_IN_TOWN = re.compile(r"(.{2,60}?) (?:in|en|em|a|à|te) ([A-ZÀ-Þ][\w'’ -]{2,30})")
MIN_FIRM = 0.6


def may_tell_today(lowered: str) -> bool:
    """Tell whether a text in small letters holds a word for today in one of these languages; hardly any does."""
    return any(map(lowered.__contains__, _FIRST_LETTERS))


def told_in_europe(text: str) -> Iterator[Told]:
    """Yield the posts at houses that a sentence with a word for today tells; the house must be one by its words."""
    if not may_tell_today(text.lower()) or not re.search(TODAY_IN_EUROPE, text, re.IGNORECASE):
        return
    for pattern in (_WORKS, _IS_ONE, _IN_GERMAN):
        for match in pattern.finditer(text):
            title, firm = _parted(text, match)
            firm = _without_town(firm)
            if firm[:1].isupper() and title_score(title) == 1.0 and employer_score(firm) >= MIN_FIRM:
                yield Told(match.start(), match.end(), title, firm)


def _without_town(firm: str) -> str:
    """Return a house without the town that it stands in: ``Larch AG in Köln``."""
    place = _IN_TOWN.fullmatch(firm)
    return place.group(1) if place and is_town(place.group(2)) else firm


def _parted(text: str, match: re.Match[str]) -> tuple[str, str]:
    """Return post and house, behind the last of several words for *in*: ``Arquitecta en Seguridad`` / ``Banco Norte``."""
    for seam in reversed(list(_IN_HOUSE.finditer(text, match.start("firm"), match.end("firm")))):
        title, firm = text[match.start("title") : seam.start()], text[seam.end() : match.end("firm")]
        if employer_score(firm) >= MIN_FIRM and title_score(title) == 1.0:
            return title.strip(" ,"), firm.strip(" ,")
    return match.group("title").strip(" ,"), match.group("firm").strip(" ,")
