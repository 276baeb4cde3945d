"""Labels that only a narrow gap parts from their values, within the cells of a row, and the letter A of an address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
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
_NO_HOME = frozenset({"not_city"})
_BEHIND_CONTACT = re.compile(
    r"(?:@[\w-]{1,40}(?:\.[\w-]{2,12}){1,3}|\d[\d ()-]{5,16}\d) ([^\s:@\d]{2,12})[ \t]+(?=[^\s:])"
)
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
    if len(words) > 1 and field_of(words[0].group()) == "city" and title_score(line) == 0:
        yield 0, words[0].end(), ("city",)  # Residence Leeds


def labels_behind_contacts(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the labels of cells that only a space parts, the first that of a contact: Email lin@post.example Location Leeds."""
    first = _WORD.match(line) if "@" in line or any(map(str.isdigit, line)) else None
    field = field_of(first.group()) if first and len(first.group()) > 1 else None
    if first is None or field not in _CONTACTS:
        return
    hits = [(one.start(1), one.end(1), field_of(one.group(1))) for one in _BEHIND_CONTACT.finditer(line, first.end())]
    told = [(start, end, (one,)) for start, end, one in hits if one in FACTS_OF_PERSON | _NO_HOME]
    if told and field:
        yield 0, first.end(), (field,)
        yield from told


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
        if field in (FACTS_OF_PERSON | _NO_HOME if word is not words[0] else FACTS_OF_PERSON) and len(words) > 1:
            yield position + word.start(), position + word.end(), (field,)


def _field_of_han(word: str) -> str | None:
    return label_table().get(word) if len(word) > 1 and _HAN.match(word) else None
