"""What is looked at before a pattern is asked never hides what the pattern would find, and what is asked once stays the same."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from ringback.readers import dates, json_careers, jsonplain, markdown, patterns, pdf_gaps, pdf_order
from ringback.readers.boards.evidence import Evidence
from ringback.readers.document import Document, Line
from ringback.readers.fields import broken_words, labels_in_line, language, printed_lines
from ringback.readers.fields.contacts import emails
from ringback.readers.fields.jobs import han_titles
from ringback.readers.fields.labels import Label
from ringback.readers.fields.letters_apart import joined_word
from ringback.readers.fields.memory import Same, once
from ringback.readers.fields.sheet import Sheet, make_sheet, sheet_of_values
from ringback.readers.normalise import fold

LAYOUTS = Path(__file__).parents[2] / "data" / "resumes" / "layouts.jsonl"


def _lines() -> list[str]:
    """Return folded lines of invented resumes, and halves of two lines put together."""
    cases = map(json.loads, LAYOUTS.read_text(encoding="utf-8").splitlines())
    lines = sorted({fold(line[0]) for case in cases for line in case["lines"]})
    dice = random.Random(11)  # noqa: S311 - no secret
    pairs = [(dice.choice(lines), dice.choice(lines)) for _ in range(2000)]
    return [*lines, *(one[: len(one) // 2] + other[len(other) // 2 :] for one, other in pairs)]


LINES = _lines()

Gate = Callable[[str], bool]
GATES: list[tuple[str, re.Pattern[str], Gate, list[str]]] = [
    (
        "an updated date has a word in front",
        dates._PRINTED,
        lambda line: any(map(line.__contains__, dates._BEFORE_DATE)) or "updated" in line.lower(),
        [
            "更新于:2024-03-05",
            "投递日期 2023.1.2",
            "Last Updated: 2022/11/30",
            "UPDATED 2021-01-01",
            "刷新时间:2020年3月4日",
        ],
    ),
    ("a box has its bracket", labels_in_line._BOXED, lambda line: "[" in line, ["[应聘职位] 园艺师", " [Role] Baker"]),
    (
        "a ruled label is Chinese",
        labels_in_line._RULED,
        lambda line: not line.isascii(),
        ["姓名--卢小河", "· 电话 | 138"],
    ),
    (
        "a slashed label is Chinese",
        labels_in_line._SLASHED,
        lambda line: not line.isascii() and "/" in line,
        ["目标职位/采购经理"],
    ),
    (
        "half a name says so",
        labels_in_line._HALF_OF_NAME,
        lambda line: "name" in line.lower(),
        ["First name Ana", "LAST NAME Moor", "2. Family Names Moor"],
    ),
    (
        "both names say so",
        labels_in_line._BOTH_NAMES,
        lambda line: "name" in line.lower() and "/" in line,
        ["First name(s) / Surname(s) Ana Moor", "surname/given name Moor Ana"],
    ),
]


@pytest.mark.parametrize(("pattern", "gate", "hits"), [pytest.param(*gate[1:], id=gate[0]) for gate in GATES])
def test_a_look_in_front_hides_nothing(pattern: re.Pattern[str], gate: Gate, hits: list[str]) -> None:
    assert all(pattern.search(line) and gate(line) for line in hits)
    assert not [line for line in LINES if pattern.search(line) and not gate(line)]


def test_a_line_without_marks_is_not_mended() -> None:
    plain = [line for line in LINES if line.strip() == line != "" and not printed_lines._MARKED.search(line)]
    assert len(plain) > 300
    for line in plain:
        for above in ("", "Phone", "Name:", "教育"):
            assert printed_lines._mended(line, above) == joined_word(line)
    for line in (
        "Ana  Moor",
        "Mill ... 2016",
        "a & b",
        "Fern—Mill Head Cook",
        "**Cook**",
        "May 2019",
        "姓 名",
        "Tel/07700",
    ):
        assert printed_lines._MARKED.search(line)


def test_a_long_latin_line_is_no_rest_of_the_line_above() -> None:
    pairs = [*pairwise(line.strip() for line in LINES if line.strip())]
    pairs += [(f"{above} to", line) for above, line in pairs[:400]] + [
        (above, line[:20]) for above, line in pairs[:4000]
    ]
    alone = [pair for pair in pairs if printed_lines._stands_alone(*pair)]
    assert len(alone) > 300
    for above, line in alone:
        for is_heading in (False, True):
            assert printed_lines._joined(above, line, is_heading=is_heading) is None
    assert not printed_lines._stands_alone("Larch Bank, June 2019 to", "December 2020, Leeds")


def test_without_one_of_its_words_no_line_is_mended_into_an_address() -> None:
    spelled = [
        "ana (at) moor.example",
        "ana at moor.example",
        "ana at moor dot example",
        "Email: ana--at--moor.example",
    ]
    for line in [*LINES[::7], *spelled]:
        if "@" in line or "#" in line or emails._may_be_spelled(line.lower()):
            continue
        if line.isascii() or not any(map(line.lower().__contains__, emails._MAY_SPELL)):
            assert not any(
                "@" in emails._whole_line(sheet, number)
                for sheet in [_sheet(line)]
                for number in range(len(sheet.folded))
            )
    assert all(emails._may_be_spelled(line.lower()) for line in spelled)


def test_every_end_of_a_word_is_looked_at() -> None:
    words = [*broken_words._DEGREES, *broken_words._POSTS]
    halves = [(word[:cut], word[cut:]) for word in words for cut in range(1, len(word))]
    assert all(broken_words.with_rest_of_word(begun, rest) == begun + rest for begun, rest in halves)
    assert broken_words.with_rest_of_word("在青禾公司", "负责仓库") is None


def test_spaces_in_front_of_words_are_found() -> None:
    for line in [*LINES, "", " ", "a ", " a", "a  b", "  a b  c ", "a   "]:
        plain = [
            at for at, mark in enumerate(line)
            if mark == " " and 0 < at < len(line) - 1 and line[at + 1] != " "
        ]  # fmt: skip
        assert list(pdf_gaps._ends_of_spaces(line)) == plain
        marks = [at for at, mark in enumerate(line) if mark != " "]
        behind = [(a, b) for a, b in pairwise(marks) if b > a + 1 and line[b] >= pdf_order.FIRST_SIGN]
        assert [(gap.start() - 1, gap.end()) for gap in pdf_order._GAP.finditer(line)] == behind


@pytest.mark.parametrize(
    ("line", "is_rule"),
    [
        ("  ---  ", True),
        ("| :-- | --: |", True),
        ("|---|---|", True),
        (" :--: | --", True),
        ("--- | :---:", True),
        ("-- x", False),
        ("| -- | x", False),
        ("   x", False),
        ("```sh ", True),
    ],
)
def test_rules_of_markdown_end_with_their_line(line: str, *, is_rule: bool) -> None:
    assert (markdown._RULE.match(line) is not None) is is_rule


def test_codes_of_signs_behind_a_heading_are_taken_off() -> None:
    heading = markdown._SHORTCODE_BEHIND.sub("", "Work   :briefcase: :sparkles:  ")
    assert heading == "Work"
    assert markdown._SHORTCODE_BEHIND.sub("", "Work :briefcase: now") == "Work :briefcase: now"
    assert markdown._SHORTCODE_BEHIND.sub("", " :briefcase:") == ""


def test_functions_of_patterns_do_what_those_of_re_do() -> None:
    for pattern, flags in ((r"\b(?:ana|moor)(s)?\b", re.IGNORECASE), ("[\u4e00-\u9fff]+", 0), (r"\s+|,", 0)):
        for line in LINES[:300]:
            for name in ("search", "match", "fullmatch"):
                found, plain = getattr(patterns, name)(pattern, line, flags), getattr(re, name)(pattern, line, flags)
                assert (found and found.regs) == (plain and plain.regs)
            assert [one.regs for one in patterns.finditer(pattern, line, flags)] == [
                one.regs for one in re.finditer(pattern, line, flags)
            ]
            assert patterns.findall(pattern, line, flags) == re.findall(pattern, line, flags)
            assert patterns.split(pattern, line, 2, flags) == re.split(pattern, line, maxsplit=2, flags=flags)
            assert patterns.sub(pattern, "-", line, 1, flags) == re.sub(pattern, "-", line, count=1, flags=flags)


def test_text_without_chinese_is_english_if_it_holds_a_word() -> None:
    assert language.read_language("Ana Moor\nBaker") == "en"
    assert language.read_language("Ángela Órbigo") == "en"
    assert language.read_language("ana@post.example\nhttps://moor.example\n2019 - 2021") is None
    assert language.read_language("") is None
    assert language.read_language("卢小河\n会计 2019") == "zh"
    assert language.read_language("a" * language.MAX_CHARS + "会计") == "en"  # what is behind is not looked at


def test_a_word_of_several_characters_is_found_wherever_it_stands() -> None:
    endings = ("师", "经理", "负责人")
    for phrase in [*[line for line in LINES if not line.isascii()][:1500], "区域经理室", "负责", "总负责人会"]:
        told = any(word in phrase for word in endings if len(word) > 1)
        assert han_titles._holds_one(phrase, endings) is told


def _sheet(*lines: str) -> Sheet:
    return make_sheet(Document(format="txt", lines=tuple(Line(line) for line in lines)), Evidence())


def test_what_is_asked_once_is_found_out_once_for_each_sheet_and_question() -> None:
    asked: list[tuple[str, int]] = []

    @once
    def count(sheet: Sheet, mark: str, *, least: int = 0) -> int:
        asked.append((mark, least))
        return max(least, sheet.text.count(mark))

    one, other = _sheet("Ana Moor"), _sheet("Nora")
    assert [count(one, "o"), count(one, "o"), count(other, "o"), count(one, "o", least=5)] == [2, 2, 1, 5]
    assert asked == [("o", 0), ("o", 0), ("o", 5)]


def test_a_long_list_is_part_of_a_question_without_being_looked_through() -> None:
    sheet, numbers = _sheet("Ana Moor"), list(range(3))
    asked: list[int] = []

    @once
    def first(sheet: Sheet, among: Same[list[int]]) -> int:
        asked.append(len(among.it))
        return among.it[0]

    assert [first(sheet, Same(numbers)), first(sheet, Same(numbers)), first(sheet, Same([7]))] == [0, 0, 7]
    assert asked == [3, 1]


def test_the_keys_of_a_list_of_records_are_looked_up_once_each() -> None:
    jsonplain.kind_of.cache_clear()
    record = {"workHistory": "x", "education_history": "y", "mobile": "z"}
    for _ in range(50):
        json_careers.of_lists(record)
    assert jsonplain.kind_of.cache_info().misses <= len(record)
    assert [jsonplain.kind_of(key) for key in record] == ["experience", "education", None]


def test_labels_are_given_by_field_in_order_of_print() -> None:
    sheet = _sheet("Phone: 07700 900417", "Email: ana@post.example", "Mobile: 07700 900418")
    assert [label.value for label in sheet.labelled("phones")] == ["07700 900417", "07700 900418"]
    assert [label.field for label in sheet.labelled("emails", "phones")] == ["phones", "emails", "phones"]
    assert list(sheet.labelled("wechat")) == list(sheet.labelled("wechat", "linkedin")) == []


def test_values_of_a_record_stand_in_a_line_each_and_open_no_section() -> None:
    document = Document(format="csv", lines=(Line("卢小河"), Line("教育经历"), Line("13800138000")))
    labels = [
        Label("name", "卢小河", 0, "name"),
        Label("other", "教育经历", 0, "other"),
        Label("phones", "13800138000", 0, "phones"),
    ]
    sheet = sheet_of_values(document, labels, Evidence(), default_region="CN")
    assert set(sheet.sections) == {"top"}
    assert not any(sheet.headings)
    assert [(label.field, label.line) for label in sheet.labels] == [("name", 0), ("other", 1), ("phones", 2)]
    broken = sheet_of_values(document, labels[:2], Evidence(), default_region="CN")
    assert {label.line for label in broken.labels} == {0}
