"""What is said of a firm beside its name: its trade, its size, its stage."""

from __future__ import annotations

from ringback.readers import patterns as re

FIRM_REMARK = re.compile(
    r"\d人|人以上|上市|国企|央企|外企|民企|民营|外资|合资|独资|500强|五百强|规模|融资|[A-D]轮"
    r"|employees|NYSE|NASDAQ|formerly|previously|acquired|subsidiary|part of|\b(?:via|through)\b|股份制|事业单位",
    re.IGNORECASE,
)
_LATIN_REMARKS = (
    "employees", "nyse", "nasdaq", "formerly", "previously", "acquired", "subsidiary", "part of", "via", "through",
)  # fmt: skip
"""One of them, in small letters, stands in whatever :data:`FIRM_REMARK` finds in a text of ASCII."""


def says_of_firm(text: str) -> bool:
    """Tell a remark on the firm: its size, its owners, what it was called before."""
    if text.isascii():
        lowered = text.lower()
        if not any(map(lowered.__contains__, _LATIN_REMARKS)):
            return False
    return FIRM_REMARK.search(text) is not None
