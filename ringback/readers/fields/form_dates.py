"""Dates as forms ask for them: *From* and *To* apart, each over or before its date; the year and the month in two cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.life_in_steps import HEAD, with_steps
from ringback.readers.fields.printed_rows import PrintedRow
from ringback.readers.normalise import fold

_NOTE = r"\s?(?:\([^()]{1,16}\))?[\s*:]*"
_FROM = re.compile(
    rf"(?:(?:date )?from|start(?:ed|ing)?(?: date)?|date (?:started|joined)|joined(?: on)?"
    rf"|(?:开始|起始|入职|入校|入学)(?:时间|日期|年月)){_NOTE}",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"(?:(?:date )?to|until|end(?:ed|ing)?(?: date)?|date (?:ended|left)|left(?: on)?"
    rf"|(?:结束|终止|离职|毕业|离校)(?:时间|日期|年月)){_NOTE}",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:\d{1,2}[./-])?(?:\d{1,2}[./-])?(?:19|20)\d\d(?:[./年-]\d{1,2}(?:[./月-]\d{1,2}日?)?月?)?年?"
    r"|[A-Za-z]{3,9}\.?,? (?:19|20)\d\d"
)
_NOW = re.compile(
    r"(?:i )?(?:currently|still|presently) (?:work|working|employed|study|studying)(?: here| there)?|present|now|current(?:ly)?"
    r"|to date|ongoing|today|至今|现在|目前|在职|今",
    re.IGNORECASE,
)
_FIRST = frozenset("FfSsDdJj开起入")


def with_dates_of_form(rows: Iterable[PrintedRow]) -> Iterator[PrintedRow]:
    """Yield rows with such dates as one: ``From`` / ``02/2024`` / ``To`` / ``02/2026`` is ``02/2024 – 02/2026``."""
    kept = list(rows)
    texts = [row.text.strip() for row in kept]
    steps = with_steps(texts) if any("\t" in text and HEAD.match(text) for text in texts) else {}
    if not steps and not any(text[:1] in _FIRST and _FROM.match(fold(text)) for text in texts):
        yield from kept
        return
    number = 0
    while number < len(kept):
        row = kept[number]
        n_lines, dates = _dates_at(texts, number) if texts[number][:1] in _FIRST else (0, "")
        if dates:
            yield row._replace(text=dates)
            number += n_lines
            continue
        yield row._replace(text=steps[number]) if number in steps else row
        number += 1


def _dates_at(texts: list[str], number: int) -> tuple[int, str]:
    """Return how many lines tell from when to when, and the dates; the label and its date may share a line."""
    start = _value(_FROM, texts, number)
    if start is None or not _DATE.fullmatch(start[1]):
        return 0, ""
    end = _value(_TO, texts, number + start[0])
    if end is None or not (_DATE.fullmatch(end[1]) or _NOW.fullmatch(end[1])):
        return 0, ""
    last = "Present" if _NOW.fullmatch(end[1]) else end[1]
    return start[0] + end[0], f"{start[1]} – {last}"


def _value(label: re.Pattern[str], texts: list[str], number: int) -> tuple[int, str] | None:
    line = fold(texts[number]) if number < len(texts) else ""
    if label.fullmatch(line) and number + 1 < len(texts):
        return 2, fold(texts[number + 1])
    told = label.match(line)
    return (1, line[told.end() :].strip()) if told and told.group()[-1:] in ": \t" else None
