"""A name whose halves are printed without a space between them, as designs set them in two faces: ``JoLee``."""

from __future__ import annotations

import re
from collections.abc import Sequence

MIN_PART, MIN_WHOLE = 3, 8
_PREFIXES = frozenset({"mac", "fitz", "del", "van", "von", "des"})  # MacGregor is one word


def parted_name(word: str, emails: Sequence[str]) -> str:
    """Return a word as two names, where its capitals or the e-mail address tell where the second begins."""
    if len(word) < MIN_WHOLE or not word.replace("-", "").isalpha():
        return word
    capitals = [at for at, letter in enumerate(word) if letter.isupper() and word[at - 1 : at] != "-"]
    if len(capitals) == 2 and capitals[0] == 0 and MIN_PART <= capitals[1] <= len(word) - MIN_PART:
        first, second = word[: capitals[1]], word[capitals[1] :]
        if first.lower() not in _PREFIXES:
            return f"{first} {second}"
    lowered = word.lower()
    for address in emails:
        for part in re.split(r"[._\-\d@]+", address.lower()):
            for at in (len(part), len(word) - len(part)):
                is_half = len(part) >= MIN_PART and part in {lowered[:at], lowered[at:]}
                if is_half and min(at, len(word) - at) >= MIN_PART:
                    return f"{word[:at]} {word[at:]}"
    return word
