"""A resume that lost its line breaks on the way: all of it in one line, headings in capitals among the words."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re

MIN_CHARS, MIN_HEADINGS = 300, 2
_HEADING = re.compile(r"(?<=[\w.)]) (?=([A-Z][A-Z&/]{2,}(?: [A-Z&/]{2,}){0,3}) ?: )")
_CONTACT = re.compile(
    r"(?<=[\w.)]) (?=(?:Mobile|Phone|Tel(?:ephone)?|Cell|Contact|E-?mail|Address|D\.?O\.?B)"
    r"(?: (?:[Nn]o\.?|[Nn]umber|[Ii][Dd]|[Aa]ddress))? ?: ?\S)"
)
_HOUSE = re.compile(r"(?<=[a-z]) (?=\d{1,5}[A-Za-z]? [A-Za-z])")
_NAMED = re.compile(r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3}")


def with_line_breaks(lines: Sequence[str]) -> list[str] | None:
    """Return the lines of a resume that is all in one, broken at its headings and contacts; None of any other text."""
    told = [line for line in lines if line.strip()]
    if len(told) != 1 or len(told[0]) < MIN_CHARS or len(_HEADING.findall(told[0])) < MIN_HEADINGS:
        return None
    head, *parts = _broken(told[0].strip(), _HEADING)
    found = _broken(head, _CONTACT)
    name, *rest = _broken(found[0], _HOUSE)[:2] if _HOUSE.search(found[0]) else [found[0]]
    if rest and _NAMED.fullmatch(name):
        found[:1] = [name, found[0][len(name) :].strip()]
    for part in parts:
        heading, _, text = part.partition(":")
        found += [heading.strip(), text.strip()]
    return found


def _broken(line: str, at: re.Pattern[str]) -> list[str]:
    """Return the parts of a line; the matches are the spaces between them."""
    starts = [0, *(match.end() for match in at.finditer(line))]
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
