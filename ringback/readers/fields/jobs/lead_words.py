"""Words that begin the lines of every job in turn are labels: ``WHAT<gap>Baker`` / ``WHERE<gap>Larch Mill``."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.memory import once_a_sheet

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MIN_JOBS, MIN_WORDS = 2, 2
_LEAD = re.compile(r"\W{0,3}([^\W\d_][\w/&.' -]{0,22}?)(?:\s*[】\]:：]|\s{2,}|\s*\t)\s*(?=\S)")


def end_of_lead(sheet: Sheet, number: int) -> int:
    """Return where the word in front of a fact of a job ends, 0 where a line has none."""
    leads = _leads(sheet)
    found = _LEAD.match(sheet.shown[number]) if leads else None
    return found.end() if found and found.group(1).casefold() in leads else 0


@once_a_sheet
def _leads(sheet: Sheet) -> frozenset[str]:
    """Return the words that come round in the same order with each job.

    A house with several posts repeats its name as well, but no second word takes turns with it; posts do.
    """
    said = [
        found.group(1).casefold()
        for number in sheet.lines_in("experience")
        if (found := _LEAD.match(sheet.shown[number]))
    ]
    often = Counter(said)
    if not said or often[said[0]] < MIN_JOBS:
        return frozenset()
    n_jobs = often[said[0]]
    turn = [word for word in dict.fromkeys(said) if often[word] == n_jobs]
    in_turn = [word for word in said if word in turn]
    if len(turn) < MIN_WORDS or in_turn != turn * n_jobs:
        return frozenset()
    return frozenset() if any(" " in word and title_score(word) == 1.0 for word in turn) else frozenset(turn)
