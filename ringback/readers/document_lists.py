"""A document that is one table with a person a row: the candidates of a month, as an office types them in a word processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from ringback.readers.document import Content, Document

_FORMATS = frozenset({"docx", "doc", "odt", "rtf"})
MIN_COLUMNS, MIN_ROWS = 4, 3  # the head and two people
MAX_OUTSIDE = 400  # letters: a title, who wrote it
_CONTACT = re.compile(r"@\w|\d{3}[\d -]{5,}\d")


def list_in_document(document: Document) -> Content | None:
    """Return the people of such a table; None where the document says more, or tells a contact outside its rows."""
    if document.format not in _FORMATS:
        return None
    rows = [line.text for line in document.lines if line.text.count("\t") >= MIN_COLUMNS - 1]
    if len(rows) < MIN_ROWS or sum(_CONTACT.search(row) is not None for row in rows[1:]) < MIN_ROWS - 1:
        return None
    outside = [line.text for line in document.lines if line.text.count("\t") < MIN_COLUMNS - 1]
    if sum(map(len, outside)) > MAX_OUTSIDE or any(map(_CONTACT.search, outside)):
        return None
    from ringback.readers.tables import list_of_rows  # noqa: PLC0415 - hardly any document is a list

    return list_of_rows([row.split("\t") for row in rows], name=document.format)
