"""The header of a job: which lines around its dates name post and firm."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.atoms import Atom, atoms_of, with_soft_seam
from ringback.readers.fields.jobs.besides import is_own_boss
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.facts import is_fact
from ringback.readers.fields.jobs.items import ITEM, item_of, names_job
from ringback.readers.fields.jobs.lines import bare_line, has_post
from ringback.readers.fields.jobs.lines_below import MAX_LEAD, is_alone_below, lines_below
from ringback.readers.fields.jobs.no_houses import with_team_aside
from ringback.readers.fields.jobs.opened_in_print import opened_in_print
from ringback.readers.fields.jobs.post_below_size import with_post_below_size
from ringback.readers.fields.jobs.prose import is_in_print_of_text, is_prose
from ringback.readers.fields.jobs.rows import breaks_post, goes_on_in_small, join_at_commas, tells_deed, with_wrapped
from ringback.readers.fields.jobs.rows_of_four import post_and_house
from ringback.readers.fields.jobs.tables import columns_of
from ringback.readers.fields.jobs.titles import employer_score, ends_as_title, title_score
from ringback.readers.fields.memory import Same, once
from ringback.readers.fields.periods import is_date_alone, range_in
from ringback.readers.fields.sections import TOP
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

MAX_ITEMS_OVER, MAX_FACTS = 2, 2
MIN_ALONE = 3
MAX_TOLD = 16  # jobs that tell how those under one heading are set
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s*[A-Z]")
_DUTY = re.compile("\\W*(?:同时|同時)?[担擔兼][任当當]")
_CLIENT = re.compile(r"\W{0,3}(?:end )?(?:client|customer)s?\s?:", re.IGNORECASE)
_ABOVE_COST, _ROW_COST, _BELOW_COST, _BARE_COST = 0.05, 0.08, 0.3, 0.1
MAX_NAME_WORDS = 4
MAX_REST_WORDS, SURE_FIRM = 2, 0.6
_BESIDE_DATES = re.compile(r"\b(?:started|dates?|period|duration|from|employed|time|when|years?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a job: its lines by row (0 is the line of the dates, periods blanked) and their atoms in order.

    ``far_rows`` is what counts against a row: a line below where the other jobs have their header above.
    """

    lines: dict[int, str]
    atoms: list[Atom]
    far_rows: dict[int, float]


def header_of(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], entry: Entry) -> Header:
    """Return the header lines around the dates of a job; several rooms ask for it, so nobody may change it."""
    return header_among(sheet, Same(lines), Same(entries), entry)


@once
def header_among(
    sheet: Sheet, all_lines: Same[Sequence[int]], all_entries: Same[Sequence[Entry]], entry: Entry
) -> Header:
    """Find the header of a job, once for the same lists of lines and entries."""
    lines, entries = all_lines.it, all_entries.it
    number = bisect_left(entries, entry.line, key=_line_of)
    n_lead = _n_lead(sheet, lines, _under_one_heading(sheet, entries, entry))
    closed = _over_description(sheet, lines, entries, number)
    closed = closed or ([entry.line - 1] if _is_under_post(sheet, entry) else [])
    above = closed or _above(sheet, lines, entries, number, n_lead)
    opened = [] if closed else opened_in_print(sheet, lines, entries, number)
    above = opened if len(opened) > len(above) else above
    below = [] if closed else lines_below(sheet, lines, entries, number, n_lead)
    rows = (
        {-n: line for n, line in enumerate(reversed(above), 1)}
        if closed
        else {line - entry.line: line for line in above}
    )
    rows |= {0: entry.line}
    rows |= {line - entry.last: line for line in below}
    texts = {row: bare_line(sheet, line) for row, line in rows.items()}
    texts = {row: post_and_house(text) or text for row, text in texts.items()}
    if len(texts) > 1 and (tells_deed(texts[0]) or _is_under_post(sheet, entry)):
        del texts[0]
    _begin_at_break(sheet, lines, rows, texts, floor=entries[number - 1].last if number else -1)
    _join_in_large(sheet, rows, texts)
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
    atoms = with_post_below_size(
        texts, _without_duties(texts, atoms), "".join(sheet.folded[rows[max(texts)] + 1 :][:1])
    )
    atoms = with_team_aside(sheet, rows, _without_clients(texts, atoms))
    return Header(texts, with_soft_seam(atoms, texts), far)


def _is_under_post(sheet: Sheet, entry: Entry) -> bool:
    """Tell the first item on what was done, beside which the dates of the post above it came to stand in a cell."""
    line, over = entry.line, entry.line - 1
    is_item = ITEM.match(sheet.shown[line]) is not None and "\t" in sheet.shown[line] and bool(line)
    if not is_item or sheet.headings[over] or ITEM.match(sheet.shown[over]) or is_prose(sheet, over):
        return False
    return range_in(sheet.folded[over]) is None and has_post(sheet.shown[over]) and line == entry.last


