"""DOC (Word 97 to 2003): the piece table of the OLE file, text boxes and headers included.

Source: Microsoft, [MS-DOC] 2.4.1 "Retrieving Text" and 2.5 "FIB". No LibreOffice is needed; fields show their result.
"""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import olefile

from ringback.readers import patterns as re
from ringback.readers.dates import date_of
from ringback.readers.document import Document, Line
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.refusals import Refused
from ringback.readers.text import decode

if TYPE_CHECKING:
    from datetime import date

    from ringback.readers.limits import ReaderLimits

WORD_97 = 193
_MAGIC = {0xA5EC, 0xA5DC}
_ENCRYPTED = 0x0100
_TABLE_1 = 0x0200
_COMPRESSED = 0x40000000
_CLX = 0x01A2
_COUNTS = 0x004C  # ccpText, then the lengths of the other stories in the order of the text
_FIELD_CODE = re.compile("\x13([^\x13\x14\x15]*)(?:\x14|(?=\x15))")
_LINK = re.compile(r'HYPERLINK\s+"?((?:mailto:|tel:|https?://)[^"\s]+)', re.IGNORECASE)
_CONTACT = re.compile(r"@|1[3-9]\d{9}|\d{3}[- ]\d{3,4}[- ]\d{4}")
_MARKS = str.maketrans(
    {
        **dict.fromkeys("\x0b\x0c\r\x0e", "\n"),
        **dict.fromkeys("\x1f\x15\x14\x13\x01\x08\x02\x05"),
        "\x1e": "-",
        "\xa0": " ",
    }
)


def read_doc(data: bytes, limits: ReaderLimits) -> Document:
    """Read the text of a Word 97 to 2003 document; macros are neither run nor looked at.

    Raises:
        Refused: ``encrypted``, ``truncated`` or ``empty``.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            main = ole.openstream("WordDocument").read()
            text, links = _text(ole, main)
            title, author, written = _summary(ole)
            has_macros = ole.exists("Macros") or ole.exists("_VBA_PROJECT_CUR")
            has_pictures = ole.exists("Data")
    except Refused:
        raise
    except Exception as error:  # olefile and struct raise many kinds on damage
        raise Refused("truncated", "Word document") from error
    lines = tuple(Line(line.strip(" ")) for line in text[: limits.max_text_chars].split("\n") if line.strip())
    if not lines:
        raise Refused("needs_ocr" if has_pictures else "empty")
    return Document(
        format="doc",
        lines=lines,
        title=title,
        author=author,
        written_on=written,
        links=tuple(links),
        warnings=("macros",) if has_macros else (),
    )


def _text(ole: olefile.OleFileIO, main: bytes) -> tuple[str, list[str]]:
    magic, n_fib = struct.unpack_from("<HH", main, 0)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if magic not in _MAGIC:
        raise Refused("truncated", "Word document")
    if flags & _ENCRYPTED:
        raise Refused("encrypted")
    if n_fib < WORD_97:
        start, end = struct.unpack_from("<II", main, 0x18)
        return _shown(decode(main[start:end])), []
    table = ole.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
    whole = _pieces(main, table)
    n_body, n_notes, n_headers, _, n_comments, n_ends, n_boxes, n_header_boxes = struct.unpack_from(
        "<8I", main, _COUNTS
    )
    before_boxes = n_body + n_notes + n_headers + n_comments + n_ends
    body = whole[:n_body]
    headers = whole[n_body + n_notes : n_body + n_notes + n_headers]
    boxes = whole[before_boxes : before_boxes + n_boxes + n_header_boxes]
    links = [link for code in _FIELD_CODE.findall(whole) for link in _LINK.findall(code)]
    # A text box has no place in the text: with the contact block in it, it is what stands on top of the page.
    is_on_top = bool(_CONTACT.search(boxes)) and (_begins_with_a_part(body) or not _CONTACT.search(body[:600]))
    stories = [headers, boxes, body] if is_on_top else [headers, body, boxes]
    return "\n".join(_shown(story) for story in stories), links


def _begins_with_a_part(body: str) -> bool:
    """Tell a body that begins with its jobs or schools: whom it is about stands elsewhere, and contacts below are others'."""
    first = next((line for line in _shown(body[:600]).split("\n") if line.strip()), "")
    return section_of_heading(first) in {"experience", "education", "summary", "skills", "projects"}


