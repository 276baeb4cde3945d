"""脉脉: ``【脉脉招聘】张三应聘销售经理``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

BOARD = Board(
    name="maimai",
    domains=("maimai.cn", "taou.com"),
    file_names=(re.compile(r"^(?:【?脉脉(?:招聘)?】?[-_ ]*)(?P<name>[^-_\d【】]{2,12})(?:[-_](?P<title>[^-_]+))?"),),
    subjects=(re.compile(r"^【脉脉招聘】\s*(?P<name>[^\s，,]{2,12}?)\s*(?:应聘|投递)(?:了)?\s*(?P<title>[^，,|]+)"),),
)
