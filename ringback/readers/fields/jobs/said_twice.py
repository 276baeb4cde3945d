"""What the header of a job says twice: a short form behind the long one, a post that its house is written with again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.titles import employer_score, title_score

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.fields.jobs.atoms import Atom
    from ringback.readers.fields.jobs.headers import Header
    from ringback.readers.fields.jobs.sentences import Halves

MIN_HOUSE, SURE_POST = 0.6, 0.8
MAX_SHORT_FORM, MAX_NAME_WORDS = 6, 5


def chosen_of_once_said(header: Header, choose: Callable[[Header], Halves]) -> tuple[Header, Halves]:
    """Return a header without what it says twice, and the halves that are chosen from it."""
    header = _without_post_behind_house(header)
    halves = choose(header)
    longer = _without_short_form(header, halves[1].value) if halves[1] else None
    return (longer, choose(longer)) if longer else (header, halves)


def _without_short_form(header: Header, firm: str) -> Header | None:
    """Put aside the short form of a post or a project that was taken for the house, where another name may be it.

    ``Tide Analyst (TAO), Larch Air, Lindale``; in ``Tide Analyst (CSIRO)`` it is the house itself.
    """
    short = next(
        (atom for front, atom in pairwise(header.atoms) if _is_short_form(atom, firm) and _is_no_house(front)), None
    )
    if short is None or not any(map(_may_be_house, header.atoms)):
        return None
    return replace(header, atoms=[replace(atom, role="aside") if atom is short else atom for atom in header.atoms])


def _is_short_form(atom: Atom, firm: str) -> bool:
    text = atom.text
    is_short = text == firm and not atom.role and atom.gap == "bracket" and 1 < len(text) <= MAX_SHORT_FORM
    return is_short and text.isalpha() and text.isupper() and employer_score(text) < MIN_HOUSE


def _is_no_house(front: Atom) -> bool:
    """Tell a post or a sentence in front of its short form; behind a house that is a part of its name."""
    return title_score(front.text) >= SURE_POST or len(front.text.split()) > MAX_NAME_WORDS


def _may_be_house(atom: Atom) -> bool:
    return not atom.role and atom.gap in {"line", "cell", "comma", "at"} and title_score(atom.text) == 0


def _without_post_behind_house(header: Header) -> Header:
    """Cut a post off its house where a line of its own says it too: ``Clerk`` / ``Northmoor University Clerk``."""
    posts = [atom.text for atom in header.atoms if not atom.role and title_score(atom.text) >= SURE_POST]
    atoms = [_without_post(atom, posts) for atom in header.atoms] if posts else header.atoms
    return header if atoms == header.atoms else replace(header, atoms=atoms)


def _without_post(atom: Atom, posts: list[str]) -> Atom:
    for post in posts:
        front = atom.text.removesuffix(f" {post}").rstrip(" ,-–|") if not atom.role else atom.text
        if front != atom.text and employer_score(front) >= MIN_HOUSE:
            return replace(atom, text=front, end=atom.start + len(front))
    return atom
