"""Houses that everybody knows by their bare name: shops, kitchens, carriers, inns."""

from __future__ import annotations

from functools import cache

from ringback.readers.fields.wordlists import words_by_key


@cache
def _brands() -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words_by_key("employer_words.tsv")["brand"])


def is_brand(name: str) -> bool:
    """Tell a house by its whole name, in letters of any case."""
    return name.lower().replace("’", "'") in _brands()
