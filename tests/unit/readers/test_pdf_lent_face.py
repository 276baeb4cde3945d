"""Letters whose face a PDF does not bring are read alike on every machine, with whatever fonts."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ringback.readers.limits import ReaderLimits
from ringback.readers.pdf import read_pdf

FACES = ("STSong-Light", "MSung-Light", "HeiseiMin-W3", "HYSMyeongJo-Medium")  # named in the file, drawn in none


def pdf_of(face: str, *cells: tuple[float, float, str]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(face))
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.setFont(face, 12)
    for left, up, text in cells:
        canvas.drawString(left, up, text)
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize("face", FACES)
def test_a_letter_alone_in_its_cell_is_read(face: str) -> None:
    data = pdf_of(face, (60, 780, "本人愿意学习"), (60, 750, "性别"), (140, 750, "男"), (60, 720, "年"))
    lines = [line.text for line in read_pdf(data, ReaderLimits()).lines]
    assert lines == ["本人愿意学习", "性别\t男", "年"]


@pytest.mark.parametrize("face", FACES)
def test_letters_have_the_height_of_their_print(face: str) -> None:
    with pypdfium2.PdfDocument(pdf_of(face, (60, 780, "汉字 Han"))) as pdf:
        page = pdf[0].get_textpage()
        boxes = [page.get_charbox(at) for at in (0, 1, 3, 4, 5)]
    assert all(8 <= top - bottom <= 12 for _, bottom, _, top in boxes)
    assert [left for left, *_ in boxes] == sorted(left for left, *_ in boxes)
