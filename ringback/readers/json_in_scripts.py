"""Resumes kept as data of a page: ``const resume = {...};``, ``export const jobs = [...];``, ``module.exports = {...}``."""

from __future__ import annotations

import json
from typing import Any

from ringback.readers import patterns as re
from ringback.readers.json_tidied import tidied

MAX_CHARS = 200_000
MAX_BETWEEN = 4000  # letters of remarks and imports in front of the first object
_NAMED = re.compile(
    r"^[ \t]*(?:(?:export[ \t]+)?(?:const|let|var)[ \t]+(?P<name>[\w$]{1,60})(?:[ \t]*:[^=\n]{0,60})?[ \t]*="
    r"|module\.exports[ \t]*=|export[ \t]+default)\s{0,20}(?=[{\[])",
    re.MULTILINE,
)
_PIECE = re.compile(
    r'"(?:[^"\\\n]|\\.)*+"|\'(?:[^\'\\\n]|\\.)*+\'|`(?:[^`\\]|\\.)*+`|//[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/|[{}\[\]]'
)
_OPENING, _CLOSING = frozenset("{["), frozenset("}]")


def load_script(text: str) -> dict[str, Any] | None:
    """Return the objects of a script by their names, a single one by itself; None where a text is none or holds anything else."""
    if len(text) > MAX_CHARS or not _NAMED.search(text[:MAX_BETWEEN]):
        return None
    found: dict[str, Any] = {}
    begun = 0
    for opened in _NAMED.finditer(text):
        if opened.start() < begun:
            continue  # within the object before
        written, begun = _object(text, opened.end())
        try:
            value = json.loads(tidied(written)) if written else None
        except (ValueError, RecursionError):
            value = None
        if value:
            found[opened["name"] or f"data {len(found)}"] = value
    only = next(iter(found.values()), None)
    return only if len(found) == 1 and isinstance(only, dict) else found or None


def _object(text: str, at: int) -> tuple[str, int]:
    """Return the object that opens at ``at``, its texts between double quotes, and where it ends; nothing if it never closes."""
    kept: list[str] = []
    depth, begin = 0, at
    for piece in _PIECE.finditer(text, at):
        mark = piece.group()
        if mark[0] == "`":
            kept += [text[begin : piece.start()], json.dumps(" ".join(mark[1:-1].split()), ensure_ascii=False)]
            begin = piece.end()
        depth += (mark in _OPENING) - (mark in _CLOSING)
        if depth == 0 and mark in _CLOSING:
            return "".join([*kept, text[begin : piece.end()]]), piece.end()
    return "", len(text)
