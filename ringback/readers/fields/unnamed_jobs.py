"""Jobs below a heading that no list knows, in a resume where no other heading names jobs: what stands there tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from ringback.readers import patterns as re
from ringback.readers.fields.headings import NUMBER_IN_FRONT
from ringback.readers.fields.jobs.lines import has_post
from ringback.readers.fields.jobs.running_text import is_text
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.periods import period_in, without_periods
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.unheaded_jobs import first_of_jobs, is_in_first_header

MAX_CHARS, MAX_WORDS = 40, 6
REACH = 5  # lines from a heading to the dates of the first job below it
SAME_RANK = 0.9  # of the print of a known heading
LARGER = 1.05  # than the line below
REACH_OF_HEAD = 12  # lines in which somebody tells how to reach him
NEAR = 3  # lines from dates to the post of the same job
_TAKES_IN = frozenset(
    {"education", "skills", "languages", "summary", "awards", "certificates", "training", "wishes", "other", "basic"}
)
_PRECEDE = frozenset({"education", "skills", "languages", "summary", "training", "certificates", "basic"})
_OF_OTHERS = re.compile(
    r"\b(?:volunt\w*|activit\w*|project\w*|research|publication\w*|talk\w*|honou?rs?|awards?|interests?|hobb\w*|teaching|clubs?"
    r"|course\w*|training\w*|memberships?|referen\w*|competition\w*)\b|项目|科研|研究|志愿|社团|校园|活动|获奖|荣誉|培训|课程|证明人|学生|赛|论文|专利|作品|证书",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\s*\([^()]{1,14}\)$")  # (由远及近)
_SENTENCE = re.compile(r"[.,;!?。，；！？]|@")


def open_at_jobs(sections: list[str], headings: list[bool], folded: Sequence[str], sizes: Sequence[float]) -> None:
    """Let a line that no list knows open the jobs, where posts and dates stand below it and no other heading names jobs.

    ``Education`` / ``BSc, Northmoor University, 2014`` / ``Steps so far`` / ``2019 – now`` / ``Team Lead`` / ``Larchwell``.
    It is set no smaller than the known heading above it.
    """
    if "experience" in sections:
        return
    end = next((i for i, is_heading in enumerate(headings) if is_heading), len(headings))
    below_contacts = max((i for i in range(min(end, REACH_OF_HEAD)) if "@" in folded[i]), default=end) + 1
    alone = _standing_out_alone(folded, sizes, range(below_contacts, end))
    if alone is not None and _opens_jobs(folded, alone, end):
        _open(sections, headings, alone, end)
        return
    for opened in [i for i, is_heading in enumerate(headings) if is_heading and sections[i] in _TAKES_IN]:
        end = next((i for i in range(opened + 1, len(headings)) if headings[i]), len(headings))
        told = (i for i in range(opened + 1, end) if period_in(folded[i]) and _is_post_near(folded, i, opened + 1, end))
        until = next(told, end)  # below the first job stands what was done there
        alike = [i for i in range(opened + 1, min(until, end - 1)) if sizes[i] >= sizes[opened] * SAME_RANK]
        first = next((i for i in alike if _opens_jobs(folded, i, end)), None)
        if first is not None:
            _open(sections, headings, first, end)
            return
    for opened in [i for i, is_heading in enumerate(headings) if is_heading and sections[i] in _PRECEDE]:
        end = next((i for i in range(opened + 1, len(headings)) if headings[i]), len(headings))
        if _OF_OTHERS.search(folded[opened]):
            continue
        are_studies = sections[opened] == "education"
        first = first_of_jobs(folded, opened, end, _may_head_others, are_studies=are_studies)
        if first is not None:
            sections[first:end] = ["experience"] * (end - first)
            return


def _open(sections: list[str], headings: list[bool], number: int, end: int) -> None:
    headings[number] = True
    sections[number:end] = ["experience"] * (end - number)


def _standing_out_alone(folded: Sequence[str], sizes: Sequence[float], block: range) -> int | None:
    """Return the line in larger print, or in capitals where print has no sizes, alike no other: houses and posts come again."""
    if not block:
        return None
    if any(sizes):
        largest = max((sizes[i] for i in block), default=0.0)
        alone = [i for i in block if sizes[i] == largest]
        is_name = largest == max(sizes)  # contacts stand above it
        is_large = len(alone) == 1 and alone[0] + 1 < block.stop and largest > sizes[alone[0] + 1] * LARGER
        return alone[0] if is_large and not is_name else None
    is_named = any(
        folded[i] and not any(map(str.isdigit, folded[i])) and "@" not in folded[i] for i in range(block.start)
    )
    alone = [i for i in block if folded[i].isupper()] if is_named else []
    return alone[0] if len(alone) == 1 and alone[0] + 1 < block.stop else None


def _opens_jobs(folded: Sequence[str], number: int, end: int) -> bool:
    """Tell a line that may be a heading over dated posts, which are more than the dated studies below it."""
    line = _NOTE.sub("", NUMBER_IN_FRONT.sub("", folded[number]).strip(" :,."))
    if not _may_be_heading(line) or not any(
        period_in(one) for one in folded[number + 1 : min(number + 1 + REACH, end)]
    ):
        return False
    if is_in_first_header(folded, number, end):
        return False
    dated = [i for i in range(number + 1, end) if period_in(folded[i])]
    posts = [i for i in dated if _is_post_near(folded, i, number + 1, end)]
    studied = [i for i in dated if i not in posts and _is_study_near(folded, i, number + 1, end)]
    return bool(posts) and dated[0] not in studied and len(posts) > len(studied)


def _may_head_others(line: str) -> bool:
    """Tell a short line about clubs, awards and the like."""
    return len(line) <= MAX_CHARS and len(line.split()) <= MAX_WORDS // 2 and _OF_OTHERS.search(line) is not None


def _may_be_heading(line: str) -> bool:
    if not 1 < len(line) <= MAX_CHARS or len(line.split()) > MAX_WORDS or any(mark in line for mark in "\t:："):
        return False
    if any(map(str.isdigit, line)):
        return False
    if _SENTENCE.search(line) or _OF_OTHERS.search(line) or line[0].islower() or not line[0].isalnum() or is_text(line):
        return False
    return not (title_score(line) or employer_score(line) or degrees_in(line) or school_in(line, line))


def _near(folded: Sequence[str], number: int, first: int, end: int) -> list[str]:
    """Return the line of the dates and its neighbours up to the next dates."""
    above = takewhile(lambda i: not period_in(folded[i]), range(number - 1, max(first, number - NEAR) - 1, -1))
    below = takewhile(lambda i: not period_in(folded[i]), range(number + 1, min(end, number + NEAR)))
    return [without_periods(folded[i], folded[i]) for i in (number, *above, *below)]


def _is_post_near(folded: Sequence[str], number: int, first: int, end: int) -> bool:
    near = _near(folded, number, first, end)
    is_study = school_in(near[0], near[0]) or any(map(degrees_in, near))
    return not is_study and any(map(has_post, near))


def _is_study_near(folded: Sequence[str], number: int, first: int, end: int) -> bool:
    return any(degrees_in(one) or school_in(one, one) for one in _near(folded, number, first, end))
