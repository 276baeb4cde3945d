"""DOCX: one walk over the XML that keeps headers, tables and text boxes in the order of print.

Chinese Word templates keep name and phone in text boxes and tables; readers that list paragraphs lost the whole contact block
of a third of the files measured. Word writes each text box twice (``mc:Choice`` and ``mc:Fallback``): the second is skipped.
"""

from __future__ import annotations

import io
import zipfile
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from lxml import etree

from ringback.readers.dates import date_in_iso_stamp
from ringback.readers.document import Document, Line, outside_links, row_lines
from ringback.readers.docx_styles import DEFAULT, sizes_of_styles
from ringback.readers.refusals import Refused
from ringback.readers.style_seams import with_seams
from ringback.readers.zipbounds import check_declared, read_bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ringback.readers.limits import ReaderLimits

_SKIPPED = {
    "Fallback",
    "instrText",
    "delText",
    "del",
    "moveFrom",
    "binData",
    "drawingML",
    "rPr",
    "sectPr",
    "tblPr",
    "trPr",
    "tcPr",
}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_FACES = {"b", "i", "color", "smallCaps", "caps", "rStyle"}
_STYLES_OF_FACE = ("rstylestrong", "rstyleemphasis", "rstyleintenseemphasis", "rstylesubtleemphasis", "rstyleboldtext")
HEAD_LINES, MIN_FACES = 2, 2  # names are set in two faces
_SIZE_UNIT = 2.0  # Word counts half points


