"""Indeed: ``Indeed_Tamsin_Church.pdf``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import LATIN_NAME, Board

BOARD = Board(
    name="indeed",
    domains=("indeed.com", "indeedemail.com"),
    file_names=(
        re.compile(rf"^Indeed(?:[ _-]?Resume)?[ _-]+{LATIN_NAME}$"),
        re.compile(rf"^{LATIN_NAME}[ _-]Indeed(?:[ _-]?Resume)?$"),
    ),
)
