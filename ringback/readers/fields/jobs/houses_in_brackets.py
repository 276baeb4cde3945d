"""Houses that stand in square brackets on lines of their own, over the labels and the posts of their jobs: ``[ Northwind ]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.periods import date_in
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

_ALONE = re.compile(r"\[\s*([A-ZÀ-Þ\d][^\[\]]{1,50}?)\s*\]")
MIN_ALIKE = 2
MAX_OVER = 30  # lines of what was done in later posts of one house


def house_in_brackets(sheet: Sheet, entry: Entry) -> Found[str] | None:
    """Return the house in brackets over a job, where the page sets others so as well."""
    section = sheet.sections[entry.line]
    if section != "experience":
        return None
    over = range(entry.line - 1, max(-1, entry.line - 1 - MAX_OVER), -1)
    own = next((i for i in over if sheet.shown[i].startswith("[") and _ALONE.fullmatch(sheet.shown[i].strip())), None)
    if own is None or sheet.sections[own] != section:
        return None
    lines = (line for line, kind in zip(sheet.shown, sheet.sections, strict=True) if kind == section)
    named = [match.group(1) for line in lines if line.startswith("[") and (match := _ALONE.fullmatch(line.strip()))]
    name = sheet.shown[own].strip().strip("[]").strip()
    is_other = any(title_score(one) or date_in(fold(one)) for one in named)  # [Cashier], [May 2020 - June 2022]
    is_alike = len(named) >= MIN_ALIKE and not is_other
    return Found(name, "rule", 0.7, sheet.shown[own]) if is_alike else None
