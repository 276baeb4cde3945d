"""One spelling for what print writes in many ways, so that a rule has to know one.

Two texts of the same length come out, character for character: the *shown* one, which values are taken from, and the
*folded* one (simplified characters, ASCII punctuation), which rules look at. A span found in one is the span in the other.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from ringback.readers import patterns as re

MAX_KEPT_CHARS = 200
MAX_MARKS = 30  # on one letter; NFKC sorts them, which costs the square of their number
_HEAP = re.compile(r"[^\w\s\x00-\x7f]{31}")  # signs of any kind, a line of dashes too: it only asks for a closer look
MANY_CHARS = 1000  # fewer cost next to nothing, whatever they are
_KEPT = "（），。：；！？【】「」～、"
_KEPT_MARKS = re.compile(f"([{_KEPT}]+)")

_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\u0000-\u0008\u000e-\u001f\u007f\ufe0e\ufe0f]"
    "(?:(?<![\ufe0e\ufe0f])|(?<!\\S.) ?)"
)  # and what chose the look of a picture that the font did not have
_WECHAT_SIGN = "\uf1d7"  # an icon that says what stands behind it, in every version of Font Awesome
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffc\ufffd]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_WIDE_SPACES = (
    ("\u2003", "  "), ("\u2001", "  "), ("\x0b", "\n"), ("\x0c", "\n"), ("\u2028", "\n"), ("\u2029", "\n"), ("\x85", "\n"),
)  # fmt: skip
_CIRCLED = re.compile("[①-⑳⑴-⒛❶-❿➀-➓]\ufe0f?(?=[ .]?[+(]?\\d)")  # 手机①138…: no digit of the number behind it
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]+")
_RADICALS = str.maketrans(
    "丨⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⻒⻑",
    "|母民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟长長",
)  # parts of characters that fonts of PDFs give for the characters, and one that people set for a bar; NFKC knows only Kangxi's
_ODD = re.compile("[\U0001f1e6-\U0001f1ff\ue000-\uf8ff\ufffc\ufffd‐‑‒–]")  # flags, icons, hyphens; most lines have none
_HYPHENS = re.compile(r"[‐‑‒–]{2,}|-[‐‑‒–]+|[‐‑‒–]+-|[‐‑]")  # runs that stand for one, and those that only print has

_PUNCTUATION = {
    "（": "(", "）": ")", "，": ",", "。": ".", "：": ":", "；": ";", "！": "!", "？": "?", "【": "[", "】": "]",
    "「": "[", "」": "]", "～": "~", "、": ",", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "─": "-", "━": "-",
    "－": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "｜": "|", "│": "|", "丨": "|", "┃": "|", "∣": "|", "︱": "|",
    "•": "·", "●": "·", "∙": "·", "⋅": "·", "・": "·", "‧": "·", "◆": "·", "■": "·", "▪": "·", "►": "·", "✦": "·",
    "◎": "·", "◇": "·", "⋄": "·", "◊": "·", "♦": "·", "⬦": "·", "❖": "·", "※": "·",
    "〔": "[", "〕": "]", "〖": "[", "〗": "]", "『": "[", "』": "]", "\t": "\t", "〜": "~", "﹕": ":", "∶": ":", "꞉": ":",
    "⁄": "/", "∕": "/",
}  # fmt: skip


@cache
def _simplifying() -> str:
    """Traditional to simplified (OpenCC's one-to-one table, Apache-2.0).

    A string with the plain character at each code is looked up twice as fast as a mapping that lacks most of them.
    """
    table = [chr(code) for code in range(0x10000)]
    source = files("opencc").joinpath("dictionary", "TSCharacters.txt")
    for line in source.read_text(encoding="utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        if len(traditional) == 1 and simplified and ord(traditional) < len(table):
            table[ord(traditional)] = simplified[0]
    return "".join(table)


@cache
def _folding() -> str:
    """Traditional to simplified and punctuation to ASCII."""
    table = list(_simplifying())
    for mark, plain in _PUNCTUATION.items():
        table[ord(mark)] = plain
    return "".join(table)


def show(text: str) -> str:
    """Return text as people would type it: NFKC, no invisible or icon characters, full-width brackets kept."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for mark, plain in _WIDE_SPACES:
        text = text.replace(mark, plain)
    text = _INVISIBLE.sub("", text).replace(_WECHAT_SIGN, " WeChat: ")
    if text.isascii():
        return text
    if _ODD.search(text):
        text = _FLAGS.sub("", _PRIVATE.sub(" ", _HYPHENS.sub("-", text)))
    text = _CIRCLED.sub(" ", text.translate(_RADICALS))
    between = _KEPT_MARKS.split(_without_heaps(text))
    between[::2] = [unicodedata.normalize("NFKC", part) for part in between[::2]]
    return "".join(between)


def _without_heaps(text: str) -> str:
    """Leave out what of a run of accents stands behind the first few: no letter has as many."""
    if len(text) <= MANY_CHARS or not _HEAP.search(text):
        return text
    kept: list[str] = []
    n_marks = 0
    for sign in text:
        n_marks = n_marks + 1 if unicodedata.combining(sign) else 0
        if n_marks <= MAX_MARKS:
            kept.append(sign)
    return "".join(kept)


def fold(shown: str) -> str:
    """Return the text that rules look at, of the same length as ``shown``."""
    if shown.isascii():
        return shown
    return _folded(shown) if len(shown) <= MAX_KEPT_CHARS else shown.translate(_folding())


def simplified(shown: str) -> str:
    """Return a text in simplified characters, with the signs as they are: a full stop ends a title, the dot of .NET does not."""
    return shown if shown.isascii() else shown.translate(_simplifying())


@lru_cache(maxsize=2048)  # phrases are asked about by several fields
def _folded(shown: str) -> str:
    return shown.translate(_folding())


def is_latin(text: str) -> bool:
    """Tell text without Chinese signs; accents do not matter."""
    return text.isascii() or _HAN.search(text) is None


def share_of_private(text: str) -> float:
    """Return the share of characters that have no meaning outside their font (digits of some fonts end up there)."""
    return len(_PRIVATE.findall(text)) / max(1, len(text))


def squeeze(text: str) -> str:
    """Return text without any white space."""
    return "".join(text.split())
