"""Role family of a title, by the words of the configured taxonomy and the longer titles shipped with the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.wordlists import rows_by_key
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from schemas.policy import RoleTaxonomy

_SHORT_LATIN = 4


def family_of_title(title: str, taxonomy: RoleTaxonomy) -> str | None:
    """Return the family whose longest word stands in a title; earlier families win ties, None when no word fits."""
    lowered = f" {fold(title).lower()} "
    words = _words(tuple((name, tuple(family.title_words)) for name, family in taxonomy.items()))
    return next((family for word, family in words if _stands_in(word, lowered)), None)


@lru_cache(maxsize=4)  # one taxonomy a policy
def _words(families: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, str], ...]:
    """Return (word, family), the heaviest first: those of the policy and the longer titles shipped."""
    longer = rows_by_key("role_titles.tsv")
    words = [(word, name) for name, own in families for word in (*own, *longer.get(name, ()))]
    words.sort(key=lambda item: -len(item[0]) * (1 if item[0].isascii() else 3))
    return tuple((word.lower(), name) for word, name in words)


def _stands_in(word: str, lowered: str) -> bool:
    if word not in lowered:
        return False
    if word.isascii() and len(word) <= _SHORT_LATIN:
        return re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", lowered) is not None
    return True


def family_of_alias(word: str, taxonomy: RoleTaxonomy) -> str | None:
    """Return the family that a word of a list or an import means: its stored name, a label or an alias."""
    bare = word.strip().lower()
    for name, family in taxonomy.items():
        if bare in {name, family.zh, family.en.lower(), *(alias.lower() for alias in family.aliases)}:
            return name
    return None


def read_role_family(
    titles: Iterable[Found[str] | None], skills: Iterable[str], taxonomy: RoleTaxonomy
) -> Found[str] | None:
    """Choose the family by the first title that tells: desired, then current, then the board's; skills are the last resort."""
    for title in titles:
        family = family_of_title(title.value, taxonomy) if title else None
        if title and family:
            return Found(family, title.how, min(0.95, title.confidence), title.value)
    votes: dict[str, int] = {}
    for skill in skills:
        family = family_of_title(skill, taxonomy)
        if family:
            votes[family] = votes.get(family, 0) + 1
    if votes:
        family = max(votes, key=lambda name: votes[name])
        return Found(family, "rule", 0.4, "skills")
    return None
