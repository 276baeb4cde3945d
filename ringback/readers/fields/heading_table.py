"""The listed headings, and those that are only written otherwise: with notes around them, without accents, misspelt."""

from __future__ import annotations

import unicodedata
from functools import cache

from ringback.readers import patterns as re
from ringback.readers.fields.heading_notes import without_notes
from ringback.readers.fields.wordlists import rows_by_key

MIN_MISSPELT = 14
_DOUBLED = re.compile(r"([a-zà-ÿ])\1+")
_SIGNS = re.compile(r"[^\w/]+|_+")
_HAN = re.compile("[\u4e00-\u9fff]")
_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")


@cache
def section_table() -> dict[str, str]:
    """Return heading (folded, lower case, letters only) -> section."""
    plain = {
        bare_letters(heading): kind for kind, headings in rows_by_key("sections.tsv").items() for heading in headings
    }
    plain.pop("resume", None)  # French for a summary, with accents; without them the title of the document
    return plain | {"résumé": "summary"}


def bare_letters(text: str) -> str:
    """Return Latin text without accents; other text as it is."""
    if text.isascii() or not _ACCENTED.search(text):
        return text
    return "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))


def section_of_own(bare: str) -> str | None:
    """Read ``My Education``, ``Mon expérience``, ``Recent Work History``, ``Experience (Work Activities)``."""
    core = without_notes(bare)
    return section_table().get(_SIGNS.sub("", bare_letters(core)).lower()) if core != bare else None


@cache
def _table_of_single_letters() -> dict[str, str]:
    """Return the Latin headings with each doubled letter once: the commonest slip of the pen (professionelle, adresse)."""
    return {
        _DOUBLED.sub(r"\1", heading): kind
        for heading, kind in section_table().items()
        if len(heading) >= MIN_MISSPELT and not _HAN.search(heading)
    }


def section_misspelt(bare: str, core: str) -> str | None:
    """Read ``Expérience professionelle`` and ``Parcours profesionnel``; short words are too near to others."""
    if len(core) < MIN_MISSPELT or not bare[0].isupper() or not core.isalpha() or " " not in bare or _HAN.search(core):
        return None
    return _table_of_single_letters().get(_DOUBLED.sub(r"\1", bare_letters(core)))
