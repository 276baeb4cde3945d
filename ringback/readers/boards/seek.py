"""SEEK: ``SEEK_Tamsin_Church.pdf``, ``SEEK Profile - Tamsin Church.pdf``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import LATIN_NAME, Board

BOARD = Board(
    name="seek",
    domains=("seek.com.au", "seek.co.nz"),
    file_names=(
        re.compile(rf"^SEEK(?:[ _-]Profile)?[ _-]+{LATIN_NAME}$"),
        re.compile(rf"^{LATIN_NAME}[ _-]SEEK(?:[ _-]Profile)?$"),
    ),
)
