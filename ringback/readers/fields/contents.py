"""A list of a page's own sections in front of them: its headings stand there too, and open nothing."""

from __future__ import annotations

from collections.abc import Sequence

MIN_LISTED = 3  # headings that come again below
MAX_LISTED = 14  # lines
MAX_WORDS = 6


def without_contents(folded: Sequence[str], sections: list[str], headings: list[bool]) -> None:
    """Let the headings of a table of contents open no section: ``work`` / ``voluntary`` / ``skills`` over the page itself."""
    last = {line.strip().lower(): number for number, line in enumerate(folded) if headings[number]}
    begin = next((i for i, line in enumerate(folded) if headings[i] and last[line.strip().lower()] != i), None)
    if begin is None:
        return
    end, n_listed = begin, 0
    for number in range(begin, min(begin + MAX_LISTED, len(folded))):
        line = folded[number].strip()
        comes_again = headings[number] and last[line.lower()] != number
        if (headings[number] and not comes_again) or len(line.split()) > MAX_WORDS or any(map(str.isdigit, line)):
            break
        n_listed += comes_again
        end = number + 1
    if n_listed >= MIN_LISTED:
        until = next((i for i in range(end, len(folded)) if headings[i]), len(folded))
        sections[begin:end] = ["other"] * (end - begin)
        sections[end:until] = ["top"] * (until - end)  # whose page it is stands below its menu
