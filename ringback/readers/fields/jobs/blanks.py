"""What a form or a template asks to be filled in, where somebody left it as it was."""

from __future__ import annotations

from functools import cache

from ringback.readers import patterns as re
from ringback.readers.fields.wordlists import words_by_key
from ringback.readers.normalise import fold, squeeze

_BLANKS = re.compile(
    r"(?<![a-z])x{2,}(?![a-z])|×{2,}|^某某|^某+(?:公司|集团|大学|学校|职位|岗位)?$|\*{2,}|_{2,}|\.{3,}|^(?:your|\[)|^(?:year|month"
    r"|date)-(?:year|month|date|present)$|^(?:暂?无|没有"
    r"|未评)(?:职称|职务|职位)$|[(（]请?填(?:写|你|入|上|具)|待补[)）】]?$"
    r"|^[a-z]{0,12}(?:school|college|university|company|employer|organi[sz]ation|clinic|hospital|cafe|restaurant|store|firm)name$"
)
_BEGIN_BLANKS = ("your", "[", "year-", "month-", "date-")
_MARK_BLANKS = ("xx", "**", "__", "...")
"""One of them stands in whatever :data:`_BLANKS` finds in a phrase of ASCII."""


@cache
def _form_words() -> frozenset[str]:
    return words_by_key("not_names.tsv")["form"]


def is_placeholder(phrase: str) -> bool:
    """Tell the words of a blank form: XX公司, 职位名称, Company Name, 20XX.XX."""
    bare = squeeze(fold(phrase)).lower().strip(".,:()[]")
    may_be_blank = not bare.isascii() or bare.startswith(_BEGIN_BLANKS) or bare.endswith("name")
    may_be_blank = may_be_blank or any(map(bare.__contains__, _MARK_BLANKS))
    return (may_be_blank and bool(_BLANKS.search(bare))) or bare in _form_words()
