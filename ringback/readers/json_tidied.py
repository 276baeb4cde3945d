"""JSON put right in one pass: commas too many or none, remarks, keys and texts in other quotes or in none.

It takes the time of its length, so that a file of any size may be tried; what stays wrong is left to slower hands.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from ringback.readers import patterns as re

_PIECE = re.compile(
    r'\s+|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*+"|\'(?:[^\'\\\n]|\\.)*+\'|[“”](?:[^“”"\\\n]|\\.)*+[“”]'
    r"|[{}\[\],:]|[^\s\"'“”{}\[\],:]+"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_OTHERS = {"true": "true", "false": "false", "null": "null", "None": "null", "True": "true", "False": "false",
           "undefined": "null", "NaN": "null"}  # fmt: skip
_OPENING, _CLOSING = frozenset("{["), frozenset("}]")
_BEFORE_VALUE = frozenset({"", ",", ":", "{", "["})
MAX_JOINED = 20  # lines of one text


def tidied(text: str) -> str:
    """Return the text with what is commonly mistyped put right; it may still be no JSON.

    Raises:
        ValueError: a text is never closed, or runs over more lines than a hand breaks it into.
    """
    pieces = _pieces(text)
    kept, opened = [""], [""]
    n_joined = 0
    for piece, following in zip(pieces, [*pieces[1:], ""], strict=True):
        if piece == ",":
            kept += [piece] if kept[-1] not in _BEFORE_VALUE else []
            continue
        if piece in _CLOSING:
            del kept[len(kept) - (kept[-1] == ",") :]
            del opened[max(1, len(opened) - 1) :]
        elif piece != ":" and kept[-1] not in _BEFORE_VALUE:
            if _goes_on(kept[-1], piece, following, opened):
                n_joined += 1
                kept[-1] = _joined(kept[-1], piece, n_joined)
                continue
            kept.append(",")
        n_joined = 0
        opened += [piece] if piece in _OPENING else []
        kept.append(piece)
    return "".join(kept)


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    at = 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:
            raise ValueError(text[at : at + 20])
        piece, at = found.group(), found.end()
        if not piece.isspace() and not piece.startswith(("//", "/*")):
            pieces.append(_as_json(piece))
    return pieces


def _as_json(piece: str) -> str:
    if piece[0] in "'“”":
        inner = piece[1:-1].replace("\\'", "'")
        return f'"{inner}"' if '"' not in inner else json.dumps(inner, ensure_ascii=False)
    if piece[0] in '"{}[],:' or _NUMBER.fullmatch(piece):
        return piece
    return _OTHERS.get(piece) or json.dumps(piece, ensure_ascii=False)


def _goes_on(before: str, piece: str, following: str, opened: Sequence[str]) -> bool:
    """Tell a text that was broken over two lines: within an object, and no key."""
    return before[0] == piece[0] == '"' and following != ":" and opened[-1] == "{"


def _joined(before: str, piece: str, n_joined: int) -> str:
    if n_joined > MAX_JOINED:
        raise ValueError(piece[:20])
    return json.dumps(f"{json.loads(before)} {json.loads(piece)}", ensure_ascii=False)
