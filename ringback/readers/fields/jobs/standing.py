"""Which name in the header of a job is the house by where it stands, where no word of the chosen one gives a house away.

A house has a line of its own over or under the post, or its place behind it, or stands between the post and its place. What
a bracket, a comma or *for* adds to the post is a remark, a team or a field as often.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.aside_words import OWN_BOSS
from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.kinds import hardly_a_house, surely_no_house
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.jobs.worth import employer_worth
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

SURE_HOUSE, SURE_BY_FORM = 0.6, 0.7
_SMALL_BRAND = re.compile(r"[a-z][\w-]*(?:\.[a-z]{2,6})?")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ&\d]{1,6}")
_OFFICE = re.compile(
    r"\b(?:President|Director|Dean|Head|Manager|Coordinator|Officer|Lead|Chair)$"
)  # of or for something
_SIGNS_OF_PLACE = frozenset({"comma", "cell", "dash", "bracket", "slash"})
_REMARKS = frozenset({"bracket", "slash", "for", "in", "colon", "glue", "space", "seam"})
N_PLACED, N_BESIDE, N_BEHIND, N_AT = 3, 2, 1, 4
_BEHIND_POST = frozenset({"comma", "cell", "dash", "at"})
MAX_TAIL_WORDS, MIN_HOUSE_CHARS, N_PAIR = 5, 3, 2
MIN_SMALL_CHARS = 5

Reach = tuple[int, int]
"""The first and the last atom of a phrase."""


def house_by_standing(atoms: Sequence[Atom], post: Reach, house: Reach | None) -> int | None:
    """Return the atom that is the house by its place, where the chosen one, or none, is by its words; else None."""
    if not all(is_latin(atom.text) for atom in atoms):
        return None
    own = range(post[0], post[1] + 1)
    taken = range(house[0], house[1] + 1) if house else range(0)
    here = max((_standing(atoms, number, own) for number in taken), default=(0, 0, 0.0))
    lowest = _lowest(atoms, post, house, here[0])
    found = [
        (*_standing(atoms, number, own), -number)
        for number, atom in enumerate(atoms)
        if number not in own
        and number not in taken
        and (atom.row <= lowest or _is_placed_below(atoms, number, own) or _is_small_below(atoms, number, own))
        and _may_be_house(atoms, number)
    ]
    best = max(found, default=None)
    least = 0 if house is None else N_BEHIND
    return -best[3] if best and best[:3] > here and best[0] > least else None


def house_over_deeds(
    atoms: Sequence[Atom],
    post: Reach,
    house: Reach,
    others: Sequence[Sequence[Atom]],
) -> int | None:
    """Return the name with a line of its own over the post, or its place, where what reads as a house is told below the post.

    ``Northside`` over ``Student Ambassador`` over ``Represent it at fairs``; not where other jobs have houses below posts.
    """
    row = atoms[post[0]].row
    is_of_other = _has_own_post(atoms, house[0])
    if atoms[house[0]].row <= row or not all(is_latin(one.text) for one in atoms):
        return None
    is_sure = employer_score(atoms[house[0]].text) == 1.0
    if not is_of_other and (is_sure or any(map(_is_house_below, others))):
        return None
    own = range(post[0], post[1] + 1)
    standing = {
        number: _standing(atoms, number, own)
        for number, atom in enumerate(atoms)
        if number not in own and atom.row <= row and _may_be_house(atoms, number)
    }
    best = max(standing, key=lambda number: standing[number], default=None)
    least = N_BEHIND if is_of_other else N_PLACED
    return best if best is not None and standing[best][0] >= least else None


def house_beside_field(atoms: Sequence[Atom], post: Reach, house: Reach) -> int | None:
    """Return the name with its town, or a surer house, where a word makes a house of what a comma adds to the post.

    ``Senior Research Scientist, Polymer Materials`` over ``Larchwell, Oslo``
    """
    first = atoms[house[0]]
    is_field = house == (post[1] + 1, post[1] + 1) and first.gap == "comma" and not first.role
    worth = employer_score(first.text)
    if not is_field or worth >= SURE_BY_FORM or not all(is_latin(one.text) for one in atoms):
        return None
    own = range(post[0], house[1] + 1)
    for number, atom in enumerate(atoms):
        if number in own or abs(atom.row - first.row) > 1 or title_score(atom.text):
            continue
        is_free = atom.gap == "line" and atom.row != first.row
        is_surer = is_free and not atom.role and not hardly_a_house(atom.text) and employer_score(atom.text) > worth
        is_beside = (is_free or number == own[-1] + 1) and _may_be_house(atoms, number)
        if is_surer or (is_beside and _is_before_town(atoms, number)):
            return number
    return None


def _is_before_town(atoms: Sequence[Atom], number: int) -> bool:
    """Tell a name with a town behind it; before a land the name may be a town that no list knows."""
    return _is_placed(atoms, number) and is_town(atoms[number + 1].text)


def _has_own_post(atoms: Sequence[Atom], number: int) -> bool:
    """Tell a house behind a known post of its own line: ``Visiting Lecturer, Northmoor University`` under another post."""
    front = [one for one in atoms[:number] if one.row == atoms[number].row]
    return bool(front) and title_score(front[0].text) == 1.0 and atoms[number].gap in _BEHIND_POST


def _is_house_below(atoms: Sequence[Atom]) -> bool:
    """Tell a job with a known post over a known house."""
    posts = [atom.row for atom in atoms if not atom.role and title_score(atom.text) == 1.0]
    return bool(posts) and any(
        atom.row > posts[0] and not atom.role and employer_score(atom.text) >= SURE_HOUSE for atom in atoms
    )


def both_by_standing(atoms: Sequence[Atom]) -> tuple[int, int] | None:
    """Return post and house of a header with two names, neither given away by a word, of which one has its place behind it.

    ``Northside | Austin, TX`` over ``Data Entry``; ``Data Entry / Northside, Austin``
    """
    named = [number for number, atom in enumerate(atoms) if atom.role != "aside"]
    placed = [number for number in named if _is_placed(atoms, number)]
    if len(named) != N_PAIR or len(placed) != 1:
        return None
    house, post = placed[0], named[1 - named.index(placed[0])]
    pair = atoms[house], atoms[post]
    is_free = not any(atom.role for atom in pair) and atoms[named[1]].gap not in _REMARKS - {"slash"}
    is_near = abs(pair[0].row - pair[1].row) <= 1 and pair[1].row <= 1
    is_short = all(is_latin(atom.text) and len(atom.text.split()) <= MAX_TAIL_WORDS for atom in pair)
    is_told = title_score(pair[0].text) >= SURE_HOUSE or employer_score(pair[1].text) >= SURE_HOUSE
    is_other = surely_no_house(pair[0].text, frozenset()) or may_be_place(pair[1].text)
    return None if is_told or is_other or not (is_free and is_near and is_short) else (post, house)


def _is_placed_below(atoms: Sequence[Atom], number: int, own: range) -> bool:
    """Tell a name with its place, told behind it or over the post, that has the line right under the post for itself."""
    is_below = atoms[number].row == atoms[own[0]].row + 1 and atoms[number].gap == "line"
    rank = _rank(atoms, number, own) if is_below else 0
    return rank == N_AT or (rank == N_PLACED and may_be_place(atoms[number].text) and _is_place_told(atoms, number))


def _is_small_below(atoms: Sequence[Atom], number: int, own: range) -> bool:
    """Tell a house in small letters that has the line right under the post for itself, and the post its own: ``tidewell``."""
    atom, row = atoms[number], atoms[own[0]].row
    is_alone = all(one is atom or one.role == "aside" for one in atoms if one.row == atom.row)
    is_post_alone = all(n in own or one.role == "aside" for n, one in enumerate(atoms) if one.row == row)
    is_small = len(atom.text) >= MIN_SMALL_CHARS and _SMALL_BRAND.fullmatch(atom.text) is not None
    return is_small and is_alone and is_post_alone and atom.row == max(row, 0) + 1 and atom.gap == "line"


def _lowest(atoms: Sequence[Atom], post: Reach, house: Reach | None, rank: int) -> int:
    """Return the last row that may name the house: below both halves stands what was done."""
    if house is None:
        return max(atoms[post[0]].row, 0)
    if rank == 0 or hardly_a_house(atoms[house[0]].text):
        return max(atom.row for atom in atoms)
    return max(atoms[post[0]].row, atoms[house[0]].row)


def is_open(text: str) -> bool:
    """Tell a name of which no word says that it is a house, or says that it is a part of one."""
    return employer_score(text) < SURE_HOUSE or hardly_a_house(text) is not None


def _may_be_house(atoms: Sequence[Atom], number: int) -> bool:
    atom = atoms[number]
    if len(atom.text) < MIN_HOUSE_CHARS or atom.text.lower() in OWN_BOSS:
        return False
    if atom.role or title_score(atom.text) >= SURE_HOUSE or surely_no_house(atom.text, frozenset()):
        return False
    if may_be_place(atom.text):
        return _is_placed(atoms, number) or _is_place_told(atoms, number)
    if is_work_field(atom.text) or hardly_a_house(atom.text):
        return False
    return employer_worth(atom.text) > 0 or _SMALL_BRAND.fullmatch(atom.text) is not None


def _standing(atoms: Sequence[Atom], number: int, own: range) -> tuple[int, int, float]:
    """Return how much the place of an atom is that of a house beside the post of these atoms, how near it is, and its worth."""
    away = abs(atoms[number].row - atoms[own[0]].row)
    return _rank(atoms, number, own), -away, employer_worth(atoms[number].text)


def _rank(atoms: Sequence[Atom], number: int, own: range) -> int:
    atom, post = atoms[number], atoms[own[0]]
    named = [
        one
        for n, one in enumerate(atoms)
        if one.row == atom.row and n not in own and one.role != "aside" and one.gap not in _REMARKS
    ]
    is_alone = len(named) == 1
    if atom.gap in _REMARKS or atom.gap == "at":
        return N_AT if atom.gap == "at" else 0
    if _is_placed(atoms, number):
        return N_AT if is_alone and atom.row != post.row else N_PLACED
    if atom.row != post.row and atom.gap != "line":
        return N_BEHIND
    if atom.row != post.row or number < own[0]:
        return N_PLACED if is_alone else N_BESIDE
    if number == own[-1] + 1 and _ACRONYM.fullmatch(atom.text):
        return N_PLACED
    return N_BESIDE if is_alone and atom.gap in {"cell", "dash"} else N_BEHIND


def _is_placed(atoms: Sequence[Atom], number: int) -> bool:
    """Tell a name with a town right behind it: ``Tidewater, Lindale``; before a land or a state it may be the town itself."""
    behind = atoms[number + 1] if number + 1 < len(atoms) else None
    if behind is None or behind.row != atoms[number].row or behind.gap not in _SIGNS_OF_PLACE:
        return False
    return behind.role == "aside" and may_be_place(behind.text)


def _is_place_told(atoms: Sequence[Atom], number: int) -> bool:
    """Tell a house called like a town, where another line names the town of the job: ``Larch Bay | Baker`` over ``Oslo``."""
    row = atoms[number].row
    return any(one.role == "aside" and may_be_place(one.text) for one in atoms if one.row != row)


def post_with_field(atoms: Sequence[Atom], post: Reach, house: Reach, fields: Sequence[Atom]) -> tuple[Reach, Reach]:
    """Return post and house with the field that a comma, a dash or *for* adds to the post: ``Head - Donor Relations``.

    ``fields`` are the names that the other jobs of the resume tell to be none of a house. Behind a sign only a post of one word
    needs it, whose field is no beginning of the house: ``Director, Donor Relations, Larchmont College``.
    """
    last, behind = post[1], post[1] + 1
    is_inside = house[0] == behind < house[1]
    if post[0] != last or behind >= len(atoms) or (house[0] <= behind <= house[1] and not is_inside):
        return post, house
    if (atoms[behind].gap in {"comma", "dash"} and not atoms[last].text.isalpha()) or not _is_field(
        atoms[last], atoms[behind], fields
    ):
        return post, house
    if is_inside and (atoms[house[1]].gap != "comma" or employer_score(atoms[house[1]].text) < SURE_HOUSE):
        return post, house
    return (post[0], behind), (behind + 1, house[1]) if is_inside else house


def _is_field(post: Atom, tail: Atom, fields: Sequence[Atom]) -> bool:
    is_told = (tail.gap == "for" and _OFFICE.search(post.text) is not None) or any(
        one.start == tail.start and one.row == tail.row for one in fields
    )
    is_free = not tail.role or (tail.role == "aside" and is_told)
    is_behind = tail.row == post.row and tail.gap in {"comma", "for", "dash"}
    if not (is_free and is_behind and is_latin(tail.text) and tail.text[0].isupper()):
        return False
    if len(tail.text.split()) > MAX_TAIL_WORDS or is_work_field(tail.text):
        return is_work_field(tail.text)
    is_else = _ACRONYM.fullmatch(tail.text) or may_be_place(tail.text) or employer_score(tail.text) > 0
    return not (is_else or hardly_a_house(tail.text))
