"""Labels that only a narrow gap parts from their values, within the cells of a row, and the letter A of an address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.label_words import field_of, label_table

FACTS_OF_PERSON = frozenset(
    {
        "name",
        "phones",
        "emails",
        "wechat",
        "gender",
        "birth",
        "age",
        "contact",
        "city",
        "desired_title",
        "desired_city",
        "desired_salary",
    }
)
_CONTACTS = frozenset({"phones", "contact", "emails"})
_WORD = re.compile(r"[^\s,;]+")
_HAN = re.compile("[\u4e00-\u9fff]")
_LETTER_OF_ADDRESS = re.compile(r"A[ \t]+(?=[A-Z\d][\w']{2})")
_LETTER_OF_CONTACT = re.compile(r"[TPMEFW][ \t]+(?:[+(]?\d|[\w.+-]+@)")
NEAR_LETTERS = 5
MOST_LABEL_WORDS = 4


def letter_of_address(folded: Sequence[str], number: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the A of an address among the letters of other contacts: T 07…, E ana@…, A Singapore."""
    letter = _LETTER_OF_ADDRESS.match(folded[number]) if number else None
    if letter and any(map(_LETTER_OF_CONTACT.match, folded[max(0, number - NEAR_LETTERS) : number + NEAR_LETTERS + 1])):
        yield 0, letter.end(), ("city",)


def label_beside_cells(folded: Sequence[str], number: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the widest label of a table, which only a space parts from its value: *Pay sought 38,000* below ``Role<tab>Cook``."""
    line = folded[number]
    near = (folded[i] for i in (number - 1, number + 1) if 0 <= i < len(folded))
    if "\t" in line or not line[:1].isupper() or not any(_begins_with_label(row) for row in near):
        return
    words = list(_WORD.finditer(line))[: MOST_LABEL_WORDS + 1]
    for last in reversed(words[1:-1] if len(words) <= MOST_LABEL_WORDS else words[1:MOST_LABEL_WORDS]):
        field = field_of(line[: last.end()])
        if field in FACTS_OF_PERSON:
            yield 0, last.end(), (field,)
            return


def _begins_with_label(row: str) -> bool:
    head, tab, rest = row.partition("\t")
    return bool(tab and rest.strip()) and field_of(head) is not None


def labels_in_cell(cell: str, position: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield labels with a value behind them in one cell of a row: 现居地 佛山, 139… 邮箱 in front of its value.

    A cell that begins with anything else holds a label only as its last word, and only one of a contact.
    """
    words = list(_WORD.finditer(cell))
    fields = [_field_of_han(word.group()) for word in words]
    if len(words) > 1 and fields[0] not in FACTS_OF_PERSON:
        fields = [*([None] * (len(words) - 1)), fields[-1] if fields[-1] in _CONTACTS else None]
    for word, field in zip(words, fields, strict=True):
        if field in FACTS_OF_PERSON and len(words) > 1:
            yield position + word.start(), position + word.end(), (field,)


def _field_of_han(word: str) -> str | None:
    return label_table().get(word) if len(word) > 1 and _HAN.match(word) else None
