"""Glyphs of a PDF that mean something else than their code says: icons of symbol fonts, accents set apart from letters."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from typing import Any

import pypdfium2.raw as pdfium

MAX_FONT_NAME = 128
BULLET = "•"

# The first character of a word, where it is a word by itself or no plain letter.
_SUSPECTS = re.compile(r"(?<!\S)(?:[^\s\u2e80-\u9fff•](?!\S)|[^\sA-Za-z\u2e80-\u9fff•(+])")
_ICON_FONT = re.compile(
    r"awesome|material|ionicon|academicon|icomoon|iconfont|fontello|typicon|glyphicon|octicon|linecon|entypo|feather"
    r"|marvosym|mfizz|simple-?line|open-?iconic|remixicon|bootstrap-?icon|devicon|icon(?:s|-|_|$)",
    re.IGNORECASE,
)
_BULLET_FONT = re.compile(r"wingdings|webdings|zapfdingbats|dingbats", re.IGNORECASE)

_MARKS = {
    "\u00b4": "\u0301", "\u02ca": "\u0301", "\u0060": "\u0300", "\u02cb": "\u0300", "\u00a8": "\u0308", "\u02c6": "\u0302", "\u02dc": "\u0303",
    "\u02c7": "\u030c", "\u02d8": "\u0306", "\u02da": "\u030a", "\u02d9": "\u0307", "\u02dd": "\u030b", "\u00b8": "\u0327", "\u02db": "\u0328",
}  # fmt: skip
_ABOVE = "".join(mark for mark in _MARKS if mark not in "\u00b8\u02db")
_BEFORE_LETTER = re.compile(f"([{_ABOVE}])([A-Za-zıȷ])")
_BEHIND_LETTER = re.compile("([A-Za-z])([\u00b8\u02db])")
_ANY_MARK = re.compile(f"[{''.join(_MARKS)}]")
_DOTLESS = {"ı": "i", "ȷ": "j"}


def without_icons(textpage: Any, shown: str, start: int) -> str:
    """Return a line with its icons made spaces, and letters that a font of signs draws as bullets made bullets.

    Fonts of icons have codes of their own: an envelope comes out as ``#``, two people before a heading as ``2``.
    """
    out: list[str] | None = None
    for suspect in _SUSPECTS.finditer(shown):
        font = _font_name(textpage, start + suspect.start())
        sign = " " if _ICON_FONT.search(font) else BULLET if _BULLET_FONT.search(font) else None
        if sign:
            out = out or list(shown)
            out[suspect.start()] = sign
    return "".join(out) if out else shown


def _font_name(textpage: Any, index: int) -> str:
    buffer = ctypes.create_string_buffer(MAX_FONT_NAME)
    flags = ctypes.c_int()
    n_bytes = pdfium.FPDFText_GetFontInfo(textpage, index, buffer, MAX_FONT_NAME, ctypes.byref(flags))
    return buffer.value.decode("ascii", "ignore") if 0 < n_bytes <= MAX_FONT_NAME else ""


def with_accents(text: str) -> str:
    """Return text with accents that are glyphs of their own put on their letters (``Chlo´e`` is ``Chloé``).

    TeX draws them so in its oldest fonts: marks above stand before the letter in the file, those below behind it.
    """
    if not _ANY_MARK.search(text):
        return text
    text = _BEFORE_LETTER.sub(lambda found: _accented(found[2], found[1]) or found[0], text)
    return _BEHIND_LETTER.sub(lambda found: _accented(found[1], found[2]) or found[0], text)


def _accented(letter: str, mark: str) -> str | None:
    one = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _MARKS[mark])
    return one if len(one) == 1 else None
