"""Skills as the resume lists them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_SKILLS = 60
MAX_SKILL_CHARS = 32
MAX_WORDS = 4
MIN_HAN_WORDS = 3
_HAN_WORD = re.compile("[\u4e00-\u9fff]{2,6}|[A-Za-z][A-Za-z0-9+#.]{0,14}")
_BRACKETED = re.compile(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]")
_SPLIT = re.compile(r"\s*[,，、;；|/·•\t]\s*|\s{2,}|\s+-\s+")
_LEAD = re.compile(
    r"^(?:[·\-*•>.()、\s]|\d{1,2}(?:[.)、]+|\s+(?=[^\W\d]))|(?:熟练(?:掌握|使用|运用)?|精通|熟悉|掌握|了解|会使用|能够使用|擅长|具备"
    r"|良好的|proficient in|familiar with|experienced? (?:in|with)|knowledge of|expert in)\s*)+",
    re.IGNORECASE,
)
_STARS = "★☆●○■□◆◇▮▯▰▱"
_LEVEL = (
    r"(?:非常|比较|较为?|很)?(?:熟练|精通|熟悉|了解|掌握|良好|一般|优秀|入门|精湛|擅长)(?:程度|水平)?|(?:约|已?使用)?\d{1,3}\s?(?:个月|年)(?:以上|经验)?"
    rf"|[{_STARS}]+(?![{_STARS}])"
    r"|(?:about |over )?\d{1,2}(?:\.\d)?\+?\s?(?:years?|yrs?|months?)(?: of experience)?"
)
_WORD_OF_LEVEL = r"expert|advanced|intermediate|beginner|proficient|basic|fluent|novice|endorsed|less than (?:1|a) year"
_IS_LEVEL = re.compile(rf"[^\w{_STARS}]*(?:(?:{_LEVEL}|{_WORD_OF_LEVEL})[^\w{_STARS}]*)+", re.IGNORECASE)
_LEVEL_BEHIND = re.compile(  # 点单 熟练, Sage - advanced; Visual Basic is whole
    rf"(?<=\S)(?:\s+(?:{_LEVEL})|\s*[(（:：–-]\s*(?:{_LEVEL}|{_WORD_OF_LEVEL}))[)）]?$", re.IGNORECASE
)
_WORD_BEHIND = re.compile(rf"(?<=\S)\s+(?:{_WORD_OF_LEVEL})$", re.IGNORECASE)
_OF_LANGUAGE = re.compile(
    r"\W*(?:(?:英语|外语|语言|日语|普通话)(?:等级|水平|能力)|计算机(?:等级|(?:水平|能力)(?=.[^A-Za-z、,，;；]{0,12}$)))\s?[:：\t|]"
    r"|\W*(?:英语|外语|普通话|计算机)等级$|CET-?\d"
)
_TAIL = re.compile(r"(?:等(?:办公软件|软件|工具|技能|技术)?|[。.;；:：])+$")


@once_a_sheet
def read_skills(sheet: Sheet) -> tuple[str, ...]:
    """Return skills in order of print, without repeats; sentences are left out."""
    found: dict[str, str] = {}
    rows = _without_levels(
        [sheet.shown[i] for i in sheet.lines_in("skills")[:40] if not _OF_LANGUAGE.match(sheet.shown[i])]
    )
    rows = [*_beside_headings(sheet), *map(_without_label, rows)]
    rows += [label.value for label in sheet.labelled("skills") if sheet.sections[label.line] != "skills"]
    for row in rows:
        for item in skills_of_text(row):
            found.setdefault(item.lower(), item)
    return tuple(found.values())[:MAX_SKILLS]


def _beside_headings(sheet: Sheet) -> list[str]:
    """Return the cells behind a heading in the first cell of its row: 专业技能<tab>PLC、低压电工证."""
    headed = (i for i, heads in enumerate(sheet.headings) if heads and sheet.sections[i] == "skills")
    return [
        rest for i in headed if (rest := sheet.shown[i].partition("\t")[2]) and not _OF_LANGUAGE.match(sheet.shown[i])
    ]


def _without_label(row: str) -> str:
    """Return the cells behind the label that begins a row of skills: ``Key skills<tab>Forklift, Excel``."""
    first, cell, rest = row.partition("\t")
    return rest if cell and field_of(fold(first)) == "skills" else row


def _without_levels(rows: list[str]) -> list[str]:
    """Return rows without the word for a level where most end in one: ``Nmap Expert``, ``Linux Advanced``."""
    n_levels = sum(_WORD_BEHIND.search(row) is not None for row in rows)
    return [_WORD_BEHIND.sub("", row) for row in rows] if n_levels > 1 and n_levels * 2 > len(rows) else rows


def skills_of_text(text: str) -> list[str]:
    """Split one line or cell into skills."""
    head, colon, rest = text.partition("：") if "：" in text else text.partition(":")
    if colon and _IS_LEVEL.fullmatch(rest):
        rest = head  # Excel：熟练 | 36个月
    body = rest if colon and len(head) <= MAX_SKILL_CHARS and "/" not in head else text
    words = body.split()
    if len(words) >= MIN_HAN_WORDS and all(map(_HAN_WORD.fullmatch, words)) and _are_listed(words):
        return [item for word in words for item in skills_of_text(word)]  # 点单 收银 Excel
    items: list[str] = []
    for piece in _pieces(body):
        bare = _without_odd_brackets(_TAIL.sub("", _LEAD.sub("", _LEVEL_BEHIND.sub("", piece.strip()))).strip())
        if (
            _is_short(bare)
            and not _IS_LEVEL.fullmatch(bare)
            and not re.fullmatch(r"[\W\d_]+", bare)
            and len(re.findall("[\u4e00-\u9fff]", bare)) <= 12
        ):
            items.append(bare)
    return items


def _are_listed(words: list[str]) -> bool:
    """Tell a list from one thing with the custom's spaces around its Latin letters: 熟悉 MySQL 数据库."""
    own = [word for word in words if _LEAD.sub("", word)]
    return any(not (one.isascii() or other.isascii()) for one, other in pairwise(own))


def _pieces(text: str) -> list[str]:
    """Split at separators. What a short skill holds in brackets stays with it: ``AWS (EC2, S3)`` is one, not two halves."""
    if _BRACKETED.fullmatch(text.strip()):
        return _SPLIT.split(text.strip()[1:-1])
    kept: list[str] = []

    def put_away(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    pieces: list[str] = []
    for piece in _SPLIT.split(_BRACKETED.sub(put_away, text)):
        whole = re.sub(r"\0(\d+)\0", lambda found: kept[int(found[1])], piece)
        pieces += [whole] if whole == piece or _is_short(whole) else _SPLIT.split(whole)
    return pieces


def _without_odd_brackets(text: str) -> str:
    """Return a skill without a bracket whose other half is elsewhere."""
    for left, right in ("()", "（）", "[]"):
        if text.count(left) != text.count(right):
            text = text.replace(left, " ").replace(right, " ")
    return " ".join(text.split())


def _is_short(text: str) -> bool:
    return 0 < len(text) <= MAX_SKILL_CHARS and len(text.split()) <= MAX_WORDS
