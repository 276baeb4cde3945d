"""RTF: one pass over control words that keeps table cells and text boxes, and never unpacks pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringback.readers.document import Document, Line, outside_links
from ringback.readers.html import document_of_html
from ringback.readers.latex import lines_of_latex
from ringback.readers.latex_source import is_latex
from ringback.readers.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

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
_SYMBOLS = {b"~": " ", b"_": "-", b"\n": "\n", b"\r": "\n"}
_CHARSETS = {
    b"134": "gb18030",
    b"136": "big5hkscs",
    b"128": "cp932",
    b"129": "cp949",
    b"204": "cp1251",
    b"238": "cp1250",
}
_FONT = re.compile(rb"\\f(\d+)\b[^{};]*?\\fcharset(\d+)")
_LINK = re.compile(rb'HYPERLINK\s{1,9}"((?:mailto:|tel:|http)[^"{}\\\s]{3,300})"')
_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_CODE_PAGES = {"936": "gb18030", "950": "big5hkscs", "65001": "utf-8"}


def read_rtf(data: bytes, limits: ReaderLimits) -> Document:
    """Read the text of an RTF document.

    Raises:
        Refused: ``truncated`` when the end is missing; without any text ``needs_ocr`` when there are pictures, else ``empty``.
    """
    body = _PICTURE.sub(b"", data) if len(data) > 200_000 or b"\\pict" in data else data
    reader = _Reader(body)
    text = reader.read(limits.max_text_chars)
    if reader.n_open:
        raise Refused("truncated", "RTF")  # half a resume
    if _PAGE.match(text):
        return document_of_html(text, limits, name="rtf")  # the source of a page, kept by an editor for letters
    lines = tuple(
        lines_of_latex(text) if is_latex(text) else _lines(text)
    )  # a source that was pasted into a word processor
    if not lines:
        raise Refused("needs_ocr" if b"\\pict" in data else "empty")
    links = (target.decode("ascii", "replace") for target in _LINK.findall(body))
    return Document(format="rtf", lines=lines, links=outside_links(links))


def _lines(text: str) -> Iterator[Line]:
    return (Line(line.rstrip("\t")) for line in text.split("\n") if line.strip())


@dataclass(slots=True)
class _State:
    """What holds inside one group: ``to_skip`` characters of a replacement are still to come."""

    is_hidden: bool = False
    n_fallback: int = 1
    font: str = ""
    to_skip: int = 0
    is_starred: bool = False


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._fonts = {number: _CHARSETS.get(charset, "") for number, charset in _FONT.findall(data[:200_000])}
        page = re.search(rb"\\ansicpg(\d+)", data[:2000])
        number = page.group(1).decode() if page else "1252"
        self._code_page = _CODE_PAGES.get(number, f"cp{number}")
        self._has_chinese_font = "gb18030" in self._fonts.values()
        self._pieces: list[str] = []
        self._n_chars = 0
        self.n_open = 0
        """How many groups the end of the file leaves open; 0 where reading stopped before the end."""
        self._pending = bytearray()  # bytes of \'hh, decoded together because characters take two

    def read(self, max_chars: int) -> str:
        """Return the text; a group that hides its content is skipped whole."""
        stack: list[_State] = []
        state = _State()
        for match in _TOKEN.finditer(self._data):
            word, number, hexed, symbol, brace, plain = match.groups()
            if not hexed and self._pending:
                self._flush(state.font)
            if brace == b"{":
                stack.append(replace(state))
            elif brace == b"}":
                state = stack.pop() if stack else _State()
            elif symbol == b"*":
                state.is_starred = True
                continue
            elif word:
                self._word(state, word, number)
            elif not state.is_hidden:
                self._text(state, hexed, symbol, plain)
            state.is_starred = False
            if self._n_chars > max_chars:
                stack.clear()
                break
        self.n_open = len(stack)
        self._flush(state.font)
        text = "".join(self._pieces)
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    def _word(self, state: _State, word: bytes, number: bytes | None) -> None:
        if word in _SKIPPED or (state.is_starred and word not in _STARRED_KEPT):
            state.is_hidden = True
        elif state.is_hidden:
            return
        elif word == b"u" and number:
            self._pieces.append(chr(int(number) % 65536))
            state.to_skip = state.n_fallback
        elif word == b"uc" and number:
            state.n_fallback = min(int(number), 8)
        elif word in {b"f", b"af"} and number:
            state.font = self._fonts.get(number, "") or (state.font if word == b"af" else "")
        else:
            self._pieces.append(_BREAKS.get(word, ""))

    def _text(self, state: _State, hexed: bytes | None, symbol: bytes | None, plain: bytes | None) -> None:
        """Take text, but not the replacement that follows a Unicode character for old readers."""
        if hexed and state.to_skip:
            state.to_skip -= 1
        elif hexed:
            self._pending += bytes.fromhex(hexed.decode())
        elif symbol:
            self._pieces.append(symbol.decode() if symbol in b"\\{}" else _SYMBOLS.get(symbol, ""))
        elif plain:
            self._n_chars += len(plain)
            self._pieces.append(plain[state.to_skip :].decode("latin-1"))
            state.to_skip = max(0, state.to_skip - len(plain))

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
