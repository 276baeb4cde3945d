"""Where a school stands in an entry of education: the piece there may name it, though no word gives it away.

``KNLU<tab>Millmoor`` over ``BSc Botany<tab>2019`` is told by its town, by the dates, by its print, and most surely by the other
entries, where schools stand at the same place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.items import ITEM
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sections import GOES_ON
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education_heads import heads_of
from ringback.readers.fields.studies.professions import degrees_of_row
from ringback.readers.fields.studies.school_rests import with_kind_below
from ringback.readers.fields.studies.school_words import DATES, PART_OF_SCHOOL, SPLIT
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.studies.schools_unnamed import may_be_school
from ringback.readers.fields.wordlists import places_after_comma
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ringback.readers.fields.sheet import Sheet

MAX_ROW_CHARS = 200  # longer lines are sentences
MAX_DEGREE_CHARS = 12
MIN_DEGREES = 2  # whose order tells how entries are set
NEXT_LINES = 2  # from a school to the degree of its entry
MIN_PROSE_WORDS = 9
SURE, LIKELY = 3, 2
_LABELLED = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){0,3}\s?:\s")  # Other knowledge: Python
_HEADING_IN_FRONT = re.compile(
    r"^(?:Education|Formation|Studies|[ÉE]tudes|Ausbildung|Educación|Istruzione)\s?(?::?\t|:\s)", re.IGNORECASE
)
_THESIS_IN_FRONT = re.compile(
    r"^(?:.*\s)?(?:Project|Thesis|Dissertation)(?: [Tt]itle)?\s?:\s*(?:“[^”]+”|\"[^\"]+\"|«[^»]+»)[,.;]\s+"
)  # Thesis: “Fast rings on slow wires”, LXU
GOING_ON = re.compile(
    r"\s*\((?:ongoing|in progress|current(?:ly)?|present|pursuing|expected[^()]*|(?:to be )?completed"
    r"|graduated|online|remote|part[- ]time|full[- ]time|en cours|en curso|em andamento|in corso)\)$",
    re.IGNORECASE,
)  # BSc Botany @ Larchcampus (ongoing)
_SUBJECTS = re.compile(r"(?:subjects?|courses?|coursework|modules?|cursos(?: de)?|课程)\s*:", re.IGNORECASE)
_IN_FRONT_OF_DEGREE = re.compile(r"(?:[-–•*▪◦·]\s*)?([A-ZÀ-Þ][^:\t]{2,50}):\s+")  # U.C. Davis: B.S. in Viticulture
GIVEN_BY = re.compile(
    r"\s(?:from\s|at\s|by\s|@)\s*(?:the )?([A-Z][^\t|;:]{2,50}?)(?:\s+(?:in|with|under|\().*)?$"
)  # MA in History from Pratt
IN_BRACKETS = re.compile(r"\w \((?!Hons|Honours|Distinction)([A-ZÀ-Þ][^()]{3,50})\)$")  # MBA (ESADE)
_OF_COURSE_IN_SHORT = re.compile(r"\b(?:in|of|en|em) [A-ZÀ-Þ][^()]{3,60} \([A-Z]{2,7}\)$")  # in Computer Science (CSE)
_AT = re.compile(r"^.{3,60}?\bat\s+(?=[A-Z])|(?<=\w)\s+from\s.*$")  # Specialized in Radar at TU Delft from
_WITH_DEGREE = re.compile(r"\s+with (?:an? )?(?:degree|major|minor|focus|speciali[sz]ation|honou?rs|distinction)\b.*$")
_INITIALS = re.compile(r"[A-ZÀ-Þ]{2,7}|[A-Z][a-z]?[A-Z]{1,4}(?:-[A-Z]{2,4})?")
_EDGES = " ,;:.()-–—*•▪◦·"


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of a line of education that may name a school, and how much its place speaks for that."""

    line: int
    name: str
    worth: int

    def found(self, sheet: Sheet) -> Found[str]:
        """Return the piece as what was read from the layout."""
        below = sheet.shown[self.line + 1] if self.line + 1 < len(sheet.shown) else ""
        return Found(with_kind_below(sheet.shown[self.line], self.name, below), "layout", 0.6, sheet.shown[self.line])


