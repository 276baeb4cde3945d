"""A chat that was copied or exported: what the candidate wrote in it, without who wrote it when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ringback.readers import patterns as re
from ringback.readers.document import Document

_IN_FRONT = re.compile(  # [12/10/2026, 10:02] Ana: …; 12/10/2026, 10:02 - Ana: …
    r"\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?\]?(?: -)? ([^:\[\]]{1,40}): ?"
)
_ABOVE = re.compile(  # 林知远  10-12 09:31:05, over what he wrote
    r"([^\d\s:：][^\d:：]{0,20}?)[ \t]+"
    r"(?:(?:19|20)?\d{2,4}[./年-])?(?:\d{1,2}[./月-]\d{1,2}日?[ \t]+)?(?:上午|下午|晚上)?\d{1,2}:\d\d(?::\d\d)?"
)
_CLOCK = re.compile(r"\d:\d\d")
_ASKS = re.compile(r"hr\b|recruit|talent|hiring|招聘|人事|猎头|顾问|客服|企业|公司|老师", re.IGNORECASE)
MIN_TURNS = 3
MIN_OF_LINES = 0.1


def without_turns(lines: Sequence[str]) -> list[str] | None:
    """Return the name of who applies and what he wrote, line by line; None where the text is no chat of two people.

    Who applies is not called HR or recruiter; of two others it is who wrote more.
    """
    kept = _written_by_one(lines)
    return None if kept is None else [text for _, text in kept]


def without_turns_of_others(document: Document) -> Document:
    """Return a document that holds a chat with nothing but what the candidate wrote in it; any other as it is."""
    if sum(1 for line in document.lines if _CLOCK.search(line.text)) < MIN_TURNS:
        return document
    kept = _written_by_one([line.text.strip() for line in document.lines])
    if kept is None:
        return document
    lines = document.lines
    return replace(document, lines=tuple(replace(lines[number], text=text) for number, text in kept))


def _written_by_one(lines: Sequence[str]) -> list[tuple[int, str]] | None:
    """Return the name of who applies and what he wrote, each with the number of its line."""
    turns = [(_IN_FRONT.match(line), _ABOVE.fullmatch(line)) for line in lines]
    speakers = [match.group(1).strip() for pair in turns for match in pair if match]
    if len(speakers) < MIN_TURNS or len(speakers) < MIN_OF_LINES * len(lines):
        return None
    if not 1 < len(set(speakers)) < len(speakers):
        return None  # Monday 9:00, Tuesday 10:00: hours, for nobody speaks again
    said: list[tuple[str, int, str]] = []
    speaker = ""
    for number, (line, (front, above)) in enumerate(zip(lines, turns, strict=True)):
        turn = front or above
        speaker = turn.group(1).strip() if turn else speaker
        if rest := line[turn.end() :] if turn else line:
            said.append((speaker, number, rest))
    letters: Counter[str] = Counter()
    for who, _, text in said:
        letters[who] += 0 if _ASKS.search(who) else len(text)
    if not any(letters.values()):
        return None
    own = letters.most_common(1)[0][0]
    first = next(number for who, number, _ in said if who == own)
    return [(first, own), *((number, text) for who, number, text in said if who in (own, ""))]
