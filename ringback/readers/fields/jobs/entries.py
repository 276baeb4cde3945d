"""The jobs of a resume in order of print: where a period of work is printed; its header is found in :mod:`job_headers`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.broken_ends import end_below
from ringback.readers.fields.jobs.dated_houses import houses_of_one_date
from ringback.readers.fields.jobs.dated_posts import MIN_ORDERED, dated_posts, later_posts, with_lone_years
from ringback.readers.fields.jobs.entry_dates import Entry, entry_at
from ringback.readers.fields.jobs.lines import bare_line, has_post
from ringback.readers.fields.jobs.opening_dates import opening_of_one_date
from ringback.readers.fields.jobs.present_entries import MIN_RANGES, held_now, under_present, with_open, with_present
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.memory import once_a_line
from ringback.readers.fields.periods import NOW, Period, date_in, is_date_alone

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet


def entries_of(sheet: Sheet, lines: Sequence[int]) -> list[Entry]:
    """Return the entries whose periods stand on these lines, in order of print."""
    return list(_entries_on(sheet, tuple(lines)))


@once_a_line
def _entries_on(sheet: Sheet, lines: tuple[int, ...]) -> list[Entry]:
    found: list[Entry] = []
    for number in lines:
        if found and number <= found[-1].last:
            continue
        entry = entry_at(sheet, number)
        if entry:
            found.append(entry)
    section = sheet.sections[lines[0]] if lines else ""
    if section != "experience":
        return _with_opening(sheet, lines, found) if section == "projects" and found else found
    if all(is_prose(sheet, one.line) for one in found) and sum(_is_date_of_entry(sheet, i) for i in lines) > 1:
        found = []  # dates that stand alone say when, not those that a sentence tells
    if (present := under_present(sheet, lines)) is not None and not any(entry.period.end == NOW for entry in found):
        found = sorted([*found, Entry(present, present, Period(NOW - 1, NOW))], key=lambda entry: entry.line)
    if found:
        found = [held_now(sheet, one) for one in _under_stack(sheet, _with_ends_below(sheet, found))]
        found = with_lone_years(sheet, lines, with_present(sheet, lines, with_open(sheet, lines, found)))
        houses = houses_of_one_date(sheet, lines, [(entry.line, entry.last) for entry in found])
        found = sorted([*found, *(Entry(i, i, date) for i, date in houses)], key=lambda entry: entry.line)
        found = _with_opening(sheet, lines, found)
        return [*dated_posts(sheet, lines, found[0].line), *found, *later_posts(sheet, lines, found)]
    dated = [Entry(i, i, date) for i in lines if not is_prose(sheet, i) and (date := date_in(sheet.folded[i]))]
    return with_present(sheet, lines, dated)


def _is_date_of_entry(sheet: Sheet, number: int) -> bool:
    """Tell dates that stand alone from a year in larger print over a list: papers, news."""
    is_over_list = sheet.sizes[number] > sheet.body_size and sheet.folded[number].strip().isdigit()
    return not is_over_list and is_date_alone(sheet.folded[number])


def _with_ends_below(sheet: Sheet, found: list[Entry]) -> list[Entry]:
    """Close the jobs whose ends the margin sets below their headers."""
    jobs = [(one.line, one.period) for one in found]
    ends = [end_below(sheet, jobs, number) for number in range(len(found))]
    return [replace(one, period=end) if end else one for one, end in zip(found, ends, strict=True)]


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
