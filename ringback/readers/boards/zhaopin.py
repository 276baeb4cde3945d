"""智联招聘: ``智联招聘_张三_销售经理_中文_20191221_1576892320569.doc``, which is Word-HTML or MHTML inside."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

BOARD = Board(
    name="zhaopin",
    domains=("zhaopin.com", "zhaopinmail.com"),
    file_names=(
        re.compile(r"^智联(?:招聘)?[_-](?P<name>[^_-]+)[_-](?P<title>[^_]+?)[_-](?:中文|英文)(?:[_-]|$)"),
        re.compile(r"^智联(?:招聘)?[_-](?P<name>[^_-]{2,20})(?:[_-]|$)"),
    ),
    subjects=(
        re.compile(
            r"^\(Zhaopin\.com\)\s*应聘\s*(?P<title>.+?)-(?P<city>[^-]{2,8})-(?P<name>[^-]+?)(?:\s*-\s*智联.*)?$",
            re.IGNORECASE,
        ),
        re.compile(r"^(?P<title>[^()（）]+)[(（](?P<city>[^()（）]+)[)）]\s*-\s*(?P<name>[^-]+?)(?:\s*-\s*智联.*)$"),
        re.compile(r"^(?P<title>[^()（）]+)[(（](?P<city>[^()（）]+)[)）]\s*-\s*(?P<name>[^-\s]+(?:先生|女士))$"),
    ),
)
