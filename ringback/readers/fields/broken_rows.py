"""Labels and numbers that the end of a line breaks in a row of contacts: ``… | 联系手`` / ``机：138…``, 电话：1381 / 234 5678."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.label_parts_han import field_by_parts_han
from ringback.readers.fields.label_words import field_of, label_table
from ringback.readers.normalise import fold

_LABEL_BEGUN = re.compile("(?:^|[\\s|;,，；、·])([\u4e00-\u9fff]{1,4})$")
_LABEL_ENDED = re.compile("([\u4e00-\u9fff]{1,4})\\s?[:：]")
_NUMBER_BEGUN = re.compile(
    r"(?:电话|手机|联系方式|手机号码?|\b(?:tel|mobile|phone|cell))[^:：|;]{0,8}[:：]\s?([+(（]?\d[\d ()（）.-]{0,14})$",
    re.IGNORECASE,
)
_NUMBER_ENDED = re.compile(r"(\d[\d .-]{0,12})(?=$|\s*[|;,，；、·\t]|\s{2})")
_MOBILE = re.compile(r"(?:0{0,2}86)?1[3-9]\d{9}")
_HAN_CELL = re.compile("[\u4e00-\u9fff()（）/]{1,8}")
_NO_DIGIT = re.compile(r"\D")


def with_rest_of_row(above: str, line: str) -> str | None:
    """Return the line above with this one, where a label or a mobile number begins in it and ends in this one."""
    if line[0].isdigit():
        begun, ended = _NUMBER_BEGUN.search(above), _NUMBER_ENDED.match(line)
        if not begun or not ended or _is_whole(begun.group(1)):
            return None
        return above + line if _is_whole(begun.group(1) + ended.group(1)) else None
    if "\t" in line and "\t" in above and _is_label_over_rows(above, line):
        return above + line
    if not "\u4e00" <= line[0] <= "\u9fff":
        return None
    label = _LABEL_ENDED.match(line)
    front = _LABEL_BEGUN.search(above) if label else None
    if label is None or front is None or fold(label.group(1)) in label_table():
        return None
    return above + line if fold(front.group(1) + label.group(1)) in label_table() else None


def _is_label_over_rows(above: str, line: str) -> bool:
    """Tell a label whose cell fills two lines: … 毕业院校 / 系及专业<tab>青禾大学, 出生年月 / （岁）<tab>1995.08."""
    begun, rest = above.rpartition("\t")[2].strip(), line.partition("\t")[0].strip()
    if not (_HAN_CELL.fullmatch(begun) and _HAN_CELL.fullmatch(rest)) or field_of(fold(rest)):
        return False
    return (field_of(fold(begun + rest)) or field_by_parts_han(begun + rest)) is not None


def _is_whole(number: str) -> bool:
    return _MOBILE.fullmatch(_NO_DIGIT.sub("", number)) is not None
