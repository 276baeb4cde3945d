"""Labels that a dash or a slash joins to their values (手机-135…, ``Mobile/98…``): a colon takes its place."""

from __future__ import annotations

import re

from ringback.readers.fields.label_words import label_table
from ringback.readers.normalise import fold

_JOINED = re.compile(r"(?<=[^\W\d_])[ \t]{0,3}(?:-{1,3}|/)[ \t]{0,3}(?=[^\W_]|[+(])")
_BOUNDARY = re.compile(r"[|;,:·()\[\]\d]|\s{2,}|(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f]{2})")
_WORD = re.compile("[\u4e00-\u9fff]+|[A-Za-z]+")
_NUMBER = re.compile(r"[+(]?\d[\d\s().-]{5}")
_VALUES = {
    "phones": _NUMBER,
    "contact": _NUMBER,
    "emails": re.compile(r"[\w.+-]{1,64}\s?@"),
    "wechat": re.compile(r"[A-Za-z0-9][\w-]{5}"),
    "birth": re.compile(r"(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?[ ./-]"),
    "age": re.compile(r"\d\d(?!\d)"),
    "gender": re.compile(r"[男女]|(?:fe)?male\b", re.IGNORECASE),
    "not_number": re.compile(r"\d{5}"),
    "name": re.compile("[\u4e00-\u9fff·]{2,6}(?=[\\s|;,]|$)"),
    "city": re.compile("[\u4e00-\u9fff]{2}"),
    "desired_title": re.compile("[\u4e00-\u9fff]{2}"),
}
"""How the value of a field begins: a dash in front of anything else parts words (电话-销售)."""
MAX_LABEL_CHARS = 24


def with_colons(line: str) -> str:
    """Return a line with a colon behind each label of a contact or of a fact that a dash or a slash joins to its value."""
    folded = fold(line)
    if "-" not in folded and "/" not in folded:
        return line
    parts: list[str] = []
    end = 0
    for match in _JOINED.finditer(folded):
        value = _VALUES.get(_field_in_front(folded[max(end, match.start() - MAX_LABEL_CHARS) : match.start()]) or "")
        if value and value.match(folded, match.end()) and not _is_label(folded, match.end()):
            parts += [line[end : match.start()], ": "]
            end = match.end()
    return "".join([*parts, line[end:]]) if parts else line


def _is_label(folded: str, start: int) -> bool:
    """Tell 姓名/性别 and 微信/QQ：…, where two labels stand side by side."""
    word = _WORD.match(folded, start)
    return word is not None and word.group().lower() in label_table()


def _field_in_front(text: str) -> str | None:
    """Return the field of the label that a text ends with; 店铺电话 is none."""
    words = _BOUNDARY.split(text)[-1].split()
    table = label_table()
    return next(
        (
            field
            for n in range(min(3, len(words)), 0, -1)
            if len(label := "".join(words[-n:]).lower()) > 1 and (field := table.get(label)) and _may_join(label, field)
        ),
        None,
    )


def _may_join(label: str, field: str) -> bool:
    """Tell 求职意向 from 目标, which a dash may join to anything."""
    return field != "desired_title" or len(label) > 3  # noqa: PLR2004
