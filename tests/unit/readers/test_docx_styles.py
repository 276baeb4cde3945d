"""Sizes of print that a Word document leaves to its styles: headings that nothing else tells stand out from plain text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from ringback.readers.docx_styles import DEFAULT, sizes_of_styles
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f"<w:styles {SPACE}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Part'><w:basedOn w:val='Normal'/><w:rPr><w:sz w:val='28'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Small'><w:basedOn w:val='Part'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style>"
    "<w:style w:type='character' w:styleId='Loud'><w:rPr><w:sz w:val='60'/></w:rPr></w:style></w:styles>"
)


def document_of(lines: str) -> bytes:
    """Print each line as a paragraph; one that begins with # has a size of its own, one with % the style of a part."""
    rows = []
    for line in lines.split("\n"):
        own = "<w:rPr><w:sz w:val='28'/></w:rPr>" if line.startswith("#") else ""
        style = "<w:pPr><w:pStyle w:val='Part'/></w:pPr>" if line.startswith("%") else ""
        rows.append(
            f"<w:p>{style}<w:r>{own}<w:t>{line.lstrip('#%')}</w:t></w:r></w:p>".replace("\t", "</w:t><w:tab/><w:t>")
        )
    return f"<w:document {SPACE}><w:body>{''.join(rows)}</w:body></w:document>".encode()


def test_a_size_comes_from_the_style_or_those_below_it_or_the_defaults() -> None:
    sizes = sizes_of_styles(etree.fromstring(STYLES))
    assert sizes == {DEFAULT: 11.0, "Normal": 11.0, "Part": 14.0, "Small": 14.0, "Loop": 11.0}


JOBS = (
    "#Mara Velding\nmara@fernpost.net\n{0}Education\nNorthmoor University\t2023\nB.S. Economics\n{0}Honors\nTide Prize\t2023\n"
    "{0}Committees\nFees of the Guild\n{0}Tide Studies and Other Employment\nGate Keeper at Larch Tides\t2023-2025\n"
    "{0}Papers and Talks\nTides of the north\n{0}Skills\nExcel"
)


def test_a_heading_in_larger_print_than_the_text_that_says_no_size(
    read: Callable[..., Reading], zip_of: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    for mark in "#%":
        parts = {"word/document.xml": document_of(JOBS.format(mark)), "word/styles.xml": STYLES.encode()}
        (resume,) = read(zip_of({"[Content_Types].xml": b"<Types/>", **parts}), "a.docx").resumes
        assert (resume.current_title, resume.current_employer) == ("Gate Keeper", "Larch Tides")


def test_styles_that_are_broken_tell_no_sizes(
    read: Callable[..., Reading], zip_of: Callable[[Mapping[str, bytes]], bytes]
) -> None:
    parts = {"word/document.xml": document_of(JOBS.format("#")), "word/styles.xml": b"<w:styles"}
    (resume,) = read(zip_of({"[Content_Types].xml": b"<Types/>", **parts}), "a.docx").resumes
    assert resume.name == "Mara Velding"


def test_responsibilities_of_today_in_larger_print_open_the_jobs(sheet_of: Callable[..., Sheet]) -> None:
    text = "Mara Velding\nCurrent responsibilities\nGate Warden, The Tideworks\tMay 2023 - Current\nHelp two teams keep the gates."
    sheet = sheet_of(text, sizes={0: 20.0, 1: 14.0})
    assert sheet.sections[2] == "experience"
    assert sheet_of(text).sections[2] == "top"  # in print of text a label


def test_hidden_runs_are_not_read(read: Callable[..., Reading], zip_of: Callable[[Mapping[str, bytes]], bytes]) -> None:
    """What a template tells whoever fills it in is glued to the answer; a run that is said not to be hidden is shown."""
    page = document_of("Mara Velding\nPHONE\nmara@fernpost.net\nExperience\nTide Clerk, Fern Ltd, Jan 2019 – Present")
    runs = (
        b"<w:r><w:rPr><w:vanish/></w:rPr><w:t>07700 900111</w:t></w:r>"
        b"<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>07911 123456, Leeds</w:t></w:r>"
    )
    data = zip_of(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": page.replace(b"<w:r><w:t>PHONE</w:t></w:r>", runs)}
    )
    assert read(data, "x.docx").resumes[0].phones == ("+447911123456",)
