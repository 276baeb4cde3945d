"""What stands in the column of schools of a table of education."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education_heads import cells_of, heads_apart
from ringback.readers.fields.studies.school_words import DATES, MAX_SCHOOL_CHARS
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.studies.schools_in_small import school_in_small
from ringback.readers.fields.studies.schools_unnamed import is_called_shortly
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_TABLE_ROWS = 10
MIN_LETTERS, MAX_REST_CHARS = 2, 40
_KIND_FIRST = re.compile(r"(?:School|College|University|Institute|Polytechnic|Academy)\b(?! of\b)")
_ACRONYM = re.compile(r"(?:(?:Dr|St|Sri|Shri|Smt|Prof)\.? ?)?[A-Z][A-Za-z.&-]*[A-Z.](?: [A-Z][\w'’-]+){0,4}")
_PERSON = re.compile(
    r"(?:Prof|Dr)\.?(?: Dr\.?)? [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?: \w{3,9}\.?)?"
)  # of the next column
_NO_SCHOOL = re.compile(
    r".*\bboard\b.*|(?:c\.?b\.?s\.?e|i\.?c\.?s\.?e|i\.?s\.?c)\.?|n/?a|nil|-*|present|pursuing|in progress|completed?|pass(?:ed)?"
    r"|continu(?:e|ed|ing)|running|on-?going|appear(?:ed|ing)|await(?:ed|ing)(?: results?)?"
    r"|[jphs]\.?s\.?c\.?|j\.?d\.?c\.?|f\.?\s?sc\.?|ics|matric(?:ulation)?|inter(?:mediate)?|u\.?a?\.?c\.?e\.?|ple|waec|neco"
    r"|[ao][- ]?levels?|levels? of \w+",
    re.IGNORECASE,
)


def school_of_column(sheet: Sheet, number: int) -> str | None:
    """Return what stands in a row of such a table in the column of schools: it needs no word for one."""
    cells = cells_of(sheet.shown[number])
    for above in range(number - 1, max(number - 1 - MAX_TABLE_ROWS, -1), -1) if cells else ():
        heads = heads_apart(sheet.folded[above], len(cells))
        if heads:
            return _with_rest(sheet, number, cells, _at(cells, heads))
        if sheet.headings[above]:
            return None
    return None


def _with_rest(sheet: Sheet, number: int, cells: list[str], name: str | None) -> str | None:
    """Put back the kind that a narrow cell left for the next line: ``HSC<tab>Larch High`` / ``School Mianwal``."""
    below = sheet.shown[number + 1].strip() if number + 1 < len(sheet.shown) else ""
    is_open = name is not None and cells[-1].strip() == name and _KIND_FIRST.match(below) is not None
    return f"{name} {below}" if is_open and len(cells_of(below)) == 0 and len(below) <= MAX_REST_CHARS else name


def _at(cells: list[str], heads: tuple[str, ...]) -> str | None:
    at = heads.index("school") if "school" in heads else len(heads)
    if at < len(heads) == len(cells):
        return _of_cell(cells[at])
    if at < len(cells) < len(heads) and "award" in heads[:at] and degrees_in(fold(cells[heads.index("award")])):
        return _of_cell(cells[at])  # narrow gaps joined cells behind it only
    if at > 1 or len(heads) > len(cells):
        return None
    cell = cells[at].strip()  # a broken cell shifted those behind it
    is_short = _ACRONYM.fullmatch(cell) is not None and not _NO_SCHOOL.fullmatch(cell) and not degrees_in(fold(cell))
    return cell if is_short else school_in(fold(cell), cell)


def _of_cell(cell: str) -> str | None:
    bare = DATES.sub("", cell).strip(" ,;:-–—|")
    if _NO_SCHOOL.fullmatch(bare) or (is_town(bare) and not is_called_shortly(bare)):
        return None  # Multan has a board of examiners, Oxford a university
    if (named := school_in(fold(bare), bare) or school_in_small(bare)) is not None:
        return named
    is_name = (
        not _PERSON.fullmatch(bare) and sum(map(str.isalpha, bare)) >= MIN_LETTERS and len(bare) <= MAX_SCHOOL_CHARS
    )
    return bare if is_name and not is_placeholder(bare) and not degrees_in(fold(bare)) else None
