"""Whose number or address is this? The candidate's, a referee's, an employer's, or a board's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_OTHERS = re.compile(
    r"证明人|推荐人|介绍人|引荐|紧急联系|背调|客服|热线|总机|前台电话|公司电话|单位电话|对外|客户|投诉|咨询电话|公众号|家长|父亲|母亲|配偶|hr电话|校方"
    r"|\b(?:referees?|references?|reference check|emergency|hotline|helpline|shared mailbox|mailbox|supervisor|company phone"
    r"|customer service line|call cent(?:er|re)|help ?desk|switchboard|answered|answering|maintained the|managed the)\b",
    re.IGNORECASE,
)
_FOREIGN_SECTIONS = frozenset({"references"})
_BUSY_SECTIONS = frozenset({"experience", "projects", "education", "awards", "certificates", "training", "summary"})
MAX_WORDS_BESIDE = 14


def is_of_others(sheet: Sheet, line: int, words: str | None = None) -> bool:
    """Tell whether a line speaks of somebody else: a section of referees, a hotline, an emergency contact.

    ``words`` is the line without addresses, where their letters could be taken for words.
    """
    text = sheet.folded[line] if words is None else words
    return sheet.sections[line] in _FOREIGN_SECTIONS or bool(_OTHERS.search(text))


def follows_others(sheet: Sheet, line: int, contact: str) -> bool:
    """Tell whether a contact stands behind the label of somebody else: in a row, what is in front of it is still one's own."""
    at = sheet.folded[line].find(contact)
    starts = [
        sheet.folded[line].find(label.label)
        for label in sheet.labels
        if label.line == line and label.field == "not_own"
    ]
    return any(0 <= start < at for start in starts)


def is_in_prose(sheet: Sheet, line: int, rest: str) -> bool:
    """Tell whether a contact stands inside a description of work; ``rest`` is its line without contacts.

    Side bars may follow any heading in the order of text, so a short line of contacts is never prose.
    """
    return sheet.sections[line] in _BUSY_SECTIONS and len(re.sub(r"[\W\d_]+", "", rest)) > MAX_WORDS_BESIDE
