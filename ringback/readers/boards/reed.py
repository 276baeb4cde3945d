"""Reed: ``Reed_Tamsin_Church_CV.doc``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import LATIN_NAME, Board

BOARD = Board(
    name="reed",
    domains=("reed.co.uk",),
    file_names=(
        re.compile(rf"^(?:Reed|reed)(?:[_-](?:CV|cv))?[_-]{LATIN_NAME}(?:[ _-]CV)?$"),
        re.compile(rf"^(?:CV[ _-])?{LATIN_NAME}[ _-]reed\.co\.uk$"),
    ),
)
