"""RTF: one pass over control words that keeps table cells and text boxes, and never unpacks pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ringback.readers.document import Document, Line
from ringback.readers.refusals import Refused

if TYPE_CHECKING:
    from ringback.readers.limits import ReaderLimits

_TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)")
_PICTURE = re.compile(rb"\{\\pict\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[0-9a-fA-F\r\n]{4000,}")

_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping datastore latentstyles listtable"
    b" listoverridetable rsidtbl generator xmlnstbl fldinst shprslt nonshppict sp sn sv filetbl revtbl pgdsctbl"
    b" mmathPr wgrffmtfilter pntext pnseclvl footnote annotation bkmkstart bkmkend template passwordhash".split()
)
_STARRED_KEPT = frozenset(b"shpinst shptxt shppict do dptxbxtext flymaincnt".split())
_BREAKS = {
    b"par": "\n", b"line": "\n", b"row": "\n", b"nestrow": "\n", b"page": "\n", b"sect": "\n", b"column": "\n",
    b"tab": "\t", b"cell": "\t", b"nestcell": "\t",
    b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"emspace": "\u2003", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_CHARSETS = {
    b"134": "gb18030",
    b"136": "big5hkscs",
    b"128": "cp932",
    b"129": "cp949",
    b"204": "cp1251",
    b"238": "cp1250",
}
_FONT = re.compile(rb"\\f(\d+)\b[^{};]*?\\fcharset(\d+)")
_CODE_PAGES = {"936": "gb18030", "950": "big5hkscs", "65001": "utf-8"}


def read_rtf(data: bytes, limits: ReaderLimits) -> Document:
    """Read the text of an RTF document.

    Raises:
        Refused: ``empty``, or ``needs_ocr`` when there are pictures and no text.
    """
    body = _PICTURE.sub(b"", data) if len(data) > 200_000 or b"\\pict" in data else data  # noqa: PLR2004
    text = _Reader(body).read(limits.max_text_chars)
    lines = tuple(Line(line.rstrip("\t")) for line in text.split("\n") if line.strip())
    if not lines:
        raise Refused("needs_ocr" if b"\\pict" in data else "empty")
    return Document(format="rtf", lines=lines)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._fonts = {number: _CHARSETS.get(charset, "") for number, charset in _FONT.findall(data[:200_000])}
        page = re.search(rb"\\ansicpg(\d+)", data[:2000])
        number = page.group(1).decode() if page else "1252"
        self._code_page = _CODE_PAGES.get(number, f"cp{number}")
        self._has_chinese_font = "gb18030" in self._fonts.values()
        self._pieces: list[str] = []
        self._pending = bytearray()  # bytes of \'hh, decoded together because characters take two

    def read(self, max_chars: int) -> str:
        """Return the text; a group that hides its content is skipped whole."""
        stack: list[tuple[bool, int, str]] = []
        is_hidden, n_fallback, font = False, 1, ""
        to_skip = 0
        is_starred = False
        n_chars = 0
        for match in _TOKEN.finditer(self._data):
            word, number, hexed, symbol, brace, plain = match.groups()
            if not hexed and self._pending:
                self._flush(font)
            if brace == b"{":
                stack.append((is_hidden, n_fallback, font))
                to_skip = 0
            elif brace == b"}":
                is_hidden, n_fallback, font = stack.pop() if stack else (False, 1, "")
                to_skip = 0
            elif symbol == b"*":
                is_starred = True
                continue
            elif word and (word in _SKIPPED or (is_starred and word not in _STARRED_KEPT)):
                is_hidden = True
            elif is_hidden:
                pass
            elif word == b"u" and number:
                self._pieces.append(_unicode(int(number)))
                to_skip = n_fallback
            elif word == b"uc" and number:
                n_fallback = min(int(number), 8)
            elif word in {b"f", b"af"} and number:
                font = self._fonts.get(number, "") or (font if word == b"af" else "")
            elif word:
                self._pieces.append(_BREAKS.get(word, ""))
            elif hexed:
                if to_skip:
                    to_skip -= 1
                else:
                    self._pending += bytes.fromhex(hexed.decode())
            elif symbol:
                self._pieces.append(
                    {b"~": " ", b"_": "-", b"\n": "\n", b"\r": "\n"}.get(symbol, "")
                    if symbol not in b"\\{}"
                    else symbol.decode()
                )
            elif plain:
                n_chars += len(plain)
                self._pieces.append(plain[to_skip:].decode("latin-1"))
                to_skip = max(0, to_skip - len(plain))
            is_starred = False
            if n_chars > max_chars:
                break
        self._flush(font)
        text = "".join(self._pieces)
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _flush(self, font: str) -> None:
        """Decode collected bytes by the font's charset; a run of pairs in a document with a Chinese font is Chinese."""
        raw = bytes(self._pending)
        self._pending.clear()
        codecs = [font, "gb18030" if self._has_chinese_font and len(raw) > 1 else "", self._code_page, "cp1252"]
        for codec in filter(None, codecs):
            try:
                self._pieces.append(raw.decode(codec))
            except (UnicodeDecodeError, LookupError):
                continue
            return
        self._pieces.append(raw.decode("latin-1"))


def _unicode(number: int) -> str:
    number = number % 65536
    return chr(number)
