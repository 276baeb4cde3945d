"""BOSS直聘: the candidate's own file, named by the job that he answered: ``【销售经理_上海 10-15K】张三 5年.pdf``.

Place and pay in the brackets are those of the job, not what the person wishes. Freshmen have a class instead of years:
``26年应届生``. Brackets can be nested: ``【【2026秋招】游戏算法工程师_成都 15-16K】张三 26年应届生.pdf``.
"""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

_YEARS = r"(?:(?P<years>\d{1,2})年(?:以上|以内)?(?!应届)|\d{2}年应届生|应届生|10年以上|1年以内|在校.*)"

BOARD = Board(
    name="boss",
    domains=("bosszhipin.com", "zhipin.com", "kanzhun.com"),
    file_names=(
        re.compile(
            r"^【(?:【[^】]*】)?\s*(?P<title>[^】]+?)(?:\s*\|\s*|[_ ])(?P<city>[^\s_】|\d]{2,12})[_ ]*"
            r"(?:\d[\d.]*-[\d.]+\s?(?:K|元|万)[^】]*|(?:薪资)?面议)】\s*"
            rf"(?P<name>[^\d【】_]+?)(?:[\s_]+{_YEARS}|\s*(?:[(（]\d+[)）])?$)",
            re.IGNORECASE,
        ),
        re.compile(r"^(?P<name>[^-_\d【】]{2,12})[-_](?P<title>[^-_]+)[-_]BOSS直聘"),
        re.compile(rf"^【(?P<title>[^】]+)】\s*(?P<name>[^\d【】_]+?)[\s_]+{_YEARS}"),
    ),
    subjects=(
        re.compile(
            rf"^(?P<name>[^|｜]+?)\s*[|｜]\s*{_YEARS}\s*[,，]\s*应聘\s*(?P<title>[^|｜【]+?)\s*(?:[|｜]\s*(?P<city>[^\d【\s]+)[^【]*)?【BOSS直聘】"
        ),
    ),
)
