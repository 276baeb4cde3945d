"""Notes in the outer margin, left of the dates: ``Larch Press`` beside what was done there, a line below its post and dates.

They come as the first cell of a line of running text; here they get lines of their own in front of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers.dates import DATES_ALONE
from ringback.readers.pdf_margins import is_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ringback.readers.pdf_rows import PlacedLine

MIN_OUT = 20.0  # points that a note stands left of the dates
MAX_CHARS = 45
REACH = 4  # lines below the dates
MIN_TEXT = 30  # characters beside a note


def with_notes_apart(placed: Sequence[PlacedLine]) -> Iterator[PlacedLine]:
    """Yield the lines of a page with each note in the outer margin in front of the text beside it, put together if it breaks."""
    edge, last = 0.0, -REACH
    number = 0
    while number < len(placed):
        line = placed[number]
        if line.baseline is not None and _begins_with_period(line.line.text):
            edge, last = line.left, number
        note = _note_at(placed, number, edge) if number - last <= REACH else []
        if len(note) == 0:
            yield line
            number += 1
            continue
        cells = [one.line.text.partition("\t") for one in note]
        text = " ".join(cell.strip() for cell, _, _ in cells)
        yield replace(line, line=replace(line.line, text=text), right=edge)
        for one, (_, _, beside) in zip(note, cells, strict=True):
            yield replace(one, line=replace(one.line, text=beside), left=edge)
        number += len(note)


def _begins_with_period(text: str) -> bool:
    cell = text.partition("\t")[0].strip()
    return ("-" in cell or "–" in cell or "—" in cell) and DATES_ALONE.fullmatch(cell) is not None


def _note_at(placed: Sequence[PlacedLine], number: int, edge: float) -> list[PlacedLine]:
    """Return the lines that begin with a note left of an edge; nothing where the text beside is short, as facts are."""
    end = number
    while end < len(placed) and _is_noted(placed[end], edge):
        end += 1
    beside = placed[number].line.text.partition("\t")[2]
    return list(placed[number:end]) if len(beside) >= MIN_TEXT else []


def _is_noted(line: PlacedLine, edge: float) -> bool:
    note, tab, beside = line.line.text.partition("\t")
    is_out = line.baseline is not None and line.left <= edge - MIN_OUT < edge <= line.right
    is_name = bool(tab and beside.strip()) and 0 < len(note.strip()) <= MAX_CHARS and not any(map(str.isdigit, note))
    is_name = is_name and sum(map(str.isalpha, note)) > 1  # no mark of an item
    return is_out and is_name and not note.rstrip().endswith(":") and not is_title(note.strip())
