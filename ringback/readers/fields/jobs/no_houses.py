"""Names beside a house that are none: the team behind a post under it in larger print, and the house in short in brackets.

``Larchard`` / ``Engineer - Tide Gates``; ``Larch Smart Gates (LSG)``
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import bare_letters, section_table
from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.kinds import hardly_a_house
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom
    from ringback.readers.fields.sheet import Sheet

N_OF_PAIR, SURE_FIRM = 2, 0.6
MAX_NAME_WORDS = 5
_CAPITALS = re.compile(r"[A-Z]{2,5}")
_SIGNS = frozenset({"dash", "colon"})  # behind a comma stands the house as often


def with_team_aside(sheet: Sheet, rows: Mapping[int, int], atoms: list[Atom]) -> list[Atom]:
    """Put aside what no word makes a house of behind a known post, where one name stands over both in larger print."""
    row = [atom for atom in atoms if atom.row == 0]
    if -1 not in rows or len(row) != N_OF_PAIR or row[1].gap not in _SIGNS or any(atom.role for atom in row):
        return atoms
    over = [atom for atom in atoms if atom.row == -1 and atom.role != "aside"]
    is_large = sheet.sizes[rows[-1]] > sheet.sizes[rows[0]]
    if not is_large or len(over) != 1 or not _may_be_house(over) or title_score(row[0].text) < 1.0:
        return atoms
    team = row[1]
    is_team = employer_score(team.text) < SURE_FIRM and not title_score(team.text) and is_latin(team.text)
    return [replace(atom, role="aside") if atom is team else atom for atom in atoms] if is_team else atoms


def is_short_name(atoms: Sequence[Atom], number: int) -> bool:
    """Tell a few capitals in brackets behind a name that no word makes a post or a house."""
    before, atom = atoms[number - 1], atoms[number]
    is_short = number > 0 and atom.gap == "bracket" and atom.row == before.row and bool(_CAPITALS.fullmatch(atom.text))
    if not is_short or atom.role or before.role or " " not in before.text or not is_latin(before.text):
        return False
    is_known = title_score(before.text) or employer_score(before.text) >= SURE_FIRM or hardly_a_house(before.text)
    return not (is_known or title_score(atom.text))


def _may_be_house(over: Sequence[Atom]) -> bool:
    """Tell a name from a post, a town, a field of work and the heading of several jobs."""
    name = over[0].text
    is_else = (
        title_score(name) or is_work_field(name) or may_be_place(name) or bare_letters(name.lower()) in section_table()
    )
    return not is_else and name[0].isupper() and is_latin(name) and len(name.split()) <= MAX_NAME_WORDS
