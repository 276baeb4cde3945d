"""Lines of the head whose towns are no homes: makers among tools, and the rest of a sentence that a margin broke."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.sections import TOP

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MIN_BROKEN = 60  # shorter lines are broken by no margin
_TOOLS = re.compile(  # Security Tools: Splunk | Palo Alto
    r"\W*(?:[A-Z][\w&/-]* ){0,3}(?:tools?|platforms?|software|systems|skills|languages|technolog(?:y|ies)|frameworks|databases"
    r"|vendors|clients|brands|partners|hardware|equipment)\s?:",
    re.IGNORECASE,
)


def lines_of_no_home(sheet: Sheet) -> Iterator[int]:
    """Yield the lines of the head that list tools and clients behind a label, and those that end a sentence of other sections."""
    for number in sheet.head:
        above = sheet.folded[number - 1] if number and sheet.sections[number] != TOP else ""
        is_rest = len(above) > MIN_BROKEN and above.endswith(",") and not sheet.headings[number - 1]
        if is_rest or (":" in sheet.folded[number] and _TOOLS.match(sheet.folded[number])):
            yield number
