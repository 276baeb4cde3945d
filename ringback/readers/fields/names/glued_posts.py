"""A Chinese name and a post that nothing parts, in a title that calls the page a resume: 电气工程师鲜于光明简历."""

from __future__ import annotations

from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.shapes import han_score
from ringback.readers.fields.wordlists import surnames
from ringback.readers.normalise import fold

SURE = 0.8
_LENGTHS = (3, 4, 2)
SHORTEST, LONGEST = 4, 16


def name_beside_post(whole: str) -> str:
    """Return the name behind or in front of a post; nothing where the words are no post or the rest is no name."""
    if not SHORTEST <= len(whole) <= LONGEST or whole.isascii() or not whole.isalpha():
        return ""
    double = surnames()[1]
    for length in _LENGTHS:
        for name, post in ((whole[-length:], whole[:-length]), (whole[:length], whole[length:])):
            is_whole = length != max(_LENGTHS) or fold(name[:2]) in double
            if is_whole and len(post) > 1 and title_score(post) == 1.0 and han_score(name) >= SURE:
                return name
    return ""
