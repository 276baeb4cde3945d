"""Lines among the jobs that name none: a *Career break*, visits that are over, terms of employment (*Hours per week: 40*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.entries import entries_of
from ringback.readers.fields.jobs.lines import bare_line, has_post
from ringback.readers.fields.periods import NOW, period_in, without_periods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.sheet import Sheet

_BREAK = re.compile(  # Career break – caring for family, and no Parental Leave Officer
    r"[\d\W]*+(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*+[\d\W]*+|(?:to|till|until|since|from"
    r"|present|now|current|today|date|ongoing)\b[\d\W]*+){0,6}+"
    r"(?:(?:planned|extended|unpaid|voluntary|personal|short|long) )?(?:career (?:break|pause|gap)|sabbatical(?: (?:leave|year))?"
    r"|(?:parental|maternity|paternity|adoption|family|medical|sick|carer'?s'?) leave|gap year|unemployed|out of work"
    r"|between (?:jobs|roles|positions)|time (?:off|out)|full[- ]time (?:parent|mother|father|mum|mom|dad|carer|caregiver)"
    r"|stay[- ]at[- ]home (?:parent|mother|father|mum|mom|dad)|homemaker"
    r"|(?:caregiver|carer|caring|caregiving|care) (?:for|of|to) (?:an? |my )?(?:(?:elderly|ill|sick|ag(?:e)?ing) )?"
    r"(?:family(?: members?)?|relatives?|parents?|mother|father|spouse|wife|husband|grand(?:mother|father|parents?))"
    r"|retired(?=(?:[^a-z]|(?:to|since|present|now|current|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b)*+$))"
    r"(?=\s*(?:$|[-–—:(,|\t;.\d]|(?:for|to|due|following|from|with|while|in|and|as|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)[a-z]*)\b))",
    re.IGNORECASE,
)
_MAY_BE_BREAK = re.compile(
    r"\b(?:break|pause|gap|sabbatical|leave|unemployed|out of work|between|time|home|retired|care(?:r|giver|giving)?|caring)\b",
    re.IGNORECASE,
)

_TERMS = re.compile(  # between the dates and the post of applications to public offices
    r"\W*(?:(?:average |total )?hours(?: worked)?(?: per week| a week|/week)?|hrs\.?/?(?:wk|week)"
    r"|(?:starting |final |current |annual )?"
    r"(?:salary|pay|wage)(?: rate| grade| plan)?|(?:pay )?grade(?: level)?|(?:gs )?series|work schedule|employment type"
    r"|type of (?:contract|employment)|contract type)\s*[:\t]\s*\S.{0,50}",
    re.IGNORECASE,
)

_WHAT_WAS_MADE = re.compile(
    r"(?:programming|coding|technical|computer|software|development|hands[- ]on) experiences?"
    r"|(?:athletics?|sports?|sporting|playing) (?:experiences?|career|background|history|achievements?)",
    re.IGNORECASE,
)
_OF_WORK = re.compile(r"\b(?:work(?:ing)?|professional|employment|career|jobs?|industr(?:y|ial))\b", re.IGNORECASE)

_VISITS = re.compile(
    r"\W*(?:visiting|guest) (?:academic |research |scholar )?(?:positions?|appointments?|posts?|scholarships?|stays?)\W*",
    re.IGNORECASE,
)


def is_pause(line: str) -> bool:
    """Tell a time without work that a line begins with, behind its dates."""
    return _MAY_BE_BREAK.search(line) is not None and _BREAK.match(line) is not None


def without_asides(sheet: Sheet, lines: Sequence[int]) -> list[int]:
    """Return the lines without those of pauses and of their dates, which would else take the header of the job below.

    Terms of employment go as well: they part the dates of a job from its post.
    """
    told: set[int] = set()
    pauses = [number for number in lines if is_pause(sheet.folded[number])]
    is_dated_above = bool(pauses) and _is_period_alone(sheet, lines[0])
    for number in pauses:
        if period_in(sheet.folded[number]):
            told.add(number)
            continue
        near = (number - 1, number + 1) if is_dated_above else (number + 1, number - 1)
        beside = next((one for one in near if one in lines and _is_period_alone(sheet, one)), None)
        told |= {number, beside} if beside is not None else set()
    told |= {number for number in lines if _TERMS.fullmatch(sheet.folded[number])}
    return [number for number in lines if number not in told] if told else list(lines)


def without_what_was_made(sheet: Sheet, lines: Sequence[int]) -> list[int]:
    """Leave out what stands under *Programming Experience* or *Athletic Career*, where jobs have a heading of their own."""
    made = {number for number, line in enumerate(sheet.folded) if _WHAT_WAS_MADE.fullmatch(line.strip(" :#*"))}
    if not made:
        return list(lines)
    over: dict[int, list[int]] = {}
    own_lines = frozenset(lines)
    head = -1
    for number in range(lines[-1] + 1 if lines else 0):
        head = number if sheet.headings[number] or number in made else head
        if number in own_lines:
            over.setdefault(head, []).append(number)
    is_told = any(
        head >= 0 and head not in made and _OF_WORK.search(sheet.folded[head]) and entries_of(sheet, own)
        for head, own in over.items()
    )
    return [number for head, own in over.items() if head not in made for number in own] if is_told else list(lines)


def without_visits(sheet: Sheet, lines: list[int]) -> list[int]:
    """Leave out visits that are over, which a heading tells, where somebody has posts besides: ``Visiting positions``."""
    heads = [i for i, is_heading in enumerate(sheet.headings) if is_heading]
    visits: set[int] = set()
    for opens in heads:
        if _VISITS.fullmatch(sheet.folded[opens]):
            end = next((i for i in heads if i > opens), len(sheet.folded))
            visits.update(i for i in lines if opens < i < end)
    others = [i for i in lines if i not in visits]
    is_over = bool(visits) and not any(entry.period.end == NOW for entry in entries_of(sheet, sorted(visits)))
    return others if is_over and any(has_post(bare_line(sheet, i)) for i in others) else lines


def _is_period_alone(sheet: Sheet, number: int) -> bool:
    line = sheet.folded[number]
    return period_in(line) is not None and not any(map(str.isalpha, without_periods(line, line)))
