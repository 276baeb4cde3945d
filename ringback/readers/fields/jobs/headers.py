"""The header of a job: which lines around its dates name post and firm."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.asides import is_place
from ringback.readers.fields.jobs.atoms import Atom, atoms_of, with_soft_seam
from ringback.readers.fields.jobs.items import item_of, names_job
from ringback.readers.fields.jobs.lines import bare_line, has_post
from ringback.readers.fields.jobs.prose import MAX_HEADER_CHARS, is_prose, is_text
from ringback.readers.fields.jobs.rows import breaks_post, join_at_commas, runs_over, tells_deed, with_wrapped
from ringback.readers.fields.jobs.tables import columns_of
from ringback.readers.fields.jobs.titles import employer_score, is_placeholder, title_score
from ringback.readers.fields.periods import is_date_alone
from ringback.readers.fields.sections import TOP
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entries import Entry
    from ringback.readers.fields.sheet import Sheet

MAX_LEAD = 4
MAX_BELOW, MAX_ASIDES = 3, 3
MAX_ROLES = 4  # at one firm
MAX_ITEMS_OVER = 2
_ABOVE_COST, _ROW_COST, _BELOW_COST, _BARE_COST = 0.05, 0.08, 0.3, 0.1
MAX_NAME_WORDS = 4
_BESIDE_DATES = re.compile(r"\b(?:started|dates?|period|duration|from|employed|time|when|years?)\b", re.IGNORECASE)
MIN_ROW_CELLS = 3
_WORK_ON_PRODUCT = re.compile(
    "(?:平台|系统|项目|商城|小程序|网站|官网)(?:的)?(?:设计|开发|研发|建设|维护|重构|改版)\\s*$"
)
_OPENS_WITH_YEAR = re.compile(r"\W{0,3}(?:19|20)\d{2}[./年-]\s?\d.*[^\W\d_]{2}")
MAX_LONG_HEADER = 150
_FIRST_PIECE = re.compile(r",\s|:\s|\s[-–—|]\s")
_SINCE = re.compile(r"^(?:seit|since|from|depuis|desde|dal|ab|sinds)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a job: its lines by row (0 is the line of the dates, periods blanked) and their atoms in order.

    ``far_rows`` is what counts against a row: a line below where the other jobs have their header above.
    """

    lines: dict[int, str]
    atoms: list[Atom]
    far_rows: dict[int, float]


def header_of(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], entry: Entry) -> Header:
    """Return the header lines around the dates of a job."""
    number = entries.index(entry)
    n_lead = _n_lead(sheet, lines, entries)
    closed = _over_description(sheet, lines, entries, number)
    above = closed or _above(sheet, lines, entries, number, n_lead)
    below = [] if closed else _below(sheet, lines, entries, number, n_lead)
    rows = (
        {-n: line for n, line in enumerate(reversed(above), 1)}
        if closed
        else {line - entry.line: line for line in above}
    )
    rows |= {0: entry.line}
    rows |= {line - entry.last: line for line in below}
    texts = {row: bare_line(sheet, line) for row, line in rows.items()}
    if len(texts) > 1 and tells_deed(texts[0]):
        del texts[0]
    _begin_at_break(sheet, lines, rows, texts)
    join_at_commas(texts)
    for row in sorted(texts)[:-1]:
        whole = with_wrapped(texts[row], texts.get(row + 1, "")) if row >= 0 and row in texts else ""
        if whole and whole != texts[row]:
            texts[row] = whole
            del texts[row + 1]
    below_cost = (_BARE_COST if _is_between(texts) else _BELOW_COST) if above else 0.0
    far = {row: -row * _ABOVE_COST if row <= 0 else row * _ROW_COST + below_cost for row in texts}
    columns = {row: columns_of(sheet.folded, sheet.headings, rows[row]) for row in texts}
    atoms = [atom for row in sorted(texts) for atom in atoms_of(texts[row], row=row, columns=columns[row])]
    return Header(texts, with_soft_seam(atoms, texts), far)


def _begin_at_break(sheet: Sheet, lines: Sequence[int], rows: dict[int, int], texts: dict[int, str]) -> None:
    """Put back in front what the margin broke off the first row: ``Northwind — Business Intelligence`` / ``Analyst``."""
    first = min(texts)
    over = rows[first] - 1
    if first < 0 and over in lines and breaks_post(sheet.shown[over], texts[first]):
        texts[first] = f"{bare_line(sheet, over).rstrip()} {texts[first].strip()}"


def _is_between(texts: dict[int, str]) -> bool:
    """Tell a post over bare dates and a name below them: what stands below is the firm, though no word gives it away."""
    words = texts.get(1, "").split()
    is_name = 0 < len(words) <= MAX_NAME_WORDS and all(word[:1].isupper() for word in words)
    is_bare = not atoms_of(texts.get(0, ""), row=0) or is_placeholder(texts.get(0, "").strip(" \t:-"))
    return is_name and is_bare and set(texts) <= {-1, 0, 1} and has_post(texts.get(-1, ""))


