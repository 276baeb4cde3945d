"""The language that a resume is written in."""

from __future__ import annotations

from ringback.readers import patterns as re

_HAN = re.compile("[\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_NOT_PROSE = re.compile(r"(?<!\S)\S[^\s@]{0,79}+@\S+|https?://\S+|www\.\S+|(?<!\S)\S{1,80}\.(?:com|cn|org|net)\S*")
_LABEL_TWICE = re.compile(r"[\u4e00-\u9fff]{2,6}[ /]{0,3}[A-Z][a-z]+(?: [A-Za-z]+){0,3}\s*[:：]")
_OF_ADDRESSES = ("@", "//", "www.", ".com", ".cn", ".org", ".net")
MAX_CHARS = 30_000
MIN_WORDS = 6
MIXED_SHARE = 0.15


def read_language(text: str) -> str | None:
    """Return ``zh``, ``en`` or ``mixed``; None for a text without words.

    Two languages count as mixed when each of them has a good share of the lines that hold words: names of programs and
    companies in a Chinese resume do not make it mixed, labels and headings in both languages do.
    """
    if text.isascii() or not _HAN.search(text, 0, MAX_CHARS):
        return "en" if any(_WORD.search(_without_addresses(line)) for line in text[:MAX_CHARS].splitlines()) else None
    n_han_lines = n_latin_lines = n_both = 0
    n_han = n_words = 0
    begun = text[:MAX_CHARS]
    has_addresses = _holds_address(begun)
    for shown in begun.splitlines():
        line = _without_addresses(shown) if has_addresses else shown
        han, words = 0 if line.isascii() else len(_HAN.findall(line)), _WORD.findall(line)
        n_han += han
        n_words += len(words)
        ordinary = bool(words) and any(word.istitle() or word.islower() for word in words)
        if han and not ordinary:
            n_han_lines += 1
        elif ordinary and not han:
            n_latin_lines += 1
        elif han and ordinary:
            n_both += 1
            n_han_lines += 1
    if not n_han and not n_words:
        return None
    if not n_han or n_han < MIXED_SHARE * n_words:
        return "en"
    n_lines = max(1, n_han_lines + n_latin_lines)
    bilingual_labels = len(_LABEL_TWICE.findall(text))
    if bilingual_labels >= 3 or (n_latin_lines / n_lines > 0.3 and n_words >= MIN_WORDS):
        return "mixed"
    return "zh"


def _without_addresses(line: str) -> str:
    return _NOT_PROSE.sub(" ", line) if _holds_address(line) else line


def _holds_address(text: str) -> bool:
    return any(map(text.__contains__, _OF_ADDRESSES))
