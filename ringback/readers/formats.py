"""From bytes to content: one table of formats, each loaded when its first file comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, cast

from ringback.readers.document import Content, Document
from ringback.readers.document_lists import list_in_document
from ringback.readers.refusals import Refused
from ringback.readers.sniff import sniff

if TYPE_CHECKING:
    from ringback.readers.limits import ReaderLimits

Reader = Callable[[bytes, "ReaderLimits"], Content]

READERS: Mapping[str, tuple[str, str]] = {
    "pdf": ("ringback.readers.pdf", "read_pdf"),
    "docx": ("ringback.readers.docx", "read_docx"),
    "pptx": ("ringback.readers.pptx", "read_pptx"),
    "odt": ("ringback.readers.odt", "read_odt"),
    "fodt": ("ringback.readers.odt", "read_flat_odt"),
    "doc": ("ringback.readers.doc", "read_doc"),
    "rtf": ("ringback.readers.rtf", "read_rtf"),
    "office": ("ringback.readers.office", "read_office"),
    "html": ("ringback.readers.html_lists", "read_page_or_list"),
    "mail": ("ringback.readers.mail", "read_mail"),
    "msg": ("ringback.readers.mail", "read_msg"),
    "xlsx": ("ringback.readers.tables", "read_xlsx"),
    "xls": ("ringback.readers.tables", "read_xls"),
    "json": ("ringback.readers.jsonresume", "read_json"),
    "image": ("ringback.readers.ocr", "read_image"),
    "zip": ("ringback.readers.archive", "read_archive"),
    "text": ("ringback.readers.tables", "read_text_or_list"),
}
"""Format as :func:`~ringback.readers.sniff.sniff` names it -> (module, function)."""


def read_content(data: bytes, limits: ReaderLimits) -> Content:
    """Read the bytes of one file, whatever it is.

    Raises:
        Refused: with the code that says why not.
    """
    module, function = READERS[sniff(data)]
    reader = cast("Reader", getattr(import_module(module), function))
    content = reader(data, limits)
    if isinstance(content, Document) and content.text_is_partial:
        return _recognised(content, data, limits)
    return (list_in_document(content) if isinstance(content, Document) else None) or content


def _recognised(document: Document, data: bytes, limits: ReaderLimits) -> Document:
    """Read a scan by OCR; what little text there is stands in where the extra is not installed."""
    from ringback.readers import ocr  # noqa: PLC0415 - scans are rare

    n_letters = sum(mark.isalnum() for line in document.lines for mark in line.text)
    if document.format != "pdf":
        raise Refused("needs_ocr")
    if not ocr.is_available():
        if n_letters < 30:  # a page number or a watermark is no text
            raise Refused("needs_ocr")
        return document
    recognised = ocr.read_scanned_pdf(data, limits)
    return recognised if sum(len(line.text) for line in recognised.lines) > n_letters else document
