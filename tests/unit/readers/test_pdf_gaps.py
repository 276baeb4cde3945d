"""Gaps in a PDF's lines: which are word spaces and which part two cells."""

from __future__ import annotations

import pytest

from ringback.readers.document import Document
from ringback.readers.formats import read_content
from ringback.readers.limits import ReaderLimits

FILLING = "so_that_the_page_holds_more_text_than_a_scan"


def pdf_of(lines: list[str], *, font: str, words_apart: float = 0) -> bytes:
    """Return a page with one line a row; ``words_apart`` is added to each space, in points."""
    rows = "".join(f"({line}) Tj T*\n" for line in [*lines, FILLING])
    content = f"BT /F 10 Tf 14 TL 50 700 Td {words_apart} Tw\n{rows}ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        f"<</Type/Font/Subtype/Type1/BaseFont/{font}>>".encode(),
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF".encode()
    )


def lines_of(data: bytes) -> list[str]:
    content = read_content(data, ReaderLimits())
    assert isinstance(content, Document)
    return [line.text for line in content.lines if line.text != FILLING]


@pytest.mark.parametrize("line", ["Jo Lee. Sales at Mill. I sell.", "Sales Associate, Brightwave, Inc. Austin, TX"])
def test_a_typewriters_space_is_no_cell_gap(line: str) -> None:
    assert lines_of(pdf_of([line], font="Courier")) == [line]


def test_several_spaces_of_a_typewriter_part_cells() -> None:
    (line,) = lines_of(pdf_of(["Brightwave      Austin, TX"], font="Courier"))
    assert [cell.strip() for cell in line.split("\t")] == ["Brightwave", "Austin, TX"]


def test_a_wide_gap_in_another_face_parts_cells() -> None:
    assert lines_of(pdf_of(["Brightwave Austin"], font="Helvetica", words_apart=8)) == ["Brightwave\tAustin"]


def test_the_word_spaces_of_a_stretched_line_are_no_cell_gaps() -> None:
    line = "Institute for Botany and Zoology in the Mountains"
    assert lines_of(pdf_of([line], font="Times-Roman", words_apart=12)) == [line]
    near = "Harbour Park Surveying and Mapping Geographic Technology Works"  # some of its gaps are as wide as those of cells
    assert lines_of(pdf_of([near], font="Times-Italic", words_apart=5.75)) == [near]
    short = ["Northmoor University of", "Botany and Zoology"]  # a word like these is no cell
    assert lines_of(pdf_of(short, font="Times-Roman", words_apart=12)) == [" ".join(short)]
    (row,) = lines_of(pdf_of(["Jo Lee 2019 2020 Austin"], font="Times-Roman", words_apart=12))
    assert row.count("\t") > 2


def test_words_of_letters_set_apart_are_told_by_their_wider_gaps() -> None:
    line = "R O N A N) Tj [-300 ( J O S S E L I N)] TJ ("
    assert lines_of(pdf_of([line, "P R O F I L E"], font="Times-Roman"))[:2] == [
        "RONAN JOSSELIN",
        "PROFILE",
    ]


def test_letters_set_apart_of_which_some_pairs_are_drawn_closer() -> None:
    line = ") Tj 4 Tc [(TA) 300 (VISTON) -500 (MO) 250 (RLAND J) 350 (.)] TJ ("
    heading = ") Tj 2 Tc [(C) 100 (ONT) 150 (A) 120 (CT)] TJ 0 Tc ("
    assert lines_of(pdf_of([line, heading, "A B C of it"], font="Helvetica"))[:3] == [
        "TAVISTON MORLAND J.",
        "CONTACT",
        "A B C of it",
    ]


def test_the_word_space_in_front_of_a_word_without_a_capital_is_no_cell_gap_among_small_capitals() -> None:
    line = "N) Tj /F 7 Tf (ight) Tj /F 10 Tf ( ) Tj /F 7 Tf (auditor) Tj /F 10 Tf ("
    assert lines_of(pdf_of([line], font="Helvetica", words_apart=1.2)) == ["Night auditor"]
