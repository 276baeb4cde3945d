"""A page that is one table with a person a row: what programs save as ``.xls`` and browsers show as a list."""

from __future__ import annotations

from html import unescape
from itertools import islice
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.document import People
from ringback.readers.html import decode_page, document_of_html
from ringback.readers.html_unseen import end_of_tags, parted, replaced, without_unseen
from ringback.readers.tables import list_of_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.document import Content
    from ringback.readers.limits import ReaderLimits

_TABLE = re.compile(r"<(/?)table\b[^>]*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^>]*>", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b([^>]*)>", re.IGNORECASE)
_SPAN = re.compile(r"\bcolspan\s*=\s*[\"']?(\d{1,2})", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|p|div|li)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"\s+")
HEAD_ROWS = 30
MAX_TABLES = 200  # a page of more is none that only exports a list
MAX_OUTSIDE, MIN_SHARE = 400, 10  # letters around the table: a title, who exported it; a page of a person says more
MAX_TITLE = 60  # letters around a table of one person


def read_page_or_list(data: bytes, limits: ReaderLimits) -> Content:
    """Read a page as a list of people where a table of them is all that it holds, as a document otherwise.

    Raises:
        Refused: as :func:`ringback.readers.html.read_html`.
    """
    text = decode_page(data, limits)
    return _list_in(text, limits) or document_of_html(text, limits)


def _list_in(text: str, limits: ReaderLimits) -> Content | None:
    if not _TABLE.search(text, 0, end_of_tags(text)):
        return None
    shown = without_unseen(text)
    n_letters = -1
    for start, end in islice(_innermost(shown), MAX_TABLES):
        table = shown[start:end]
        people = list_of_rows(_rows(table, HEAD_ROWS), name="html")
        if people is None:
            continue
        n_letters = len(_plain(shown)) if n_letters < 0 else n_letters
        n_outside = n_letters - len(_plain(table))
        if n_outside > MAX_OUTSIDE and n_outside * MIN_SHARE > end - start:
            continue
        if n_outside > MAX_TITLE and isinstance(people, People) and _is_one(people):
            continue
        return list_of_rows(_rows(table, limits.max_rows), name="html")
    return None


def _is_one(people: People) -> bool:
    """Tell the head of a resume, set as a table of one row, from a list."""
    return len(list(islice(people.records, 2))) == 1


def _rows(table: str, most: int) -> list[list[str]]:
    return [_cells(row) for row in parted(_ROW, table, most + 1)[1 : most + 1]]


def _innermost(text: str) -> Iterator[tuple[int, int]]:
    """Yield where tables begin and end that hold no other table; one left open ends with the page."""
    opened = -1
    for match in _TABLE.finditer(text, 0, end_of_tags(text)):
        if not match.group(1):
            opened = match.end()
        elif opened >= 0:
            yield opened, match.start()
            opened = -1
    if opened >= 0:
        yield opened, len(text)


def _cells(row: str) -> list[str]:
    """Return the cells of a row; one that spans columns is followed by empty ones."""
    parts = parted(_CELL, row)
    cells: list[str] = []
    for attributes, inner in zip(parts[1::2], parts[2::2], strict=True):
        span = _SPAN.search(attributes)
        cells += [_plain(inner), *([""] * (int(span.group(1)) - 1 if span else 0))]
    return cells


def _plain(inner: str) -> str:
    return _SPACES.sub(" ", unescape(replaced(_TAG, "", replaced(_BREAK, " ", inner)))).strip()
