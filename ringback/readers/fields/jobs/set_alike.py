"""Jobs set alike: people set all jobs of a resume one way, so the places of the other jobs tell post and house of this one.

A place is a row, which of its cells, and which of the names in the cell. The post stands where most other jobs have a known one;
the house where these have houses, or at least a name, whatever it is called.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.kinds import hardly_a_house, surely_no_house, surely_no_post
from ringback.readers.fields.jobs.no_jobs import is_learner
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

MIN_OTHERS = 2
SURE_POST, SURE_HOUSE = 0.8, 0.6
MAX_WORDS = 8
_KNOWN, _NAME, _MISSING, _ELSE = 1.0, 0.4, -0.3, -0.6
_MIN_HOUSE = 0.7
_WITHIN = frozenset({"in", "for", "glue", "space", "seam", "bracket"})
"""Signs behind which a phrase goes on: these begin no place of their own."""
_LOOKS_OF_POSTS = frozenset({None, "heading", "code", "house"})

Place = tuple[int, int, int]


def halves_set_alike(atoms: Sequence[Atom], others: Sequence[Sequence[Atom]]) -> tuple[int | None, int | None]:
    """Return the atoms that stand where the other jobs have their post and their house."""
    jobs = [places for other in others if (places := _places_of(other))]
    own = _places_of(atoms)
    at = _place_of_posts(jobs)
    if at is None or not own or not all(is_latin(atom.text) for atom in atoms):
        return None, None
    told = [job for job in jobs if at in job and _is_post(job[at])]
    worth = {place: _worth_of_houses(told, place) for place in own if place != at}
    best = max(worth, key=lambda place: worth[place], default=None)
    house = own[best] if best and worth[best] >= _MIN_HOUSE and not _is_with_more(own, told, best) else None
    post = own.get(at)
    is_lone = len(own) == 1 and sum(len(job) > 1 for job in told) * 2 > len(
        told
    )  # house or post, where others name both
    post = post if post is not None and not is_lone and _may_be_post(post, house) else None
    is_called_as_post = best is not None and _is_among_known(own.get(at), told, best)
    house = house if house is not None and (_may_be_house(house) or is_called_as_post) else None
    return _number_of(atoms, post), _number_of(atoms, house)


def _is_among_known(post: Atom | None, jobs: Sequence[Mapping[Place, Atom]], place: Place) -> bool:
    """Tell a place where most jobs name a known house, beside a known post: there ``Blue Anchor`` is a house too."""
    n_known = sum(place in job and employer_score(job[place].text) >= SURE_HOUSE for job in jobs)
    return post is not None and _is_post(post) and n_known >= MIN_OTHERS and n_known * 2 > len(jobs)


def _is_with_more(own: Mapping[Place, Atom], jobs: Sequence[Mapping[Place, Atom]], place: Place) -> bool:
    """Tell a name inside a cell of more names than any other job has there: it may be new, as the field of the post is."""
    counts = [sum(one[:2] == place[:2] for one in job) for job in (own, *jobs)]
    return place[2] > 0 and counts[0] > max(counts[1:])


def _number_of(atoms: Sequence[Atom], wanted: Atom | None) -> int | None:
    return None if wanted is None else next(n for n, atom in enumerate(atoms) if atom is wanted)


def _places_of(atoms: Sequence[Atom]) -> Mapping[Place, Atom]:
    """Return the names by their places; places, remarks and what goes on behind a name count none."""
    found: dict[Place, Atom] = {}
    row, cell, count = None, 0, 0
    for atom in atoms:
        if atom.row != row:
            row, cell, count = atom.row, 0, 0
        elif atom.gap == "cell":
            cell, count = cell + 1, 0
        elif atom.gap in _WITHIN:
            continue
        if atom.role != "aside":
            found[atom.row, cell, count] = atom
            count += 1
    return found


def _place_of_posts(jobs: Sequence[Mapping[Place, Atom]]) -> Place | None:
    votes = Counter(place for job in jobs for place, atom in job.items() if _is_post(atom))
    place, count = votes.most_common(1)[0] if votes else (None, 0)
    return place if count >= MIN_OTHERS and count * 2 > len(jobs) else None


def _is_post(atom: Atom) -> bool:
    is_called_so = title_score(atom.text) >= SURE_POST or is_learner(atom.text)
    return is_called_so and employer_score(atom.text) < 1.0


def _worth_of_houses(jobs: Sequence[Mapping[Place, Atom]], place: Place) -> float:
    return sum(_worth_of_house(job.get(place)) for job in jobs)


def _worth_of_house(atom: Atom | None) -> float:
    if atom is None:
        return _MISSING
    if _is_post(atom) or not _may_be_house(atom):
        return _ELSE
    return _KNOWN if employer_score(atom.text) >= SURE_HOUSE else _NAME


def _may_be_house(atom: Atom) -> bool:
    is_else = surely_no_house(atom.text, frozenset()) or hardly_a_house(atom.text) or may_be_place(atom.text)
    return not is_else and len(atom.text.split()) <= MAX_WORDS


def _may_be_post(atom: Atom, house: Atom | None) -> bool:
    least = max(SURE_HOUSE, employer_score(house.text)) if house else SURE_HOUSE
    is_house = employer_score(atom.text) >= least
    is_name = not is_house and len(atom.text.split()) <= MAX_WORDS and not may_be_place(atom.text)
    return is_name and surely_no_post(atom.text) in _LOOKS_OF_POSTS
