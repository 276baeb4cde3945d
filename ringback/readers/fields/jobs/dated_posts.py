"""Posts with one date, among or beside jobs that have periods."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.asides import is_aside
from ringback.readers.fields.jobs.entry_dates import Entry
from ringback.readers.fields.jobs.lines import bare_line, has_post
from ringback.readers.fields.jobs.present_entries import ITEM_MARKS, N_OF_JOB
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.periods import NOW, date_in, is_date_alone, range_in

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_DATED_ITEM = 60
MIN_ORDERED = 3  # jobs that tell an order
_SEASON = re.compile(
    r"\b(?:stagion[ei]|saison|temporada|estação|seizoen|(?:sommer|winter)saison|säsong|sæson|estiv[ao]|invernal[ei])\b",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\s*[|·\t]\s*")
_ENDS_OF_DATES = frozenset("年月日春夏秋冬季")  # 2024年夏, 2024年6月


def with_lone_years(sheet: Sheet, lines: Sequence[int], found: list[Entry]) -> list[Entry]:
    """Add the jobs of one date where the periods of the others stand alone over their posts, or all under them.

    ``2024`` / ``Web Designer``
    """
    stands = next((one for one in (_is_over_post, _is_under_post) if _are_set(sheet, found, one)), None)
    if stands is None:
        return found
    taken = {i for entry in found for i in range(entry.line, entry.last + 1)}
    more = [
        Entry(i, i, date)
        for i in lines
        if i not in taken
        and is_date_alone(sheet.folded[i])
        and (date := date_in(sheet.folded[i]))
        and stands(sheet, i, i)
    ]
    return sorted([*found, *more], key=lambda entry: entry.line) if more else found


def _are_set(sheet: Sheet, found: list[Entry], stands: Callable[[Sheet, int, int], bool]) -> bool:
    """Tell whether all periods stand so, or all but the oldest of many: what somebody did before has no post."""
    n_others = sum(not stands(sheet, entry.line, entry.last) for entry in found)
    return n_others == 0 or (
        n_others == 1 and len(found) >= MIN_ORDERED and not stands(sheet, found[-1].line, found[-1].last)
    )


def _is_over_post(sheet: Sheet, line: int, last: int) -> bool:
    """Tell dates that stand alone in front of a post, or of a house and its post: what is above them is told to its end."""
    below = range(last + 1, min(last + 1 + N_OF_JOB, len(sheet.shown)))
    if any(map(str.isalpha, bare_line(sheet, line))) or not below or sheet.headings[below[0]]:
        return False
    is_first = line == 0 or sheet.headings[line - 1] or is_prose(sheet, line - 1) or not has_post(sheet.shown[line - 1])
    return is_first and not is_prose(sheet, below[0]) and any(has_post(sheet.shown[i]) for i in below)


def _is_under_post(sheet: Sheet, line: int, last: int) -> bool:
    """Tell dates that stand alone right below a post, and above no other words of the same job."""
    over = line - 1
    if over < 0 or sheet.headings[over] or is_prose(sheet, over) or any(map(str.isalpha, bare_line(sheet, line))):
        return False
    return has_post(sheet.shown[over]) and line == last and range_in(sheet.folded[over]) is None


def dated_posts(sheet: Sheet, lines: Sequence[int], until: int) -> list[Entry]:
    """Return the posts above the first period that have one date behind them: ``Research Assistant – 2025``."""
    list_of_rows = _list_of_rows(sheet, until)
    return [
        Entry(i, i, date)
        for i in lines
        if i < until
        and (not is_prose(sheet, i) or _is_item_as(sheet, i, until))
        and (date := date_in(sheet.folded[i]))
        and (
            _is_dated_post(sheet, i)
            or _is_dated_place(sheet, i, until)
            or _is_date_under_post(sheet, i)
            or i >= list_of_rows
        )
    ]


def later_posts(sheet: Sheet, lines: Sequence[int], found: Sequence[Entry]) -> list[Entry]:
    """Return the posts below the last period with one date, later than all others: ``UX Designer, Northwind, 2024``."""
    last = max(entry.period.end for entry in found)
    return [
        Entry(i, i, date)
        for i in lines
        if i > found[-1].last
        and last < NOW
        and not is_prose(sheet, i)
        and (date := date_in(sheet.folded[i]))
        and date.end > last
        and _is_dated_post(sheet, i)
    ]


def _is_item_as(sheet: Sheet, number: int, other: int) -> bool:
    """Tell an item of the list whose other items have periods: ``* Fellow (2021)`` / ``* Lecturer (2019-2021)``."""
    marks = sheet.folded[number][:2], sheet.folded[other][:2]
    return marks[0] == marks[1] and marks[0][:1] in ITEM_MARKS and len(sheet.folded[number]) <= MAX_DATED_ITEM


def _list_of_rows(sheet: Sheet, until: int) -> int:
    """Return the heading right over a list all of whose rows end in dates of their own; behind ``until`` if none is there.

    ``Northmoor Dynamics 2021 - 2024`` below ``Larch Stores, 2017`` is another job, and none of the rows is the header of the
    next.
    """
    rows = range(until, -1, -1)
    other = next((i for i in rows if not _ends_in_date(sheet, i) or has_post(bare_line(sheet, i))), 0)
    return next((i for i in range(other, until) if sheet.headings[i]), until)


def _ends_in_date(sheet: Sheet, number: int) -> bool:
    """Tell a row of words and their date at its end."""
    line = sheet.folded[number].rstrip(" ).")
    words = bare_line(sheet, number).rstrip()
    return line[-1:].isdigit() and any(map(str.isalpha, words)) and date_in(line) is not None and len(words) < len(line)


def _is_dated_place(sheet: Sheet, number: int, until: int) -> bool:
    """Tell a season and a place over a house and a post: ``Stagione estiva 2024 - Tertenia`` / ``Hotel Linda (Chef de Rang)``."""
    below = number + 1
    if sheet.is_chinese or below >= until or sheet.headings[below] or date_in(sheet.folded[below]):
        return False
    is_season = _SEASON.search(sheet.folded[number]) is not None
    return is_season and has_post(bare_line(sheet, below)) and not is_prose(sheet, below)


def _is_date_under_post(sheet: Sheet, number: int) -> bool:
    """Tell one date alone under a post in larger print and its house: ``Team Lead`` / ``Larch College`` / ``2024``."""
    post = number - N_OF_JOB
    if post < 0 or not is_date_alone(sheet.folded[number]) or any(sheet.headings[post : number + 1]):
        return False
    is_large = sheet.sizes[post] > sheet.sizes[number - 1] == sheet.sizes[number] > 0
    return is_large and has_post(sheet.shown[post]) and not any(is_prose(sheet, i) for i in (post, number - 1))


def _is_dated_post(sheet: Sheet, number: int) -> bool:
    cells = _CELLS.split(sheet.folded[number])
    while len(cells) > 1 and not any(map(str.isdigit, cells[-1])) and is_aside(cells[-1].strip(" ().")):
        cells.pop()  # 2024 | Remoto
    if "\t" in sheet.folded[number] and len(cells) > 1 and is_date_alone(cells[0]) and has_post(cells[1]):
        return True  # 2014<tab>Cashier, Northwind Foods
    last = cells[-1].rstrip(" ).")[-1:]
    return (last.isdigit() or last in _ENDS_OF_DATES) and has_post(bare_line(sheet, number))
