"""What people call themselves under their name: a title alone in its line, or at the beginning of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.titles import title_score

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_LINES = 6
MIN_TITLE = 0.8
_NO_TITLE = re.compile(r"[\d@/:：]")
_BEHIND = re.compile(
    r"\s+(?:in|with|for|at|of|who|specializing|specialising|based)\s+|[|｜,，·•。]|\s[-–—]\s", re.IGNORECASE
)


def headline(sheet: Sheet) -> Found[str] | None:
    """Return the title that stands alone in a line under the name."""
    for number in sheet.head[1:MAX_LINES]:
        line = sheet.shown[number].strip()
        if title_score(line) == 1.0 and not _NO_TITLE.search(line):
            return Found(line, "layout", 0.6, line)
    return None


def calling(sheet: Sheet) -> Found[str] | None:
    """Return what a line under the name begins with: ``Journalist and writer in the fields of medicine``."""
    for number in sheet.head[1:MAX_LINES]:
        line = sheet.shown[number].strip()
        first = _BEHIND.split(line)[0].strip()
        if title_score(first) >= MIN_TITLE and not _NO_TITLE.search(first):
            return Found(first, "layout", 0.5, line)
    return None
