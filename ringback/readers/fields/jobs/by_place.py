"""Post and house of a job by their places, where no word of what was chosen gives it away.

First by the places of the other jobs of the resume (:mod:`set_alike`), then by what stands as a house does (:mod:`standing`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.set_alike import halves_set_alike
from ringback.readers.fields.jobs.spans import Halves, Span, span_at, text_over
from ringback.readers.fields.jobs.standing import (
    both_by_standing,
    house_beside_field,
    house_by_standing,
    house_over_deeds,
    is_open,
    post_with_field,
)
from ringback.readers.fields.jobs.titles import employer_score, title_score

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

MIN_HOUSE, SURE_POST, SURE = 0.6, 0.8, 0.7


def halves_by_place(
    lines: Mapping[int, str],
    atoms: Sequence[Atom],
    best: Halves,
    jobs: Sequence[Sequence[Atom]],
    fields: Sequence[Atom],
) -> tuple[Halves, tuple[bool, bool]]:
    """Return the halves by their places, and of which the places of the other jobs agree.

    ``jobs`` are the atoms as printed of this job and the others, ``fields`` are atoms that the other jobs tell to be no house.
    """
    alike: tuple[int | None, int | None] = (None, None)
    if not are_known(best):
        alike = halves_set_alike(jobs[0], jobs[1:])
        best = _as_alike(atoms, best, *alike)
    if not _agree(best, alike)[1]:
        best = _with_house_by_standing(atoms, best, jobs[1:])
    best = _with_field(lines, atoms, best, fields)
    return best, _agree(best, alike)


def _agree(best: Halves, alike: tuple[int | None, int | None]) -> tuple[bool, bool]:
    title, firm = (half is not None and half.first == number for half, number in zip(best, alike, strict=True))
    return title, firm


def are_known(halves: Halves) -> bool:
    """Tell a post and a house that words speak for."""
    title, firm = halves
    return bool(title and firm and title_score(title.text) > 0 and employer_score(firm.text) > 0)


def _as_alike(atoms: Sequence[Atom], best: Halves, post: int | None, house: int | None) -> Halves:
    """Return the halves that stand where the other jobs have theirs, in place of what no word gives away."""
    title, firm = best
    is_open_post = title is None or (title_score(title.text) < SURE_POST and title.first != post)
    if post is not None and is_open_post and (house is not None or firm is None or post != firm.first):
        title = span_at(atoms, post)
    is_open_house = firm is None or employer_score(firm.text) < MIN_HOUSE
    if house is not None and is_open_house and (title is None or not title.first <= house <= title.last):
        firm = span_at(atoms, house)
    return title, None if firm and title and firm.first == title.first else firm


def _with_house_by_standing(atoms: Sequence[Atom], best: Halves, others: Sequence[Sequence[Atom]]) -> Halves:
    """Return the halves by what stands as a house, where no word gives the house away, or neither house nor post."""
    title, firm = best
    if firm is not None and not is_open(firm.text):
        if title is None or title_score(title.text) < SURE_POST:
            return best
        reaches = (title.first, title.last), (firm.first, firm.last)
        at = house_over_deeds(atoms, *reaches, others)
        at = house_beside_field(atoms, *reaches) if at is None else at
        return best if at is None else (title, span_at(atoms, at))
    if title is None or title_score(title.text) < 1.0 or (firm is None and title.last > title.first):
        pair = both_by_standing(atoms)
        if pair is not None:
            return span_at(atoms, pair[0]), span_at(atoms, pair[1])
    if title is None or title_score(title.text) < 1.0:
        return best
    at = house_by_standing(atoms, (title.first, title.last), (firm.first, firm.last) if firm else None)
    return best if at is None else (title, span_at(atoms, at))


def _with_field(
    lines: Mapping[int, str],
    atoms: Sequence[Atom],
    best: Halves,
    fields: Sequence[Atom],
) -> Halves:
    """Return the halves with the field that a comma adds to the post, where the house is named elsewhere."""
    title, firm = best
    if title is None or firm is None or title_score(title.text) < 1.0:
        return best
    post, house = post_with_field(atoms, (title.first, title.last), (firm.first, firm.last), fields)
    if post[1] == title.last:
        return best
    whole = _read_over(lines, atoms, post, title)
    return (whole, _read_over(lines, atoms, house, firm)) if title_score(whole.text) >= SURE else best


def _read_over(lines: Mapping[int, str], atoms: Sequence[Atom], reach: tuple[int, int], span: Span) -> Span:
    if reach == (span.first, span.last):
        return span
    return replace(span, first=reach[0], last=reach[1], text=text_over(lines, atoms, *reach))
