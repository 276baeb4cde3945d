"""In which face a PDF sets the letters of a line."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

from ringback.readers.pdf_gaps import print_size
from ringback.readers.style_seams import MAX_CHARS, MIN_WORDS, with_seams

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_SIZE = 13.0  # points; names and headings in two faces are larger
MAX_NAME = 96


def with_faces_parted(textpage: Any, shown: str, start: int) -> str:
    """Return a line with a tab for each space at which only the face tells that another thing begins."""
    if shown.count(" ") < MIN_WORDS - 1 or len(shown) > MAX_CHARS:
        return shown
    faces: dict[int, tuple[bytes, int, bool]] = {}
    buffer, flags, matrix = ctypes.create_string_buffer(MAX_NAME), ctypes.c_int(), pdfium.FS_MATRIX()

    def face_at(offset: int) -> tuple[bytes, int, bool]:
        if offset not in faces:
            length = pdfium.FPDFText_GetFontInfo(textpage, start + offset, buffer, MAX_NAME, ctypes.byref(flags))
            name = buffer.value if 0 < length <= MAX_NAME else b""
            size = pdfium.FPDFText_GetFontSize(textpage, start + offset)
            pdfium.FPDFText_GetMatrix(textpage, start + offset, matrix)
            is_slanted = matrix.b == 0 and matrix.c != 0  # a browser slants a face that has no italics
            # the same face may be embedded in several parts
            faces[offset] = (name.rpartition(b"+")[2], round(size), is_slanted)
        return faces[offset]

    if not _changes(shown, face_at):
        return shown
    parted = with_seams(shown, face_at)
    if parted == shown:
        return shown
    first = start + len(shown) - len(shown.lstrip())
    return parted if print_size(textpage, first, pdfium.FS_RECTF()) <= MAX_SIZE else shown


def _changes(shown: str, face_at: Callable[[int], tuple[bytes, int, bool]]) -> bool:
    """Tell a line with a cell that ends in another face than it begins: most have none, and their words are not looked at."""
    start = 0
    for cell in shown.split("\t"):
        end = start + len(cell)
        first, last = end - len(cell.lstrip()), start + len(cell.rstrip()) - 1
        if first < last and face_at(first) != face_at(last):
            return True
        start = end + 1
    return False
