"""Neighbouring atoms read as one phrase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.marks import bare

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

_WIDE_GAP, _GAP_IN_BRACKETS = re.compile(r" {2,}"), re.compile(r"(?<=[(\[]) | (?=[)\],])")


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring atoms ``first`` to ``last`` read as one phrase, and how well it would do as title or employer."""

    first: int
    last: int
    text: str
    title: float
    employer: float


Halves = tuple[Span | None, Span | None]
"""Post and house."""


def span_at(atoms: Sequence[Atom], number: int) -> Span:
    """Return one atom as a phrase."""
    return Span(number, number, atoms[number].text, 0.0, 0.0)


def text_over(lines: Mapping[int, str], atoms: Sequence[Atom], first: int, last: int) -> str:
    """Return the text of atoms of one line with the signs between them.

    The gap that a link left behind is closed: ``Researcher (Project Oak        )``.
    """
    if first == last:
        return atoms[first].text
    text = bare(lines[atoms[first].row][atoms[first].start : atoms[last].end])
    return _GAP_IN_BRACKETS.sub("", _WIDE_GAP.sub(" ", text)) if "  " in text else text
