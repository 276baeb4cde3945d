"""Posts looked for that a gap ends or a narrow column breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.titles import title_score

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

SURE_TITLE = 0.6
SURE_WHOLE = 1.0
_GAP = re.compile(r"\s{2,}|\t")
_REST_OF_TITLE = re.compile(r"[A-Z][\w&/-]*(?: (?:of|and|&|[A-Z][\w&/-]*)){0,3}")


def whole_title(sheet: Sheet, label: Label) -> str:
    """Return a title that a gap ends, or that a narrow column breaks: ``Target role: Machine`` / ``Learning Engineer``."""
    value = _GAP.split(label.value)[0]
    if value != label.value and title_score(value) >= SURE_TITLE:
        return value
    below = sheet.line_of(label) + 1
    is_open = below < len(sheet.shown) and not sheet.headings[below] and sheet.shown[below - 1].endswith(label.value)
    if not is_open or sheet.sections[below] != sheet.sections[below - 1] or title_score(label.value) >= SURE_WHOLE:
        return label.value
    rest = _GAP.split(sheet.shown[below])[0].strip()
    is_rest = _REST_OF_TITLE.fullmatch(rest) and not _begins_label(sheet, below, len(rest))
    whole = f"{label.value} {rest}"
    return whole if is_rest and title_score(whole) > title_score(label.value) else label.value


def _begins_label(sheet: Sheet, line: int, until: int) -> bool:
    """Tell whether a label with a value stands among the first characters of a line."""
    labels = (one.label for one in sheet.labels if one.line == line and one.value)
    return any(0 <= sheet.folded[line].find(label) < until for label in labels)
