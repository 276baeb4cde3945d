"""北极星招聘: ``(hdjob.bjx.com.cn)应聘 工程师 - 山西运城 - 张三``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

BOARD = Board(
    name="bjx",
    domains=("bjx.com.cn",),
    subjects=(
        re.compile(r"^\([a-z.]*bjx\.com\.cn\)\s*应聘\s*(?P<title>.+?)\s+-\s+(?P<city>[^-]+?)\s+-\s+(?P<name>[^-]+)$"),
    ),
)
