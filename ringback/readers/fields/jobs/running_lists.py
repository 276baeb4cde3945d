"""Jobs and degrees told in one running line: ``EMPLOYMENT: Associate, Mill, 1993-1995; Professor, Mill, 1995-present``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.posts_in_row import posts_in_row

MAX_ROWS = 12
MAX_ITEM_CHARS = 160
_ITEM_ENDS = re.compile(r"(?:\b(?:19|20)\d\d|\bpresent|\bcurrent|\bnow)\)?\.?;\s+(?=[A-Z(])", re.IGNORECASE)
_DATED = re.compile(r",.*\b(?:19|20)\d\d\b")  # Associate, Mill, 1993-1995; not: Director from May 2010
_HEAD = re.compile(r"([A-Z][A-Za-z &/]{3,40}):\s+(?=\S)")
_HAN_ITEM = r"(?:19|20)\d\d[^；;]{4,80}"
_HAN_LIST = re.compile(rf"(?:([\u4e00-\u9fff]{{2,8}})\s*[:：]\s*)?({_HAN_ITEM}(?:[；;]\s*{_HAN_ITEM})+)[；;。]?\s*")
_SECTIONS = frozenset({"education", "experience"})

Row = tuple[str, float, int, bool]


def with_lists_parted(rows: Iterable[Row]) -> Iterator[Row]:
    """Give each item a line of its own, and the heading in front of them another; other lines stay as they are.

    An item ends in a year and a semicolon; the list goes on over the lines that follow it down to a full stop.
    """
    above, held = "", list[Row]()
    for row in rows:
        if held and len(held) < MAX_ROWS and not held[-1][0].rstrip().endswith(".") and not row[3] and row[0].strip():
            held.append(row)
            continue
        yield from _parted(held)
        held = [row] if ";" in row[0] and _begins_list(row[0], above) else []
        if not held:
            yield from _items_of_han(row) if "；" in row[0] or ";" in row[0] else (row,)
        above = row[0]
    yield from _parted(held)


def _items_of_han(row: Row) -> Iterator[Row]:
    """Yield the items of 从业经历：2010-2014 某某证券 客户经理；2014至今 某某银行 理财师, each in a line of its own."""
    text, size, page, mark = row
    found = _HAN_LIST.fullmatch(text.strip())
    head = found.group(1) if found else None
    if found is None or (head and section_of_heading(head) not in _SECTIONS):
        yield row
        return
    if head:
        yield head, size, page, True
    yield from ((item.strip(), size, page, mark) for item in re.split("[；;]", found.group(2)))


def _begins_list(line: str, above: str) -> bool:
    if not _ITEM_ENDS.search(line) or posts_in_row(line):
        return False  # posts at one house, which stands behind them all
    head = _HEAD.match(line)
    return section_of_heading(head.group(1) if head else above, stands_out=True) in _SECTIONS


def _parted(held: list[Row]) -> Iterator[Row]:
    if not held:
        return
    _, size, page, mark = held[0]
    whole = " ".join(text.strip() for text, *_ in held)
    head = _HEAD.match(whole)
    items = [item.strip().removesuffix(".") for item in whole[head.end() if head else 0 :].split(";")]
    if any(len(item) > MAX_ITEM_CHARS for item in items) or sum(bool(_DATED.search(item)) for item in items) * 2 < len(
        items
    ):
        yield from held
        return
    if head:
        yield head.group(1), size, page, True
    yield from ((item, size, page, mark) for item in items if item)
