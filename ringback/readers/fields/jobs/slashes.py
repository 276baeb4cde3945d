"""A slash with space around it between a post and a house: ``Tide Engineer / Larchwell`` is no post of two names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.aside_words import OWN_BOSS
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

_SITE = re.compile(r"[a-z][\w-]*\.[a-z]{2,6}")  # tidewell.io
MAX_WORDS, MAX_LETTERS = 5, 4


def with_slash_as_dash(atoms: list[Atom], shown: str) -> list[Atom]:
    """Let a slash part a known post from a name that says nothing of a post or of a field of work."""
    found = list(atoms)
    for number in range(1, len(found)):
        front, atom = found[number - 1], found[number]
        is_tight = f"{front.text}/{atom.text}" in shown  # two names of one post: Tide Keeper/Gate Hand
        if atom.gap == "slash" and not (is_tight or front.role or atom.role) and _are_halves(front.text, atom.text):
            found[number] = replace(atom, gap="dash")
    return found


def _are_halves(one: str, other: str) -> bool:
    is_first = title_score(one) == 1.0
    name = other if is_first else one
    if not is_first and title_score(other) < 1.0:
        return False
    is_name = is_latin(one + other) and not any(map(str.isdigit, name))
    is_name = is_name and (name[:1].isupper() or _SITE.fullmatch(name) is not None)
    is_name = is_name and len(name.split()) <= MAX_WORDS and name.lower() not in OWN_BOSS
    is_name = is_name and not (
        name.isupper() and len(name) <= MAX_LETTERS and not employer_score(name)
    )  # a post in short
    return is_name and not title_score(name) and not (is_work_field(name) and employer_score(name) < 1.0)
