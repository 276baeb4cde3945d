"""The jobs of a resume: where a period of work is printed; its header is found in :mod:`job_headers`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.asides import is_aside
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.broken_ends import end_below
from ringback.readers.fields.jobs.dated_houses import houses_of_one_date
from ringback.readers.fields.jobs.lines import MAX_DATED_CHARS, bare_line, has_post, header_in, is_dated_first
from ringback.readers.fields.jobs.no_jobs import is_student_of
from ringback.readers.fields.jobs.opening_dates import opening_of_one_date
from ringback.readers.fields.jobs.posts_in_row import posts_in_row
from ringback.readers.fields.jobs.prose import MAX_HEADER_CHARS, is_prose
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.memory import once_a_line
from ringback.readers.fields.periods import (
    NOW,
    Period,
    date_in,
    dates_end,
    is_date_alone,
    open_in,
    period_in,
    range_in,
)

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MIN_RANGES = 2
MAX_OPENING, SURE_FIRM = 3, 0.7
MAX_DATES_CHARS = 24
MAX_DATED_ITEM = 60
_ITEM_MARKS = frozenset("*-•–▪")
N_OF_JOB = 2  # its post and its house
MIN_ORDERED = 3  # jobs that tell an order
_PRESENT = re.compile(
    r"\b(?:present|current|actual|actuel(?:le)?s?|aktuelle[rs]?|derzeitige[rs]?|gegenwärtige[rs]?|atual|attuale"
    r"|huidige|currently)\b|现任|现职|目前",
    re.IGNORECASE,
)
_NOW_HELD = re.compile(
    r"(?:current|present) (?:academic |professional )?(?:position|appointment|employment|job|role|post)", re.IGNORECASE
)
_NOW_BEHIND = re.compile(
    r"(?<!\s)(?:\s*[(\[|]\s*|\s+[-~]\s*|[^\S\t]*\t\s*)(?:present|current(?:ly)?|ongoing|now|to date)\s*[)\]]?$",
    re.IGNORECASE,
)
_NOW_IN_FRONT = re.compile(
    r"\W*(?:current(?:ly)?|present|now)(?: (?:job|position|role|post))?\s*[:–-]\s*(?=[A-Z])", re.IGNORECASE
)
_NOW_INSIDE = re.compile(r"\s*[(\[]\s*(?:present|current|ongoing|now)\s*[)\]](?=\s+[A-Z])", re.IGNORECASE)
_SEASON = re.compile(
    r"\b(?:stagion[ei]|saison|temporada|estação|seizoen|(?:sommer|winter)saison|säsong|sæson|estiv[ao]|invernal[ei])\b",
    re.IGNORECASE,
)
_FIRST_NAME = re.compile(r",? [-–—|] |\t|, (?!(?:LLC|LLP|Inc|Ltd|P\.))")
_CELLS = re.compile(r"\s*[|·\t]\s*")
_FOOT = re.compile(
    r"©|\bcopyright\b|all rights reserved|\bICP\s?[备備]|版权所有|版權所有", re.IGNORECASE
)  # of a saved page
_MAY_BE_FOOT = re.compile("©|copyright|all rights|icp|版权|版權")
_TO = re.compile(r"^(?:to|until|bis|à|a|al|hasta|até|至|到)\s+", re.IGNORECASE)
_OPEN_RANGE = re.compile(r"(?<!\s)\s*(?:[-~]|to|until|至|到)$", re.IGNORECASE)
_OPEN_ENDS = ("-", "~", "to", "until", "至", "到")
_FROM = re.compile(r"^(?:from|since)\s+(?=\S)", re.IGNORECASE)
_DOTS = frozenset({"...", "..", "…"})  # for what goes on
_DASH_ALONE = re.compile(r"(?:[-~|·↓]+|至|到|to|until)", re.IGNORECASE)


_ENDS_OF_DATES = frozenset("年月日春夏秋冬季")  # 2024年夏, 2024年6月


@dataclass(frozen=True, slots=True)
class Entry:
    """A job: ``line`` is where its period begins and ``last`` where it ends (narrow columns stack the two dates)."""

    line: int
    last: int
    period: Period


def entries_of(sheet: Sheet, lines: Sequence[int]) -> list[Entry]:
    """Return the entries whose periods stand on these lines, in order of print."""
    return list(_entries_on(sheet, tuple(lines)))


@once_a_line
def _entries_on(sheet: Sheet, lines: tuple[int, ...]) -> list[Entry]:
    found: list[Entry] = []
    for number in lines:
        if found and number <= found[-1].last:
            continue
        entry = _entry_at(sheet, number)
        if entry:
            found.append(entry)
    section = sheet.sections[lines[0]] if lines else ""
    if section != "experience":
        return _with_opening(sheet, lines, found) if section == "projects" and found else found
    if all(is_prose(sheet, one.line) for one in found) and sum(_is_date_of_entry(sheet, i) for i in lines) > 1:
        found = []  # dates that stand alone say when, not those that a sentence tells
    if (present := _under_present(sheet, lines)) is not None and not any(entry.period.end == NOW for entry in found):
        found = sorted([*found, Entry(present, present, Period(NOW - 1, NOW))], key=lambda entry: entry.line)
    if found:
        found = [_held_now(sheet, one) for one in _under_stack(sheet, _with_ends_below(sheet, found))]
        found = _with_lone_years(sheet, lines, _with_present(sheet, lines, _with_open(sheet, lines, found)))
        houses = houses_of_one_date(sheet, lines, [(entry.line, entry.last) for entry in found])
        found = sorted([*found, *(Entry(i, i, date) for i, date in houses)], key=lambda entry: entry.line)
        found = _with_opening(sheet, lines, found)
        return [*_dated_posts(sheet, lines, found[0].line), *found, *_later_posts(sheet, lines, found)]
    dated = [Entry(i, i, date) for i in lines if not is_prose(sheet, i) and (date := date_in(sheet.folded[i]))]
    return _with_present(sheet, lines, dated) if dated else []


def _is_date_of_entry(sheet: Sheet, number: int) -> bool:
    """Tell dates that stand alone from a year in larger print over a list: papers, news."""
    is_over_list = sheet.sizes[number] > sheet.body_size and sheet.folded[number].strip().isdigit()
    return not is_over_list and is_date_alone(sheet.folded[number])


def _with_ends_below(sheet: Sheet, found: list[Entry]) -> list[Entry]:
    """Close the jobs whose ends the margin sets below their headers."""
    jobs = [(one.line, one.period) for one in found]
    return [replace(one, period=end_below(sheet, jobs, n) or one.period) for n, one in enumerate(found)]


def _with_opening(sheet: Sheet, lines: Sequence[int], found: list[Entry]) -> list[Entry]:
    """Add the job that opens the list with one date; among projects only a post makes one."""
    opening = opening_of_one_date(sheet, lines, [(entry.line, entry.period) for entry in found])
    if opening is None:
        return found
    line, period = opening
    near = range(max(0, line - 1), min(line + 2, len(sheet.shown)))
    is_job = sheet.sections[line] == "experience" or any(has_post(bare_line(sheet, i)) for i in near)
    return [Entry(line, line, period), *found] if is_job else found


def dated_at_company(sheet: Sheet, lines: Sequence[int]) -> list[Entry]:
    """Return the rows that name a company beside one date, among projects and practice that have no periods."""
    return [
        Entry(i, i, date)
        for i in lines
        if "公司" in sheet.folded[i]
        and (date := date_in(sheet.folded[i]))
        and any(employer_score(atom.text) == 1.0 for atom in atoms_of(bare_line(sheet, i), row=0))
    ]


def _under_present(sheet: Sheet, lines: Sequence[int]) -> int | None:
    """Return the first line under ``Current position`` where nothing there is dated: that job goes on."""
    for number, is_heading in enumerate(sheet.headings[:-1]):
        if not is_heading or number + 1 not in lines:
            continue
        title = (
            f"{sheet.folded[number - 1]} {sheet.folded[number]}" if _is_half(sheet, number) else sheet.folded[number]
        )
        end = next((i for i in range(number + 1, len(sheet.headings)) if sheet.headings[i]), len(sheet.headings))
        is_study = is_student_of(sheet.folded[number + 1])
        if _PRESENT.search(title) and not is_study and not any(_entry_at(sheet, i) for i in range(number + 1, end)):
            return number + 1
    return None


def _held_now(sheet: Sheet, entry: Entry) -> Entry:
    """Let the job right under ``Current Position`` go on, whatever end is foreseen for it."""
    over = entry.line - 1
    while over > 0 and not sheet.headings[over] and entry.line - over < N_OF_JOB:
        over -= 1
    is_held = over >= 0 and sheet.headings[over] and _NOW_HELD.fullmatch(sheet.folded[over].strip(" :")) is not None
    return Entry(entry.line, entry.last, Period(entry.period.start, NOW)) if is_held else entry


def _with_open(sheet: Sheet, lines: Sequence[int], found: list[Entry]) -> list[Entry]:
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


def _with_present(sheet: Sheet, lines: Sequence[int], found: list[Entry]) -> list[Entry]:
    """Add the posts that only a word behind them dates: ``Research Associate (Present)``.

    Beside a dated job that goes on they count only above all others.
    """
    goes_on = any(entry.period.end == NOW for entry in found)
    more = [
        Entry(i, i, Period(NOW - 1, NOW))
        for i in lines
        if (not goes_on or i < found[0].line)
        and (now := _NOW_BEHIND.search(sheet.folded[i]) or _NOW_INSIDE.search(sheet.folded[i][:MAX_HEADER_CHARS]))
        and (has_post(said := sheet.shown[i][: now.start()]) or _is_firm_under_post(sheet, i, said))
    ]
    if not (more or goes_on):
        fronts = ((i, _NOW_IN_FRONT.match(sheet.shown[i][:MAX_HEADER_CHARS])) for i in lines)
        more = [Entry(i, i, Period(NOW - 1, NOW)) for i, now in fronts if now and has_post(sheet.shown[i][now.end() :])]
    if not (more or goes_on) and (first := _undated_first(sheet, lines, found)) is not None:
        more = [Entry(first, first, Period(NOW - 1, NOW))]
    return sorted([*found, *more], key=lambda entry: entry.line)


def _with_lone_years(sheet: Sheet, lines: Sequence[int], found: list[Entry]) -> list[Entry]:
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


def _under_stack(sheet: Sheet, found: list[Entry]) -> list[Entry]:
    """Leave the first period of a column of bare ones that stands in front of the jobs: it is that of the job below them.

    ``2021-2022`` / ``2019-2021`` / ``2014-2019`` / ``Team Lead`` / ``Northwind Motors``
    """
    n_bare = next((n for n, one in enumerate(found) if any(map(str.isalpha, bare_line(sheet, one.line)))), len(found))
    stack = found[:n_bare]
    is_stack = len(stack) >= MIN_RANGES and all(after.line == before.last + 1 for before, after in pairwise(stack))
    if not is_stack or n_bare < len(found) or any(a.period.start <= b.period.start for a, b in pairwise(stack)):
        return found
    return [Entry(stack[-1].line, stack[-1].last, stack[0].period)]


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
    if any(sheet.shown[i][:1] in _ITEM_MARKS and date_in(sheet.folded[i]) for i in own[top:]):
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


def _dated_posts(sheet: Sheet, lines: Sequence[int], until: int) -> list[Entry]:
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


def _later_posts(sheet: Sheet, lines: Sequence[int], found: Sequence[Entry]) -> list[Entry]:
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
    return marks[0] == marks[1] and marks[0][:1] in _ITEM_MARKS and len(sheet.folded[number]) <= MAX_DATED_ITEM


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


@once_a_line
def _entry_at(sheet: Sheet, number: int) -> Entry | None:
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
    until = _TO.sub("", until)
    until = "now" if until.lstrip("-~/ ") in _DOTS else until
    if not is_date_alone(until):
        return None
    period = period_in(f"{cells[0]} - {until}")
    if period is None:
        return None
    beside = sheet.folded[number : number + 1 + (not has_dash)]
    is_column = any("\t" in line for line in beside)  # the job stands beside its dates, not below them
    return Entry(number, number if is_column else number + 1 + has_dash, period)


def latest(entries: Sequence[Entry]) -> Entry:
    """Return the entry with the latest end; of equals the first printed, or the last where jobs stand oldest first."""
    return latest_first(entries)[0]


def latest_first(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries by their ends, the latest first; of equals the first printed, or the last in a list oldest first."""
    starts = [entry.period.start for entry in entries]
    steps = [after - before for before, after in pairwise(starts)]
    n_up, n_down = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    is_oldest_first = (len(starts) >= MIN_ORDERED and n_up > 1 and n_down == 0) or n_up > MIN_ORDERED * max(n_down, 1)
    sign = 1 if is_oldest_first else -1
    ranked = sorted(enumerate(entries), key=lambda item: (item[1].period.end, sign * item[0]), reverse=True)
    return [entry for _, entry in ranked]
