"""Where in the header of a job a resume has its titles and its employers: people set all their jobs alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.jobs.worth import employer_worth, title_worth

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

N_OF_PAIR, _VOTED = 2, 0.3
N_OF_DEPARTMENT = 3
_SIGNS_OF_PAIR = frozenset({"cell", "comma", "dash", "line"})
_DOUBT = 2  # one other job tells a third of what many tell
_SURE = 0.7

Place = tuple[int, int, int]
"""The row, which of its cells, which of the atoms in that cell."""
Slots = Mapping[Place, float]
"""Place -> how much more the other jobs have a title there than an employer, -1 to 1."""


def slots_of(jobs: Sequence[Sequence[Atom]]) -> Slots:
    """Return where titles stand in a number of jobs."""
    seen: dict[Place, list[float]] = {}
    for atoms in jobs:
        for key, atom in by_slot(atoms):
            seen.setdefault(key, []).append(max(-1.0, min(1.0, title_worth(atom.text) - employer_worth(atom.text))))
    return {key: sum(values) / (len(values) + _DOUBT) for key, values in seen.items()}


def towns_by_votes(atoms: Sequence[Atom], others: Sequence[Sequence[Atom]]) -> list[Atom]:
    """Return the names of towns that stand where the other jobs have their places: ``2015 – 2023, Lindau: Analyst``.

    A cell of its own with a state behind it is a place there, whatever it is called: ``Larch Space Center, FL, USA``.
    """
    named = [
        (key, atom)
        for number, (key, atom) in enumerate(_places_of(atoms))
        if may_be_place(atom.text) or (atom.gap == "cell" and is_before_state(atoms, number))
    ]
    if not named or not others:
        return []
    votes: dict[Place, int] = {}
    for job in others:
        for key, atom in _places_of(job):
            is_town = atom.role == "aside" and may_be_place(atom.text)
            votes[key] = votes.get(key, 0) + (1 if is_town else -1)
    return [atom for key, atom in named if votes.get(key, 0) > 0]


def towns_behind_posts(atoms: Sequence[Atom], others: Sequence[Sequence[Atom]]) -> list[Atom]:
    """Return the last of house, post and town between commas, where other jobs have known towns there and none a firm.

    ``Treville, Solution Architect, Freimoor``; ``Northmoor Institute, Web Designer, Lindau``
    """
    own = _behind_post(atoms)
    told = [last for job in others if (last := _behind_post(job))] if own else []
    n_towns = sum(may_be_place(last.text) for last in told)
    is_firm_else = any(employer_score(last.text) == 1.0 for last in told)
    return [own] if own and n_towns and not is_firm_else and employer_score(own.text) < 1.0 else []


def _behind_post(atoms: Sequence[Atom]) -> Atom | None:
    """Return what a comma parts from the post that a comma parts from one name in front of it."""
    row = [atom for atom in atoms if atom.row == 0]
    is_triple = len(row) >= N_OF_DEPARTMENT and row[1].gap == row[2].gap == "comma" and row[0].role != "aside"
    is_post = is_triple and title_score(row[1].text) == 1.0 and title_score(row[0].text) < 1.0
    return row[2] if is_post and not title_score(row[2].text) else None


def groups_by_votes(atoms: Sequence[Atom], others: Sequence[Sequence[Atom]]) -> list[Atom]:
    """Return the group or the town behind the post, where the other jobs show that the firm has the line above.

    ``Northwind`` / ``Senior Consultant, Global Services``; ``Treville Risk Advisors`` / ``Analyst, Compliance``. Where words
    tell neither, the line above is the firm if most jobs are set so: a department has no line of its own over the post.
    """
    own = _firm_and_group(atoms)
    told = [pair for job in others if (pair := _firm_and_group(job))] if own else []
    if own is None or not told:
        return []
    lines = [employer_score(firm.text) - employer_score(group.text) for firm, group in told]
    is_known = len(told) >= N_OF_PAIR and max(lines) >= _SURE and min(lines) >= 0
    if not (is_known or _are_houses_over_posts([own, *told], len(others) + 1)):
        return []
    return [own[1], *(atom for atom in atoms if atom.row == own[0].row and atom is not own[0])]


def teams_by_votes(atoms: Sequence[Atom], others: Sequence[Sequence[Atom]]) -> list[Atom]:
    """Return what stands behind the post under its house, where most other jobs have the post alone there.

    ``Northwind (Oslo)`` / ``Senior Developer at Tide Charts``, as over it ``Larchard (Lindau)`` / ``Technical Lead``: a team or
    what is made there.
    """
    own = _post_under_house(atoms)
    if own is None or own.row != 0:
        return []
    behind = [one for one in atoms if one.row == own.row and one.start > own.start and one.role != "aside"]
    if not behind or any(employer_score(one.text) == 1.0 for one in behind):
        return []
    jobs = [(job, post) for job in others if (post := _post_under_house(job))]
    n_alone = sum(sum(one.row == post.row and one.role != "aside" for one in job) == 1 for job, post in jobs)
    return behind if n_alone >= N_OF_PAIR and n_alone * 2 > len(others) else []


def units_by_votes(atoms: Sequence[Atom], others: Sequence[Sequence[Atom]]) -> list[Atom]:
    """Return what stands between the post and a house that another job names alone beside its post.

    ``Product Manager, Tide Lab — Northwind`` over ``Analyst — Northwind``: a unit of it.
    """
    houses = set()
    for job in others:
        named = [atom for atom in job if atom.role != "aside" and atom.row <= 0]
        is_pair = len(named) == N_OF_PAIR and named[0].row == named[1].row == 0
        if is_pair and title_score(named[0].text) == 1.0 and title_score(named[1].text) < _SURE:
            houses.add(named[1].text)
    row = [atom for atom in atoms if atom.row == 0]
    if len(row) != N_OF_DEPARTMENT or title_score(row[0].text) < 1.0 or row[2].text not in houses:
        return []
    return [row[1]] if row[1].text not in houses and employer_score(row[1].text) < 1.0 else []


def _post_under_house(atoms: Sequence[Atom]) -> Atom | None:
    """Return the post that opens its line under a line that names one house, with no more than its place."""
    posts = [atom for atom in atoms if atom.gap == "line" and title_score(atom.text) == 1.0 and not atom.role]
    over = [atom for atom in atoms if posts and atom.row == posts[0].row - 1 and atom.role != "aside"]
    is_house = len(posts) == len(over) == 1 and over[0].gap == "line" and title_score(over[0].text) < _SURE
    return posts[0] if is_house else None


def _are_houses_over_posts(pairs: Sequence[tuple[Atom, Atom]], n_jobs: int) -> bool:
    """Tell lines over posts that name a house each, by their number and because no firm stands behind a post."""
    is_named_behind = any(employer_score(group.text) == 1.0 for _, group in pairs)
    n_over, n_behind = (sum(employer_score(pair[side].text) for pair in pairs) for side in (0, 1))
    is_apart = len({firm.text for firm, _ in pairs}) == len(pairs)  # Industry over each job is a heading
    return is_apart and not is_named_behind and n_behind < n_over + len(pairs) / 2 and len(pairs) > _SURE * (n_jobs - 1)


def _firm_and_group(atoms: Sequence[Atom]) -> tuple[Atom, Atom] | None:
    """Return the one name in the line over a post, with no more than its place, and the one behind the post in its line."""
    named = [atom for atom in atoms if atom.role != "aside"]
    posts = [number for number, atom in enumerate(named) if title_score(atom.text) == 1.0]
    if len(posts) != 1 or not 0 < posts[0] < len(named) - 1:
        return None
    post, group = named[posts[0]], named[posts[0] + 1]
    over = [atom for atom in named if atom.row == post.row - 1]
    beside = [atom for atom in named if atom.row == post.row]
    if (
        not over
        or len(over) > N_OF_DEPARTMENT
        or len(beside) != N_OF_PAIR
        or beside[0] is not post
        or over[0].gap != "line"
    ):
        return None
    is_place = len(over) == 1 or (over[1].gap in {"cell", "comma"} and not employer_score(over[1].text))
    is_behind = group.gap in {"comma", "dash"} and title_score(group.text) < _SURE
    return (over[0], group) if is_place and is_behind and title_score(over[0].text) < _SURE else None


def mark_firm_with_remark(atoms: Sequence[Atom], place: dict[int, float]) -> None:
    """Let the name that has a line over the post with nothing but a remark in brackets be the firm: ``Northwind (Contract)``."""
    posts = [atom.row for atom in atoms if title_score(atom.text) == 1.0 and not atom.role]
    for atom, remark in pairwise(atoms):
        is_remark = remark.row == atom.row and (remark.gap, remark.role) == ("bracket", "aside")
        is_first = is_remark and atom.gap == "line" and not atom.role and title_score(atom.text) < _VOTED
        if is_first and atom.row + 1 in posts and sum(one.row == atom.row for one in atoms) == N_OF_PAIR:
            place[id(atom)] = place.get(id(atom), 0.0) - 0.6


def _places_of(atoms: Sequence[Atom]) -> list[tuple[Place, Atom]]:
    """Return the atoms with where they stand, asides among them: a remark in one cell moves no other cell."""
    found: list[tuple[Place, Atom]] = []
    place = (0, 0, -1)
    for number, atom in enumerate(atoms):
        if number == 0 or atom.row != atoms[number - 1].row:
            place = (atom.row, 0, 0)
        elif atom.gap == "cell":
            place = (atom.row, place[1] + 1, 0)
        else:
            place = (atom.row, place[1], place[2] + 1)
        found.append((place, atom))
    return found


def by_slot(atoms: Sequence[Atom]) -> list[tuple[Place, Atom]]:
    """Return the atoms that are no asides with their places: the row, which of its cells, and which of the atoms in that."""
    found: list[tuple[Place, Atom]] = []
    place: Place = (0, 0, -1)
    is_new = False
    for number, atom in enumerate(atoms):
        if number == 0 or atom.row != atoms[number - 1].row:
            place, is_new = (atom.row, 0, -1), False
        is_new = is_new or atom.gap == "cell"
        if atom.role == "aside":
            continue
        is_next = is_new and place[2] >= 0
        place = (place[0], place[1] + 1, 0) if is_next else (place[0], place[1], place[2] + 1)
        found.append((place, atom))
        is_new = False
    return found


def mark_firm_in_front(atoms: Sequence[Atom], place: dict[int, float]) -> None:
    """Let the first of three cells that end in a title be the firm and the middle one its department: 云启·供应链·采购主管."""
    for row in {atom.row for atom in atoms}:
        cells = [atom for atom in atoms if atom.row == row]
        if len(cells) == N_OF_DEPARTMENT and cells[1].gap == cells[2].gap and cells[1].gap in {"cell", "dash"}:
            first, middle, last = cells
            if title_score(last.text) >= _SURE and not title_score(first.text) and not middle.role:
                place[id(first)] = place.get(id(first), 0.0) - 1.2
                place[id(middle)] = place.get(id(middle), 0.0) + 1.2


def mark_firm_by_votes(atoms: Sequence[Atom], place: dict[int, float]) -> None:
    """Let of two names that both read as posts the one be the firm that stands where the other jobs have theirs.

    ``Executive Support Intern | Health Service Executive``; ``Sales Associate – Blue Anchor``
    """
    named = [atom for atom in atoms if atom.role != "aside"]
    if len(named) != N_OF_PAIR or named[1].gap not in _SIGNS_OF_PAIR:
        return
    if not all(title_score(atom.text) == 1.0 and employer_score(atom.text) < 1.0 for atom in named):
        return
    for post, firm in (named, named[::-1]):
        if min(place.get(id(post), 0.0), -place.get(id(firm), 0.0)) >= _VOTED:
            place[id(firm)] -= 1.2


def mark_firm_beside_place(atoms: Sequence[Atom], place: dict[int, float]) -> None:
    """Let the first of two cells that both have a town's name be the firm: ``Paris<tab>Austin, TX``.

    A name alone with its place in a line over the post is the firm too, though no word gives it away, unless the other
    jobs have their posts there.
    """
    for number, (atom, following) in enumerate(pairwise(atoms)):
        if atom.row != following.row or atom.role:
            continue
        if following.gap == "comma" and atom.gap == "line" and may_be_place(atom.text) and _has_town(atoms, number + 1):
            place[id(atom)] = place.get(id(atom), 0.0) - 0.8  # St. Charles, Bend, OR
        if following.gap != "cell":
            continue
        is_place = _is_place_cell(atoms, number + 1)
        if may_be_place(atom.text):
            place[id(atom)] = place.get(id(atom), 0.0) - 0.8 * is_place
        elif is_place and _is_name_over_post(atom) and place.get(id(atom), 0.0) < _VOTED:
            place[id(atom)] = place.get(id(atom), 0.0) - 0.6


def _is_name_over_post(atom: Atom) -> bool:
    return atom.row < 0 and atom.gap == "line" and not title_score(atom.text)


def is_before_state(atoms: Sequence[Atom], number: int) -> bool:
    """Tell what no legal form gives away for a firm, with its state or country behind it."""
    atom, behind = atoms[number], atoms[number + 1] if number + 1 < len(atoms) else None
    is_state = behind is not None and behind.gap == "comma" and behind.role == "aside" and behind.row == atom.row
    return is_state and not atom.role and not title_score(atom.text) and employer_score(atom.text) < 1.0


def _has_town(atoms: Sequence[Atom], number: int) -> bool:
    """Tell a town with its state or country behind it, of the list or not."""
    atom, behind = atoms[number], atoms[number + 1] if number + 1 < len(atoms) else None
    is_state = behind is not None and behind.gap == "comma" and behind.role == "aside" and behind.row == atom.row
    return is_state and atom.role != "aside" and may_be_place(atom.text)


def _is_place_cell(atoms: Sequence[Atom], number: int) -> bool:
    """Tell a place, known or with the state behind it: ``Wayzata, MN``."""
    atom, behind = atoms[number], atoms[number + 1] if number + 1 < len(atoms) else None
    has_state = behind is not None and behind.gap == "comma" and behind.role == "aside" and behind.row == atom.row
    is_unknown = not title_score(atom.text) and not employer_score(atom.text)
    return atom.role == "aside" or may_be_place(atom.text) or (has_state and is_unknown)
