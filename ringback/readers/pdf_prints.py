"""What a browser prints at the edges of each page of a PDF: the hour and the title above, the address and the page below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.document import Line

N_EDGE = 2  # rows: the side bar of a page may come first in the order of text
_HOUR = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s+(?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[APap]\.?[Mm]\.?)?"
_STAMPED = re.compile(rf"{_HOUR}(?:[\t ].*)?|\d{{1,3}} ?(?:of|/|sur|von|de|di) ?\d{{1,3}}\s+{_HOUR}")
_ADDRESSED = re.compile(r"(?:https?|file)://\S+\s+\d{1,3}/\d{1,3}|(?:https?|file)://\S+\s+\d{1,3} of \d{1,3}")


def without_prints(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page without those that a browser adds: ``11/28/26, 2:41 PM<tab>About``, ``https://… 1/2``."""
    edges = {*range(N_EDGE), *range(max(0, len(lines) - N_EDGE), len(lines))}
    return [line for number, line in enumerate(lines) if number not in edges or not _is_print(line.text.strip())]


def _is_print(text: str) -> bool:
    if text[:1].isdigit():
        return ":" in text and _STAMPED.fullmatch(text) is not None
    return "://" in text and _ADDRESSED.fullmatch(text) is not None
