"""What is taught at school, and in which years, where it stands beside the post of a teacher."""

from __future__ import annotations

from functools import cache

from ringback.readers import patterns as re
from ringback.readers.fields.wordlists import words_by_key

_BETWEEN = re.compile(r"[\s,&/-]+(?:and\s+)?")


@cache
def _subjects() -> frozenset[str]:
    return words_by_key("title_words.tsv")["subject"]


def is_school_subject(phrase: str) -> bool:
    """Tell whether all words of a phrase are subjects and years of a school: ``High School Physics and Mathematics``."""
    return all(word in _subjects() for word in _BETWEEN.split(phrase.strip(" ().,").lower()))
