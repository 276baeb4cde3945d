"""The codes that universities give to their courses, ``BOT 354``: neither they nor the titles behind them are houses.

PS 114 is a school of children, and behind a post that teaches nobody the same letters are a standard: Auditor, ISO 9001.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import employer_score, title_score

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

CODE_OF_COURSE = re.compile(r"(?!(?:PS|MS|IS|HS|JHS) \d)[A-Z]{2,5}[ -]?(?!(?:19|20)\d\d\b)\d{3,4}[A-Z]?\b(?!\.)")
_TEACHES = re.compile(
    r"\b(?:teach\w*|tutor\w*|instruct\w*|lectur\w*|professor|assistant|grader|marker|demonstrator|T\.?A|fellow|facilitator|leader)\b",
    re.IGNORECASE,
)
SURE_FIRM = 0.6


def without_courses(atoms: list[Atom], _shown: str) -> list[Atom]:
    """Leave out a course by its code, and its title behind that: ``Teaching Assistant<tab>BOT 354<tab>Ferns and Mosses``."""
    first = next((n for n, atom in enumerate(atoms) if n and _is_code(atom.text)), len(atoms))
    is_post = any(title_score(atom.text) == 1.0 and _TEACHES.search(atom.text) for atom in atoms[:first])
    if not is_post or first == len(atoms):
        return atoms
    until = next((n for n in range(first, len(atoms)) if employer_score(atoms[n].text) >= SURE_FIRM), len(atoms))
    return [replace(atom, role="aside") if first <= n < until else atom for n, atom in enumerate(atoms)]


def _is_code(text: str) -> bool:
    return text[-1:].isdigit() and CODE_OF_COURSE.match(text) is not None
