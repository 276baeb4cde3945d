"""ODT (LibreOffice, WPS): paragraphs and headings of ``content.xml``; a table row is a line with tabs."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from ringback.readers.document import Document, Line, row_lines
from ringback.readers.docx import parse_xml
from ringback.readers.refusals import Refused
from ringback.readers.zipbounds import check_declared, read_bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.limits import ReaderLimits


def read_odt(data: bytes, limits: ReaderLimits) -> Document:
    """Read the text of an OpenDocument text.

    Raises:
        Refused: ``bomb``, ``xxe``, ``truncated`` or ``encrypted``.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_declared(archive, limits, max_bytes=limits.max_part_bytes)
        if "content.xml" not in archive.namelist():
            raise Refused("truncated", "no document part")
        if "META-INF/manifest.xml" in archive.namelist():
            manifest = read_bounded(archive, archive.getinfo("META-INF/manifest.xml"), limits, max_bytes=1024 * 1024)
            if b"encryption-data" in manifest:
                raise Refused("encrypted")
        root = parse_xml(read_bounded(archive, archive.getinfo("content.xml"), limits, max_bytes=limits.max_part_bytes))
    return _document(root)


def read_flat_odt(data: bytes, _limits: ReaderLimits) -> Document:
    """Read the text of an OpenDocument text that is one XML file (``.fodt``).

    Raises:
        Refused: ``xxe``, ``truncated`` or ``empty``.
    """
    body = next((node for node in parse_xml(data) if isinstance(node.tag, str) and node.tag.endswith("}body")), None)
    if body is None:
        raise Refused("truncated", "no document part")
    return _document(body)


def _document(root: Any) -> Document:
    lines = tuple(_block(root))
    if not lines:
        raise Refused("empty", "document without text")
    return Document(format="odt", lines=lines)


def _block(node: Any) -> Iterator[Line]:
    for child in node:
        if not isinstance(child.tag, str):
            continue
        name = etree.QName(child).localname
        if name in {"p", "h"}:
            for text in _text(child).split("\n"):
                if text.strip():
                    yield Line(text, is_heading=name == "h")
        elif name == "table-row":
            yield from row_lines([list(_block(cell)) for cell in child])
        else:
            yield from _block(child)


def _text(node: Any) -> str:
    pieces = [node.text or ""]
    for child in node:
        if isinstance(child.tag, str):
            name = etree.QName(child).localname
            pieces.append({"tab": "\t", "line-break": "\n", "s": " "}.get(name) or _text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
