"""Jobs that no heading opens at all, right below the last of somebody's studies or skills: the first header opens them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.lines import has_post
from ringback.readers.fields.jobs.running_text import is_text
from ringback.readers.fields.periods import period_in, without_periods
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.schools import school_in

MAX_ABOVE = 3  # lines of a header over its dates
MAX_HEADER = 100
MIN_DATED = 2  # entries to be compared
NEAR = 2  # lines from dates to the post of the same job
_MARK = re.compile(r"\s*[^\w\s(\[\"'#]\s")
_OF_STUDIES = re.compile(
    r"\b(?:gpa|grades?|honou?rs|cum laude|dean['’]s|minor|major|thesis|coursework|courses?|advis[eo]r|supervisor|relevant"
    r"|scholarship|degrees?|diplomas?)\b|绩点|导师|指导|教授[,，]|成绩|排名|课程|论文|奖学金",
    re.IGNORECASE,
)


def first_of_jobs(
    folded: Sequence[str], opened: int, end: int, may_head_others: Callable[[str], bool], *, are_studies: bool
) -> int | None:
    """Return the line with which jobs begin between a heading and the next: from there on more posts than studies are dated.

    ``Education`` / ``BSc, Northmoor University, 2014`` / ``Larchwell`` / ``Team Lead, 2019 – now`` / ``Fern Bank`` …
    Under a heading of studies there is one before them; below a line that may head clubs or awards there are none.
    """
    dated = [i for i in range(opened + 1, end) if period_in(folded[i]) and not is_text(folded[i])]
    kinds = [_kind(folded, dated, n, opened + 1, end) for n in range(len(dated))]
    n_more = Counter(kinds)
    n_later = _outlasts_studies(folded, dated, kinds)
    is_behind = not are_studies
    for n, kind in enumerate(kinds):
        is_behind = is_behind or any(map(degrees_in, folded[dated[n - 1] if n else opened + 1 : dated[n]]))
        if kind == "job" and is_behind and n_more["job"] > n_more["study"] + n_more["school"] and n_later:
            first = _first_of_list(folded, dated, kinds, n)
            above = dated[first - 1] if first else opened
            if any(map(may_head_others, folded[above + 1 : dated[first]])):
                return None
            if len(dated) > first + 1:
                above = max(above, dated[first] - 1 - max(0, _lines_above(folded, dated[first:], end)))
            return _top_of_header(folded, opened, above, dated[first], are_studies=are_studies)
        is_behind = is_behind or kind in {"study", "school"}
        n_more[kind] -= 1
    return None


def _outlasts_studies(folded: Sequence[str], dated: Sequence[int], kinds: Sequence[str]) -> bool:
    """Tell whether a post goes on behind all dated studies: what is held only while one studies is of a club or a class."""
    ends = [(kind, period.end) for kind, i in zip(kinds, dated, strict=True) if (period := period_in(folded[i]))]
    studied = max((end for kind, end in ends if kind in {"study", "school"}), default=None)
    return studied is None or any(kind == "job" and end > studied for kind, end in ends)


def _first_of_list(folded: Sequence[str], dated: Sequence[int], kinds: Sequence[str], n: int) -> int:
    """Return the first dates of the list that a job goes on: what is told newest first begins where the dates are later again."""
    ends = [period.end if (period := period_in(folded[i])) else None for i in dated]
    starts_above = next((i for i in range(n - 1, -1, -1) if kinds[i] == "study"), -1)
    first = n
    while first - 1 > starts_above and (above := ends[first - 1]) and (here := ends[first]) and above >= here:
        first -= 1
    return first


def _kind(folded: Sequence[str], dated: Sequence[int], n: int, first: int, end: int) -> str:
    """Tell whether dates are of a job, of studies, or of what else, by their line and by what stands next to it.

    Where the first line below the heading is dated, headers go on below their dates, else above.
    """
    number = dated[n]
    after = dated[n + 1] if n + 1 < len(dated) else end
    before = dated[n - 1] + 1 if n else first
    above = range(number - 1, max(before, number - MAX_ABOVE) - 1, -1)
    below = range(number + 1, min(after, number + NEAR))
    own = without_periods(folded[number], folded[number])
    near = [own, *(folded[i] for i in ((*below, *above) if dated[0] == first else (*above, *below)))]
    for line in near:
        if degrees_in(line) or _OF_STUDIES.search(line):
            return "study"
        if _is_post(line):
            return "job"
    return "school" if any(school_in(one, one) for one in near) else ""


def _is_post(line: str) -> bool:
    return len(line) <= MAX_HEADER and not _is_told(line) and has_post(line)


def _top_of_header(folded: Sequence[str], opened: int, above: int, number: int, *, are_studies: bool) -> int:
    """Return the first line of the header whose dates stand in a line; of two schools above it the lower is the house."""
    top = number
    while top - 1 > above and number - top < MAX_ABOVE:
        line = folded[top - 1]
        is_house = not are_studies or any(school_in(one, one) for one in folded[opened + 1 : top - 1])
        if not _is_of_header(line, may_teach=is_house):
            break
        top -= 1
    return top


def is_in_first_header(folded: Sequence[str], number: int, end: int) -> bool:
    """Tell the line over the first dates that is their house from a heading: the next dates have as many lines above them."""
    dated = [i for i in range(number, end) if period_in(folded[i]) and not is_text(folded[i])]
    return len(dated) >= MIN_DATED and 0 < dated[0] - number == _lines_above(folded, dated, end)


def _lines_above(folded: Sequence[str], dated: Sequence[int], end: int) -> int:
    """Return how many lines of a header stand above the second dates."""
    between = [folded[i] for i in range(dated[0] + 1, dated[1])]
    n_told = max((n + 1 for n, line in enumerate(between) if _is_told(line)), default=0)
    n_last = 0 if n_told else sum(1 for i in range(dated[-1] + 1, end) if folded[i])
    return len(between) - n_told - n_last


def _is_told(line: str) -> bool:
    return is_text(line) or _MARK.match(line) is not None


def _is_of_header(line: str, *, may_teach: bool = False) -> bool:
    if not line or len(line) > MAX_HEADER or _is_told(line) or _OF_STUDIES.search(line):
        return False
    return not degrees_in(line) and (may_teach or has_post(line) or not school_in(line, line))
