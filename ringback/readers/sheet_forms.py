"""Forms in sheets: labels and values of one person in cells, which are no list of people."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.label_parts import field_by_parts
from ringback.readers.fields.label_parts_han import field_by_parts_han
from ringback.readers.fields.label_words import field_of, raw_field_of_column
from ringback.readers.normalise import fold

MIN_KNOWN_COLUMNS = 2
MIN_CELLS = 4  # two labels, and the blanks beside them
_CONTACT = re.compile(r"@|\d{7,}")
_NO_LABEL = frozenset({None, "not_own"})  # Manager and Consultant are posts as well
_COLON = (":", "：")
_OTHERS = re.compile(
    "(?:与?(?:本人|家庭|亲属)的?)?关系|称谓|证明人(?:姓名|及电话|及联系(?:方式|电话))?"
)  # whom forms ask for too


def looks_like_form(filled: Sequence[str], fields: Sequence[str | None]) -> bool:
    """A form has label and value side by side in its first row, or in one cell; a header has labels only."""
    if sum(_holds_value(text) for text in filled) > 1 or any(_holds_contact(text) for text in filled):
        return True
    if sum(text.rstrip().endswith(_COLON) and field_of(fold(text)) is not None for text in filled) > 1:
        return True  # 姓名：<cell> 性别：<cell>
    if len(filled) >= MIN_CELLS and all(filled[::2]) and not any(filled[1::2]):
        return True  # 应聘者 <blank> 应聘岗位 <blank>
    known = [field for text, field in zip(filled, fields, strict=True) if text]
    unknown = [text for text, field in zip(filled, fields, strict=True) if text and field is None]
    n_known = sum(field is not None for field in fields)
    has_contact = any(_CONTACT.search(text) for text in unknown)
    is_alternating = n_known >= MIN_KNOWN_COLUMNS and [field is None for field in known[:4]] == [
        False,
        True,
        False,
        True,
    ]
    return has_contact or (is_alternating and len(unknown) >= n_known - 1)


def are_labels_below(header: Sequence[str], follows: Sequence[Sequence[str]]) -> bool:
    """Tell a form from the first rows below its first one: labels right below it, or a later row of nothing but labels."""
    for number, row in enumerate(follows):
        filled = [text for text in row if text]
        n_labels = sum(map(_is_label, filled))
        if n_labels >= MIN_KNOWN_COLUMNS and (not number or (n_labels == len(filled) and list(row) != list(header))):
            return True
    return False


def _is_label(text: str) -> bool:
    asked = field_by_parts(text) if text.isascii() else field_by_parts_han(text)
    return asked is not None or raw_field_of_column(text) not in _NO_LABEL


def is_table_in_form(filled: Sequence[str]) -> bool:
    """Tell the head of a table of relatives, referees or jobs, which forms hold, from that of a list of candidates."""
    raw = {raw_field_of_column(text) for text in filled if text}
    is_of_jobs = not raw & {"name", "first_name"} and "period" in raw
    return is_of_jobs or any(_OTHERS.fullmatch(re.sub(r"\s+", "", fold(text)).rstrip(":")) for text in filled)


def begins_form(filled: Sequence[str], fields: Sequence[str | None]) -> bool:
    """Tell the row of a form that says who the person is: what stands below it are tables of the form."""
    names = {raw_field_of_column(text.rstrip("".join(_COLON))) for text in filled if text}
    names |= {field_of(fold(text).partition(":")[0]) for text in filled if _holds_value(text)}
    return "name" in names and looks_like_form(filled, fields)


def _holds_value(text: str) -> bool:
    """Tell ``性别:男`` and ``Name: Ann Lee`` from the head of a column."""
    label, _, value = fold(text).partition(":")
    return bool(value.strip()) and field_of(label) is not None


def _holds_contact(text: str) -> bool:
    """Tell ``微信：138…`` from the head of a column."""
    return _holds_value(text) and re.search(r"@|\d{7}", text) is not None
