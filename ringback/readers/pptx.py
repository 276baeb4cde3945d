"""PPTX: designers send resumes as slides. Shapes from the top left on, tables row by row, notes left out."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from ringback.readers import patterns as re
from ringback.readers.document import Document, Line, row_lines
from ringback.readers.docx import parse_xml
from ringback.readers.refusals import Refused
from ringback.readers.zipbounds import check_declared, read_bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.limits import ReaderLimits

_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml\Z")
_SIZE_UNIT = 100.0  # hundredths of a point
_BAND = 457_200  # half an inch in EMU: shapes whose tops differ by less stand side by side
_NOWHERE = (0, 0)


def read_pptx(data: bytes, limits: ReaderLimits) -> Document:
    """Read the text of a presentation; macros are neither run nor looked at.

    Raises:
        Refused: ``bomb``, ``xxe``, ``truncated``, ``encrypted``, ``empty``; ``needs_ocr`` for slides that are pictures.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_declared(archive, limits, max_bytes=limits.max_part_bytes)
        numbered = {int(found[1]): name for name in archive.namelist() if (found := _SLIDE.match(name))}
        if not numbered:
            raise Refused("truncated", "no slides")
        lines: list[Line] = []
        for page, number in enumerate(sorted(numbered)[: limits.max_pages], 1):
            part = archive.getinfo(numbered[number])
            root = parse_xml(read_bounded(archive, part, limits, max_bytes=limits.max_part_bytes))
            lines += _slide(root, page)
        has_pictures = any(name.startswith("ppt/media/") for name in archive.namelist())
    if not lines:
        raise Refused("needs_ocr" if has_pictures else "empty")
    return Document(format="pptx", lines=tuple(lines), pages=len(numbered))


def _slide(root: Any, page: int) -> Iterator[Line]:
    shapes = [node for node in root.iter() if isinstance(node.tag, str) and _name(node) in {"sp", "graphicFrame"}]
    for shape in sorted(shapes, key=_place):
        yield from _shape(shape, page)


def _place(shape: Any) -> tuple[int, int]:
    """Return where a shape begins: the band of its top edge, then its left edge; without a place of its own it comes first."""
    offset = next((node for node in shape.iter() if isinstance(node.tag, str) and _name(node) == "off"), None)
    if offset is None:
        return _NOWHERE
    return int(offset.get("y", 0)) // _BAND, int(offset.get("x", 0))


def _shape(node: Any, page: int) -> Iterator[Line]:
    for child in node:
        if not isinstance(child.tag, str):
            continue
        name = _name(child)
        if name == "tr":
            yield from row_lines([list(_shape(cell, page)) for cell in child if isinstance(cell.tag, str)])
        elif name == "p":
            yield from _paragraph(child, page)
        else:
            yield from _shape(child, page)


def _paragraph(node: Any, page: int) -> Iterator[Line]:
    pieces, sizes = [], [0.0]
    for part in node.iter():
        name = _name(part) if isinstance(part.tag, str) else ""
        if name == "t":
            pieces.append(part.text or "")
        elif name in {"br", "tab"}:
            pieces.append("\n" if name == "br" else "\t")
        elif name == "rPr":
            sizes.append(float(part.get("sz", 0)) / _SIZE_UNIT)
    for text in "".join(pieces).split("\n"):
        if text.strip():
            yield Line(text.strip(" "), size=max(sizes), page=page)


def _name(node: Any) -> str:
    return str(etree.QName(node).localname)
