"""Headings that an export of print left at the end of the line above: ``… maravelding.net EDUCATION``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.document import Line

MIN_LETTERS, MIN_FRONT = 6, 16  # of the heading, and in front of it
_TAIL = re.compile(r"(?<=[\w.)!])(?:\s+|\t)([A-Z]{3,}(?: [A-Z]{3,}){0,2})$")
_JOINT = re.compile(r"(?:\b(?:in|of|and|the|for|at|by|with|to|from|my)|[A-Z]{3,})$")


def with_tail_headings(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines with such a heading on a line of its own; others of the page stand so in large letters."""
    glued = {number: head for number, line in enumerate(lines) if (head := _heading_at_end(line.text))}
    if not glued or not any(line.text.isupper() and _is_heading(line.text) for line in lines):
        return lines
    found: list[Line] = []
    for number, line in enumerate(lines):
        head = glued.get(number, "")
        found.append(replace(line, text=line.text[: len(line.text) - len(head)].rstrip()) if head else line)
        if head:
            found.append(replace(line, text=head, is_heading=True))
    return found


def _heading_at_end(text: str) -> str:
    tail = _TAIL.search(text) if text[-1:].isupper() and len(text) > MIN_FRONT else None
    if tail is None or tail.start() < MIN_FRONT or _JOINT.search(text, 0, tail.start()):
        return ""
    return tail.group(1) if _is_heading(tail.group(1)) else ""


def _is_heading(text: str) -> bool:
    letters = re.sub(r"[\W_]+", "", text).lower()
    return len(letters) >= MIN_LETTERS and letters in section_table()
