"""Answers typed into the fields of a PDF form: they are no print of the page, so they are set beside what they answer."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from ringback.readers.document import Line
from ringback.readers.pdf_rows import PlacedLine

SAME_ROW = 7.0  # points between the middles of a label and of the field beside it
HALF_LETTER = 3.5  # points from a baseline to the middle of its letters
LINE_STEP = 12.0  # points between the lines of an answer that fills several
TALL = 26.0  # points; a higher field is filled from its top
MAX_FIELDS = 400
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_PASSWORD = 1 << 13  # of a text field: what is typed is shown as dots
MAX_BEHIND = 90.0  # points from a box to the end of its word
_SIGNS = frozenset("☑☐")
_TICKABLE = frozenset({pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON})
_TYPED = frozenset({pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX})


def is_form(pdf: Any) -> bool:
    """Tell a PDF that has fields, and make their values known to it."""
    if pdf.get_formtype() == pdfium.FORMTYPE_NONE:
        return False
    pdf.init_forms()
    return pdf.formenv is not None


@dataclass(frozen=True, slots=True)
class Answers:
    """What is typed into the fields of a page, each line at its place; and its boxes: sign, word behind it, height."""

    typed: tuple[PlacedLine, ...]
    boxes: tuple[tuple[str, str, float], ...] = ()


def answers_of(pdf: Any, page: Any, textpage: Any, *, number: int) -> Answers | None:
    """Return the answers on a page; None without any typed one: the boxes of a blank form say nothing."""
    typed: list[PlacedLine] = []
    boxes: list[tuple[str, str, float]] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), MAX_FIELDS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetFormFieldType(pdf.formenv.raw, annotation)
        place = pdfium.FS_RECTF()
        if _is_seen(pdf, annotation, kind) and pdfium.FPDFAnnot_GetRect(annotation, place):
            if kind in _TYPED:
                typed += _placed(_value(pdf, annotation), place, number)
            elif word := _word_behind(textpage, place):
                is_on = pdfium.FPDFAnnot_IsChecked(pdf.formenv.raw, annotation)
                boxes.append(("☑" if is_on else "☐", word, (place.top + place.bottom) / 2 - HALF_LETTER))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return Answers(tuple(typed), tuple(boxes)) if typed else None


def _is_seen(pdf: Any, annotation: Any, kind: int) -> bool:
    """Tell a field whose answer stands on the page for everybody."""
    if kind not in _TICKABLE | _TYPED or pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
        return False
    is_text = kind == pdfium.FPDF_FORMFIELD_TEXTFIELD
    return not (is_text and pdfium.FPDFAnnot_GetFormFieldFlags(pdf.formenv.raw, annotation) & _PASSWORD)


def in_rows_of_form(placed: Sequence[PlacedLine], answers: Answers) -> list[PlacedLine]:
    """Return the lines of a page with its answers, row by row from the top, cells from the left."""
    rows: list[list[PlacedLine]] = []
    known = [one for one in (*placed, *answers.typed) if one.baseline is not None]
    for one in sorted(known, key=lambda one: (-(one.baseline or 0.0), one.left)):
        last = rows[-1][0].baseline if rows else None
        if last is not None and abs(last - (one.baseline or 0.0)) <= SAME_ROW:
            rows[-1].append(one)
        else:
            rows.append([one])
    loose = [one for one in placed if one.baseline is None]
    return [*(_row(row, answers) for row in rows), *loose]


def _row(cells: list[PlacedLine], answers: Answers) -> PlacedLine:
    ordered = sorted(cells, key=lambda one: one.left)
    text = "\t".join(cell.line.text for cell in ordered)
    for sign, word, height in answers.boxes:
        at = text.find(word) if abs(height - (ordered[0].baseline or 0.0)) <= SAME_ROW else -1
        text = f"{text[:at]}{sign} {text[at:]}" if at >= 0 and text[max(0, at - 2) : at].strip() not in _SIGNS else text
    first = max(ordered, key=lambda one: one.line.size)
    right = max(one.right for one in ordered)
    return replace(first, line=replace(first.line, text=text), left=ordered[0].left, right=right, end=None)


def _word_behind(textpage: Any, place: Any) -> str:
    """Return the first word to the right of a box."""
    bounds = (place.right, place.top + 2, place.right + MAX_BEHIND, place.bottom - 2)
    length = pdfium.FPDFText_GetBoundedText(textpage, *bounds, None, 0)
    buffer = (ctypes.c_ushort * (length + 1))()
    pdfium.FPDFText_GetBoundedText(textpage, *bounds, buffer, length)
    words = bytes(buffer).decode("utf-16-le", "ignore").replace("\x00", "").split()
    return words[0] if words else ""


def _placed(text: str, box: Any, number: int) -> Iterator[PlacedLine]:
    is_tall = box.top - box.bottom > TALL
    first = box.top - LINE_STEP if is_tall else (box.top + box.bottom) / 2 - HALF_LETTER
    for step, part in enumerate(filter(None, map(str.strip, text.splitlines()))):
        yield PlacedLine(Line(part, page=number), first - step * LINE_STEP, box.left, box.right)


def _value(pdf: Any, annotation: Any) -> str:
    length = pdfium.FPDFAnnot_GetFormFieldValue(pdf.formenv.raw, annotation, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetFormFieldValue(
        pdf.formenv.raw, annotation, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), length
    )
    return (
        buffer.raw.decode("utf-16-le", "replace").replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    )
