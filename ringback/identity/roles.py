"""Role families by their stored name: what other systems call them, or what the title says, by the taxonomy of the policy."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ringback.identity.script import fold, has_hanzi

if TYPE_CHECKING:
    from schemas.policy import RoleFamily, RoleTaxonomy

_MOST_TITLES = 50_000


def family_names(taxonomy: RoleTaxonomy) -> FamilyNames:
    """Return the taxonomy prepared; it is prepared once in a process, for that costs more than placing a record."""
    return _prepared(tuple(taxonomy.items()))


@lru_cache(maxsize=4)
def _prepared(families: tuple[tuple[str, RoleFamily], ...]) -> FamilyNames:
    return FamilyNames(dict(families))


class FamilyNames:
    """The taxonomy, prepared for many look-ups."""

    def __init__(self, taxonomy: RoleTaxonomy) -> None:
        self._known: dict[str, str] = {}
        for name, family in taxonomy.items():
            for word in (name, family.zh, family.en, *family.aliases):
                self._known.setdefault(word.lower(), name)

        self._by_title = [(name, _words(family.title_words)) for name, family in taxonomy.items() if family.title_words]
        self._titles: dict[str, str | None] = {}

    def family_of_title(self, title: str | None) -> str | None:
        """Return the family one of whose words stands in the title; the first family of the policy wins; None without."""
        if not title:
            return None
        if title not in self._titles:
            if len(self._titles) >= _MOST_TITLES:
                self._titles.clear()
            folded = fold(title)
            self._titles[title] = next((name for name, words in self._by_title if words.search(folded)), None)
        return self._titles[title]

    def family_of(self, raw: str | None) -> str | None:
        """Return the family that a word names, by name, label or alias; a word that none knows is kept as it is."""
        word = (raw or "").strip()
        return self._known.get(word.lower(), word[:60]) if word else None


def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match any of the words; letters only as whole words: ``hr`` is not in ``chrome``."""
    parts = (re.escape(fold(w)) if has_hanzi(w) else rf"(?<![a-z]){re.escape(fold(w))}(?![a-z])" for w in words)
    return re.compile("|".join(parts))
