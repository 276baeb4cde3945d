"""The card of one person on a page of staff: the name in a line, and under it posts or one paragraph told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.names.shapes import han_score

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_CHARS, MAX_HEAD = 1200, 15  # characters of a card with the menu and the foot of its page, lines the name stands in
MIN_TOLD = 24
MIN_POSTS = 2
MAX_NAME_LINE, MAX_POST_LINE = 24, 16
SURE_NAME = 0.8
_NAME_LABEL = re.compile(r"^(?:姓 ?名|医生姓名|教师姓名|专家姓名)\s?:\s?")
_TOLD_LABEL = re.compile(r"^(?:(?:个人|医生|专家|教师|讲师)?(?:介绍|简介)|个人履历)\s?:\s?")
_DASH = re.compile(r"^(?:一(?=\s)|[-–—·|])\s*")
_AROUND = re.compile(
    "(?:([A-Za-z]{2,4}|[\u4e00-\u9fff]{2,10})\\s+)?([\u4e00-\u9fff]{2,4})(?:\\s+([\u4e00-\u9fff]{2,10}))?\\s?:?"
)
_PIECES = re.compile(r"[、,，;；。]|\.(?!\d)|\s")
_DEGREE = re.compile("[\u4e00-\u9fff]{0,6}(?:博士后?|硕士|学士|本科|研究生)(?:学历|学位|毕业)?")
_TUTOR = re.compile("导师$")
_TELLS = re.compile(
    r"(?:于?(?:19|20)\d\d年\S{0,3})?(?:(?:博士|硕士|本科|研究生)?毕业于|(?:曾经?|先后|目前|现在?|一直|长期)*(?:任职|就职|供职|工作|任教|执教)于"
    r"|(?:现|曾|先后|目前|历)(?:担任|任)(?!何)|(?:曾|先后|目前|现|一直|长期)+从事)"
)
_NO_CARD = re.compile(
    "讣告|逝世|去世|判处|被告|原告|涉嫌|公示|表彰|祝贺|通报|记者|本报|法定代表人|任命|聘书|证明|收据|委托"
)
"""Short papers that speak of one person and are no card of theirs."""


@dataclass(frozen=True, slots=True)
class StaffCard:
    """Whose card it is, and the post that stands beside the name or begins what is told below it."""

    name: str
    post: Found[str] | None


@once_a_sheet
def staff_card(sheet: Sheet) -> StaffCard | None:
    """Return the card of the one person whom a short Chinese page tells of; nothing where it tells of several."""
    if not sheet.is_chinese or len(sheet.text) > MAX_CHARS or _NO_CARD.search(sheet.text):
        return None
    cards = [card for number in range(len(sheet.folded)) if (card := _card_at(sheet, number)) is not None]
    is_high = bool(cards) and any(cards[0].name in line for line in sheet.folded[:MAX_HEAD])
    return cards[0] if is_high and len({card.name for card in cards}) == 1 else None


def _card_at(sheet: Sheet, number: int) -> StaffCard | None:
    line = sheet.folded[number].strip()
    parts = _AROUND.fullmatch(_NAME_LABEL.sub("", line)) if len(line) <= MAX_NAME_LINE else None
    if parts is None or han_score(parts.group(2)) < SURE_NAME:
        return None
    beside = [word for word in (parts.group(1), parts.group(3)) if word]
    if any(title_score(word) < 1.0 for word in beside):
        return None
    below = sheet.folded[number + 1 : number + 4]
    post = Found(beside[0], "layout", 0.6, sheet.shown[number]) if beside else None
    if below and len(alone := _DASH.sub("", below[0].strip())) <= MAX_POST_LINE and title_score(alone) == 1.0:
        post, below = post or Found(alone, "layout", 0.6, sheet.shown[number + 1]), below[1:]
    told = _TOLD_LABEL.sub("", "".join(below).strip())
    if len(told) < MIN_TOLD:
        return None
    posts = _posts_in_front(told)
    if not _TELLS.match(told) and len(posts) < MIN_POSTS:
        return None
    held = [word for word in posts if title_score(word) == 1.0]
    held = [word for word in held if not _TUTOR.search(word)] or held
    return StaffCard(parts.group(2), post or (Found(held[0], "layout", 0.6, told[:80]) if held else None))


def _posts_in_front(told: str) -> list[str]:
    """Return the posts and degrees with which a paragraph begins, such as 副教授，工学博士，硕士生导师."""
    found = []
    for piece in _PIECES.split(told[:120]):
        if not (_DEGREE.fullmatch(piece) or (len(piece) <= MAX_POST_LINE and title_score(piece) == 1.0)):
            break
        found.append(piece)
    return found
