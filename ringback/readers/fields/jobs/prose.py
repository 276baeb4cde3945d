"""Which lines of a job tell what was done there: descriptions, not the header that names post and employer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.marks import AT_FIRST, AT_HOUSE
from ringback.readers.fields.jobs.rows_of_four import post_and_house
from ringback.readers.fields.jobs.running_text import CAMEL, MAX_POST_CHARS, PICTURE, SURE_POST, is_text
from ringback.readers.fields.jobs.seams import post_before_form
from ringback.readers.fields.jobs.stopped_headers import MAX_TITLE_WORDS
from ringback.readers.fields.jobs.tables import is_table_head
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.memory import once_a_line, once_a_sheet
from ringback.readers.fields.periods import RANGE, SINCE, period_in, range_in, without_periods
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

MIN_WRAPPED = 30  # shorter lines are broken by no margin
MAX_LABELLED = 60
MAX_FACT_WORDS = 7
_LINK = re.compile(r"\s*https?://\S+")
_ENDS_IN_LINK = re.compile(r"://\S+$")
_MARK_OF_POST = re.compile(r"\s*[•·‣▪●○◦■▶➢]\s*(?=\w)")
_MARK_IN_FRONT = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?\W*")  # 1. Organization: …


@once_a_line
def is_prose(sheet: Sheet, number: int) -> bool:
    """Tell a line of a description: by its own look, or because the next line goes on with a small letter."""
    if is_table_head(sheet.folded[number]):
        return True
    if number in _labelled(sheet):
        return False
    below = sheet.folded[number + 1] if number + 1 < len(sheet.folded) else ""
    is_wrapped = len(sheet.folded[number]) > MIN_WRAPPED and below[:1].islower()
    is_wrapped = is_wrapped and not (RANGE.match(below) or AT_FIRST.match(below))  # junio 2012 - febrero 2017
    is_wrapped = is_wrapped and not ((since := SINCE.match(below)) and not below[since.end() :].strip(" .()"))
    first, tab, _ = sheet.folded[number].partition("\t")
    is_wrapped = is_wrapped and not CAMEL.match(below)  # eBay Ltd, under the post
    is_wrapped = is_wrapped and not _ENDS_IN_LINK.search(sheet.folded[number])  # https://www. / larch.example
    is_wrapped = is_wrapped and not (tab and title_score(first) == 1.0)  # the last cell of a row goes on
    if (
        opens_with_title(sheet.folded[number])
        or (sheet.is_chinese and post_and_house(sheet.folded[number]))
        or is_in_bracket(sheet.folded[number], below)
        or _is_last_word(sheet, number)
        or _is_house_alone(sheet, number)
        or post_before_form(sheet.folded[number])
        or _is_post_over_dates(sheet.folded[number], below)
        or _is_beside_pictured_post(sheet, number)
    ):
        return False
    return is_wrapped or is_text(
        _LINK.sub("", sheet.folded[number]) if "://" in sheet.folded[number] else sheet.folded[number]
    )


def is_in_print_of_text(sheet: Sheet, number: int) -> bool:
    """Tell a line of a description, in the print of the one above it: larger than dates set small, and than nothing else."""
    is_as_text = (
        sheet.sizes[number] <= sheet.body_size and number > 0 and sheet.sizes[number - 1] == sheet.sizes[number]
    )
    return is_as_text and is_prose(sheet, number)


def is_in_bracket(line: str, below: str) -> bool:
    """Tell a header whose bracket the margin broke: ``Lindwerk — Técnico (Línea`` / ``electromanual)``."""
    is_open = (
        line.count("(") > line.count(")")
        and re.search(r" [—–|-] ", line) is not None
        and len(line.rsplit("(", maxsplit=1)[-1].split()) <= MAX_TITLE_WORDS
    )
    return is_open and re.fullmatch(r"[^()]{2,50}\)", below) is not None and not line.lstrip()[:1].islower()


def _is_last_word(sheet: Sheet, number: int) -> bool:
    """Tell the town that a full margin left for the next line: ``Responsable | Comune di Lindau,`` / ``Lindenau.``."""
    above = sheet.folded[number - 1] if number else ""
    return above.rstrip().endswith(",") and re.fullmatch(r"[A-ZÀ-Þ][^\W\d_]+\.", sheet.folded[number]) is not None


def _is_beside_pictured_post(sheet: Sheet, number: int) -> bool:
    """Tell one of the facts of a job, a picture of its own in front of each, from items: 🏢 Larchwell / 🧭 Claims Handler."""
    mine = PICTURE.match(sheet.folded[number])
    if mine is None or len(sheet.folded[number].split()) > MAX_FACT_WORDS:
        return False
    return any(_is_pictured_post(sheet, beside, mine.group().strip()) for beside in (number - 1, number + 1))


def _is_pictured_post(sheet: Sheet, number: int, other: str) -> bool:
    """Tell a post behind a picture that is not the ``other``."""
    mine = PICTURE.match(sheet.folded[number]) if 0 <= number < len(sheet.folded) else None
    if mine is None or mine.group().strip() == other:
        return False
    return title_score(sheet.folded[number][mine.end() :].strip()) == 1.0


def _is_house_alone(sheet: Sheet, number: int) -> bool:
    """Tell the house below its post or its dates, set as the end of a sentence, from what the margin broke off a sentence."""
    above = sheet.folded[number - 1] if number else ""
    is_end = len(above) > MIN_WRAPPED and not range_in(above)
    return AT_HOUSE.fullmatch(sheet.folded[number]) is not None and not is_end


def _is_post_over_dates(line: str, below: str) -> bool:
    """Tell one of several posts at a firm, a mark in front of each, by the dates alone below it: • Electrician / 2020–2024."""
    marked = _MARK_OF_POST.match(line)
    if marked is None or len(line) > MAX_POST_CHARS or period_in(below) is None:
        return False
    is_alone = not any(map(str.isalnum, without_periods(below, below)))
    return is_alone and title_score(line[marked.end() :].strip()) >= SURE_POST


def opens_with_title(line: str) -> bool:
    """Tell a header that runs over the margin: ``Docente ayudante, Instituto de Física, Facultad`` / ``de Ingeniería``."""
    first, comma, rest = line.partition(",")
    return (
        bool(comma)
        and len(first.split()) <= MAX_TITLE_WORDS
        and rest.strip()[:1].isupper()
        and not line.isascii()
        and not line.rstrip().endswith(".")
        and title_score(without_periods(first, first).strip()) == 1.0
    )


@once_a_sheet
def _labelled(sheet: Sheet) -> set[int]:
    """Return the lines that print a fact of a job behind its label, whatever mark they begin with."""
    return {
        label.line
        for label in sheet.labels
        if label.field in {"title", "employer", "department", "period"}
        and len(label.value) <= MAX_LABELLED
        and not is_word_of_prose(sheet, label)
    }


def is_word_of_prose(sheet: Sheet, label: Label) -> bool:
    """Tell ``ran a consulting firm: payroll, hiring and benefits`` from a label."""
    line = sheet.folded[label.line]
    is_first = _MARK_IN_FRONT.sub("", line).lower().startswith(label.label.lower())
    return not is_first and is_latin(line) and is_text(line)
