"""The post below kind and size of the house, where forms of job boards print it: by its place, whatever its words are."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.atoms import Atom
from ringback.readers.fields.jobs.titles import title_score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SIZE = re.compile(  # 外商独资 | 100 - 499人
    "\\s*(?:[^|｜\t]{2,16}[|｜\t]\\s*){0,2}(?:规模[:：]\\s*)?(?:少于 ?|约 ?)?\\d[\\d,]*\\s*(?:[-–—~至]\\s*\\d[\\d,]*\\s*)?人"
    "(?:以[上下]|左右)?\\s*(?:[|｜\t]\\s*[^|｜\t]{2,16}\\s*){0,2}"
)
_DESCRIBED = re.compile("\\W*(?:工作|岗位|主要)?(?:描述|职责|内容)\\s*[:：]")
_POST = re.compile(
    "\\s*([\u4e00-\u9fffA-Za-z][^|｜\t。;；:：,，]{1,23})(?:[|｜\t].{0,30})?\\s*"
)  # the pay may stand behind it


def with_post_below_size(texts: Mapping[int, str], atoms: Sequence[Atom], below: str) -> list[Atom]:
    """Return the atoms of a header with that line as its post, where no word tells another: ``产业分析/研究``.

    ``below`` is the line below the header: what was done, by its label, tells that a post stands over it.
    """
    if not _DESCRIBED.match(below):
        return list(atoms)
    if any(not atom.role and title_score(atom.text) == 1.0 for atom in atoms):
        return list(atoms)
    for over, row in pairwise(sorted(texts)):
        is_last = row == over + 1 == max(texts)
        post = _POST.fullmatch(texts[row]) if is_last and _SIZE.fullmatch(texts[over]) else None
        if post:
            told = Atom(post.group(1).strip(), *post.span(1), "line", row, "title")
            return [*(atom for atom in atoms if atom.row < row), told, *(atom for atom in atoms if atom.row > row)]
    return list(atoms)
