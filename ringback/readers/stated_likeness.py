"""How like a resume is what JSON or YAML states? Its keys are labels and headings, and the model that text is asked answers.

Between people and other things that have a name and an address (a house, a customer of an invoice, who wrote a program) careers
tell. What states no career is somebody's card where a person is named in a place of his own and little else is stated.
"""

from __future__ import annotations

import math
from itertools import islice
from typing import TYPE_CHECKING, Any

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Evidence
from ringback.readers.document import Document, Line
from ringback.readers.fields.contacts.emails import is_role_address
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.label_words import raw_field_of_column
from ringback.readers.fields.labels import Label
from ringback.readers.fields.names.candidates import shape_score
from ringback.readers.fields.names.cleaning import clean, is_placeholder
from ringback.readers.fields.sheet import Sheet
from ringback.readers.likeness import p_resume
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_LINES, MAX_CHARS, MAX_DEPTH = 400, 400, 12
MIN_SHAPE, SURE_FIRM = 0.5, 0.6
STATED = 2.0
"""What a key says by itself: a name under *name* needs no more print around it."""
WEIGHT_NOBODY, WEIGHT_OF_OTHER, WEIGHT_FOREIGN, WEIGHT_UNREACHED = 8.0, 4.0, 6.0, 1.5
MOST_FOREIGN = 0.45  # of what is stated in texts; people note down where they found somebody
_PARTS_OF_KEY = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")
_START = re.compile(r"(?:start|from|begin|since|date ?from|开始|入职|起始)", re.IGNORECASE)
_END = re.compile(r"(?:end|to$|until|till|finish|to |date ?to|结束|离职|截止)", re.IGNORECASE)
_NAMES = frozenset({"name", "english_name", "first_name", "last_name"})
_OF_ONESELF = re.compile(  # objects that hold the person whom the whole is about
    r"basics?|base|person\w*|people|candidates?|applicants?|profiles?|contacts?|about|me|users?|employees?|individual"
    r"|resumes?|cv|head(?:er|ing)?|info\w*|data|attributes|fields|details?|identity|side ?bar|members?|workers?|staff|general"
    r"|intro\w*|hero|bio"
    r"|results?|records?|rows?|list|items?|entries|leads?|talents?|seekers?"
    r"|.{0,4}(?:个人|基本|基础|候选人|应聘者|求职者|人员|人才|联系|简历|资料|信息|名单|列表|数据).{0,4}",
    re.IGNORECASE,
)
_ASIDE = re.compile(  # what every list of anything holds, and says nothing of what it is about
    r".*(?:\b(?:id|uuid|urls?|links?|web ?site|homepage|git ?hub|photo|image|avatar|picture|icon|summary|bio|notes?|remarks?"
    r"|created|updated|date|time|source|status|tags?|hobby|hobbies|interests?|languages?|socials?|twitter|network|type|headline"
    r"|tagline|objective|about|age|nationality|address|street|country|state|zip|postal|code)\b|备注|来源|时间|日期|编号|序号|状态).*",
    re.IGNORECASE,
)
_NO_NAME = re.compile(  # who answers for a house, initials, and the handle of a thing
    r".*\b(?:Team|Desk|Departments?|Services?|Support|Office|Group|Cent(?:er|re)|Managers?|Admin|Administrator|Reception|Helper|Bot)"
    r"|[A-Z]{1,3}|[a-z\d]+(?:[-_.][a-z\d]+)+|.*(?:部|中心|办公室|客服|小组|负责人)"
)


def p_stated(stated: Mapping[str, Any], values: Mapping[str, str], *, has_career: bool) -> float:
    """Return the probability that an object is somebody's resume or card.

    ``values`` is what was read of it by its keys, ``has_career`` whether lists of jobs or schools are among it.
    """
    rows = list(islice(_rows(stated, "top", 0), MAX_LINES))
    named = values.get("name") or " ".join(filter(None, (values.get("first_name"), values.get("last_name"))))
    is_named = is_of_person(named)
    n_contacts = len(values.keys() & {"phones", "emails"})
    likely = p_resume(_sheet_of(rows), n_contacts=n_contacts, has_name=is_named)
    odds = math.log(max(likely, 1e-9) / max(1 - likely, 1e-9)) + STATED
    is_of_other = _is_named_for_another(stated)
    if is_of_other or not has_career:
        odds -= 0 if is_named else WEIGHT_NOBODY
        odds -= 0 if n_contacts else WEIGHT_UNREACHED
        odds -= WEIGHT_OF_OTHER if is_of_other or _is_house(values) else 0
        odds -= WEIGHT_FOREIGN * max(0.0, _foreign_share(rows) - MOST_FOREIGN)
    return 1 / (1 + math.exp(-odds))


