"""Lists with two rows of heads: 求职意愿 over 岗位, 地点, 薪资; *Current job* over *Employer* and *Title*."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.columns import fields_of_header
from ringback.readers.fields.label_words import field_of_column
from ringback.readers.normalise import fold

MIN_GROUPS = 2
_WISHES = re.compile(
    r"求职|意向|意愿|期望|志愿|应聘|\b(?:wish\w*|desired|preferred|preferences?|expectations?|sought|target|wanted|looking for)\b"
)
_NOW = re.compile(r"现职|目前|当前|现任|现工作|现在|最近|在职|\b(?:current|present|latest|last|most recent)\b")
_OTHERS = re.compile(
    r"紧急|联系人(?!信息)|推荐|介绍|证明|家庭|家属|顾问|面试"
    r"|\b(?:emergency|next of kin|referees?|references?|recruiter|consultant|interview\w*)\b"
)
_IN_FRONT = {"wish": ("期望", "意向", "desired"), "now": ("现", "目前", "current")}
_PREFIXES = ("desired_", "current_")


def fields_under_groups(groups: Sequence[str], header: Sequence[str]) -> tuple[str | None, ...]:
    """Return the fields of a row of heads, each told by the group in the row above that spans it.

    Cells that a group spans are empty but for the first. Where the row above holds no groups, the heads speak for
    themselves.
    """
    fields = list(fields_of_header(header))
    spans = _spans(groups, header)
    if spans is None:
        return tuple(fields)
    for at, (head, group) in enumerate(zip(header, spans, strict=True)):
        said = fold(group).lower()
        if not head:
            fields[at] = field_of_column(group) if group and groups[at] else None  # a head that spans both rows
        elif _OTHERS.search(said):
            fields[at] = None
        elif kind := "wish" if _WISHES.search(said) else "now" if _NOW.search(said) else None:
            fields[at] = _told_by(kind, head) or fields[at]
    return tuple(fields)


def _told_by(kind: str, head: str) -> str | None:
    prefix = _PREFIXES[kind == "now"]
    tries = (field_of_column(f"{word}{head}") for word in _IN_FRONT[kind])
    return next((field for field in tries if field and field.startswith(prefix)), None)


def _spans(groups: Sequence[str], header: Sequence[str]) -> list[str] | None:
    """Return the group over each head; None where the row above is a title, a note or a row of a list."""
    n_filled = sum(map(bool, groups[: len(header)]))
    if n_filled < MIN_GROUPS or n_filled * 3 > len(header) * 2:
        return None
    over: list[str] = []
    for at, head in enumerate(header):
        own = groups[at] if at < len(groups) else ""
        over.append(own or (over[-1] if over and head and at and header[at - 1] else ""))
    return over
