"""The row that heads a table of education: what each of its columns holds."""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.headings import section_of_heading

MIN_CELLS, MIN_COLUMNS = 3, 2
MAX_HEAD_CHARS, MAX_JOINED_CHARS, MAX_LINE_CHARS = 40, 80, 250
_OF = r"(?:(?:the )?names? of (?:the )?|the )"
_SCHOOL = re.compile(
    rf"{_OF}?(?:(?:school|coll[ae]ge|inst?itu\w*|academy|university|univ\.?|varsity|board|affiliat\w+|centre)s?[ /&,.()-]*(?:and "
    rf"|or )?){{1,4}}"
    r"(?:names?|attended|studied(?: at)?|studied in)?\W*",
    re.IGNORECASE,
)
_TAUGHT = re.compile(r"\b(?:school|coll[ae]ge|inst?itu\w*|academy|centre)", re.IGNORECASE)
_AWARD = re.compile(
    rf"{_OF}?(?:(?:academic|educational|professional|highest) )?(?:(?:degree|course|qualif\w+|exam(?:ination)?|class"
    rf"|standard|std|level"
    r"|certificate|program(?:me)?|diploma|award|educa\w+|title)s?[ /&,.()-]*(?:and |or |of )?){1,3}(?:passed|names?|obtained"
    r"|title)?\W*",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:years? of|years?(?: of (?:passing|pass|completion|study|graduation|award))?|(?:year of )?pass(?:ing|ed"
    r"|out)?(?:[ -]?(?:out )?year)?"
    r"|year(?:s)? (?:passed|attended|completed)"
    r"|pass(?:ed|ing)? ?out|session|duration|period|dates?(?: attended| completed)?|from|to|completion|batch"
    r"|(?:aggregate |obtained |total )?(?:percentage"
    r"|percent|per|marks?|scores?"
    r"|results?|grades?|c?gpa|cgpi|sgpa|division|div|aggregate|class obtained|class)(?: ?(?:of|in) (?:marks"
    r"|percentage))?(?: obtained| scored| secured)?"
    r"|time ?(?:period|frame)|years? awarded|attendance"
    r"|stream|branch|speciali[sz]ation|discipline|department|dept|subjects?|major|group|trade|field(?: of study)?|faculty"
    r"|medium|remarks?"
    r"|concentration|pas\.? ?year|status|city|location|place|s\.? ?no?|sl\.? ?no|sr\.? ?no|no|#"
    r"|%(?:age)?(?: ?(?:of )?marks)?(?: obtained)?"
    r"|marks ?%|name)",
    re.IGNORECASE,
)
_OF_TWO = (["award", "school"], ["more", "school"])  # Period<tab>Schools
_OF_PERSON = re.compile(r"(?:education|title|name|to|from|no|city|location|place|status)s?", re.IGNORECASE)
_HOUSES = frozenset({"school", "board"})
_GAP_IN_CELL = re.compile(
    r"(?<![/&,(-])(?<!\bof)(?<!\band)(?<!\bor)(?<!\bthe)(?<!\bin)\s+(?![/&,)-]|(?:and|or|of|in)\b)"
)
_GAP = re.compile(r"\s{3,}|\s\|\s")
_JOINT = re.compile(r"\s*[/&,()]\s*|\s+(?:and|or)\s+", re.IGNORECASE)


@lru_cache(maxsize=256)
def heads_of(line: str) -> tuple[str, ...]:
    """Return what each column of a table of education holds (school, board, award, more); nothing of any other line."""
    whole = cells_of(line) if len(line) <= MAX_LINE_CHARS else []
    if not whole:
        return ()
    whole = [cell.strip(" :.*-") for cell in whole]
    if not any(map(kind_of_head, whole[:2])):
        return ()  # one column at most may be unknown
    cells = [part for cell in whole for part in _parts_of(cell)]
    kinds = tuple(map(kind_of_head, cells))
    unknown = [cell for cell, kind in zip(cells, kinds, strict=True) if not kind]
    if len(whole) == len(cells) == len(_OF_TWO):
        return kinds if sorted(kinds) in _OF_TWO and not _OF_PERSON.fullmatch(cells[kinds.index("school") - 1]) else ()
    is_table = len(cells) >= MIN_CELLS and len(set(kinds)) >= MIN_COLUMNS and not {"school", "board"}.isdisjoint(kinds)
    is_table = is_table and len(unknown) <= min(len(cells) - MIN_CELLS, int("award" in kinds))
    is_table = is_table and not any(len(cell) > MAX_HEAD_CHARS or any(map(str.isdigit, cell)) for cell in unknown)
    return kinds if is_table and ("award" in kinds or kinds.count("more") >= MIN_COLUMNS) else ()


def cells_of(line: str) -> list[str]:
    """Return the cells of a row: between tabs, else between wide gaps, as typists set their columns; no row has none."""
    cells = line.split("\t") if "\t" in line else _GAP.split(line.strip())
    return cells if len(cells) > 1 else []


def heads_apart(line: str, n_columns: int) -> tuple[str, ...]:
    """Return the heads of so many columns where narrow gaps joined those of schools and boards; those of ``heads_of`` else.

    ``Degree<tab>Board/University School/College<tab>Year``; the heading of the section may stand in front.
    """
    kinds = heads_of(line)
    if not kinds or len(kinds) == n_columns:
        return kinds
    parts = [part for cell in cells_of(line) for part in _parts_of(cell.strip(" :.*-"), is_apart=True)]
    is_headed = kinds[:2] == ("award", "award") and section_of_heading(parts[0]) == "education"
    apart = tuple(map(kind_of_head, parts))[is_headed:]
    return apart if len(apart) == n_columns else kinds[is_headed:]


def _parts_of(cell: str, *, is_apart: bool = False) -> list[str]:
    """Return the heads that narrow gaps left in one cell: ``S.N Level``, ``Board/University Year Percentage``.

    ``is_apart`` parts those of schools and boards as well, which may be one: ``School University``.
    """
    kind = kind_of_head(cell)
    if " " not in cell or len(cell) > MAX_JOINED_CHARS or (kind and not (is_apart and kind in _HOUSES)):
        return [cell]
    return _heads_in(_GAP_IN_CELL.split(cell)) or [cell]


def _heads_in(units: list[str]) -> list[str]:
    """Return words parted into heads, the longest first, but a school and a board apart; nothing where they are not all heads."""
    parts: list[str] = []
    while units:
        ends = range(len(units), 0, -1)
        n = next(
            (n for n in ends if kind_of_head(" ".join(units[:n])) and not set(map(kind_of_head, units[:n])) >= _HOUSES),
            0,
        )
        if not n:
            return []
        parts.append(" ".join(units[:n]))
        units = units[n:]
    return parts


def kind_of_head(cell: str) -> str:
    """Return what a column under this head holds: school, board, award or more; nothing when it is no head."""
    if not cell:
        return "more"  # the corner of a table
    if _SCHOOL.fullmatch(cell):
        return "school" if _TAUGHT.search(cell) else "board"
    if _AWARD.fullmatch(cell):
        return "award"
    return "more" if all(_MORE.fullmatch(part) for part in _JOINT.split(cell) if part) else ""