def is_of_person(named: str) -> bool:
    """Tell the name of a person from that of a house or a thing."""
    name = clean(named) if named else None
    if not name or is_placeholder(name) or _NO_NAME.fullmatch(name) or employer_score(name) >= SURE_FIRM:
        return False
    return shape_score(name, is_given=True) >= MIN_SHAPE or name.replace(" ", "").replace(".", "").isalpha()


def _is_house(values: Mapping[str, str]) -> bool:
    """Tell the card of a house, which is written to at info@, from that of a person who works on his own account."""
    return is_role_address(values.get("emails", "").lower()) and "current_title" not in values


def words_of(key: object) -> str:
    """Return the words of a key, ``startDate`` and ``start_date`` as ``start Date`` and ``start date``."""
    return _PARTS_OF_KEY.sub(" ", str(key)).strip()


def _field_of(words: str) -> str | None:
    return raw_field_of_column(words) if words else None


class _Row:
    """One line of the text that an object would be in print."""

    __slots__ = ("field", "is_heading", "key", "section", "text", "value")

    def __init__(self, key: str, value: str, section: str, field: str | None, *, is_heading: bool = False) -> None:
        self.key, self.value, self.section, self.field, self.is_heading = key, value, section, field, is_heading
        self.text = f"{key}: {value}".strip(": ") if value else f"{key}:"


def _rows(stated: Any, section: str, depth: int, *, is_item: bool = False) -> Iterator[_Row]:
    pairs = stated.items() if isinstance(stated, dict) else (("", one) for one in stated)
    if isinstance(stated, dict) and (dates := dates_of(stated)):
        yield _Row("", dates, section, None)
    for key, value in pairs:
        words = words_of(key)
        if isinstance(value, dict | list) and value and depth < MAX_DEPTH:
            inner = (section_of_heading(words, stands_out=True) if words else None) or section
            if words:
                yield _Row(words, "", inner, None, is_heading=True)
            yield from _rows(value, inner, depth + 1, is_item=is_item or isinstance(value, list))
        elif value not in (None, "") and not isinstance(value, dict | list):
            text = " ".join(str(value).split())[:MAX_CHARS]
            field = _field_of(words) if isinstance(value, str) or words else None
            yield _Row(words, text, section, None if is_item else field)


def dates_of(item: Mapping[str, Any]) -> str | None:
    """Return the period of an item that states its begin and its end apart."""
    told = {
        which: next((_date(value) for key, value in item.items() if pattern.match(words_of(key))), "")
        for which, pattern in (("start", _START), ("end", _END))
    }
    return f"{told['start']} - {told['end'] or 'present'}" if told["start"] else None


def _date(value: Any) -> str:
    if isinstance(value, dict):  # {"year": 2021, "month": 3}
        return "-".join(str(part) for part in value.values() if isinstance(part, str | int))[:12]
    return str(value)[:12] if isinstance(value, str | int) else ""


def _sheet_of(rows: list[_Row]) -> Sheet:
    shown = tuple(row.text for row in rows)
    return Sheet(
        document=Document(format="json", lines=tuple(map(Line, shown))),
        shown=shown,
        folded=tuple(map(fold, shown)),
        sizes=(0.0,) * len(rows),
        pages=(1,) * len(rows),
        sections=tuple(row.section for row in rows),
        headings=tuple(row.is_heading for row in rows),
        labels=tuple(Label(row.field, row.value, n, row.key) for n, row in enumerate(rows) if row.field),
        evidence=Evidence(),
    )


def _foreign_share(rows: list[_Row]) -> float:
    """Return which share of the texts stands under keys that ask nothing of a person."""
    told = [row for row in rows if not row.is_heading and not row.value.replace(".", "").isdigit()]
    told = [row for row in told if row.key and not (row.field is None and _ASIDE.fullmatch(row.key))]
    foreign = sum(row.field in {None, "not_own", "other_person"} for row in told)
    return foreign / len(told) if told else 0.0


def _is_named_for_another(stated: Mapping[str, Any]) -> bool:
    """Tell an object that names a person in a part of its own: the customer of an order, who wrote a program."""
    if any(_field_of(words_of(key)) in _NAMES and isinstance(value, str) for key, value in stated.items()):
        return False
    parts = {key: value for key, value in stated.items() if isinstance(value, dict)}
    own = [value for key, value in parts.items() if is_of_oneself(str(key))]
    return not any(_holds_name(value, 0) for value in own) and any(_holds_name(one, 0) for one in parts.values())


def is_of_oneself(key: str) -> bool:
    """Tell the key of an object about the person, or of a list of people, from one that names another part somebody has."""
    words = words_of(key)
    return all(_OF_ONESELF.fullmatch(word) for word in words.split()[-1:]) and bool(words)


def _holds_name(part: Mapping[str, Any], depth: int) -> bool:
    if any(_field_of(words_of(key)) in _NAMES for key in part):
        return True
    return depth < MAX_DEPTH and any(_holds_name(one, depth + 1) for one in part.values() if isinstance(one, dict))
