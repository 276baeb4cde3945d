"""The post that somebody writes where he asks himself for his duties: ``公司：青禾科技 2019 - 2021`` / ``职责：Java 开发``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.entries import latest
from ringback.readers.fields.jobs.entry_dates import Entry
from ringback.readers.fields.jobs.titles import title_score

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_LINES = 4  # from the dates to the duties
_DUTIES = re.compile(r"\W{0,3}(?:工作|岗位|主要|个人)?(?:职责|内容)\s*:\s*([^,。;:]{2,14}?)\s*")


def post_of_duties(sheet: Sheet, entries: list[Entry]) -> Found[str] | None:
    """Return the known post behind the label of the duties of the latest job, where it says nothing else."""
    if not entries or not sheet.is_chinese:
        return None
    entry = latest(entries)
    end = min((one.line for one in entries if one.line > entry.line), default=len(sheet.shown))
    for number in range(entry.line, min(end, entry.last + MAX_LINES)):
        if "项目" in sheet.folded[number]:
            return None  # what follows are the duties in a project
        told = _DUTIES.fullmatch(sheet.folded[number])
        value = sheet.shown[number][slice(*told.span(1))] if told else ""
        if title_score(value) == 1.0:
            return Found(value, "label", 0.6, sheet.shown[number])
    return None