def _pieces(main: bytes, table: bytes) -> str:
    """Join the pieces of text in order; each piece is CP1252 or UTF-16."""
    offset, length = struct.unpack_from("<II", main, _CLX)
    clx = table[offset : offset + length]
    position = 0
    while position < len(clx) and clx[position] == 1:
        position += 3 + int(struct.unpack_from("<H", clx, position + 1)[0])
    if position >= len(clx) or clx[position] != 2:  # the mark of the piece table
        raise Refused("truncated", "Word piece table")
    (size,) = struct.unpack_from("<I", clx, position + 1)
    plc = clx[position + 5 : position + 5 + size]
    n_pieces = (len(plc) - 4) // 12
    starts = struct.unpack_from(f"<{n_pieces + 1}I", plc, 0)
    out: list[str] = []
    for index in range(n_pieces):
        (place,) = struct.unpack_from("<I", plc, 4 * (n_pieces + 1) + 8 * index + 2)
        n_chars = max(0, min(starts[index + 1] - starts[index], len(main)))
        if place & _COMPRESSED:
            start = (place & ~_COMPRESSED) // 2
            out.append(main[start : start + n_chars].decode("cp1252", "replace"))
        else:
            out.append(main[place : place + 2 * n_chars].decode("utf-16-le", "replace"))
    return "".join(out)


def _shown(story: str) -> str:
    """Turn Word's marks into print: fields by their result, cells by tabs, rows by lines."""
    previous = None
    while previous != story and "\x13" in story:
        previous, story = story, _FIELD_CODE.sub("", story)
    story = re.sub("\x07{2,}", "\n", story.replace("\r\x07", "\x07"))
    return story.replace("\x07", "\t").translate(_MARKS)


def _summary(ole: olefile.OleFileIO) -> tuple[str | None, str | None, date | None]:
    """Read title, author and the date of the last save from the summary ([MS-OLEPS] 2.21).

    Read here and not by the library, which follows a damaged count of values for minutes.
    """
    if not ole.exists(_SUMMARY):
        return None, None, None
    raw = ole.openstream(_SUMMARY).read()[:65_536]
    try:
        (start,) = struct.unpack_from("<I", raw, 44)
        (n_properties,) = struct.unpack_from("<I", raw, start + 4)
        places = dict(struct.unpack_from("<II", raw, start + 8 + 8 * index) for index in range(min(n_properties, 64)))
        (code_page,) = struct.unpack_from("<h", raw, start + places[1] + 4) if 1 in places else (1252,)
        encoding = _CODE_PAGE_NAMES.get(code_page % 65536, "utf-8")
        title, author = (_string(raw, start, places.get(number), encoding) for number in (_TITLE, _AUTHOR))
        (ticks,) = struct.unpack_from("<Q", raw, start + places[_SAVED] + 4) if _SAVED in places else (0,)
        saved = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
    except (struct.error, OverflowError):
        return None, None, None
    return title, author, date_of(saved)


def _string(raw: bytes, start: int, place: int | None, encoding: str) -> str | None:
    if place is None:
        return None
    (length,) = struct.unpack_from("<I", raw, start + place + 4)
    text = raw[start + place + 8 : start + place + 8 + min(length, 1024)].decode(encoding, "ignore")
    return text.split("\x00")[0].strip() or None


_SUMMARY = "\x05SummaryInformation"
_TITLE, _AUTHOR, _SAVED = 2, 4, 13
_CODE_PAGE_NAMES = {936: "gb18030", 950: "big5hkscs", 1252: "cp1252", 65001: "utf-8"}
