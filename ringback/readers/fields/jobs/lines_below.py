"""Which lines below the dates of a job are its header: down to what was done there, and to the next job."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.facts import goes_on_under_facts
from ringback.readers.fields.jobs.items import is_outer_item, item_of
from ringback.readers.fields.jobs.job_places import is_place
from ringback.readers.fields.jobs.lines import bare_line, has_post, header_in
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.rows import runs_over
from ringback.readers.fields.jobs.running_text import MAX_HEADER_CHARS, is_text
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.periods import date_in, is_date_alone, without_periods
from ringback.readers.normalise import fold, is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

MAX_LEAD = 4
MAX_BELOW, MAX_ASIDES = 3, 3
MAX_ROLES = 4  # at one firm
MIN_ROW_CELLS, MIN_HOUSE = 3, 0.6
_WORK_ON_PRODUCT = re.compile(
    "(?:平台|系统|项目|商城|小程序|网站|官网)(?:的)?(?:设计|开发|研发|建设|维护|重构|改版)\\s*$"
)
_OPENS_WITH_YEAR = re.compile(r"\W{0,3}(?:19|20)\d{2}[./年-]\s?\d.*[^\W\d_]{2}")
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d\W{0,2}$")
MAX_LONG_HEADER = 150
MIN_ALIKE = 3
MAX_POST_CHARS = 50
MAX_REMARKS = 3  # lines of what is said of a firm, and the post
_QUOTES = '"“”«»„'
_FIRST_PIECE = re.compile(r",\s|:\s|\s[-–—|]\s")
_DOING = re.compile(
    r"[A-Z][a-z]{2,}(?:ing|ed) (?:in|on|with|for|to|towards?|as part of) "
)  # Working in SEO, Contributed to open source
_SINCE = re.compile(r"^(?:seit|since|from|depuis|desde|dal|ab|sinds)\s+", re.IGNORECASE)


def lines_below(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int, n_lead: int) -> list[int]:
    """Return the header lines right below the dates; the last ``n_lead`` lines above the next dates are the next job's."""
    entry = entries[number]
    position = bisect_right(lines, entry.last) - 1
    is_alone = is_alone_below(sheet, lines, entries, number)
    if is_alone or _do_close(sheet, lines, entries, number):
        return [entry.last + 1] * is_alone
    end = entries[number + 1].line - n_lead if number + 1 < len(entries) else len(sheet.folded)
    role = _last_role(entry, entries[number + 1 : number + 1 + MAX_ROLES])
    if role and not _names_title(sheet, entry) and _may_be_role(sheet, role):
        is_below_post = not _letters_of(sheet, role) and role.line - 1 > entry.last
        return [role.line - 1 if is_below_post else role.line]
    if post := _post_under_remark(sheet, lines[position + 1 : position + 1 + MAX_REMARKS], entry, end):
        return [post]
    found: list[int] = []
    for below in lines[position + 1 : position + 1 + MAX_BELOW + MAX_ASIDES]:
        if _is_full(sheet, found) or below >= end or sheet.sections[below] != sheet.sections[entry.line]:
            break
        if goes_on_under_facts(sheet, entry, found, below, end):
            continue
        if (header := _at_description(sheet, entry, found, below)) is not None:
            is_first = not header and below == entry.last + 1 and below - 1 == entry.line
            return [below] if is_first and _is_named_below(sheet, lines, entries, below) else header
        if _is_of_next(sheet, entry, below) or _begins_work(sheet, entry, below):
            break
        if not is_date_alone(sheet.folded[below]):
            found.append(below)
    return found


def _do_close(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int) -> bool:
    """Tell bare dates that end their jobs: words open the section, and dates alone stand at its end."""
    near = (entries[0], *entries[max(0, number - 1) : number + 2], entries[-1])
    if len(entries) < MIN_ALIKE or lines[0] >= entries[0].line or any(_letters_of(sheet, one) for one in near):
        return False
    is_ended = lines[-1] == entries[-1].last or is_date_alone(sheet.folded[lines[-1]])
    return is_ended and any(map(str.isalpha, bare_line(sheet, lines[0])))


def _is_full(sheet: Sheet, found: Sequence[int]) -> bool:
    """Tell a header that takes no more lines; places and superiors take the room of no other line."""
    n_asides = sum(is_place(sheet.shown[i]) or (not sheet.is_chinese and _is_beside(sheet, i)) for i in found)
    return len(found) - min(n_asides, MAX_ASIDES) == MAX_BELOW


def _post_under_remark(sheet: Sheet, below: Sequence[int], entry: Entry, end: int) -> int | None:
    """Return the line of the post that a sentence on the firm parts from its name and dates.

    ``Larch Ltd (2021 – now)`` / ``A family business with forty staff.`` / ``Store Manager``.
    """
    if not below or (below[0] == entry.last + 1 and not is_prose(sheet, below[0])):
        return None  # as nearly always; the rest asks more of each line
    for number in below:
        is_next = number < end and sheet.sections[number] == sheet.sections[entry.line] and not sheet.headings[number]
        if not is_next or item_of(sheet.shown[number]) is not None:
            return None
        if not is_prose(sheet, number):
            text = sheet.shown[number].strip()
            is_told = number > entry.last + 1 and sheet.shown[number - 1].rstrip().endswith((".", "!", "。", "！"))
            is_post = is_told and ". " not in text and len(text) <= MAX_POST_CHARS and title_score(text) == 1.0
            return number if is_post and _is_house_of_remark(sheet, entry) else None
    return None


