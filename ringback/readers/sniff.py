"""Which format is this? Answered from the bytes: of the ``.doc`` files that boards export, hardly one is a Word file."""

from __future__ import annotations

import io
import re
import zipfile

from ringback.readers.refusals import Refused
from ringback.readers.wide_text import wide_encoding
from ringback.readers.zipnames import open_zip

HEAD_BYTES = 4096
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"

_UNSUPPORTED = {
    b"Rar!\x1a\x07": "RAR archive",
    b"7z\xbc\xaf\x27\x1c": "7z archive",
    b"\x1f\x8b": "gzip archive",
    b"BZh": "bzip2 archive",
    b"\xfd7zXZ": "xz archive",
    b"MZ": "Windows program",
    b"\x7fELF": "program",
    b"SQLite format 3": "database",
    b"%!PS": "PostScript",
}
_PACKAGES = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx", "Index/Document": "office"}
"""What the parts of an office document begin with; the last are those of Pages."""
_OLD_WRITERS = (b"\xffWPC", b"\xdb\xa5\x2d\x00", b"\x31\xbe\x00\x00", b"\x9b\xa5\x21\x00")
"""WordPerfect 5 and later, Word for Windows 2, Write, Word for Windows 1."""
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|table|div|xml|style)[\s>:]", re.IGNORECASE)
_BEGINS_AS_HTML = re.compile(
    rb"\s*<(?:title|h[1-6]|p|ul|section|article|header|center|b|strong)\b[^<>]{0,200}>[^<]{0,200}</", re.IGNORECASE
)
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_BLOCK = re.compile(rb"<(?:p|div|li|td|h[1-6]|br)[\s>/]", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(rb"^ {0,3}#{1,6} +[^\s#]", re.MULTILINE)
_UNDERLINED = re.compile(rb"^[^\s<>\n][^<>\n]{2,60}\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)  # of reStructuredText
_FRONT_MATTER = re.compile(rb"---\s*\n[A-Za-z_]+:")  # what a site generator reads
_REMARKS = rb"(?:(?://[^\n]{0,200}+\n|/\*(?:[^*]|\*(?!/)){0,400}+\*/)\s*+){0,9}+"
_JSON_FIRST = re.compile(
    _REMARKS + rb"(?:\{\s*+" + _REMARKS + rb"(?:[\"}]|(?:'[\w -]{1,40}'|[A-Za-z_]\w{0,40})\s*:\s*[\"'\[{])"
    rb"|\[\s*(?:[\"{\[\]\d-]|null|true|false))"
)  # [Your Name] opens a template
_JSON_SURELY = re.compile(rb"\s*(?:\{\s*\"[^\"\n]{1,60}\"\s*:|\[\s*(?:\{\s*\"[^\"\n]{1,60}\"\s*:|\[\s*[\[{\"]))")
_JSON_STRING = re.compile(rb"\"(?:[^\"\\\n]|\\.)*+\"?")
_MIME_FIRST = re.compile(rb"\A(?:\s*From [^\r\n]*\r?\n)?[ \t\r\n]*[A-Za-z][A-Za-z0-9-]{1,40}:")
_MIME_PROOF = re.compile(
    rb"^(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Received|Message-ID|X-51JOB-FLAG)\s*:",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_HEADERS = re.compile(rb"^(?:From|To|Subject|Date):", re.IGNORECASE | re.MULTILINE)


def sniff(data: bytes) -> str:
    """Name the format of these bytes: a key of :data:`ringback.readers.formats.READERS`.

    ``office`` are the word processors that only LibreOffice knows: WordPerfect, Works, Word before 1995, Pages.

    Raises:
        Refused: ``empty``, ``encrypted``, ``truncated`` (an office file or archive without its directory, JSON
            whose end is missing) or
            ``unsupported``.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Refused("empty")
    head = data[:HEAD_BYTES]
    if head.startswith((OLE_MAGIC, ZIP_MAGIC, EMPTY_ZIP_MAGIC)):  # first: an archive may hold a PDF as it is
        return _sniff_ole(data) if head.startswith(OLE_MAGIC) else _sniff_zip(data)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip().startswith(b"{\\rt"):
        return "rtf"
    if head.startswith(_IMAGES[:4]) or _is_image(head):
        return "image"
    if head.startswith(_OLD_WRITERS):
        return "office"
    for magic, name in _UNSUPPORTED.items():
        if head.startswith(magic):
            raise Refused("unsupported", name)
    return _sniff_text(data, head)


def _is_image(head: bytes) -> bool:
    if head[:4] == b"RIFF":
        return head[8:12] == b"WEBP"
    if head[4:8] == b"ftyp":
        return head[8:12] in {b"heic", b"heix", b"mif1", b"avif"}
    return head.startswith(_IMAGES[4:]) and b"\x00" in head[:64]


def _sniff_ole(data: bytes) -> str:
    import olefile  # noqa: PLC0415 - loaded for the first file that needs it

    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {entry[0].lower() for entry in ole.listdir() if len(entry) == 1}
    except Exception as error:  # olefile raises whatever its struct calls raise
        raise Refused("truncated", "OLE directory") from error
    if "encryptedpackage" in streams:
        raise Refused("encrypted")
    if "worddocument" in streams:
        return "doc"
    if streams & {"workbook", "book"}:
        return "xls"
    if "__properties_version1.0" in streams:
        return "msg"
    if streams & {"matost", "matadorobject"}:
        return "office"  # Works; its drop-in successor WPS Office writes Word files
    if "powerpoint document" in streams:
        raise Refused("unsupported", "PowerPoint before 2007")
    raise Refused("unsupported", "OLE file without a Word or Excel part")


def _sniff_zip(data: bytes) -> str:
    try:
        with open_zip(data) as archive:
            names = {info.filename for info in archive.infolist()}
            mimetype = archive.read("mimetype")[:80] if "mimetype" in names else b""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise Refused("truncated", "no directory at the end of the file") from error
    if not names:
        raise Refused("empty", "archive without files")
    return kind_of_package(names, mimetype)


def kind_of_package(names: set[str], mimetype: bytes = b"") -> str:
    """Tell office documents from plain archives by the names inside."""
    if b"opendocument.text" in mimetype:
        return "odt"
    if b"opendocument.spreadsheet" in mimetype:
        return "xlsx"
    for folder, kind in _PACKAGES.items():
        if any(name.startswith(folder) for name in names) and (kind != "docx" or "[Content_Types].xml" in names):
            return kind
    return "zip"


def _sniff_text(data: bytes, head: bytes) -> str:
    """Tell mail, HTML, JSON and plain text apart; anything with control bytes is none of them."""
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        head = head.decode("utf-16", "ignore").encode("utf-8")
    elif _looks_binary(head):
        raise Refused("unsupported", "not a document")
    body = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _MIME_FIRST.match(body):
        first_block = body.split(b"\n\n", 1)[0].split(b"\r\n\r\n", 1)[0]
        if _MIME_PROOF.search(first_block) or len(_MAIL_HEADERS.findall(first_block)) >= 3:
            return "mail"
    if b"<office:document" in head and b"oasis:names:tc:opendocument" in head:
        return "fodt"
    if _HTML.search(head) or _BEGINS_AS_HTML.match(body):
        return "text" if _is_markdown(head) else "html"
    if body.startswith(b"<?xml"):
        return "html" if b"mso-application" in head or b"wordDocument" in head else "text"
    if _JSON_FIRST.match(body) and data.rstrip(b"\x00 \t\r\n").endswith((b"}", b"]")):
        return "json"
    if _JSON_SURELY.match(body) and _is_left_open(data):
        raise Refused("truncated", "JSON")  # half a resume
    return "text"


def _is_left_open(data: bytes) -> bool:
    """Tell JSON whose brackets are not all closed at its end."""
    signs = _JSON_STRING.sub(b"", data)
    return signs.count(b"{") > signs.count(b"}") or signs.count(b"[") > signs.count(b"]")


def _is_markdown(head: bytes) -> bool:
    """Tell Markdown that holds pieces of HTML from a page."""
    n_headings = len(_MARKDOWN_HEADING.findall(head))
    if _FRONT_MATTER.match(head):
        return True
    if not _PAGE.search(head) and len(_UNDERLINED.findall(head)) > 1:
        return True
    return n_headings > 1 and (not _PAGE.search(head) or len(_BLOCK.findall(head)) < n_headings)


_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _looks_binary(head: bytes) -> bool:
    """UTF-16 without a mark has a zero in about every second byte; programs and media have control bytes everywhere."""
    zeros = head.count(0)
    if zeros > len(head) * 0.2 and max(head[0::2].count(0), head[1::2].count(0)) > zeros * 0.95:
        return False
    if zeros and wide_encoding(head):
        return False
    controls = len(_CONTROL.findall(head))
    return controls > max(2, len(head) * 0.02)
