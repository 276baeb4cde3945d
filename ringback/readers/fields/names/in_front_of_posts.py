"""A name and a post on one line that only a space parts: ``Kyra Cedra J. Velding Licensed Civil Engineer``."""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.cleaning import clean
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.wordlists import words_of_no_name

SURE_POST, SURE_NAME = 0.8, 0.5
FEWEST, MOST, MOST_OF_NAME = 3, 9, 5  # words
_WORD = re.compile(r"[A-ZÀ-Þ][\w'’-]*\.?,?")


@lru_cache(maxsize=64)  # a first line is asked as a whole and as a piece
def name_in_front_of_post(text: str) -> str:
    """Return the words in front of a post, which begins where a word stands that names are not made of; else nothing.

    ``Mara Khan Software Engineer`` is Mara Khan, whatever posts *Khan Software Engineer* looks like.
    """
    words = text.split()
    if not FEWEST <= len(words) <= MOST or text.isupper() != words[0].isupper():
        return ""
    no_names = words_of_no_name()
    at = next((i for i, word in enumerate(words) if word.lower().strip(".,") in no_names["before_posts"]), 0)
    if not 1 < at <= MOST_OF_NAME or not all(map(_WORD.fullmatch, words[:at])) or not words[at][0].isupper():
        return ""
    name = clean(" ".join(words[:at]))
    is_name = " " in name and latin_score(name) >= SURE_NAME and not title_score(name)
    return name if is_name and title_score(" ".join(words[at:])) >= SURE_POST else ""
