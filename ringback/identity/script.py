"""One script for comparing: simplified characters, ASCII letters, pinyin without tones, ``ü`` written ``u``."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from pypinyin import Style, lazy_pinyin

HANZI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
HANZI_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
_READ_OTHERWISE = (("重庆", "chongqing"), ("厦门", "xiamen"), ("长", "chang"), ("六安", "luan"), ("台州", "taizhou"))
"""Places whose usual reading of a character is not the commonest one; they are often written in letters."""

_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@cache
def _to_simplified() -> dict[int, str]:
    """Return OpenCC's table of single characters (Apache-2.0): traditional to simplified."""
    table: dict[int, str] = {}
    source = files("opencc").joinpath("dictionary", "TSCharacters.txt")
    for line in source.read_text(encoding="utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        if len(traditional) == 1 and simplified:
            table[ord(traditional)] = simplified[0]
    return table


def fold(text: str) -> str:
    """Return text in NFKC, simplified characters and lower case, with runs of white space as one blank."""
    text = unicodedata.normalize("NFKC", text)
    if not text.isascii():
        text = text.translate(_to_simplified())
    return " ".join(text.lower().split())


def latin(text: str) -> str:
    """Return letters without accents; ``ü`` and its stand-ins become ``u``: ``Lü``, ``Lv`` and ``Lu`` must meet."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def has_hanzi(text: str) -> bool:
    """Tell whether there is a Chinese character in the text."""
    return HANZI.search(text) is not None


@lru_cache(maxsize=30_000)
def _reading(character: str) -> str:
    return (
        "".join(lazy_pinyin(character, style=Style.NORMAL)).replace("v", "u") if HANZI.match(character) else character
    )


def pinyin(hanzi: str) -> str:
    """Return the reading of the characters one by one as joined letters, ``v`` (for ``ü``) as ``u``; other letters stay.

    Phrases are not looked up (重庆 reads zhongqing here): it is four times slower, and the same characters still meet.
    """
    return "".join(map(_reading, hanzi))


@lru_cache(maxsize=50_000)
def letters(text: str) -> str:
    """Return any text as lower-case ASCII letters and digits, Chinese by its reading: 华为 and Huawei are one."""
    folded = fold(text)
    for written, read in _READ_OTHERWISE:
        folded = folded.replace(written, read)
    return _NOT_LETTERS.sub("", latin(pinyin(folded) if has_hanzi(folded) else folded))


@cache
def syllables() -> frozenset[str]:
    """Return every Mandarin syllable without tone, ``ü`` as ``u``; about 400, frozen with the model."""
    source = files("ringback.identity").joinpath("data", "syllables.txt")
    return frozenset(source.read_text(encoding="utf-8").split())


@lru_cache(maxsize=100_000)
def count_syllables(word: str) -> int:
    """Return the smallest number of syllables that spell the whole word; 0 where it is not pinyin."""
    word = word.replace("v", "u")
    best = [0] + [99] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 6), end):
            if best[start] < best[end] - 1 and word[start:end] in syllables():
                best[end] = best[start] + 1
    return best[-1] if best[-1] < 99 else 0  # noqa: PLR2004 (99 is "not reached")
