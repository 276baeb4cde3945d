"""Whether what was read of an entry is a job at all, where no heading says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.sentences import Halves
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.periods import NOW
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold, is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entry_dates import Entry

_PERSON = re.compile(
    "(?:师|员|长|人|理|管|监|授|任|生|工|事|书|后|问|表|家|计|纳|教练|士|手)(?:[(（][^()（）]*[)）])?$"
)  # what a Chinese title ends with where it names a person; 造价, 营销 and 护理学 are subjects


def is_heading_of_years(halves: Halves, jobs: list[Entry]) -> bool:
    """Tell 2022-01~现在 大数据, which may stand over jobs, from a firm: no word tells, and another job goes on as well.

    In Latin letters it is a field of work: who gives no posts has a name alone beside his dates, ``Northwind - Leeds``.
    """
    title, firm = halves
    if firm is not None and is_latin(firm.value) and not is_work_field(firm.value):
        return False
    goes_on = sum(one.period.end == NOW for one in jobs) > 1
    return title is None and firm is not None and goes_on and not employer_score(firm.value)


def is_course(halves: Halves) -> bool:
    """Tell 某某职业技术学院 - 工程造价: a school and what it teaches, which is no post."""
    title, firm = halves
    is_post = title is not None and (is_latin(title.value) or _PERSON.search(title.value) is not None)
    return firm is not None and not is_post and school_in(fold(firm.value), firm.value) is not None


def is_school_and_course(line: str) -> bool:
    """Tell a line of a school and what it teaches from a headline: 某某职业技术学院 - 工程造价."""
    return not is_latin(line) and _PERSON.search(line) is None and school_in(fold(line), line) is not None


def is_work(halves: Halves) -> bool:
    """Tell a job from studies and projects where no heading does: by a known title, or a firm that is no school."""
    title, firm = halves
    if title and title_score(title.value) >= 0.6:
        return True
    return firm is not None and employer_score(firm.value) > 0 and not school_in(fold(firm.value), firm.value)
