"""Chinese sentences that the edge of a page breaks anywhere, put together: 目前就职于青 / 禾网络，担任会计."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.sheet import Sheet

MIN_BROKEN, MAX_JOINED = 28, 6  # characters of a line that reaches the edge, lines of a paragraph
_NEAR_EDGE = 4
_BROKEN = re.compile("[\u4e00-\u9fffA-Za-z0-9,，、]$")
_ADDRESS = re.compile(
    r"(?<!\()\s?https?://[A-Za-z0-9./?=&%#~:_+@-]+(?:\s(?=[,，。;；]))?"
)  # where the words in front of it lead
_GOES_ON = re.compile("(?![\u4e00-\u9fff]{2,8}[:：]|\\d{1,2}[.、)]|(?:19|20)\\d\\d)[\u4e00-\u9fffA-Za-z0-9]")


def whole_paragraphs(sheet: Sheet, numbers: Sequence[int]) -> list[str]:
    """Return the lines without addresses of the web, those joined that one paragraph fills to the edge of the page."""
    found: list[str] = []
    last, n_joined = -2, 0
    for number in numbers:
        if n_joined < MAX_JOINED and number == last + 1 and _goes_on(sheet, last):
            found[-1] += sheet.shown[number].strip()
            n_joined += 1
        else:
            found.append(sheet.shown[number])
            n_joined = 0
        last = number
    return [without_addresses(line) for line in found]


def without_addresses(line: str) -> str:
    """Leave out where links lead, which parts the words of a sentence: 加入青禾银行 https://qinghe.example，任会计."""
    return _ADDRESS.sub("", line) if "://" in line else line


def _goes_on(sheet: Sheet, number: int) -> bool:
    """Tell a line of running text that the next one, in the same print, goes on with."""
    line, below = sheet.shown[number].strip(), sheet.shown[number + 1].strip()
    is_alike = (
        0 < sheet.sizes[number] == sheet.sizes[number + 1] and sheet.sections[number] == sheet.sections[number + 1]
    )
    is_full = len(line) >= MIN_BROKEN and (len(below) <= len(line) + _NEAR_EDGE) and "\t" not in line + below
    is_plain = not sheet.headings[number] and not sheet.headings[number + 1]
    return is_alike and is_full and is_plain and bool(_BROKEN.search(line)) and bool(_GOES_ON.match(below))
