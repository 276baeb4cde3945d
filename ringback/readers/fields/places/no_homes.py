"""Lines of the head whose towns are no homes, but makers among tools: ``Security Tools: Splunk | Palo Alto``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_TOOLS = re.compile(
    r"\W*(?:[A-Z][\w&/-]* ){0,3}(?:tools?|platforms?|software|systems|skills|languages|technolog(?:y|ies)|frameworks|databases"
    r"|vendors|clients|brands|partners|hardware|equipment)\s?:",
    re.IGNORECASE,
)


def lines_of_no_home(sheet: Sheet) -> Iterator[int]:
    """Yield the lines of the head that list tools and clients behind a label."""
    return (i for i in sheet.head if ":" in sheet.folded[i] and _TOOLS.match(sheet.folded[i]))