def best_slot(
    sheet: Sheet, rows: Sequence[int], number: int, near: Sequence[int], schools: Sequence[tuple[int, str]] = ()
) -> Slot | None:
    """Return the likeliest of the pieces on the lines ``near`` the degree of line ``number``; the first of equals."""
    lines = {i for i, _ in schools}
    steps = steps_of_schools(sheet, rows, number, lines)
    sizes = frozenset(sheet.sizes[i] for i in lines if sheet.sizes[i] != sheet.sizes[number])
    slots = [slot for line in near for slot in _slots_of_line(sheet, rows, number, line, (steps, sizes))]
    best = max(slots, key=lambda slot: slot.worth, default=None)
    if best is None or best.line == number or not _are_both_dated(sheet, best.line, number):
        return best
    return next((slot for slot in slots if slot.line == number and _INITIALS.fullmatch(slot.name)), best)


def _are_both_dated(sheet: Sheet, line: int, number: int) -> bool:
    """Tell an entry of its own beside the row of a degree: ``TWC, Berlin, 2019`` over ``PhD, Tides, LXU, 2017 - present``."""
    return all(DATES.search(sheet.shown[i]) for i in (line, number))


def lines_of_entry(sheet: Sheet, rows: Sequence[int], lines: Collection[int], first: int) -> list[int]:
    """Return the line of a degree and those around it, as far as the schools and the degrees of other entries.

    Upwards dates and towns alone on their lines do not count.
    """
    near = [first]
    are_items = ITEM.match(sheet.shown[rows[0]]) is not None
    opens_with_dates = DATES.search(sheet.shown[rows[0]]) is not None and _is_date_or_place(sheet.shown[rows[0]])
    for step in _steps_from(sheet, rows, first):
        i, left = first + step, NEXT_LINES
        while left and i in rows and i not in lines and not sheet.headings[i]:
            if are_items and ITEM.match(sheet.shown[i if step > 0 else i + 1]):
                break  # the next entry begins below, or this one
            if (step < 0 and degrees_of_row(sheet.folded[i])) or school_in(sheet.folded[i], sheet.shown[i]):
                break
            near.append(i)
            is_bare = _is_date_or_place(sheet.shown[i])
            if step < 0 and is_bare and opens_with_dates:
                break  # each entry begins with its dates
            left -= step > 0 or not is_bare
            i += step
    return near


def _steps_from(sheet: Sheet, rows: Sequence[int], first: int) -> tuple[int, ...]:
    """Return in which order to look around a degree: down first where entries begin with it, up alone where they end in it."""
    degrees = [i for i in rows if degrees_of_row(sheet.folded[i])]
    if len(degrees) < MIN_DEGREES or sheet.is_chinese:
        return -1, 1
    if degrees[0] == rows[0]:
        return 1, -1
    return (-1,) if degrees[-1] == rows[-1] and first == degrees[-1] else (-1, 1)


def _is_date_or_place(line: str) -> bool:
    bare = DATES.sub("", line).strip(f"|{_EDGES}")
    return not bare or is_place(bare)


def steps_of_schools(sheet: Sheet, rows: Sequence[int], number: int, schools: Collection[int]) -> frozenset[int]:
    """Return how many lines from their degrees the schools of the entries stand, that of line ``number`` left out."""
    others = [i for i in rows if i != number and degrees_of_row(sheet.folded[i])]
    return frozenset(
        school - other
        for other in others
        for school in schools
        if abs(school - other) <= NEXT_LINES and not _is_parted(sheet, schools, school, other)
    )


def _is_parted(sheet: Sheet, lines: Collection[int], school: int, degree: int) -> bool:
    between = range(min(school, degree) + 1, max(school, degree))
    return any(i in lines or degrees_of_row(sheet.folded[i]) for i in between)


def _slots_of_line(
    sheet: Sheet, rows: Sequence[int], number: int, line: int, places: tuple[frozenset[int], frozenset[float]]
) -> Iterator[Slot]:
    if line not in rows or not _may_hold_school(sheet, number, line):
        return
    steps, sizes = places
    is_other = line != number and bool(degrees_in(sheet.folded[line]))
    base = LIKELY * (line - number in steps) + (line != number and sheet.sizes[line] in sizes) - LIKELY * is_other
    pieces = _pieces_of(sheet, number, line)
    for at, piece in enumerate(pieces):
        is_degree = line == number and bool(degrees_in(fold(piece)))
        given = (GIVEN_BY.search(piece) or IN_BRACKETS.search(piece)) if is_degree else None
        name = _bare(given[1] if given else _AT.sub("", _WITH_DEGREE.sub("", GOING_ON.sub("", piece))))
        if not may_be_school(name) or _is_state_of_country(name, pieces[at + 1 :]):
            continue
        if given:
            worth = 0 if _OF_COURSE_IN_SHORT.search(piece) else SURE
        elif line == number:
            worth = _worth_on_row(pieces, at)
        else:
            worth = (at == 0) + _worth_of_rest(sheet.shown[line], pieces[at + 1 :])
        yield Slot(line, name, base + worth + (any(_INITIALS.fullmatch(word) for word in name.split())))


