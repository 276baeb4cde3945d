"""The words of labels: which field a cell, a line or the head of a column names."""

from __future__ import annotations

from functools import cache, lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.wish_labels import wish_labels
from ringback.readers.fields.wordlists import rows_by_key
from ringback.readers.normalise import fold, show, squeeze

MAX_CELL_LABEL = 30
MAX_CELL_CHARS = 72  # forms of the Europass kind write whole phrases
_COLUMN_NOTE = re.compile(r"[\s*]+|\((?:必填|选填|元|岁|年|required|optional|k)\)|(?<=\D)\d{1,2}$", re.IGNORECASE)
_OF_CANDIDATE = re.compile(
    "(?:您的|你的|我的|本人的?|your|候选人|求职者|求职人|应聘者|应聘人|申请人|人选|人才|简历|candidate'?s?|applicant'?s?)(?=.)"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_NEVER_LABELS = frozenset({"name", "first_name", "last_name", "english_name", "city", "school"})
"""Fields whose value is never a word that forms print as a label: 姓名<tab>关系 is the head row of a table of relatives."""
_FACTS = frozenset({"period", "phones", "emails", "birth", "gender", "title", "employer"})
_NOTED = re.compile(r"([^()\d]{3,24})\([^()\d]{2,16}\)")
_MAY_BE_NOTED = frozenset({"phones", "emails", "birth", "city", "name"})
_BLANKS = frozenset({"date", "signature", "photo", "photograph"})
_LATIN_FIRST = re.compile("([a-z.-]{2,24})[/|(]?([\u4e00-\u9fff]{2,8})")
_LATIN_MARKS = frozenset("abcdefghijklmnopqrstuvwxyz.-")
_TWO_SCRIPTS = re.compile("([\u4e00-\u9fff]{2,8})[/|(,]?([a-z.-]{2,24})")

BLOCK_MARKS = "▍▌▎▏▋▊█■◆●▶►★☆※◎○◇□▪◼❖"  # painted in front of labels
_AROUND_LABEL = "[]()·" + BLOCK_MARKS
_SHORTER_ECHOES = frozenset({("desired_title", "title"), ("desired_salary", "not_salary"), ("desired_city", "city")})

COLUMN_FIELDS = {
    "name": "name", "english_name": "english_name", "first_name": "first_name", "last_name": "last_name",
    "phones": "phones", "contact": "phones", "emails": "emails",
    "wechat": "wechat", "linkedin": "linkedin", "gender": "gender", "birth": "birth", "age": "age", "city": "city",
    "desired_title": "desired_title", "desired_salary": "desired_salary", "desired_city": "desired_city", "years": "years",
    "current_employer": "current_employer", "current_title": "current_title", "employer": "current_employer",
    "title": "current_title", "degree": "degree", "school": "school", "skills": "skills",
}  # fmt: skip
"""The columns of a list that we know, by label -> field of the record."""


@cache
def label_table() -> dict[str, str]:
    """Return label (folded, lower case, without spaces) -> field."""
    listed = {label: field for field, labels in reversed(rows_by_key("labels.tsv").items()) for label in labels}
    return dict(wish_labels()) | listed


def field_of_column(text: str) -> str | None:
    """Return the field of the record that a column header names, or None."""
    return COLUMN_FIELDS.get(raw_field_of_column(text) or "")


@lru_cache(maxsize=1024)  # the cells of a row are asked as a head row and as labels
def raw_field_of_column(text: str) -> str | None:
    """Return the field of the label that a column header is: a bare 职位 is ``title``, 现职位 ``current_title``."""
    bare = _COLUMN_NOTE.sub("", fold(show(text))).lower().replace("_", "")
    if not bare or len(bare) > MAX_CELL_LABEL:
        return None
    table = label_table()
    field = table.get(bare) or table.get(bare.split("/")[0].split("(")[0])
    field = field or (None if bare.isascii() else _field_in_two_languages(bare))
    field = field or _of_numbers(bare)
    owner = _OF_CANDIDATE.match(bare) if field is None else None
    return field or (table.get(bare[owner.end() :]) if owner else None)


_NUMBERED = re.compile(r"\s*\d{1,2}\s?[.)、．]\s*(?=[^\W\d_]{2})")  # 20. MOBILE NO.
_NUMBER_BEHIND = re.compile(r"(?:nr|nbr|num|numb|nmbr)\.?$")
_ENDS_OF_NUMBER = frozenset("rmb.\n")


@lru_cache(maxsize=1024)
def field_of(text: str) -> str | None:
    """Return the field that a whole cell or line names as its label, or None."""
    if len(text) > MAX_CELL_CHARS:
        return None
    whole = squeeze(text).lower().rstrip(":*%")
    bare = whole.strip(_AROUND_LABEL)
    table = label_table()
    known = (table.get(bare[4:]) if bare.startswith("your") else None) or table.get(bare)
    known = known or (table.get(whole) if bare != whole else None)
    if known is None and whole.endswith(")") and (noted := _NOTED.fullmatch(whole)):
        known = table.get(noted.group(1))  # Tel. (mobile)
        known = known if known in _MAY_BE_NOTED else None
    if known is None and (numbered := _NUMBERED.match(text)):
        return field_of(text[numbered.end() :])
    return known or (_of_numbers(bare) if bare.isascii() else _field_in_two_languages(bare))


def _of_numbers(bare: str) -> str | None:
    """Read ``Phone nr``: the short words for a number behind what one calls."""
    if bare[-1:] not in _ENDS_OF_NUMBER:
        return None  # as nearly all words
    called = _NUMBER_BEHIND.sub("", bare)
    return "phones" if called != bare and label_table().get(called) == "phones" else None


def _field_in_two_languages(bare: str) -> str | None:
    """Read ``微信 WeChat``: the same label twice, in either script."""
    if bare[:1] in _LATIN_MARKS:
        behind = _LATIN_FIRST.fullmatch(bare)
        if behind is None:
            return None
        # Present City 现居城市
        field, echo = label_table().get(behind.group(2)), label_table().get(behind.group(1))
        if echo is None and behind.group(2) == "公司":
            return None  # Larchwell公司 is one
        return field if field and (echo is None or asks_same(field, echo)) else None
    both = _TWO_SCRIPTS.fullmatch(bare) if bare[-1:] in _LATIN_MARKS else None
    if both is None:
        return None
    field = label_table().get(both.group(1))
    return field if field and asks_same(field, label_table().get(both.group(2))) else None


def asks_same(field: str, echo: str | None) -> bool:
    """Tell whether a label in another language asks for a field; *Position* beside 应聘职位 asks for no post that is held."""
    return echo == field or (field, echo) in _SHORTER_ECHOES


def is_label_of_form(field: str, value: str) -> bool:
    """Tell the next label of a form that was left blank from a value of ``field``: ``Full Name<tab>Date``, 姓名<tab>关系."""
    if field not in _NEVER_LABELS:
        return False
    other = field_of(fold(value))
    return value.lower() in _BLANKS or (other is not None and (_HAN.match(value) is not None or other in _FACTS))
