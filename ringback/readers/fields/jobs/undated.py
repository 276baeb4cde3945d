"""The job of a section that prints no dates: its first lines, or the first of a list of bare posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.atoms import atoms_of, bare_value
from ringback.readers.fields.jobs.headers import Header
from ringback.readers.fields.jobs.heads import chosen
from ringback.readers.fields.jobs.items import item_of
from ringback.readers.fields.jobs.job_places import is_place
from ringback.readers.fields.jobs.lines import bare_line, has_post, is_post_at_firm, told_of_oneself
from ringback.readers.fields.jobs.no_jobs import is_activity, is_between_jobs, is_own_project, is_student_of
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.tables import is_table_head
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import DURATION
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.jobs.atoms import Atom
    from ringback.readers.fields.jobs.sentences import Halves
    from ringback.readers.fields.sheet import Sheet

_DUTIES = ("负责", "主要", "协助", "从事", "进行", "完成", "参与", "接待", "配合")
MAX_ITEM_WORDS, MAX_ITEM_CHARS = 12, 80
MAX_STILL_CHARS = 140
MIN_POSTS = 3
MAX_ROWS, SURE_FIRM = 4, 0.7
N_OF_PAIR = 2
_WORD_OF_MENU = re.compile("[\u4e00-\u9fff]{2,6}")
_STUDIES = re.compile(  # 青禾大学电机学系, 青禾大学热舞社多媒体组: where somebody studied, and how he spent his time there
    "\\W{0,3}[\u4e00-\u9fff]{2,14}(?:大学|学院)[\u4e00-\u9fff]{0,12}(?:学?系|(?<!出版)(?<!报)(?<!旅行)(?<!合作)(?<!通讯)社[\u4e00-\u9fff]{0,6}|专业|硕士班|学士班)"
)
_SAYS_WHAT_ONE_KNOWS = re.compile(
    r"\W{0,3}(?:(?:highly |very )?(?:proficient|experienced?|skilled|familiar|fluent|competent|knowledgeable|well[- ]versed)"
    r" (?:in|with|at)|(?:(?:good |strong |basic |working |in-depth )?(?:knowledge|understanding|command)|ability) (?:of|in|to)) ",
    re.IGNORECASE,
)  # Proficient in languages: Python, Java
_STILL = re.compile(
    r"\b(?:and (?:i am )?still(?: there| working| going on)?|still (?:there|working|going on)"
    r"|(?:till|until|up to) (?:now|date|today))\W*$",
    re.IGNORECASE,
)
_HOW_LONG = re.compile(
    r"\s+for\s?(?:about |almost |over |nearly )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a)\+?"
    r" (?:years?|months?|weeks?)\b.{0,40}$",
    re.IGNORECASE,
)  # for 3 years and still
_OLDEST_FIRST = re.compile(r"(?<!reverse )(?<!reverse-)\bchronological\b", re.IGNORECASE)
_HEAD = re.compile(r"([^:]{8,80}?)(?::|\.)\s+(?=[A-Za-z]\w+ )")


def job_of_undated(sheet: Sheet, lines: list[int]) -> Halves:
    """Read the first lines of a section about jobs that prints no dates."""
    lines = _without_studies(sheet, [i for i in lines if not is_table_head(sheet.folded[i])])
    if any(is_between_jobs(sheet.folded[i]) or is_own_project(sheet.folded[i]) for i in lines[:N_OF_PAIR]) or _is_menu(
        sheet, lines
    ):
        return None, None
    lines = [i for i in lines if not _SAYS_WHAT_ONE_KNOWS.match(sheet.folded[i])]
    lines = _from_last(sheet, _from_what_goes_on(sheet, lines))
    if post := _first_of_posts(sheet, lines):
        return post, None
    if not lines or sheet.sections[lines[0]] != "experience" or is_activity(sheet.folded[lines[0]]):
        return None, None
    if told := told_of_oneself(sheet, lines[0]) or _over_duties(sheet, lines[0]) or _post_among_items(sheet, lines):
        return told
    lines = _first_by_durations(sheet, lines)
    first, second = (*lines[:2], lines[0])[:2]
    is_large = sheet.sizes[first] > sheet.sizes[second] and not title_score(sheet.shown[first])
    is_large = is_large and (is_latin(sheet.shown[first]) or employer_score(sheet.shown[first]) > 0)
    if is_large and len(atoms_of(sheet.shown[first], row=0)) == 1:
        below = next((i for i in lines[1:MAX_ROWS] if not is_place(sheet.shown[i])), second)
        return _post_alone(sheet, below), Found(bare_value(sheet.shown[first]), "layout", 0.6, sheet.shown[first])
    rows = _rows_of_first(sheet, lines)
    atoms = [atom for row, text in rows.items() for atom in atoms_of(text, row=row)]
    return chosen(Header(rows, atoms, {}), [], sheet.shown[first])


def _is_menu(sheet: Sheet, lines: list[int]) -> bool:
    """Tell the links of a page that stand below the word for jobs, short words that name neither house nor post."""
    said = [sheet.folded[i].strip() for i in lines] if sheet.is_chinese else []
    is_short = len(said) > MAX_ROWS and all(_WORD_OF_MENU.fullmatch(word) for word in said)
    return is_short and not any(employer_score(word) or title_score(word) for word in said)


def _post_among_items(sheet: Sheet, lines: list[int]) -> Halves | None:
    """Return the first post at a house in a list whose first items name neither: ``Intern with Northwind Laboratory``."""
    items = [item_of(sheet.shown[i]) or ("" if is_prose(sheet, i) else sheet.shown[i]) for i in lines[:MAX_ROWS]]
    rows = [atoms_of(item, row=0) for item in items]
    if sheet.is_chinese or not all(rows) or any(map(_has_sure_post, rows[:1])):
        return None
    for number, row in zip(lines, rows, strict=False):
        is_pair = len(row) == N_OF_PAIR and row[1].gap in {"at", "for"} and title_score(row[0].text) == 1.0
        if is_pair and employer_score(row[1].text) >= SURE_FIRM:
            post, house = (Found(atom.text, "layout", 0.6, sheet.shown[number]) for atom in row)
            return post, house
    return None


def _first_by_durations(sheet: Sheet, lines: list[int]) -> list[int]:
    """Return the lines of the first job where each tells only how long it was: ``2 years`` / ``Northwind Bank`` / ``Teller``."""
    times = [n for n, i in enumerate(lines) if not any(map(str.isalnum, DURATION.sub("", sheet.folded[i])))]
    if not times:
        return lines
    if times[0] == 0:
        return lines[1 : times[1] if len(times) > 1 else len(lines)] or lines
    return [i for n, i in enumerate(lines) if n not in times]


def _has_sure_post(row: Sequence[Atom]) -> bool:
    return any(title_score(atom.text) == 1.0 for atom in row)


def _post_alone(sheet: Sheet, number: int) -> Found[str] | None:
    """Return the post that is all of the line under a firm in larger print."""
    atoms = [] if sheet.headings[number] else atoms_of(sheet.shown[number], row=0)
    is_told = bool(atoms) and atoms[0].role == "title"  # worked as a pharmacy assistant
    posts = [atom for atom in atoms if atom.role != "aside"] if is_told or not is_prose(sheet, number) else []
    first, _, part = ("", "", "") if is_told or not posts else sheet.shown[number].strip().partition(", ")
    if len(posts) > 1 and title_score(first) == 1.0 and not (title_score(part) or employer_score(part)):
        return Found(first, "layout", 0.6, sheet.shown[number])  # Lead (L5) and Architect, Tide Research
    is_post = len(posts) == 1 and title_score(posts[0].text) == 1.0
    return Found(posts[0].text, "layout", 0.6, sheet.shown[number]) if is_post else None


def _over_duties(sheet: Sheet, number: int) -> Halves | None:
    """Return the post in front of a colon and sentences on what was done, which name no firm: 药店店员:负责接待顾客。…."""
    post, colon, duties = sheet.shown[number].replace("：", ":", 1).partition(":")
    is_told = bool(colon) and not is_latin(post) and "。" in duties and duties.strip().startswith(_DUTIES)
    is_post = is_told and title_score(bare_value(post)) == 1.0
    return (Found(bare_value(post), "layout", 0.6, sheet.shown[number]), None) if is_post else None


def _without_studies(sheet: Sheet, lines: list[int]) -> list[int]:
    """Leave out that somebody studies, told under ``Currently``: ``Junior at Northmoor University``."""
    if sheet.is_chinese:
        others = [i for i in lines if not _STUDIES.fullmatch(sheet.folded[i])]
        return others if any(has_post(bare_line(sheet, i)) for i in others[:MAX_ROWS]) else lines
    return [i for i in lines if not is_student_of(sheet.folded[i])]


def _is_firm_at_last(sheet: Sheet, lines: list[int]) -> bool:
    """Tell a house that stands four lines below its post, under a department that names none."""
    post, *between, last = (sheet.shown[i] for i in lines[:MAX_ROWS])
    is_open = title_score(post) == 1.0 and not any(title_score(line) or employer_score(line) for line in between)
    return is_open and employer_score(last) >= SURE_FIRM and not title_score(last)


def _from_what_goes_on(sheet: Sheet, lines: list[int]) -> list[int]:
    """Return the lines from the one job on that says that it goes on: ``Teacher in Larch College for 3 years and still``."""
    still = [
        n for n, i in enumerate(lines) if len(sheet.folded[i]) <= MAX_STILL_CHARS and _STILL.search(sheet.folded[i])
    ]
    return lines[still[0] :] if len(still) == 1 else lines


def _from_last(sheet: Sheet, lines: list[int]) -> list[int]:
    """Return the lines from the last job on where the heading says that they stand in the order of time."""
    over = lines[0] - 1 if lines else -1
    if over < 0 or not sheet.headings[over] or not _OLDEST_FIRST.search(sheet.folded[over]):
        return lines
    end = next((i for i in range(lines[0], len(sheet.headings)) if sheet.headings[i]), len(sheet.headings))
    sizes = {sheet.sizes[i] for i in lines if i < end}
    opening = [n for n, i in enumerate(lines) if i < end and sheet.sizes[i] == max(sizes)]
    return lines[opening[-1] :] if len(sizes) > 1 else lines


def _first_of_posts(sheet: Sheet, lines: list[int]) -> Found[str] | None:
    """Return the first of a list of bare posts, which names no firm at all: ``Auxiliar Contable`` / ``Cajero``."""
    if sheet.is_chinese or len(lines) < MIN_POSTS:
        return None
    posts = []
    for i in lines:
        row = atoms_of(sheet.shown[i], row=0)
        if len(row) != 1:
            return None  # most sections end here at their first line: the others need not be cut
        posts.append(row[0].text)
    n_known = sum(title_score(post) == 1.0 for post in posts)
    is_list = n_known >= MIN_POSTS and n_known * 3 >= len(posts) * 2 and not any(map(employer_score, posts))
    return Found(posts[0], "layout", 0.6, sheet.shown[lines[0]]) if is_list else None


def _are_jobs_each(first: str, second: str) -> bool:
    """Tell two jobs with a line each, post and house in one order: ``Architect at Cloud Unit – Larch Bank`` / ``CTO at Fern``."""
    rows = [[atom for atom in atoms_of(line, row=0) if atom.role != "aside"] for line in (first, second)]
    if not all(len(row) >= N_OF_PAIR and title_score(row[0].text) == 1.0 for row in rows):
        return False
    return rows[0][1].gap == rows[1][1].gap == "at" and not any(title_score(row[1].text) for row in rows)


def _are_told_of(first: str, other: str) -> bool:
    """Tell two jobs that a colon parts, post in front: ``Bandsman: Larch Band, Lindale`` / ``Teacher: Fern Institute``."""
    post, colon, house = other.partition(": ")
    return bool(colon and house) and ": " in first and title_score(post.strip(" -•*")) == 1.0


def _are_pairs(sheet: Sheet, lines: list[int]) -> bool:
    """Tell jobs of two lines each, post and house in one order: ``Larch House`` / ``Cook`` / ``Fern Group`` / ``Clerk``."""
    posts = [title_score(sheet.shown[i].strip()) == 1.0 for i in lines[:MAX_ROWS]]
    return posts in ([True, False, True, False], [False, True, False, True])


def _head_of(item: str) -> str:
    """Return post and firm in front of what was done there: ``Tour Guide – Northwind Tours: led walks``; else nothing."""
    head = _HEAD.match(item)
    atoms = [atom for atom in atoms_of(head.group(1), row=0) if atom.role != "aside"] if head else []
    is_pair = len(atoms) == N_OF_PAIR and atoms[1].gap in {"dash", "comma", "at", "cell"} and is_latin(item)
    posts = [title_score(atom.text) == 1.0 for atom in atoms]
    return head.group(1) if head and is_pair and any(posts) and all(atom.text[0].isupper() for atom in atoms) else ""


def _rows_of_first(sheet: Sheet, lines: list[int]) -> dict[int, str]:
    """Return the header of the first job: the lines up to a description, or one item of a list that names a title."""
    rows: dict[int, str] = {}
    for row, i in enumerate(lines[:MAX_ROWS]):
        if is_prose(sheet, i) or (row == MAX_ROWS - 1 and not _is_firm_at_last(sheet, lines)):
            break
        if row == 1 and (is_post_at_firm(rows[0]) or _are_jobs_each(rows[0], sheet.shown[i])):
            break
        if (row == N_OF_PAIR and _are_pairs(sheet, lines)) or (row and _are_told_of(rows[0], sheet.shown[i])):
            break
        rows[row] = bare_line(sheet, i)
    item = _HOW_LONG.sub("", sheet.shown[lines[0]])
    is_short = len(item.split()) <= MAX_ITEM_WORDS and len(item) <= MAX_ITEM_CHARS
    if not rows and (head := _head_of(item)):
        rows[0] = head
    if not rows and is_short and any(title_score(atom.text) == 1.0 for atom in atoms_of(item, row=0)):
        rows[0] = item
    return rows
