"""前程无忧 51job: ``51job_张三(497000000).doc``, MHTML inside; recruiters add notes: ``51job_李四-2年软件测试(…)``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board

BOARD = Board(
    name="51job",
    domains=("51job.com",),
    file_names=(
        re.compile(r"^(?:51job|前程无忧)[_-](?P<name>[^_(（\-\d]+?)\s*-\s*(?P<years>\d{1,2})年"),
        re.compile(r"^(?:51job|前程无忧)[_-](?P<name>[^_(（\-\d]+?)\s*(?:[(（_\-].*)?$"),
    ),
    subjects=(
        re.compile(
            r"^\(51job\.com\)\s*申请贵公司(?P<title>.+?)[(（](?P<city>[^()（）]+)[)）]\s*[－—-]+\s*(?P<name>.+)$",
            re.IGNORECASE,
        ),
        re.compile(r"^\(51job\.com\)\s*申请贵公司(?P<title>.+?)\s*[－—-]+\s*(?P<name>[^－—-]+)$", re.IGNORECASE),
    ),
)
