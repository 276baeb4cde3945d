"""Tables of jobs: which rows only name columns, and what the columns hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.label_words import field_of

MAX_TABLE_ROWS = 30
MIN_LABELS = 2
MIN_SHARE = 0.6
ROLES = frozenset({"title", "employer"})
_OF_FIRM = frozenset({"employer"})
_DATES = frozenset(
    {
        "start",
        "end",
        "started",
        "ended",
        "begin",
        "finish",
        "years",
        "year",
        "period",
        "dates",
        "date",
        "duration",
        "time",
        "when",
    }
    | {"开始", "结束", "开始时间", "结束时间"}
)
_REST = frozenset(
    {
        "content",
        "contents",
        "details",
        "description",
        "particulars",
        "activity",
        "activities",
        "remarks",
        "country",
        "location",
    }
    | {
        "place",
        "summary of activities",
        "main activities",
        "main duties",
        "duties",
        "tasks",
        "reason for leaving",
        "why i left",
        "supervisor",
    }
    | {"经理", "直属经理", "技术", "技术栈", "工具", "说明"}
)
"""Heads of columns that name neither post nor firm: ``Period<tab>Content``, ``Position<tab>Country<tab>Duties``."""
_MAY_BE_POST = re.compile(  # heads of a column of posts, or of what was done
    r"(?:(?:work|job|career|nature of (?:work|job|duty|duties|employment)) ?(?:profile|nature|type|done|particulars|details?)?"
    r"|profile|capacity|(?:worked|working|served|employed) as|work(?:ed)? (?:in|at) (?:the )?capacity(?: of)?|status|category"
    r"|responsibilit(?:y|ies)|experience)",
    re.IGNORECASE,
)
_NAMES_HOUSE = re.compile(
    "(?:单位|公司|机构|企业|雇主|店铺|门店)(?!性质|规模|电话|地址|类型|行业|人数|简介|部门)", re.IGNORECASE
)
_JOINTS = re.compile(r"[/&,、，和与及\s]+|\band\b", re.IGNORECASE)


_BESIDE_HOUSE = frozenset({"project", "projekt", "projet", "proyecto", "projeto", "progetto", "lieu", "standort"})
"""What a head names beside the house or the post: Unternehmen / Projekt."""
_HOUSES = frozenset(
    {"机构", "任职机构", "工作机构", "服务机构", "任教机构", "所在机构", "机构名称", "组织", "任教学校", "医院", "门店"}
)
"""Heads of the column of employers that are no labels: elsewhere they stand over trainings and papers."""

_ASKED = {
    "for whom": "employer", "who for": "employer", "with whom": "employer", "whom for": "employer", "where i worked": "employer",
    "角色": "title", "担任角色": "title", "place of work": "employer",
    "worked at": "employer", "worked for": "employer", "business name": "employer",
    "as what": "title", "what as": "title", "doing what": "title", "as": "title", "what i did": "title", "what i was": "title",
    "positions held": "title", "posts held": "title", "position(s) held": "title", "positions": "title",
}  # fmt: skip
"""Heads that ask in words: When<tab>For whom<tab>As what."""


@lru_cache(maxsize=1024)  # the heads of a table are asked about by each of its rows
def fields_of_head(cell: str) -> frozenset[str]:
    """Return the fields that a folded head names: 单位及职务 names two; empty when it is no head."""
    if cell in _HOUSES:
        return frozenset({"employer"})
    if asked := _ASKED.get(cell.lower()):
        return frozenset({asked})
    whole = field_of(cell) if cell else None
    if whole:
        return frozenset({_plain(whole)})
    fields: list[str] = []
    parts = [part for part in _JOINTS.split(cell) if part]
    told = [part for part in parts if part.lower() not in _BESIDE_HOUSE]
    for part in told:
        if (field := field_of(part)) is None:
            return frozenset()
        fields.append(_plain(field))
    return frozenset(fields) if len(fields) > 1 or len(told) < len(parts) else frozenset()


def _plain(field: str) -> str:
    return field.removeprefix("current_")


def names_dates(cell: str) -> bool:
    """Tell the head of a column of dates."""
    bare = cell.strip().lower()
    return bare in _DATES or "period" in fields_of_head(bare)


def is_table_head(line: str) -> bool:
    """Tell a row that holds only label words; such a row is never a job."""
    if "\t" not in line:
        return False
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    known = [cell for cell in cells if fields_of_head(cell) or cell.lower() in _DATES]
    n_heads = len(known) + sum(cell.lower() in _REST for cell in cells if cell not in known) if known else 0
    return n_heads >= MIN_LABELS and n_heads >= MIN_SHARE * len(cells)


def columns_of(folded: Sequence[str], headings: Sequence[bool], number: int) -> list[tuple[int, str]]:
    """Return the ends and roles of the cells of a row, from the row of heads above it; empty outside such a table."""
    line = folded[number]
    if "\t" not in line:
        return []
    for above in range(number - 1, max(-1, number - MAX_TABLE_ROWS), -1):
        if headings[above]:
            return []
        heads = folded[above].split("\t")
        if len(heads) != line.count("\t") + 1 or not is_table_head(folded[above]):
            continue
        fields = [fields_of_head(head.strip()) for head in heads]
        if not any(ROLES & field for field in fields):
            return []
        if any("title" in field for field in fields) and not any("employer" in field for field in fields):
            fields = [_OF_FIRM if "school" in field else field for field in fields]  # Period, Position, Institution
        ends = [match.start() for match in re.finditer("\t|$", line)]
        roles = [_role(field) for field in fields]
        if "employer" not in roles:
            roles = [
                "employer" if role == "aside" and _is_kind_of_house(head.strip()) else role
                for head, role in zip(heads, roles, strict=True)
            ]
        if "title" not in roles:
            roles = [
                "" if _MAY_BE_POST.fullmatch(head.strip()) else role for head, role in zip(heads, roles, strict=True)
            ]
        return list(zip(ends, roles, strict=True))
    return []


def _is_kind_of_house(head: str) -> bool:
    """Tell a column of houses by the word for them: Airline, Hotel, Hospital, 单位全称."""
    if _NAMES_HOUSE.search(head):
        return True
    return head.isalpha() and max(employer_score(f"A {head}"), employer_score(f"A {head}s")) > 0


def _role(fields: frozenset[str]) -> str:
    """Return what a cell is: a title, an employer, both (to be told apart by its words), or neither."""
    roles = ROLES & fields
    return "both" if len(roles) > 1 else next(iter(roles)) if roles else "aside"
