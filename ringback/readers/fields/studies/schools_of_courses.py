"""Where somebody learnt a trade in months, if the page names no other school: ``Larchcode Bootcamp, Web Development, 2021``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.studies.school_words import DATES, SPLIT

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

LAST_LINES = 20
_KIND = re.compile(r"(?:The )?((?:[A-Z][\w&'’.-]*+ ){1,4})(?:Boot ?[Cc]amps?|Camp|Code School|Coding School)")
_SUBJECT = re.compile(
    r"(?:the|an?|and|&|of|for|complete|ultimate|modern|advanced|intensive|immersive|online|remote|full[- ]?stack|full|stack"
    r"|front[- ]?end|back[- ]?end|web|mobile|app|ios|android|software|coding|code|programming|development|developer|engineering"
    r"|engineer|data|science|analytics|analyst|machine|learning|ai|cloud|devops|cyber\w*|security|design|designer|graphic|digital|marketing"
    r"|product|management|business|sales|tech\w*|it|python|java\w*|react\w*|ruby|rails|node\w*|html\w*|css\w*|sql|ux\S*|ui\S*|qa|testing"
    r"|summer|winter|training|career|boot|leadership|language|english|university|college|\d\S*)",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    [
        "hack reactor", "app academy", "le wagon", "ironhack", "codesmith", "thinkful", "springboard", "tech elevator",
        "bloomtech", "hackbright", "epicodus", "code fellows", "nucamp", "brainstation", "codeup", "launch school",
        "turing school", "wild code school", "spiced academy", "multiverse", "school of code", "general assembly",
    ]
)  # fmt: skip


def school_of_courses(sheet: Sheet) -> Found[str] | None:
    """Return the first house of the section on education that calls itself a boot camp, or that everybody knows for one."""
    for number in () if sheet.is_chinese else sheet.lines_in("education")[:LAST_LINES]:
        for piece in SPLIT.split(DATES.sub("\t", sheet.shown[number])):
            name = piece.strip(" ,;:.()-–—*•|")
            kind = _KIND.fullmatch(name)
            is_named = kind is not None and not all(map(_SUBJECT.fullmatch, kind.group(1).split()))
            if is_named or name.lower() in _KNOWN:
                return Found(name, "layout", 0.5, sheet.shown[number])
    return None
