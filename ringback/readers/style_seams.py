"""Where only the face of the letters parts two things of a line: a post in bold print with its house in italics behind it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import ends_as_title, is_work_field
from ringback.readers.fields.periods import without_periods

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

MIN_WORDS, MAX_CHARS = 3, 100  # of two words in two faces most are names, or headings
MAX_FACES = 3
MIN_LETTERS = 3
MAX_WORDS_BEHIND = 8  # more are running text
_CELL = re.compile(r"[^\t\n]+")
_WORD = re.compile(r"\S+")
_RUNS_ON = re.compile(
    r"a|about|across|am|an|and|are|as|at|be|by|for|from|had|has|have|in|including|into|is|like|my|not|of|on|or|our|over|per"
    r"|such|than|that|the|through|to|under|until|using|via|was|were|where|which|while|who|with|within|without|your"
    r"|del?|di|d[aou]|l[ae]|el|y|e|et|und|der|die|senior|junior|deputy|acting|interim",
    re.IGNORECASE,
)  # in front of what belongs to it

_KIND_OF_POST = re.compile(  # beside fields of work, in front of what a person is
    r"mechanical|electrical|civil|chemical|structural|industrial|environmental|technical|technology|project|program(?:me)?|process"
    r"|production|manufacturing|maintenance|full-?stack|stack|graphic|graphics|network|systems?|machine|business|account|customer"
    r"|human|financial|registered|licensed|certified|staff|chief|principal|lead|head|managing|general|regional|executive|clinical"
    r"|medical|dental|nursing|physical|social|office|administrative|teaching|graduate|field|site|warehouse|restaurant|kitchen"
    r"|service|store|shop|content|creative|digital|video|game|database|information|it|ui|ux|java|python|php|android|embedded"
    r"|aerospace|automotive|biomedical|interior|fashion|landscape|event|travel|truck|bus",
    re.IGNORECASE,
)


def with_seams(text: str, face_at: Callable[[int], Hashable]) -> str:
    """Return a text of the same length with a tab for the space at which the face changes for good within a cell.

    A word set off within running text changes it twice, a label has its own sign, and a sentence goes on in small letters.
    """
    out = list(text)
    for cell in _CELL.finditer(text):
        words = [word.span() for word in _WORD.finditer(text, cell.start(), cell.end())]
        if len(words) < MIN_WORDS or cell.end() - cell.start() > MAX_CHARS:
            continue
        starts = [start for start, end in words if any(map(str.isalnum, text[start:end]))]
        if len(starts) < MIN_WORDS:
            continue
        groups = [(face, next(group)) for face, group in groupby(starts, face_at)]
        if len(groups) == MAX_FACES and groups[0][0] == groups[-1][0] and _is_period(text[groups[-1][1] : cell.end()]):
            groups = groups[:-1]  # Northwind in bold print, Tide Warden slanted, and the years in bold print again
        if len(groups) > MAX_FACES or len({face for face, _ in groups}) < len(groups):
            continue
        for _, start in groups[1:]:
            front = text[cell.start() : start]
            changes = face_at(cell.start() + len(front.rstrip()) - 1) != face_at(start)  # not within the word in front
            if changes and _is_seam(front, text[start : cell.end()]):
                out[start - 1] = "\t"
    return "".join(out)


def _is_period(text: str) -> bool:
    return any(map(str.isdigit, text)) and not any(map(str.isalnum, without_periods(text, text)))


def _is_seam(front: str, behind: str) -> bool:
    """Tell two things by what stands in front of and behind the space between them."""
    before = front.rstrip()
    if front == before or not (before[-1].isalnum() or before[-1] == ")"):
        return False
    first, last = behind[0], behind.rsplit(maxsplit=1)[-1]
    is_running = (
        _RUNS_ON.fullmatch(before.rsplit(maxsplit=1)[-1]) or _RUNS_ON.fullmatch(last) or behind.rstrip()[-1] in ".,;"
    )
    is_two = sum(map(str.isalpha, front)) >= MIN_LETTERS and (first.isupper() or first.isdigit())
    is_two = is_two and not _is_one_post(before, behind)
    return is_two and not is_running and len(behind.split()) <= MAX_WORDS_BEHIND


def _is_one_post(front: str, behind: str) -> bool:
    """Tell a post whose first word is set off from the rest of it: ``Software`` in bold print, and ``Engineer`` behind it."""
    word, noun = front.rsplit(maxsplit=1)[-1], behind.split(maxsplit=1)[0].strip(",;:|")
    return ends_as_title(noun) and (is_work_field(word) or _KIND_OF_POST.fullmatch(word) is not None)
