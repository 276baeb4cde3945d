"""Letters that another face lends to a line, painted after it."""

from __future__ import annotations

import io

import pikepdf
import pytest

from ringback.readers.limits import ReaderLimits
from ringback.readers.pdf import read_pdf

SIZE = 12


def pdf_of(*rows: list[tuple[str, float]]) -> bytes:
    """Return a page whose rows are pieces of text, each painted where it is said to begin."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    descriptor = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor,
            FontName=pikepdf.Name("/STSong-Light"),
            Flags=4,
            FontBBox=[0, -200, 1000, 900],
            ItalicAngle=0,
            Ascent=880,
            Descent=-120,
            CapHeight=880,
            StemV=80,
        )
    )
    face = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.CIDFontType0,
            BaseFont=pikepdf.Name("/STSong-Light"),
            CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="GB1", Supplement=2),
            DW=1000,
            FontDescriptor=descriptor,
        )
    )
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name("/STSong-Light"),
        Encoding=pikepdf.Name("/UniGB-UCS2-H"),
        DescendantFonts=[face],
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    painted = "".join(
        f"BT /F {SIZE} Tf 1 0 0 1 {60 + SIZE * column} {780 - 24 * row} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
        for row, pieces in enumerate(rows)
        for text, column in pieces
    )
    page.Contents = pdf.make_stream(painted.encode())
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def lines_of(*rows: list[tuple[str, float]]) -> list[str]:
    return [line.text for line in read_pdf(pdf_of(*rows), ReaderLimits()).lines]


FILLER = [("本人工作认真负责，善于沟通，能承受压力，愿意学习，期待加入。", 0.0)]


@pytest.mark.parametrize(
    ("pieces", "line"),
    [
        (
            [("姓名：王明", 0.0), ("籍", 7.0), ("：安徽", 9.0), ("民族：", 14.0), ("贯", 8.0), ("汉族", 17.0)],
            "姓名：王明\t籍贯：安徽\t民族：汉族",
        ),
        ([("海", 0.0), ("工", 2.0), ("有限公司", 4.0), ("纳", 1.0), ("厂", 3.0)], "海纳工厂有限公司"),
    ],
)
def test_letters_painted_later_stand_where_they_are_printed(pieces: list[tuple[str, float]], line: str) -> None:
    assert lines_of(FILLER, pieces, FILLER)[1] == line


def test_a_cell_painted_before_its_row_is_no_letter_of_it() -> None:
    lines = lines_of(FILLER, [("二〇二〇年至今", 30.0), ("云上贸易公司", 0.0)], FILLER)
    assert "".join(lines[1:-1]).replace("\t", "") in {"二〇二〇年至今云上贸易公司", "云上贸易公司二〇二〇年至今"}
