"""拉勾: ``张三_Java开发_拉勾招聘.pdf`` and ``拉勾-张三-Java开发.pdf``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

BOARD = Board(
    name="lagou",
    domains=("lagou.com",),
    file_names=(
        re.compile(r"^(?P<name>[^-_\d]{2,12})[-_](?P<title>[^_]+?)[-_]拉勾"),
        re.compile(r"^拉勾(?:网|招聘)?[-_](?P<name>[^-_\d]{2,12})(?:[-_](?P<title>[^-_]+))?"),
    ),
    subjects=(re.compile(r"(?:来自拉勾|【拉勾(?:招聘|网)?】)\s*(?P<name>[^\s-]{2,12})-(?P<title>[^-]+)"),),
)
