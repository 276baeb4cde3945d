"""Ranks that say nothing without their field of work: ``Manager, Operations`` is one post."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.marks import bare
from ringback.readers.fields.jobs.titles import is_work_field

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

_RANK = re.compile(
    r"(?:(?:senior|sr\.?|deputy|assistant|asst\.?|associate|group|global|national|regional|area|general|executive)\s)*"
    r"(?:manager|director|head|vice president|s?vp|avp|supervisor|coordinator|executive|officer|specialist|lead|associate"
    r"|team lead(?:er)?)",
    re.IGNORECASE,
)


def with_field_of_rank(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a bare rank and the field behind its comma together; a town or a house behind it stays alone."""
    found: list[Atom] = []
    for atom in atoms:
        rank = found[-1] if found else None
        is_field = rank is not None and atom.gap == "comma" and atom.role != "employer" and is_work_field(atom.text)
        if rank and is_field and rank.role in {"", "title"} and _RANK.fullmatch(rank.text):
            found[-1] = replace(rank, text=bare(shown[rank.start : atom.end]), end=atom.end)
        else:
            found.append(atom)
    return found
