"""Chinese words, addresses and mobile numbers that the narrow cells of a form break: 柏一 / 鸣, 青禾财经职 / 业学院.

A cell tells itself by the order of paint: its lines stand below each other, and the next cell begins higher up to the right.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.pdf_rows import PlacedLine

MAX_LINES = 4  # of a cell; longer ones hold lists and prose
MAX_CHARS = 16  # of a line of such a cell
SAME_EDGE_EMS = 0.6  # lines begin, or are centred, below each other
MIN_STEP_EMS, MAX_STEP_EMS = 0.9, 2.2
MIN_RISE_EMS = 0.3  # of the next cell over the last line
ROOM_EMS, PADDING = 1.2, 12.0  # less room than for one more letter, and what cells keep free inside, in points
_ENDS_OPEN = re.compile("[\\u4e00-\\u9fff\\d-]$")
_OPENS = re.compile("[(（][\u4e00-\u9fffA-Za-z-]{1,12}$")
_ENDS_IN_HAN = re.compile("[\u4e00-\u9fff-]$")
_CLOSES = re.compile("[\u4e00-\u9fffA-Za-z]{1,12}[)）][\u4e00-\u9fff]{0,6}")
_IN_LATIN = re.compile("[A-Za-zÀ-ž]{3}")
_GOES_ON = re.compile("[\\u4e00-\\u9fff]|\\d(?!\\d{3}[年./-])")
_NUMBER_BEGUN, _NUMBER_REST = re.compile(r"[+(]{0,2}\d[\d ()-]{1,15}"), re.compile(r"\d[\d -]{0,9}")
_MOBILE = re.compile(r"(?:0{0,2}86)?1[3-9]\d{9}")
_ADDRESS_BEGUN, _ADDRESS_REST = re.compile(r"\w[\w.+-]{0,63}@?[\w.-]{0,63}"), re.compile(r"@?[a-z0-9.-]{1,40}")
_ADDRESS = re.compile(
    r"\w[\w.+-]{0,63}@(?:[\w-]{1,63}\.){1,4}(?:com|cn|net|org|edu|io|co|me|info|de|fr|uk|hk|tw|sg|jp)"
)


def with_cells_whole(placed: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the lines of a page with those of a broken cell put together."""
    whole: list[PlacedLine] = []
    start = 0
    while start < len(placed):
        end = _end_of_cell(placed, start)
        first = placed[start]
        if end > start + 1:
            text = "".join(one.line.text.strip() for one in placed[start:end])
            right = max(one.right for one in placed[start:end])
            first = replace(first, line=replace(first.line, text=text), right=right)
        elif end < len(placed) and (contact := _whole_contact(first, placed[end])):
            right = max(first.right, placed[end].right)
            first, end = replace(first, line=replace(first.line, text=contact), right=right), end + 1
        elif end < len(placed) and _closes_bracket(first, placed[end]):
            blank = "" if _ENDS_IN_HAN.search(first.line.text.rstrip()) else " "
            text = f"{first.line.text.rstrip()}{blank}{placed[end].line.text.strip()}"
            first, end = replace(first, line=replace(first.line, text=text)), end + 1
        whole.append(first)
        start = end
    return whole


def _end_of_cell(placed: Sequence[PlacedLine], start: int) -> int:
    """Return where the lines of a broken cell end that begins here; the next line where none does."""
    end = start + 1
    while end < len(placed) and end - start <= MAX_LINES and _is_below(placed[end - 1], placed[end]):
        end += 1
    lines = placed[start:end]
    is_whole = 1 < len(lines) <= MAX_LINES and end < len(placed) and _is_next_cell(lines, placed[end])
    return end if is_whole else start + 1


def _is_below(one: PlacedLine, other: PlacedLine) -> bool:
    """Tell the next line of one cell, which goes on with what the line above leaves open."""
    if one.baseline is None or other.baseline is None:
        return False
    em, step = max(1.0, one.line.size), one.baseline - other.baseline
    shift = min(abs(one.left - other.left), abs(one.left + one.right - other.left - other.right) / 2)
    above, below = one.line.text.strip(), other.line.text.strip()
    is_short = max(len(above), len(below)) <= MAX_CHARS and "\\t" not in above + below
    is_level = MIN_STEP_EMS * em <= step <= MAX_STEP_EMS * em and shift <= SAME_EDGE_EMS * em
    is_open = _ENDS_OPEN.search(above) is not None and _GOES_ON.match(below) is not None
    if is_open and above[-1].isdigit() and below[0].isdigit() and _IN_LATIN.search(above + below):
        return False  # Août 2009 / 2 semaines
    return is_short and is_level and is_open and abs(one.line.size - other.line.size) < 1


def _is_next_cell(lines: Sequence[PlacedLine], after: PlacedLine) -> bool:
    """Tell the cell to the right, painted next, so near that no further letter had room in the lines that go on."""
    last = lines[-1]
    if after.baseline is None or last.baseline is None:
        return False
    em = max(1.0, last.line.size)
    is_beside = after.left > max(one.right for one in lines) and after.baseline > last.baseline + MIN_RISE_EMS * em
    return is_beside and all(after.left - one.right < ROOM_EMS * em + PADDING for one in lines[:-1])


def _whole_contact(one: PlacedLine, other: PlacedLine) -> str | None:
    """Return the address or the mobile number that a line begins and the next line of its cell ends: a@post.c / om."""
    if one.baseline is None or other.baseline is None or abs(one.line.size - other.line.size) >= 1:
        return None
    (*front, begun), rest = one.line.text.strip().split("\t"), other.line.text.strip()
    is_number = _NUMBER_BEGUN.fullmatch(begun) is not None and _NUMBER_REST.fullmatch(rest) is not None
    if not is_number and not (_ADDRESS_REST.fullmatch(rest) and _ADDRESS_BEGUN.fullmatch(begun)):
        return None
    em, step = max(1.0, one.line.size), one.baseline - other.baseline
    is_level = one.left < other.left < one.right if front else abs(one.left - other.left) <= SAME_EDGE_EMS * em
    if not (MIN_STEP_EMS * em <= step <= MAX_STEP_EMS * em and is_level):
        return None
    is_open = is_number or not _ADDRESS.fullmatch(begun) or begun.endswith(".co")
    is_whole = _MOBILE.fullmatch(re.sub(r"\D", "", begun + rest)) if is_number else _ADDRESS.fullmatch(begun + rest)
    whole = f"{begun} {rest}" if is_number else begun + rest
    return "\t".join([*front, whole]) if is_open and is_whole else None


def _closes_bracket(one: PlacedLine, other: PlacedLine) -> bool:
    """Tell the rest of a bracket that the last cell of a row leaves open: 青禾大学<tab>企业管理系（学 / 士）."""
    if one.baseline is None or other.baseline is None or abs(one.line.size - other.line.size) >= 1:
        return False
    em, step = max(1.0, one.line.size), one.baseline - other.baseline
    is_below = MIN_STEP_EMS * em <= step <= MAX_STEP_EMS * em and one.left <= other.left < one.right
    above, below = one.line.text.strip(), other.line.text.strip()
    return is_below and _OPENS.search(above) is not None and _CLOSES.fullmatch(below) is not None
