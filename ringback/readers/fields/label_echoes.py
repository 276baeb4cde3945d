"""The English half of a bilingual label, which is no part of the value: 应徵職位 Position applied for 行銷企劃."""

from __future__ import annotations

from ringback.readers.fields.label_words import asks_same, label_table
from ringback.readers.normalise import squeeze

MOST_ECHO_WORDS = 4
_GOES_ON = frozenset({"of", "for", "at", "in", "and", "de"})  # 毕业院校：University of Linden is a name


def is_echo(value: str, fields: tuple[str, ...]) -> bool:
    """Tell the English half of a bilingual label that nothing stands behind."""
    return (
        value.isascii()
        and value != ""
        and any(asks_same(field, label_table().get(squeeze(value).lower())) for field in fields)
    )


def without_echo(value: str, field: str) -> str:
    """Take the English half of a bilingual label off the value behind it (應徵職位 Position applied for 行銷企劃)."""
    words = value.split()
    for n in range(min(MOST_ECHO_WORDS, len(words) - 1), 0, -1):
        echo = "".join(words[:n]).lower().strip(":/()")
        if echo.isascii() and asks_same(field, label_table().get(echo)) and words[n].lower() not in _GOES_ON:
            return " ".join(words[n:])
    return value
