"""Cells far outside of any list, taken out of a spreadsheet package before it is opened.

One touched cell in the last corner makes a program that keeps a sheet as a rectangle ask for 17 billion cells.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from ringback.readers.zipbounds import read_bounded

if TYPE_CHECKING:
    from ringback.readers.limits import ReaderLimits

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_COLUMN = rb"[A-Z]{3}"  # from AAA, the 703rd, on
_ROW = rb"(?:[2-9]\d{5}|\d{7})"  # from 200 000 on, which are not read
_IS_FAR = re.compile(rb'\br="(?:' + _COLUMN + rb"\d|[A-Z]*" + _ROW + rb'")')
_FAR_ROW = re.compile(rb'<((?:\w+:)?row)\b[^>]*?\br="' + _ROW + rb'"[^>]*?(?:/>|>.*?</\1>)', re.DOTALL)
_FAR_CELL = re.compile(rb'<((?:\w+:)?c)\b[^>]*?\br="' + _COLUMN + rb'\d+"[^>]*?(?:/>|>.*?</\1>)', re.DOTALL)


def without_far_cells(data: bytes, limits: ReaderLimits) -> bytes:
    """Return the package without rows and columns that no list has; ``data`` itself where there are none.

    Raises:
        Refused: ``bomb``, by the real size of a sheet.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [info for info in archive.infolist() if _SHEET.fullmatch(info.filename)]
        held = {info.filename: read_bounded(archive, info, limits, max_bytes=limits.max_part_bytes) for info in sheets}
        if not any(_IS_FAR.search(sheet) for sheet in held.values()):
            return data
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as package:
            for info in archive.infolist():
                sheet = held.get(info.filename)
                if sheet is None:
                    part = read_bounded(archive, info, limits, max_bytes=limits.max_part_bytes)
                else:
                    part = _FAR_CELL.sub(b"", _FAR_ROW.sub(b"", sheet))
                package.writestr(info.filename, part)
        return kept.getvalue()
