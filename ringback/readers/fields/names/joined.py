"""A name in parts: printed without a space (``JoLee``), or in two lines that only an address puts together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import normalize

from ringback.readers.fields.names.shapes import latin_score

MIN_PART, MIN_WHOLE = 3, 8
MIN_SHAPE = 0.5  # of a name: who is called tessadesigner@… has her post in the second line
FIRST_LINES, MAX_PARTS = 3, 4
_PART = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2}")
_ENDS = re.compile(r"(?<!\S)([a-z]{2,})[._-](?:[a-z]+[._-])?([a-z]{2,})\d{0,4}@")  # ana.larch@ of ANA MARIA / LARCH
_INITIALS = re.compile(r"(?: [A-Z]\.?)+$")  # Nora P. / Pellwick over norapellwick@…
_PREFIXES = frozenset({"mac", "fitz", "del", "van", "von", "des"})  # MacGregor is one word


_LOW_LINES = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:_[A-ZÀ-Þ](?:[^\W\d_]+|\.?)){1,3}")


def without_low_lines(text: str) -> str:
    """Return a name whose words low lines join as in the name of a file: ``Pellwick_Nora_Maria``."""
    return text.replace("_", " ") if "_" in text and _LOW_LINES.fullmatch(text.strip(" #")) else text


def parted_name(word: str, emails: Sequence[str]) -> str:
    """Return a word as two names, where its capitals or the e-mail address tell where the second begins."""
    if len(word) < MIN_WHOLE or not word.replace("-", "").isalpha():
        return word
    capitals = [at for at, letter in enumerate(word) if letter.isupper() and word[at - 1 : at] != "-"]
    if len(capitals) == 2 and capitals[0] == 0 and MIN_PART <= capitals[1] <= len(word) - MIN_PART:
        first, second = word[: capitals[1]], word[capitals[1] :]
        if first.lower() not in _PREFIXES:
            return f"{first} {second}"
    lowered = word.lower()
    for address in emails:
        for part in re.split(r"[._\-\d@]+", address.lower()):
            for at in (len(part), len(word) - len(part)):
                is_half = len(part) >= MIN_PART and part in {lowered[:at], lowered[at:]}
                if is_half and min(at, len(word) - at) >= MIN_PART:
                    return f"{word[:at]} {word[at:]}"
    return word


def joined_by_address(shown: Sequence[str], emails: Sequence[str]) -> dict[int, str]:
    """Return two of the first lines as one name, by the number of the first, where an address holds all their letters in a row.

    ``MARCA`` / ``DÍAZ DE LOM`` over marcadiazdelom@… or hello@marcadiazdelom.…, whatever print either has.
    """
    ends = {(_letters(first), _letters(last)) for first, last in _ENDS.findall(" ".join(emails))}
    wholes = [_letters(part) for address in emails for part in address.rpartition(".")[0].split("@")]
    for number, (first, second) in enumerate(pairwise(shown[: FIRST_LINES + 1]) if wholes else ()):
        is_pair = _PART.fullmatch(first) and _PART.fullmatch(second) and len(f"{first} {second}".split()) <= MAX_PARTS
        parts = (_letters(_INITIALS.sub("", first)), _letters(second)) if is_pair else ("", "")
        is_told = min(map(len, parts)) >= MIN_PART and (
            any("".join(parts) in whole for whole in wholes) or (_letters(first.split()[0]), parts[1]) in ends
        )
        if is_told and latin_score(f"{first} {second}") >= MIN_SHAPE:
            return {number: f"{first} {second}"}
    return {}


def _letters(text: str) -> str:
    """Return the letters of a text without accents, in small: ``Díaz`` is written diaz in addresses."""
    return re.sub(r"[^a-z]", "", normalize("NFKD", text).lower())
