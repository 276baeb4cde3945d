"""One spelling for what print writes in many ways, so that a rule has to know one.

Two texts of the same length come out, character for character: the *shown* one, which values are taken from, and the
*folded* one (simplified characters, ASCII punctuation), which rules look at. A span found in one is the span in the other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

_KEPT = "（），。：；！？【】「」～、"
_TO_PLACEHOLDER = {ord(mark): chr(0xF0000 + number) for number, mark in enumerate(_KEPT)}
_FROM_PLACEHOLDER = {0xF0000 + number: mark for number, mark in enumerate(_KEPT)}

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\u0000-\u0008\u000e-\u001f\u007f]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffc\ufffd]")
_WIDE_SPACES = {0x2003: "  ", 0x2001: "  ", 0x000B: "\n", 0x000C: "\n", 0x2028: "\n", 0x2029: "\n", 0x85: "\n"}
_HYPHEN_RUN = re.compile(r"[‐‑‒–]{2,}|-[‐‑‒–]+|[‐‑‒–]+-")

_PUNCTUATION = {
    "（": "(", "）": ")", "，": ",", "。": ".", "：": ":", "；": ";", "！": "!", "？": "?", "【": "[", "】": "]",
    "「": "[", "」": "]", "～": "~", "、": ",", "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "－": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "｜": "|", "│": "|", "丨": "|", "┃": "|", "∣": "|", "︱": "|",
    "•": "·", "●": "·", "∙": "·", "⋅": "·", "・": "·", "‧": "·", "◆": "·", "■": "·", "▪": "·", "►": "·", "✦": "·",
    "\t": "\t", "〜": "~", "﹕": ":", "∶": ":", "꞉": ":",
}  # fmt: skip


@cache
def _folding() -> dict[int, str]:
    """Traditional to simplified (OpenCC's one-to-one table, Apache-2.0) and punctuation to ASCII."""
    table: dict[int, str] = {}
    source = files("opencc").joinpath("dictionary", "TSCharacters.txt")
    for line in source.read_text(encoding="utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        if len(traditional) == 1 and simplified:
            table[ord(traditional)] = simplified[0]
    table.update({ord(mark): plain for mark, plain in _PUNCTUATION.items()})
    return table


def show(text: str) -> str:
    """Return text as people would type it: NFKC, no invisible or icon characters, full-width brackets kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return _INVISIBLE.sub("", text.translate(_WIDE_SPACES))
    text = _INVISIBLE.sub("", text.translate(_WIDE_SPACES))
    text = _HYPHEN_RUN.sub("-", text)
    text = _PRIVATE.sub(" ", text)
    return unicodedata.normalize("NFKC", text.translate(_TO_PLACEHOLDER)).translate(_FROM_PLACEHOLDER)


def fold(shown: str) -> str:
    """Return the text that rules look at, of the same length as ``shown``."""
    return shown if shown.isascii() else shown.translate(_folding())


def share_of_private(text: str) -> float:
    """Return the share of characters that have no meaning outside their font (digits of some fonts end up there)."""
    return len(_PRIVATE.findall(text)) / max(1, len(text))


def squeeze(text: str) -> str:
    """Return text without any white space."""
    return "".join(text.split())
