"""What a format reader yields: lines of text with what is known of their layout, or the parts of a container."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any

from ringback.readers.dates import DATES_ALONE
from schemas.records import Unreadable

OUTSIDE = ("mailto:", "tel:", "http")
MAX_LINKS = 50
MAX_DATES = 2  # lines of such a cell
MIN_COLUMNS, MAX_CELL_LINES, MAX_CELL_CHARS = 3, 2, 48
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OPEN_END = re.compile(r"(?:[-–—~～至到]|\bto)\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. ``size`` is the height of its letters in points (0 where the format does not say)."""

    text: str
    size: float = 0.0
    page: int = 1
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one document, in reading order.

    Cells of a table row stand in one line, separated by tabs. ``links`` are the targets of hyperlinks (``mailto:``
    included). ``title`` and ``author`` come from the file's own metadata, ``written_on`` is its own date: the date that
    *years of experience* refers to. ``text_is_partial`` says that a page has more print than text (a scan, or letters
    without a Unicode map), so OCR may find more.
    """

    format: str
    lines: tuple[Line, ...]
    pages: int | None = None
    title: str | None = None
    author: str | None = None
    written_on: date | None = None
    links: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    text_is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A person given by named values instead of print: a row of a list, or a JSON Resume.

    ``values`` holds the known fields by our names, as written; ``extra`` the columns that nobody knows; ``p_resume`` how
    likely it is somebody's at all; ``printed`` what it would be in print, where a field that no name tells may stand.
    """

    format: str
    values: Mapping[str, str]
    member: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    p_resume: float = 1.0
    printed: Document | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """One part of a container, still unread. ``name`` is for people and for sniffing hints, never a path to write to."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail: its own text and its attachments. ``subject`` is kept whole, with ``Fw:`` and the like."""

    body: Document
    subject: str
    sender: str
    attachments: tuple[Member | Unreadable, ...]


@dataclass(frozen=True, slots=True)
class Container:
    """An archive: its parts are read one at a time, so that only one is in memory."""

    format: str
    members: Iterator[Member | Unreadable]


@dataclass(frozen=True, slots=True)
class People:
    """A list: one record a person, or the reason why a row is none."""

    format: str
    records: Iterator[Record | Unreadable]


Content = Document | Record | Letter | Container | People
"""What reading the bytes of any one file gives."""


def outside_links(targets: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses, numbers and pages that links lead to, as many as a resume may have."""
    return tuple(islice((target for target in targets if target.startswith(OUTSIDE)), MAX_LINKS))


def text_of(lines: tuple[Line, ...]) -> str:
    """Return the plain text of lines, one printed line a line."""
    return "\n".join(line.text for line in lines)


def row_lines(cells: Iterable[Sequence[Line]]) -> Iterator[Line]:
    """Give a table row as lines: neighbouring one-line cells share a line, a cell of several lines keeps its own.

    Dates in the last cell share the first lines of the cell in front: behind the whole of it they would begin the next entry.
    In a row of a career (dates, employer and place, post) a cell of two short lines is one cell.
    """
    row = list(cells)
    if len(row) >= MIN_COLUMNS and any(len(cell) <= MAX_CELL_LINES and any(map(_dated, cell)) for cell in row):
        row = [*map(_on_one_line, row[:-1]), row[-1]]
    shared: list[Line] = []
    for cell in _with_dates_beside(row):
        if len(cell) > 1:
            yield from _joined(shared)
            shared = []
            yield from cell
        else:
            shared.append(cell[0] if cell else Line(""))
    yield from _joined(shared)


def _with_dates_beside(cells: list[Sequence[Line]]) -> list[Sequence[Line]]:
    """Return the cells of a row with a last one of dates, and a place below them, put behind the first lines of the other."""
    filled = [cell for cell in cells if any(line.text.strip() for line in cell)]
    text, dates = filled[0] if filled else [], filled[-1] if filled else []
    is_beside = len(filled) == len((text, dates)) and len(text) > 1 and 0 < len(dates) <= min(MAX_DATES, len(text))
    if not is_beside or not DATES_ALONE.fullmatch(dates[0].text.strip()) or any("\t" in line.text for line in text):
        return cells
    behind = [line.text.strip() for line in dates] + [""] * len(text)
    return [
        [
            replace(line, text=f"{line.text}\t{more}" if more else line.text)
            for line, more in zip(text, behind, strict=False)
        ]
    ]


def _dated(line: Line) -> bool:
    return _YEAR.search(line.text) is not None


def _on_one_line(cell: Sequence[Line]) -> Sequence[Line]:
    if not 1 < len(cell) <= MAX_CELL_LINES or any(len(line.text) > MAX_CELL_CHARS for line in cell):
        return cell
    sign = " " if _OPEN_END.search(cell[0].text) else " - " if all(map(_dated, cell)) else ", "
    return list(_joined_by(sign, cell))


def _joined(cells: Sequence[Line]) -> Iterator[Line]:
    return _joined_by("\t", cells)


def _joined_by(sign: str, cells: Sequence[Line]) -> Iterator[Line]:
    if any(cell.text.strip() for cell in cells):
        yield Line(
            sign.join(cell.text.strip() for cell in cells),
            size=max(cell.size for cell in cells),
            is_heading=any(cell.is_heading for cell in cells),
        )
