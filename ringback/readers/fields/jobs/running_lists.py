"""Jobs and degrees told in one running line: ``EMPLOYMENT: Associate, Mill, 1993-1995; Professor, Mill, 1995-present``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.posts_in_row import posts_in_row
from ringback.readers.fields.printed_rows import PrintedRow

MAX_ROWS = 12
MAX_ITEM_CHARS = 160
_ITEM_ENDS = re.compile(r"(?:\b(?:19|20)\d\d|\bpresent|\bcurrent|\bnow)\)?\.?;\s+(?=[A-Z(])", re.IGNORECASE)
_DATED = re.compile(r",.*\b(?:19|20)\d\d\b")  # Associate, Mill, 1993-1995; not: Director from May 2010
_HEAD = re.compile(r"([A-Z][A-Za-z &/]{3,40}):\s+(?=\S)")
_HAN_ITEM = r"(?:19|20)\d\d[^；;]{4,80}"
_HAN_LIST = re.compile(rf"(?:([\u4e00-\u9fff]{{2,8}})\s*[:：]\s*)?({_HAN_ITEM}(?:[；;]\s*{_HAN_ITEM})+)[；;。]?\s*")
_SECTIONS = frozenset({"education", "experience"})


def with_lists_parted(rows: Iterable[PrintedRow]) -> Iterator[PrintedRow]:
    """Give each item a line of its own, and the heading in front of them another; other lines stay as they are.

    An item ends in a year and a semicolon; the list goes on over the lines that follow it down to a full stop.
    """
    above, held = "", list[PrintedRow]()
    for row in rows:
        if not held and ";" not in row.text and "；" not in row.text:
            yield row
            above = row.text
            continue
        if (
            held
            and len(held) < MAX_ROWS
            and not held[-1].text.rstrip().endswith(".")
            and not row.is_heading
            and row.text.strip()
        ):
            held.append(row)
            continue
        yield from _parted(held)
        held = [row] if ";" in row.text and _begins_list(row.text, above) else []
        if not held:
            yield from _items_of_han(row) if "；" in row.text or ";" in row.text else (row,)
        above = row.text
    yield from _parted(held)


def _items_of_han(row: PrintedRow) -> Iterator[PrintedRow]:
    """Yield the items of 从业经历：2010-2014 某某证券 客户经理；2014至今 某某银行 理财师, each in a line of its own."""
    found = _HAN_LIST.fullmatch(row.text.strip())
    head = found.group(1) if found else None
    if found is None or (head and section_of_heading(head) not in _SECTIONS):
        yield row
        return
    if head:
        yield row._replace(text=head, is_heading=True)
    yield from (row._replace(text=item.strip()) for item in re.split("[；;]", found.group(2)))


def _begins_list(line: str, above: str) -> bool:
    if not _ITEM_ENDS.search(line) or posts_in_row(line):
        return False  # posts at one house, which stands behind them all
    head = _HEAD.match(line)
    return section_of_heading(head.group(1) if head else above, stands_out=True) in _SECTIONS


def _parted(held: list[PrintedRow]) -> Iterator[PrintedRow]:
    if not held:
        return
    whole = " ".join(row.text.strip() for row in held)
    head = _HEAD.match(whole)
    items = [item.strip().removesuffix(".") for item in whole[head.end() if head else 0 :].split(";")]
    if any(len(item) > MAX_ITEM_CHARS for item in items) or sum(bool(_DATED.search(item)) for item in items) * 2 < len(
        items
    ):
        yield from held
        return
    if head:
        yield held[0]._replace(text=head.group(1), is_heading=True)
    yield from (held[0]._replace(text=item) for item in items if item)
