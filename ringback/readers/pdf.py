"""PDF: text in content order (right for columns), letter heights and cell gaps from the glyph boxes, links.

PDFium is used because it read all facts of 88 real files at 8 ms a file in 40 MB; a damaged file is repaired once with
qpdf (pikepdf) before it is given up.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as pdfium

from ringback.readers.dates import date_in_pdf_stamp
from ringback.readers.document import MAX_LINKS, Document, Line
from ringback.readers.normalise import share_of_private
from ringback.readers.pdf_broken_dates import with_columns_of_dates, with_dates_whole
from ringback.readers.pdf_dates_behind import with_dates_behind
from ringback.readers.pdf_faces import with_faces_parted
from ringback.readers.pdf_floats import (
    with_floats_in_place,
    with_frames_on_top,
    with_late_rows_in_place,
    with_runs_in_place,
)
from ringback.readers.pdf_forms import answers_of, in_rows_of_form, is_form
from ringback.readers.pdf_gaps import print_size, with_gaps
from ringback.readers.pdf_glyphs import (
    NOTHING,
    on_one_line,
    with_accents,
    with_cork_signs,
    with_placed_accents,
    without_icons,
)
from ringback.readers.pdf_hyphens import with_drawn_hyphens, with_hyphens_in_addresses, without_marks
from ringback.readers.pdf_late_columns import with_late_columns_in_place
from ringback.readers.pdf_lent_face import lend_face
from ringback.readers.pdf_levels import parted_by_level
from ringback.readers.pdf_marginals import with_notes_apart
from ringback.readers.pdf_margins import with_titles_in_front
from ringback.readers.pdf_names import with_names_whole
from ringback.readers.pdf_narrow import with_narrow_cells_whole
from ringback.readers.pdf_order import in_order_of_print
from ringback.readers.pdf_ordinals import with_ordinals_whole
from ringback.readers.pdf_pages import Column, columns_of, in_columns
from ringback.readers.pdf_prints import without_prints
from ringback.readers.pdf_rows import PlacedLine, in_rows, mended
from ringback.readers.pdf_rules import Rules
from ringback.readers.pdf_tables import with_rows_of_tables
from ringback.readers.pdf_tracking import edges_of, with_words_whole
from ringback.readers.pdf_wraps import with_cells_whole
from ringback.readers.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.limits import ReaderLimits

lend_face()  # before any document is opened

LAYOUT_PAGES = 3  # cells and headings matter where the facts stand; later pages are running text
MAX_LAYOUT_LINE = 160
HEAD_LINES = 2  # names are set in two faces
MAX_SHARD = 40  # a longer line is no piece of one
MIN_CHARS_PER_PAGE = 30
MAX_PRIVATE_SHARE = 0.05
TAIL_BYTES = 2048
SURROGATES = (0xD800, 0xDFFF)


def read_pdf(data: bytes, limits: ReaderLimits) -> Document:
    """Read the text of a PDF.

    Raises:
        Refused: ``encrypted`` when the file asks for a password, ``truncated`` when neither PDFium nor a repair opens it,
            ``empty`` when its pages hold neither text nor pictures.
    """
    pdf, warnings = _open(data)
    with contextlib.closing(pdf):
        n_pages = len(pdf)
        has_fields = is_form(pdf)
        pages: list[list[Column]] = []
        links: list[str] = []
        n_chars = 0
        has_pictures = False
        for number in range(min(n_pages, limits.max_pages)):
            columns, page_links, page_has_pictures = _read_page(pdf, number, has_fields=has_fields)
            pages.append(columns)
            links += page_links
            has_pictures |= page_has_pictures
            n_chars += sum(len(line.text) for column in columns for line in column.lines)
            if n_chars > limits.max_text_chars:
                warnings.append("text_cut")
                break
        if n_pages > limits.max_pages:
            warnings.append("pages_cut")
        lines = in_columns(pages)
        text = "".join(line.text for line in lines)
        is_partial = n_chars < MIN_CHARS_PER_PAGE * min(n_pages, 2) or share_of_private(text) > MAX_PRIVATE_SHARE
        if not text.strip() and not has_pictures:
            raise Refused("empty", "pages without text or pictures")
        metadata = pdf.get_metadata_dict()
    return Document(
        format="pdf",
        lines=tuple(lines),
        pages=n_pages,
        title=metadata.get("Title") or None,
        author=metadata.get("Author") or None,
        written_on=date_in_pdf_stamp(metadata.get("ModDate") or metadata.get("CreationDate") or ""),
        links=tuple(links),
        warnings=tuple(warnings),
        text_is_partial=is_partial,
    )


def _open(data: bytes) -> tuple[Any, list[str]]:
    try:
        pdf = pypdfium2.PdfDocument(data)
        if len(pdf):
            return pdf, []
        pdf.close()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Refused("encrypted") from error
    if b"%%EOF" not in data[-TAIL_BYTES:]:
        raise Refused("truncated", "the end of the file is missing")  # a repair would give half a resume, garbled
    repaired = _repair(data)
    try:
        pdf = pypdfium2.PdfDocument(repaired)
    except pypdfium2.PdfiumError as error:
        raise Refused("truncated", "PDF") from error
    if not len(pdf):
        pdf.close()
        raise Refused("truncated", "PDF without pages")
    return pdf, ["repaired"]


def _repair(data: bytes) -> bytes:
    """Rebuild the cross-reference table of a file that has its end and is damaged in between."""
    import pikepdf  # noqa: PLC0415 - only damaged files need it

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()
    except pikepdf.PasswordError as error:
        raise Refused("encrypted") from error
    except Exception as error:  # qpdf reports damage in many classes
        raise Refused("truncated", "PDF") from error


def _read_page(pdf: Any, number: int, *, has_fields: bool = False) -> tuple[list[Column], list[str], bool]:
    try:
        page = pdf[number]
    except pypdfium2.PdfiumError:
        return [], [], False
    with contextlib.closing(page):
        textpage = page.get_textpage()
        with contextlib.closing(textpage):
            n_chars = textpage.count_chars()
            text = textpage.get_text_range() if n_chars > 0 else ""
            if len(text) != n_chars and number < LAYOUT_PAGES:
                text = _text_by_index(textpage.raw, n_chars)
            text = with_drawn_hyphens(textpage.raw, with_cork_signs(text))
            if "@" in text:
                text = with_hyphens_in_addresses(text, producer=pdf.get_metadata_value("Producer"))
            if number < LAYOUT_PAGES:
                placed = mended(
                    list(_lines_with_layout(textpage.raw, on_one_line(text), Rules(page.raw), page=number + 1))
                )
                answers = answers_of(pdf, page, textpage.raw, number=number + 1) if has_fields else None
                placed = in_rows_of_form(placed, answers) if answers else placed
                dated = list(with_columns_of_dates(placed))
                rows = with_rows_of_tables(with_ordinals_whole(dated))
                cells = with_late_columns_in_place(with_narrow_cells_whole(with_cells_whole(rows)))
                whole = with_dates_behind(
                    list(with_dates_whole(with_titles_in_front(with_late_rows_in_place(with_runs_in_place(cells)))))
                )
                whole = list(with_notes_apart(with_floats_in_place(with_frames_on_top(with_names_whole(whole)))))
                columns = columns_of(whole, without_prints(in_rows(whole)))
            else:
                lines = [Line(part, page=number + 1) for part in with_accents(without_marks(text)).split("\n")]
                columns = columns_of([], without_prints(lines))
            links = list(_web_links(textpage.raw)) if "@" not in text else []
        links += _annotation_links(pdf, page)
        has_pictures = n_chars < MIN_CHARS_PER_PAGE and _has_pictures(page)
    return columns, links, has_pictures


def _text_by_index(textpage: Any, n_chars: int) -> str:
    """Return exactly one character an index: the text of a range leaves out marks and counts rare characters twice."""
    codes = (pdfium.FPDFText_GetUnicode(textpage, index) for index in range(n_chars))
    return "".join(chr(code) if 0 < code < SURROGATES[0] or code > SURROGATES[1] else "\ufffd" for code in codes)


def _lines_with_layout(textpage: Any, text: str, rules: Rules, *, page: int) -> Iterator[PlacedLine]:
    """Yield the lines of a page with their letter height; a wide gap between two words becomes a tab."""
    box = pdfium.FS_RECTF()
    position = n_lines = 0
    for raw in text.split("\n"):
        start, position = position, position + len(raw) + 1
        shown = raw.rstrip("\r")
        stripped = shown.lstrip()
        if not stripped:
            continue
        n_lines += 1
        if len(shown) <= MAX_LAYOUT_LINE:
            shown = with_placed_accents(textpage, without_icons(textpage, shown, start), start)
            if not shown.isascii() and " " in stripped and (ordered := in_order_of_print(textpage, shown, start)):
                size = round(print_size(textpage, start + len(shown) - len(stripped), box), 1)
                yield PlacedLine(Line(without_marks(ordered.text), size=size, page=page), *ordered.place)
                continue
        if len(shown) <= MAX_LAYOUT_LINE and " " in stripped:
            whole = with_words_whole(textpage, shown, start)
            shown = whole or with_gaps(textpage, rules.with_underscores(textpage, shown, start), start)
            if n_lines > HEAD_LINES or page > 1:
                shown = with_faces_parted(textpage, shown, start)
        for offset, part in _parts(textpage, shown, start):
            size = 0.0
            first = start + offset + len(part) - len(part.lstrip())
            if part.strip():
                size = round(print_size(textpage, first, box), 1)
            for piece in without_marks(part).replace(NOTHING, "").split("\n"):
                yield _placed(
                    textpage, Line(piece, size=size, page=page), first, start + offset + len(part.rstrip()) - 1
                )


def _placed(textpage: Any, line: Line, first: int, last: int) -> PlacedLine:
    """Add where the line stands, if it is short enough to be a cell or to have one behind it."""
    real = ctypes.c_double
    left, right, x, baseline, unused = real(), real(), real(), real(), real()
    if (
        not line.text.strip()
        or len(line.text) > MAX_LAYOUT_LINE
        or not pdfium.FPDFText_GetCharOrigin(textpage, first, left, baseline)
        or not pdfium.FPDFText_GetCharBox(textpage, last, x, right, unused, unused)
    ):
        return PlacedLine(line)
    edges = edges_of(textpage, last) if len(line.text) <= MAX_SHARD else None
    return PlacedLine(line, baseline.value, left.value, right.value, edges[1] if edges else None)


def _parts(textpage: Any, shown: str, start: int) -> Iterator[tuple[int, str]]:
    offset = 0
    for part in shown.split("\n"):
        for begin, piece in parted_by_level(textpage, part, start + offset):
            yield offset + begin, piece
        offset += len(part) + 1


def _web_links(textpage: Any) -> Iterator[str]:
    """Yield addresses that PDFium itself finds in the text (they may be broken over two lines)."""
    handle = pdfium.FPDFLink_LoadWebLinks(textpage)
    if not handle:
        return
    try:
        for index in range(min(pdfium.FPDFLink_CountWebLinks(handle), 50)):
            n_units = pdfium.FPDFLink_GetURL(handle, index, None, 0)
            buffer = (ctypes.c_ushort * n_units)()
            pdfium.FPDFLink_GetURL(handle, index, buffer, n_units)
            yield bytes(buffer).decode("utf-16-le", "ignore").rstrip("\x00")
    finally:
        pdfium.FPDFLink_CloseWebLinks(handle)


def _annotation_links(pdf: Any, page: Any) -> list[str]:
    """Return the targets of link annotations; they hold addresses whole that print breaks in two."""
    found: list[str] = []
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    while len(found) < MAX_LINKS and pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        if not action:
            continue
        n_bytes = pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0)
        if not 1 < n_bytes < 2048:
            continue
        buffer = ctypes.create_string_buffer(n_bytes)
        pdfium.FPDFAction_GetURIPath(pdf.raw, action, buffer, n_bytes)
        found.append(buffer.value.decode("utf-8", "ignore"))
    return found


def _has_pictures(page: Any) -> bool:
    kinds = {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING}
    n_objects = min(pdfium.FPDFPage_CountObjects(page.raw), 200)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, index)) in kinds for index in range(n_objects)
    )
