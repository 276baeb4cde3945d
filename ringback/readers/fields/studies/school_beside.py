"""The school that no word gives away: what stands beside the highest degree and is no subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.studies.degrees import Degree, degrees_in, latin_words
from ringback.readers.fields.studies.professions import degrees_of_row
from ringback.readers.fields.studies.school_slots import GIVEN_BY, GOING_ON, IN_BRACKETS, best_slot, lines_of_entry
from ringback.readers.fields.studies.school_words import DATES, SPLIT
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.studies.schools_in_short import called_shortly
from ringback.readers.fields.studies.schools_unnamed import CERTIFICATE, is_called_shortly, may_be_school
from ringback.readers.fields.wordlists import places_after_comma
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ringback.readers.fields.sheet import Sheet

LAST_LINES = 40
MIN_TOLD = 4  # lines of degrees and schools that tell their order


def school_beside_degree(sheet: Sheet, degree: Degree | None, but: Collection[int] = frozenset()) -> Found[str] | None:
    """Take what stands beside the highest degree and is no subject: ``Maestría – Tecnológico de Monterrey``.

    The lines ``but`` name the schools of other degrees.
    """
    rows = sheet.lines_in("education")[:LAST_LINES]
    if sheet.is_chinese:
        return called_shortly(sheet, degree)
    if degree is None:
        return None
    number = next((i for i in rows if any(one.level == degree.level for one in degrees_of_row(sheet.folded[i]))), None)
    if number is None:
        return None
    near = lines_of_entry(sheet, rows, but, number)
    own = [line for line in near if line == number or not _is_of_other(sheet, line, degree)]
    slot = best_slot(sheet, rows, number, own)
    return slot.found(sheet) if slot else _named_like_town(sheet, rows, own[:3])


def _is_of_other(sheet: Sheet, line: int, degree: Degree) -> bool:
    """Tell the row of another degree in a table: ``Intermediate<tab>C.B.S.E<tab>2014`` over ``B.Tech<tab>2019``."""
    row = sheet.folded[line] if line < len(sheet.folded) else ""
    return "\t" in row and any(one.level != degree.level for one in degrees_in(row))


def school_above(sheet: Sheet, number: int) -> Found[str] | None:
    """Take what stands right above a degree and is no subject: ``Pratt`` / ``BFA Painting, 2012``."""
    rows = sheet.lines_in("education")[:LAST_LINES]
    slot = best_slot(sheet, rows, number, [number - 1])
    return slot.found(sheet) if slot else _named_like_town(sheet, rows, [number - 1])


def school_given(line: str) -> str | None:
    """Return what the sign or word for *at* puts behind a degree in one line: ``BSc Botany @ Larchcampus (ongoing)``."""
    for piece in re.split(r"\t|;|,\s", DATES.sub("\t", line)):
        given = GIVEN_BY.search(GOING_ON.sub("", piece.strip()))
        name = given[1].strip(" .,()-–—") if given and degrees_in(fold(piece)) else ""
        if name and may_be_school(name):
            return name
    return None


def _named_like_town(sheet: Sheet, rows: list[int], lines: Sequence[int]) -> Found[str] | None:
    return next((found for line in lines if (found := _town_beside(sheet, rows, line))), None)


def _town_beside(sheet: Sheet, rows: list[int], near: int) -> Found[str] | None:
    """Take a university that is called like a town, where no country stands behind it: ``PhD in History, Princeton``."""
    if near not in rows:
        return None
    pieces = [piece.strip(" ,;:.()-–—") for piece in SPLIT.split(DATES.sub("\t", sheet.shown[near]))]
    for piece, behind in zip(pieces, [*pieces[1:], ""], strict=True):
        given = GIVEN_BY.search(piece) or IN_BRACKETS.search(piece)
        name = (given[1] if given else _without_degree(piece)).strip(" ,;:.()-–—")
        is_place = behind.lower() in places_after_comma() and f"{name}, {behind}" in sheet.shown[near]
        if is_called_shortly(name) and not is_place:
            return Found(name, "layout", 0.6, sheet.shown[near])
    return None


def _without_degree(piece: str) -> str:
    """Return what a degree leaves of its piece: ``PhD: Princeton``, ``MSc Princeton`` and ``Princeton (PhD``."""
    folded = fold(piece)
    start, end = next(latin_words(folded), (0, 0))
    if not end or len(folded) != len(piece):
        return piece
    return piece[end:] if start == 0 else piece[:start]


def are_degrees_first(sheet: Sheet, rows: list[int], schools: list[tuple[int, str]]) -> bool:
    """Whether each entry of education begins with its degree, as the first one does or most do."""
    ends = "" if sheet.is_chinese else ends_of_studies(sheet, rows)
    if ends in {"school degree", "degree school"}:
        return ends == "degree school"
    if schools_follow(sheet, rows, schools):
        return True
    lines = {i for i, _ in schools}
    degrees = [i for i in rows if i not in lines and degrees_of_row(sheet.folded[i])]
    is_first = _opens_with_degree(sheet, rows, schools[0][0])
    above = schools[0][0] - 1
    is_first = is_first or (
        above in rows
        and CERTIFICATE.match(sheet.shown[above]) is not None
        and not sheet.is_chinese
        and (above == rows[0] or not degrees_of_row(sheet.folded[rows[-1]]))
    )
    if not is_first or sheet.is_chinese:
        return is_first
    n_above, n_below = sum(i - 1 in lines for i in degrees), sum(i + 1 in lines for i in degrees)
    ends_in_degree = bool(degrees) and degrees[-1] > max(lines)
    return n_above < 2 or n_above < n_below or (n_above == n_below and not ends_in_degree)


def ends_of_studies(sheet: Sheet, rows: list[int]) -> str:
    """Tell what stands first and last among the lines of a degree alone or a school alone, those of a child as well."""
    kinds = []
    for i in rows:
        school = school_in(sheet.folded[i], sheet.shown[i])
        rest = sheet.folded[i].replace(fold(school), " ") if school else sheet.folded[i]  # Moor High School
        kinds.append((bool(degrees_of_row(rest)), school is not None))
    told = [kind for kind in kinds if any(kind)]
    if len(told) < MIN_TOLD or any(map(all, told)):
        return ""
    return " ".join("degree" if is_degree else "school" for is_degree, _ in (told[0], told[-1]))


def _opens_with_degree(sheet: Sheet, rows: list[int], school: int) -> bool:
    """Tell a degree above the first of the schools that count, and above that of a child as well."""
    first = next((i for i in rows if i < school and degrees_of_row(sheet.folded[i])), None)
    if first is None or sheet.is_chinese:
        return first is not None
    return not any(school_in(sheet.folded[i], sheet.shown[i]) for i in rows if i < first)


def schools_follow(sheet: Sheet, rows: list[int], schools: list[tuple[int, str]]) -> bool:
    """Whether schools mostly stand right below their degrees, though the first line of all is no degree: a postdoc."""
    lines = {i for i, _ in schools}
    degrees = [i for i in rows if i not in lines and degrees_of_row(sheet.folded[i])]
    return sum(i + 1 in lines for i in degrees) > max(1, sum(i - 1 in lines for i in degrees))
