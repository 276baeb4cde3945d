"""58同城: ``(58.com)应聘贵公司…-上海 奉贤-张三``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

BOARD = Board(
    name="58",
    domains=("58.com",),
    file_names=(re.compile(r"^58(?:同城)?[-_](?P<name>[^-_\d]{2,12})(?:[-_](?P<title>[^-_]+))?"),),
    subjects=(
        re.compile(r"^\(58\.com\)\s*应聘贵公司(?:的)?(?P<title>.+?)-(?P<city>[^-]+)-(?P<name>[^-]+)$", re.IGNORECASE),
    ),
)
