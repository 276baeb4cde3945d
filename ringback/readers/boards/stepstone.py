"""StepStone: ``StepStone_Tamsin_Church.pdf``, ``Bewerbung_Tamsin_Church_StepStone.pdf``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import LATIN_NAME, Board

BOARD = Board(
    name="stepstone",
    domains=("stepstone.de", "stepstone.at"),
    file_names=(
        re.compile(rf"^StepStone(?:[ _-]Profil)?[ _-]+{LATIN_NAME}$"),
        re.compile(rf"^(?:Bewerbung[ _-])?{LATIN_NAME}[ _-]StepStone$"),
    ),
)
