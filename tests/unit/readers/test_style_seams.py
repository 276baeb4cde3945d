"""Lines in which only the face of the letters tells two things apart, in all formats that know faces."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from ringback.readers.document import Document
from ringback.readers.formats import read_content
from ringback.readers.limits import ReaderLimits
from ringback.readers.style_seams import with_seams

ZipOf = Callable[[Mapping[str, bytes]], bytes]
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOLD, PLAIN = "<w:b/>", ""


def seams_of(marked: str) -> str:
    """Return a text with seams; letters behind a * are bold, behind a / slanted, behind a _ neither."""
    text, faces, face = "", "", "_"
    for sign in marked:
        if sign in "*/_":
            face = sign
        else:
            text, faces = text + sign, faces + face
    return with_seams(text, faces.__getitem__)


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("*Senior Buyer /Larch Gardens", "Senior Buyer\tLarch Gardens"),
        ("*MOORWIND DMX _Android & iOS Developer", "MOORWIND DMX\tAndroid & iOS Developer"),
        ("*Buyer /Larch Gardens _2019 - 2021", "Buyer\tLarch Gardens\t2019 - 2021"),
        ("*FAO /Tide Engineer *2013 to 2014", "FAO\tTide Engineer 2013 to 2014"),
        ("*Larch /Tide Engineer *of Larch Town", "Larch Tide Engineer of Larch Town"),
        ("_• *Senior Buyer _Larch Gardens", "• Senior Buyer\tLarch Gardens"),
        ("*Buyer _(Larch Gardens)", "Buyer (Larch Gardens)"),
        ("*Skills: _Excel and Word", "Skills: Excel and Word"),
        ("*Larch Gardens, _Moorfield", "Larch Gardens, Moorfield"),
        ("_worked as *Senior Buyer", "worked as Senior Buyer"),
        ("_Moved all of it to *Larch Works", "Moved all of it to Larch Works"),
        ("_we chose *Larch Works _and Moor", "we chose Larch Works and Moor"),
        ("*Larch Works _Moved orders and", "Larch Works Moved orders and"),
        ("*Larch Works _which sold wood", "Larch Works which sold wood"),
        ("*Mara _Velding", "Mara Velding"),
        ("*Senior _Buyer, Larch Gardens", "Senior Buyer, Larch Gardens"),
        ("_Phone: 1*38 0013 8000", "Phone: 138 0013 8000"),
        ("*Software _Engineer, Larch Gardens", "Software Engineer, Larch Gardens"),
        ("*Senior Mechanical _Designer | Larch Gardens", "Senior Mechanical Designer | Larch Gardens"),
        ("*MOORWIND _Developer, Larch", "MOORWIND\tDeveloper, Larch"),
    ],
)
def test_a_face_that_changes_for_good_parts_two_things(marked: str, read: str) -> None:
    assert seams_of(marked) == read


def lines_of(data: bytes) -> list[str]:
    content = read_content(data, ReaderLimits())
    assert isinstance(content, Document)
    return [line.text for line in content.lines]


def test_runs_of_a_word_document(zip_of: ZipOf) -> None:
    def paragraph(*runs: tuple[str, str]) -> str:
        shown = (f'<w:r><w:rPr>{face}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' for face, text in runs)
        return f"<w:p>{''.join(shown)}</w:p>"

    body = "".join(
        [
            paragraph((PLAIN, "Mara Ann "), (BOLD, "Velding")),
            paragraph((PLAIN, "mara@post.example")),
            paragraph((BOLD, "Senior "), (BOLD, "Buyer "), ("<w:i/>", "Larch Gardens")),
            paragraph((BOLD, "Stock: "), (PLAIN, "Counted It Twice")),
        ]
    )
    document = f"<w:document {WORD}><w:body>{body}</w:body></w:document>".encode()
    assert lines_of(zip_of({"word/document.xml": document, "[Content_Types].xml": b"<Types/>"})) == [
        "Mara Ann Velding",
        "mara@post.example",
        "Senior Buyer\tLarch Gardens",
        "Stock: Counted It Twice",
    ]


def test_bold_print_of_a_page_beside_bare_text() -> None:
    page = (
        "<html><body><p>Mara</p><p><b>Senior\nBuyer</b> Larch Gardens <i>2019 - 2021</i></p>"
        "<p>We chose <b>Larch Works</b> for it</p><p><b>Stock</b> counted twice</p></body></html>"
    )
    assert lines_of(page.encode()) == [
        "Mara",
        "Senior Buyer\tLarch Gardens\t2019 - 2021",
        "We chose Larch Works for it",
        "Stock counted twice",
    ]


def test_what_floats_and_what_is_smaller_in_a_heading_are_cells() -> None:
    page = (
        "<html><body><h1>Mara <small>Ann Velding</small></h1><p>Larch</p>"
        "<p><span style='float:right'>2019 - 2021</span><b>Senior Buyer</b> Larch</p>"
        "<h3>Larch Gardens <small>Moor Island</small></h3><h3>Clerk <span class='pull-right'>2018</span></h3>"
        "<div><b>Botany (with Trees)</b><b>Northmoor University</b></div>"
        "<p>Passionate about <span>Web Development</span></p></body></html>"
    )
    assert lines_of(page.encode()) == [
        "Mara Ann Velding",
        "Larch",
        "2019 - 2021\tSenior Buyer\tLarch",
        "Larch Gardens\tMoor Island",
        "Clerk\t2018",
        "Botany (with Trees)\tNorthmoor University",
        "Passionate about Web Development",
    ]


def test_faces_of_a_pdf() -> None:
    rows = [
        [("F", "Mara Ann"), ("G", " Velding")],
        [("F", "mara@post.example and a line for the head")],
        [("G", "Senior Buyer"), ("F", " Larch Gardens")],
        [("F", "Senior Buyer Larch Gardens")],
    ]
    shown = "T*\n".join("".join(f"/{face} 10 Tf ({text}) Tj " for face, text in row) for row in rows)
    assert lines_of(_pdf_of(f"BT 14 TL 50 700 Td {shown} ET".encode())) == [
        "Mara Ann Velding",
        "mara@post.example and a line for the head",
        "Senior Buyer\tLarch Gardens",
        "Senior Buyer Larch Gardens",
    ]


def test_a_face_that_a_browser_slants() -> None:
    """Of a face without italics the same letters are painted slanted."""
    shown = "/F 10 Tf 50 720 Td (Mara Velding) Tj 0 -14 Td (mara@post.example and a line for the head) Tj"
    shown += " 1 0 0 1 50 680 Tm (Larch Gardens ) Tj 1 0 0.25 1 118 680 Tm (Senior Buyer) Tj"
    assert lines_of(_pdf_of(f"BT {shown} ET".encode()))[2] == "Larch Gardens\tSenior Buyer"


def _pdf_of(content: bytes) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R/G 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, one)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size 7/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 7\n0000000000 65535 f \n{table}{trailer}".encode()
