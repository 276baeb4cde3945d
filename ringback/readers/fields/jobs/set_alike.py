"""Jobs set alike: what stands where every other job of a resume has its post is a post, whatever its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.slots import by_slot
from ringback.readers.fields.jobs.titles import title_score

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

MIN_OTHERS = 2
_SURE_POST = 0.8


def is_post_of_all(title: str, firm: str, job: Sequence[Atom], others: Sequence[Sequence[Atom]]) -> bool:
    """Tell a post that no word gives away by where it stands: there all other jobs have a known one, beside their house.

    ``Larchage Digital — Member of Ledgers`` over ``Fern & Sons — Auditor`` and ``Rowan LLP — Tax Associate``.
    """
    post, house = _slot_of(title, job), _slot_of(firm, job)
    if post is None or house is None or len(others) < MIN_OTHERS:
        return False
    slots = [dict(by_slot(other)) for other in others]
    return all(
        post in slot and house in slot and title_score(slot[post].text) >= _SURE_POST > title_score(slot[house].text)
        for slot in slots
    )


def _slot_of(text: str, atoms: Sequence[Atom]) -> tuple[int, int] | None:
    return next((key for key, atom in by_slot(atoms) if text.startswith(atom.text)), None)
