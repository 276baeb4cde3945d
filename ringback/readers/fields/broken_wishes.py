"""Posts looked for that a gap ends or a narrow column breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

SURE_TITLE = 0.6
SURE_WHOLE = 1.0
_GAP = re.compile(r"\s{2,}|\t")
_LAST_OF_LIST = re.compile("[/、,，和或及与]([\u4e00-\u9fff]{1,6})$")
_REST_OF_HAN = re.compile("([\u4e00-\u9fff]{1,8}?)(?:相关)?(?:的?(?:岗位|职位|工作|职务)|(?=[/、,，。.;；\\s]|$))")
LONG_LINE = 24  # characters; a shorter one is not broken at the margin
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


def whole_han_title(sheet: Sheet, label: Label) -> str:
    """Return a Chinese wish that the end of the line cuts within a word: …高级研究员/主 / 任工程师岗位."""
    below = sheet.line_of(label) + 1
    is_open = below < len(sheet.shown) and sheet.shown[below - 1].endswith(label.value) and not label.is_below
    cut = _LAST_OF_LIST.search(label.value) if is_open and not sheet.headings[below] else None
    rest = _REST_OF_HAN.match(sheet.shown[below]) if cut else None
    if not cut or not rest or len(sheet.shown[below - 1]) < LONG_LINE or title_score(cut.group(1)) >= SURE_TITLE:
        return label.value
    is_title = title_score(cut.group(1) + rest.group(1)) >= SURE_TITLE
    return label.value + rest.group(1) if is_title and not _begins_label(sheet, below, rest.end()) else label.value


def _begins_label(sheet: Sheet, line: int, until: int) -> bool:
    """Tell whether a label with a value stands among the first characters of a line."""
    labels = (one.label for one in sheet.labels if one.line == line and one.value)
    return any(0 <= sheet.folded[line].find(label) < until for label in labels)
