"""The dates of a job as they are printed: in one line, in two cells, or below each other in a narrow column."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.lines import MAX_DATED_CHARS, header_in, is_dated_first
from ringback.readers.fields.jobs.posts_in_row import posts_in_row
from ringback.readers.fields.jobs.running_text import MAX_HEADER_CHARS
from ringback.readers.fields.memory import once_a_line
from ringback.readers.fields.periods import NOW, Period, is_date_alone, period_in

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_FOOT = re.compile(
    r"©|\bcopyright\b|all rights reserved|\bICP\s?[备備]|版权所有|版權所有", re.IGNORECASE
)  # of a saved page
_MAY_BE_FOOT = re.compile("©|copyright|all rights|icp|版权|版權")
_TO = re.compile(r"^(?:to|until|bis|à|a|al|hasta|até|至|到)\s+", re.IGNORECASE)
_OPEN_RANGE = re.compile(r"(?<!\s)\s*(?:[-~]|to|until|至|到)$", re.IGNORECASE)
_OPEN_ENDS = ("-", "~", "to", "until", "至", "到")
_FROM = re.compile(r"^(?:from|since)\s+(?=\S)", re.IGNORECASE)
_DOTS = frozenset({"...", "..", "…"})  # for what goes on
_DASH_FIRST = re.compile(r"[-~]\s?(?=[\w(])")  # May 2018 / - Present
_DASH_ALONE = re.compile(r"(?:[-~|·↓]+|至|到|to|until)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A job: ``line`` is where its period begins and ``last`` where it ends (narrow columns stack the two dates)."""

    line: int
    last: int
    period: Period


@once_a_line
def entry_at(sheet: Sheet, number: int) -> Entry | None:
    """Return the entry whose period begins on a line; None where none does."""
    if row := posts_in_row(sheet.folded[number]):
        return Entry(number, number, row[0])
    line = header_in(sheet.folded[number])
    if not line or (_MAY_BE_FOOT.search(line.lower()) and _FOOT.search(line)):
        return None
    below = sheet.folded[number + 1] if number + 1 < len(sheet.folded) else ""
    most = MAX_DATED_CHARS if is_dated_first(line) else MAX_HEADER_CHARS
    period = period_in(line, below=below, max_since=most)
    if period and period.end == NOW and _TO.match(below) and (stacked := _stacked(sheet, number)):
        return stacked  # from May 2018 - / to this day
    if period:
        return Entry(number, number, period)
    if "\t" in line and (apart := _of_two_cells(line)):
        return Entry(number, number, apart)
    return _stacked(sheet, number)


def _of_two_cells(line: str) -> Period | None:
    """Read start and end in two cells side by side (From, To)."""
    for start, end in pairwise(line.split("\t")):
        if is_date_alone(start) and is_date_alone(end):
            return period_in(f"{start.strip()} - {end.strip()}")
    return None


def _stacked(sheet: Sheet, number: int) -> Entry | None:
    """Read ``Jan 2020`` / ``–`` / ``Present`` below each other in a narrow column, and the same without the dash."""
    cells = [line.split("\t")[0].strip() for line in sheet.folded[number : number + 3]]
    whole = cells[0] = _FROM.sub("", cells[0])
    cells[0] = _OPEN_RANGE.sub("", whole) if whole.lower().endswith(_OPEN_ENDS) else whole
    if not is_date_alone(cells[0]):
        return None
    has_dash = whole == cells[0] and len(cells) > 2 and _DASH_ALONE.fullmatch(cells[1]) is not None
    until = cells[-1] if has_dash else cells[1] if len(cells) > 1 else ""
    until = _TO.sub("", _DASH_FIRST.sub("", until) if whole == cells[0] else until)
    until = "now" if until.lstrip("-~/ ") in _DOTS else until
    if not is_date_alone(until):
        return None
    period = period_in(f"{cells[0]} - {until}")
    if period is None:
        return None
    beside = sheet.folded[number : number + 1 + (not has_dash)]
    is_column = any("\t" in line for line in beside)  # the job stands beside its dates, not below them
    return Entry(number, number if is_column else number + 1 + has_dash, period)
