"""Naukri: ``Naukri_TamsinChurch[5y_2m].pdf``, the years and months of experience in brackets."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import LATIN_NAME, Board

BOARD = Board(
    name="naukri",
    domains=("naukri.com",),
    file_names=(
        re.compile(
            rf"^Naukri(?:[_ -]?Resume)?[_ -]{LATIN_NAME}(?:\[(?P<years>\d{{1,2}})y?_\d{{1,2}}m?\])?(?: ?\(\d+\))?$"
        ),
        re.compile(rf"^{LATIN_NAME}\[(?P<years>\d{{1,2}})y?_\d{{1,2}}m?\](?: ?\(\d+\))?$"),
        re.compile(rf"^{LATIN_NAME}[_ -]Naukri$"),
    ),
)