def _without_clients(texts: dict[int, str], atoms: list[Atom]) -> list[Atom]:
    """Put aside for whom the work was done, where another line of the header names the firm itself."""
    rows = {row for row, text in texts.items() if _CLIENT.match(text)}
    plain = [atom for atom in atoms if atom.row not in rows and not atom.role]
    first = [title_score(atom.text) for atom in plain if atom.row == 0 and atom.text[0].isupper()]
    is_whole = 1.0 in first and 0.0 in first  # Larchwell — Head of Claims — 2021-now
    is_named = is_whole or any(employer_score(atom.text) >= SURE_FIRM for atom in plain)
    return [replace(atom, role="aside") if atom.row in rows else atom for atom in atoms] if rows and is_named else atoms


def _without_duties(texts: dict[int, str], atoms: list[Atom]) -> list[Atom]:
    """Put aside what was held besides, told in a line below the post: ``青禾中学 语文教师`` / ``担任班主任，年级组长``."""
    is_told = any(atom.row == 0 and not atom.role and title_score(atom.text) == 1.0 for atom in atoms)
    rows = {row for row, text in texts.items() if row > 0 and _DUTY.match(text)} if is_told else set()
    return [replace(atom, role="aside") if atom.row in rows else atom for atom in atoms] if rows else atoms


def _begin_at_break(
    sheet: Sheet, lines: Sequence[int], rows: dict[int, int], texts: dict[int, str], *, floor: int
) -> None:
    """Put back in front what the margin broke off the first row: ``Northwind — Business Intelligence`` / ``Analyst``."""
    first = min(texts)
    over = rows[first] - 1
    if first >= 0 or over not in lines:
        return
    is_broken = over > floor and not sheet.headings[over] and goes_on_in_small(sheet.shown[over], texts[first])
    if is_broken or breaks_post(sheet.shown[over], texts[first]):
        texts[first] = f"{bare_line(sheet, over).rstrip()} {texts[first].strip()}"


def _join_in_large(sheet: Sheet, rows: dict[int, int], texts: dict[int, str]) -> None:
    """Join a post in larger print that a narrow column broke, over the house with its dates.

    ``BUSINESS DEVELOPMENT`` / ``CONSULTANT`` / ``Northwind | January 2018 - Present``
    """
    if not {-2, -1, 0} <= set(texts) or not sheet.sizes[rows[-2]] == sheet.sizes[rows[-1]] > sheet.sizes[rows[0]] > 0:
        return
    begun, rest = texts[-2].strip(), texts[-1].strip()
    beside = [atom for atom in atoms_of(texts[0], row=0) if atom.role != "aside"]
    is_house = len(beside) == 1 and (title_score(beside[0].text) < 1.0 or is_own_boss(beside[0].text))
    is_rest = len(rest.split()) <= MAX_REST_WORDS and ends_as_title(rest) and not ends_as_title(begun)
    if is_house and is_rest and employer_score(begun) < SURE_FIRM and title_score(f"{begun} {rest}") == 1.0:
        texts[-1] = f"{begun} {rest}"
        del texts[-2]


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
    pairs = list(pairwise(entries[:MAX_TOLD]))
    alone = [pair for pair in pairs if all(is_dates_only(sheet, one.line) for one in pair)]
    if len(alone) >= MIN_ALONE:  # years of schools and the like in front of them are set otherwise
        pairs = alone
    numbers = [_n_above(sheet, lines, here.line, before.last) for before, here in pairs]
    return min(numbers, default=_n_above_title(sheet, lines, entries[0].line))


def _under_one_heading(sheet: Sheet, entries: Sequence[Entry], entry: Entry) -> Sequence[Entry]:
    """Return the entries under the heading of this one: 社會經歷 is set otherwise than 工作經歷."""
    titles = sheet.lines_of_headings
    number = bisect_right(titles, entry.line)
    opens = titles[number - 1] if number else -1
    ends = titles[number] if number < len(titles) else len(sheet.headings)
    first = bisect_right(entries, opens, key=_line_of)
    return entries[first : min(bisect_left(entries, ends, lo=first, key=_line_of), first + MAX_TOLD)]


def _line_of(entry: Entry) -> int:
    return entry.line


def is_dates_only(sheet: Sheet, line: int) -> bool:
    """Tell dates that have their line to themselves."""
    return not any(map(str.isalpha, bare_line(sheet, line)))


