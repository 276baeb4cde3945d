"""Dates as files carry them: stamps of formats, file names and the "updated on" line of a board."""

from __future__ import annotations

from datetime import date, datetime

from ringback.readers import patterns as re

_PDF_STAMP = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_ISO_STAMP = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_IN_NAME = re.compile(r"(?<!\d)(20[0-3]\d)[-._]?(0[1-9]|1[0-2])[-._]?(0[1-9]|[12]\d|3[01])(?!\d)")
_PRINTED = re.compile(
    r"(?:更新(?:时间|日期|于)?|投递(?:时间|日期)|应聘(?:时间|日期)|填写日期|简历更新|刷新时间|last updated|updated)"
    r"\s*:?\s*(20[0-3]\d)[-./年]\s?(1[0-2]|0?[1-9])[-./月]\s?(3[01]|[12]\d|0?[1-9])",
    re.IGNORECASE,
)
_BEFORE_DATE = ("更新", "投递", "应聘", "填写日期", "刷新时间")
FIRST_YEAR = 1990
DATES_ALONE = re.compile(
    r"(?:(?:since|seit|depuis|desde|from|ab|dal) )?(?:\d{1,2}[./-](?:\d{1,2}[./-])?)?[A-Za-zÀ-ÿ.,'’ ]{0,14}\d{4}"
    r"[\d\s./年月日–—~-]*(?:[A-Za-zÀ-ÿ.' ]{0,14}\d{0,4}|至今|今)"
)
"""Of a cell or a line that holds nothing but the dates of one entry."""


def _checked(year: str, month: str | None, day: str | None) -> date | None:
    try:
        made = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return made if made.year >= FIRST_YEAR else None


def date_in_pdf_stamp(stamp: str) -> date | None:
    """Read ``D:20251103…``; None for anything else."""
    match = _PDF_STAMP.match(stamp)
    return _checked(*match.groups()) if match else None


def date_in_iso_stamp(stamp: str) -> date | None:
    """Read ``2025-11-03T…``; None for anything else."""
    match = _ISO_STAMP.match(stamp)
    return _checked(*match.groups()) if match else None


def date_in_name(name: str) -> date | None:
    """Find a date in a file name (``智联招聘_张三_销售_中文_20191221_….doc``)."""
    match = _IN_NAME.search(name)
    return _checked(*match.groups()) if match else None


def date_printed(folded: str) -> date | None:
    """Find the date at which a board or the writer says the resume was updated."""
    may_say = any(map(folded.__contains__, _BEFORE_DATE)) or "updated" in folded.lower()
    match = _PRINTED.search(folded) if may_say else None
    return _checked(*match.groups()) if match else None


def date_of(moment: datetime | None) -> date | None:
    """Return the calendar date of a file's own time stamp."""
    return moment.date() if moment and moment.year >= FIRST_YEAR else None
