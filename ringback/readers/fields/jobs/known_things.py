"""Tools and subjects: what somebody works with or on is no post and employs nobody: ``Python, Java``, ``Computer Vision``."""

from __future__ import annotations

from functools import cache, lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.wordlists import rows_by_key

_BETWEEN = re.compile(r"\s*(?:[,;|]|\s/\s|\s&\s|\s\+\s|\band\b)\s*")
_ISSUE = re.compile(r"(?<=[a-z#+])[ -]v?\d{1,2}(?:\.[\dx]{1,2}){0,2}$")  # Angular 12, Python 3.11


@cache
def _things() -> dict[str, frozenset[str]]:
    return {key: frozenset(cells) for key, cells in rows_by_key("known_things.tsv").items()}


@lru_cache(maxsize=2048)
def are_tools(text: str) -> bool:
    """Tell a phrase that names nothing but tools, one or several: ``React, Node.js and MySQL``; Shell alone is a firm."""
    parts = [part for part in _BETWEEN.split(text.lower().strip(" .()")) if part]
    return bool(parts) and all(_is_tool(part, is_listed=len(parts) > 1) for part in parts)


def _is_tool(part: str, *, is_listed: bool) -> bool:
    bare = _ISSUE.sub("", part)
    things = _things()
    if part in things["tool"] or bare in things["tool"] or (is_listed and bare in things["listed"]):
        return True
    return "/" in part and all(_is_tool(one, is_listed=True) for one in part.split("/"))


@lru_cache(maxsize=2048)
def is_subject(text: str) -> bool:
    """Tell a field of study or of research, and nothing else: ``Computer Vision``, not ``Computer Science Department``."""
    return text.lower().strip(" .()") in _things()["subject"]
