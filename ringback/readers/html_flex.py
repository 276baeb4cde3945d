"""Which elements of a page set their children side by side: ``display: flex`` in the element, a class or the style sheet."""

from __future__ import annotations

import re

_STYLE = re.compile(r"<style\b[^>]*>([^<]*)", re.IGNORECASE)
_RULE = re.compile(
    r"(?<![^{}])([^{}]++)\{([^{}]*+)\}"
)  # begun only behind a bracket: what has none is looked over once
_ROW = re.compile(r"display\s*:\s*(?:inline-)?flex\b|justify-content\s*:\s*space-between")
_CLASS = re.compile(r"\bclass\s*=\s*[\"']?([^\"'>]+)")
_NAMED = re.compile(r"\.([\w-]+)\s*$")
_COLUMN = "column"
WORDS = frozenset({"d-flex", "justify-content-between", "justify-between"})
"""Classes of common style sheets that say so by themselves."""
MAX_STYLES = 200_000  # characters; longer style sheets are those of a site, not of a resume


def rows_of_styles(page: str) -> frozenset[str]:
    """Return the classes whose elements set their children side by side."""
    if "flex" not in page:
        return frozenset()
    sheets = "".join(_STYLE.findall(page))[:MAX_STYLES]
    return WORDS.union(
        named.group(1)
        for selectors, said in _RULE.findall(sheets)
        if _ROW.search(said) and _COLUMN not in said
        for selector in selectors.split(",")
        if (named := _NAMED.search(selector))
    )


def sets_side_by_side(attributes: str, rows: frozenset[str]) -> bool:
    """Tell whether the element with these attributes sets its children side by side."""
    if "style" in attributes and "flex" in attributes and _ROW.search(attributes) and _COLUMN not in attributes:
        return True
    said = _CLASS.search(attributes) if rows else None
    return bool(said and not rows.isdisjoint(said.group(1).split()))