def _is_state_of_country(name: str, behind: Sequence[str]) -> bool:
    """Tell a state with its country behind it from a school that is called so: ``Larch State, Nigeria``, ``Larch State``."""
    return name.endswith(" State") and bool(behind) and is_place(behind[0].strip(_EDGES))


def _bare(piece: str) -> str:
    """Take off the signs around a piece; a bracket stays that closes what the name opens: ``Larchmoor (LMU)``."""
    name = piece.strip(_EDGES)
    return f"{name})" if name.count("(") > name.count(")") and f"{name})" in piece else name


def _may_hold_school(sheet: Sheet, number: int, line: int) -> bool:
    """Tell lines that may name the school of the degree from sentences, lists of courses, other entries."""
    folded = sheet.folded[line]
    if line == number + NEXT_LINES and (degrees_in(folded) or DATES.search(folded)):
        return False
    bare = _THESIS_IN_FRONT.sub("", _HEADING_IN_FRONT.sub("", folded))
    is_labelled = _LABELLED.match(bare) is not None and not (line == number and _in_front_of_degree(bare))
    if line != number and _is_prose(folded):
        return False
    if len(folded) > MAX_ROW_CHARS or _SUBJECTS.search(folded) or is_labelled or heads_of(folded):
        return False
    if line > number and GOES_ON.search(sheet.folded[line - 1]):
        return False  # Mestrado em / Filosofia
    if line > number:  # Web Design: over what was taught
        return not any(_SUBJECTS.search(told) or told.endswith(":") for told in sheet.folded[number + 1 : line + 1])
    return not folded.endswith(":") or line == number


def _is_prose(line: str) -> bool:
    """Tell what is said of studies, whose first word is no name: ``Intensive, 14-week boot camp; learning how to``."""
    words = line.split()
    return len(words) >= MIN_PROSE_WORDS and sum(word[0].islower() for word in words) * 2 > len(words)


def _pieces_of(sheet: Sheet, number: int, line: int) -> list[str]:
    """Return the pieces of a line without its dates; of the line of the degree what stands in front of a colon."""
    own = _HEADING_IN_FRONT.sub("", sheet.shown[line])
    own = own if line == number else _THESIS_IN_FRONT.sub("", own)
    shown = (_in_front_of_degree(own) if line == number else None) or own
    return [piece for piece in SPLIT.split(DATES.sub("\t", shown)) if piece.strip(_EDGES)]


def _in_front_of_degree(line: str) -> str | None:
    front = _IN_FRONT_OF_DEGREE.match(line)
    return front[1] if front and degrees_in(fold(line)[front.end() :][:MAX_DEGREE_CHARS]) else None


def _worth_on_row(pieces: Sequence[str], at: int) -> int:
    """Return how much speaks for a piece beside its degree: what follows a bare degree at once is mostly the subject."""
    if at == 0:
        return LIKELY
    is_behind_degree = bool(degrees_in(fold(pieces[at - 1])))
    return 0 if is_behind_degree and len(pieces[at - 1].split()) <= 2 else 1


def _worth_of_rest(line: str, rest: Sequence[str]) -> int:
    """Return how much the town and the dates behind a piece speak for it."""
    is_dated = DATES.search(line) is not None
    return is_dated + any(is_place(piece.strip(_EDGES)) for piece in rest)


def is_place(piece: str) -> bool:
    """Tell a town, a region or a country."""
    return piece.lower() in places_after_comma() or is_town(piece) or place_of(piece).is_certain


def house_of_faculty(sheet: Sheet, chosen: tuple[int, str]) -> tuple[int, str]:
    """Return the letters in front of a faculty, as its university is called: ``KNLU, Faculty of Tides``; else the faculty."""
    number, part = chosen
    if sheet.is_chinese or not PART_OF_SCHOOL.match(part):
        return chosen
    pieces = [_bare(piece) for piece in SPLIT.split(DATES.sub("\t", sheet.shown[number]))]
    at = pieces.index(part) if part in pieces else len(pieces)
    near = pieces[max(0, at - 1) : at]  # behind it stands the subject as often: College of Engineering, CSE
    return next(((number, one) for one in near if _INITIALS.fullmatch(one) and may_be_school(one)), chosen)
