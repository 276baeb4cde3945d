"""The studies that go on below what one of their entries is parted into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.schools import school_in

if TYPE_CHECKING:
    from collections.abc import Sequence


def return_to_studies(
    sections: list[str], headings: Sequence[bool], folded: Sequence[str], sizes: Sequence[float]
) -> None:
    """Give schools and degrees back to the studies that a heading inside an entry took away.

    ``## Education``, ``### Larch College``, ``#### Honors``, ``### Moor High School``: the last is set as the entries are, which
    are larger than what parts one of them, and smaller than the heading of the section.
    """
    if not any(sizes):
        return  # nothing is set larger
    opened = entry = part = 0.0
    number = 0
    while number < len(sections):
        size, kind = sizes[number], sections[number]
        if headings[number] and (kind == "education" or size >= opened):
            opened, entry, part = (size, 0.0, 0.0) if kind == "education" else (0.0, 0.0, 0.0)
        elif opened and kind == "education":
            entry = max(entry, size) if size < opened else entry
        elif opened and sections[number - 1] != kind:
            part = size
        if opened and kind != "education" and part < size == entry and _is_studied(folded[number]):
            end = _end_of_section(sections, headings, number)
            sections[number:end] = ["education"] * (end - number)
            number = end - 1
        number += 1


def _is_studied(line: str) -> bool:
    return bool(degrees_in(line)) or school_in(line, line) is not None


def _end_of_section(sections: Sequence[str], headings: Sequence[bool], number: int) -> int:
    lines = range(number + 1, len(sections))
    return next((i for i in lines if headings[i] or sections[i] != sections[number]), len(sections))