def _n_lead(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry]) -> int:
    """Return how many header lines stand above the first dates of the section: the jobs after it are set alike.

    Without a heading the lines above the first dates are the head of the resume, which tells nothing; then the job that has
    the fewest such lines tells.
    """
    if sheet.sections[entries[0].line] != TOP:
        return _n_above(sheet, lines, entries[0].line, -1)
    numbers = [_n_above(sheet, lines, here.line, before.last) for before, here in pairwise(entries)]
    return min(numbers, default=_n_above_title(sheet, lines, entries[0].line))


def _n_above(sheet: Sheet, lines: Sequence[int], line: int, floor: int) -> int:
    position = lines.index(line)
    n_lead = 0
    for back in range(position - 1, -1, -1):
        number = lines[back]
        if number <= floor or number + 1 != lines[back + 1] or sheet.headings[number + 1] or is_prose(sheet, number):
            break
        n_lead += 1
    return min(n_lead, MAX_LEAD)


def _n_above_title(sheet: Sheet, lines: Sequence[int], line: int) -> int:
    """Return 1 where the only dates of a resume without headings stand right below ``Title – Company``."""
    above = sheet.folded[line - 1] if line - 1 in lines else ""
    atoms = atoms_of(above, row=-1) if above else []
    return int(len(atoms) > 1 and any(title_score(atom.text) >= 0.8 for atom in atoms))  # noqa: PLR2004


def _above(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int, n_lead: int) -> list[int]:
    """Return the header lines right above the dates, down to the job before, a description or a heading."""
    line = entries[number].line
    position = lines.index(line)
    floor = entries[number - 1].last if number else -1
    is_lead_known = not sheet.is_chinese or sheet.sections[line] != TOP
    n_most = n_lead if is_lead_known else max(n_lead, MAX_LEAD if number == 0 else 1)
    has_jobs_below = lines[0] == entries[0].line and not any(mark.isalpha() for mark in bare_line(sheet, lines[0]))
    n_items = 0 if has_jobs_below else _n_items_over_dates(sheet, entries[number], floor)
    n_most = n_most or _is_under_heading(sheet, entries[number]) or n_items or _n_wrapped(sheet, entries[number], floor)
    found: list[int] = []
    for back in range(position - 1, max(-1, position - 1 - n_most), -1):
        above = lines[back]
        if (
            above <= floor
            or above + 1 != lines[back + 1]
            or (is_prose(sheet, above) and above < line - n_items and not _is_larger(sheet, above, line))
            or sheet.headings[above + 1]
            or sheet.sections[above] != sheet.sections[line]
        ):
            break
        found.append(above)
    return sorted(found) or _over_remark(sheet, lines, entries, number)


def _over_description(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int) -> list[int]:
    """Return the header where the dates close each job, below what was done there: post, firm, a sentence, the dates."""
    is_closing = lines[0] < entries[0].line and lines[-1] == entries[-1].last
    if not is_closing or any(
        _BESIDE_DATES.sub("", bare_line(sheet, entry.line)).strip(" \t:.-–()") for entry in entries
    ):
        return []
    floor = entries[number - 1].last if number else -1
    own = [i for i in lines if floor < i < entries[number].line]
    n_head = next((n for n, i in enumerate(own) if is_prose(sheet, i)), len(own))
    return own[:n_head] if n_head <= MAX_LEAD and n_head < len(own) else []


def _over_remark(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int) -> list[int]:
    """Return the line of the post where one sentence on the firm parts it from dates that stand alone."""
    line, floor = entries[number].line, entries[number - 1].last if number else -1
    position = lines.index(line)
    above = line - 2
    is_bare = not any(mark.isalpha() for mark in bare_line(sheet, line)) or is_date_alone(sheet.folded[line])
    is_bare = is_bare and lines[0] < entries[0].line  # dates that open the section have their jobs below
    if not is_bare or position < 2 or lines[position - 2] != above or above <= floor or not is_prose(sheet, line - 1):  # noqa: PLR2004
        return []
    is_header = not is_prose(sheet, above) and not any(sheet.headings[above : line + 1])
    return [above] if is_header and has_post(bare_line(sheet, above)) else []


def _n_items_over_dates(sheet: Sheet, entry: Entry, floor: int) -> int:
    """Return how many items of a list name the job right over dates that stand alone: ``* 巨庭股份有限公司(组长)``."""
    if any(mark.isalpha() for mark in bare_line(sheet, entry.line)):
        return 0
    over = range(entry.line - 1, max(floor, entry.line - 1 - MAX_ITEMS_OVER, -1), -1)
    named = [names_job(sheet.shown[i]) for i in over if item_of(sheet.shown[i]) is not None]
    return max((n for n in range(1, len(named) + 1) if named[n - 1]), default=0)


