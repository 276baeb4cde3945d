"""Which school somebody left last, where no degree tells it: by how far up they stand and by the years beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.periods import without_periods
from ringback.readers.fields.studies.levels_told import level_of_award, level_told
from ringback.readers.fields.studies.school_levels import COLLEGE, YOUTHS, is_upper, rank_of
from ringback.readers.fields.studies.school_words import PART_OF_SCHOOL
from ringback.readers.fields.studies.study_asides import is_broken_off
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_YEAR = 9999
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ATTENDS = re.compile(
    r"\b(?:present|current(?:ly)?|now|today|to date|expected|anticipated|running|on-?going|continuing|pursuing"
    r"|appearing|in progress|heute|jetzt|aktuell|aujourd['’]hui|en cours"
    r"|actualidad|actualmente|atualmente|cursando|oggi|in corso|heden)\b|至今|现在|在读",
    re.IGNORECASE,
)


_DATES_FIRST = re.compile(r"\W*(?:\d{1,2}[/.]\s?)?(?:19|20)\d\d\b")
_CERTIFICATE = re.compile(
    r"\b(?:certificate|certification|certified|short course|nanodegree|diplomado|curso (?:de|en)|lehrgang|kurs\b"
    r"|foundation course|training)\b",
    re.IGNORECASE,
)
_VISIT = re.compile(
    r"\b(?:boot ?camp|workshop|MOOC|online|edx|coursera|udemy|summer|seminar|projects?|progetto|proyecto|projet|projekt"
    r"|conference|exchange)\b",
    re.IGNORECASE,
)


def left_last(sheet: Sheet, schools: list[tuple[int, str]]) -> tuple[int, str]:
    """Return the school that counts where no degree tells it: of the highest kind, of those the one attended or left last.

    The kind is what a word beside the school says, else what its name says; a course given by a university is none of its
    degrees. Of equals the first counts.
    """
    years = _years_of(sheet, schools)

    def worth(item: tuple[int, str]) -> tuple[int, int, bool]:
        return kind_of(sheet, item), years[item[0]], is_upper(item[1])

    is_rising = not sheet.is_chinese and kind_of(sheet, schools[0]) < kind_of(
        sheet, schools[-1]
    )  # the oldest stands first
    return max(reversed(schools) if is_rising else schools, key=worth)


def kind_of(sheet: Sheet, school: tuple[int, str]) -> int:
    """Return how far up a school stands: a visit, a project or studies broken off at a university make no student of it.

    One that gave a certificate counts as a college, and so outside the section of education, where somebody worked or sang.
    """
    number, name = school
    told = level_told(sheet, number)
    told = level_of_award(sheet.folded[number]) if told is None else told
    rank = rank_of(name) if told is None else told
    beside = sheet.folded[number].replace(fold(name), " ")
    if _VISIT.search(beside) or is_broken_off(sheet.shown[number]):
        return min(rank, YOUTHS)
    is_whole = sheet.sections[number] == "education" and not _CERTIFICATE.search(beside)
    return rank if is_whole else min(rank, COLLEGE)


def _years_of(sheet: Sheet, schools: list[tuple[int, str]]) -> dict[int, int]:
    """Return when each school was left, by the dates on its line or the next one to it; those that open lines stand above."""
    lines = {i for i, name in schools if not PART_OF_SCHOOL.search(name)}
    are_first = any(_opens_with_dates(sheet.folded[i]) for i in lines)

    def left(number: int) -> int:
        own, above = sheet.folded[number], sheet.folded[number - 1] if number else ""
        below = _dates_below(sheet, number, lines)
        if are_first and not _opens_with_dates(own):
            near = above if number - 1 not in lines else ""
        else:
            near = above if is_of_dates(above) else "" if are_first else below
        text = f"{own} {near}"
        return MAX_YEAR if _ATTENDS.search(text) else max(map(int, _YEAR.findall(text)), default=0)

    return {i: left(i) for i, _ in schools}


def _dates_below(sheet: Sheet, number: int, lines: set[int]) -> str:
    """Return the line below a school, or the dates alone under its town: ``Larch Institute`` / ``Hull`` / ``2019 - 2021``."""
    below = [line for i, line in enumerate(sheet.folded[number + 1 : number + 3], number + 1) if i not in lines]
    is_far = len(below) > 1 and not _YEAR.search(below[0]) and is_of_dates(below[1])
    return below[is_far] if below and number + 1 not in lines else ""


def _opens_with_dates(line: str) -> bool:
    """Tell a line that begins with its dates and goes on with what was learnt then."""
    dates = _DATES_FIRST.match(line)
    return dates is not None and any(map(str.isalpha, line[dates.end() :]))


def is_of_dates(line: str) -> bool:
    """Tell dates that stand alone over the school to which they belong."""
    return _YEAR.search(line) is not None and not any(map(str.isalpha, without_periods(line, line)))
