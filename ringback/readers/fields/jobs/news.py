"""The job that the news of somebody's page tell last: [2024年7月17日] 我正式加入青禾仪器，担任工程师."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.han_paragraphs import without_addresses
from ringback.readers.fields.jobs.han_sentences import told_in_han
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.sentences import Halves
    from ringback.readers.fields.sheet import Sheet

MAX_LINES = 80
_DATED = re.compile(r"[^\w]{0,6}(?P<year>20\d\d)\s?[年./-]\s?(?P<month>\d{1,2})(?!\d)[^我]{0,16}(?:我|本人)")
_TAKES_UP = re.compile("加入|入职|就职于|任职于")
_NO_JOB = re.compile(
    "实验室(?!主任)|课题组|研究组|学会|协会|委员会|编委|组织|期刊|攻读|学生会|社区"
)  # what else people join


def job_of_news(sheet: Sheet) -> Halves | None:
    """Return post and house of the latest of the dated news in which somebody says that he took up a job."""
    best: tuple[tuple[int, int], Halves] | None = None
    for line in [line for line in sheet.shown if "我" in line or "本人" in line][:MAX_LINES]:
        dated = _DATED.match(fold(line))
        text = without_addresses(line)
        if dated is None or not _TAKES_UP.search(fold(text)):
            continue
        day = int(dated.group("year")), int(dated.group("month"))
        for told in told_in_han(text):
            if told.title and not _NO_JOB.search(fold(text[told.at : told.until])) and (best is None or day > best[0]):
                best = day, (Found(told.title, "pattern", 0.7, line), Found(told.firm, "pattern", 0.7, line))
    return best[1] if best else None
