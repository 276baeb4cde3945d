"""猎聘: ``简历编号18840522-张三-设计总监-猎聘网简历.doc``; anonymous ones give sex, age, degree and city instead of the name."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

BOARD = Board(
    name="liepin",
    domains=("liepin.com", "lietou.com", "lietou-edm.com"),
    file_names=(
        re.compile(r"^\d{6,}-+(?P<gender>[男女])-(?P<age>\d{2})岁-(?P<degree>[^-]+)-(?P<city>[^-]+)-.*猎聘"),
        re.compile(r"^简历编号\d+-(?P<name>[^-]+)-(?P<title>.+?)-猎聘"),
        re.compile(r"^(?P<name>[^-\d_]+)[-_](?P<title>.+?)[-_]猎聘"),
        re.compile(r"^【猎聘】\s*(?P<name>[^-_\d]+)[-_](?P<title>[^-_]+)"),
        re.compile(r"^猎聘(?:网)?[-_](?:个人简历|简历)[-_](?P<name>[^-_]+)"),
        re.compile(r"^猎聘(?:网)?[-_](?P<name>[^-_\d]+)(?:[-_](?P<title>[^-_]+))?"),
    ),
    subjects=(re.compile(r"^【(?P<title>[^】_]+?)(?:_(?P<city>[^】]+))?】\s*(?P<name>[^_】]+?)_来自猎聘"),),
)