def _n_above(sheet: Sheet, lines: Sequence[int], line: int, floor: int) -> int:
    n_lead = 0
    for back in range(bisect_left(lines, line) - 1, -1, -1):
        number = lines[back]
        if number > floor and is_fact(sheet, number) and number + 1 == lines[back + 1]:
            continue
        if number <= floor or number + 1 != lines[back + 1] or sheet.headings[number + 1] or is_prose(sheet, number):
            break
        n_lead += 1
        if n_lead == MAX_LEAD:
            break
    return n_lead


def _opens_job(sheet: Sheet, number: int) -> bool:
    """Tell a numbered line that names the house over the labels of its job: ``1) Larch International LLC, Abu Dhabi``."""
    line = sheet.shown[number]
    return _NUMBERED.match(line) is not None and names_job(line) and not sheet.headings[number + 1]


def _n_above_title(sheet: Sheet, lines: Sequence[int], line: int) -> int:
    """Return 1 where the only dates of a resume without headings stand below ``Title – Company``, or a post below its house."""
    above = sheet.folded[line - 1] if line - 1 in lines else ""
    atoms = atoms_of(above, row=-1) if above else []
    if len(atoms) == 1 and employer_score(atoms[0].text) >= SURE_FIRM and not title_score(above):
        return int(has_post(bare_line(sheet, line)))
    return int(len(atoms) > 1 and any(title_score(atom.text) >= 0.8 for atom in atoms))


def _above(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int, n_lead: int) -> list[int]:
    """Return the header lines right above the dates, down to the job before, a description or a heading."""
    line = entries[number].line
    position = bisect_left(lines, line)
    floor = entries[number - 1].last if number else -1
    if number and is_alone_below(sheet, lines, entries, number - 1):
        return []
    is_lead_known = not sheet.is_chinese or sheet.sections[line] != TOP
    n_most = n_lead if is_lead_known else max(n_lead, MAX_LEAD if number == 0 else 1)
    has_jobs_below = lines[0] == entries[0].line and not any(map(str.isalpha, bare_line(sheet, lines[0])))
    n_items = 0 if has_jobs_below else _n_items_over_dates(sheet, entries[number], floor)
    n_most = n_most or _is_under_heading(sheet, entries[number]) or n_items or _n_wrapped(sheet, entries[number], floor)
    found: list[int] = []
    for back in range(position - 1, max(-1, position - 1 - n_most - MAX_FACTS), -1):
        above = lines[back]
        if above > floor and above + 1 == lines[back + 1] and is_fact(sheet, above):
            continue
        if len(found) == n_most and not (found and _opens_job(sheet, above)):
            break
        if (
            above <= floor
            or above + 1 != lines[back + 1]
            or (is_prose(sheet, above) and above < line - n_items and not _is_larger(sheet, above, line))
            or sheet.headings[above + 1]
            or sheet.sections[above] != sheet.sections[line]
        ):
            if found and above > floor and above + 1 == lines[back + 1] and _opens_job(sheet, above):
                found.append(above)
            break
        found.append(above)
    return sorted(found) or _over_remark(sheet, lines, entries, number)


def _over_description(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int) -> list[int]:
    """Return the header where the dates close each job, below what was done there: post, firm, a sentence, the dates."""
    is_closing = lines[0] < entries[0].line and lines[-1] == entries[-1].last
    if not is_closing:
        return []
    own = _block_over(lines, entries, number)
    if number == 0 and len(entries) > 1 and sheet.sections[entries[0].line] == TOP:  # below name and contacts
        own = own[-max(len(_block_over(lines, entries, n)) for n in range(1, len(entries))) :]
    n_head = next((n for n, i in enumerate(own) if is_prose(sheet, i)), len(own))
    if n_head > MAX_LEAD or n_head == len(own):
        return []  # as most: the other jobs are not asked
    told = entries[:MAX_TOLD]
    beside = [_BESIDE_DATES.sub("", bare_line(sheet, entry.line)).strip(" \t:.-–()") for entry in told]
    blocks = (_block_over(lines, entries, n) for n in range(len(told)))
    if any(beside) and not _are_posts_over_houses(sheet, blocks, beside):
        return []
    closing = [] if is_prose(sheet, own[-1]) or not _is_name(sheet.shown[own[-1]]) else own[-1:]
    return [*own[:n_head], *closing]


def _block_over(lines: Sequence[int], entries: Sequence[Entry], number: int) -> Sequence[int]:
    """Return the lines between the job before and the dates of this one."""
    floor = entries[number - 1].last if number else -1
    return lines[bisect_right(lines, floor) : bisect_left(lines, entries[number].line)]


