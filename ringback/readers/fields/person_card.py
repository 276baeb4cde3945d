"""The card of a person below the menu of a page: the name in large print, and under it post, house, contacts and town."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.names.candidates import shape_score

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MIN_ABOVE = 3  # lines of a menu; what stands higher is looked at anyway
SURE_NAME = 0.8


def lines_of_card(sheet: Sheet) -> tuple[int, ...]:
    """Return the lines of the head from a name in larger print on, where others stand above it; nothing where none do.

    A browser paints a side bar that stays in view behind the page, so that its menu comes first.
    """
    if sheet.body_size <= 0:
        return ()
    head = sheet.head
    for at, number in enumerate(head):
        is_large = sheet.sizes[number] > sheet.body_size and not sheet.headings[number]
        if is_large and shape_score(sheet.shown[number].strip()) >= SURE_NAME:
            return head[at:] if at >= MIN_ABOVE else ()
    return ()