def _is_house_of_remark(sheet: Sheet, entry: Entry) -> bool:
    """Tell the name and dates of a house alone, with no post in their line or over it."""
    line, over = bare_line(sheet, entry.line), entry.line - 1
    if not any(map(str.isalpha, line)) or has_post(line):
        return False
    is_in_reach = over in sheet.lines_in(sheet.sections[entry.line]) and not sheet.headings[entry.line]
    return not (is_in_reach and has_post(sheet.shown[over]))


def _at_description(sheet: Sheet, entry: Entry, found: list[int], below: int) -> list[int] | None:
    """Return the whole header where this line begins what was done, with the rest of it that it holds itself; else None."""
    if not is_prose(sheet, below) or is_date_alone(sheet.folded[below].split("\t")[0]):
        return None
    is_rest = below - 1 in {entry.line, *found} and runs_over(bare_line(sheet, below - 1), sheet.shown[below])
    is_header = is_rest or _is_long_header(sheet, entry, below) or _is_post_behind_comma(sheet, entry, below)
    return [*found, below] if is_header or _opens_with_job(sheet, entry, below) else found


def _is_named_below(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], below: int) -> bool:
    """Tell the line under bare dates where every job is set so, whatever it says: ``Since 2022`` / ``Keeper of the tides``."""
    opens = lines[0] == entries[0].line
    is_short = len(sheet.folded[below]) <= MAX_HEADER_CHARS and item_of(sheet.shown[below]) is None
    bare = (is_date_alone(sheet.folded[one.line]) or not _letters_of(sheet, one) for one in entries)
    return opens and is_short and len(entries) >= MIN_ALIKE and all(bare)


def _letters_of(sheet: Sheet, entry: Entry) -> bool:
    return any(map(str.isalpha, bare_line(sheet, entry.line)))


def is_alone_below(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int) -> bool:
    """Tell the post between bare dates and the next ones, where one house stands over all: ``2011 – now`` / ``Lecturer``."""
    post = entries[number].last + 1
    over = entries[0].line - 1
    if number + 1 == len(entries) or entries[number + 1].line != post + 1 or not {post, over} <= set(lines):
        return False
    is_bare = not any(mark.isalpha() for one in entries[number : number + 2] for mark in bare_line(sheet, one.line))
    is_house = is_bare and not has_post(sheet.shown[over]) and employer_score(sheet.shown[over]) > 0
    return is_house and has_post(sheet.shown[post])