def _n_wrapped(sheet: Sheet, entry: Entry, floor: int) -> int:
    """Return how many lines the margin left over dates that stand alone above a description: ``Firm – Post`` / ``2021``."""
    line, end = entry.line, entry.last + 1
    is_told = end < len(sheet.shown) and sheet.sections[end] == sheet.sections[line] and is_prose(sheet, end)
    if not is_told or any(mark.isalpha() for mark in bare_line(sheet, line)):
        return 0
    over = range(line - 1, max(floor, line - 1 - MAX_ITEMS_OVER, -1), -1)
    n_plain = next((n for n, i in enumerate(over) if is_prose(sheet, i) or sheet.headings[i]), len(over))
    if sheet.folded[line - 1][:1].islower():
        return 0
    return n_plain if any(has_post(bare_line(sheet, i)) for i in over[:n_plain]) else 0


def _is_larger(sheet: Sheet, above: int, line: int) -> bool:
    """Tell the name of a job in larger print from an item, whatever mark it begins with: 🔧 Sermico."""
    return above == line - 1 and sheet.sizes[above] > sheet.sizes[line] > 0


def _is_under_heading(sheet: Sheet, entry: Entry) -> int:
    """Return 1 where dates without a post stand under a larger line that is no heading of a section: it is named there."""
    line = entry.line
    is_below = line > 0 and sheet.sizes[line - 1] > sheet.sizes[line] > 0 and not sheet.headings[line - 1]
    return int(is_below and (is_date_alone(sheet.folded[line]) or not has_post(bare_line(sheet, line))))


def _below(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int, n_lead: int) -> list[int]:
    """Return the header lines right below the dates; the last ``n_lead`` lines above the next dates are the next job's."""
    entry = entries[number]
    position = lines.index(entry.last) if entry.last in lines else lines.index(entry.line)
    end = entries[number + 1].line - n_lead if number + 1 < len(entries) else len(sheet.folded)
    role = _last_role(entry, entries[number + 1 : number + 1 + MAX_ROLES])
    if role and not _names_title(sheet, entry) and _may_be_role(sheet, role):
        return [role.line]
    found: list[int] = []
    for below in lines[position + 1 : position + 1 + MAX_BELOW + MAX_ASIDES]:
        n_asides = sum(is_place(sheet.shown[i]) or (not sheet.is_chinese and _is_beside(sheet, i)) for i in found)
        if len(found) - min(n_asides, MAX_ASIDES) == MAX_BELOW:
            break  # places and superiors take the room of no other line
        if below >= end or sheet.sections[below] != sheet.sections[entry.line]:
            break
        if is_prose(sheet, below) and not is_date_alone(sheet.folded[below].split("\t")[0]):
            is_rest = below - 1 in {entry.line, *found} and runs_over(bare_line(sheet, below - 1), sheet.shown[below])
            return [*found, below] if is_rest or _is_long_header(sheet, entry, below) else found
        if _is_of_project(sheet, entry, below) or _is_next_heading(sheet, entry, below) or _is_next_row(sheet, below):
            break
        if _OPENS_WITH_YEAR.match(sheet.folded[below]) and _OPENS_WITH_YEAR.match(sheet.folded[entry.line]):
            break
        if not is_date_alone(sheet.folded[below]):
            found.append(below)
    return found


def _is_long_header(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell a line right under bare dates that begins with a post or a firm, and is long because all is said in it."""
    line = sheet.folded[below]
    first = _FIRST_PIECE.split(line, maxsplit=1)
    if len(first) < 2 or not MAX_HEADER_CHARS < len(line) <= MAX_LONG_HEADER or below != entry.last + 1:  # noqa: PLR2004
        return False
    is_bare = not any(mark.isalpha() for mark in bare_line(sheet, entry.line)) and not is_text(first[0])
    return is_bare and (title_score(first[0]) == 1.0 or employer_score(first[0]) >= 0.7)  # noqa: PLR2004


def _is_next_row(sheet: Sheet, below: int) -> bool:
    """Tell the next row of a table that gives month and year a cell each: ``November<tab>2015<tab>Project``."""
    cells = sheet.folded[below].split("\t", 2)
    return len(cells) == MIN_ROW_CELLS and is_date_alone(" ".join(_SINCE.sub("", cell) for cell in cells[:2]))


def _is_beside(sheet: Sheet, number: int) -> bool:
    """Tell a line that holds nothing but asides: a street, a grade, whom to ask."""
    atoms = atoms_of(bare_line(sheet, number), row=1)
    return bool(atoms) and all(atom.role == "aside" for atom in atoms)


def _is_next_heading(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell the larger line of the next job, where this one has its own over its dates."""
    here, first = sheet.sizes[entry.line], entry.line - 1
    over = next((i for i in range(first, max(first - MAX_LEAD, -1), -1) if sheet.sizes[i] > here), None)
    return over is not None and not sheet.headings[over] and here > 0 and sheet.sizes[below] >= sheet.sizes[over]


def _is_of_project(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell a heading of a lower rank under a firm that names no post: what was worked on there."""
    shown = sheet.shown[below]
    return (
        sheet.body_size < sheet.sizes[below] < sheet.sizes[entry.line]
        and (title_score(shown) < 0.6 or _WORK_ON_PRODUCT.search(shown) is not None)  # noqa: PLR2004
        and employer_score(shown) < 1.0
        and any(mark.isalpha() for mark in bare_line(sheet, entry.line))
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
