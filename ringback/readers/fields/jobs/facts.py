"""Facts within the header of a job that ask neither for post nor for house: whom somebody reports to, the trade, the tools.

They part a post from its house and end no header: ``Tide Analyst<tab>2021 - Present`` / ``Reports to: …`` / ``Larch Bank``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.lines import bare_line, has_post
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.titles import employer_score

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

MAX_FACTS = 3
MIN_HOUSE = 0.6
_FACT = re.compile(
    r"\W{0,3}(?:(?:end )?client|site|domain|team size|industry|sector|location|type|salary|pay|hours|web ?site|url|tech|stack"
    r"|(?:tech(?:nology)? )?stack|technologies|tools|environment|(?:job|employment|contract) type|(?:project|topic)(?: name)?"
    r"|(?:co-?|main |first |second |host |line )?(?:advis[oe]rs?|supervisors?|mentors?|guides?|manager|hosts?|promotors?|boss)"
    r"|(?:co-)?PIs?|principal investigators?|supervised by|report(?:s|ed|ing) to)\s?:\s?\S.{0,100}",
    re.IGNORECASE,
)


def is_fact(sheet: Sheet, number: int) -> bool:
    """Tell a label within the header of a job that asks neither for post nor firm: ``Project: Tide Gates``, ``Client: Larch``."""
    line = sheet.shown[number].strip()
    return ":" in line and _FACT.fullmatch(line) is not None


def goes_on_under_facts(sheet: Sheet, entry: Entry, found: Sequence[int], number: int, end: int) -> bool:
    """Tell a fact below the dates under which the header goes on: with the half that stands nowhere above it, or with all.

    ``Doctoral Candidate 2019 - 2023`` / ``Advisor: Mara Velding`` / ``Northmoor University``.
    """
    if not is_fact(sheet, number):
        return False
    below = next((i for i in range(number + 1, min(number + 1 + MAX_FACTS, end)) if not is_fact(sheet, i)), end)
    if below >= end or sheet.headings[below] or sheet.sections[below] != sheet.sections[entry.line]:
        return False
    if is_prose(sheet, below):
        return False
    over = [bare_line(sheet, i) for i in (entry.line, *found)]
    line = bare_line(sheet, below)
    if not any(map(str.isalpha, "".join(over))):
        return has_post(line) or _is_housed(line)
    if not any(map(has_post, over)):
        return has_post(line)
    return not any(map(_is_housed, over)) and not has_post(line) and _begins_with_house(line)


def _is_housed(line: str) -> bool:
    return any(employer_score(atom.text) >= MIN_HOUSE for atom in atoms_of(line, row=0))


def _begins_with_house(line: str) -> bool:
    first = next(iter(atoms_of(line, row=0)), None)
    return first is not None and employer_score(first.text) >= MIN_HOUSE
