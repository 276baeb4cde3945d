"""The marks around a piece of a header line, which are no part of it."""

from __future__ import annotations

from ringback.readers import patterns as re

_EDGES = " \t,;:|·-–—/、，；：.。()（）[]【】<>*#_~"
_ENDS_IN_DOT = re.compile(r"(?:Ltd|Inc|Co|Corp|Bhd|Pty|Pvt|Bros|Ltda|Sr|Jr|(?:\b[A-Za-z]\.\s?)+[A-Za-z]|e\.V)\.\s*$")

_EMPTY = re.compile(r"(?<=\w)\s?(?:\(\s?\)|（\s?）)\s*$")  # 青禾科技()
_SHUT_INSIDE = re.compile(r"[^()\d]{2,16}\) \w")  # (Senior) Economist

AT_FIRST = re.compile(  # in front of a line that names the firm alone
    r"\s*@\s*|(?:[Aa]t|chez|bei(?: der| dem)?|beim|presso|hos|bij|på)\s+(?:the |la |il |lo |le |l['’]\s?)?(?=[A-ZÀ-Þ\d])"
)
_OF_NAME = r"(?:[A-Z&][\w.'’&-]*|of|and|the|for|de|du|des|la)"
AT_HOUSE = re.compile(  # a line that says at which house and nothing else: ``at Northwind General Hospital.``
    rf"(?:@\s*|[Aa]t\s+(?:the\s+)?)[A-Z][\w.'’&-]*(?:,? {_OF_NAME})*+"
    r"(?:\s[·•|–—-]\s[A-Z][\w.'’-]*(?:,? [A-Z][\w.'’-]*){0,4}|\s\([A-Z][^()\d]{2,30}\))?"  # and where that is
)


def bare(text: str) -> str:
    """Return a piece without the marks around it; a bracket whose other half stands inside stays."""
    text = _EMPTY.sub("", text)
    stripped = text.strip(" \t,;:|·-–—/、，；：*#_~>")
    if (stripped[-1:] == "." or stripped[-1:].isspace()) and _ENDS_IN_DOT.search(stripped):
        return stripped
    if stripped[-1:] in {")", "）"} and stripped[:1] not in {"(", "（"}:
        return stripped
    inside = text.strip(_EDGES)
    inside = f".{inside}" if stripped.startswith(".NET") else inside
    return f"({inside}" if stripped[:1] == "(" and _SHUT_INSIDE.match(inside) else inside
