"""Dates that a narrow column breaks: ``Sep.`` above ``2019 – Present``, ``Julio del`` / ``2016 hasta`` / ``diciembre``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.periods import ALONE, DATE, LETTER, LINK, MONTH, OF_DATES, UP_TO_NOW

MAX_DATE_CELL = 30
MAX_BROKEN = 16  # a column of dates is narrow
DASHES = frozenset("-~–—至到")
TILL = (" to", " till", " until", " upto", "-to", "–to", "—to", "~to", "-till", "–till")
MAX_TILL = max(map(len, TILL))
_MONTH_ALONE = re.compile(
    rf"(?:(?:seit|since|from|depuis|desde|dal|ab|sinds) )?(?:\d{{1,2}} )?{MONTH},?", re.IGNORECASE
)
_SINCE_ALONE = re.compile(r"(?:since|from|seit|ab|depuis|desde|dal|sinds|od)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?:19|20)\d{2}(?!\d)")
_MONTH_LAST = re.compile(rf"\d{{4}}\s{{0,2}}(?:[-~–—]|to|bis)\s{{0,2}}{MONTH}", re.IGNORECASE)
_ENDS_IN_MONTH = re.compile(rf"(?<!{LETTER}){MONTH},?$", re.IGNORECASE)
_ENDS_IN_MONTH_OF_END = re.compile(rf"\d{{4}}\s{{0,2}}(?:[-~–—]|to|bis)\s{{0,2}}{MONTH},?$", re.IGNORECASE)
_YEAR_ALONE = re.compile(r"(?:19|20)\d{2}[.)]?")
_RANGE_LEFT = re.compile(
    rf"(?:19|20)\d{{2}}\s{{0,2}}(?:[-~–—]|to|until|bis)\s{{0,2}}(?:{DATE}|{UP_TO_NOW})[.)]?", re.IGNORECASE
)
_UNTIL = re.compile(rf"[至到]\s{{0,3}}(?:{DATE}|{UP_TO_NOW})", re.IGNORECASE)
_ENDS_IN_DATE = re.compile(rf"{DATE}\s?$", re.IGNORECASE)
_BEGUN = re.compile(
    rf"{DATE}\s{{0,2}}(?:[-~–—](?:\s?(?:to|till))?|\b(?:to|till|until|upto))", re.IGNORECASE
)  # 08/16–to
_ENDS_BEGUN = re.compile(rf"{DATE}\s{{1,2}}(?:to|till|until|upto)$", re.IGNORECASE)
_TO = r"(?:to|till|until|upto)"
_BEGUN_IN_COLUMN = re.compile(
    rf"({DATE}\s{{0,2}}[-~–—](?P<to>\s{{0,2}}{_TO})?)(?:\s{{2,}}|\t\s*)(?=[^\W\d])", re.IGNORECASE
)
_NOW_IN_FRONT = re.compile(rf"({UP_TO_NOW})(?:\s{{2,}}|\t\s*|$)", re.IGNORECASE)
_ENDED_IN_COLUMN = re.compile(rf"({DATE}|{UP_TO_NOW})(?:\s{{2,}}|\t\s*)(?=[^\W\d])", re.IGNORECASE)
_NOW_IN_COLUMN = re.compile(rf"({UP_TO_NOW})(?:\s{{2,}}|\t\s*)(?=[^\W\d])", re.IGNORECASE)
_DATE_IN_COLUMN = re.compile(rf"({DATE})(?:\s{{2,}}|\t\s*)(?=[^\W\d])", re.IGNORECASE)
_OPEN_DATES = re.compile(rf"(?:(?<!{LETTER})(?:{LINK}|{MONTH})|[-~–—])\s*$", re.IGNORECASE)
_GOES_ON = re.compile(rf"(?:{LINK}\s|[-~–—])", re.IGNORECASE)


def is_rest_of_date(above: str, line: str) -> bool:
    """Tell the second half of dates that a narrow column broke: ``Sep.`` above ``2019 – Present``, ``… – Sep`` above ``2021``."""
    if len(line) <= MAX_BROKEN and _ENDS_BEGUN.search(above) and ALONE.fullmatch(line.lower()):
        return True  # … Software Engineer JUNE 2019 TO / PRESENT
    if len(line) <= MAX_DATE_CELL and _YEAR_FIRST.match(line) and _goes_on_from_month(above, line):
        return True
    return len(above) <= MAX_DATE_CELL and (_is_end_of_cell(above, line) or _is_year_of_month(above, line))


def _goes_on_from_month(above: str, line: str) -> bool:
    """Tell the rest of dates that the end of a line breaks behind a month: ``… Larch Bank Jun.`` / ``2022 – Jun. 2024``."""
    if _YEAR_ALONE.fullmatch(line):
        return _ENDS_IN_MONTH_OF_END.search(above) is not None
    return _RANGE_LEFT.fullmatch(line) is not None and _ENDS_IN_MONTH.search(above) is not None


def _is_end_of_cell(above: str, line: str) -> bool:
    """Tell what ends a narrow cell of dates: ``–`` below ``05/2018``, ``至今`` below ``2019.3``, ``2001`` below ``till``."""
    if line in DASHES:
        return ALONE.fullmatch(above.lower()) is not None
    if line[0] in "至到" and len(line) <= MAX_DATE_CELL and _UNTIL.fullmatch(line) and _ENDS_IN_DATE.search(above):
        return True
    if not ((above[-1] in "-~–—" or above.lower().endswith(TILL)) and _BEGUN.fullmatch(above)):
        return False
    is_alone = len(line) <= MAX_DATE_CELL and ALONE.fullmatch(line.lower()) is not None
    return is_alone or _ENDED_IN_COLUMN.match(line) is not None  # 1994 till / date<tab>Larch Bank


def _is_year_of_month(above: str, line: str) -> bool:
    if not _YEAR_FIRST.match(line):
        return False
    return bool(_MONTH_ALONE.fullmatch(above) or (_MONTH_LAST.search(above) and len(line) <= len("2021.")))


def with_dates_of_column(above: str, line: str) -> tuple[str, str] | None:
    """Put dates together that a column in front breaks over two rows: ``2016 –   Baker`` above ``to date   Marden Mill``.

    Without a dash only what goes on tells itself, above its beginning or below: ``Current   Baker`` above ``May 2016   Mill``.
    """
    begun, ended = _BEGUN_IN_COLUMN.match(above), _ENDED_IN_COLUMN.match(line)
    if begun and begun["to"]:
        ended = ended or _NOW_IN_FRONT.match(line)  # 08/16–to<tab>Sales Clerk above a single date
    if begun and ended:
        return f"{begun.group(1)} {ended.group(1)}\t{above[begun.end() :]}", line[ended.end() :]
    for first, last in ((_DATE_IN_COLUMN, _NOW_IN_COLUMN), (_NOW_IN_COLUMN, _DATE_IN_COLUMN)):
        over, under = first.match(above), last.match(line)
        if over and under and (over.group(1) + under.group(1)).isascii():
            since, until = (over, under) if first is _DATE_IN_COLUMN else (under, over)
            return f"{since.group(1)} – {until.group(1)}\t{above[over.end() :]}", line[under.end() :]
    return None


def is_broken_date(above: str, line: str) -> bool:
    """Tell dates that a narrow column broke into three lines or four: ``Julio del`` / ``2016 hasta`` / ``diciembre``."""
    if _SINCE_ALONE.fullmatch(above):
        return ALONE.fullmatch(line.lower()) is not None  # Since / May 2018
    if not OF_DATES.fullmatch(line.lower()) or not OF_DATES.fullmatch(above.lower()):
        return False
    return bool(_OPEN_DATES.search(above) or (_GOES_ON.match(line) and _ENDS_IN_DATE.search(above)))
