"""What the column of posts in a list means: the post a person holds, or the opening he is a candidate for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ringback.readers.fields.labels import field_of_column, raw_field_of_column
from ringback.readers.normalise import fold

_OPENING = re.compile(r"岗位|工种|职缺|\bpost\b|vacanc|opening", re.IGNORECASE)


def fields_of_header(cells: Sequence[str]) -> tuple[str | None, ...]:
    """Return the field of each column of a header row.

    A bare post (岗位, 职位, Post) is the post held when it stands beside the employer's column. It is what the person is a
    candidate for when another column names the post held, when the list has no employers at all, or when the word means
    an opening (岗位, not 职务) and does not stand right behind an employer that is expressly the present one (现公司).
    """
    fields = [field_of_column(cell) for cell in cells]
    raw = [raw_field_of_column(cell) for cell in cells]
    if "desired_title" in fields:
        return tuple(fields)
    bare = [number for number, field in enumerate(raw) if field == "title"]
    employers = [number for number, field in enumerate(fields) if field == "current_employer"]
    for number in bare:
        is_opening = bool(_OPENING.search(fold(cells[number])))
        is_beside = number - 1 in employers
        is_expressly_now = any(raw[employer] == "current_employer" for employer in employers)
        if "current_title" in raw or not employers or (is_opening and is_expressly_now and not is_beside):
            fields[number] = "desired_title"
    return tuple(fields)
