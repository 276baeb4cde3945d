"""Names whose surname a post or a house has too: ``Dean Cook``, ``Nora Carpenter``, ``Ana Herrero``, ``Tamsin Church``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import is_known_post, is_work_field, title_score
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.wordlists import words_of_no_name

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_WORDS = 3
SURE_TOO = 0.6
_WORD = re.compile(r"(?<![\w/.@-])[^\W\d_][\w'’-]+(?![@/]|\.\w)")
_NO_GIVEN_NAME = re.compile(r".*(?:ical|ing|ology)", re.IGNORECASE)  # Medical Doctor, Nursing Assistant


def is_name_and_post(sheet: Sheet, value: str) -> bool:
    """Tell a name by its first word, which nothing else on the page holds, from a post: *Pastry Cook*, *Dental Nurse*.

    What stands in front of a post is said again where somebody tells of it; a given name is told once, or with its surname.
    """
    first, _, rest = value.partition(" ")
    if not rest or len(value.split()) > MAX_WORDS or latin_score(value) <= 0:
        return False
    is_post = title_score(first) > 0 and latin_score(value) < SURE_TOO  # Dean Cook is none
    if is_post or is_known_post(value) or _stands_before_posts(first):
        return False
    if any(sheet.sections[i] == "experience" and value.lower() in line.lower() for i, line in enumerate(sheet.shown)):
        return False  # Civil Engineer, Larch & Sons
    n_own = sum(line.lower().count(value.lower()) for line in sheet.shown)
    return _counts(sheet).get(first.lower(), 0) <= n_own


def _stands_before_posts(word: str) -> bool:
    """Tell what is said of a post and is no given name: *Registered* Nurse, *Medical* Doctor, *Crane* Operator."""
    is_listed = word.lower() in words_of_no_name()["before_posts"] or is_work_field(word)
    return is_listed or _NO_GIVEN_NAME.fullmatch(word) is not None


@once_a_sheet
def _counts(sheet: Sheet) -> dict[str, int]:
    """Return how often each word stands on the page, without addresses."""
    counts: dict[str, int] = {}
    for line in sheet.shown:
        for word in _WORD.findall(line.lower()):
            counts[word] = counts.get(word, 0) + 1
    return counts
