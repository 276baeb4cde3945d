"""Labels in front of values: 手机：…, ``Date of Birth: …``, table cells, and labels that stand on a line of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ringback.readers import patterns as re
from ringback.readers.fields.label_boxes import chosen
from ringback.readers.fields.label_cells import (
    FACTS_OF_PERSON,
    label_beside_cells,
    labels_in_cell,
    letter_of_address,
)
from ringback.readers.fields.label_columns import value_in_column
from ringback.readers.fields.label_echoes import is_echo, without_echo
from ringback.readers.fields.label_forms import labels_by_parts
from ringback.readers.fields.label_owners import is_of_other
from ringback.readers.fields.label_parts import field_by_parts
from ringback.readers.fields.label_posts import is_own_post
from ringback.readers.fields.label_questions import ANSWER, label_in_question
from ringback.readers.fields.label_words import BLOCK_MARKS, field_of, is_label_of_form, label_table
from ringback.readers.no_answers import is_no_answer
from ringback.readers.normalise import fold, squeeze

MAX_LABEL_CHARS = 36
MAX_LINE_CHARS = 1000
_WORD = re.compile(r"[^\s,;]+")

_YEARS = re.compile("\\d{1,2}年(?:以上)?(?:工作)?经[验历]")  # 大学 over 8年经验: a degree
_NUMBERED = re.compile(r"\s?(?:#|no\.?)?\s?\d{1,2}$", re.IGNORECASE)
_MAY_BE_NUMBERED = frozenset({"employer", "title", "phones", "emails", "school", "current_employer", "current_title"})
_STOPS = frozenset(":;|<>[]{}\"'?!=~·")
_HAN = re.compile("[\u4e00-\u9fff]")
_COLON = re.compile(r":")
_TRAILING_NOTE = re.compile(r"[\s*]*(?:\((?:必填|选填|required|optional|可选)\))?[\s*]*$", re.IGNORECASE)
_OWN_PREFIXES = ("您的", "我的", "本人", "个人", "你的", "现", "请填写", "主要", "候选人", "求职者", "申请人", "应聘者")
_RULED = re.compile(  # 姓名——张三
    "\\W{0,3}([\u4e00-\u9fff](?:\\s{0,4}[\u4e00-\u9fff]){1,5})\\s{0,3}(?:-{1,4}|=|>|·|\\||\\.{3,}|_{2,})\\s{0,3}(?=[^\\s\\-_=])"
)
_RULED_LATIN = re.compile(
    r"\W{0,3}(?:\d{1,2}[.)] )?([A-Za-zÀ-ž][A-Za-zÀ-ž' /]{3,44}?)(?:\s{2,}|\s+[-–—=>]+\s*|\s*[–—=>]\s*)(?=\S)"
)  # Job sought — Clerk
_IN_CAPITALS = re.compile(r"\W{0,3}([A-Z]{3,12}(?: [A-Z]{2,12}){1,3}) (?=[A-Z][a-z])")  # JOB APPLIED FOR Clerk
_SLASHED = re.compile("\\W{0,3}([\u4e00-\u9fff]{4,6})\\s?/\\s?(?=\\S)")  # 目标职位/采购经理
_BOXED = re.compile(r"\s*\[([^\[\]]{2,12})\](?=\s*\S)")  # 【应聘职位】小学语文教师
_BOXES = re.compile(r"\[([^\[\]]{2,12})\]")
_EDGES = " \t,;|·/-—、，；>→➜➡⇒"
_LIST_MARKS = frozenset("-*+·•‣▸>")
_JOINERS = "/&+,和及与兼("

_HALVES = frozenset({"first_name", "last_name"})
_NOT_OWN = ("not_own",)
_HALF_OF_NAME = re.compile(  # First name Ana, in a narrow cell
    r"\W{0,3}(?:\d{1,2}\. )?((?:[Ff]irst|[Gg]iven|[Ff]amily|[Ll]ast|FIRST|GIVEN|FAMILY|LAST) ?(?:[Nn]ame|NAME)s?) "
    r"(?=[A-ZÀ-Þ][a-zà-ÿ'’-])"
)
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
_LISTED = frozenset({"skills"})
_MAY_BE_CALLED_SO = frozenset({"name", "first_name", "last_name", "english_name"})  # Null is a surname
_OF_PRESENT_JOB = frozenset({"current_employer", "current_title"})
_BOTH_NAMES = re.compile(  # First name(s) / Surname(s) Ana Holm
    r"\W*((?:first|given|fore) ?name(?:s|\(s\))? ?/ ?(?:surname|(?:last|family) name)(?:\(s\))?"
    r"|(?:surname|(?:last|family) name)(?:\(s\))? ?/ ?(?:first|given|fore) ?name(?:s|\(s\))?) +(?=[^\W\d_])",
    re.IGNORECASE,
)


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
            _with_edge_cells(line, list(_labels_with_colon(line)))
            or list(label_in_question(line))
            or list(_label_in_box(line))
            or list(_labels_without_colon(line))
            or list(letter_of_address(folded, number))
            or list(label_beside_cells(folded, number))
        )
        hits = [one for one in hits if one[2] != _NOT_OWN or not is_own_post(folded, headings, number, one[0], one[1])]
        if not hits:
            continue
        if len(hits) > 1 and all(
            not line[end:following].strip(_EDGES) for (_, end, _), following in _spans(hits, len(line))
        ):
            found += _below_each(hits, shown, folded, headings, number)
            continue
        for (start, end, fields), following in _spans(hits, len(line)):
            value = chosen(shown[number][end:following].strip(_EDGES))
            if following == len(line) and is_echo(value, fields) and _HAN.search(line, start, end):
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
                bare = without_echo(value, field) if _HAN.search(line, start, end) else value
                found.append(
                    Label(field, _answered(field, bare), number, line[start:end].strip(" :\t" + BLOCK_MARKS), is_below)
                )
    found = list(_with_wishes(found))
    found += [Label(*one) for one in labels_by_parts(shown, folded, headings, found)]
    return found


def _answered(field: str, value: str) -> str:
    """Return what a label says of its field; nothing where the form says that nothing is answered."""
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
    return shown[above].strip(_EDGES) if is_value else ""


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
        if next(_labels_with_colon(folded[below]), None):
            return ""
        return ANSWER.sub("", shown[below].split("\t")[0], count=1).strip(_EDGES)
    return ""


def _is_echoed_below(folded: Sequence[str], number: int) -> bool:
    """Tell a Chinese label that a cell repeats in English on the next line: 申请职位, Position, and then the value."""
    below = folded[number + 1] if number + 1 < len(folded) else ""
    return below.isascii() and _HAN.search(folded[number]) is not None and field_of(below) is not None


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


def _labels_with_colon(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield (start of the label, start of the value, fields) for each label that a colon ends."""
    floor = 0
    for match in _COLON.finditer(line):
        at = match.start()
        if line[at + 1 : at + 3] == "//" or (
            line[at - 1 : at].isdigit() and line[at + 1 : at + 2].isdigit() and at > 1 and line[at - 2].isdigit()
        ):
            continue
        hit = _label_ending_at(line, at, floor)
        if hit and line[floor : hit[0]].strip() and "\t" not in line[floor:at]:
            asked = field_by_parts(line[floor:at].strip())  # Job title with that employer:
            hit = (floor, (asked,)) if asked else hit
        if hit:
            yield hit[0], at + 1, hit[1]
            floor = at + 1


