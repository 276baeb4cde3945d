"""Labels in front of values: 手机：…, ``Date of Birth: …``, table cells, and labels that stand on a line of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ringback.readers import patterns as re
from ringback.readers.fields.label_boxes import chosen
from ringback.readers.fields.label_cells import label_beside_cells, labels_behind_contacts, letter_of_address
from ringback.readers.fields.label_columns import value_in_column
from ringback.readers.fields.label_echoes import is_echo, without_echo
from ringback.readers.fields.label_forms import labels_by_parts
from ringback.readers.fields.label_posts import is_own_post
from ringback.readers.fields.label_questions import ANSWER, label_in_question
from ringback.readers.fields.label_words import BLOCK_MARKS, field_of, is_label_of_form
from ringback.readers.fields.labels_in_line import (
    EDGES,
    HAN,
    label_in_box,
    labels_with_colon,
    labels_without_colon,
    with_edge_cells,
)
from ringback.readers.no_answers import is_no_answer
from ringback.readers.normalise import fold

MAX_LINE_CHARS = 1000
_YEARS = re.compile("\\d{1,2}年(?:以上)?(?:工作)?经[验历]")  # 大学 over 8年经验: a degree
_NOT_OWN = ("not_own",)
_SHAPES_ABOVE = {
    "性别": re.compile("[男女]性?"),
    "年龄": re.compile(r"\d{2}岁?"),
    "学历": re.compile("[\u4e00-\u9fff]{2,4}"),
    "gender": re.compile("male|female", re.IGNORECASE),
    "age": re.compile(r"\d{2}"),
}
MAX_CARD_LINES = 40
_WISHED_OF = {"title": "desired_title", "city": "desired_city", "not_salary": "desired_salary"}
MAX_BETWEEN_WISHES, MAX_BARE = 2, 4
_CONTACTS = frozenset({"phones", "contact", "emails"})
_MAY_BE_CALLED_SO = frozenset({"name", "first_name", "last_name", "english_name"})  # Null is a surname


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled value: ``line`` is where it stands, ``is_below`` when the value was taken from the next line."""

    field: str
    value: str
    line: int
    label: str
    is_below: bool = False


def find_labels(shown: Sequence[str], folded: Sequence[str], headings: Sequence[bool]) -> list[Label]:
    """Find every labelled value of a text. A value ends where the next label of its line begins.

    ``headings`` marks the lines that are titles of sections: they are neither labels nor values.
    """
    found: list[Label] = []
    are_behind = _stand_behind_values(folded)
    for number, line in enumerate(folded):
        if headings[number] or not line or len(line) > MAX_LINE_CHARS:
            continue
        hits = (
            (with_edge_cells(line, list(labels_with_colon(line))) if ":" in line else [])
            or (list(label_in_question(line)) if "?" in line else [])
            or list(label_in_box(line))
            or list(labels_behind_contacts(line))
            or list(labels_without_colon(line))
            or list(letter_of_address(folded, number))
            or list(label_beside_cells(folded, number))
        )
        hits = [one for one in hits if one[2] != _NOT_OWN or not is_own_post(folded, headings, number, one[0], one[1])]
        if not hits:
            continue
        if len(hits) > 1 and all(
            not line[end:following].strip(EDGES) for (_, end, _), following in _spans(hits, len(line))
        ):
            found += _below_each(hits, shown, folded, headings, number)
            continue
        for (start, end, fields), following in _spans(hits, len(line)):
            value = chosen(shown[number][end:following].strip(EDGES))
            if following == len(line) and is_echo(value, fields) and HAN.search(line, start, end):
                value = ""  # 邮箱 Email, over its value
            is_below = not value and following == len(line)
            if is_below:
                if are_behind and (above := _value_above(shown, folded, headings, number)):
                    found += [
                        Label(field, above, number, line[start:end].strip(" :\t" + BLOCK_MARKS), True)
                        for field in fields
                    ]
                    continue
                column = value_in_column(folded, headings, number) if end == len(line.rstrip()) else None
                value = shown[column] if column else _value_below(shown, folded, headings, number)
            for field in fields:
                bare = without_echo(value, field) if HAN.search(line, start, end) else value
                found.append(
                    Label(field, _answered(field, bare), number, line[start:end].strip(" :\t" + BLOCK_MARKS), is_below)
                )
    found = list(_with_wishes(found))
    found += [Label(*one) for one in labels_by_parts(shown, folded, headings, found)]
    return found