def _is_long_header(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell a line right under bare dates that begins with a post or a firm, and is long because all is said in it."""
    line = sheet.folded[below]
    first = _FIRST_PIECE.split(line, maxsplit=1)
    if len(first) < 2 or not MAX_HEADER_CHARS < len(line) <= MAX_LONG_HEADER or below != entry.last + 1:
        return False
    is_bare = not any(map(str.isalpha, bare_line(sheet, entry.line))) and not is_text(first[0])
    return is_bare and (title_score(first[0]) == 1.0 or employer_score(first[0]) >= 0.7)


def _opens_with_job(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell the text under bare dates whose first sentence is the job: ``2019-2021`` / ``Engineer at Larch Trust. Built …``."""
    first, over = header_in(sheet.folded[below]), entry.line - 1
    is_named_over = over >= 0 and not sheet.headings[over] and not is_prose(sheet, over)
    is_first = below == entry.last + 1 and first != sheet.folded[below] and not is_named_over
    return is_first and has_post(first) and not any(map(str.isalpha, bare_line(sheet, entry.line)))


def _is_post_behind_comma(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell what begins with the post of a firm that a comma ends: ``(2014 - now) Northwind S.A.,`` / ``web developer. Led …``."""
    line = bare_line(sheet, entry.line).rstrip()
    post, stop, _ = sheet.shown[below].partition(". ")
    is_next = line.endswith(",") and below == entry.last + 1 and not has_post(line)
    return is_next and bool(stop) and len(post) <= MAX_POST_CHARS and title_score(post) >= 0.6


def _is_next_row(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell the next row of a table, that begins with its date as this one does, or gives month and year a cell each.

    ``2016<tab>Thesis`` under ``2012-2014<tab>Intern``; ``November<tab>2015<tab>Project``
    """
    cells = sheet.folded[below].split("\t", 2)
    dates, tab, told = sheet.folded[entry.line].partition("\t")
    if (
        tab
        and told.strip()
        and len(cells) > 1
        and is_date_alone(cells[0])
        and not without_periods(dates, dates).strip()
    ):
        return True
    return len(cells) == MIN_ROW_CELLS and is_date_alone(" ".join(_SINCE.sub("", cell) for cell in cells[:2]))


def _is_of_next(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell a line below the dates of a job that opens the next one, or tells what was worked on."""
    if (
        _is_of_project(sheet, entry, below)
        or _is_next_heading(sheet, entry, below)
        or _is_next_row(sheet, entry, below)
        or is_outer_item(sheet, entry, below)
    ):
        return True
    are_years = _OPENS_WITH_YEAR.match(sheet.folded[below]) and _OPENS_WITH_YEAR.match(sheet.folded[entry.line])
    return are_years is not None or _is_next_of_one_date(sheet, entry, below)


def _is_next_of_one_date(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell the next job, set alike and dated by one year: ``Server, Moor Inn, 2019-Present`` / ``Host, Blue Door Cafe, 2018``.

    So are two houses with their dates in the last cell: ``Moor Inn<tab>2019-2021`` / ``Clerk`` / ``Blue Door<tab>Summer 2018``.
    """
    line = sheet.folded[below]
    if _ENDS_IN_YEAR.search(line) is None or date_in(line) is None:
        return False
    are_posts = [has_post(bare_line(sheet, i)) for i in (entry.line, below)]
    are_cells = all(_ends_in_dates(sheet.folded[i]) for i in (entry.line, below))
    return all(are_posts) or (not any(are_posts) and below > entry.last + 1 and are_cells)


def _ends_in_dates(line: str) -> bool:
    """Tell a row whose last cell holds its dates and nothing else."""
    _, tab, cell = line.rpartition("\t")
    return bool(tab) and (is_date_alone(cell) or not any(map(str.isalnum, without_periods(cell, cell))))


def _begins_work(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell the first line of what was done at a job whose post stands over its dates: ``Hardware design:``, ``"On the moors``."""
    text = sheet.shown[below].strip()
    if text[:1] in _QUOTES and not any(mark in text[1:] for mark in _QUOTES):
        return True
    is_label = text.endswith(":") and not any(map(str.isdigit, text)) and field_of(fold(text.rstrip(": "))) is None
    over = entry.line - 1
    if not is_label and _DOING.match(text) and employer_score(text) < MIN_HOUSE:
        is_bare = not any(map(str.isalpha, bare_line(sheet, entry.line)))
        return is_bare and over >= 0 and not sheet.headings[over] and has_post(sheet.shown[over])
    if not is_label or has_post(bare_line(sheet, entry.line)):
        return is_label
    is_near = over >= 0 and sheet.sections[over] == sheet.sections[below] and not sheet.headings[over]
    return is_near and any(has_post(sheet.shown[i]) for i in (over, over - 1) if i >= 0)


def _is_beside(sheet: Sheet, number: int) -> bool:
    """Tell a line that holds nothing but asides: a street, a grade, whom to ask."""
    atoms = atoms_of(bare_line(sheet, number), row=1)
    return bool(atoms) and all(atom.role == "aside" for atom in atoms)


def _is_next_heading(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell the larger line of the next job, where this one has its own over its dates."""
    here, first = sheet.sizes[entry.line], entry.line - 1
    over = next((i for i in range(first, max(first - MAX_LEAD, -1), -1) if sheet.sizes[i] > here), None)
    if over is None or sheet.sizes[over] <= sheet.body_size:  # dates in small print make no heading of the rest
        return False
    return not sheet.headings[over] and here > 0 and sheet.sizes[below] >= sheet.sizes[over]


def _is_of_project(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell a heading of a lower rank under a firm that names no post: what was worked on there."""
    shown = sheet.shown[below]
    *name, town = shown.split("\t")
    if len(name) == 1 and name[0].strip() and is_place(town):
        return False  # Larch Trust<tab>Salem, Oregon: a house in smaller print than its post
    return (
        sheet.body_size < sheet.sizes[below] < sheet.sizes[entry.line]
        and (title_score(shown) < 0.6 or _WORK_ON_PRODUCT.search(shown) is not None)
        and employer_score(shown) < (MIN_HOUSE if has_post(bare_line(sheet, entry.line)) else 1.0)
        and any(map(str.isalpha, bare_line(sheet, entry.line)))
        and not any(
            title_score(atom.text) and not _WORK_ON_PRODUCT.search(atom.text) for atom in atoms_of(shown, row=1)
        )
    )


def _names_title(sheet: Sheet, entry: Entry) -> bool:
    """Tell whether the line of the dates has a title of its own: then the next line is another job."""
    return has_post(bare_line(sheet, entry.line))


def _may_be_role(sheet: Sheet, role: Entry) -> bool:
    """Tell a post from what was worked on at the firm, by its words where it is Chinese: 2019.6~至今：顾问云."""
    text = bare_line(sheet, role.line)
    return is_latin(text) or has_post(text)


def _last_role(whole: Entry, following: Sequence[Entry]) -> Entry | None:
    """Return the last role at a firm, where the time there is printed beside its name and the roles below."""
    for number, role in enumerate(following):
        is_within = role.period.start >= whole.period.start and role.period.end <= whole.period.end
        if not is_within or (number == 0 and role.line > whole.last + 2):
            return None
        if role.period.end == whole.period.end:
            return role
    return None
