"""JSON as hands write it: a comma too many or none, two texts side by side, a bracket that nothing opened."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from ringback.readers import patterns as re
from ringback.readers.json_tidied import tidied

MAX_MENDED = 30_000  # letters; what one pass does not put right takes the square of them
MAX_NESTED = 40
MIN_ROWS = 2
_HALF_PAIR = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
"""Half of an escaped surrogate pair: allowed by the grammar of JSON, but no character (RFC 8259, 8.2)."""
_TEXT_OR_BRACKET = re.compile(r'"(?:[^"\\\n]|\\.)*"|\\.|[{}\[\]]')
"""What is escaped outside of a text is passed over: no text begins with it, or each would be sought to the end of its line."""
_COLON = re.compile(r"\s*:")
_OPENING = {"}": "{", "]": "["}


def load_json(text: str) -> Any:
    """Return what JSON states; small mistakes of who typed it are mended.

    A text that breaks off within a text, a number or a name is refused; one that ends behind a bracket is read as far as it
    goes, for a hand forgets the last brackets too.

    Raises:
        ValueError: it is no JSON, or does not end with a bracket.
    """
    text = _HALF_PAIR.sub(r"\\u0020", text)
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError(str(error)) from error
    except ValueError:
        if (rows := _rows(text)) is not None:
            return rows
        if text.rstrip()[-1:] not in _OPENING:
            raise
        matched = _with_matched_brackets(text)
        with contextlib.suppress(ValueError, RecursionError):
            return json.loads(tidied(matched))
        if len(text) > MAX_MENDED:
            raise
        return _mended(matched)


def _rows(text: str) -> list[Any] | None:
    """Return the objects of JSON Lines, one a line; None where the first two lines are not two of them."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < MIN_ROWS or not all(line.lstrip().startswith("{") for line in lines[:MIN_ROWS]):
        return None
    try:
        return [json.loads(line) for line in lines]
    except (ValueError, RecursionError):
        return None


def _mended(text: str) -> Any:
    import json_repair  # noqa: PLC0415 - asked of hardly any file

    found = json_repair.loads(text)
    if not isinstance(found, dict | list):
        raise ValueError(text[:20])  # noqa: TRY004 - what it holds is wrong, not what it was called with
    return found


def _with_matched_brackets(text: str) -> str:
    """Leave out the brackets that close what nothing opened, or the whole before its end; name a part that comes again anew.

    Raises:
        ValueError: they open deeper than any resume; mending such a text takes time without end.
    """
    opened: list[str] = []
    kept: list[str] = []
    parts: set[str] = set()
    begin, end = 0, len(text.rstrip(" \t\r\n}],"))
    for token in _TEXT_OR_BRACKET.finditer(text):
        mark = token.group()
        if mark in _OPENING.values():
            opened.append(mark)
        elif mark in _OPENING:
            if opened and opened[-1] == _OPENING[mark] and (len(opened) > 1 or token.start() >= end):
                opened.pop()
            else:
                kept.append(text[begin : token.start()])
                begin = token.end()
        elif len(opened) == 1 and mark[0] == '"' and _COLON.match(text, token.end()):
            if mark in parts:  # of two lists called work the first is the newer one
                kept.append(f'{text[begin : token.start()]}"{len(kept) + 1} {mark[1:]}')
                begin = token.end()
            parts.add(mark)
        if len(opened) > MAX_NESTED:
            raise ValueError(mark * MAX_NESTED)
    return "".join([*kept, text[begin:]])
