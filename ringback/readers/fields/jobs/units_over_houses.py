"""Units behind posts over a line with the house, where most jobs are set so: ``Engineer - Gate Tools`` / ``Northwind``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.kinds import hardly_a_house, surely_no_house
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.places.place_words import is_town

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

N_OF_PAIR, MIN_SET_ALIKE, MAX_NAME_WORDS = 2, 2, 6
SURE_POST, SURE_FIRM = 1.0, 1.0
_BEHIND = frozenset({"dash", "comma", "slash", "cell"})


def units_over_houses(atoms: Sequence[Atom], others: Sequence[Sequence[Atom]]) -> list[Atom]:
    """Return what stands behind the post, where the line below is a name alone and so it is in most other jobs.

    A department has no line of its own below the post; what words tell for a firm behind any post says that firms stand there.
    """
    own = _unit_and_house(atoms)
    told = [pair for job in others if (pair := _unit_and_house(job))] if own else []
    pairs = [own, *told] if own else []
    n_jobs = 1 + sum(any(title_score(atom.text) == SURE_POST for atom in job) for job in others)
    if own is None or len(pairs) < MIN_SET_ALIKE or len(pairs) * 2 <= n_jobs:
        return []
    units = [0.0 if is_work_field(unit.text) else employer_score(unit.text) for unit, _ in pairs]
    houses = [employer_score(house.text) for _, house in pairs]
    is_firm_behind = max(units) >= SURE_FIRM or sum(units) >= sum(houses) + len(pairs) / 2
    n_units, n_houses = (len({pair[side].text for pair in pairs}) for side in (0, 1))
    if n_houses == 1:  # Remote, Full-time
        return []
    is_field = n_units == 1 and max(units) < SURE_FIRM  # the same behind posts at several houses
    is_parted = own[0].gap != "cell" or is_work_field(own[0].text)
    return [own[0]] if is_field or (is_parted and not is_firm_behind) else []


def _unit_and_house(atoms: Sequence[Atom]) -> tuple[Atom, Atom] | None:
    """Return the name behind the post in its line and the name that has the next line for itself and its place."""
    named = [atom for atom in atoms if atom.role != "aside"]
    posts = [atom for atom in named if title_score(atom.text) == SURE_POST and atom.gap == "line"]
    if len(posts) != 1:
        return None
    row = [atom for atom in named if atom.row == posts[0].row]
    below = [
        atom for atom in named if atom.row == min((one.row for one in named if one.row > posts[0].row), default=-9)
    ]
    if len(row) != N_OF_PAIR or row[1].gap not in _BEHIND or len(below) != 1 or below[0].gap != "line":
        return None
    is_unit = title_score(row[1].text) < SURE_POST
    is_place = _is_before_state(atoms, below[0])
    return (row[1], below[0]) if is_unit and not is_place and _may_be_house(below[0].text) else None


def _is_before_state(atoms: Sequence[Atom], name: Atom) -> bool:
    """Tell a name with a state or a country right behind it, which is a town sooner: ``Fernville, VT``."""
    behind = [atom for atom in atoms if atom.row == name.row and atom.start > name.start and atom.role == "aside"]
    return bool(behind) and behind[0].gap == "comma" and not is_town(behind[0].text)


def _may_be_house(text: str) -> bool:
    is_else = surely_no_house(text, frozenset()) or hardly_a_house(text) or is_work_field(text) or title_score(text)
    return not is_else and text[0].isupper() and len(text.split()) <= MAX_NAME_WORDS
