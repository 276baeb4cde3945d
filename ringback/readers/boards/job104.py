"""104人力銀行: ``104_林曉月_業務專員.pdf``, ``林曉月_業務專員_104人力銀行.pdf``, ``林曉月的履歷-104.pdf``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

BOARD = Board(
    name="104",
    domains=("104.com.tw",),
    file_names=(
        re.compile(
            r"^104(?:人力[銀银]行)?(?:履[歷历]表?)?[_ -](?P<name>[\u4e00-\u9fff]{2,4})"
            r"(?:[_ -](?P<title>[^_\d-]{2,20}))?(?:[_ -]\d+)?$"
        ),
        re.compile(r"^(?P<name>[\u4e00-\u9fff]{2,4})[_ -](?P<title>[^_\d-]{2,20})[_ -]104(?:人力[銀银]行)?$"),
        re.compile(r"^(?P<name>[\u4e00-\u9fff]{2,4})的履[歷历]表?[_ -]104(?:人力[銀银]行)?$"),
    ),
)
