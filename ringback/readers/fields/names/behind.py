"""What follows a whole name in its line: the word for the page, pronouns, a row of degrees and memberships."""

from __future__ import annotations

from ringback.readers import patterns as re

_HEADED = re.compile(  # Ana Moor Vita: the heading of the page joined its owner's name; Vita Moor is a person
    r"((?:[^\W\d_][\w.'’-]*\s+){1,3}?[^\W\d_][\w.'’-]*?)(?:['’]s?)?\s*[\s|:–—-]\s*"
    r"(?:vitae?|c[iu]r{1,2}[iu]c[ui]l?lum(?: vit(?:ae?|æ))?|(?:short |brief )?bio(?:graphy|-?data)?|about(?: me)?)",
    re.IGNORECASE,
)
_PRONOUNS = re.compile(
    r"[\s,|•·–—-]*[(\[]?\s*(?:\bpronouns?:?\s*)?\b(?:she|he|they|ze|xe)"
    r"(?:\s?/\s?(?:her|him|them|she|he|they|hers|his|theirs|hir|zir|xem)\b){1,3}\s*[)\]]?",
    re.IGNORECASE,
)
_DEGREE = (
    r"(?:[BM](?:Sc|Sci|Eng|Ed|Com|Tech|Chem|Phys|Maths?|Phil|Pharm|Arch|Res|Litt|Mus|Nurs|Biol|Geol|Ost|BA)|LL[BM]|PhD|DPhil"
    r"|DipHE)"
)
_LETTERS = r"(?:[\s,]+(?:[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,6}|\(?Hons\.?\)?)|\(Hons\.?\))"
_DEGREES = re.compile(  # BSc (Hons) MIMA; behind letters that begin names in capitals too others stand apart
    r"((?:[^\W\d_][\w.'’-]*\s+){1,4}?[^\W\d_][\w'’-]+),?\s+"
    rf"(?:{_DEGREE}{_LETTERS}*|[BM][AS]{_LETTERS}+)\W*"
)

_TRADE = re.compile(  # Ana Moor Photography; a surname such as Law needs another behind the given name
    r"((?:[A-ZÀ-Þ][\w'’.-]*\s+){1,3}?[A-ZÀ-Þ][\w'’-]+)\s+(?:(?i:(?:fine |visual |digital |graphic |interior |web |creative )?"
    r"(?:arts?|photography|designs?|studios?|illustrations?|ceramics|pottery|paintings?|sculptures?|music|films?|architecture"
    r"|interiors|jewell?e?ry|consulting|coaching|counsell?ing|therapy|translations?|writing|yoga|fitness)))"
)


def without_trade(title: str) -> str:
    """Return the name in front of what somebody sells or shows on his own page: ``Nora Pellwick Fine Art``."""
    told = _TRADE.fullmatch(title.strip())
    return told.group(1) if told else title


def without_pronouns(line: str) -> str:
    """Return a line without *she/her*, in brackets or not, wherever it stands."""
    return _PRONOUNS.sub(" ", line).strip() if "/" in line else line


def without_what_is_behind(line: str) -> str:
    """Return the name of two words or more without what the rest of the line says of the page or the person."""
    bare = without_pronouns(line)
    found = _HEADED.fullmatch(bare) or _DEGREES.fullmatch(bare)
    return found.group(1) if found else bare
