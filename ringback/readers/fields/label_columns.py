"""Labels that stand in a column, with their values in a column below: 电话 / 微信 / 邮箱 / 138… / handle / a@b.cn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.label_words import field_of

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_COLUMN = 12
_SHAPES = {
    "phones": re.compile(r"[^@]*\d[\d\s().+-]{5,}\d"),
    "emails": re.compile(r"\S+@\S+"),
}
"""How the values look that show that the columns belong together."""


def value_in_column(folded: Sequence[str], headings: Sequence[bool], number: int) -> int | None:
    """Return the line of the value that belongs to the label on a line for itself; None where no such columns stand.

    As many values as labels must follow, and those of contacts must look like it.
    """
    first, last = number, number
    while first and number - first < MAX_COLUMN and _is_label(folded, headings, first - 1):
        first -= 1
    while last - number < MAX_COLUMN and _is_label(folded, headings, last + 1):
        last += 1
    n_labels = last - first + 1
    values = range(last + 1, last + 1 + n_labels)
    if n_labels == 1 or values.stop > len(folded) or any(_is_label(folded, headings, i) or headings[i] for i in values):
        return None
    shapes = [
        (_SHAPES[field], folded[value])
        for label, value in zip(range(first, last + 1), values, strict=True)
        if (field := field_of(folded[label])) in _SHAPES
    ]
    are_like_it = shapes and all(shape.fullmatch(value.strip()) for shape, value in shapes)
    return values[number - first] if are_like_it else None


def _is_label(folded: Sequence[str], headings: Sequence[bool], number: int) -> bool:
    return number < len(folded) and not headings[number] and field_of(folded[number]) is not None
