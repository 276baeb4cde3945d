"""Questionnaires and forms: what no list of labels knows is read by its words, where the page asks many other things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.label_boxes import chosen
from ringback.readers.fields.label_parts import field_by_parts
from ringback.readers.fields.label_parts_han import field_by_parts_han
from ringback.readers.fields.label_questions import ANSWER, core_of_question
from ringback.readers.fields.label_words import COLUMN_FIELDS, field_of
from ringback.readers.no_answers import is_no_answer

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label

MIN_ASKED = 4  # different things that a page asks for
MIN_OWN = 2
MIN_BELOW = 2  # labels over their values, or questions, before a line alone may be another
MAX_QUESTION = 90
MIN_TABS = 3  # of a row of two labels and two values
NEAR = 2  # lines from a question to its answer
_NUMBER = re.compile(r"\W{0,2}(?:(?:[qQ]|No\.?)\s?)?\d{1,2}\s?[、.．)）:]\s?|[qQ](?:uestion)?\s?[:.]\s?|问\s?[:.]\s?")
_NAME_OF_FORM = re.compile("(?:登记|申请|信息|报名)[表卡单书]$")  # 应聘人员登记表
_PARTED = re.compile(r"[^:\t?]{2,90}?(?:\?\s*|\s*:\s*|\t)(?=\S)")
_ONLY_ASKED = frozenset({"name", "phones", "emails"})  # in a questionnaire only; forms print them of referees as well
_NEVER_OF_OTHERS = frozenset({"skills", "desired_title", "desired_city", "desired_salary"})


def labels_by_parts(
    shown: Sequence[str], folded: Sequence[str], headings: Sequence[bool], found: Sequence[Label]
) -> Iterator[tuple[str, str, int, str, bool]]:
    """Yield (field, value, line, label, is_below) of questions and labels that only their words tell.

    A page must ask four things in words that somebody knows; an answer below is taken where four stand so. What a known
    label tells is not asked again.
    """
    told = {label.field for label in found if label.value and not _NAME_OF_FORM.search(label.value)}
    n_below = sum(label.is_below for label in found) + sum(line.endswith(("?", "?*")) for line in folded)
    taken = {label.line for label in found if not label.is_below}
    asked = list(_asked(shown, folded, headings, taken, may_stand_over=n_below >= MIN_BELOW))
    below = {label.field for label in found if label.is_below} | {one[0] for one in asked if one[4]}
    is_inquiry = len(below) >= MIN_ASKED
    n_asked = len(told | {one[0] for one in asked})
    for field, value, line, label, is_below in asked:
        is_sure = (
            n_asked >= MIN_ASKED
            or (field in _NEVER_OF_OTHERS and n_asked >= MIN_OWN)
            or (field == "skills" and (" " in label.strip() or not label.isascii()))
        )
        if field in told or not is_sure or ((is_below or field in _ONLY_ASKED) and not is_inquiry):
            continue
        told.add(field)
        yield field, value, line, label, is_below


def _asked(
    shown: Sequence[str], folded: Sequence[str], headings: Sequence[bool], known: set[int], *, may_stand_over: bool
) -> Iterator[tuple[str, str, int, str, bool]]:
    """Yield each line that asks something, with its answer."""
    for number, line in enumerate(folded):
        if number in known and line.count("\t") >= MIN_TABS:
            yield from _in_cells(shown, folded, number)
        if number in known or headings[number] or len(line) > MAX_QUESTION * 2 or not line:
            continue
        numbered = _NUMBER.match(line)
        begin = numbered.end() if numbered else 0
        parted = _PARTED.match(line, begin)
        text = line[begin : parted.end()] if parted else line[begin:]
        if len(text) > MAX_QUESTION or not (parted or may_stand_over):
            continue
        label = text.strip(" \t:?*")
        field = _field(label) or (_field_of_question(label) if text.rstrip(" *").endswith("?") else None)
        if field is None:
            continue
        if parted:
            value = chosen(shown[number][parted.end() :].split("\t")[0].strip())
            yield field, value, number, label, False
        elif answer := _below(shown, folded, headings, number):
            yield field, answer, number, label, True


def _in_cells(shown: Sequence[str], folded: Sequence[str], number: int) -> Iterator[tuple[str, str, int, str, bool]]:
    """Yield wishes of a row of labels and values by turns whose first label is known: 现居地 | 佛山 | 想应聘的职位 | 司机."""
    cells, values = folded[number].split("\t"), shown[number].split("\t")
    if len(cells) != len(values) or field_of(cells[0].strip(" :*")) is None:
        return
    for at in range(2, len(cells) - 1, 2):
        label = cells[at].strip(" :*")
        if label and values[at + 1].strip() and field_of(label) is None and _field(label) in _NEVER_OF_OTHERS:
            yield _field(label) or "", chosen(values[at + 1].strip()), number, label, False


def _field(label: str) -> str | None:
    return field_by_parts(label) if label.isascii() else field_by_parts_han(label)


def _field_of_question(label: str) -> str | None:
    return COLUMN_FIELDS.get(core_of_question(label)[0] or field_of(label) or "")


def _below(shown: Sequence[str], folded: Sequence[str], headings: Sequence[bool], number: int) -> str | None:
    for below in range(number + 1, min(number + 1 + NEAR, len(folded))):
        line = folded[below]
        if not line.strip():
            continue
        first = line.split("\t")[0]
        is_asked = line.rstrip(" *").endswith("?") or field_of(first) or _field(first.strip(" :*"))
        answer = ANSWER.sub("", shown[below], count=1).strip()
        return None if headings[below] or is_asked or is_no_answer(answer) else answer
    return None