def read_docx(data: bytes, limits: ReaderLimits) -> Document:
    """Read the text of a Word document; macros are neither run nor looked at.

    Raises:
        Refused: ``bomb``, ``xxe`` (any document type declaration), ``truncated`` or ``encrypted``.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_declared(archive, limits, max_bytes=limits.max_part_bytes)
        names = archive.namelist()
        lines: list[Line] = []
        styles = _sizes_of_styles(archive, names, limits)
        for part in _text_parts(names):
            lines += _Walk(_parse(archive, part, limits), styles).lines()
            if sum(len(line.text) for line in lines) > limits.max_text_chars:
                break
        title, author, written = _core_properties(archive, names, limits)
        links = _targets(archive, names, limits)
    warnings = ("macros",) if any(name.endswith("vbaProject.bin") for name in names) else ()
    has_pictures = any(name.startswith("word/media/") for name in names)
    n_chars = sum(len(line.text.strip()) for line in lines)
    if not n_chars and not has_pictures:
        raise Refused("empty", "document without text")
    return Document(
        format="docx",
        lines=tuple(lines),
        title=title,
        author=author,
        written_on=written,
        links=links,
        warnings=warnings,
        text_is_partial=has_pictures and n_chars < 30,
    )


def _text_parts(names: list[str]) -> list[str]:
    headers = sorted(name for name in names if name.startswith("word/header") and name.endswith(".xml"))
    footers = sorted(name for name in names if name.startswith("word/footer") and name.endswith(".xml"))
    bodies = [name for name in names if name.startswith("word/document") and name.endswith(".xml")]
    if not bodies:
        raise Refused("truncated", "no document part")
    return [*headers, *bodies, *footers]


def parse_xml(raw: bytes) -> Any:
    """Parse one XML part without entities, network or document types.

    Raises:
        Refused: ``xxe`` or ``truncated``.
    """
    head = raw[:65536].replace(b"\0", b"")  # the same letters in UTF-16
    if b"<!DOCTYPE" in head[:4096] or b"<!ENTITY" in head:
        raise Refused("xxe")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise Refused("truncated", "XML") from error


def _parse(archive: zipfile.ZipFile, part: str, limits: ReaderLimits) -> Any:
    return parse_xml(read_bounded(archive, archive.getinfo(part), limits, max_bytes=limits.max_part_bytes))


def _core_properties(archive: zipfile.ZipFile, names: list[str], limits: ReaderLimits) -> tuple[Any, Any, Any]:
    if "docProps/core.xml" not in names:
        return None, None, None
    try:
        root = _parse(archive, "docProps/core.xml", limits)
    except Refused as refused:
        if refused.code == "xxe":
            raise
        return None, None, None
    found = {etree.QName(node).localname: (node.text or "").strip() for node in root if isinstance(node.tag, str)}
    written = date_in_iso_stamp(found.get("modified") or found.get("created") or "")
    return found.get("title") or None, found.get("creator") or None, written


def _sizes_of_styles(archive: zipfile.ZipFile, names: list[str], limits: ReaderLimits) -> dict[str, float]:
    if "word/styles.xml" not in names:
        return {}
    try:
        return sizes_of_styles(_parse(archive, "word/styles.xml", limits))
    except Refused as refused:
        if refused.code == "xxe":
            raise
        return {}


def _targets(archive: zipfile.ZipFile, names: list[str], limits: ReaderLimits) -> tuple[str, ...]:
    part = "word/_rels/document.xml.rels"
    if part not in names:
        return ()
    try:
        root = _parse(archive, part, limits)
    except Refused as refused:
        if refused.code == "xxe":
            raise
        return ()
    targets = (node.get("Target", "") for node in root if node.get("TargetMode") == "External")
    return outside_links(targets)


def _face(run: Any) -> str:
    """Return what a run says of its letters: bold, slanted, coloured, in small capitals."""
    properties = next((child for child in run if str(child.tag).endswith("}rPr")), ())
    named = ((str(one.tag).rpartition("}")[2], next(iter(one.attrib.values()), "")) for one in properties)
    told = (f"{name}{value}" for name, value in named if name in _FACES and value not in {"0", "false", "auto"})
    return " ".join(one for one in told if not one.startswith("rStyle") or one.lower().startswith(_STYLES_OF_FACE))


def _is_hidden(run: Any) -> bool:
    """Tell a run that Word neither shows nor prints: what a template tells whoever fills it in."""
    if not run.tag.endswith("}r"):
        return False
    properties = next((child for child in run if str(child.tag).endswith("}rPr")), ())
    hidden = next((one for one in properties if str(one.tag).endswith("}vanish")), None)
    return hidden is not None and next(iter(hidden.attrib.values()), "1") not in {"0", "false", "off"}


class _Walk:
    """Collects lines from one part. A paragraph is a line, a table row is a line with tabs, a text box stands alone."""

    def __init__(self, root: Any, styles: Mapping[str, float]) -> None:
        self._root = root
        self._styles = styles
        self._boxes: list[Line] = []
        self._n_lines = 0

    def lines(self) -> Iterator[Line]:
        """Yield the lines in the order of print; the text boxes of a paragraph come before it (name blocks float up)."""
        yield from self._block(self._root)

    def _block(self, node: Any) -> Iterator[Line]:
        for child in node:
            if not isinstance(child.tag, str):
                continue
            name = etree.QName(child).localname
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tr":
                yield from self._row(child)
            elif name not in _SKIPPED:
                yield from self._block(child)

    def _paragraph(self, node: Any) -> Iterator[Line]:
        outer, self._boxes = self._boxes, []
        style = ""
        size = 0.0
        pieces: list[str] = []
        faces: list[str] = []
        face = ""
        for kind, value in self._runs(node):
            if kind == "text":
                pieces.append(value)
                faces.append(face)
            elif kind == "face":
                face = value
            elif kind == "style":
                style = value
            else:
                size = max(size, float(value) / _SIZE_UNIT if value.isdigit() else 0.0)
        yield from self._boxes
        self._boxes = outer
        size = size or self._styles.get(style) or self._styles.get(DEFAULT, 0.0)
        is_heading = style.lower().startswith(("heading", "title")) or style in {"1", "2", "3"}
        for text in self._with_seams(pieces, faces).split("\n"):
            if text.strip():
                yield Line(text, size=size, is_heading=is_heading)

    def _with_seams(self, pieces: list[str], faces: list[str]) -> str:
        """Return the text of a paragraph with tabs where only the face tells two things apart, but below the name."""
        text = "".join(pieces)
        self._n_lines += not text.isspace() and text != ""
        if self._n_lines <= HEAD_LINES or len(set(faces)) < MIN_FACES:
            return text
        ends = list(accumulate(map(len, pieces)))
        return with_seams(text, lambda offset: faces[bisect_right(ends, offset)])

    def _runs(self, node: Any) -> Iterator[tuple[str, str]]:
        for child in node:
            if not isinstance(child.tag, str) or _is_hidden(child):
                continue
            name = etree.QName(child).localname
            if name == "r":
                yield "face", _face(child)
            if name == "t":
                yield "text", child.text or ""
            elif name in _SIGNS:
                yield "text", _SIGNS[name]
            elif name in {"pStyle", "sz"}:
                yield "style" if name == "pStyle" else "size", next(iter(child.attrib.values()), "")
            elif name in {"txbxContent", "tbl"}:
                self._boxes += list(self._block(child))
            elif name == "rPr":
                yield from (
                    ("size", next(iter(size.attrib.values()), "")) for size in child if str(size.tag).endswith("}sz")
                )
            elif name not in _SKIPPED:
                yield from self._runs(child)

    def _row(self, node: Any) -> Iterator[Line]:
        cells = [list(self._block(cell)) for cell in node if str(cell.tag).endswith(("}tc", "}sdt"))]
        yield from row_lines(cells)
