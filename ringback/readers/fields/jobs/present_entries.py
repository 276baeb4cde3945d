"""Jobs that go on: by a heading, by a word behind the post, by a dash without an end, or because they open a dated list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.entry_dates import Entry, entry_at
from ringback.readers.fields.jobs.lines import MAX_ENTRY_CHARS, bare_line, has_post, header_in
from ringback.readers.fields.jobs.no_jobs import is_student_of
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.running_text import MAX_HEADER_CHARS
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.periods import NOW, Period, date_in, dates_end, open_in

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MIN_RANGES = 2
MAX_OPENING, SURE_FIRM = 3, 0.7
MAX_DATES_CHARS = 24
ITEM_MARKS = frozenset("*-•–▪")
N_OF_JOB = 2  # its post and its house
_PRESENT = re.compile(
    r"\b(?:present|current|actual|actuel(?:le)?s?|aktuelle[rs]?|derzeitige[rs]?|gegenwärtige[rs]?|atual|attuale"
    r"|huidige|currently)\b|现任|现职|目前",
    re.IGNORECASE,
)
_NOW_HELD = re.compile(
    r"(?:current|present) (?:academic |professional )?(?:position|appointment|employment|job|role|post)", re.IGNORECASE
)
_NOW_BEHIND = re.compile(
    r"(?<!\s)(?:\s*[(\[|]\s*|\s+[-~]\s*|[^\S\t]*\t\s*|, ?(?=[\w ]{3,12}\)))"
    r"(?:present|current(?:ly)?|ongoing|now|to date)\s*[)\]]?$",
    re.IGNORECASE,
)
_NOW_IN_FRONT = re.compile(
    r"\W*(?:current(?:ly)?|present|now)(?: (?:job|position|role|post))?\s*[:–-]\s*(?=[A-Z])", re.IGNORECASE
)
_NOW_INSIDE = re.compile(r"\s*[(\[]\s*(?:present|current|ongoing|now)\s*[)\]](?=\s+[A-Z])", re.IGNORECASE)
_FIRST_NAME = re.compile(r",? [-–—|] |\t|, (?!(?:LLC|LLP|Inc|Ltd|P\.))")


def under_present(sheet: Sheet, lines: Sequence[int]) -> int | None:
    """Return the first line under ``Current position`` where nothing there is dated: that job goes on."""
    for number, is_heading in enumerate(sheet.headings[:-1]):
        if not is_heading or number + 1 not in lines:
            continue
        title = (
            f"{sheet.folded[number - 1]} {sheet.folded[number]}" if _is_half(sheet, number) else sheet.folded[number]
        )
        end = next((i for i in range(number + 1, len(sheet.headings)) if sheet.headings[i]), len(sheet.headings))
        is_study = is_student_of(sheet.folded[number + 1])
        if _PRESENT.search(title) and not is_study and not any(entry_at(sheet, i) for i in range(number + 1, end)):
            return number + 1
    return None


def held_now(sheet: Sheet, entry: Entry) -> Entry:
    """Let the job right under ``Current Position`` go on, whatever end is foreseen for it."""
    over = entry.line - 1
    while over > 0 and not sheet.headings[over] and entry.line - over < N_OF_JOB:
        over -= 1
    is_held = over >= 0 and sheet.headings[over] and _NOW_HELD.fullmatch(sheet.folded[over].strip(" :")) is not None
    return Entry(entry.line, entry.last, Period(entry.period.start, NOW)) if is_held else entry


def with_open(sheet: Sheet, lines: Sequence[int], found: list[Entry]) -> list[Entry]:
    """Add the jobs that begin with one date and a dash where the others begin with two: they go on."""
    n_ranges = sum(dates_end(sheet.folded[entry.line][:MAX_DATES_CHARS]) > 0 for entry in found)
    if n_ranges < MIN_RANGES:
        return found
    taken = {entry.line for entry in found if entry.period.end == NOW}
    more = [Entry(i, i, period) for i in lines if i not in taken and (period := open_in(sheet.folded[i]))]
    lines_of_more = {entry.line for entry in more}
    both = sorted([*(one for one in found if one.line not in lines_of_more), *more], key=lambda entry: entry.line)
    closed: list[Entry] = []
    for entry in both:
        start = entry.period.start
        is_closed = bool(closed) and _is_year_below(sheet, closed[-1], entry)
        closed.append(Entry(entry.line, entry.last, Period(start, start)) if is_closed else entry)
    return closed


def _is_year_below(sheet: Sheet, above: Entry, entry: Entry) -> bool:
    """Tell a year alone before its job, below a later job that has ended: ``2017 - Larch Works`` did not go on since."""
    is_open = entry.period.end == NOW and _is_year(entry.period) and open_in(sheet.folded[entry.line]) is not None
    return is_open and entry.period.start <= above.period.end < NOW


def _is_year(period: Period) -> bool:
    """Tell a period that begins with a year of which no month is told."""
    return period.start == int(period.start)


def with_present(sheet: Sheet, lines: Sequence[int], found: list[Entry]) -> list[Entry]:
    """Add the posts that only a word behind them dates: ``Research Associate (Present)``.

    Beside a dated job that goes on they count only above all others.
    """
    goes_on = any(entry.period.end == NOW for entry in found)
    more = [
        Entry(i, i, Period(NOW - 1, NOW))
        for i in lines
        if (not goes_on or i < found[0].line)
        and (
            now := _NOW_BEHIND.search(_header(sheet.folded[i]))
            or _NOW_INSIDE.search(sheet.folded[i][:MAX_HEADER_CHARS])
        )
        and (has_post(said := sheet.shown[i][: now.start()]) or _is_firm_under_post(sheet, i, said))
    ]
    if not (more or goes_on):
        fronts = ((i, _NOW_IN_FRONT.match(sheet.shown[i][:MAX_HEADER_CHARS])) for i in lines)
        more = [Entry(i, i, Period(NOW - 1, NOW)) for i, now in fronts if now and has_post(sheet.shown[i][now.end() :])]
    if not (more or goes_on) and (first := _undated_first(sheet, lines, found)) is not None:
        more = [Entry(first, first, Period(NOW - 1, NOW))]
    return sorted([*found, *more], key=lambda entry: entry.line)


def _header(line: str) -> str:
    return header_in(line) if len(line) > MAX_ENTRY_CHARS else line


def _is_firm_under_post(sheet: Sheet, number: int, said: str) -> bool:
    """Tell the firm under its post, where the word stands behind the firm: ``Cashier`` / ``Northwind Foods (Present)``."""
    over = number - 1
    if over < 0 or sheet.headings[over] or sheet.sections[over] != sheet.sections[number] or is_prose(sheet, over):
        return False
    return said[:1].isupper() and not date_in(sheet.folded[over]) and has_post(sheet.shown[over])


def _undated_first(sheet: Sheet, lines: Sequence[int], found: Sequence[Entry]) -> int | None:
    """Return the line of the post that opens a section of dated jobs, latest first, and has no dates: it goes on.

    A description parts it from the next job. Bare dates that end the section close the jobs above them, and leave none undated.
    """
    starts = [entry.period.start for entry in found]
    if (
        len(found) < MIN_RANGES
        or _are_closing(sheet, lines, found)
        or any(after > before for before, after in pairwise(starts))
    ):
        return None
    opens = next((i for i in range(found[0].line, -1, -1) if sheet.headings[i]), 0)
    own = [i for i in lines if opens <= i < found[0].line]
    top = next((n for n, i in enumerate(own) if is_prose(sheet, i)), 0)
    opening = own[:top]
    if any(sheet.shown[i][:1] in ITEM_MARKS and date_in(sheet.folded[i]) for i in own[top:]):
        return None  # • Financial Management, Winter 2019: what was taught there tells when
    posts = [i for i in opening if has_post(sheet.shown[i])]
    firms = [i for i in opening if employer_score(_FIRST_NAME.split(sheet.shown[i])[0]) >= SURE_FIRM]
    is_job = 0 < top <= MAX_OPENING and len(posts) == 1 and bool(firms)
    return posts[0] if is_job and not any(date_in(sheet.folded[i]) for i in opening) else None


def _are_closing(sheet: Sheet, lines: Sequence[int], found: Sequence[Entry]) -> bool:
    """Tell dates that stand alone below what was done in each job."""
    return lines[-1] == found[-1].last and not any(map(str.isalpha, bare_line(sheet, lines[-1])))


def _is_half(sheet: Sheet, number: int) -> bool:
    """Tell whether a heading goes on from the line above: PRESENT / APPOINTMENT in a narrow column, Present / Appointment."""
    above = sheet.folded[number - 1] if number else ""
    if above.isupper() and sheet.folded[number].isupper():
        return above.isalpha()
    return _PRESENT.fullmatch(above) is not None and sheet.sizes[number - 1] == sheet.sizes[number]
