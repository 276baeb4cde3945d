"""YAML as resumes are kept in it: mappings, lists and text by their indentation. Aliases and types are left alone.

The whole of YAML would let a small file unfold into a huge one; what people write about themselves needs none of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ringback.readers import patterns as re

MAX_DEPTH = 30
MIN_LINES = 6
_KEY = re.compile(r"(\"[^\"]{1,60}\"|'[^']{1,60}'|[^\s\"'#:\[\]{}&*!|>%@`-][^:]{0,60}?)\s*:(?:\s+(.*))?$")
_BLOCK = re.compile(r"[|>][+-]?\d?\s*(?:#.*)?$")
_ANCHOR = re.compile(r"^&[\w-]+\s*")
_ALIAS = re.compile(r"\*[\w-]+$|~$|null$")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(.))")
_ESCAPED = {"0": "\0", "n": "\n", "t": "\t", "/": "/", "\\": "\\", "_": " ", "N": "\n", "e": "\x1b"}
_COMMENT = re.compile(r"\s#.*$")
_TITLED, _HELD, _FACT = "title", ("contents", "items", "content", "entries"), {"name", "value"}


@dataclass(slots=True)
class _Row:
    indent: int
    text: str


def load_yaml(text: str) -> dict[str, Any] | None:
    """Return the mapping that a text is, or None where any line is none of YAML; a list of titled sections is one too."""
    lines = text.lstrip("\ufeff").splitlines()
    rows = [_Row(len(line) - len(line.lstrip(" ")), line.strip()) for line in lines if line.strip()]
    rows = [row for row in rows if not row.text.startswith("#") and row.text not in {"---", "..."}]
    if len(rows) < MIN_LINES or rows[0].indent or not (_KEY.match(rows[0].text) or _is_item(rows[0])):
        return None
    if not any(row.indent or row.text.startswith("- ") for row in rows):
        return None  # labels and values, as people write them too
    try:
        value, end = _list(rows, 0, 0, 0) if _is_item(rows[0]) else _mapping(rows, 0, 0, 0)
    except (_NotYamlError, IndexError):
        return None
    if end < len(rows):
        return None
    return value if isinstance(value, dict) else _of_sections(value)


def _of_sections(sections: list[Any]) -> dict[str, Any] | None:
    """Return a list of sections, each with its title and what it holds, as a mapping; None where any item is no section."""
    found: dict[str, Any] = {}
    for section in sections:
        title = section.get(_TITLED) if isinstance(section, dict) else None
        held = next((section[key] for key in _HELD if key in section), None) if title else None
        if not isinstance(title, str) or held is None:
            return None
        found[title] = _facts(held) or held
    return found


def _facts(items: Any) -> dict[str, Any] | None:
    """Return a list of facts, ``[{name: Full Name, value: …}]``, as a mapping."""
    is_of_facts = isinstance(items, list) and all(isinstance(one, dict) and one.keys() == _FACT for one in items)
    return {str(one["name"]): one["value"] for one in items} if items and is_of_facts else None


class _NotYamlError(ValueError):
    """A line that no rule of this subset explains."""


def _value(rows: list[_Row], at: int, indent: int, depth: int) -> tuple[Any, int]:
    if depth > MAX_DEPTH:
        raise _NotYamlError
    if _is_item(rows[at]):
        return _list(rows, at, indent, depth)
    if _KEY.match(rows[at].text):
        return _mapping(rows, at, indent, depth)
    return _told(rows, at, indent)


def _is_item(row: _Row) -> bool:
    return row.text.startswith("- ") or row.text == "-"


def _mapping(rows: list[_Row], at: int, indent: int, depth: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    while at < len(rows) and rows[at].indent == indent and not _is_item(rows[at]):
        pair = _KEY.match(rows[at].text)
        if pair is None:
            raise _NotYamlError
        key, rest = pair.group(1).strip("\"'"), _ANCHOR.sub("", (pair.group(2) or "").strip(), count=1)
        found[key], at = _right_of(rest, rows, at + 1, indent, depth)
    if at < len(rows) and rows[at].indent > indent:
        raise _NotYamlError
    return found, at


def _right_of(rest: str, rows: list[_Row], at: int, indent: int, depth: int) -> tuple[Any, int]:
    """Read the value of a key: behind it, or below it."""
    if _BLOCK.match(rest) or (rest and not rest.startswith("#")):
        below, at = _told(rows, at, indent + 1)
        return (below if _BLOCK.match(rest) else _plain(f"{rest} {below}".strip())), at
    is_below = at < len(rows) and (rows[at].indent > indent or (rows[at].indent == indent and _is_item(rows[at])))
    return _value(rows, at, rows[at].indent, depth + 1) if is_below else ("", at)


def _list(rows: list[_Row], at: int, indent: int, depth: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    while at < len(rows) and rows[at].indent == indent and _is_item(rows[at]):
        inner = rows[at].text[1:].lstrip()
        offset = len(rows[at].text) - len(inner)
        inner = _ANCHOR.sub("", inner, count=1)
        if not inner and at + 1 < len(rows) and rows[at + 1].indent > indent:
            value, at = _value(rows, at + 1, rows[at + 1].indent, depth + 1)
        elif _KEY.match(inner) or inner.startswith("- "):
            rows[at] = _Row(indent + offset, inner)
            value, at = _value(rows, at, indent + offset, depth + 1)
        else:
            below, at = _told(rows, at + 1, indent + 1)
            value = below if _BLOCK.match(inner) else _plain(f"{inner} {below}".strip())
        found.append(value)
    return found, at


def _told(rows: list[_Row], at: int, indent: int) -> tuple[str, int]:
    """Return the lines indented at least so far as one text."""
    first = at
    while at < len(rows) and rows[at].indent >= indent:
        at += 1
    return " ".join(row.text for row in rows[first:at]), at


def _plain(text: str) -> str:
    if text[:1] in {'"', "'"}:
        closed = text.find(text[0], 1)
        is_whole = closed > 0 and not text[closed + 1 :].strip(" ,").strip("'\"")
        told = text[1:closed] if is_whole else text.strip("\"'")
        return _ESCAPE.sub(_unescaped, told) if text[0] == '"' else told
    return "" if _ALIAS.match(text) else _COMMENT.sub("", text)


def _unescaped(escape: re.Match[str]) -> str:
    """Return the character that an escape between double quotes stands for; what is none of YAML's stays as it is."""
    code = escape.group(1) or escape.group(2)
    return chr(int(code, 16)) if code else _ESCAPED.get(escape.group(3), escape.group())
