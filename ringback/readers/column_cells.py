"""Columns of a list that no word names, told by what all their cells hold: addresses, numbers, degrees, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.label_words import raw_field_of_column
from ringback.readers.fields.names.candidates import shape_score
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold
from ringback.readers.sheet_forms import is_table_in_form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROWS_SEEN = 30
MIN_PEOPLE = 3  # of whom each has an address of his own in the same column
MOST_ABOVE = 2  # rows above the first person: a title, and heads that nobody knows
MOST_LABELS = 1  # rows of a list in which a cell reads like a label; a form has more
MIN_SHAPE = 0.5  # of a name; a firm or a post called like people somewhere in the column has less
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"\(?(?:\+|00(?=[1-9]\d{0,2}[ ./()-]|[1-9]\d{10}))\d{1,3}\)?(?:[ ./()-]{0,3}\d){6,13}"
    r"|(?:\(86\) ?|86-)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
    r"|\(?0[1-9]\d{0,3}\)?[ ./-]{1,2}\d(?:[ .-]?\d){5,8}|(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}"
)
_PROFILE = re.compile(r"\blinkedin\.com/", re.IGNORECASE)
_DIGIT = re.compile(r"\d")  # of a number; under Contact may stand who it is
_OF_OTHERS = re.compile(
    r"recruit|consult|refer|manager|owner|agent|agency|interviewer|sender|source|emergency|hr\b|spouse|parent|father|mother|fax"
    r"|顾问|推荐|内推|负责人|招聘|面试官|联系人|紧急|家长|来源|发件|hr|qq|证明|编号|身份证",
    re.IGNORECASE,
)
_OF_FIRMS = re.compile(
    r"compan|employ|firm|organi[sz]|client|customer|school|universit|college|city|town|公司|单位|企业|学校|院校|城市"
)
_NO_LABELS = frozenset({None, "not_own", "title"})
_MAY_HOLD_ADDRESSES = frozenset({None, "emails", "wechat"})
_NAMES = frozenset({"name", "english_name", "first_name", "last_name"})


def with_columns_by_cells(
    header: Sequence[str], rows: Sequence[Sequence[str]], fields: tuple[str | None, ...]
) -> tuple[str | None, ...]:
    """Return ``fields`` with the columns named that only their cells tell; what repeats in all rows is a recruiter's own."""
    rows = list(dict.fromkeys(map(tuple, rows)))  # a row said twice is one person
    if len(rows) <= 1:
        return fields
    columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(fields))]
    misnamed = [at for at, (field, cells) in enumerate(zip(fields, columns, strict=True)) if _is_misnamed(field, cells)]
    worded = [at for at, field in enumerate(fields) if field == "phones" and not _DIGIT.search("".join(columns[at]))]
    fields = tuple(None if at in (*misnamed, *worded) else field for at, field in enumerate(fields))
    if misnamed and "emails" not in fields and not _OF_OTHERS.search(header[misnamed[0]]):
        fields = (*fields[: misnamed[0]], "emails", *fields[misnamed[0] + 1 :])
    for field, fits, is_own in _SHAPES:
        if field in fields or (field == "name" and _NAMES & set(fields)):
            continue
        for at, known in enumerate(fields):
            cells = columns[at]
            is_apart = len(set(cells)) == len(cells) if is_own else True
            if known or len(cells) <= 1 or not is_apart or _OF_OTHERS.search(header[at]):
                continue
            if (field != "name" or not _OF_FIRMS.search(fold(header[at]).lower())) and all(map(fits, cells)):
                fields = (*fields[:at], field, *fields[at + 1 :])
                break
    return fields


def people_by_cells(rows: Sequence[Sequence[str]]) -> tuple[int, tuple[str | None, ...]] | None:
    """Find people a row without a head that we know: where they begin, and the fields of their columns.

    Each has an e-mail address or a number of his own in the same column. One person's form has labels instead.
    """
    filled = [number for number, row in enumerate(rows) if any(row)][: ROWS_SEEN + MOST_ABOVE]
    width = max((len(rows[number]) for number in filled), default=0)
    columns = [[(number, rows[number][at]) for number in filled if at < len(rows[number])] for at in range(width)]
    fields: list[str | None] = [None] * width
    begins = len(rows)
    for at, column in enumerate(columns):
        for field, fits in (("emails", _EMAIL.fullmatch), ("phones", _PHONE.fullmatch)):
            own = {cell: number for number, cell in reversed(column) if fits(cell)}
            if len(own) >= MIN_PEOPLE and field not in fields:
                fields[at], begins = field, min(begins, *own.values())
    people = list(dict.fromkeys(tuple(rows[number]) for number in filled if number >= begins))
    above = [rows[number] for number in filled if number < begins]
    n_labels = sum(any(raw_field_of_column(cell) not in _NO_LABELS for cell in row) for row in people)
    if len(above) > MOST_ABOVE or n_labels > MOST_LABELS or any(map(is_table_in_form, above)):
        return None
    heads = [*(above[-1] if above else ()), *[""] * width][:width]
    for at, head in enumerate(heads):
        if (
            _OF_OTHERS.search(head)
            or len({row[at] for row in people if at < len(row) and row[at]}) * 4 < len(people) * 3
        ):
            fields[at] = None
    if not any(fields):
        return None
    return begins, with_columns_by_cells(heads, people, tuple(fields))


def _is_misnamed(field: str | None, cells: Sequence[str]) -> bool:
    """Tell a column of e-mail addresses under the head of another thing: ``Address`` is not always a street."""
    n_addresses = sum(_EMAIL.fullmatch(cell) is not None for cell in cells)
    return field not in _MAY_HOLD_ADDRESSES and n_addresses > 1 and n_addresses * 2 > len(cells)


def _is_name(cell: str) -> bool:
    return shape_score(cell) >= MIN_SHAPE and not degrees_in(fold(cell), cell)


def _is_school(cell: str) -> bool:
    return school_in(fold(cell), cell) is not None


def _is_degree(cell: str) -> bool:
    return bool(degrees_in(fold(cell), cell))


_SHAPES: tuple[tuple[str, Callable[[str], object], bool], ...] = (
    ("emails", _EMAIL.fullmatch, True),
    ("phones", _PHONE.fullmatch, True),
    ("linkedin", _PROFILE.search, True),
    ("school", _is_school, False),
    ("degree", _is_degree, False),
    ("name", _is_name, True),
)
