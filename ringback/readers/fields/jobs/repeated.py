"""A name that several jobs of one resume have in the same place: the house in which somebody held one post after the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.titles import is_work_field, title_score
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

MAX_NAME_WORDS, MIN_NAME_CHARS = 6, 4
_JOINTS = frozenset({"of", "and", "for", "the", "de", "du", "di", "der", "van", "von"})


def house_of_several(atoms: Sequence[Atom], others: Sequence[Sequence[Atom]], title: str) -> str | None:
    """Return the name that another job has in the same line under or over another post: the house of both.

    ``Data Scientist`` / ``Rowan Alder Holm`` / ``Fairhill Office`` over ``Analyst`` / ``Rowan Alder Holm`` / ``Leeds Office``.
    """
    jobs = [job for job in others if not any(atom.text == title for atom in job)]
    counts = {atom.text: _n_alike(atom, jobs) for atom in atoms if _may_be_house(atom) and atom.text not in title}
    most = max(counts.values(), default=0)
    return next((name for name, count in counts.items() if count == most), None) if most else None


def _n_alike(atom: Atom, jobs: Sequence[Sequence[Atom]]) -> int:
    return sum(any(one.text == atom.text and one.row == atom.row for one in job) for job in jobs)


def _may_be_house(atom: Atom) -> bool:
    """Tell a name of a few words with a large letter that is no post, place, field of work or remark."""
    text = atom.text
    words = text.split()
    is_large = all(word[0].isupper() or not word[0].isalpha() or word in _JOINTS for word in words)
    is_name = (
        is_latin(text) and is_large and len(text) >= MIN_NAME_CHARS and len(words) <= MAX_NAME_WORDS and not atom.role
    )
    return is_name and not (title_score(text) or may_be_place(text) or is_work_field(text))
