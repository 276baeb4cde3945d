"""Glyphs of a PDF that mean something else than their code says: icons of symbol fonts, accents set apart from letters."""

from __future__ import annotations

import ctypes
import unicodedata
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from ringback.readers import patterns as re

MAX_FONT_NAME = 128
BULLET = "•"
NOTHING = "\ufdd0"  # stands where a character was, so that the others keep their places
MIN_WORD_GAP = 0.3  # in letter heights; less parts no words
MAX_WORD = 24  # characters: a mark that came out behind its word is no farther away
MAX_ASIDE = 0.25  # in letter heights: how far from its letter's middle an accent may stand

WECHAT = "\uf1d7"  # its place in Font Awesome
_WECHAT_OF_BRANDS = "\xa6\xaa"  # where the TeX package fontawesome5 puts it, by XeTeX and by pdfTeX

# The first character of a word, where it is a word by itself or no plain letter.
_SUSPECTS = re.compile(r"(?<!\S)(?:[^\s\u2e80-\u9fff•](?!\S)|[^\sA-Za-z\u2e80-\u9fff•(+])")
_ICON_FONT = re.compile(
    r"awesome|material|ionicon|academicon|icomoon|iconfont|fontello|typicon|glyphicon|octicon|linecon|entypo|feather"
    r"|marvosym|mfizz|simple-?line|open-?iconic|remixicon|bootstrap-?icon|devicon|icon(?:s|-|_|$)",
    re.IGNORECASE,
)
_BULLET_FONT = re.compile(r"wingdings|webdings|zapfdingbats|dingbats", re.IGNORECASE)
_CONTROL = re.compile("[\x80-\x9f]")

_CORK = re.compile(r"(?<=[\w. ])[\x15\x16](?=[\w ])|(?<=[A-Za-z])[\x1b-\x1f]|[\x1b-\x1f](?=[a-z])")
_CORK_SIGNS = {"\x15": "–", "\x16": "—", "\x1b": "ﬀ", "\x1c": "ﬁ", "\x1d": "ﬂ", "\x1e": "ﬃ", "\x1f": "ﬄ"}

_MARKS = {
    "\u00b4": "\u0301", "\u02ca": "\u0301", "\u0060": "\u0300", "\u02cb": "\u0300", "\u00a8": "\u0308",
    "\u02c6": "\u0302", "\u02dc": "\u0303", "\u02c7": "\u030c", "\u02d8": "\u0306", "\u02da": "\u030a",
    "\u02d9": "\u0307", "\u02dd": "\u030b", "\u00b8": "\u0327", "\u02db": "\u0328",
}  # fmt: skip
_ANY_MARK = re.compile(f"[{''.join(_MARKS)}]")
_MARKED = re.compile(f"([{''.join(_MARKS)}])([A-Za-zıȷ])")
_MARK_ALONE = re.compile(rf"(\r?\n)([ {''.join(_MARKS)}]{{1,6}})(?=\r?\n|$)")
_SET_APART = re.compile(f" ?{NOTHING} ?")
_DOTLESS = {"ı": "i", "ȷ": "j"}


def without_icons(textpage: Any, shown: str, start: int) -> str:
    """Return a line with its icons made spaces, and letters that a font of signs draws as bullets made bullets.

    Fonts of icons have codes of their own: an envelope comes out as ``#``, two people before a heading as ``2``.
    """
    out: list[str] | None = None
    for suspect in _SUSPECTS.finditer(shown):
        font = _font_name(textpage, start + suspect.start())
        sign = (
            WECHAT
            if _is_wechat(font, suspect.group()[0])
            else " "
            if _is_of_icons(font)
            else BULLET
            if _BULLET_FONT.search(font)
            else None
        )
        if sign is None and _CONTROL.match(suspect.group()):
            sign = " " if shown[: suspect.start()].strip() else BULLET
        # asked of few: most suspects are plain digits
        if sign and not (suspect.group().isdigit() and _is_in_number(textpage, shown, start, suspect.start())):
            out = out or list(shown)
            out[suspect.start()] = sign
    return "".join(out) if out else shown


@lru_cache(maxsize=256)  # a document has few fonts
def _is_of_icons(font: str) -> bool:
    return _ICON_FONT.search(font) is not None


def _is_in_number(textpage: Any, shown: str, start: int, at: int) -> bool:
    """Tell a digit of a number that is set in a font of icons from an icon whose code is a digit: another digit is set so too."""
    near = (at + 1, at + 2, at - 1, at - 2)
    digits = [i for i in near if 0 <= i < len(shown) and shown[i].isdigit()]
    return any(_is_of_icons(_font_name(textpage, start + i)) for i in digits)