def _label_ending_at(line: str, end: int, floor: int) -> tuple[int, tuple[str, ...]] | None:
    end = floor + len(_TRAILING_NOTE.sub("", line[floor:end]))
    numbered = _NUMBERED.search(line, floor, end) if line[end - 1 : end].isdigit() else None
    if numbered and (hit := _longest_label(line, numbered.start(), floor)) and hit[1][0] in _MAY_BE_NUMBERED:
        return hit  # Company 2:
    extra: tuple[str, ...] = ()
    if end > floor and line[end - 1] == ")":
        opening = line.rfind("(", floor, end)
        inner = label_table().get(squeeze(line[opening + 1 : end - 1]).lower()) if opening >= 0 else None
        if opening > floor:
            whole = _longest_label(line, end, floor)
            if whole:
                return whole
            extra = (inner,) if inner else ()
            end = opening
    hit = _longest_label(line, end, floor)
    if hit is None:
        return None
    start, fields = hit
    joined = line[:start].rstrip()
    if joined and len(joined) > floor and line[start].isascii() and _HAN.match(joined[-1]):
        named = _longest_label(line, len(joined), floor)
        front = line[floor : named[0]] if named else ""
        if named and (not front.strip() or front.endswith(("  ", "\t", "|", "| ", "; "))):
            return named  # 应聘职位 Position：…, of which the first says more
    if joined and joined[-1] in _JOINERS and len(joined) > floor:
        before = _longest_label(line, len(joined) - 1, floor)
        if before:
            return before[0], (*before[1], *fields, *extra)
    return start, (*fields, *extra)


def _longest_label(line: str, end: int, floor: int) -> tuple[int, tuple[str, ...]] | None:
    table = label_table()
    compact = ""
    best: tuple[int, str] | None = None
    for at in range(end - 1, max(floor, end - MAX_LABEL_CHARS) - 1, -1):
        mark = line[at]
        if mark in _STOPS and not (mark == "'" and line[at + 1 : at + 2].isalpha() and line[at - 1 : at].isalpha()):
            break  # Driver's Licence is one label
        if mark.isspace():
            continue
        compact = mark.lower() + compact
        field = table.get(compact)
        if field and _begins_word(line, at, floor, compact) and not is_of_other(field, compact, line, at):
            best = (at, field)
    return (best[0], (best[1],)) if best else None


