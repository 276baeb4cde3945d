"""Words that ask for somebody else on a form, and are the candidate's own post beside the name: *Recruiter*, 班主任."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.names.shapes import han_score, latin_score

NEAR_TOP = 12  # lines: names with their posts stand there
SURE_NAME, SURE_POST = 0.8, 0.8
_NAMED = re.compile(r"\s*(?:(?:full |candidate )?name|candidate|applicant|姓\s?名|候选人)\s*[:：\t]", re.IGNORECASE)
_EDGES = " \t|,·-–—"


def is_own_post(folded: Sequence[str], headings: Sequence[bool], number: int, start: int, end: int) -> bool:
    """Tell a post below or behind the name at the top of a page from the label of a referee or an agency.

    A page that names its candidate by a label may begin with whoever sends it.
    """
    line = folded[number]
    if number > NEAR_TOP or line[end:].strip(_EDGES) or any(headings[:number]):
        return False
    name = line[:start].strip(_EDGES) or (folded[number - 1].split("\t")[0].strip(_EDGES) if number else "")
    if not name or title_score(line[start:end].strip(_EDGES)) < SURE_POST or employer_score(name):
        return False
    is_person = latin_score(name) if name.isascii() or " " in name else han_score(name)
    return is_person >= SURE_NAME and not any(map(_NAMED.match, folded[:NEAR_TOP]))