def _are_posts_over_houses(sheet: Sheet, blocks: Iterable[Sequence[int]], beside: list[str]) -> bool:
    """Tell jobs that begin with their post, tell what was done and end with house and dates."""
    return all(
        len(own) > 1
        and has_post(sheet.shown[own[0]])
        and not is_prose(sheet, own[0])
        and all(is_prose(sheet, i) or item_of(sheet.shown[i]) is not None for i in own[1:])
        and house
        and not has_post(house)
        for own, house in zip(blocks, beside, strict=True)
    )


def _is_name(line: str) -> bool:
    """Tell a name, and where the house stands behind a dash: ``Larchard - Versailles``."""
    words = line.split()
    return 0 < len(words) <= MAX_NAME_WORDS and words[0][0].isupper() and not title_score(line)


def _over_remark(sheet: Sheet, lines: Sequence[int], entries: Sequence[Entry], number: int) -> list[int]:
    """Return the line of the post where one sentence on the firm parts it from dates that stand alone."""
    line, floor = entries[number].line, entries[number - 1].last if number else -1
    position = bisect_left(lines, line)
    above = line - 2
    is_bare = not any(map(str.isalpha, bare_line(sheet, line))) or is_date_alone(sheet.folded[line])
    is_bare = is_bare and lines[0] < entries[0].line  # dates that open the section have their jobs below
    if not is_bare or position < 2 or lines[position - 2] != above or above <= floor or not is_prose(sheet, line - 1):
        return []
    is_header = not is_prose(sheet, above) and not any(sheet.headings[above : line + 1])
    return [above] if is_header and has_post(bare_line(sheet, above)) else []


def _n_items_over_dates(sheet: Sheet, entry: Entry, floor: int) -> int:
    """Return how many lines name the job right over dates that stand alone, items of a list among them.

    ``* 巨庭股份有限公司(组长)``; ``Crew Member`` / ``• Larch Diner, England`` / ``• From: 2023 – 2024``.
    """
    beside = bare_line(sheet, entry.line)
    if any(map(str.isalpha, _BESIDE_DATES.sub("", beside))) and not _is_post_behind_label(beside):
        return 0
    over = range(entry.line - 1, max(floor, entry.line - 1 - MAX_ITEMS_OVER, -1), -1)
    if ITEM.match(sheet.shown[entry.line]):
        n_items = next((n for n, i in enumerate(over) if item_of(sheet.shown[i]) is None), len(over))
        post = entry.line - 1 - n_items
        is_post = n_items and post > floor and not ITEM.match(sheet.shown[post]) and has_post(bare_line(sheet, post))
        if is_post and not is_prose(sheet, post) and not sheet.headings[post]:
            return n_items + 1
    named = [names_job(sheet.shown[i]) for i in over if item_of(sheet.shown[i]) is not None]
    return max((n for n in range(1, len(named) + 1) if named[n - 1]), default=0)


def _is_post_behind_label(beside: str) -> bool:
    """Tell the labels of a job whose house stands over them: ``职务：店长；在职时间：``."""
    roles = [atom.role for atom in atoms_of(beside, row=0)] if ":" in fold(beside) else []
    return "title" in roles and set(roles) <= {"title", "aside"}


def _n_wrapped(sheet: Sheet, entry: Entry, floor: int) -> int:
    """Return how many lines the margin left over dates that stand alone above a description: ``Firm – Post`` / ``2021``."""
    line, end = entry.line, entry.last + 1
    is_told = end < len(sheet.shown) and sheet.sections[end] == sheet.sections[line] and is_prose(sheet, end)
    if not is_told or any(map(str.isalpha, bare_line(sheet, line))):
        return 0
    over = range(line - 1, max(floor, line - 1 - MAX_ITEMS_OVER, -1), -1)
    n_plain = next((n for n, i in enumerate(over) if is_prose(sheet, i) or sheet.headings[i]), len(over))
    if sheet.folded[line - 1][:1].islower():
        return 0
    return n_plain if any(has_post(bare_line(sheet, i)) for i in over[:n_plain]) else 0


def _is_larger(sheet: Sheet, above: int, line: int) -> bool:
    """Tell the name of a job in larger print from an item, whatever mark it begins with: 🔧 Sermico."""
    return above == line - 1 and sheet.sizes[above] > sheet.sizes[line] > 0 and not is_in_print_of_text(sheet, above)


def _is_under_heading(sheet: Sheet, entry: Entry) -> int:
    """Return 1 where dates without a post stand under a larger line that is no heading of a section: it is named there."""
    line = entry.line
    is_below = line > 0 and _is_larger(sheet, line - 1, line) and not sheet.headings[line - 1]
    return int(is_below and (is_date_alone(sheet.folded[line]) or not has_post(bare_line(sheet, line))))
