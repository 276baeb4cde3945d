"""LinkedIn: everybody's file is called ``Profile.pdf``, so the file name tells nothing but the board."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

BOARD = Board(
    name="linkedin",
    domains=("linkedin.com",),
    file_names=(re.compile(r"^Profile(?:\s*\(\d+\))?$"),),
    subjects=(
        re.compile(
            r"^(?P<name>[^:]+?) (?:applied|has applied) (?:to|for) (?:your )?(?:job:?\s*)?"
            r"(?P<title>.+?)(?: (?:job|position|role|vacancy|opening))?"
            r"(?: (?:at|from) .+)?$"
        ),
    ),
)