def _begins_word(line: str, at: int, floor: int, compact: str) -> bool:
    """Tell a label from the tail of a longer word: 店铺电话 is nobody's phone, ``Subtitle`` is no title."""
    before = line[floor:at]
    if not before.strip(_EDGES + "(["):
        return True
    mark = before[-1]
    if mark.isascii() and compact[0].isascii():
        return not mark.isalnum()
    if _HAN.match(mark) and _HAN.match(compact[0]):
        return floor > 0 or before.strip(_EDGES).endswith(_OWN_PREFIXES)
    return True


def _with_edge_cells(line: str, hits: list[tuple[int, int, tuple[str, ...]]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Add the cells of a row that are labels without a colon: the first, and the last whose value stands below.

    就业意向<tab>幼儿园教师；地区：南宁, 户籍：东莞<tab>求职目标.
    """
    start = line.rfind("\t") + 1
    first = line[: line.find("\t")] if hits and start else ""
    if len(squeeze(first)) > 1 and _HAN.match(first) and hits[0][0] > len(first) and (own := field_of(first)):
        hits = [(0, len(first), (own,)), *hits]
    field = field_of(line[start:]) if hits and start and len(squeeze(line[start:])) > 3 else None
    if field and start > hits[-1][1] and _HAN.match(line[start:]):
        return [*hits, (start, len(line), (field,))]
    return hits


def _label_in_box(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    boxed = _BOXED.match(line)
    boxes = list(_BOXES.finditer(line)) if boxed else []
    fields = [field_of(box.group(1)) for box in boxes]
    if boxes and all(fields):
        yield from ((box.start(1), box.end(), (field,)) for box, field in zip(boxes, fields, strict=True) if field)
    ruled = _RULED.match(line) if not boxed else None
    if ruled and (field := field_of(ruled.group(1))) in FACTS_OF_PERSON | _OF_PRESENT_JOB | _LISTED:
        yield ruled.start(1), ruled.end(), (field,)
    latin = _RULED_LATIN.match(line) if not boxed and not ruled else None
    if latin and (field := field_of(latin.group(1))) in FACTS_OF_PERSON | _LISTED:
        yield latin.start(1), latin.end(), (field,)
    capitals = _IN_CAPITALS.match(line) if not (boxed or ruled or latin) else None
    if capitals and (field := field_of(capitals.group(1))) in FACTS_OF_PERSON:
        yield capitals.start(1), capitals.end(), (field,)
    if half := _HALF_OF_NAME.match(line):
        field = field_of(half.group(1))
        if field in _HALVES:
            yield half.start(1), half.end(1), (field,)
    if of_names := _BOTH_NAMES.match(line):
        yield of_names.start(1), of_names.end(), ("name",)
    slashed = _SLASHED.match(line) if not boxed else None
    beside = line[slashed.end() :].partition("\t")[0] if slashed else ""
    if slashed and field_of(slashed.group(1)) == "desired_title" and not field_of(beside):
        yield slashed.start(1), slashed.end(), ("desired_title",)


def _labels_of_row(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    position = 0
    cells = line.split("\t")
    asked = [field_of(cell) or field_by_parts(cell) if cell.isascii() else field_of(cell) for cell in cells]
    is_head = len(cells) > 1 and all(asked)  # of labels over their values
    for cell, told in zip(cells, asked, strict=True):
        field = told if is_head else field_of(cell) if cell else None
        if field and len(squeeze(cell)) > 1:
            yield position, position + len(cell), (field,)
        elif not cell.isascii():
            yield from labels_in_cell(cell, position)
        position += len(cell) + 1


def _labels_without_colon(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield labels of table rows: cells between tabs, or words of a line that begins with a Chinese label."""
    table = label_table()
    if "\t" in line:
        yield from _labels_of_row(line)
        return
    rest = _WORD.finditer(line)
    first = next(rest, None)
    first = next(rest, None) if first and first.group() in _LIST_MARKS else first  # - 姓名  张三
    if first and line[first.start()] in BLOCK_MARKS and (bare := _WORD.match(line, first.start() + 1)):
        first = bare  # ▍应聘岗位  采购经理
    if not first or not _HAN.match(first.group()):
        second = next(rest, None)
        if first and second and _HAN.match(second.group()) and (both := field_of(line[first.start() : second.end()])):
            yield first.start(), second.end(), (both,)  # Target 目标岗位 审计主管
            return
        field = field_of(line) if len(line.strip()) > 2 else None  # T and P need a colon
        if field:
            yield 0, len(line), (field,)
        return
    words = [first, *rest]
    index = 0
    while index < len(words):
        word = words[index]
        text, end = word.group(), word.end()
        if len(text) == 1 and index + 1 < len(words) and text + words[index + 1].group() in table:
            index += 1
            text, end = text + words[index].group(), words[index].end()
        field = table.get(text.lower()) if len(text) > 1 else None
        if field and _HAN.match(text):
            yield word.start(), end, (field,)
        elif index == 0 or (index == 1 and len(words[0].group()) == 1 and word is not words[0]):
            return
        index += 1
