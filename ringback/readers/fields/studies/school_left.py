"""Which school somebody left last, where no degree tells it: by the years beside the schools, else by how far up they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ringback.readers.fields.periods import without_periods
from ringback.readers.fields.studies.school_levels import rank_of

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_YEAR = 9999
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ATTENDS = re.compile(
    r"\b(?:present|current(?:ly)?|now|today|to date|expected|anticipated|heute|jetzt|aktuell|aujourd['’]hui|en cours"
    r"|actualidad|actualmente|atualmente|cursando|oggi|in corso|heden)\b|至今|现在|在读",
    re.IGNORECASE,
)


def left_last(sheet: Sheet, schools: list[tuple[int, str]]) -> tuple[int, str]:
    """Return the school that somebody attends or left last, where no degree tells it; the first of equals."""
    lines = {i for i, _ in schools}

    def left(number: int) -> int:
        below = number + 1 if number + 1 < len(sheet.folded) and number + 1 not in lines else number
        near = number - 1 if number and _is_of_dates(sheet.folded[number - 1]) else below
        text = f"{sheet.folded[number]} {sheet.folded[near]}"
        return MAX_YEAR if _ATTENDS.search(text) else max(map(int, _YEAR.findall(text)), default=0)

    years = {item[0]: left(item[0]) for item in schools}
    if not any(years.values()):
        return max(schools, key=lambda item: rank_of(item[1]))
    return max(schools, key=lambda item: years[item[0]])


def _is_of_dates(line: str) -> bool:
    """Tell dates that stand alone over the school to which they belong."""
    return _YEAR.search(line) is not None and not any(map(str.isalpha, without_periods(line, line)))
