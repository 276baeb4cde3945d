"""Role families by their stored name: what other systems call them, mapped by the taxonomy of the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas.policy import RoleTaxonomy


class FamilyNames:
    """The taxonomy, prepared for many look-ups."""

    def __init__(self, taxonomy: RoleTaxonomy) -> None:
        self._known: dict[str, str] = {}
        for name, family in taxonomy.items():
            for word in (name, family.zh, family.en, *family.aliases):
                self._known.setdefault(word.lower(), name)

    def family_of(self, raw: str | None) -> str | None:
        """Return the family that a word names, by name, label or alias; a word that none knows is kept as it is."""
        word = (raw or "").strip()
        return self._known.get(word.lower(), word[:60]) if word else None
