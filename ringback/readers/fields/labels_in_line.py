"""Where labels stand in a line: before a colon, in a box, in the cells of a row, before a space."""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.label_cells import FACTS_OF_PERSON, labels_in_cell
from ringback.readers.fields.label_owners import is_of_other
from ringback.readers.fields.label_parts import field_by_parts
from ringback.readers.fields.label_posts import SURE_POST
from ringback.readers.fields.label_words import BLOCK_MARKS, field_of, label_table
from ringback.readers.normalise import squeeze

MAX_LABEL_CHARS = 36
_WORD = re.compile(r"[^\s,;]+")
_NUMBERED = re.compile(r"\s?(?:#|no\.?)?\s?\d{1,2}$", re.IGNORECASE)
_MAY_BE_NUMBERED = frozenset({"employer", "title", "phones", "emails", "school", "current_employer", "current_title"})
_STOPS = frozenset(":;|<>[]{}\"'?!=~·")
HAN = re.compile("[\u4e00-\u9fff]")
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
EDGES = " \t,;|·/-—、，；>→➜➡⇒○◦☆□◇"
_LIST_MARKS = frozenset("-*+·•‣▸>")
_JOINERS = "/&+,和及与兼("
_POSTS = frozenset({"title", "current_title", "desired_title"})
_HALVES = frozenset({"first_name", "last_name"})
_HALF_OF_NAME = re.compile(  # First name Ana, in a narrow cell
    r"\W{0,3}(?:\d{1,2}\. )?((?:[Ff]irst|[Gg]iven|[Ff]amily|[Ll]ast|FIRST|GIVEN|FAMILY|LAST) ?(?:[Nn]ame|NAME)s?) "
    r"(?=[A-ZÀ-Þ][a-zà-ÿ'’-])"
)
_LISTED = frozenset({"skills"})
_OF_PRESENT_JOB = frozenset({"current_employer", "current_title"})
_BOTH_NAMES = re.compile(  # First name(s) / Surname(s) Ana Holm
    r"\W*((?:first|given|fore) ?name(?:s|\(s\))? ?/ ?(?:surname|(?:last|family) name)(?:\(s\))?"
    r"|(?:surname|(?:last|family) name)(?:\(s\))? ?/ ?(?:first|given|fore) ?name(?:s|\(s\))?) +(?=[^\W\d_])",
    re.IGNORECASE,
)


def labels_with_colon(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
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
    if joined and len(joined) > floor and line[start].isascii() and HAN.match(joined[-1]):
        named = _longest_label(line, len(joined), floor)
        front = line[floor : named[0]] if named else ""
        if named and (not front.strip() or front.endswith(("  ", "\t", "|", "| ", "; "))):
            return named  # 应聘职位 Position：…, of which the first says more
    if joined and joined[-1] in _JOINERS and len(joined) > floor:
        before = _longest_label(line, len(joined) - 1, floor)
        if before and not (floor and joined[-1] == "," and line[floor : before[0]].strip()):  # Larch Hospital, Post:
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
    if not before.strip(EDGES + "(["):
        return True
    mark = before[-1]
    if mark.isascii() and compact[0].isascii():
        return not mark.isalnum()
    if HAN.match(mark) and HAN.match(compact[0]):
        return floor > 0 or before.strip(EDGES).endswith(_OWN_PREFIXES)
    return True


def with_edge_cells(line: str, hits: list[tuple[int, int, tuple[str, ...]]]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Add the cells of a row that are labels without a colon: the first, and the last whose value stands below.

    就业意向<tab>幼儿园教师；地区：南宁, 户籍：东莞<tab>求职目标.
    """
    start = line.rfind("\t") + 1
    first = line[: line.find("\t")] if hits and start else ""
    if len(squeeze(first)) > 1 and HAN.match(first) and hits[0][0] > len(first) and (own := field_of(first)):
        hits = [(0, len(first), (own,)), *hits]
    field = field_of(line[start:]) if hits and start and len(squeeze(line[start:])) > 3 else None
    if field and start > hits[-1][1] and HAN.match(line[start:]):
        return [*hits, (start, len(line), (field,))]
    return hits


def label_in_box(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the label in brackets, above a rule, in capitals or before a slash with which a line begins."""
    is_han, has_name = not line.isascii(), "name" in line.lower()
    boxed = _BOXED.match(line) if "[" in line else None
    boxes = list(_BOXES.finditer(line)) if boxed else []
    fields = [field_of(box.group(1)) for box in boxes]
    if boxes and all(fields):
        yield from ((box.start(1), box.end(), (field,)) for box, field in zip(boxes, fields, strict=True) if field)
    ruled = _RULED.match(line) if is_han and not boxed else None
    if ruled and (field := field_of(ruled.group(1))) in FACTS_OF_PERSON | _OF_PRESENT_JOB | _LISTED:
        yield ruled.start(1), ruled.end(), (field,)
    latin = _RULED_LATIN.match(line) if not boxed and not ruled else None
    if latin and (field := field_of(latin.group(1))) in FACTS_OF_PERSON | _LISTED:
        yield latin.start(1), latin.end(), (field,)
    capitals = _IN_CAPITALS.match(line) if not (boxed or ruled or latin) else None
    if capitals and (field := field_of(capitals.group(1))) in FACTS_OF_PERSON:
        yield capitals.start(1), capitals.end(), (field,)
    if has_name and (half := _HALF_OF_NAME.match(line)):
        field = field_of(half.group(1))
        if field in _HALVES:
            yield half.start(1), half.end(1), (field,)
    if has_name and "/" in line and (of_names := _BOTH_NAMES.match(line)):
        yield of_names.start(1), of_names.end(), ("name",)
    slashed = _SLASHED.match(line) if is_han and "/" in line and not boxed else None
    beside = line[slashed.end() :].partition("\t")[0] if slashed else ""
    if slashed and field_of(slashed.group(1)) == "desired_title" and not field_of(beside):
        yield slashed.start(1), slashed.end(), ("desired_title",)


def _labels_of_row(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    position = 0
    cells = line.split("\t")
    asked = [field_of(cell) or field_by_parts(cell) if cell.isascii() else field_of(cell) for cell in cells]
    if len(cells) > 1 and asked[-1] == "not_own" and asked[-2] in _POSTS and title_score(cells[-1]) >= SURE_POST:
        asked[-1] = None  # 职位名称<tab>导师: a post, asked for in front
    is_head = len(cells) > 1 and all(asked)  # of labels over their values
    for cell, told in zip(cells, asked, strict=True):
        field = told if is_head or not told else field_of(cell) if cell else None
        if field and len(squeeze(cell)) > 1:
            yield position, position + len(cell), (field,)
        elif not cell.isascii():
            yield from labels_in_cell(cell, position)
        position += len(cell) + 1


def labels_without_colon(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
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
    if not first or not HAN.match(first.group()):
        second = next(rest, None)
        if first and second and HAN.match(second.group()) and (both := field_of(line[first.start() : second.end()])):
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
        if field and HAN.match(text):
            yield word.start(), end, (field,)
        elif index == 0 or (index == 1 and len(words[0].group()) == 1 and word is not words[0]):
            return
        index += 1