_QUOTED = re.compile(r"([\"'])([^\"']{2,200})\1")  # name: "Nora Pellwick", as in YAML
_OF_PERSON = frozenset({"name", "first_name", "last_name", "phones", "emails", "city", "birth"})


def _answered(field: str, value: str) -> str:
    """Return what a label says of its field; nothing where the form says that nothing is answered."""
    quoted = _QUOTED.fullmatch(value) if field in _OF_PERSON else None
    value = quoted.group(2) if quoted else value
    if is_label_of_form(field, value) or (field == "school" and _YEARS.match(value)):
        return ""
    return "" if field not in _MAY_BE_CALLED_SO and is_no_answer(value) else value


def _with_wishes(found: Sequence[Label]) -> Iterator[Label]:
    """Yield the labels; bare ones right below a label of wishes without a value ask for wishes: 意向 / 岗位 / 城市 / 薪资."""
    last: int | None = None
    for label in found:
        if label.field == "desired_title" and not label.value:
            last = label.line
        elif (
            last is not None
            and label.field in _WISHED_OF
            and label.line - last <= MAX_BETWEEN_WISHES
            and len(label.label) <= MAX_BARE
        ):
            last = label.line
            yield replace(label, field=_WISHED_OF[label.field])
            continue
        elif label.line != last:
            last = None
        yield label


def _spans(
    hits: list[tuple[int, int, tuple[str, ...]]], length: int
) -> Iterator[tuple[tuple[int, int, tuple[str, ...]], int]]:
    for index, hit in enumerate(hits):
        yield hit, hits[index + 1][0] if index + 1 < len(hits) else length


def _stand_behind_values(folded: Sequence[str]) -> bool:
    """Tell a page whose labels stand under their values: 男 / 性别 / 27岁 / 年龄."""
    fits = [
        (shape.fullmatch(folded[i - 1]) is not None, i + 1 < len(folded) and shape.fullmatch(folded[i + 1]) is not None)
        for i, line in enumerate(folded[:MAX_CARD_LINES])
        if i and len(line) <= MAX_BARE and (shape := _SHAPES_ABOVE.get(line))
    ]
    return len(fits) > 1 and all(above and not below for above, below in fits)


def _value_above(shown: Sequence[str], folded: Sequence[str], headings: Sequence[bool], number: int) -> str:
    above = number - 1
    is_value = above >= 0 and not headings[above] and field_of(folded[above]) is None
    return shown[above].strip(EDGES) if is_value else ""


def _value_below(shown: Sequence[str], folded: Sequence[str], headings: Sequence[bool], number: int) -> str:
    first = number + 1 + _is_echoed_below(folded, number)
    for below in range(first, min(first + 2, len(folded))):
        if not folded[below].strip():
            continue
        if (
            headings[below]
            or field_of(folded[below].split("\t")[0])
            or folded[below].rstrip(" \t*").endswith((":", "?"))
        ):
            return ""
        if next(labels_with_colon(folded[below]), None):
            return ""
        return ANSWER.sub("", shown[below].split("\t")[0], count=1).strip(EDGES)
    return ""


def _is_echoed_below(folded: Sequence[str], number: int) -> bool:
    """Tell a Chinese label that a cell repeats in English on the next line: 申请职位, Position, and then the value."""
    below = folded[number + 1] if number + 1 < len(folded) else ""
    return below.isascii() and HAN.search(folded[number]) is not None and field_of(below) is not None


def _below_each(
    hits: list[tuple[int, int, tuple[str, ...]]],
    shown: Sequence[str],
    folded: Sequence[str],
    headings: Sequence[bool],
    number: int,
) -> list[Label]:
    """Pair a row of labels with the row of values below it, cell by cell."""
    below = number + 1
    if below >= len(folded) or headings[below]:
        return []
    cells = [cell.strip() for cell in shown[below].split("\t")]
    if len(cells) != len(hits) and "\t" not in folded[number]:
        cells = shown[below].split()
    if len(cells) != len(hits) or any(field_of(fold(cell)) for cell in cells):
        return []
    is_of_referee = any("not_own" in fields for _, _, fields in hits)
    return [
        Label(
            "not_own" if is_of_referee and field in _CONTACTS else field,
            cell,
            below,
            folded[number][start:end].strip(" :\t" + BLOCK_MARKS),
            is_below=True,
        )
        for (start, end, fields), cell in zip(hits, cells, strict=True)
        for field in fields
    ]
