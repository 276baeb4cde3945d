"""ODT (LibreOffice, WPS): paragraphs and headings of ``content.xml``; a table row is a line with tabs."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from lxml import etree

from ringback.readers.document import Document, Line, outside_links, row_lines
from ringback.readers.docx import parse_xml
from ringback.readers.refusals import Refused
from ringback.readers.zipbounds import check_declared, read_bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.limits import ReaderLimits


_LINK = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}a"
_TARGET = "{http://www.w3.org/1999/xlink}href"


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
        body = _part(archive, "content.xml", limits)
        styles = _part(archive, "styles.xml", limits) if "styles.xml" in archive.namelist() else None
    return _document([*_margins(styles, "header"), body, *_margins(styles, "footer")])


def read_flat_odt(data: bytes, _limits: ReaderLimits) -> Document:
    """Read the text of an OpenDocument text that is one XML file (``.fodt``).

    Raises:
        Refused: ``xxe``, ``truncated`` or ``empty``.
    """
    body = next((node for node in parse_xml(data) if isinstance(node.tag, str) and node.tag.endswith("}body")), None)
    if body is None:
        raise Refused("truncated", "no document part")
    return _document([body])


def _part(archive: zipfile.ZipFile, name: str, limits: ReaderLimits) -> Any:
    return parse_xml(read_bounded(archive, archive.getinfo(name), limits, max_bytes=limits.max_part_bytes))


def _margins(styles: Any, place: str) -> list[Any]:
    """Return what stands above (``header``) or below (``footer``) each page, that of the first page first."""
    if styles is None:
        return []
    found = [node for node in styles.iter() if isinstance(node.tag, str) and _name(node).startswith(place)]
    found = [node for node in found if _name(node) in {place, f"{place}-first"}]
    return sorted(found, key=lambda node: not _name(node).endswith("-first"))


def _name(node: Any) -> str:
    return str(etree.QName(node).localname)


def _document(roots: list[Any]) -> Document:
    lines = tuple(line for root in roots for line in _block(root))
    if not lines:
        raise Refused("empty", "document without text")
    targets = (node.get(_TARGET, "") for root in roots for node in root.iter(_LINK))
    return Document(format="odt", lines=lines, links=outside_links(targets))


def _block(node: Any) -> Iterator[Line]:
    for child in node:
        if not isinstance(child.tag, str):
            continue
        name = _name(child)
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
            name = _name(child)
            text = {"tab": "\t", "line-break": "\n", "s": " "}.get(name) or _text(child)
            pieces.append(
                f"\n{text}\n" if name in {"p", "h"} else text
            )  # of a drawn shape that hangs on this paragraph
        pieces.append(child.tail or "")
    return "".join(pieces)