def with_cork_signs(text: str) -> str:
    r"""Return text with the dashes and ligatures of TeX's T1 encoding for the control characters that drawn fonts leave.

    Fonts embedded as pictures of their letters tell no names: 2018–2021 comes out as ``2018\x152021``.
    """
    if not any(map(text.__contains__, _CORK_SIGNS)):
        return text
    return _CORK.sub(lambda found: _CORK_SIGNS[found.group()], text)


def _is_wechat(font: str, glyph: str) -> bool:
    """Tell the sign of WeChat, which is a label, from other icons."""
    return "Awesome" in font and (glyph == WECHAT or ("Brands" in font and glyph in _WECHAT_OF_BRANDS))


def _font_name(textpage: Any, index: int) -> str:
    buffer = ctypes.create_string_buffer(MAX_FONT_NAME)
    flags = ctypes.c_int()
    n_bytes = pdfium.FPDFText_GetFontInfo(textpage, index, buffer, MAX_FONT_NAME, ctypes.byref(flags))
    return buffer.value.decode("ascii", "ignore") if 0 < n_bytes <= MAX_FONT_NAME else ""


def with_placed_accents(textpage: Any, shown: str, start: int) -> str:
    """Return a line with accents that are glyphs of their own put on the letters they stand over (``Chlo´e`` is ``Chloé``).

    TeX draws them so in its oldest fonts, and over capitals so high that they come out behind the word. The line keeps its
    length: :data:`NOTHING` stands in for each accent, and for the spaces that it pushed between two letters.
    """
    if not _ANY_MARK.search(shown):
        return shown
    out = list(shown)
    for mark in _ANY_MARK.finditer(shown):
        box = _box(textpage, start + mark.start())
        at = _letter_under(textpage, out, start, mark, (box[0] + box[1]) / 2) if box else None
        if at is not None:
            out[at], out[mark.start()] = _accented(out[at], mark.group()) or out[at], NOTHING
    return _SET_APART.sub(lambda gap: _closed(textpage, gap, start), "".join(out))


def _letter_under(textpage: Any, line: list[str], start: int, mark: re.Match[str], middle: float) -> int | None:
    """Return which letter of a line stands under a mark: the nearest that can bear it (a dotless i is narrow)."""
    nearest: tuple[float, int] | None = None
    for at in range(max(0, mark.start() - MAX_WORD), min(len(line), mark.end() + MAX_WORD)):
        box = _box(textpage, start + at) if line[at].isalpha() and _accented(line[at], mark.group()) else None
        if box is None:
            continue
        away = abs((box[0] + box[1]) / 2 - middle)
        if away <= max((box[1] - box[0]) / 2, MAX_ASIDE * (box[3] - box[2])) and (nearest is None or away < nearest[0]):
            nearest = away, at
    return nearest[1] if nearest else None


def on_one_line(text: str) -> str:
    """Return the text of a page with marks that came out on a line of their own put behind the line they belong to."""
    return (
        _MARK_ALONE.sub(lambda found: " " * len(found.group(1)) + found.group(2), text)
        if _ANY_MARK.search(text)
        else text
    )


def _closed(textpage: Any, gap: re.Match[str], start: int) -> str:
    """Return what a taken accent leaves between two letters: a space where the letters themselves stand apart."""
    line = gap.string
    before, after = line[: gap.start()].rstrip(f" {NOTHING}"), line[gap.end() :].lstrip(f" {NOTHING}")
    one = _box(textpage, start + len(before) - 1) if before else None
    other = _box(textpage, start + len(line) - len(after)) if after else None
    is_apart = " " in gap.group() and one and other and other[0] - one[1] > MIN_WORD_GAP * (other[3] - other[2])
    return (" " if is_apart else NOTHING) + NOTHING * (len(gap.group()) - 1)


def _box(textpage: Any, index: int) -> tuple[float, float, float, float] | None:
    """Return left, right, bottom and top of the ink of a character, in points."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    edges = ctypes.byref(left), ctypes.byref(right), ctypes.byref(bottom), ctypes.byref(top)
    if index < 0 or not pdfium.FPDFText_GetCharBox(textpage, index, *edges):
        return None
    return left.value, right.value, bottom.value, top.value


def with_accents(text: str) -> str:
    """Return text with accents put on the letter behind them, where nothing tells where they stand on the page."""
    if not _ANY_MARK.search(text):
        return text
    return _MARKED.sub(lambda found: _accented(found[2], found[1]) or found[0], text)


def _accented(letter: str, mark: str) -> str | None:
    one = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _MARKS[mark])
    return one if len(one) == 1 else None
