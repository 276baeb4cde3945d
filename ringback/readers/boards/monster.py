"""Monster: ``Monster_Tamsin_Church.docx``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import LATIN_NAME, Board

BOARD = Board(
    name="monster",
    domains=("monster.com", "monster.co.uk", "monster.de"),
    file_names=(
        re.compile(rf"^Monster(?:[ _-]Resume)?(?: - |[_-]){LATIN_NAME}$"),
        re.compile(rf"^{LATIN_NAME}[ _-]Monster$"),
    ),
)
