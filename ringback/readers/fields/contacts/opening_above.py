"""A board's note on somebody who applied: the opening and its house stand between the note and the person's own card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.memory import once_a_sheet

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_APPLIED = re.compile(
    r"\W{0,3}(?:new application(?: from)?:? )?(\S.{1,40}?) (?:has |just )?(?:applied|submitted an application)\b.{0,60}"
    "|([\u4e00-\u9fff·]{2,6})(?:投递了|申请了|应聘了).{0,40}"
)
NEAR = 8


@once_a_sheet
def lines_of_opening(sheet: Sheet) -> frozenset[int]:
    """Return the lines from *Ana Paz applied to your job* to the line that is her name alone; empty without such a note."""
    for number, line in enumerate(sheet.shown[:NEAR]):
        noted = _APPLIED.fullmatch(line.strip())
        name = next(filter(None, noted.groups()), "") if noted else ""
        below = range(number + 1, min(number + 1 + NEAR, len(sheet.shown)))
        card = next((i for i in below if name and sheet.shown[i].strip() == name), None)
        if card is not None:
            return frozenset(range(number, card))
    return frozenset()
