"""Plain text of unknown encoding. GB18030 decodes almost anything without error, so encodings are scored, not tried."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.chats import without_turns
from ringback.readers.document import MAX_LINKS, Document, Line
from ringback.readers.front_matter import told_in_front
from ringback.readers.latex import lines_of_latex
from ringback.readers.latex_source import is_latex
from ringback.readers.markdown import is_markdown, lines_of_markdown
from ringback.readers.one_line import with_line_breaks
from ringback.readers.outline import is_outline, lines_of_outline
from ringback.readers.refusals import Refused
from ringback.readers.wide_text import wide_encoding

if TYPE_CHECKING:
    from ringback.readers.limits import ReaderLimits

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 64 * 1024
_SINGLE_BYTE = ("cp1252", "cp1250", "cp1251")
# The commonest characters of either script; GBK read as Big5 (or the reverse) hits almost none of them.
_COMMON = re.compile(
    "[的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要名手机电话学历姓男女工作经验公司本科大邮箱月日至今]"
)
_COMMON_TRADITIONAL = re.compile(
    "[的一是了我不人在他有這個上們來到時大地為子中你說生國年著就那和要名手機電話學歷姓男女工作經驗公司本科系郵箱月日至今]"
)
_MAIL_TAG = re.compile(r"<a\s[^<>]{0,200}?href\s*=\s*[\"']?\s*(mailto:[^\"'\s>]{3,200})", re.IGNORECASE)
_RULE_ON_TOP = re.compile(r"\A\s*+[=*~_#-]{5,}+[ \t]*+\r?\n")  # over the name, which is the first line all the same
MAX_FRONT = 8000  # characters in which a front matter ends
_HAN = re.compile("[\u4e00-\u9fff]")
_ODD = re.compile("[\u0080-\u009f\ue000-\uf8ff\u3130-\u318f\uac00-\ud7af\u0370-\u03ff\ufffd\u2500-\u257f]")
_CHAOS = re.compile("[a-zà-ÿа-я][A-ZÀ-ÞА-Я]")  # lower before upper case inside a word: no language writes so
_WORD_WITH_HIGH = (
    re.compile(  # McGill is in order in any encoding; asked where a word begins: a picture is one long word
        "(?<!\\S)[^\\s\u0080-\uffff]*+[\u0080-\uffff]\\S*"
    )
)
_NO_LETTER = re.compile(  # Ł28,000: pounds; żQué; 40 mł
    "[\u0100-\u024f\u0400-\u04ff]\\d|\\d[\u0100-\u024f]|(?<!\\w)ż[A-Z]|\\bc?mł\\b"
)
_RUNS = {"cp1252": re.compile("[\u0080-\u00ff]{3,}"), "cp1250": re.compile("[\u0080-\u02ff]{5,}")}
"""More letters with signs in a row than any word has: żółć has four."""
_CHARSET_ALIASES = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030", "gb18030": "gb18030",
    "big5": "big5hkscs", "iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
}  # fmt: skip


def decode(data: bytes, *, charset: str | None = None) -> str:
    """Decode bytes by their mark, else as UTF-8, else as what they declare, else as what reads best.

    ``charset`` is what the bytes claim of themselves (a MIME header, a meta tag); GB2312 and GBK mean GB18030.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    sample = data[:_SAMPLE_BYTES]
    if 0 in sample and (wide := wide_encoding(sample)):
        return data.decode(wide, "replace")
    if sample.count(0) > len(sample) * 0.2:
        return data.decode("utf-16-le" if sample[1::2].count(0) >= sample[0::2].count(0) else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:  # cut in the middle of a character
            return data[: error.start].decode("utf-8")
    best = max(_candidates(charset), key=lambda encoding: _score(sample, encoding) + _trust(sample, encoding, charset))
    return data.decode(best, "replace")


def _candidates(charset: str | None) -> list[str]:
    names = ["gb18030", "big5hkscs", *_SINGLE_BYTE, "utf-8"]
    if charset:
        declared = _CHARSET_ALIASES.get(charset.lower().strip("\"' "), charset.strip("\"' "))
        try:
            codecs.lookup(declared)
        except (LookupError, ValueError):
            return names
        if declared not in names and codecs.lookup(declared)._is_text_encoding:  # noqa: SLF001 - the only test there is
            names.insert(0, declared)
    return names


def _trust(sample: bytes, encoding: str, charset: str | None) -> float:
    """Believe what a file declares, unless that does not decode or another reading is far better."""
    declared = (charset or "").lower().strip("\"' ")
    if not declared or _CHARSET_ALIASES.get(declared, declared) != encoding:
        return {"cp1250": -0.1, "cp1251": -0.3}.get(encoding, 0.0)
    return 1.0 if "\ufffd" not in sample[:-4].decode(encoding, "replace") else 0.0


def _score(sample: bytes, encoding: str) -> float:
    """Rate a reading, about 0 to 3: common characters for it, odd and undecodable ones and chaos of case against it."""
    text = sample.decode(encoding, "replace")
    n_high = max(1, sum(byte > 127 for byte in sample))
    odd = len(_ODD.findall(text))
    if encoding in _SINGLE_BYTE:
        letters = sum(mark.isalpha() for mark in text if mark > "\x7f")
        chaos = sum(len(_CHAOS.findall(word)) for word in _WORD_WITH_HIGH.findall(text))
        chaos += len(_RUNS[encoding].findall(text)) if encoding in _RUNS else 0
        odd += len(_NO_LETTER.findall(text))
        return (letters - 4 * chaos - 4 * odd) / n_high
    n_chars = n_high / 2
    han = len(_HAN.findall(text))
    common = max(len(_COMMON.findall(text)), len(_COMMON_TRADITIONAL.findall(text)))
    return (han * 0.5 + common * 4 - odd * 4) / n_chars


def read_text(data: bytes, limits: ReaderLimits) -> Document:
    """Read plain text; beyond the limit it is cut, with a warning.

    Raises:
        Refused: ``empty`` or, where the bytes make no text in any encoding, ``unsupported``.
    """
    text = decode(data[: limits.max_text_chars * 4])
    return document_of_text(text, limits)


def document_of_text(text: str, limits: ReaderLimits, *, name: str = "txt") -> Document:
    """Make a document of decoded text.

    Raises:
        Refused: as :func:`read_text`.
    """
    if not text.strip("\x00 \t\r\n\ufeff"):
        raise Refused("empty")
    head = text[:4000]
    if sum(mark == "\ufffd" or (mark < " " and mark not in "\t\n\r\f\x0b\x1b") for mark in head) > len(head) * 0.1:
        raise Refused("unsupported", "not text")
    cut = text[: limits.max_text_chars]
    warnings = ("text_cut",) if len(cut) < len(text) else ()
    title, author = told_in_front(cut[:MAX_FRONT].splitlines()) if cut.startswith("---") else (None, None)
    return Document(
        format=name,
        lines=tuple(_shown(cut)),
        title=title,
        author=author,
        warnings=warnings,
        links=_links_of_tags(cut),
    )


def _links_of_tags(text: str) -> tuple[str, ...]:
    """Return the addresses behind the tags of a page inside Markdown: ``<a href="mailto:...">``."""
    return tuple(dict.fromkeys(_MAIL_TAG.findall(text)))[:MAX_LINKS] if "mailto:" in text else ()


def _shown(text: str) -> Iterable[Line]:
    """Return the lines as they would be printed, where the text is the source of something printed."""
    if is_latex(text):
        return lines_of_latex(text)
    text = _RULE_ON_TOP.sub("", text)
    lines = text.splitlines()
    lines = with_line_breaks(lines) or without_turns(lines) or lines
    if is_outline(lines):
        return lines_of_outline(lines)
    return lines_of_markdown(text) if is_markdown(lines) else map(Line, lines)
