"""Whose school it is that stands near a degree: that of another entry leaves the place where the own one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.studies.professions import degrees_of_row
from ringback.readers.fields.studies.school_slots import LIKELY, Slot, best_slot, lines_of_entry, steps_of_schools
from ringback.readers.fields.studies.school_words import DATES
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.studies.study_asides import is_of_others

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.sheet import Sheet


def in_place_of_school(
    sheet: Sheet, rows: Sequence[int], schools: Sequence[tuple[int, str]], first: int, ranked: Sequence[tuple[int, str]]
) -> Slot | None:
    """Return what stands where schools stand beside the degree of line ``first``, unless the school near it is its own.

    ``KNLU, Millmoor`` / ``MSc Tides`` / ``Northmoor University`` / ``BSc Tides``.
    """
    if sheet.is_chinese or school_in(sheet.folded[first], sheet.shown[first]):
        return None  # the school on its own line is one of children
    lines = {i for i, _ in schools}
    near = [i for i in lines_of_entry(sheet, rows, lines, first) if i == first or not degrees_of_row(sheet.folded[i])]
    slot = best_slot(sheet, rows, first, near, schools)
    if slot is None:
        return None
    if not ranked:
        return slot if slot.worth >= (LIKELY if slot.line != first else 1) else None
    school, name = ranked[0]
    if slot.name in name:
        return None
    if _is_same_row(sheet, school, first, slot):
        return slot if slot.worth > 0 else None
    is_claimed = _is_nearer_to_other(sheet, rows, school, first, slot)
    is_claimed = is_claimed or _opens_next(sheet, rows, school, first, slot)
    steps = steps_of_schools(sheet, rows, first, lines)
    is_claimed = is_claimed or (slot.line - first in steps and school - first not in steps)
    return slot if is_claimed and slot.worth >= LIKELY else None


def _is_nearer_to_other(sheet: Sheet, rows: Sequence[int], school: int, first: int, slot: Slot) -> bool:
    """Tell a school that stands nearer to another degree, on its other side; as near, where its line is like that of the slot."""
    others = [i for i in rows if i != first and degrees_of_row(sheet.folded[i]) and not is_of_others(sheet.shown[i])]
    beside = [abs(i - school) for i in others if (i > school) != (first > school)]
    nearest = min(beside, default=len(rows)) - abs(first - school)
    return nearest < 0 or (nearest == 0 and _kind(sheet, slot.line) == _kind(sheet, school))


def _is_same_row(sheet: Sheet, school: int, first: int, slot: Slot) -> bool:
    """Tell rows that each tell degree, school and dates: ``1968 BA, Northmoor University`` / ``1972 PhD in Tides, KNLU``."""
    return slot.line == first and all(DATES.search(sheet.shown[i]) for i in (school, first))


def _opens_next(sheet: Sheet, rows: Sequence[int], school: int, first: int, slot: Slot) -> bool:
    """Tell a school below the degree that opens the next entry, as the line above the degree opened its own."""
    if school != first + 1 or slot.line != first - 1 or school + 1 not in rows:
        return False
    kinds = [_kind(sheet, line) for line in (slot.line, school, first, school + 1)]
    return kinds[0] == kinds[1] != kinds[2] == kinds[3]


def _kind(sheet: Sheet, line: int) -> tuple[float, bool]:
    """Return what makes lines alike: their print, and whether they are dated."""
    return sheet.sizes[line], DATES.search(sheet.shown[line]) is not None
